// Generated from schema/control/snapshot-header-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** The control record that begins a snapshot. Version 0. */
export interface SnapshotHeaderRecord {
  version: number;
  lastContainedLogTimestamp: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeSnapshotHeaderRecord` takes. */
export interface SnapshotHeaderRecordDraft {
  version: number;
  lastContainedLogTimestamp: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeSnapshotHeaderRecord(
  writer: Writer,
  draft: SnapshotHeaderRecordDraft,
  version: number,
): void {
  checkVersion("SnapshotHeaderRecord", version, 0, 0);
  writer.int16(draft.version);
  writer.int64(draft.lastContainedLogTimestamp);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeSnapshotHeaderRecord(reader: Reader, version: number): SnapshotHeaderRecord {
  reader.begin("SnapshotHeaderRecord", version, 0, 0);
  const versionValue = reader.int16("version");
  const lastContainedLogTimestamp = reader.int64("lastContainedLogTimestamp");
  const unknownTaggedFields = reader.keepTags();
  return { version: versionValue, lastContainedLogTimestamp, unknownTaggedFields };
}
