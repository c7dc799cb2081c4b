import { cancelRejoin, cancelSync } from "../conversion/classic-member-timers.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { timerKeys } from "../group-timer.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import type { ConsumerMember } from "./consumer-member.ts";

/** A member has shown that it lives. One of the classic protocol has a session of its own. */
export function armConsumerSession(
  machine: GroupMachine,
  { groupId, member }: { readonly groupId: string; readonly member: ConsumerMember },
  step: GroupStep,
): void {
  const { memberId, classic } = member;
  const { sessionTimeoutMs } = classic ?? machine.consumerGroupConfig(groupId);
  const event = { kind: "session", groupId, memberId } as const;
  step.arm(timerKeys.session(groupId, memberId), sessionTimeoutMs, event);
}

/** It gives up partitions within its rebalance time-out; or it has nothing left to give up. */
export function armRevocation(
  groupId: string,
  { memberId, memberEpoch, state, rebalanceTimeoutMs, classic }: ConsumerMember,
  step: GroupStep,
): void {
  const key = timerKeys.revocation(groupId, memberId);
  // Of one that speaks the classic protocol joining and syncing have their times.
  if (state !== "UNREVOKED_PARTITIONS" || classic !== null) return step.cancel(key);
  step.arm(key, rebalanceTimeoutMs, { kind: "revocation", groupId, memberId, memberEpoch });
}

/** Nobody waits for a member that is gone. */
export function endConsumerSession(group: ConsumerGroup, memberId: string, step: GroupStep): void {
  const { groupId } = group;
  step.cancel(timerKeys.session(groupId, memberId));
  step.cancel(timerKeys.revocation(groupId, memberId));
  cancelRejoin(group, memberId, step);
  cancelSync(group, memberId, step);
}
