// Generated from schema/header/response-header.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/**
 * What stands before every response. Version 1 adds tagged fields; ApiVersions keeps 0.
 * Versions 0-1.
 */
export interface ResponseHeader {
  correlationId: number;
}

/** What `encodeResponseHeader` takes. */
export interface ResponseHeaderDraft {
  correlationId: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeResponseHeader(
  writer: Writer,
  draft: ResponseHeaderDraft,
  version: number,
): void {
  checkVersion("ResponseHeader", version, 0, 1);
  const flexible = version >= 1;
  writer.int32(draft.correlationId);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeResponseHeader(reader: Reader, version: number): ResponseHeader {
  reader.begin("ResponseHeader", version, 0, 1);
  const flexible = version >= 1;
  const correlationId = reader.int32("correlationId");
  if (flexible) reader.skipTags();
  return { correlationId };
}
