// Heartbeat, api key 12, versions 0-4.
//   v3  groupInstanceId, for static members (KIP-345)
//   v4  flexible versions
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeHeartbeatRequest,
  encodeHeartbeatResponse,
  type HeartbeatRequest,
  type HeartbeatResponseDraft,
} from "@naru/protocol/messages/heartbeat";
import { heartbeat } from "../coordinator/group/classic/heartbeat.ts";
import type { Api } from "./api.ts";
import { askGroup, type GroupBroker } from "./group-broker.ts";

/** A member of a classic group lives, and learns whether it must join again. */
export function heartbeatApi(broker: GroupBroker): Api<HeartbeatRequest, HeartbeatResponseDraft> {
  return {
    key: 12,
    name: "Heartbeat",
    minVersion: 0,
    maxVersion: 4,
    decode: decodeHeartbeatRequest,
    handle: (request) =>
      request.groupId === ""
        ? failed("INVALID_GROUP_ID")
        : askGroup<HeartbeatResponseDraft>(broker, request.groupId, {
            run: (machine, step, to) => heartbeat(machine, { request, to }, step),
            // While its group is being read a member is not alarmed: the session begins afterwards.
            failed: (error) => failed(error === "COORDINATOR_LOAD_IN_PROGRESS" ? "NONE" : error),
          }),
    encode: encodeHeartbeatResponse,
    failed: (_request, error) => failed(error),
  };
}

function failed(error: ErrorName): HeartbeatResponseDraft {
  return { errorCode: codeOf(error) };
}
