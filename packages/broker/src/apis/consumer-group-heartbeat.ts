// ConsumerGroupHeartbeat, api key 68, versions 0-1 (KIP-848).
//   v1  regular expressions; members choose their ids themselves
import { codeOf } from "@naru/protocol";
import {
  decodeConsumerGroupHeartbeatRequest,
  encodeConsumerGroupHeartbeatResponse,
  type ConsumerGroupHeartbeatRequest,
  type ConsumerGroupHeartbeatResponseDraft,
} from "@naru/protocol/messages/consumer-group-heartbeat";
import type { ErrorName } from "@naru/protocol";
import { checkHeartbeat } from "../coordinator/group/consumer/check-heartbeat.ts";
import {
  consumerHeartbeat,
  failedHeartbeat,
} from "../coordinator/group/consumer/consumer-heartbeat.ts";
import { consumerLeave, isLeaving } from "../coordinator/group/consumer/consumer-leave.ts";
import type { LaterAnswer } from "../network/later-answer.ts";
import type { Api, RequestContext } from "./api.ts";
import { isConsumerProtocolServed } from "./consumer-protocol.ts";
import { askGroup, type GroupBroker } from "./group-broker.ts";

type Answer = ConsumerGroupHeartbeatResponseDraft;

/** A member of a consumer group joins, stays and leaves with it, and learns what it is to have. */
export function consumerGroupHeartbeatApi(
  broker: GroupBroker,
): Api<ConsumerGroupHeartbeatRequest, Answer> {
  return {
    key: 68,
    name: "ConsumerGroupHeartbeat",
    minVersion: 0,
    maxVersion: 1,
    decode: decodeConsumerGroupHeartbeatRequest,
    handle: (request, context) => handleHeartbeat(broker, request, context),
    encode: encodeConsumerGroupHeartbeatResponse,
    failed: (_request, error) => withError(error),
  };
}

function handleHeartbeat(
  broker: GroupBroker,
  request: ConsumerGroupHeartbeatRequest,
  { apiVersion, clientId, clientHost }: RequestContext,
): Answer | LaterAnswer<Answer> {
  if (!isConsumerProtocolServed(broker)) return withError("UNSUPPORTED_VERSION");
  const { groupConsumerAssignors: assignors } = broker.config();
  const wrong = checkHeartbeat(request, { apiVersion, assignors });
  if (wrong !== undefined) return failedHeartbeat(wrong);
  return askGroup<Answer>(broker, request.groupId, {
    run: (machine, step, to) => {
      if (isLeaving(request)) return consumerLeave(machine, { request, to }, step);
      const who = { clientId: clientId ?? "", clientHost: `/${clientHost}` };
      consumerHeartbeat(machine, { request, ...who, to }, step);
    },
    failed: withError,
  });
}

function withError(error: ErrorName): Answer {
  return { throttleTimeMs: 0, errorCode: codeOf(error), memberEpoch: 0, heartbeatIntervalMs: 0 };
}
