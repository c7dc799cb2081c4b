import type { GroupStep } from "../group-step.ts";
import { timerKeys } from "../group-timer.ts";
import type { ClassicGroup } from "./classic-group.ts";
import type { ClassicMember } from "./classic-member.ts";

/** A member has shown that it lives. */
export function armSession(
  { groupId }: ClassicGroup,
  { memberId, sessionTimeoutMs }: Pick<ClassicMember, "memberId" | "sessionTimeoutMs">,
  step: GroupStep,
  timeoutMs: number = sessionTimeoutMs,
): void {
  step.arm(timerKeys.session(groupId, memberId), timeoutMs, { kind: "session", groupId, memberId });
}

export function endSession({ groupId }: ClassicGroup, memberId: string, step: GroupStep): void {
  step.cancel(timerKeys.session(groupId, memberId));
}
