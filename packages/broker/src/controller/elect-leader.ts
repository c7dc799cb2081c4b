/**
 * Who leads a partition after a change of its replicas' states, and what is written down about it.
 *
 *   a replica may be elected cleanly when it is active (registered, unfenced, not leaving, its
 *   directory online) and in the ISR, or in the ELR when the ISR is empty
 *
 *   order: the present leader, then the replicas as assigned, then (ELR on, ISR and ELR empty) the
 *   last known leader, then (unclean.leader.election.enable) any active replica
 *
 * An election outside of ISR and ELR is unclean: the ISR becomes the new leader alone, and the
 * partition is RECOVERING until its leader says otherwise.
 *
 * Without ELR the last member of an ISR stays in it when it goes away: it is who has everything.
 * With ELR (KIP-966) it moves there, and the ISR may be empty.
 */
import type { PartitionChangeRecordDraft } from "@naru/protocol/messages/partition-change-record";
import type { PartitionImage } from "../metadata/partition-image.ts";
import { NO_LEADER, NO_LEADER_CHANGE, recoveryStateNumber } from "../metadata/partition-image.ts";
import type { LeaderRecoveryState } from "../metadata/partition-image.ts";

/** What is to become of a partition. */
export interface PartitionTarget {
  readonly isr: readonly number[];
  readonly leaderRecoveryState?: LeaderRecoveryState;
  /** Came back from an unclean stop: may have lost what it acknowledged. */
  readonly uncleanReplicas?: readonly number[];
}

export interface ElectionRules {
  readonly isAcceptable: (replica: number) => boolean;
  readonly elrEnabled: boolean;
  readonly uncleanElection: boolean;
  readonly minIsr: number;
}

type Change = Omit<PartitionChangeRecordDraft, "topicId" | "partitionId">;

/** The change that brings a partition to its target; undefined when it is there already. */
export function partitionChange(
  partition: PartitionImage,
  target: PartitionTarget,
  rules: ElectionRules,
): Change | undefined {
  const { isr, elr, leader, isUnclean } = afterElection(partition, target, rules);
  const change: { -readonly [Key in keyof Change]: Change[Key] } = {};
  if (leader !== partition.leader) change.leader = leader;
  if (!same(elr, partition.elr)) change.eligibleLeaderReplicas = elr;
  const mayBeIsr = isr.length > 0 || rules.elrEnabled;
  if (mayBeIsr && (isUnclean || !same(isr, partition.isr))) change.isr = isr;
  const lastKnown = lastKnownLeader(partition, change, rules);
  if (lastKnown !== undefined) change.lastKnownElr = lastKnown;
  const recovery = isUnclean ? "RECOVERING" : target.leaderRecoveryState;
  if (recovery !== undefined && recovery !== partition.leaderRecoveryState) {
    change.leaderRecoveryState = recoveryStateNumber(recovery);
  }
  return Object.keys(change).length === 0 ? undefined : change;
}

interface Elected {
  readonly leader: number;
  /** Whether somebody new leads who may lack what was committed. */
  readonly isUnclean: boolean;
}

/** The target with its leader, who becomes the ISR when it was not in it. */
function afterElection(
  partition: PartitionImage,
  target: PartitionTarget,
  rules: ElectionRules,
): Elected & { readonly isr: readonly number[]; readonly elr: readonly number[] } {
  const { isr } = target;
  const elr = targetElr(partition, target, rules);
  const elected = elect(partition, { isr, elr }, rules);
  const { leader } = elected;
  if (leader === partition.leader) return { leader, isUnclean: false, isr, elr };
  if (elected.isUnclean) return { ...elected, isr: [leader], elr: [] };
  if (!elr.includes(leader)) return { ...elected, isr, elr };
  return { ...elected, isr: [leader], elr: elr.filter((replica) => replica !== leader) };
}

/** Who leaves the ISR while it is smaller than min.insync.replicas stays eligible. */
function targetElr(
  partition: PartitionImage,
  target: PartitionTarget,
  rules: ElectionRules,
): readonly number[] {
  if (!rules.elrEnabled || target.isr.length >= rules.minIsr) return [];
  const candidates = new Set([...partition.elr, ...partition.isr]);
  return [...candidates].filter(
    (replica) => !target.isr.includes(replica) && !target.uncleanReplicas?.includes(replica),
  );
}

function elect(
  partition: PartitionImage,
  { isr, elr }: { readonly isr: readonly number[]; readonly elr: readonly number[] },
  rules: ElectionRules,
): Elected {
  const isClean = (replica: number): boolean =>
    (isr.includes(replica) || (isr.length === 0 && elr.includes(replica))) &&
    rules.isAcceptable(replica);
  if (isClean(partition.leader)) return { leader: partition.leader, isUnclean: false };
  const clean = partition.replicas.find(isClean);
  if (clean !== undefined) return { leader: clean, isUnclean: false };
  const [lastKnown, ...more] = partition.lastKnownElr;
  const nobodyElse = isr.length === 0 && elr.length === 0 && more.length === 0;
  if (rules.elrEnabled && nobodyElse && lastKnown !== undefined && rules.isAcceptable(lastKnown)) {
    return { leader: lastKnown, isUnclean: true };
  }
  const unclean = rules.uncleanElection ? partition.replicas.find(rules.isAcceptable) : undefined;
  return unclean === undefined
    ? { leader: NO_LEADER, isUnclean: false }
    : { leader: unclean, isUnclean: true };
}

/** With ELR on: remembered when the ISR becomes empty, forgotten when somebody leads. */
function lastKnownLeader(
  partition: PartitionImage,
  change: Change,
  rules: ElectionRules,
): readonly number[] | undefined {
  if (!rules.elrEnabled) return partition.lastKnownElr.length > 0 ? [] : undefined;
  const isKnown = same(partition.lastKnownElr, [partition.leader]);
  // A leader that is already gone says nothing: who led before it is remembered.
  if (change.isr?.length === 0 && partition.leader !== NO_LEADER) {
    return isKnown ? undefined : [partition.leader];
  }
  const leader = change.leader ?? NO_LEADER_CHANGE;
  const leads = leader >= 0 || (leader === NO_LEADER_CHANGE && partition.leader !== NO_LEADER);
  return leads && partition.lastKnownElr.length > 0 ? [] : undefined;
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((element, index) => element === b[index]);
}
