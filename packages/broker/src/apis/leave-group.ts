// LeaveGroup, api key 13, versions 0-5.
//   v3  several members in one request, static ones by their instance id (KIP-345)
//   v4  flexible versions
//   v5  the reason for leaving (KIP-800)
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeLeaveGroupRequest,
  encodeLeaveGroupResponse,
  type LeaveGroupRequest,
  type LeaveGroupResponseDraft,
} from "@naru/protocol/messages/leave-group";
import { leaveGroup } from "../coordinator/group/classic/leave-group.ts";
import type { Api } from "./api.ts";
import { askGroup, type GroupBroker } from "./group-broker.ts";

const MEMBERS_SINCE_VERSION = 3;

/** Members leave a classic group. */
export function leaveGroupApi(
  broker: GroupBroker,
): Api<LeaveGroupRequest, LeaveGroupResponseDraft> {
  return {
    key: 13,
    name: "LeaveGroup",
    minVersion: 0,
    maxVersion: 5,
    decode: decodeLeaveGroupRequest,
    handle: ({ groupId, memberId, members }, { apiVersion }) => {
      if (groupId === "") return failed("INVALID_GROUP_ID");
      const leavers =
        apiVersion < MEMBERS_SINCE_VERSION ? [{ memberId, groupInstanceId: null }] : members;
      return askGroup<LeaveGroupResponseDraft>(broker, groupId, {
        run: (machine, step, to) => leaveGroup(machine, { groupId, leavers, to }, step),
        failed,
      });
    },
    encode: (writer, response, version) =>
      encodeLeaveGroupResponse(writer, inVersion(response, version), version),
    failed: (_request, error) => failed(error),
  };
}

function failed(error: ErrorName): LeaveGroupResponseDraft {
  return { errorCode: codeOf(error), members: [] };
}

/** Of the one member of older versions the whole answer tells. */
function inVersion(response: LeaveGroupResponseDraft, version: number): LeaveGroupResponseDraft {
  if (version >= MEMBERS_SINCE_VERSION || response.errorCode !== 0) return response;
  return { errorCode: response.members?.[0]?.errorCode ?? 0 };
}
