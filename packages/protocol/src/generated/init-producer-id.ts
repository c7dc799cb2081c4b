// Generated from schema/api/init-producer-id.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/**
 * Gives a producer its id and epoch, fencing older ones of its transactional id. Api key 22,
 * versions 0-6.
 */
export interface InitProducerIdRequest {
  transactionalId: string | null;
  transactionTimeoutMs: number;
  /** Versions 3 and later. */
  producerId: number;
  /** Versions 3 and later. */
  producerEpoch: number;
  /** Version 6. */
  enable2Pc: boolean;
  /** Version 6. */
  keepPreparedTxn: boolean;
}

/** What `encodeInitProducerIdRequest` takes. */
export interface InitProducerIdRequestDraft {
  transactionalId: string | null;
  transactionTimeoutMs: number;
  producerId?: number | undefined;
  producerEpoch?: number | undefined;
  enable2Pc?: boolean | undefined;
  keepPreparedTxn?: boolean | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeInitProducerIdRequest(
  writer: Writer,
  draft: InitProducerIdRequestDraft,
  version: number,
): void {
  checkVersion("InitProducerIdRequest", version, 0, 6);
  const flexible = version >= 2;
  writer.nullableString(draft.transactionalId, flexible);
  writer.int32(draft.transactionTimeoutMs);
  if (version >= 3) {
    writer.int64(draft.producerId ?? -1);
  } else if ((draft.producerId ?? -1) !== -1) {
    throw unsupportedField("InitProducerIdRequest", "producerId", version);
  }
  if (version >= 3) {
    writer.int16(draft.producerEpoch ?? -1);
  } else if ((draft.producerEpoch ?? -1) !== -1) {
    throw unsupportedField("InitProducerIdRequest", "producerEpoch", version);
  }
  if (version >= 6) {
    writer.bool(draft.enable2Pc ?? false);
  } else if ((draft.enable2Pc ?? false) !== false) {
    throw unsupportedField("InitProducerIdRequest", "enable2Pc", version);
  }
  if (version >= 6) {
    writer.bool(draft.keepPreparedTxn ?? false);
  } else if ((draft.keepPreparedTxn ?? false) !== false) {
    throw unsupportedField("InitProducerIdRequest", "keepPreparedTxn", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeInitProducerIdRequest(
  reader: Reader,
  version: number,
): InitProducerIdRequest {
  reader.begin("InitProducerIdRequest", version, 0, 6);
  const flexible = version >= 2;
  const transactionalId = reader.nullableString("transactionalId", flexible);
  const transactionTimeoutMs = reader.int32("transactionTimeoutMs");
  const producerId = version >= 3 ? reader.int64("producerId") : -1;
  const producerEpoch = version >= 3 ? reader.int16("producerEpoch") : -1;
  const enable2Pc = version >= 6 ? reader.bool("enable2Pc") : false;
  const keepPreparedTxn = version >= 6 ? reader.bool("keepPreparedTxn") : false;
  if (flexible) reader.skipTags();
  return {
    transactionalId,
    transactionTimeoutMs,
    producerId,
    producerEpoch,
    enable2Pc,
    keepPreparedTxn,
  };
}

/** Api key 22, versions 0-6. */
export interface InitProducerIdResponse {
  throttleTimeMs: number;
  errorCode: number;
  producerId: number;
  producerEpoch: number;
  /** Version 6. */
  ongoingTxnProducerId: number;
  /** Version 6. */
  ongoingTxnProducerEpoch: number;
}

/** What `encodeInitProducerIdResponse` takes. */
export interface InitProducerIdResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  producerId?: number | undefined;
  producerEpoch: number;
  ongoingTxnProducerId?: number | undefined;
  ongoingTxnProducerEpoch?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeInitProducerIdResponse(
  writer: Writer,
  draft: InitProducerIdResponseDraft,
  version: number,
): void {
  checkVersion("InitProducerIdResponse", version, 0, 6);
  const flexible = version >= 2;
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.int64(draft.producerId ?? -1);
  writer.int16(draft.producerEpoch);
  if (version >= 6) {
    writer.int64(draft.ongoingTxnProducerId ?? -1);
  } else if ((draft.ongoingTxnProducerId ?? -1) !== -1) {
    throw unsupportedField("InitProducerIdResponse", "ongoingTxnProducerId", version);
  }
  if (version >= 6) {
    writer.int16(draft.ongoingTxnProducerEpoch ?? -1);
  } else if ((draft.ongoingTxnProducerEpoch ?? -1) !== -1) {
    throw unsupportedField("InitProducerIdResponse", "ongoingTxnProducerEpoch", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeInitProducerIdResponse(
  reader: Reader,
  version: number,
): InitProducerIdResponse {
  reader.begin("InitProducerIdResponse", version, 0, 6);
  const flexible = version >= 2;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const producerId = reader.int64("producerId");
  const producerEpoch = reader.int16("producerEpoch");
  const ongoingTxnProducerId = version >= 6 ? reader.int64("ongoingTxnProducerId") : -1;
  const ongoingTxnProducerEpoch = version >= 6 ? reader.int16("ongoingTxnProducerEpoch") : -1;
  if (flexible) reader.skipTags();
  return {
    throttleTimeMs,
    errorCode,
    producerId,
    producerEpoch,
    ongoingTxnProducerId,
    ongoingTxnProducerEpoch,
  };
}
