import type { ConsumerGroup } from "../consumer/consumer-group.ts";
import type { ConsumerMember } from "../consumer/consumer-member.ts";
import type { GroupStep } from "../group-step.ts";
import { timerKeys } from "../group-timer.ts";

/** A member was told to join again; told once more, it has no more time than the first time. */
export function armRejoin(
  { groupId, askedToJoin }: ConsumerGroup,
  { memberId, rebalanceTimeoutMs }: ConsumerMember,
  step: GroupStep,
): void {
  if (askedToJoin.has(memberId)) return;
  askedToJoin.add(memberId);
  const event = { kind: "member-join", groupId, memberId } as const;
  step.arm(timerKeys.memberJoin(groupId, memberId), rebalanceTimeoutMs, event);
}

export function cancelRejoin(
  { groupId, askedToJoin }: ConsumerGroup,
  memberId: string,
  step: GroupStep,
): void {
  askedToJoin.delete(memberId);
  step.cancel(timerKeys.memberJoin(groupId, memberId));
}

/** It has joined, and is to ask for its assignment. */
export function armSync(
  { groupId }: ConsumerGroup,
  { memberId, rebalanceTimeoutMs }: ConsumerMember,
  step: GroupStep,
): void {
  const event = { kind: "member-sync", groupId, memberId } as const;
  step.arm(timerKeys.memberSync(groupId, memberId), rebalanceTimeoutMs, event);
}

export function cancelSync({ groupId }: ConsumerGroup, memberId: string, step: GroupStep): void {
  step.cancel(timerKeys.memberSync(groupId, memberId));
}
