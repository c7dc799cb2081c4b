import { EMPTY_BYTES, codeOf, type ErrorName } from "@naru/protocol";
import type { LeaveGroupResponseDraft } from "@naru/protocol/messages/leave-group";
import type { ReplyTo } from "../../runtime/step.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { leaveConsumerGroup } from "../consumer/leave-consumer-group.ts";
import type { ClassicGroup } from "./classic-group.ts";
import { memberError } from "./member-error.ts";
import { answerJoin, completeIfAllJoined, failedJoin, prepareRebalance } from "./rebalance.ts";
import { endSession } from "./sessions.ts";

/** Who is to leave. */
export interface Leaver {
  /** "": the static member with this instance id, whatever its id (an administrator's way). */
  readonly memberId: string;
  readonly groupInstanceId: string | null;
}

export interface LeaveCall {
  readonly groupId: string;
  readonly leavers: readonly Leaver[];
  readonly to: ReplyTo<LeaveGroupResponseDraft>;
}

/** LeaveGroup: several members at once; the group rebalances once for all of them. */
export function leaveGroup(machine: GroupMachine, call: LeaveCall, step: GroupStep): void {
  const { groupId, leavers, to } = call;
  const group = machine.groups.get(groupId);
  if (group === undefined) {
    const errorCode = codeOf("UNKNOWN_MEMBER_ID");
    const members = leavers.map((leaver) => ({ ...leaver, errorCode }));
    return step.reply(to, { errorCode: 0, members });
  }
  if (group.type === "consumer") return leaveConsumerGroup(machine, group, { leavers, to, step });
  const members = leavers.map((leaver) => ({
    memberId: leaver.memberId,
    groupInstanceId: leaver.groupInstanceId,
    errorCode: codeOf(leaveOne(group, leaver, step)),
  }));
  step.reply(to, { errorCode: 0, members });
  if (members.every(({ errorCode }) => errorCode !== 0)) return;
  if (group.state === "PreparingRebalance") completeIfAllJoined(group, step);
  else if (group.state !== "Empty") {
    prepareRebalance(machine, group, { step, reason: `${members.length} members have left` });
  }
}

function leaveOne(group: ClassicGroup, leaver: Leaver, step: GroupStep): ErrorName {
  const { memberId, groupInstanceId } = leaver;
  if (memberId === "") {
    const current = group.staticMembers.get(groupInstanceId ?? "");
    if (groupInstanceId === null || current === undefined) return "UNKNOWN_MEMBER_ID";
    removeMember(group, current, step);
    return "NONE";
  }
  const error = group.pendingMembers.has(memberId) ? undefined : memberError(group, leaver);
  if (error !== undefined) return error;
  removeMember(group, memberId, step);
  return "NONE";
}

/** Whatever the member was waiting for, it is told that it is none any more. */
export function removeMember(group: ClassicGroup, memberId: string, step: GroupStep): void {
  const member = group.members.get(memberId);
  if (member !== undefined) {
    answerJoin(member, step, failedJoin("", "UNKNOWN_MEMBER_ID"));
    if (member.awaitingSync !== undefined) {
      const errorCode = codeOf("UNKNOWN_MEMBER_ID");
      step.reply(member.awaitingSync, { errorCode, assignment: EMPTY_BYTES });
      member.awaitingSync = undefined;
    }
  }
  group.remove(memberId);
  endSession(group, memberId, step);
}
