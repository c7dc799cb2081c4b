import { ZERO_UUID } from "@naru/protocol";
import type { UnknownTaggedField } from "@naru/protocol";
import type { PartitionChangeRecord } from "@naru/protocol/messages/partition-change-record";
import type {
  PartitionRecord,
  PartitionRecordDraft,
} from "@naru/protocol/messages/partition-record";

/** No broker leads, or none is meant. */
export const NO_LEADER = -1;
/** In a PartitionChangeRecord: the leader stays who it is, and so does the leader epoch. */
export const NO_LEADER_CHANGE = -2;

/**
 * The directory a replica lies in is not known yet: "migrating". What old logs without them mean.
 */
const DIRECTORY_NOT_KNOWN = ZERO_UUID;

export type LeaderRecoveryState = "RECOVERED" | "RECOVERING";

/** What the cluster has decided about one partition. */
export interface PartitionImage {
  /** The preferred leader first. */
  readonly replicas: readonly number[];
  readonly isr: readonly number[];
  /** The directory of each replica, in the order of `replicas`. */
  readonly directories: readonly string[];
  readonly removing: readonly number[];
  readonly adding: readonly number[];
  /** -1 when nobody leads. */
  readonly leader: number;
  readonly leaderRecoveryState: LeaderRecoveryState;
  readonly leaderEpoch: number;
  readonly partitionEpoch: number;
  /** Eligible leader replicas (KIP-966): not in the ISR, but have all that is committed. */
  readonly elr: readonly number[];
  /** While nobody leads: who did last. */
  readonly lastKnownElr: readonly number[];
  readonly unknownTags: readonly UnknownTaggedField[];
}

export function partitionImageOf(record: PartitionRecord): PartitionImage {
  return {
    replicas: record.replicas,
    isr: record.isr,
    directories: directoriesFor(record.replicas, record.directories),
    removing: record.removingReplicas,
    adding: record.addingReplicas,
    leader: record.leader,
    leaderRecoveryState: recoveryStateOf(record.leaderRecoveryState),
    leaderEpoch: record.leaderEpoch,
    partitionEpoch: record.partitionEpoch,
    elr: record.eligibleLeaderReplicas ?? [],
    lastKnownElr: record.lastKnownElr ?? [],
    unknownTags: record.unknownTaggedFields,
  };
}

/**
 * The partition after a change. Any leader that a change names, even the one there is, begins a new
 * leader epoch; every change begins a new partition epoch.
 */
export function partitionAfter(
  before: PartitionImage,
  change: PartitionChangeRecord,
): PartitionImage {
  const replicas = change.replicas ?? before.replicas;
  const named = change.leader !== NO_LEADER_CHANGE;
  return {
    replicas,
    isr: change.isr ?? before.isr,
    directories: directoriesFor(replicas, change.directories ?? before.directories),
    removing: change.removingReplicas ?? before.removing,
    adding: change.addingReplicas ?? before.adding,
    leader: named ? change.leader : before.leader,
    leaderRecoveryState:
      change.leaderRecoveryState === -1
        ? before.leaderRecoveryState
        : recoveryStateOf(change.leaderRecoveryState),
    leaderEpoch: named ? before.leaderEpoch + 1 : before.leaderEpoch,
    partitionEpoch: before.partitionEpoch + 1,
    elr: change.eligibleLeaderReplicas ?? before.elr,
    lastKnownElr: change.lastKnownElr ?? before.lastKnownElr,
    unknownTags: before.unknownTags,
  };
}

/** The record that makes the partition as it is. */
export function partitionRecordOf(
  at: { readonly topicId: string; readonly partitionId: number },
  partition: PartitionImage,
): PartitionRecordDraft {
  return {
    ...at,
    replicas: [...partition.replicas],
    isr: [...partition.isr],
    removingReplicas: [...partition.removing],
    addingReplicas: [...partition.adding],
    leader: partition.leader,
    leaderRecoveryState: recoveryStateNumber(partition.leaderRecoveryState),
    leaderEpoch: partition.leaderEpoch,
    partitionEpoch: partition.partitionEpoch,
    directories: [...partition.directories],
    eligibleLeaderReplicas: partition.elr.length === 0 ? null : [...partition.elr],
    lastKnownElr: partition.lastKnownElr.length === 0 ? null : [...partition.lastKnownElr],
    unknownTaggedFields: partition.unknownTags,
  };
}

export function recoveryStateNumber(state: LeaderRecoveryState): number {
  return state === "RECOVERING" ? 1 : 0;
}

export function recoveryStateOf(state: number): LeaderRecoveryState {
  return state === 1 ? "RECOVERING" : "RECOVERED";
}

function directoriesFor(
  replicas: readonly number[],
  directories: readonly string[],
): readonly string[] {
  // Records before version 1 have none.
  return directories.length === replicas.length
    ? directories
    : replicas.map((_, index) => directories[index] ?? DIRECTORY_NOT_KNOWN);
}
