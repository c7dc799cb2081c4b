// Generated from schema/metadata/end-transaction-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** The records since BeginTransactionRecord take effect. Record type 24, version 0. */
export interface EndTransactionRecord {
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeEndTransactionRecord` takes. */
export interface EndTransactionRecordDraft {
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeEndTransactionRecord(
  writer: Writer,
  draft: EndTransactionRecordDraft,
  version: number,
): void {
  checkVersion("EndTransactionRecord", version, 0, 0);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeEndTransactionRecord(reader: Reader, version: number): EndTransactionRecord {
  reader.begin("EndTransactionRecord", version, 0, 0);
  const unknownTaggedFields = reader.keepTags();
  return { unknownTaggedFields };
}
