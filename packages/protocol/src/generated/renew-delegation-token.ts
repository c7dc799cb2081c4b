// Generated from schema/api/renew-delegation-token.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Gives a delegation token more time. Api key 39, versions 1-2. */
export interface RenewDelegationTokenRequest {
  hmac: Uint8Array;
  renewPeriodMs: number;
}

/** What `encodeRenewDelegationTokenRequest` takes. */
export interface RenewDelegationTokenRequestDraft {
  hmac: Uint8Array;
  renewPeriodMs: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRenewDelegationTokenRequest(
  writer: Writer,
  draft: RenewDelegationTokenRequestDraft,
  version: number,
): void {
  checkVersion("RenewDelegationTokenRequest", version, 1, 2);
  const flexible = version >= 2;
  writer.bytes(draft.hmac, flexible);
  writer.int64(draft.renewPeriodMs);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRenewDelegationTokenRequest(
  reader: Reader,
  version: number,
): RenewDelegationTokenRequest {
  reader.begin("RenewDelegationTokenRequest", version, 1, 2);
  const flexible = version >= 2;
  const hmac = reader.bytes("hmac", flexible);
  const renewPeriodMs = reader.int64("renewPeriodMs");
  if (flexible) reader.skipTags();
  return { hmac, renewPeriodMs };
}

/** Api key 39, versions 1-2. */
export interface RenewDelegationTokenResponse {
  errorCode: number;
  expiryTimestampMs: number;
  throttleTimeMs: number;
}

/** What `encodeRenewDelegationTokenResponse` takes. */
export interface RenewDelegationTokenResponseDraft {
  errorCode: number;
  expiryTimestampMs: number;
  throttleTimeMs: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRenewDelegationTokenResponse(
  writer: Writer,
  draft: RenewDelegationTokenResponseDraft,
  version: number,
): void {
  checkVersion("RenewDelegationTokenResponse", version, 1, 2);
  const flexible = version >= 2;
  writer.int16(draft.errorCode);
  writer.int64(draft.expiryTimestampMs);
  writer.int32(draft.throttleTimeMs);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRenewDelegationTokenResponse(
  reader: Reader,
  version: number,
): RenewDelegationTokenResponse {
  reader.begin("RenewDelegationTokenResponse", version, 1, 2);
  const flexible = version >= 2;
  const errorCode = reader.int16("errorCode");
  const expiryTimestampMs = reader.int64("expiryTimestampMs");
  const throttleTimeMs = reader.int32("throttleTimeMs");
  if (flexible) reader.skipTags();
  return { errorCode, expiryTimestampMs, throttleTimeMs };
}
