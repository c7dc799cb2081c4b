// Generated from schema/metadata/zk-migration-state-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * How far a migration from ZooKeeper went. It has no meaning in Kafka 4. Record type 21,
 * version 0.
 */
export interface ZkMigrationStateRecord {
  zkMigrationState: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeZkMigrationStateRecord` takes. */
export interface ZkMigrationStateRecordDraft {
  zkMigrationState: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeZkMigrationStateRecord(
  writer: Writer,
  draft: ZkMigrationStateRecordDraft,
  version: number,
): void {
  checkVersion("ZkMigrationStateRecord", version, 0, 0);
  writer.int8(draft.zkMigrationState);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeZkMigrationStateRecord(
  reader: Reader,
  version: number,
): ZkMigrationStateRecord {
  reader.begin("ZkMigrationStateRecord", version, 0, 0);
  const zkMigrationState = reader.int8("zkMigrationState");
  const unknownTaggedFields = reader.keepTags();
  return { zkMigrationState, unknownTaggedFields };
}
