// Generated from schema/api/end-txn.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Commits or aborts a transaction. Api key 26, versions 0-5. */
export interface EndTxnRequest {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  committed: boolean;
}

/** What `encodeEndTxnRequest` takes. */
export interface EndTxnRequestDraft {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  committed: boolean;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeEndTxnRequest(
  writer: Writer,
  draft: EndTxnRequestDraft,
  version: number,
): void {
  checkVersion("EndTxnRequest", version, 0, 5);
  const flexible = version >= 3;
  writer.string(draft.transactionalId, flexible);
  writer.int64(draft.producerId);
  writer.int16(draft.producerEpoch);
  writer.bool(draft.committed);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeEndTxnRequest(reader: Reader, version: number): EndTxnRequest {
  reader.begin("EndTxnRequest", version, 0, 5);
  const flexible = version >= 3;
  const transactionalId = reader.string("transactionalId", flexible);
  const producerId = reader.int64("producerId");
  const producerEpoch = reader.int16("producerEpoch");
  const committed = reader.bool("committed");
  if (flexible) reader.skipTags();
  return { transactionalId, producerId, producerEpoch, committed };
}

/** Api key 26, versions 0-5. */
export interface EndTxnResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** Version 5. */
  producerId: number;
  /** Version 5. */
  producerEpoch: number;
}

/** What `encodeEndTxnResponse` takes. */
export interface EndTxnResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  producerId?: number | undefined;
  producerEpoch?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeEndTxnResponse(
  writer: Writer,
  draft: EndTxnResponseDraft,
  version: number,
): void {
  checkVersion("EndTxnResponse", version, 0, 5);
  const flexible = version >= 3;
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  if (version >= 5) {
    writer.int64(draft.producerId ?? -1);
  }
  if (version >= 5) {
    writer.int16(draft.producerEpoch ?? -1);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeEndTxnResponse(reader: Reader, version: number): EndTxnResponse {
  reader.begin("EndTxnResponse", version, 0, 5);
  const flexible = version >= 3;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const producerId = version >= 5 ? reader.int64("producerId") : -1;
  const producerEpoch = version >= 5 ? reader.int16("producerEpoch") : -1;
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode, producerId, producerEpoch };
}
