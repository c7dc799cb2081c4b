// Generated from schema/metadata/begin-transaction-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * What follows takes effect together, at EndTransactionRecord (KIP-868). Record type 23,
 * version 0.
 */
export interface BeginTransactionRecord {
  name: string | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeBeginTransactionRecord` takes. */
export interface BeginTransactionRecordDraft {
  name?: string | null | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeBeginTransactionRecord(
  writer: Writer,
  draft: BeginTransactionRecordDraft,
  version: number,
): void {
  checkVersion("BeginTransactionRecord", version, 0, 0);
  const name = draft.name ?? null;
  const hasName = name !== null;
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint((hasName ? 1 : 0) + unknown.length);
  let next = 0;
  if (hasName) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    writer.nullableString(name, true);
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeBeginTransactionRecord(
  reader: Reader,
  version: number,
): BeginTransactionRecord {
  reader.begin("BeginTransactionRecord", version, 0, 0);
  let name: string | null = null;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      name = reader.nullableString("name", true);
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return { name, unknownTaggedFields };
}
