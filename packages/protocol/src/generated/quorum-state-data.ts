// Generated from schema/raft/quorum-state-data.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/**
 * The file `quorum-state`, as JSON: epoch, leader and vote of a metadata log's replica.
 * Versions 0-1.
 */
export interface QuorumStateData {
  /** Version 0. */
  clusterId: string;
  leaderId: number;
  leaderEpoch: number;
  votedId: number;
  /** Version 1. */
  votedDirectoryId: string;
  /** Version 0. */
  appliedOffset: number;
  /** Version 0. */
  currentVoters: QuorumStateDataVoter[] | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface QuorumStateDataVoter {
  voterId: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeQuorumStateData` takes. */
export interface QuorumStateDataDraft {
  clusterId?: string | undefined;
  leaderId?: number | undefined;
  leaderEpoch?: number | undefined;
  votedId?: number | undefined;
  votedDirectoryId?: string | undefined;
  appliedOffset?: number | undefined;
  currentVoters?: readonly QuorumStateDataVoterDraft[] | null | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeQuorumStateData` takes, in part. */
export interface QuorumStateDataVoterDraft {
  voterId: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeQuorumStateData(
  writer: Writer,
  draft: QuorumStateDataDraft,
  version: number,
): void {
  checkVersion("QuorumStateData", version, 0, 1);
  if (version <= 0) {
    writer.string(draft.clusterId ?? "", true);
  } else if ((draft.clusterId ?? "") !== "") {
    throw unsupportedField("QuorumStateData", "clusterId", version);
  }
  writer.int32(draft.leaderId ?? -1);
  writer.int32(draft.leaderEpoch ?? -1);
  writer.int32(draft.votedId ?? -1);
  if (version >= 1) {
    writer.uuid(draft.votedDirectoryId ?? ZERO_UUID);
  } else if ((draft.votedDirectoryId ?? ZERO_UUID) !== ZERO_UUID) {
    throw unsupportedField("QuorumStateData", "votedDirectoryId", version);
  }
  if (version <= 0) {
    writer.int64(draft.appliedOffset ?? 0);
  } else if ((draft.appliedOffset ?? 0) !== 0) {
    throw unsupportedField("QuorumStateData", "appliedOffset", version);
  }
  const currentVoters = draft.currentVoters === undefined ? [] : draft.currentVoters;
  if (version <= 0) {
    if (currentVoters === null) {
      writer.nullCount(true);
    } else {
      writer.count(currentVoters.length, true);
      for (const element of currentVoters) encodeQuorumStateDataVoter(writer, element, version);
    }
  } else if (currentVoters === null || currentVoters.length > 0) {
    throw unsupportedField("QuorumStateData", "currentVoters", version);
  }
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeQuorumStateData(reader: Reader, version: number): QuorumStateData {
  reader.begin("QuorumStateData", version, 0, 1);
  const clusterId = version <= 0 ? reader.string("clusterId", true) : "";
  const leaderId = reader.int32("leaderId");
  const leaderEpoch = reader.int32("leaderEpoch");
  const votedId = reader.int32("votedId");
  const votedDirectoryId = version >= 1 ? reader.uuid("votedDirectoryId") : ZERO_UUID;
  const appliedOffset = version <= 0 ? reader.int64("appliedOffset") : 0;
  const currentVoters: QuorumStateDataVoter[] | null =
    version <= 0
      ? decodeNullableQuorumStateDataVoterArray(
          reader,
          version,
          reader.nullableCount("currentVoters", true, 5),
        )
      : [];
  const unknownTaggedFields = reader.keepTags();
  return {
    clusterId,
    leaderId,
    leaderEpoch,
    votedId,
    votedDirectoryId,
    appliedOffset,
    currentVoters,
    unknownTaggedFields,
  };
}

function encodeQuorumStateDataVoter(
  writer: Writer,
  draft: QuorumStateDataVoterDraft,
  _version: number,
): void {
  writer.int32(draft.voterId);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeQuorumStateDataVoter(reader: Reader, _version: number): QuorumStateDataVoter {
  const voterId = reader.int32("Voter.voterId");
  const unknownTaggedFields = reader.keepTags();
  return { voterId, unknownTaggedFields };
}

function decodeNullableQuorumStateDataVoterArray(
  reader: Reader,
  version: number,
  count: number,
): QuorumStateDataVoter[] | null {
  return count < 0 ? null : decodeQuorumStateDataVoterArray(reader, version, count);
}

function decodeQuorumStateDataVoterArray(
  reader: Reader,
  version: number,
  count: number,
): QuorumStateDataVoter[] {
  const elements: QuorumStateDataVoter[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeQuorumStateDataVoter(reader, version));
  return elements;
}
