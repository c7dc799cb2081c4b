import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import type { GroupTimer } from "../group-timer.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import type { ConsumerMember } from "./consumer-member.ts";
import { armConsumerSession, armRevocation } from "./consumer-sessions.ts";
import { removeConsumerMembers } from "./remove-members.ts";
import { resolvePatterns } from "./resolve-patterns.ts";

/** After a load: every member has a whole session, and all its time to give up partitions. */
export function resumeConsumerGroup(
  machine: GroupMachine,
  group: ConsumerGroup,
  step: GroupStep,
): void {
  const { groupId } = group;
  for (const member of group.members.values()) {
    armConsumerSession(machine, { groupId, member }, step);
    armRevocation(groupId, member, step);
  }
}

export function consumerTimerExpired(
  machine: GroupMachine,
  group: ConsumerGroup,
  { timer, step }: { timer: GroupTimer; step: GroupStep },
): void {
  switch (timer.kind) {
    case "resolve-patterns":
      return resolvePatterns(machine, group, step);
    case "session": {
      const member = group.members.get(timer.memberId);
      if (member !== undefined) expel(machine, group, { member, step, reason: "was silent" });
      return;
    }
    case "revocation": {
      const member = group.members.get(timer.memberId);
      if (member?.memberEpoch !== timer.memberEpoch) return;
      return expel(machine, group, { member, step, reason: "gave up no partitions in time" });
    }
    case "member-join":
    case "member-sync": {
      const member = group.members.get(timer.memberId);
      // It may have changed over to the consumer protocol meanwhile.
      if (member === undefined || member.classic === null) return;
      const what = timer.kind === "member-join" ? "join again" : "ask for its assignment";
      return expel(machine, group, { member, step, reason: `did not ${what} in time` });
    }
    default:
      // Armed for a classic group, which this one was before.
      return;
  }
}

function expel(
  machine: GroupMachine,
  group: ConsumerGroup,
  { member, step, reason }: { member: ConsumerMember; step: GroupStep; reason: string },
): void {
  step.note(`group ${group.groupId}: ${member.memberId} ${reason} and is removed.`);
  removeConsumerMembers(machine, group, { members: [member], step });
}
