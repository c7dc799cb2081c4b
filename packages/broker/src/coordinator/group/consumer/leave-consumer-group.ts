import { codeOf } from "@naru/protocol";
import type { LeaveGroupResponseDraft } from "@naru/protocol/messages/leave-group";
import type { ReplyTo } from "../../runtime/step.ts";
import type { Leaver } from "../classic/leave-group.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { isRefusal, refusal, type Refusal } from "../refusal.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import type { ConsumerMember } from "./consumer-member.ts";
import { memberById, memberByInstance } from "./find-member.ts";
import { removeConsumerMembers } from "./remove-members.ts";

/** LeaveGroup to a consumer group: how an administrator takes out members, static ones mostly. */
export function leaveConsumerGroup(
  machine: GroupMachine,
  group: ConsumerGroup,
  call: {
    readonly leavers: readonly Leaver[];
    readonly to: ReplyTo<LeaveGroupResponseDraft>;
    readonly step: GroupStep;
  },
): void {
  const { leavers, to, step } = call;
  const found = leavers.map((leaver) => ({ leaver, member: leaverIn(group, leaver) }));
  const members = found.flatMap(({ member }) => (isRefusal(member) ? [] : [member]));
  removeConsumerMembers(machine, group, { members: [...new Set(members)], step });
  step.reply(to, {
    errorCode: codeOf("NONE"),
    members: found.map(({ leaver, member }) => ({
      memberId: leaver.memberId,
      groupInstanceId: leaver.groupInstanceId,
      errorCode: codeOf(isRefusal(member) ? member.error : "NONE"),
    })),
  });
}

function leaverIn(
  group: ConsumerGroup,
  { memberId, groupInstanceId }: Leaver,
): ConsumerMember | Refusal {
  if (groupInstanceId === null) return memberById(group, memberId);
  if (memberId !== "") return memberByInstance(group, groupInstanceId, memberId);
  const message = `Instance id ${groupInstanceId} is unknown.`;
  return group.staticMember(groupInstanceId) ?? refusal("UNKNOWN_MEMBER_ID", message);
}
