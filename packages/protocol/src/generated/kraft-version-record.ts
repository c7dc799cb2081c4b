// Generated from schema/control/kraft-version-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** Control record of the metadata log: the version of its quorum's protocol. Version 0. */
export interface KRaftVersionRecord {
  version: number;
  kRaftVersion: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeKRaftVersionRecord` takes. */
export interface KRaftVersionRecordDraft {
  version: number;
  kRaftVersion: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeKRaftVersionRecord(
  writer: Writer,
  draft: KRaftVersionRecordDraft,
  version: number,
): void {
  checkVersion("KRaftVersionRecord", version, 0, 0);
  writer.int16(draft.version);
  writer.int16(draft.kRaftVersion);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeKRaftVersionRecord(reader: Reader, version: number): KRaftVersionRecord {
  reader.begin("KRaftVersionRecord", version, 0, 0);
  const versionValue = reader.int16("version");
  const kRaftVersion = reader.int16("kRaftVersion");
  const unknownTaggedFields = reader.keepTags();
  return { version: versionValue, kRaftVersion, unknownTaggedFields };
}
