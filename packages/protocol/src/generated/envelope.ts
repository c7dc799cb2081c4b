// Generated from schema/api/envelope.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Carries a client's request from a broker to the controller (KIP-590). Api key 58, version 0. */
export interface EnvelopeRequest {
  requestData: Uint8Array;
  requestPrincipal: Uint8Array | null;
  clientHostAddress: Uint8Array;
}

/** What `encodeEnvelopeRequest` takes. */
export interface EnvelopeRequestDraft {
  requestData: Uint8Array;
  requestPrincipal: Uint8Array | null;
  clientHostAddress: Uint8Array;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeEnvelopeRequest(
  writer: Writer,
  draft: EnvelopeRequestDraft,
  version: number,
): void {
  checkVersion("EnvelopeRequest", version, 0, 0);
  writer.bytes(draft.requestData, true);
  writer.nullableBytes(draft.requestPrincipal, true);
  writer.bytes(draft.clientHostAddress, true);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeEnvelopeRequest(reader: Reader, version: number): EnvelopeRequest {
  reader.begin("EnvelopeRequest", version, 0, 0);
  const requestData = reader.bytes("requestData", true);
  const requestPrincipal = reader.nullableBytes("requestPrincipal", true);
  const clientHostAddress = reader.bytes("clientHostAddress", true);
  reader.skipTags();
  return { requestData, requestPrincipal, clientHostAddress };
}

/** Api key 58, version 0. */
export interface EnvelopeResponse {
  responseData: Uint8Array | null;
  errorCode: number;
}

/** What `encodeEnvelopeResponse` takes. */
export interface EnvelopeResponseDraft {
  responseData?: Uint8Array | null | undefined;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeEnvelopeResponse(
  writer: Writer,
  draft: EnvelopeResponseDraft,
  version: number,
): void {
  checkVersion("EnvelopeResponse", version, 0, 0);
  writer.nullableBytes(draft.responseData ?? null, true);
  writer.int16(draft.errorCode);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeEnvelopeResponse(reader: Reader, version: number): EnvelopeResponse {
  reader.begin("EnvelopeResponse", version, 0, 0);
  const responseData = reader.nullableBytes("responseData", true);
  const errorCode = reader.int16("errorCode");
  reader.skipTags();
  return { responseData, errorCode };
}
