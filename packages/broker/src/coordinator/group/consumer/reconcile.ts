import type { PartitionsByTopic } from "./assignor.ts";
import type { ConsumerMember } from "./consumer-member.ts";
import { noPartitions, type OwnedPartitions } from "./owned-partitions.ts";

/** What a member's way to its target depends on. */
export interface Reconciliation {
  readonly target: PartitionsByTopic;
  readonly targetEpoch: number;
  readonly hasSubscriptionChanged: boolean;
  /** What it says it has; null when it does not say. */
  readonly reported: PartitionsByTopic | null;
  /** Does it read this topic now, and is it there? */
  isRead(topicId: string): boolean;
  /** Has some member this partition, or not said yet that it gave it up? */
  isHeld(topicId: string, partition: number): boolean;
}

/**
 * The next step of a member towards its target, one for each heartbeat:
 *
 *   1. what is not in the target is to be given up: UNREVOKED_PARTITIONS, at the old epoch
 *   2. once it says that it has given it up, it is at the target's epoch and gets what is free
 *   3. while others hold the rest: UNRELEASED_PARTITIONS; and STABLE when it has all
 */
export function reconcile(member: ConsumerMember, how: Reconciliation): ConsumerMember {
  switch (member.state) {
    case "STABLE":
      if (member.memberEpoch !== how.targetEpoch) return towardsTarget(member, how);
      return how.hasSubscriptionChanged ? withoutUnread(member, how) : member;
    case "UNREVOKED_PARTITIONS":
      if (!hasSome(member.pendingRevocation, how.reported)) return towardsTarget(member, how);
      return how.hasSubscriptionChanged ? withoutUnread(member, how) : member;
    case "UNRELEASED_PARTITIONS":
      return towardsTarget(member, how);
    case "UNKNOWN":
      // It was asked before to have given up all, whatever its state meant.
      return towardsTarget({ ...member, memberEpoch: how.targetEpoch }, how);
  }
}

function towardsTarget(member: ConsumerMember, how: Reconciliation): ConsumerMember {
  const { assigned, revoked } = split(member.assigned, (topicId, partition) =>
    isWanted(how, topicId, partition),
  );
  if (revoked.size > 0 && hasSome(revoked, how.reported)) {
    return {
      ...atEpoch(member, member.memberEpoch),
      state: "UNREVOKED_PARTITIONS",
      assigned,
      pendingRevocation: revoked,
    };
  }
  const { all, isSomeHeld } = withFreePartitions(member, assigned, how);
  return {
    ...atEpoch(member, how.targetEpoch),
    state: isSomeHeld ? "UNRELEASED_PARTITIONS" : "STABLE",
    assigned: all,
    pendingRevocation: noPartitions,
  };
}

/** A topic that it does not read any longer is given up at once, before there is a new target. */
function withoutUnread(member: ConsumerMember, how: Reconciliation): ConsumerMember {
  const { assigned, revoked } = split(member.assigned, (topicId) => how.isRead(topicId));
  if (revoked.size === 0) return member;
  const pendingRevocation = merged(member.pendingRevocation, revoked);
  const next = { ...atEpoch(member, member.memberEpoch), assigned };
  return hasSome(pendingRevocation, how.reported)
    ? { ...next, state: "UNREVOKED_PARTITIONS", pendingRevocation }
    : next;
}

/** What it keeps, and of its target all that nobody else holds: from the target's epoch on. */
function withFreePartitions(
  member: ConsumerMember,
  kept: OwnedPartitions,
  how: Reconciliation,
): { all: OwnedPartitions; isSomeHeld: boolean } {
  const { target, targetEpoch } = how;
  const all = new Map(kept);
  let isSomeHeld = false;
  for (const [topicId, partitions] of target) {
    if (!how.isRead(topicId)) continue;
    const free = new Map<number, number>();
    for (const partition of partitions) {
      if (kept.get(topicId)?.has(partition) === true) continue;
      const isOwn = member.pendingRevocation.get(topicId)?.has(partition) === true;
      if (how.isHeld(topicId, partition) && !isOwn) isSomeHeld = true;
      else free.set(partition, targetEpoch);
    }
    if (free.size > 0) all.set(topicId, new Map([...(kept.get(topicId) ?? []), ...free]));
  }
  return { all, isSomeHeld };
}

function isWanted(how: Reconciliation, topicId: string, index: number): boolean {
  return how.target.get(topicId)?.has(index) === true && how.isRead(topicId);
}

function split(
  owned: OwnedPartitions,
  isKept: (topicId: string, partition: number) => boolean,
): { assigned: OwnedPartitions; revoked: OwnedPartitions } {
  const assigned = new Map<string, Map<number, number>>();
  const revoked = new Map<string, Map<number, number>>();
  for (const [topicId, partitions] of owned) {
    for (const [partition, epoch] of partitions) {
      const side = isKept(topicId, partition) ? assigned : revoked;
      let epochs = side.get(topicId);
      if (epochs === undefined) side.set(topicId, (epochs = new Map()));
      epochs.set(partition, epoch);
    }
  }
  return { assigned, revoked };
}

function merged(a: OwnedPartitions, b: OwnedPartitions): OwnedPartitions {
  const all = new Map(a);
  for (const [topicId, partitions] of b) {
    all.set(topicId, new Map([...(a.get(topicId) ?? []), ...partitions]));
  }
  return all;
}

/** A member that does not say what it has may have anything. */
function hasSome(owned: OwnedPartitions, reported: PartitionsByTopic | null): boolean {
  if (reported === null) return true;
  for (const [topicId, partitions] of reported) {
    const some = owned.get(topicId);
    if (some === undefined) continue;
    for (const partition of partitions) if (some.has(partition)) return true;
  }
  return false;
}

/** The epoch before is remembered: the answer that tells of the new one may be lost. */
function atEpoch(member: ConsumerMember, memberEpoch: number): ConsumerMember {
  return { ...member, memberEpoch, previousMemberEpoch: member.memberEpoch };
}
