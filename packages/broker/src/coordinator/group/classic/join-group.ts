import { joinConsumerGroup } from "../conversion/classic-member-join.ts";
import { removeEmptyGroup } from "../delete-group.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { groupRecord } from "./classic-group-record.ts";
import { ClassicGroup } from "./classic-group.ts";
import { hasProtocols, type ClassicMember } from "./classic-member.ts";
import {
  MEMBER_ID_FIRST_SINCE_VERSION,
  newMember,
  updateMember,
  type JoinCall,
} from "./joining-member.ts";
import { removeMember } from "./leave-group.ts";
import { memberError } from "./member-error.ts";
import {
  answerJoin,
  completeIfAllJoined,
  failedJoin,
  joinAnswer,
  rebalanceOrComplete,
} from "./rebalance.ts";
import { replaceStaticMember } from "./replace-static-member.ts";
import { armSession } from "./sessions.ts";

/**
 * A new member cannot send heartbeats before its first join is answered. One that went away
 * meanwhile would hold up every rebalance for ever. (Kafka's constant.)
 */
const NEW_MEMBER_JOIN_TIMEOUT_MS = 300_000;

/** JoinGroup: a member asks to be in the next generation. */
export function joinGroup(machine: GroupMachine, call: JoinCall, step: GroupStep): void {
  const { request, to } = call;
  const { groupId, memberId } = request;
  const existing = machine.groups.get(groupId);
  if (existing?.type === "consumer" && existing.state !== "Empty") {
    return joinConsumerGroup(machine, existing, { call, step });
  }
  const group = existing?.type === "classic" ? existing : newGroup(machine, call, step);
  if (typeof group === "string") {
    return step.reply(to, failedJoin(memberId, group));
  }
  if (!hasRoomFor(machine, group, memberId)) {
    removeMember(group, memberId, step);
    step.reply(to, failedJoin("", "GROUP_MAX_SIZE_REACHED"));
    if (group.state === "PreparingRebalance") completeIfAllJoined(group, step);
    return;
  }
  if (!group.supports(request.protocolType, request.protocols)) {
    return step.reply(to, failedJoin(memberId, "INCONSISTENT_GROUP_PROTOCOL"));
  }
  if (memberId === "") joinAsNew(machine, group, { call, step });
  else joinAgain(machine, group, { call, step });
}

/** Kafka writes down a group as soon as somebody asks for it; an empty other one makes room. */
function newGroup(
  machine: GroupMachine,
  { request }: JoinCall,
  step: GroupStep,
): ClassicGroup | "UNKNOWN_MEMBER_ID" | "INCONSISTENT_GROUP_PROTOCOL" {
  const { groupId, memberId, protocolType, protocols } = request;
  if (memberId !== "") return "UNKNOWN_MEMBER_ID";
  if (!new ClassicGroup(groupId).supports(protocolType, protocols)) {
    return "INCONSISTENT_GROUP_PROTOCOL";
  }
  const existing = machine.groups.get(groupId);
  if (existing !== undefined) removeEmptyGroup(existing, step);
  step.write(groupRecord(new ClassicGroup(groupId), step.nowMs));
  return machine.classicGroupOf(groupId);
}

function hasRoomFor({ config }: GroupMachine, group: ClassicGroup, memberId: string): boolean {
  const { groupSizeMax } = config;
  switch (group.state) {
    case "Empty":
      return true;
    case "PreparingRebalance":
      // Counting those who have joined lets a smaller limit take hold: the last to join go.
      return (
        group.members.get(memberId)?.awaitingJoin !== undefined || group.joiningCount < groupSizeMax
      );
    default:
      return group.members.has(memberId) || group.members.size < groupSizeMax;
  }
}

interface Joining {
  readonly call: JoinCall;
  readonly step: GroupStep;
}

function joinAsNew(machine: GroupMachine, group: ClassicGroup, { call, step }: Joining): void {
  const { groupInstanceId, sessionTimeoutMs } = call.request;
  const memberId = machine.newMemberId(groupInstanceId ?? call.clientId);
  if (groupInstanceId !== null) {
    const before = group.staticMembers.get(groupInstanceId);
    if (before === undefined) return addMember(machine, group, { call, step, memberId });
    return replaceStaticMember(machine, group, { call, step, before, memberId });
  }
  if (call.apiVersion < MEMBER_ID_FIRST_SINCE_VERSION) {
    return addMember(machine, group, { call, step, memberId });
  }
  group.pendingMembers.add(memberId);
  armSession(group, { memberId, sessionTimeoutMs }, step);
  step.reply(call.to, failedJoin(memberId, "MEMBER_ID_REQUIRED"));
}

function joinAgain(machine: GroupMachine, group: ClassicGroup, { call, step }: Joining): void {
  const { request, to } = call;
  const { memberId } = request;
  if (group.pendingMembers.has(memberId)) {
    return addMember(machine, group, { call, step, memberId });
  }
  const error = memberError(group, request);
  if (error !== undefined) return step.reply(to, failedJoin(memberId, error));
  const member = group.members.get(memberId)!;
  const isSame = hasProtocols(member, request.protocols);
  switch (group.state) {
    case "PreparingRebalance":
      return rejoin(machine, group, { call, step, member, reason: `${memberId} joins` });
    case "CompletingRebalance":
      // It may not have heard the answer: it is told once more.
      if (isSame) return step.reply(to, joinAnswer(group, member));
      return rejoin(machine, group, { call, step, member, reason: `${memberId} has changed` });
    case "Stable":
      // The leader knows of changes that others do not see: partitions added to a topic.
      if (group.leaderId !== memberId && isSame) return step.reply(to, joinAnswer(group, member));
      return rejoin(machine, group, { call, step, member, reason: `${memberId} joins again` });
    case "Empty":
      return step.reply(to, failedJoin(memberId, "UNKNOWN_MEMBER_ID"));
  }
}

function addMember(
  machine: GroupMachine,
  group: ClassicGroup,
  { call, step, memberId }: Joining & { readonly memberId: string },
): void {
  const member = { ...newMember(call, memberId), awaitingJoin: call.to };
  if (group.isInitialRebalance) group.newMemberAdded = true;
  if (group.members.size === 0) group.protocolType = call.request.protocolType;
  group.add(member);
  armSession(group, member, step, NEW_MEMBER_JOIN_TIMEOUT_MS);
  rebalanceOrComplete(machine, group, { step, reason: `${memberId} joins` });
}

function rejoin(
  machine: GroupMachine,
  group: ClassicGroup,
  what: Joining & { readonly member: ClassicMember; readonly reason: string },
): void {
  const { call, step, member, reason } = what;
  // It asks a second time: whoever waited for the first answer is not there any more.
  answerJoin(member, step, failedJoin(member.memberId, "REBALANCE_IN_PROGRESS"));
  updateMember(member, call);
  if (group.state === "PreparingRebalance") completeIfAllJoined(group, step);
  else rebalanceOrComplete(machine, group, { step, reason });
}
