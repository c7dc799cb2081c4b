import { EMPTY_BYTES } from "@naru/protocol";
import type { SyncGroupRequest, SyncGroupResponseDraft } from "@naru/protocol/messages/sync-group";
import type { ConsumerGroup } from "../consumer/consumer-group.ts";
import type { ConsumerMember } from "../consumer/consumer-member.ts";
import { armConsumerSession } from "../consumer/consumer-sessions.ts";
import { withoutEpochs } from "../consumer/owned-partitions.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { isRefusal, refusal, type Refusal } from "../refusal.ts";
import { classicMemberOf, protocolOf } from "./classic-member.ts";
import { armRejoin, cancelSync } from "./classic-member-timers.ts";
import { writeAssignment } from "./consumer-protocol.ts";

/** SyncGroup of a member of the classic protocol in a consumer group: what it has. */
export function syncInConsumerGroup(
  machine: GroupMachine,
  group: ConsumerGroup,
  { request, step }: { request: SyncGroupRequest; step: GroupStep },
): SyncGroupResponseDraft | Refusal {
  const member = classicMemberOf(group, request);
  if (isRefusal(member)) return member;
  const { memberId } = member;
  if (isOtherProtocol(member, request)) {
    const message = `Member ${memberId} asks with another protocol than it was told.`;
    return refusal("INCONSISTENT_GROUP_PROTOCOL", message);
  }
  if (group.assignmentEpoch > member.memberEpoch && member.state !== "UNREVOKED_PARTITIONS") {
    armRejoin(group, member, step);
    const message = `Member ${memberId} is to join again: there is a newer assignment.`;
    return refusal("REBALANCE_IN_PROGRESS", message);
  }
  cancelSync(group, memberId, step);
  armConsumerSession(machine, { groupId: group.groupId, member }, step);
  const { protocolType, protocolName } = request;
  const { topics } = machine;
  const subscription = member.classic?.supportedProtocols[0]?.metadata ?? EMPTY_BYTES;
  const assigned = withoutEpochs(member.assigned);
  const assignment = writeAssignment(assigned, { topics, subscription });
  return { errorCode: 0, protocolType, protocolName, assignment };
}

function isOtherProtocol(
  member: ConsumerMember,
  { protocolType, protocolName }: SyncGroupRequest,
): boolean {
  return (
    (protocolType !== null && protocolType !== "consumer") ||
    (protocolName !== null && protocolName !== protocolOf(member))
  );
}
