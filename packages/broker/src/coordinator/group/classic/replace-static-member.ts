import { EMPTY_BYTES, codeOf } from "@naru/protocol";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { groupRecord } from "./classic-group-record.ts";
import { chooseProtocol } from "./choose-protocol.ts";
import type { ClassicGroup } from "./classic-group.ts";
import type { ClassicMember } from "./classic-member.ts";
import { newMember, type JoinCall } from "./joining-member.ts";
import {
  answerJoin,
  completeIfAllJoined,
  failedJoin,
  joinAnswer,
  membersFor,
  prepareRebalance,
} from "./rebalance.ts";
import { armSession, endSession } from "./sessions.ts";

/** From here on a leader can be told that there is nothing to assign (KIP-814). */
const SKIP_ASSIGNMENT_SINCE_VERSION = 9;

interface Replacement {
  readonly call: JoinCall;
  readonly step: GroupStep;
  /** The member's id until now. */
  readonly before: string;
  readonly memberId: string;
}

/**
 * A static member is back in a new life (KIP-345): it takes over the assignment under a new id, and
 * the old one is fenced. In a stable group nobody else notices.
 */
export function replaceStaticMember(
  machine: GroupMachine,
  group: ClassicGroup,
  { call, step, before, memberId }: Replacement,
): void {
  const leaderBefore = group.leaderId;
  const old = group.members.get(before)!;
  const member = { ...newMember(call, memberId), assignment: old.assignment, isNew: old.isNew };
  fence(old, step);
  endSession(group, before, step);
  putInPlace(group, before, member);
  member.awaitingJoin = call.to;
  armSession(group, member, step);
  switch (group.state) {
    case "Stable":
      if (chooseProtocol(group) === group.protocolName) {
        takeOver(machine, group, { member, call, step, leaderBefore });
      } else {
        const reason = `static member ${memberId} changes the protocol`;
        prepareRebalance(machine, group, { step, reason });
      }
      break;
    case "CompletingRebalance":
      // The leader is dividing among the ids of this generation, and does not know the new one.
      prepareRebalance(machine, group, { step, reason: `static member ${memberId} is back` });
      break;
    default:
      completeIfAllJoined(group, step);
  }
}

function fence(old: ClassicMember, step: GroupStep): void {
  answerJoin(old, step, failedJoin(old.memberId, "FENCED_INSTANCE_ID"));
  if (old.awaitingSync === undefined) return;
  const errorCode = codeOf("FENCED_INSTANCE_ID");
  step.reply(old.awaitingSync, { errorCode, assignment: EMPTY_BYTES });
}

/** At the same place among the members, and as leader if it was. */
function putInPlace(group: ClassicGroup, before: string, member: ClassicMember): void {
  const { memberId, groupInstanceId } = member;
  group.members = new Map(
    Array.from(group.members, ([id, other]) => (id === before ? [memberId, member] : [id, other])),
  );
  if (groupInstanceId !== null) group.staticMembers.set(groupInstanceId, memberId);
  if (group.pendingSyncs.delete(before)) group.pendingSyncs.add(memberId);
  if (group.leaderId === before) group.leaderId = memberId;
}

function takeOver(
  machine: GroupMachine,
  group: ClassicGroup,
  how: {
    readonly member: ClassicMember;
    readonly call: JoinCall;
    readonly step: GroupStep;
    readonly leaderBefore: string | null;
  },
): void {
  const { member, call, step, leaderBefore } = how;
  const assignments = new Map(
    Array.from(group.members.values(), ({ memberId, assignment }) => [memberId, assignment]),
  );
  const record = groupRecord(group, step.nowMs, assignments);
  if (!step.fits(record)) {
    const reason = `static member ${member.memberId} is back, too large for a batch`;
    return prepareRebalance(machine, group, { step, reason });
  }
  step.write(record);
  const answer = joinAnswer(group, member);
  const isLeader = group.leaderId === member.memberId;
  answerJoin(
    member,
    step,
    call.apiVersion >= SKIP_ASSIGNMENT_SINCE_VERSION
      ? { ...answer, skipAssignment: isLeader, members: isLeader ? membersFor(group) : [] }
      : // Told of the old leader's id, it does not divide what a stable group would not pass on.
        { ...answer, leader: leaderBefore ?? "", members: [] },
  );
}
