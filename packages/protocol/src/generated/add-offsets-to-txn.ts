// Generated from schema/api/add-offsets-to-txn.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Makes a group's offsets part of a transaction. Api key 25, versions 0-4. */
export interface AddOffsetsToTxnRequest {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  groupId: string;
}

/** What `encodeAddOffsetsToTxnRequest` takes. */
export interface AddOffsetsToTxnRequestDraft {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  groupId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAddOffsetsToTxnRequest(
  writer: Writer,
  draft: AddOffsetsToTxnRequestDraft,
  version: number,
): void {
  checkVersion("AddOffsetsToTxnRequest", version, 0, 4);
  const flexible = version >= 3;
  writer.string(draft.transactionalId, flexible);
  writer.int64(draft.producerId);
  writer.int16(draft.producerEpoch);
  writer.string(draft.groupId, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAddOffsetsToTxnRequest(
  reader: Reader,
  version: number,
): AddOffsetsToTxnRequest {
  reader.begin("AddOffsetsToTxnRequest", version, 0, 4);
  const flexible = version >= 3;
  const transactionalId = reader.string("transactionalId", flexible);
  const producerId = reader.int64("producerId");
  const producerEpoch = reader.int16("producerEpoch");
  const groupId = reader.string("groupId", flexible);
  if (flexible) reader.skipTags();
  return { transactionalId, producerId, producerEpoch, groupId };
}

/** Api key 25, versions 0-4. */
export interface AddOffsetsToTxnResponse {
  throttleTimeMs: number;
  errorCode: number;
}

/** What `encodeAddOffsetsToTxnResponse` takes. */
export interface AddOffsetsToTxnResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAddOffsetsToTxnResponse(
  writer: Writer,
  draft: AddOffsetsToTxnResponseDraft,
  version: number,
): void {
  checkVersion("AddOffsetsToTxnResponse", version, 0, 4);
  const flexible = version >= 3;
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAddOffsetsToTxnResponse(
  reader: Reader,
  version: number,
): AddOffsetsToTxnResponse {
  reader.begin("AddOffsetsToTxnResponse", version, 0, 4);
  const flexible = version >= 3;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode };
}
