// Generated from schema/header/request-header.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/**
 * What stands before every request. Version 1 is classic, version 2 has tagged fields.
 * Versions 1-2.
 */
export interface RequestHeader {
  requestApiKey: number;
  requestApiVersion: number;
  correlationId: number;
  clientId: string | null;
}

/** What `encodeRequestHeader` takes. */
export interface RequestHeaderDraft {
  requestApiKey: number;
  requestApiVersion: number;
  correlationId: number;
  clientId: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRequestHeader(
  writer: Writer,
  draft: RequestHeaderDraft,
  version: number,
): void {
  checkVersion("RequestHeader", version, 1, 2);
  const flexible = version >= 2;
  writer.int16(draft.requestApiKey);
  writer.int16(draft.requestApiVersion);
  writer.int32(draft.correlationId);
  writer.nullableString(draft.clientId, false);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRequestHeader(reader: Reader, version: number): RequestHeader {
  reader.begin("RequestHeader", version, 1, 2);
  const flexible = version >= 2;
  const requestApiKey = reader.int16("requestApiKey");
  const requestApiVersion = reader.int16("requestApiVersion");
  const correlationId = reader.int32("correlationId");
  const clientId = reader.nullableString("clientId", false);
  if (flexible) reader.skipTags();
  return { requestApiKey, requestApiVersion, correlationId, clientId };
}
