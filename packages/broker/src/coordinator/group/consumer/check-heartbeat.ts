import type { ConsumerGroupHeartbeatRequest } from "@naru/protocol/messages/consumer-group-heartbeat";
import { refusal, type Refusal } from "../refusal.ts";
import { JOIN_EPOCH, LEAVE_EPOCH, STATIC_LEAVE_EPOCH } from "./consumer-member.ts";

/** From here on members choose their ids themselves. */
const MEMBER_ID_SINCE_VERSION = 1;

/** What is wrong with a ConsumerGroupHeartbeat as it stands, whatever the group is like. */
export function checkHeartbeat(
  request: ConsumerGroupHeartbeatRequest,
  { apiVersion, assignors }: { apiVersion: number; assignors: readonly string[] },
): Refusal | undefined {
  const { serverAssignor } = request;
  const problem = emptyText(request, apiVersion) ?? epochProblem(request);
  if (problem !== undefined) return refusal("INVALID_REQUEST", problem);
  if (serverAssignor === null || assignors.includes(serverAssignor)) return undefined;
  return refusal(
    "UNSUPPORTED_ASSIGNOR",
    `ServerAssignor ${serverAssignor} is not supported. ` +
      `Supported assignors: ${assignors.join(", ")}.`,
  );
}

function emptyText(request: ConsumerGroupHeartbeatRequest, apiVersion: number): string | undefined {
  const { groupId, memberId, memberEpoch, instanceId, rackId } = request;
  const hasMemberId =
    apiVersion >= MEMBER_ID_SINCE_VERSION || memberEpoch > 0 || memberEpoch === LEAVE_EPOCH;
  if (hasMemberId && memberId.trim() === "") return "MemberId can't be empty.";
  if (groupId.trim() === "") return "GroupId can't be empty.";
  if (instanceId?.trim() === "") return "InstanceId can't be empty.";
  if (rackId?.trim() === "") return "RackId can't be empty.";
  return undefined;
}

function epochProblem(request: ConsumerGroupHeartbeatRequest): string | undefined {
  const { memberEpoch } = request;
  if (memberEpoch < STATIC_LEAVE_EPOCH) return "MemberEpoch is invalid.";
  if (memberEpoch === STATIC_LEAVE_EPOCH) {
    return request.instanceId === null ? "InstanceId can't be null." : undefined;
  }
  return memberEpoch === JOIN_EPOCH ? joinProblem(request) : undefined;
}

function joinProblem(request: ConsumerGroupHeartbeatRequest): string | undefined {
  if (request.rebalanceTimeoutMs === -1) {
    return "RebalanceTimeoutMs must be provided in first request.";
  }
  if (request.topicPartitions?.length !== 0) {
    return "TopicPartitions must be empty when (re-)joining.";
  }
  if (request.subscribedTopicNames === null && request.subscribedTopicRegex === null) {
    return "Either SubscribedTopicNames or SubscribedTopicRegex must be non-null when (re-)joining.";
  }
  return undefined;
}
