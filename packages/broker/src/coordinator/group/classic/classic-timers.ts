import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import type { GroupTimer } from "../group-timer.ts";
import type { ClassicGroup } from "./classic-group.ts";
import type { ClassicMember } from "./classic-member.ts";
import { removeMember } from "./leave-group.ts";
import {
  completeIfAllJoined,
  completeJoin,
  prepareRebalance,
  prolongOrComplete,
} from "./rebalance.ts";
import { armSession } from "./sessions.ts";

/** After a load: every member has a whole session to show itself. */
export function resumeClassicGroup(
  machine: GroupMachine,
  group: ClassicGroup,
  step: GroupStep,
): void {
  for (const member of group.members.values()) armSession(group, member, step);
  if (group.members.size > machine.config.groupSizeMax) {
    prepareRebalance(machine, group, { step, reason: "it is larger than group.max.size" });
  }
}

export function classicTimerExpired(
  machine: GroupMachine,
  group: ClassicGroup,
  { timer, step }: { timer: GroupTimer; step: GroupStep },
): void {
  switch (timer.kind) {
    case "session":
      return sessionExpired(machine, group, { memberId: timer.memberId, step });
    case "join":
      return completeJoin(group, step);
    case "initial-join":
      return prolongOrComplete(machine, group, { ...timer, step });
    case "sync":
      if (timer.generationId === group.generationId) syncExpired(machine, group, step);
      return;
    default:
      // Armed for a consumer group, which this one was before.
      return;
  }
}

function sessionExpired(
  machine: GroupMachine,
  group: ClassicGroup,
  { memberId, step }: { memberId: string; step: GroupStep },
): void {
  const member = group.members.get(memberId);
  // Who waits for an answer of ours cannot send heartbeats; a new one has had long enough.
  if (member !== undefined && isWaiting(member) && !member.isNew) return;
  if (member === undefined && !group.pendingMembers.has(memberId)) return;
  step.note(`group ${group.groupId}: the session of ${memberId} has expired.`);
  removeMember(group, memberId, step);
  if (group.state === "PreparingRebalance") completeIfAllJoined(group, step);
  else if (member !== undefined && group.state !== "Empty") {
    prepareRebalance(machine, group, { step, reason: `${memberId} was silent for its session` });
  }
}

function isWaiting({ awaitingJoin, awaitingSync }: ClassicMember): boolean {
  return awaitingJoin !== undefined || awaitingSync !== undefined;
}

/** Those who have joined and never asked for their assignment hold it back from nobody else. */
function syncExpired(machine: GroupMachine, group: ClassicGroup, step: GroupStep): void {
  if (group.state !== "CompletingRebalance" && group.state !== "Stable") return;
  const missing = [...group.pendingSyncs];
  if (missing.length === 0) return;
  for (const memberId of missing) removeMember(group, memberId, step);
  prepareRebalance(machine, group, { step, reason: `${missing.join(", ")} did not sync in time` });
}
