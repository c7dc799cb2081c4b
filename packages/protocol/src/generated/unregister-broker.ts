// Generated from schema/api/unregister-broker.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Takes a broker that is gone out of the cluster. Api key 64, version 0. */
export interface UnregisterBrokerRequest {
  brokerId: number;
}

/** What `encodeUnregisterBrokerRequest` takes. */
export interface UnregisterBrokerRequestDraft {
  brokerId: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeUnregisterBrokerRequest(
  writer: Writer,
  draft: UnregisterBrokerRequestDraft,
  version: number,
): void {
  checkVersion("UnregisterBrokerRequest", version, 0, 0);
  writer.int32(draft.brokerId);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeUnregisterBrokerRequest(
  reader: Reader,
  version: number,
): UnregisterBrokerRequest {
  reader.begin("UnregisterBrokerRequest", version, 0, 0);
  const brokerId = reader.int32("brokerId");
  reader.skipTags();
  return { brokerId };
}

/** Api key 64, version 0. */
export interface UnregisterBrokerResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeUnregisterBrokerResponse` takes. */
export interface UnregisterBrokerResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeUnregisterBrokerResponse(
  writer: Writer,
  draft: UnregisterBrokerResponseDraft,
  version: number,
): void {
  checkVersion("UnregisterBrokerResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeUnregisterBrokerResponse(
  reader: Reader,
  version: number,
): UnregisterBrokerResponse {
  reader.begin("UnregisterBrokerResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage };
}
