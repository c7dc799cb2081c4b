import type { GroupRecord } from "../group-step.ts";
import type { PartitionsByTopic } from "./assignor.ts";
import type { ConsumerGroup, ResolvedPattern } from "./consumer-group.ts";
import { memberStateCodes, type ConsumerMember } from "./consumer-member.ts";
import { partitionsToRecord } from "./owned-partitions.ts";

/** Of the values of all records of consumer groups. */
const VERSION = 0;

/** Record type 5: who a member is, and what it subscribes to. */
export function memberRecord(groupId: string, member: ConsumerMember): GroupRecord {
  return {
    type: "ConsumerGroupMemberMetadata",
    key: { groupId, memberId: member.memberId },
    version: VERSION,
    value: {
      instanceId: member.instanceId,
      rackId: member.rackId,
      clientId: member.clientId,
      clientHost: member.clientHost,
      subscribedTopicNames: member.subscribedTopicNames,
      subscribedTopicRegex: member.subscribedTopicRegex,
      rebalanceTimeoutMs: member.rebalanceTimeoutMs,
      serverAssignor: member.serverAssignor,
      classicMemberMetadata: member.classic,
    },
  };
}

/** Record type 3: the group's epoch, and a hash over the topics that it reads. */
export function groupEpochRecord(
  groupId: string,
  epoch: number,
  metadataHash: bigint,
): GroupRecord {
  const value = { epoch, metadataHash };
  return { type: "ConsumerGroupMetadata", key: { groupId }, version: VERSION, value };
}

/** Record type 7: what a member is to have. */
export function targetRecord(
  groupId: string,
  memberId: string,
  target: PartitionsByTopic,
): GroupRecord {
  const topicPartitions = Array.from(target, ([topicId, partitions]) => ({
    topicId,
    partitions: [...partitions].toSorted((a, b) => a - b),
  }));
  return {
    type: "ConsumerGroupTargetAssignmentMember",
    key: { groupId, memberId },
    version: VERSION,
    value: { topicPartitions },
  };
}

/** Record type 6: which epoch of the group all targets together are for, and since when. */
export function targetEpochRecord(
  groupId: string,
  assignmentEpoch: number,
  assignmentTimestamp: number,
): GroupRecord {
  return {
    type: "ConsumerGroupTargetAssignmentMetadata",
    key: { groupId },
    version: VERSION,
    value: { assignmentEpoch, assignmentTimestamp },
  };
}

/** Record type 8: what a member has, and what it is to give up. */
export function currentRecord(groupId: string, member: ConsumerMember): GroupRecord {
  return {
    type: "ConsumerGroupCurrentMemberAssignment",
    key: { groupId, memberId: member.memberId },
    version: VERSION,
    value: {
      memberEpoch: member.memberEpoch,
      previousMemberEpoch: member.previousMemberEpoch,
      state: memberStateCodes[member.state],
      assignedPartitions: partitionsToRecord(member.assigned),
      partitionsPendingRevocation: partitionsToRecord(member.pendingRevocation),
    },
  };
}

/** Record type 16: the topics that a regular expression matches. */
export function patternRecord(
  groupId: string,
  pattern: string,
  { topics, version, timestampMs }: ResolvedPattern,
): GroupRecord {
  return {
    type: "ConsumerGroupRegularExpression",
    key: { groupId, regularExpression: pattern },
    version: VERSION,
    value: { topics, version, timestamp: timestampMs },
  };
}

export function patternTombstone(groupId: string, pattern: string): GroupRecord {
  const key = { groupId, regularExpression: pattern };
  return { type: "ConsumerGroupRegularExpression", key, version: null, value: null };
}

/** Record type 4, which Kafka before 4.1 wrote. */
export function partitionMetadataTombstone(groupId: string): GroupRecord {
  const key = { groupId };
  return { type: "ConsumerGroupPartitionMetadata", key, version: null, value: null };
}

/** A member goes: what it has, what it is to have, and last the member itself. */
export function memberTombstones(groupId: string, memberId: string): GroupRecord[] {
  return [
    currentTombstone(groupId, memberId),
    targetTombstone(groupId, memberId),
    metadataTombstone(groupId, memberId),
  ];
}

/** The whole group goes, in Kafka's order: by kind of record, not by member. */
export function consumerGroupTombstones(group: ConsumerGroup): GroupRecord[] {
  const { groupId, members, resolvedPatterns } = group;
  const memberIds = [...members.keys()];
  const key = { groupId };
  return [
    ...memberIds.map((memberId) => currentTombstone(groupId, memberId)),
    ...memberIds.map((memberId) => targetTombstone(groupId, memberId)),
    { type: "ConsumerGroupTargetAssignmentMetadata", key, version: null, value: null },
    ...memberIds.map((memberId) => metadataTombstone(groupId, memberId)),
    ...Array.from(resolvedPatterns.keys(), (pattern) => patternTombstone(groupId, pattern)),
    partitionMetadataTombstone(groupId),
    { type: "ConsumerGroupMetadata", key, version: null, value: null },
  ];
}

function currentTombstone(groupId: string, memberId: string): GroupRecord {
  const key = { groupId, memberId };
  return { type: "ConsumerGroupCurrentMemberAssignment", key, version: null, value: null };
}

function targetTombstone(groupId: string, memberId: string): GroupRecord {
  const key = { groupId, memberId };
  return { type: "ConsumerGroupTargetAssignmentMember", key, version: null, value: null };
}

function metadataTombstone(groupId: string, memberId: string): GroupRecord {
  const key = { groupId, memberId };
  return { type: "ConsumerGroupMemberMetadata", key, version: null, value: null };
}
