import { codeOf, type ErrorName } from "@naru/protocol";
import type {
  ConsumerGroupDescribeResponseDescribedGroupDraft as DescribedGroup,
  ConsumerGroupDescribeResponseMemberDraft as DescribedMember,
  ConsumerGroupDescribeResponseTopicPartitionsDraft as DescribedPartitions,
} from "@naru/protocol/messages/consumer-group-describe";
import type { GroupMachine } from "../group-machine.ts";
import { isRefusal } from "../refusal.ts";
import type { TopicsView } from "../topics-view.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import { existingConsumerGroup } from "./consumer-leave.ts";
import type { ConsumerMember } from "./consumer-member.ts";
import { chosenAssignor } from "./update-target.ts";

const CLASSIC_MEMBER = 0;
const CONSUMER_MEMBER = 1;

/** A consumer group as ConsumerGroupDescribe shows it. */
export function describeConsumerGroup(machine: GroupMachine, groupId: string): DescribedGroup {
  const group = existingConsumerGroup(machine, groupId);
  if (isRefusal(group)) {
    return { ...undescribedConsumerGroup(groupId, group.error), errorMessage: group.message };
  }
  return {
    errorCode: codeOf("NONE"),
    groupId,
    groupState: group.state,
    groupEpoch: group.groupEpoch,
    assignmentEpoch: group.assignmentEpoch,
    assignorName: chosenAssignor(machine, group),
    members: Array.from(group.members.values(), (member) =>
      describedMember(machine.topics, group, member),
    ),
  };
}

export function undescribedConsumerGroup(groupId: string, error: ErrorName): DescribedGroup {
  return {
    errorCode: codeOf(error),
    groupId,
    groupState: "",
    groupEpoch: 0,
    assignmentEpoch: 0,
    assignorName: "",
    members: [],
  };
}

function describedMember(
  topics: TopicsView,
  group: ConsumerGroup,
  member: ConsumerMember,
): DescribedMember {
  const { memberId, assigned, pendingRevocation } = member;
  // What it is to give up it still has.
  const partitionsOf = (topicId: string): number[] => [
    ...(assigned.get(topicId)?.keys() ?? []),
    ...(pendingRevocation.get(topicId)?.keys() ?? []),
  ];
  const topicIds = new Set([...assigned.keys(), ...pendingRevocation.keys()]);
  const target = group.targetOf(memberId);
  return {
    memberId,
    instanceId: member.instanceId,
    rackId: member.rackId,
    memberEpoch: member.memberEpoch,
    clientId: member.clientId,
    clientHost: member.clientHost,
    subscribedTopicNames: member.subscribedTopicNames,
    subscribedTopicRegex: member.subscribedTopicRegex,
    memberType: member.classic === null ? CONSUMER_MEMBER : CLASSIC_MEMBER,
    assignment: {
      topicPartitions: Array.from(topicIds).flatMap((topicId) =>
        described(topics, topicId, partitionsOf(topicId)),
      ),
    },
    targetAssignment: {
      topicPartitions: Array.from(target).flatMap(([topicId, partitions]) =>
        described(topics, topicId, partitions),
      ),
    },
  };
}

/** Nothing of a topic that is gone: it has no name any longer. */
function described(
  topics: TopicsView,
  topicId: string,
  partitions: Iterable<number>,
): DescribedPartitions[] {
  const topic = topics.byId(topicId);
  if (topic === undefined) return [];
  const sorted = [...partitions].toSorted((a, b) => a - b);
  return [{ topicId, topicName: topic.name, partitions: sorted }];
}
