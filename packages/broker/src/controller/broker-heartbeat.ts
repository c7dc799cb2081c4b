/**
 * A broker's life as the controller sees it, moved on by heartbeats and by their absence.
 *
 *   registered -> FENCED -> UNFENCED -> CONTROLLED_SHUTDOWN -> SHUTDOWN_NOW
 *                   ^           |
 *                   +-----------+  silent for broker.session.timeout.ms, or asked for it
 *
 * A broker is unfenced once it has read the metadata as far as its own registration: before that it
 * would serve topics from a state that lacks them. One that leaves gives up its leaderships first,
 * and waits until the others have read that; then clients find the new leaders when it goes.
 */
import { codeOf } from "@naru/protocol";
import type {
  BrokerHeartbeatRequestDraft,
  BrokerHeartbeatResponse,
} from "@naru/protocol/messages/broker-heartbeat";
import type {
  UnregisterBrokerRequestDraft,
  UnregisterBrokerResponse,
} from "@naru/protocol/messages/unregister-broker";
import { assert } from "@naru/runtime";
import type { BrokerImage } from "../metadata/brokers-image.ts";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import {
  controlledShutdownRecords,
  fenceRecords,
  hasLeaderships,
  unfenceRecords,
  unregisterRecords,
} from "./broker-changes.ts";
import type { ControllerStep, ControllerView } from "./controller-step.ts";

/** What a broker is to the controller, each with the states it may be entered from. */
export const enteredFrom = {
  FENCED: ["FENCED", "UNFENCED"],
  UNFENCED: ["FENCED", "UNFENCED"],
  CONTROLLED_SHUTDOWN: ["UNFENCED", "CONTROLLED_SHUTDOWN"],
  SHUTDOWN_NOW: ["FENCED", "UNFENCED", "CONTROLLED_SHUTDOWN"],
} as const satisfies Record<string, readonly string[]>;
export type BrokerState = keyof typeof enteredFrom;

/** A broker says how far it is and what it wants; the answer says what it may. */
export function brokerHeartbeat(
  view: ControllerView,
  request: BrokerHeartbeatRequestDraft,
): ControllerStep<BrokerHeartbeatResponse> {
  const { image, sessions, nowMs } = view;
  const { brokerId, currentMetadataOffset } = request;
  const broker = image.brokers.get(brokerId);
  if (broker === undefined || broker.epoch !== request.brokerEpoch) {
    return { records: [], response: answer("STALE_BROKER_EPOCH", "FENCED", false) };
  }
  const registeredAt = sessions.registeredAtOffset(brokerId) ?? broker.epoch;
  const isCaughtUp = currentMetadataOffset >= registeredAt;
  const state = stateOf(broker);
  const next = nextState(view, request, { state, isCaughtUp });
  const allowed: readonly string[] = enteredFrom[next];
  assert(allowed.includes(state), `broker ${brokerId} cannot go from ${state} to ${next}`);
  const records = next === state ? [] : recordsFor(view, brokerId, next);
  sessions.heardOf(brokerId, { metadataOffset: currentMetadataOffset, nowMs });
  if (next === "CONTROLLED_SHUTDOWN") {
    sessions.leaving(brokerId, view.nextOffset + records.length - 1);
  }
  return { records, response: answer("NONE", next, isCaughtUp) };
}

function answer(
  error: "NONE" | "STALE_BROKER_EPOCH",
  state: BrokerState,
  isCaughtUp: boolean,
): BrokerHeartbeatResponse {
  return {
    throttleTimeMs: 0,
    errorCode: codeOf(error),
    isCaughtUp,
    isFenced: state === "FENCED" || state === "SHUTDOWN_NOW",
    shouldShutDown: state === "SHUTDOWN_NOW",
  };
}

function stateOf(broker: BrokerImage): BrokerState {
  if (broker.fenced) return "FENCED";
  return broker.inControlledShutdown ? "CONTROLLED_SHUTDOWN" : "UNFENCED";
}

function nextState(
  view: ControllerView,
  request: BrokerHeartbeatRequestDraft,
  { state, isCaughtUp }: { readonly state: BrokerState; readonly isCaughtUp: boolean },
): BrokerState {
  const { wantFence, wantShutDown } = request;
  if (state !== "FENCED") return nextOfUnfenced(view, request, state);
  if (wantShutDown) return "SHUTDOWN_NOW";
  return !wantFence && isCaughtUp ? "UNFENCED" : "FENCED";
}

/** A broker leads nothing any more, and the others know it, before it may stop. */
function nextOfUnfenced(
  { image, sessions }: ControllerView,
  { brokerId, wantFence, wantShutDown }: BrokerHeartbeatRequestDraft,
  state: BrokerState,
): BrokerState {
  if (state === "CONTROLLED_SHUTDOWN") {
    const mayStop = !hasLeaderships(image, brokerId) && sessions.mayLeave(image, brokerId);
    return mayStop ? "SHUTDOWN_NOW" : "CONTROLLED_SHUTDOWN";
  }
  if (wantFence) return wantShutDown ? "SHUTDOWN_NOW" : "FENCED";
  if (!wantShutDown) return "UNFENCED";
  return hasLeaderships(image, brokerId) ? "CONTROLLED_SHUTDOWN" : "SHUTDOWN_NOW";
}

function recordsFor(
  view: ControllerView,
  brokerId: number,
  next: BrokerState,
): MetadataRecordDraft[] {
  switch (next) {
    case "UNFENCED":
      return unfenceRecords(view, brokerId);
    case "CONTROLLED_SHUTDOWN":
      return controlledShutdownRecords(view, brokerId);
    case "FENCED":
    case "SHUTDOWN_NOW":
      // One that is fenced already may go without a further word in the log.
      return view.image.brokers.get(brokerId)?.fenced === true ? [] : fenceRecords(view, brokerId);
  }
}

/** Fences the broker that has been silent too long, one at a time, so that each sees the last. */
export function fenceExpired(view: ControllerView): ControllerStep<number | undefined> {
  const expired = view.sessions.expired(view.image, view.nowMs);
  return { records: expired === undefined ? [] : fenceRecords(view, expired), response: expired };
}

/** Forgets a broker for good. */
export function unregisterBroker(
  view: ControllerView,
  { brokerId }: UnregisterBrokerRequestDraft,
): ControllerStep<UnregisterBrokerResponse> {
  if (!view.image.brokers.has(brokerId)) {
    const errorMessage = `Broker ID ${brokerId} is not currently registered`;
    const errorCode = codeOf("BROKER_ID_NOT_REGISTERED");
    return { records: [], response: { throttleTimeMs: 0, errorCode, errorMessage } };
  }
  view.sessions.forget(brokerId);
  const response = { throttleTimeMs: 0, errorCode: codeOf("NONE"), errorMessage: null };
  return { records: unregisterRecords(view, brokerId), response };
}
