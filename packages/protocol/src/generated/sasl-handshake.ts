// Generated from schema/api/sasl-handshake.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Names the SASL mechanism that the client wants to use. Api key 17, versions 0-1. */
export interface SaslHandshakeRequest {
  mechanism: string;
}

/** What `encodeSaslHandshakeRequest` takes. */
export interface SaslHandshakeRequestDraft {
  mechanism: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeSaslHandshakeRequest(
  writer: Writer,
  draft: SaslHandshakeRequestDraft,
  version: number,
): void {
  checkVersion("SaslHandshakeRequest", version, 0, 1);
  writer.string(draft.mechanism, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeSaslHandshakeRequest(reader: Reader, version: number): SaslHandshakeRequest {
  reader.begin("SaslHandshakeRequest", version, 0, 1);
  const mechanism = reader.string("mechanism", false);
  return { mechanism };
}

/** Api key 17, versions 0-1. */
export interface SaslHandshakeResponse {
  errorCode: number;
  mechanisms: string[];
}

/** What `encodeSaslHandshakeResponse` takes. */
export interface SaslHandshakeResponseDraft {
  errorCode: number;
  mechanisms: readonly string[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeSaslHandshakeResponse(
  writer: Writer,
  draft: SaslHandshakeResponseDraft,
  version: number,
): void {
  checkVersion("SaslHandshakeResponse", version, 0, 1);
  writer.int16(draft.errorCode);
  const mechanisms = draft.mechanisms;
  writer.count(mechanisms.length, false);
  for (const element of mechanisms) writer.string(element, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeSaslHandshakeResponse(
  reader: Reader,
  version: number,
): SaslHandshakeResponse {
  reader.begin("SaslHandshakeResponse", version, 0, 1);
  const errorCode = reader.int16("errorCode");
  const mechanisms: string[] = readStringArray(
    reader,
    "mechanisms",
    reader.count("mechanisms", false, 2),
    false,
  );
  return { errorCode, mechanisms };
}
