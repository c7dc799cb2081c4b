import { assert } from "@naru/runtime";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import type { GroupToAssign, MemberToAssign, PartitionsByTopic } from "./assignor.ts";
import { servedAssignors } from "./assignors.ts";
import { targetEpochRecord, targetRecord } from "./consumer-group-records.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import type { ConsumerMember } from "./consumer-member.ts";
import { existingTopics } from "./group-epoch.ts";

const nothing: PartitionsByTopic = new Map();

/**
 * Divides the partitions anew when the group has a newer epoch than its target, but not within the
 * assignment interval of the last time (KIP-1263): many members that come at once are one change.
 */
export function updateTarget(machine: GroupMachine, group: ConsumerGroup, step: GroupStep): void {
  const { groupId, groupEpoch } = group;
  if (group.assignmentEpoch >= groupEpoch || isTooSoon(machine, group, step.nowMs)) return;
  const name = chosenAssignor(machine, group);
  const assignor = servedAssignors.get(name);
  assert(assignor !== undefined, `group ${groupId} has an assignor that is served: ${name}`);
  const assigned = assignor.assign(groupToAssign(machine, group));
  // Who is to have nothing is told so, too; who is to have the same is not told again.
  for (const memberId of group.members.keys()) {
    const target = assigned.get(memberId) ?? nothing;
    const before = group.targets.get(memberId);
    if (before === undefined || !isSame(before, target)) {
      step.write(targetRecord(groupId, memberId, target));
    }
  }
  step.write(targetEpochRecord(groupId, groupEpoch, step.nowMs));
}

/** What most members want; those of a name that is not allowed any more have no say. */
export function chosenAssignor(
  { config }: GroupMachine,
  { assignors }: Pick<ConsumerGroup, "assignors">,
): string {
  const wanted = assignors.mostFrequent();
  const { consumerAssignors } = config;
  return wanted !== undefined && consumerAssignors.includes(wanted) ? wanted : consumerAssignors[0];
}

function isTooSoon(
  machine: GroupMachine,
  { groupId, assignmentTimestampMs }: ConsumerGroup,
  nowMs: number,
): boolean {
  const { assignmentIntervalMs } = machine.consumerGroupConfig(groupId);
  if (assignmentTimestampMs === 0 || assignmentIntervalMs === 0) return false;
  return nowMs < assignmentTimestampMs + assignmentIntervalMs;
}

function groupToAssign(machine: GroupMachine, group: ConsumerGroup): GroupToAssign {
  const topics = existingTopics(machine, group.subscribedTopics);
  const byName = new Map(topics.map((topic) => [topic.name, topic.id]));
  const { isHomogeneous } = group;
  const topicIdsOf = (member: ConsumerMember): ReadonlySet<string> =>
    new Set([...group.topicsOf(member)].flatMap((name) => byName.get(name) ?? []));
  const [anyMember] = group.members.values();
  // One set for all where all read the same.
  const common = isHomogeneous && anyMember !== undefined ? topicIdsOf(anyMember) : undefined;
  const asMember = (member: ConsumerMember): MemberToAssign => ({
    instanceId: member.instanceId,
    rackId: member.rackId,
    topicIds: common ?? topicIdsOf(member),
    target: group.targetOf(member.memberId),
  });
  return {
    members: new Map(
      Array.from(group.members, ([memberId, member]) => [memberId, asMember(member)]),
    ),
    topics: new Map(topics.map((topic) => [topic.id, topic])),
    isHomogeneous,
  };
}

function isSame(a: PartitionsByTopic, b: PartitionsByTopic): boolean {
  if (a.size !== b.size) return false;
  for (const [topicId, partitions] of a) {
    const others = b.get(topicId);
    if (others === undefined || others.size !== partitions.size) return false;
    for (const partition of partitions) if (!others.has(partition)) return false;
  }
  return true;
}
