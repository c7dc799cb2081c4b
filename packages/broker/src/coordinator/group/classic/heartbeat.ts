import { codeOf, type ErrorName } from "@naru/protocol";
import type { HeartbeatRequest, HeartbeatResponseDraft } from "@naru/protocol/messages/heartbeat";
import type { ReplyTo } from "../../runtime/step.ts";
import { heartbeatInConsumerGroup } from "../conversion/classic-member-heartbeat.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { memberError } from "./member-error.ts";
import { armSession } from "./sessions.ts";

/** Heartbeat: the member lives, and learns whether it must join again. */
export function heartbeat(
  machine: GroupMachine,
  call: { readonly request: HeartbeatRequest; readonly to: ReplyTo<HeartbeatResponseDraft> },
  step: GroupStep,
): void {
  step.reply(call.to, { errorCode: codeOf(beat(machine, call.request, step)) });
}

function beat(machine: GroupMachine, request: HeartbeatRequest, step: GroupStep): ErrorName {
  const group = machine.groups.get(request.groupId);
  if (group === undefined) return "UNKNOWN_MEMBER_ID";
  if (group.type === "consumer") return heartbeatInConsumerGroup(machine, group, { request, step });
  const error = memberError(group, request);
  if (error !== undefined) return error;
  if (request.generationId !== group.generationId) return "ILLEGAL_GENERATION";
  if (group.state === "Empty") return "UNKNOWN_MEMBER_ID";
  armSession(group, group.members.get(request.memberId)!, step);
  return group.state === "PreparingRebalance" ? "REBALANCE_IN_PROGRESS" : "NONE";
}
