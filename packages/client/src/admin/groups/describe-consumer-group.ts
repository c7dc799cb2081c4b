import { apis, ProtocolError } from "@naru/protocol";
import {
  decodeConsumerGroupDescribeResponse,
  encodeConsumerGroupDescribeRequest,
  type ConsumerGroupDescribeResponseAssignment as Assignment,
  type ConsumerGroupDescribeResponseMember as DescribedMember,
} from "@naru/protocol/messages/consumer-group-describe";
import { apiCall } from "../../network/api-call.ts";
import type { Cluster } from "../../cluster/cluster.ts";
import { leftOut, throwGroupError, type Coordinator } from "./coordinator.ts";
import type { AssignedTopic, GroupDescription, GroupMember } from "./describe-groups.ts";

const describeCall = apiCall(
  apis.ConsumerGroupDescribe,
  encodeConsumerGroupDescribeRequest,
  decodeConsumerGroupDescribeResponse,
);

/** In the answer, of a member that speaks the classic protocol. */
const CLASSIC_MEMBER = 0;

/** A group of the consumer protocol (KIP-848); undefined when it is none, as far as is known. */
export async function describeConsumerGroup(
  cluster: Cluster,
  groupId: string,
  coordinator: Coordinator,
): Promise<GroupDescription | undefined> {
  const request = { groupIds: [groupId], includeAuthorizedOperations: false };
  try {
    const response = await cluster.requestNode(coordinator.nodeId, describeCall, request);
    const group = response.groups.find((each) => each.groupId === groupId);
    if (group === undefined) throw leftOut(groupId);
    throwGroupError(groupId, group.errorCode, group.errorMessage);
    return {
      groupId,
      state: group.groupState,
      protocolType: "consumer",
      assignor: group.assignorName,
      coordinator,
      groupEpoch: group.groupEpoch,
      assignmentEpoch: group.assignmentEpoch,
      members: group.members.map(memberOf),
    };
  } catch (error) {
    if (isNone(error)) return undefined;
    throw error;
  }
}

function memberOf(member: DescribedMember): GroupMember {
  return {
    memberId: member.memberId,
    groupInstanceId: member.instanceId,
    clientId: member.clientId,
    host: member.clientHost,
    assignment: topicsOf(member.assignment),
    memberEpoch: member.memberEpoch,
    targetAssignment: topicsOf(member.targetAssignment),
    isClassic: member.memberType === CLASSIC_MEMBER,
  };
}

function topicsOf({ topicPartitions }: Assignment): AssignedTopic[] {
  return topicPartitions.map(({ topicName, partitions }) => ({ topic: topicName, partitions }));
}

/** A classic group, none at all, or a broker that knows no others. */
function isNone(error: unknown): boolean {
  const { code } = error as Partial<ProtocolError>;
  return code === "GROUP_ID_NOT_FOUND" || code === "UNSUPPORTED_VERSION";
}
