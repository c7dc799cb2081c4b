// Generated from schema/api/expire-delegation-token.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Ends a delegation token, now or at a given time. Api key 40, versions 1-2. */
export interface ExpireDelegationTokenRequest {
  hmac: Uint8Array;
  expiryTimePeriodMs: number;
}

/** What `encodeExpireDelegationTokenRequest` takes. */
export interface ExpireDelegationTokenRequestDraft {
  hmac: Uint8Array;
  expiryTimePeriodMs: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeExpireDelegationTokenRequest(
  writer: Writer,
  draft: ExpireDelegationTokenRequestDraft,
  version: number,
): void {
  checkVersion("ExpireDelegationTokenRequest", version, 1, 2);
  const flexible = version >= 2;
  writer.bytes(draft.hmac, flexible);
  writer.int64(draft.expiryTimePeriodMs);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeExpireDelegationTokenRequest(
  reader: Reader,
  version: number,
): ExpireDelegationTokenRequest {
  reader.begin("ExpireDelegationTokenRequest", version, 1, 2);
  const flexible = version >= 2;
  const hmac = reader.bytes("hmac", flexible);
  const expiryTimePeriodMs = reader.int64("expiryTimePeriodMs");
  if (flexible) reader.skipTags();
  return { hmac, expiryTimePeriodMs };
}

/** Api key 40, versions 1-2. */
export interface ExpireDelegationTokenResponse {
  errorCode: number;
  expiryTimestampMs: number;
  throttleTimeMs: number;
}

/** What `encodeExpireDelegationTokenResponse` takes. */
export interface ExpireDelegationTokenResponseDraft {
  errorCode: number;
  expiryTimestampMs: number;
  throttleTimeMs: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeExpireDelegationTokenResponse(
  writer: Writer,
  draft: ExpireDelegationTokenResponseDraft,
  version: number,
): void {
  checkVersion("ExpireDelegationTokenResponse", version, 1, 2);
  const flexible = version >= 2;
  writer.int16(draft.errorCode);
  writer.int64(draft.expiryTimestampMs);
  writer.int32(draft.throttleTimeMs);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeExpireDelegationTokenResponse(
  reader: Reader,
  version: number,
): ExpireDelegationTokenResponse {
  reader.begin("ExpireDelegationTokenResponse", version, 1, 2);
  const flexible = version >= 2;
  const errorCode = reader.int16("errorCode");
  const expiryTimestampMs = reader.int64("expiryTimestampMs");
  const throttleTimeMs = reader.int32("throttleTimeMs");
  if (flexible) reader.skipTags();
  return { errorCode, expiryTimestampMs, throttleTimeMs };
}
