// Generated from schema/metadata/partition-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array, readNullableInt32Array, readUuidArray } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * A partition exists, with its replicas, in-sync replicas and leader. Record type 3, versions
 * 0-2.
 */
export interface PartitionRecord {
  partitionId: number;
  topicId: string;
  replicas: number[];
  isr: number[];
  removingReplicas: number[];
  addingReplicas: number[];
  leader: number;
  leaderRecoveryState: number;
  leaderEpoch: number;
  partitionEpoch: number;
  /** Versions 1 and later. */
  directories: string[];
  /** Version 2. */
  eligibleLeaderReplicas: number[] | null;
  /** Version 2. */
  lastKnownElr: number[] | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodePartitionRecord` takes. */
export interface PartitionRecordDraft {
  partitionId?: number | undefined;
  topicId: string;
  replicas: readonly number[];
  isr: readonly number[];
  removingReplicas: readonly number[];
  addingReplicas: readonly number[];
  leader?: number | undefined;
  leaderRecoveryState?: number | undefined;
  leaderEpoch?: number | undefined;
  partitionEpoch?: number | undefined;
  directories?: readonly string[] | undefined;
  eligibleLeaderReplicas?: readonly number[] | null | undefined;
  lastKnownElr?: readonly number[] | null | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodePartitionRecord(
  writer: Writer,
  draft: PartitionRecordDraft,
  version: number,
): void {
  checkVersion("PartitionRecord", version, 0, 2);
  writer.int32(draft.partitionId ?? -1);
  writer.uuid(draft.topicId);
  const replicas = draft.replicas;
  writer.count(replicas.length, true);
  for (const element of replicas) writer.int32(element);
  const isr = draft.isr;
  writer.count(isr.length, true);
  for (const element of isr) writer.int32(element);
  const removingReplicas = draft.removingReplicas;
  writer.count(removingReplicas.length, true);
  for (const element of removingReplicas) writer.int32(element);
  const addingReplicas = draft.addingReplicas;
  writer.count(addingReplicas.length, true);
  for (const element of addingReplicas) writer.int32(element);
  writer.int32(draft.leader ?? -1);
  writer.int32(draft.leaderEpoch ?? -1);
  writer.int32(draft.partitionEpoch ?? -1);
  const directories = draft.directories ?? [];
  if (version >= 1) {
    writer.count(directories.length, true);
    for (const element of directories) writer.uuid(element);
  } else if (directories.length > 0) {
    throw unsupportedField("PartitionRecord", "directories", version);
  }
  const leaderRecoveryState = draft.leaderRecoveryState ?? 0;
  const hasLeaderRecoveryState = leaderRecoveryState !== 0;
  const eligibleLeaderReplicas = draft.eligibleLeaderReplicas ?? null;
  const hasEligibleLeaderReplicas = version >= 2 && eligibleLeaderReplicas !== null;
  if (version < 2 && eligibleLeaderReplicas !== null)
    throw unsupportedField("PartitionRecord", "eligibleLeaderReplicas", version);
  const lastKnownElr = draft.lastKnownElr ?? null;
  const hasLastKnownElr = version >= 2 && lastKnownElr !== null;
  if (version < 2 && lastKnownElr !== null)
    throw unsupportedField("PartitionRecord", "lastKnownElr", version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(
    (hasLeaderRecoveryState ? 1 : 0) +
      (hasEligibleLeaderReplicas ? 1 : 0) +
      (hasLastKnownElr ? 1 : 0) +
      unknown.length,
  );
  let next = 0;
  if (hasLeaderRecoveryState) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    writer.int8(leaderRecoveryState);
    writer.endTag(mark);
  }
  if (hasEligibleLeaderReplicas) {
    next = writeUnknownTags(writer, unknown, next, 1);
    const mark = writer.beginTag(1);
    if (eligibleLeaderReplicas === null) {
      writer.nullCount(true);
    } else {
      writer.count(eligibleLeaderReplicas.length, true);
      for (const element of eligibleLeaderReplicas) writer.int32(element);
    }
    writer.endTag(mark);
  }
  if (hasLastKnownElr) {
    next = writeUnknownTags(writer, unknown, next, 2);
    const mark = writer.beginTag(2);
    if (lastKnownElr === null) {
      writer.nullCount(true);
    } else {
      writer.count(lastKnownElr.length, true);
      for (const element of lastKnownElr) writer.int32(element);
    }
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodePartitionRecord(reader: Reader, version: number): PartitionRecord {
  reader.begin("PartitionRecord", version, 0, 2);
  const partitionId = reader.int32("partitionId");
  const topicId = reader.uuid("topicId");
  const replicas: number[] = readInt32Array(reader, "replicas", reader.count("replicas", true, 4));
  const isr: number[] = readInt32Array(reader, "isr", reader.count("isr", true, 4));
  const removingReplicas: number[] = readInt32Array(
    reader,
    "removingReplicas",
    reader.count("removingReplicas", true, 4),
  );
  const addingReplicas: number[] = readInt32Array(
    reader,
    "addingReplicas",
    reader.count("addingReplicas", true, 4),
  );
  const leader = reader.int32("leader");
  const leaderEpoch = reader.int32("leaderEpoch");
  const partitionEpoch = reader.int32("partitionEpoch");
  const directories: string[] =
    version >= 1 ? readUuidArray(reader, "directories", reader.count("directories", true, 16)) : [];
  let leaderRecoveryState: number = 0;
  let eligibleLeaderReplicas: number[] | null = null;
  let lastKnownElr: number[] | null = null;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(3); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      leaderRecoveryState = reader.int8("leaderRecoveryState");
      reader.closeTag(tag, end);
    } else if (tag === 1 && version >= 2) {
      eligibleLeaderReplicas = readNullableInt32Array(
        reader,
        "eligibleLeaderReplicas",
        reader.nullableCount("eligibleLeaderReplicas", true, 4),
      );
      reader.closeTag(tag, end);
    } else if (tag === 2 && version >= 2) {
      lastKnownElr = readNullableInt32Array(
        reader,
        "lastKnownElr",
        reader.nullableCount("lastKnownElr", true, 4),
      );
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return {
    partitionId,
    topicId,
    replicas,
    isr,
    removingReplicas,
    addingReplicas,
    leader,
    leaderRecoveryState,
    leaderEpoch,
    partitionEpoch,
    directories,
    eligibleLeaderReplicas,
    lastKnownElr,
    unknownTaggedFields,
  };
}
