import { codeOf } from "@naru/protocol";
import type {
  ConsumerGroupHeartbeatRequest,
  ConsumerGroupHeartbeatResponseDraft,
} from "@naru/protocol/messages/consumer-group-heartbeat";
import type { ReplyTo } from "../../runtime/step.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { isRefusal, refusal, type Refusal } from "../refusal.ts";
import { currentRecord } from "./consumer-group-records.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import { failedHeartbeat } from "./consumer-heartbeat.ts";
import { LEAVE_EPOCH, STATIC_LEAVE_EPOCH, type ConsumerMember } from "./consumer-member.ts";
import { memberById, memberByInstance } from "./find-member.ts";
import { noPartitions, withEpoch } from "./owned-partitions.ts";
import { removeConsumerMembers } from "./remove-members.ts";

/** Is this the last heartbeat of a member, for good or for a while? */
export function isLeaving({ memberEpoch }: ConsumerGroupHeartbeatRequest): boolean {
  return memberEpoch === LEAVE_EPOCH || memberEpoch === STATIC_LEAVE_EPOCH;
}

/** ConsumerGroupHeartbeat of a member that leaves. */
export function consumerLeave(
  machine: GroupMachine,
  call: {
    readonly request: ConsumerGroupHeartbeatRequest;
    readonly to: ReplyTo<ConsumerGroupHeartbeatResponseDraft>;
  },
  step: GroupStep,
): void {
  const { request, to } = call;
  const group = existingConsumerGroup(machine, request.groupId);
  const member = isRefusal(group) ? group : leaver(group, request);
  if (isRefusal(group) || isRefusal(member)) {
    step.reply(to, failedHeartbeat(member as Refusal));
    return;
  }
  const { memberEpoch } = request;
  if (memberEpoch === STATIC_LEAVE_EPOCH) leaveForAWhile(group, member, step);
  else removeConsumerMembers(machine, group, { members: [member], step });
  step.reply(to, {
    throttleTimeMs: 0,
    errorCode: codeOf("NONE"),
    memberId: member.memberId,
    memberEpoch,
    heartbeatIntervalMs: 0,
  });
}

/** The consumer group with this id, or why there is none. */
export function existingConsumerGroup(
  { groups }: GroupMachine,
  groupId: string,
): ConsumerGroup | Refusal {
  const group = groups.get(groupId);
  if (group?.type === "consumer") return group;
  const what = group === undefined ? "not found" : "is not a consumer group";
  return refusal("GROUP_ID_NOT_FOUND", `Group ${groupId} ${what}.`);
}

function leaver(
  group: ConsumerGroup,
  { instanceId, memberId }: ConsumerGroupHeartbeatRequest,
): ConsumerMember | Refusal {
  return instanceId === null
    ? memberById(group, memberId)
    : memberByInstance(group, instanceId, memberId);
}

/** Its partitions wait for it; its session goes on, and decides when it does not come back. */
function leaveForAWhile(group: ConsumerGroup, member: ConsumerMember, step: GroupStep): void {
  const away: ConsumerMember = {
    ...member,
    memberEpoch: STATIC_LEAVE_EPOCH,
    assigned: withEpoch(member.assigned, 0),
    pendingRevocation: noPartitions,
  };
  step.write(currentRecord(group.groupId, away));
}
