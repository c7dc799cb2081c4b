import { apis, ProtocolError, Reader } from "@naru/protocol";
import { decodeConsumerProtocolAssignment } from "@naru/protocol/messages/consumer-protocol-assignment";
import {
  decodeDescribeGroupsResponse,
  encodeDescribeGroupsRequest,
  type DescribeGroupsResponseDescribedGroup as DescribedGroup,
  type DescribeGroupsResponseDescribedGroupMember as DescribedMember,
} from "@naru/protocol/messages/describe-groups";
import { apiCall } from "../../network/api-call.ts";
import type { Cluster } from "../../cluster/cluster.ts";
import { describeConsumerGroup } from "./describe-consumer-group.ts";
import { leftOut, throwGroupError, withCoordinator, type Coordinator } from "./coordinator.ts";

const describeGroupsCall = apiCall(
  apis.DescribeGroups,
  encodeDescribeGroupsRequest,
  decodeDescribeGroupsResponse,
);

export interface GroupMember {
  readonly memberId: string;
  /** null unless the member is static. */
  readonly groupInstanceId: string | null;
  readonly clientId: string;
  readonly host: string;
  readonly assignment: readonly AssignedTopic[];
  /** null in a classic group, which has a generation for all. */
  readonly memberEpoch: number | null;
  /** What it is to have, in a consumer group; null in a classic one. */
  readonly targetAssignment: readonly AssignedTopic[] | null;
  /** Speaks the classic protocol: in a consumer group only while it is converted. */
  readonly isClassic: boolean;
}

export interface AssignedTopic {
  readonly topic: string;
  readonly partitions: readonly number[];
}

/** A group of either protocol as its coordinator describes it. */
export interface GroupDescription {
  readonly groupId: string;
  /**
   * Empty or Stable; PreparingRebalance or CompletingRebalance of a classic group, Assigning or
   * Reconciling of a consumer group.
   */
  readonly state: string;
  /** `consumer` for consumers; empty when offsets were committed without joining. */
  readonly protocolType: string;
  /** The assignor that the members agreed on, or that most of them want. */
  readonly assignor: string;
  /** null of a classic group, as is the next. */
  readonly groupEpoch: number | null;
  /** The group epoch for which there are assignments. */
  readonly assignmentEpoch: number | null;
  readonly coordinator: Coordinator;
  readonly members: readonly GroupMember[];
}

/** State and members of groups of both protocols, in their order; throws where there is none. */
export async function describeGroups(
  cluster: Cluster,
  groupIds: readonly string[],
): Promise<GroupDescription[]> {
  const descriptions: GroupDescription[] = [];
  for (const groupId of groupIds) descriptions.push(await describeOne(cluster, groupId));
  return descriptions;
}

function describeOne(cluster: Cluster, groupId: string): Promise<GroupDescription> {
  return withCoordinator(cluster, groupId, async (coordinator) => {
    const consumerGroup = await describeConsumerGroup(cluster, groupId, coordinator);
    if (consumerGroup !== undefined) return consumerGroup;
    const request = { groups: [groupId] };
    const response = await cluster.requestNode(coordinator.nodeId, describeGroupsCall, request);
    const group = response.groups.find((each) => each.groupId === groupId);
    if (group === undefined) throw leftOut(groupId);
    throwGroupError(groupId, group.errorCode, group.errorMessage);
    // Before version 6 a group that is not there has no error but this state.
    if (group.groupState === "Dead") {
      throw new ProtocolError("GROUP_ID_NOT_FOUND", `Group ${groupId} not found.`);
    }
    return descriptionOf(group, coordinator);
  });
}

function descriptionOf(group: DescribedGroup, coordinator: Coordinator): GroupDescription {
  const { groupId, groupState, protocolType, protocolData, members } = group;
  return {
    groupId,
    state: groupState,
    protocolType,
    assignor: protocolData,
    groupEpoch: null,
    assignmentEpoch: null,
    coordinator,
    members: members.map((member) => ({
      memberId: member.memberId,
      groupInstanceId: member.groupInstanceId,
      clientId: member.clientId,
      host: member.clientHost,
      assignment: protocolType === CONSUMERS ? assignmentOf(member) : [],
      memberEpoch: null,
      targetAssignment: null,
      isClassic: true,
    })),
  };
}

/** Members of other kinds (Kafka Connect) have assignments of their own format. */
const CONSUMERS = "consumer";

/** Before the first rebalance has ended there is none. */
function assignmentOf({ memberAssignment }: DescribedMember): AssignedTopic[] {
  if (memberAssignment.length === 0) return [];
  const reader = new Reader(memberAssignment);
  const version = reader.int16("version");
  const newest = Math.min(version, NEWEST_ASSIGNMENT);
  return decodeConsumerProtocolAssignment(reader, newest).assignedPartitions;
}

/** Later versions only append fields, so they are read as this one. */
const NEWEST_ASSIGNMENT = 3;
