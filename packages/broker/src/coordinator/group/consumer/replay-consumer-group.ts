import type { ConsumerGroupCurrentMemberAssignmentValueDraft } from "@naru/protocol/messages/consumer-group-current-member-assignment-record";
import type { ConsumerGroupMemberMetadataValueDraft } from "@naru/protocol/messages/consumer-group-member-metadata-record";
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
      if (record.value === null) return;
      group.groupEpoch = record.value.epoch;
      group.metadataHash = record.value.metadataHash ?? 0n;
      return;
    case "ConsumerGroupPartitionMetadata":
      group.hasPartitionMetadata = record.value !== null;
      return;
    case "ConsumerGroupMemberMetadata": {
      const { memberId } = record.key;
      if (record.value === null) group.remove(memberId);
      else group.put(described(memberOf(group, memberId), record.value));
      return;
    }
    case "ConsumerGroupTargetAssignmentMetadata":
      group.assignmentEpoch = record.value?.assignmentEpoch ?? FIRST_EPOCH;
      group.assignmentTimestampMs = record.value?.assignmentTimestamp ?? 0;
      return;
    case "ConsumerGroupTargetAssignmentMember": {
      const { memberId } = record.key;
      if (record.value === null) group.targets.delete(memberId);
      else {
        const target = record.value.topicPartitions.map(
          ({ topicId, partitions }) => [topicId, new Set(partitions)] as const,
        );
        group.targets.set(memberId, new Map(target));
      }
      return;
    }
    case "ConsumerGroupCurrentMemberAssignment":
      return replayCurrent(group, record.key.memberId, record.value);
    case "ConsumerGroupRegularExpression": {
      const { regularExpression } = record.key;
      if (record.value === null) return group.unresolve(regularExpression);
      const { topics, version, timestamp } = record.value;
      return group.resolve(regularExpression, { topics, version, timestampMs: timestamp });
    }
  }
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
    subscribedTopicNames: value.subscribedTopicNames,
    subscribedTopicRegex: value.subscribedTopicRegex,
    rebalanceTimeoutMs: value.rebalanceTimeoutMs ?? -1,
    serverAssignor: value.serverAssignor,
    classic: value.classicMemberMetadata ?? null,
  };
}
