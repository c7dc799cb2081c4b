import type { ClassicGroup } from "../classic/classic-group.ts";
import { removeEmptyGroup } from "../delete-group.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import type { Group } from "../group.ts";
import { offsetTombstone } from "./delete-offsets.ts";
import type { CommittedOffset } from "./offset-store.ts";

/**
 * Removes what was kept for `offsets.retention.minutes`, and empty groups that have nothing left.
 *
 * The time begins with the commit; for a group that had members, when its last member left, so
 * that offsets outlive a pause as long as the group itself was in use. While a group has members,
 * offsets of the topics they read never expire.
 */
export function expireOffsets(machine: GroupMachine, step: GroupStep): void {
  step.isDivisible = true;
  for (const group of machine.groups.values()) {
    expireGroup(machine, group, step);
  }
}

function expireGroup(machine: GroupMachine, group: Group, step: GroupStep): void {
  const { groupId } = group;
  const { offsets, config } = machine;
  const due: { topic: string; partition: number }[] = [];
  for (const [topic, partitions] of offsets.topicsOf(groupId)) {
    if (group.isSubscribedTo(topic)) continue;
    for (const [partition, committed] of partitions) {
      const isDue = isExpired(group, committed, {
        nowMs: step.nowMs,
        retentionMs: config.offsetsRetentionMs,
      });
      if (isDue && !offsets.isPending(groupId, topic, partition)) due.push({ topic, partition });
    }
  }
  for (const { topic, partition } of due) step.write(offsetTombstone(groupId, topic, partition));
  if (due.length > 0) step.note(`group ${groupId}: ${due.length} offsets have expired.`);
  const isUseless = offsets.topicsOf(groupId).size === 0 && !offsets.hasPending(groupId);
  if (isUseless && group.state === "Empty" && !isAwaited(group)) removeEmptyGroup(group, step);
}

/** Somebody has asked for an id of a classic group, and has not joined with it yet. */
function isAwaited(group: Group): boolean {
  return group.type === "classic" && group.pendingMembers.size > 0;
}

function isExpired(
  group: Group,
  committed: CommittedOffset,
  { nowMs, retentionMs }: { nowMs: number; retentionMs: number },
): boolean {
  const sinceMs =
    group.type === "classic" ? retentionBegin(group, committed) : committed.commitTimestampMs;
  if (sinceMs === undefined) return false;
  if (committed.expireTimestampMs >= 0) return nowMs >= committed.expireTimestampMs;
  return nowMs - sinceMs >= retentionMs;
}

/** undefined: not while the group is as it is. */
function retentionBegin(
  group: ClassicGroup,
  { commitTimestampMs }: CommittedOffset,
): number | undefined {
  if (group.protocolType === null) return commitTimestampMs;
  if (group.state === "Empty") return group.stateSinceMs ?? commitTimestampMs;
  const knowsTopics = group.usesConsumerProtocol && group.subscribedTopics !== undefined;
  return knowsTopics && group.state === "Stable" ? commitTimestampMs : undefined;
}
