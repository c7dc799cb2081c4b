import type { ErrorName } from "@naru/protocol";
import type { HeartbeatRequest } from "@naru/protocol/messages/heartbeat";
import type { ConsumerGroup } from "../consumer/consumer-group.ts";
import type { ConsumerMember } from "../consumer/consumer-member.ts";
import { armConsumerSession } from "../consumer/consumer-sessions.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { isRefusal } from "../refusal.ts";
import { classicMemberOf } from "./classic-member.ts";
import { armRejoin } from "./classic-member-timers.ts";

/** Heartbeat of a member of the classic protocol in a consumer group: is it to join again? */
export function heartbeatInConsumerGroup(
  machine: GroupMachine,
  group: ConsumerGroup,
  { request, step }: { request: HeartbeatRequest; step: GroupStep },
): ErrorName {
  const member = classicMemberOf(group, request);
  if (isRefusal(member)) return member.error;
  armConsumerSession(machine, { groupId: group.groupId, member }, step);
  if (!hasNews(group, member)) return "NONE";
  armRejoin(group, member, step);
  return "REBALANCE_IN_PROGRESS";
}

/** There is a newer target, something to give up, or something to have that is free by now. */
function hasNews(group: ConsumerGroup, member: ConsumerMember): boolean {
  if (member.memberEpoch < group.assignmentEpoch) return true;
  if (member.state === "UNREVOKED_PARTITIONS") return true;
  return member.state === "UNRELEASED_PARTITIONS" && !waits(group, member);
}

/** Does somebody still hold what it is to have? */
function waits(group: ConsumerGroup, { memberId, assigned }: ConsumerMember): boolean {
  for (const [topicId, partitions] of group.targetOf(memberId)) {
    for (const partition of partitions) {
      const isOwn = assigned.get(topicId)?.has(partition) === true;
      if (!isOwn && group.held.isHeld(topicId, partition)) return true;
    }
  }
  return false;
}
