// JoinGroup, api key 11, versions 0-9.
//   v1  rebalanceTimeoutMs
//   v4  a new member is given its id first: MEMBER_ID_REQUIRED (KIP-394)
//   v5  groupInstanceId, for static members (KIP-345)
//   v6  flexible versions
//   v7  protocolType in the response
//   v8  the reason for joining (KIP-800)
//   v9  skipAssignment, for a static leader that is back (KIP-814)
import {
  decodeJoinGroupRequest,
  encodeJoinGroupResponse,
  type JoinGroupRequest,
  type JoinGroupResponseDraft,
} from "@naru/protocol/messages/join-group";
import type { ErrorName } from "@naru/protocol";
import { joinGroup } from "../coordinator/group/classic/join-group.ts";
import { failedJoin } from "../coordinator/group/classic/rebalance.ts";
import type { LaterAnswer } from "../network/later-answer.ts";
import type { Api, RequestContext } from "./api.ts";
import { askGroup, type GroupBroker } from "./group-broker.ts";

const NULL_PROTOCOL_SINCE_VERSION = 7;

/** Asks to be in the next generation of a classic group; answered when the generation begins. */
export function joinGroupApi(broker: GroupBroker): Api<JoinGroupRequest, JoinGroupResponseDraft> {
  return {
    key: 11,
    name: "JoinGroup",
    minVersion: 0,
    maxVersion: 9,
    decode: decodeJoinGroupRequest,
    handle: (request, context) => handleJoinGroup(broker, request, context),
    encode: (writer, response, version) =>
      encodeJoinGroupResponse(writer, inVersion(response, version), version),
    failed: (request, error) => failedJoin(request.memberId, error),
  };
}

function handleJoinGroup(
  broker: GroupBroker,
  request: JoinGroupRequest,
  { apiVersion, clientId, clientHost }: RequestContext,
): JoinGroupResponseDraft | LaterAnswer<JoinGroupResponseDraft> {
  const error = requestError(broker, request);
  if (error !== undefined) return failedJoin(request.memberId, error);
  return askGroup<JoinGroupResponseDraft>(broker, request.groupId, {
    run: (machine, step, to) => {
      const who = { clientId: clientId ?? "", clientHost: `/${clientHost}` };
      joinGroup(machine, { request, apiVersion, ...who, to }, step);
    },
    failed: (failure) => failedJoin(request.memberId, failure),
  });
}

function requestError(broker: GroupBroker, request: JoinGroupRequest): ErrorName | undefined {
  if (request.groupId === "") return "INVALID_GROUP_ID";
  const { groupMinSessionTimeoutMs, groupMaxSessionTimeoutMs } = broker.config();
  const { sessionTimeoutMs } = request;
  const isAllowed =
    sessionTimeoutMs >= groupMinSessionTimeoutMs && sessionTimeoutMs <= groupMaxSessionTimeoutMs;
  return isAllowed ? undefined : "INVALID_SESSION_TIMEOUT";
}

/** Older clients cannot read that there is no protocol. */
function inVersion(response: JoinGroupResponseDraft, version: number): JoinGroupResponseDraft {
  if (version >= NULL_PROTOCOL_SINCE_VERSION || response.protocolName !== null) return response;
  return { ...response, protocolName: "" };
}
