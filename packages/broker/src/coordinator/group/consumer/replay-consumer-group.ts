import type { ConsumerGroupCurrentMemberAssignmentValueDraft } from "@naru/protocol/messages/consumer-group-current-member-assignment-record";
import type { ConsumerGroupMemberMetadataValueDraft } from "@naru/protocol/messages/consumer-group-member-metadata-record";
import type { ConsumerGroupRegularExpressionValueDraft } from "@naru/protocol/messages/consumer-group-regular-expression-record";
import type { ConsumerGroupTargetAssignmentMemberValueDraft } from "@naru/protocol/messages/consumer-group-target-assignment-member-record";
import type { GroupRecord } from "../group-step.ts";
import { FIRST_EPOCH, type ConsumerGroup } from "./consumer-group.ts";
import { memberStateOf, newConsumerMember, type ConsumerMember } from "./consumer-member.ts";
import { noPartitions, partitionsFromRecord } from "./owned-partitions.ts";

/** The records of consumer groups. */
export type ConsumerGroupRecord = Extract<GroupRecord, { type: `ConsumerGroup${string}` }>;

export function isConsumerGroupRecord(record: GroupRecord): record is ConsumerGroupRecord {
  return record.type.startsWith("ConsumerGroup");
}

/** A group without epoch is gone: its other records have gone before. */
export function removesConsumerGroup(record: ConsumerGroupRecord): boolean {
  return record.type === "ConsumerGroupMetadata" && record.value === null;
}

/** The only way in which what is durable of a consumer group changes. */
export function replayConsumerGroup(group: ConsumerGroup, record: ConsumerGroupRecord): void {
  switch (record.type) {
    case "ConsumerGroupMetadata":
    case "ConsumerGroupPartitionMetadata":
    case "ConsumerGroupTargetAssignmentMetadata":
      return replayGroup(group, record);
    case "ConsumerGroupMemberMetadata":
      return replayMember(group, record.key.memberId, record.value);
    case "ConsumerGroupTargetAssignmentMember":
      return replayTarget(group, record.key.memberId, record.value);
    case "ConsumerGroupCurrentMemberAssignment":
      return replayCurrent(group, record.key.memberId, record.value);
    case "ConsumerGroupRegularExpression":
      return replayPattern(group, record.key.regularExpression, record.value);
  }
}

/** The records that are of the group as a whole. */
function replayGroup(
  group: ConsumerGroup,
  record: Exclude<
    ConsumerGroupRecord,
    { key: { memberId: string } | { regularExpression: string } }
  >,
): void {
  switch (record.type) {
    case "ConsumerGroupMetadata":
      group.groupEpoch = record.value?.epoch ?? FIRST_EPOCH;
      group.metadataHash = record.value?.metadataHash ?? 0n;
      return;
    case "ConsumerGroupPartitionMetadata":
      group.hasPartitionMetadata = record.value !== null;
      return;
    case "ConsumerGroupTargetAssignmentMetadata":
      group.assignmentEpoch = record.value?.assignmentEpoch ?? FIRST_EPOCH;
      group.assignmentTimestampMs = record.value?.assignmentTimestamp ?? 0;
  }
}

function replayMember(
  group: ConsumerGroup,
  memberId: string,
  value: ConsumerGroupMemberMetadataValueDraft | null,
): void {
  if (value === null) group.remove(memberId);
  else group.put(described(memberOf(group, memberId), value));
}

function replayTarget(
  group: ConsumerGroup,
  memberId: string,
  value: ConsumerGroupTargetAssignmentMemberValueDraft | null,
): void {
  if (value === null) {
    group.targets.delete(memberId);
    return;
  }
  const target = value.topicPartitions.map(
    ({ topicId, partitions }) => [topicId, new Set(partitions)] as const,
  );
  group.targets.set(memberId, new Map(target));
}

function replayPattern(
  group: ConsumerGroup,
  pattern: string,
  value: ConsumerGroupRegularExpressionValueDraft | null,
): void {
  if (value === null) return group.unresolve(pattern);
  const { topics, version, timestamp } = value;
  group.resolve(pattern, { topics: topics.toSorted(), version, timestampMs: timestamp });
}

function replayCurrent(
  group: ConsumerGroup,
  memberId: string,
  value: ConsumerGroupCurrentMemberAssignmentValueDraft | null,
): void {
  if (value !== null) {
    const { memberEpoch, previousMemberEpoch } = value;
    group.put({
      ...memberOf(group, memberId),
      memberEpoch,
      previousMemberEpoch,
      state: memberStateOf(value.state),
      assigned: partitionsFromRecord(value.assignedPartitions, memberEpoch),
      pendingRevocation: partitionsFromRecord(value.partitionsPendingRevocation, memberEpoch),
    });
    return;
  }
  const member = group.members.get(memberId);
  // The tombstone of the member itself follows.
  if (member !== undefined) {
    const nothing = { assigned: noPartitions, pendingRevocation: noPartitions };
    group.put({ ...member, ...nothing, memberEpoch: -1, previousMemberEpoch: -1 });
  }
}

function memberOf(group: ConsumerGroup, memberId: string): ConsumerMember {
  return group.members.get(memberId) ?? newConsumerMember(memberId);
}

function described(
  member: ConsumerMember,
  value: ConsumerGroupMemberMetadataValueDraft,
): ConsumerMember {
  return {
    ...member,
    instanceId: value.instanceId,
    rackId: value.rackId,
    clientId: value.clientId,
    clientHost: value.clientHost,
    subscribedTopicNames: value.subscribedTopicNames.toSorted(),
    subscribedTopicRegex: value.subscribedTopicRegex,
    rebalanceTimeoutMs: value.rebalanceTimeoutMs ?? -1,
    serverAssignor: value.serverAssignor,
    classic: value.classicMemberMetadata ?? null,
  };
}
