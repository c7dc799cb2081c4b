// Generated from schema/metadata/remove-access-control-entry-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** An access rule is removed. Record type 19, version 0. */
export interface RemoveAccessControlEntryRecord {
  id: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeRemoveAccessControlEntryRecord` takes. */
export interface RemoveAccessControlEntryRecordDraft {
  id: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRemoveAccessControlEntryRecord(
  writer: Writer,
  draft: RemoveAccessControlEntryRecordDraft,
  version: number,
): void {
  checkVersion("RemoveAccessControlEntryRecord", version, 0, 0);
  writer.uuid(draft.id);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRemoveAccessControlEntryRecord(
  reader: Reader,
  version: number,
): RemoveAccessControlEntryRecord {
  reader.begin("RemoveAccessControlEntryRecord", version, 0, 0);
  const id = reader.uuid("id");
  const unknownTaggedFields = reader.keepTags();
  return { id, unknownTaggedFields };
}
