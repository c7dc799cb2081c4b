// Generated from schema/metadata/partition-change-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readNullableInt32Array, readNullableUuidArray } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A partition has changed. What is not set stays as it was. Record type 5, versions 0-2. */
export interface PartitionChangeRecord {
  partitionId: number;
  topicId: string;
  isr: number[] | null;
  leader: number;
  replicas: number[] | null;
  removingReplicas: number[] | null;
  addingReplicas: number[] | null;
  leaderRecoveryState: number;
  /** Versions 1 and later. */
  directories: string[] | null;
  /** Version 2. */
  eligibleLeaderReplicas: number[] | null;
  /** Version 2. */
  lastKnownElr: number[] | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodePartitionChangeRecord` takes. */
export interface PartitionChangeRecordDraft {
  partitionId?: number | undefined;
  topicId: string;
  isr?: readonly number[] | null | undefined;
  leader?: number | undefined;
  replicas?: readonly number[] | null | undefined;
  removingReplicas?: readonly number[] | null | undefined;
  addingReplicas?: readonly number[] | null | undefined;
  leaderRecoveryState?: number | undefined;
  directories?: readonly string[] | null | undefined;
  eligibleLeaderReplicas?: readonly number[] | null | undefined;
  lastKnownElr?: readonly number[] | null | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodePartitionChangeRecord(
  writer: Writer,
  draft: PartitionChangeRecordDraft,
  version: number,
): void {
  checkVersion("PartitionChangeRecord", version, 0, 2);
  writer.int32(draft.partitionId ?? -1);
  writer.uuid(draft.topicId);
  const isr = draft.isr ?? null;
  const hasIsr = isr !== null;
  const leader = draft.leader ?? -2;
  const hasLeader = leader !== -2;
  const replicas = draft.replicas ?? null;
  const hasReplicas = replicas !== null;
  const removingReplicas = draft.removingReplicas ?? null;
  const hasRemovingReplicas = removingReplicas !== null;
  const addingReplicas = draft.addingReplicas ?? null;
  const hasAddingReplicas = addingReplicas !== null;
  const leaderRecoveryState = draft.leaderRecoveryState ?? -1;
  const hasLeaderRecoveryState = leaderRecoveryState !== -1;
  const eligibleLeaderReplicas = draft.eligibleLeaderReplicas ?? null;
  const hasEligibleLeaderReplicas = version >= 2 && eligibleLeaderReplicas !== null;
  if (version < 2 && eligibleLeaderReplicas !== null)
    throw unsupportedField("PartitionChangeRecord", "eligibleLeaderReplicas", version);
  const lastKnownElr = draft.lastKnownElr ?? null;
  const hasLastKnownElr = version >= 2 && lastKnownElr !== null;
  if (version < 2 && lastKnownElr !== null)
    throw unsupportedField("PartitionChangeRecord", "lastKnownElr", version);
  const directories = draft.directories ?? null;
  const hasDirectories = version >= 1 && directories !== null;
  if (version < 1 && directories !== null)
    throw unsupportedField("PartitionChangeRecord", "directories", version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(
    (hasIsr ? 1 : 0) +
      (hasLeader ? 1 : 0) +
      (hasReplicas ? 1 : 0) +
      (hasRemovingReplicas ? 1 : 0) +
      (hasAddingReplicas ? 1 : 0) +
      (hasLeaderRecoveryState ? 1 : 0) +
      (hasEligibleLeaderReplicas ? 1 : 0) +
      (hasLastKnownElr ? 1 : 0) +
      (hasDirectories ? 1 : 0) +
      unknown.length,
  );
  let next = 0;
  if (hasIsr) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    if (isr === null) {
      writer.nullCount(true);
    } else {
      writer.count(isr.length, true);
      for (const element of isr) writer.int32(element);
    }
    writer.endTag(mark);
  }
  if (hasLeader) {
    next = writeUnknownTags(writer, unknown, next, 1);
    const mark = writer.beginTag(1);
    writer.int32(leader);
    writer.endTag(mark);
  }
  if (hasReplicas) {
    next = writeUnknownTags(writer, unknown, next, 2);
    const mark = writer.beginTag(2);
    if (replicas === null) {
      writer.nullCount(true);
    } else {
      writer.count(replicas.length, true);
      for (const element of replicas) writer.int32(element);
    }
    writer.endTag(mark);
  }
  if (hasRemovingReplicas) {
    next = writeUnknownTags(writer, unknown, next, 3);
    const mark = writer.beginTag(3);
    if (removingReplicas === null) {
      writer.nullCount(true);
    } else {
      writer.count(removingReplicas.length, true);
      for (const element of removingReplicas) writer.int32(element);
    }
    writer.endTag(mark);
  }
  if (hasAddingReplicas) {
    next = writeUnknownTags(writer, unknown, next, 4);
    const mark = writer.beginTag(4);
    if (addingReplicas === null) {
      writer.nullCount(true);
    } else {
      writer.count(addingReplicas.length, true);
      for (const element of addingReplicas) writer.int32(element);
    }
    writer.endTag(mark);
  }
  if (hasLeaderRecoveryState) {
    next = writeUnknownTags(writer, unknown, next, 5);
    const mark = writer.beginTag(5);
    writer.int8(leaderRecoveryState);
    writer.endTag(mark);
  }
  if (hasEligibleLeaderReplicas) {
    next = writeUnknownTags(writer, unknown, next, 6);
    const mark = writer.beginTag(6);
    if (eligibleLeaderReplicas === null) {
      writer.nullCount(true);
    } else {
      writer.count(eligibleLeaderReplicas.length, true);
      for (const element of eligibleLeaderReplicas) writer.int32(element);
    }
    writer.endTag(mark);
  }
  if (hasLastKnownElr) {
    next = writeUnknownTags(writer, unknown, next, 7);
    const mark = writer.beginTag(7);
    if (lastKnownElr === null) {
      writer.nullCount(true);
    } else {
      writer.count(lastKnownElr.length, true);
      for (const element of lastKnownElr) writer.int32(element);
    }
    writer.endTag(mark);
  }
  if (hasDirectories) {
    next = writeUnknownTags(writer, unknown, next, 8);
    const mark = writer.beginTag(8);
    if (directories === null) {
      writer.nullCount(true);
    } else {
      writer.count(directories.length, true);
      for (const element of directories) writer.uuid(element);
    }
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodePartitionChangeRecord(
  reader: Reader,
  version: number,
): PartitionChangeRecord {
  reader.begin("PartitionChangeRecord", version, 0, 2);
  const partitionId = reader.int32("partitionId");
  const topicId = reader.uuid("topicId");
  let isr: number[] | null = null;
  let leader: number = -2;
  let replicas: number[] | null = null;
  let removingReplicas: number[] | null = null;
  let addingReplicas: number[] | null = null;
  let leaderRecoveryState: number = -1;
  let eligibleLeaderReplicas: number[] | null = null;
  let lastKnownElr: number[] | null = null;
  let directories: string[] | null = null;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(9); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      isr = readNullableInt32Array(reader, "isr", reader.nullableCount("isr", true, 4));
      reader.closeTag(tag, end);
    } else if (tag === 1) {
      leader = reader.int32("leader");
      reader.closeTag(tag, end);
    } else if (tag === 2) {
      replicas = readNullableInt32Array(
        reader,
        "replicas",
        reader.nullableCount("replicas", true, 4),
      );
      reader.closeTag(tag, end);
    } else if (tag === 3) {
      removingReplicas = readNullableInt32Array(
        reader,
        "removingReplicas",
        reader.nullableCount("removingReplicas", true, 4),
      );
      reader.closeTag(tag, end);
    } else if (tag === 4) {
      addingReplicas = readNullableInt32Array(
        reader,
        "addingReplicas",
        reader.nullableCount("addingReplicas", true, 4),
      );
      reader.closeTag(tag, end);
    } else if (tag === 5) {
      leaderRecoveryState = reader.int8("leaderRecoveryState");
      reader.closeTag(tag, end);
    } else if (tag === 6 && version >= 2) {
      eligibleLeaderReplicas = readNullableInt32Array(
        reader,
        "eligibleLeaderReplicas",
        reader.nullableCount("eligibleLeaderReplicas", true, 4),
      );
      reader.closeTag(tag, end);
    } else if (tag === 7 && version >= 2) {
      lastKnownElr = readNullableInt32Array(
        reader,
        "lastKnownElr",
        reader.nullableCount("lastKnownElr", true, 4),
      );
      reader.closeTag(tag, end);
    } else if (tag === 8 && version >= 1) {
      directories = readNullableUuidArray(
        reader,
        "directories",
        reader.nullableCount("directories", true, 16),
      );
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return {
    partitionId,
    topicId,
    isr,
    leader,
    replicas,
    removingReplicas,
    addingReplicas,
    leaderRecoveryState,
    directories,
    eligibleLeaderReplicas,
    lastKnownElr,
    unknownTaggedFields,
  };
}
