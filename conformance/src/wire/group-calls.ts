import { apis } from "@naru/protocol";
import {
  decodeConsumerGroupDescribeResponse,
  encodeConsumerGroupDescribeRequest,
} from "@naru/protocol/messages/consumer-group-describe";
import {
  decodeConsumerGroupHeartbeatResponse,
  encodeConsumerGroupHeartbeatRequest,
} from "@naru/protocol/messages/consumer-group-heartbeat";
import {
  decodeDeleteGroupsResponse,
  encodeDeleteGroupsRequest,
} from "@naru/protocol/messages/delete-groups";
import {
  decodeDescribeGroupsResponse,
  encodeDescribeGroupsRequest,
} from "@naru/protocol/messages/describe-groups";
import {
  decodeFindCoordinatorResponse,
  encodeFindCoordinatorRequest,
} from "@naru/protocol/messages/find-coordinator";
import { decodeHeartbeatResponse, encodeHeartbeatRequest } from "@naru/protocol/messages/heartbeat";
import {
  decodeJoinGroupResponse,
  encodeJoinGroupRequest,
} from "@naru/protocol/messages/join-group";
import {
  decodeLeaveGroupResponse,
  encodeLeaveGroupRequest,
} from "@naru/protocol/messages/leave-group";
import {
  decodeListGroupsResponse,
  encodeListGroupsRequest,
} from "@naru/protocol/messages/list-groups";
import {
  decodeOffsetCommitResponse,
  encodeOffsetCommitRequest,
} from "@naru/protocol/messages/offset-commit";
import {
  decodeOffsetDeleteResponse,
  encodeOffsetDeleteRequest,
} from "@naru/protocol/messages/offset-delete";
import {
  decodeOffsetFetchResponse,
  encodeOffsetFetchRequest,
} from "@naru/protocol/messages/offset-fetch";
import {
  decodeSyncGroupResponse,
  encodeSyncGroupRequest,
} from "@naru/protocol/messages/sync-group";
import { call } from "./calls.ts";

/** The calls of groups and of their members. */
export const groupCalls = {
  findCoordinator: call(
    apis.FindCoordinator,
    encodeFindCoordinatorRequest,
    decodeFindCoordinatorResponse,
  ),
  heartbeat: call(
    apis.ConsumerGroupHeartbeat,
    encodeConsumerGroupHeartbeatRequest,
    decodeConsumerGroupHeartbeatResponse,
  ),
  describeConsumer: call(
    apis.ConsumerGroupDescribe,
    encodeConsumerGroupDescribeRequest,
    decodeConsumerGroupDescribeResponse,
  ),
  describeClassic: call(
    apis.DescribeGroups,
    encodeDescribeGroupsRequest,
    decodeDescribeGroupsResponse,
  ),
  list: call(apis.ListGroups, encodeListGroupsRequest, decodeListGroupsResponse),
  delete: call(apis.DeleteGroups, encodeDeleteGroupsRequest, decodeDeleteGroupsResponse),
  join: call(apis.JoinGroup, encodeJoinGroupRequest, decodeJoinGroupResponse),
  sync: call(apis.SyncGroup, encodeSyncGroupRequest, decodeSyncGroupResponse),
  classicHeartbeat: call(apis.Heartbeat, encodeHeartbeatRequest, decodeHeartbeatResponse),
  leave: call(apis.LeaveGroup, encodeLeaveGroupRequest, decodeLeaveGroupResponse),
  commit: call(apis.OffsetCommit, encodeOffsetCommitRequest, decodeOffsetCommitResponse),
  fetchOffsets: call(apis.OffsetFetch, encodeOffsetFetchRequest, decodeOffsetFetchResponse),
  deleteOffsets: call(apis.OffsetDelete, encodeOffsetDeleteRequest, decodeOffsetDeleteResponse),
} as const;
