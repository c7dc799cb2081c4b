// Generated from schema/metadata/no-op-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * Nothing happened: it moves the metadata log forward, so that followers see it live. Record
 * type 20, version 0.
 */
export interface NoOpRecord {
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeNoOpRecord` takes. */
export interface NoOpRecordDraft {
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeNoOpRecord(writer: Writer, draft: NoOpRecordDraft, version: number): void {
  checkVersion("NoOpRecord", version, 0, 0);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeNoOpRecord(reader: Reader, version: number): NoOpRecord {
  reader.begin("NoOpRecord", version, 0, 0);
  const unknownTaggedFields = reader.keepTags();
  return { unknownTaggedFields };
}
