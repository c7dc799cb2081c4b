import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { timerKeys } from "../group-timer.ts";
import type { ConsumerMember } from "./consumer-member.ts";

/** A member has shown that it lives. */
export function armConsumerSession(
  machine: GroupMachine,
  { groupId, memberId }: { readonly groupId: string; readonly memberId: string },
  step: GroupStep,
): void {
  const { sessionTimeoutMs } = machine.consumerGroupConfig(groupId);
  const event = { kind: "session", groupId, memberId } as const;
  step.arm(timerKeys.session(groupId, memberId), sessionTimeoutMs, event);
}

/** It gives up partitions within its rebalance time-out; or it has nothing left to give up. */
export function armRevocation(
  groupId: string,
  { memberId, memberEpoch, state, rebalanceTimeoutMs }: ConsumerMember,
  step: GroupStep,
): void {
  const key = timerKeys.revocation(groupId, memberId);
  if (state !== "UNREVOKED_PARTITIONS") return step.cancel(key);
  step.arm(key, rebalanceTimeoutMs, { kind: "revocation", groupId, memberId, memberEpoch });
}

/** Nobody waits for a member that is gone. */
export function endConsumerSession(groupId: string, memberId: string, step: GroupStep): void {
  step.cancel(timerKeys.session(groupId, memberId));
  step.cancel(timerKeys.revocation(groupId, memberId));
}
