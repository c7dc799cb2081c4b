// Generated from schema/api/sasl-authenticate.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Carries one step of a SASL exchange. Api key 36, versions 0-2. */
export interface SaslAuthenticateRequest {
  authBytes: Uint8Array;
}

/** What `encodeSaslAuthenticateRequest` takes. */
export interface SaslAuthenticateRequestDraft {
  authBytes: Uint8Array;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeSaslAuthenticateRequest(
  writer: Writer,
  draft: SaslAuthenticateRequestDraft,
  version: number,
): void {
  checkVersion("SaslAuthenticateRequest", version, 0, 2);
  const flexible = version >= 2;
  writer.bytes(draft.authBytes, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeSaslAuthenticateRequest(
  reader: Reader,
  version: number,
): SaslAuthenticateRequest {
  reader.begin("SaslAuthenticateRequest", version, 0, 2);
  const flexible = version >= 2;
  const authBytes = reader.bytes("authBytes", flexible);
  if (flexible) reader.skipTags();
  return { authBytes };
}

/** Api key 36, versions 0-2. */
export interface SaslAuthenticateResponse {
  errorCode: number;
  errorMessage: string | null;
  authBytes: Uint8Array;
  /** Versions 1 and later. */
  sessionLifetimeMs: number;
}

/** What `encodeSaslAuthenticateResponse` takes. */
export interface SaslAuthenticateResponseDraft {
  errorCode: number;
  errorMessage: string | null;
  authBytes: Uint8Array;
  sessionLifetimeMs?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeSaslAuthenticateResponse(
  writer: Writer,
  draft: SaslAuthenticateResponseDraft,
  version: number,
): void {
  checkVersion("SaslAuthenticateResponse", version, 0, 2);
  const flexible = version >= 2;
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  writer.bytes(draft.authBytes, flexible);
  if (version >= 1) {
    writer.int64(draft.sessionLifetimeMs ?? 0);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeSaslAuthenticateResponse(
  reader: Reader,
  version: number,
): SaslAuthenticateResponse {
  reader.begin("SaslAuthenticateResponse", version, 0, 2);
  const flexible = version >= 2;
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", flexible);
  const authBytes = reader.bytes("authBytes", flexible);
  const sessionLifetimeMs = version >= 1 ? reader.int64("sessionLifetimeMs") : 0;
  if (flexible) reader.skipTags();
  return { errorCode, errorMessage, authBytes, sessionLifetimeMs };
}
