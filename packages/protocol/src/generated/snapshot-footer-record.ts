// Generated from schema/control/snapshot-footer-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** The control record that ends a snapshot: one without it is incomplete. Version 0. */
export interface SnapshotFooterRecord {
  version: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeSnapshotFooterRecord` takes. */
export interface SnapshotFooterRecordDraft {
  version: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeSnapshotFooterRecord(
  writer: Writer,
  draft: SnapshotFooterRecordDraft,
  version: number,
): void {
  checkVersion("SnapshotFooterRecord", version, 0, 0);
  writer.int16(draft.version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeSnapshotFooterRecord(reader: Reader, version: number): SnapshotFooterRecord {
  reader.begin("SnapshotFooterRecord", version, 0, 0);
  const versionValue = reader.int16("version");
  const unknownTaggedFields = reader.keepTags();
  return { version: versionValue, unknownTaggedFields };
}
