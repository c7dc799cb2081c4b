import { EMPTY_BYTES, codeOf, type ErrorName } from "@naru/protocol";
import type { JoinGroupResponseDraft } from "@naru/protocol/messages/join-group";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { timerKeys } from "../group-timer.ts";
import { groupRecord } from "./classic-group-record.ts";
import type { ClassicGroup } from "./classic-group.ts";
import { metadataOf, type ClassicMember } from "./classic-member.ts";
import { chooseProtocol } from "./choose-protocol.ts";
import { armSession, endSession } from "./sessions.ts";

/** Something has changed that the members must divide anew; or it is one more who has joined. */
export function rebalanceOrComplete(
  machine: GroupMachine,
  group: ClassicGroup,
  { step, reason }: { step: GroupStep; reason: string },
): void {
  if (group.state !== "PreparingRebalance") prepareRebalance(machine, group, { step, reason });
  else completeIfAllJoined(group, step);
}

/** All members are to join again. The first time there is a delay, so that more may come. */
export function prepareRebalance(
  { config }: GroupMachine,
  group: ClassicGroup,
  { step, reason }: { step: GroupStep; reason: string },
): void {
  const { groupId, state } = group;
  if (state === "CompletingRebalance") failSyncs(group, step, "REBALANCE_IN_PROGRESS");
  cancelSyncTimer(group, step);
  group.enter("PreparingRebalance", step.nowMs);
  step.note(`group ${groupId} rebalances after generation ${group.generationId}: ${reason}.`);
  if (state === "Empty") {
    group.isInitialRebalance = true;
    group.newMemberAdded = false;
    const delayMs = config.initialRebalanceDelayMs;
    const remainingMs = Math.max(group.rebalanceTimeoutMs - delayMs, 0);
    const event = { kind: "initial-join", groupId, delayMs, remainingMs } as const;
    step.arm(timerKeys.join(groupId), delayMs, event);
  } else if (group.allHaveJoined) {
    completeJoin(group, step);
  } else {
    armJoin(group, step);
  }
}

/** The initial delay is over: once more, as long as new members come and time is left. */
export function prolongOrComplete(
  { config }: GroupMachine,
  group: ClassicGroup,
  { step, delayMs, remainingMs }: { step: GroupStep; delayMs: number; remainingMs: number },
): void {
  if (!group.newMemberAdded || remainingMs === 0) return completeJoin(group, step);
  group.newMemberAdded = false;
  const nextMs = Math.min(config.initialRebalanceDelayMs, remainingMs);
  step.arm(timerKeys.join(group.groupId), nextMs, {
    kind: "initial-join",
    groupId: group.groupId,
    delayMs: nextMs,
    remainingMs: Math.max(remainingMs - delayMs, 0),
  });
}

export function completeIfAllJoined(group: ClassicGroup, step: GroupStep): void {
  if (group.isInitialRebalance || !group.allHaveJoined) return;
  completeJoin(group, step);
}

/** The next generation: those who have joined, and static members, who may be away. */
export function completeJoin(group: ClassicGroup, step: GroupStep): void {
  const { groupId } = group;
  if (group.state !== "PreparingRebalance") return;
  step.cancel(timerKeys.join(groupId));
  for (const member of group.members.values()) {
    if (member.awaitingJoin !== undefined || member.groupInstanceId !== null) continue;
    group.remove(member.memberId);
    endSession(group, member.memberId, step);
    step.note(`group ${groupId}: ${member.memberId} did not join in time and is removed.`);
  }
  if (group.members.size > 0 && !electJoinedLeader(group)) {
    // Only static members are left, all away: their sessions decide.
    armJoin(group, step);
    return;
  }
  group.generationId += 1;
  if (group.members.size === 0) {
    group.protocolName = null;
    step.write(groupRecord(group, step.nowMs));
    step.note(`group ${groupId} is empty with generation ${group.generationId}.`);
    return;
  }
  group.protocolName = chooseProtocol(group);
  group.enter("CompletingRebalance", step.nowMs);
  group.pendingSyncs.clear();
  for (const member of group.members.values()) {
    answerJoin(member, step, joinAnswer(group, member));
    armSession(group, member, step);
    member.isNew = false;
    group.pendingSyncs.add(member.memberId);
  }
  const { generationId } = group;
  const event = { kind: "sync", groupId, generationId } as const;
  step.arm(timerKeys.sync(groupId), group.rebalanceTimeoutMs, event);
}

/** The leader stays if it has joined; else the oldest that has takes its place. */
function electJoinedLeader(group: ClassicGroup): boolean {
  const leader = group.leaderId === null ? undefined : group.members.get(group.leaderId);
  if (leader?.awaitingJoin !== undefined) return true;
  for (const { memberId, awaitingJoin } of group.members.values()) {
    if (awaitingJoin === undefined) continue;
    group.leaderId = memberId;
    return true;
  }
  return false;
}

/** The generation as a member is told of it; only the leader learns who the others are. */
export function joinAnswer(group: ClassicGroup, member: ClassicMember): JoinGroupResponseDraft {
  const { generationId, protocolType, protocolName, leaderId } = group;
  return {
    errorCode: 0,
    generationId,
    protocolType,
    protocolName,
    leader: leaderId ?? "",
    skipAssignment: false,
    memberId: member.memberId,
    members: leaderId === member.memberId ? membersFor(group) : [],
  };
}

export function membersFor(group: ClassicGroup): JoinGroupResponseDraft["members"] {
  return Array.from(group.members.values(), (member) => ({
    memberId: member.memberId,
    groupInstanceId: member.groupInstanceId,
    metadata: metadataOf(member, group.protocolName),
  }));
}

export function failedJoin(memberId: string, error: ErrorName): JoinGroupResponseDraft {
  return { errorCode: codeOf(error), memberId, leader: "", protocolName: null, members: [] };
}

export function answerJoin(
  member: ClassicMember,
  step: GroupStep,
  response: JoinGroupResponseDraft,
): void {
  if (member.awaitingJoin === undefined) return;
  step.reply(member.awaitingJoin, response);
  member.awaitingJoin = undefined;
}

/** Who waits for an assignment of a generation that will have none. */
export function failSyncs(group: ClassicGroup, step: GroupStep, error: ErrorName): void {
  for (const member of group.members.values()) {
    // What it had was of the generation before, and is not shown any longer, either.
    member.assignment = EMPTY_BYTES;
    if (member.awaitingSync === undefined) continue;
    step.reply(member.awaitingSync, { errorCode: codeOf(error), assignment: EMPTY_BYTES });
    member.awaitingSync = undefined;
    armSession(group, member, step);
  }
}

export function cancelSyncTimer(group: ClassicGroup, step: GroupStep): void {
  group.pendingSyncs.clear();
  step.cancel(timerKeys.sync(group.groupId));
}

function armJoin(group: ClassicGroup, step: GroupStep): void {
  const { groupId } = group;
  step.arm(timerKeys.join(groupId), group.rebalanceTimeoutMs, { kind: "join", groupId });
}
