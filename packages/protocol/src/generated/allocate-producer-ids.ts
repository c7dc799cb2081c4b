// Generated from schema/api/allocate-producer-ids.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Has the controller hand a block of producer ids to a broker. Api key 67, version 0. */
export interface AllocateProducerIdsRequest {
  brokerId: number;
  brokerEpoch: number;
}

/** What `encodeAllocateProducerIdsRequest` takes. */
export interface AllocateProducerIdsRequestDraft {
  brokerId: number;
  brokerEpoch?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAllocateProducerIdsRequest(
  writer: Writer,
  draft: AllocateProducerIdsRequestDraft,
  version: number,
): void {
  checkVersion("AllocateProducerIdsRequest", version, 0, 0);
  writer.int32(draft.brokerId);
  writer.int64(draft.brokerEpoch ?? -1);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAllocateProducerIdsRequest(
  reader: Reader,
  version: number,
): AllocateProducerIdsRequest {
  reader.begin("AllocateProducerIdsRequest", version, 0, 0);
  const brokerId = reader.int32("brokerId");
  const brokerEpoch = reader.int64("brokerEpoch");
  reader.skipTags();
  return { brokerId, brokerEpoch };
}

/** Api key 67, version 0. */
export interface AllocateProducerIdsResponse {
  throttleTimeMs: number;
  errorCode: number;
  producerIdStart: number;
  producerIdLen: number;
}

/** What `encodeAllocateProducerIdsResponse` takes. */
export interface AllocateProducerIdsResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  producerIdStart: number;
  producerIdLen: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAllocateProducerIdsResponse(
  writer: Writer,
  draft: AllocateProducerIdsResponseDraft,
  version: number,
): void {
  checkVersion("AllocateProducerIdsResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.int64(draft.producerIdStart);
  writer.int32(draft.producerIdLen);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAllocateProducerIdsResponse(
  reader: Reader,
  version: number,
): AllocateProducerIdsResponse {
  reader.begin("AllocateProducerIdsResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const producerIdStart = reader.int64("producerIdStart");
  const producerIdLen = reader.int32("producerIdLen");
  reader.skipTags();
  return { throttleTimeMs, errorCode, producerIdStart, producerIdLen };
}
