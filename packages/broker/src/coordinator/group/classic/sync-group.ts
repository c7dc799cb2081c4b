import { EMPTY_BYTES, codeOf, type ErrorName } from "@naru/protocol";
import type { SyncGroupRequest, SyncGroupResponseDraft } from "@naru/protocol/messages/sync-group";
import type { ReplyTo } from "../../runtime/step.ts";
import { syncInConsumerGroup } from "../conversion/classic-member-sync.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { isRefusal } from "../refusal.ts";
import { groupRecord } from "./classic-group-record.ts";
import type { ClassicGroup } from "./classic-group.ts";
import type { ClassicMember } from "./classic-member.ts";
import { memberError } from "./member-error.ts";
import { cancelSyncTimer, failSyncs, prepareRebalance } from "./rebalance.ts";
import { armSession } from "./sessions.ts";

export interface SyncCall {
  readonly request: SyncGroupRequest;
  readonly to: ReplyTo<SyncGroupResponseDraft>;
}

/** SyncGroup: the leader brings the assignments, the others ask for theirs. */
export function syncGroup(machine: GroupMachine, { request, to }: SyncCall, step: GroupStep): void {
  const group = machine.groups.get(request.groupId);
  if (group?.type === "consumer") {
    const answer = syncInConsumerGroup(machine, group, { request, step });
    return step.reply(to, isRefusal(answer) ? failedSync(answer.error) : answer);
  }
  const error = group === undefined ? "UNKNOWN_MEMBER_ID" : syncError(group, request);
  if (group === undefined || error !== undefined) {
    return step.reply(to, failedSync(error ?? "UNKNOWN_MEMBER_ID"));
  }
  const member = group.members.get(request.memberId)!;
  group.pendingSyncs.delete(member.memberId);
  if (group.state === "Stable") {
    step.reply(to, syncAnswer(group, member));
  } else {
    if (member.awaitingSync !== undefined) {
      step.reply(member.awaitingSync, failedSync("REBALANCE_IN_PROGRESS"));
    }
    member.awaitingSync = to;
    if (group.leaderId === member.memberId) assign(machine, group, { request, step });
  }
  if (group.pendingSyncs.size === 0) cancelSyncTimer(group, step);
}

export function failedSync(error: ErrorName): SyncGroupResponseDraft {
  return { errorCode: codeOf(error), assignment: EMPTY_BYTES };
}

function syncError(group: ClassicGroup, request: SyncGroupRequest): ErrorName | undefined {
  const error = memberError(group, request);
  if (error !== undefined) return error;
  if (request.generationId !== group.generationId) return "ILLEGAL_GENERATION";
  const { protocolType, protocolName } = request;
  const isOther =
    (protocolType !== null && protocolType !== group.protocolType) ||
    (protocolName !== null && protocolName !== group.protocolName);
  if (isOther) return "INCONSISTENT_GROUP_PROTOCOL";
  if (group.state === "Empty") return "UNKNOWN_MEMBER_ID";
  return group.state === "PreparingRebalance" ? "REBALANCE_IN_PROGRESS" : undefined;
}

/** Written down, the assignments make the group stable; those who wait get theirs. */
function assign(
  machine: GroupMachine,
  group: ClassicGroup,
  { request, step }: { readonly request: SyncGroupRequest; readonly step: GroupStep },
): void {
  const byMember = new Map(
    request.assignments.map(({ memberId, assignment }) => [memberId, Uint8Array.from(assignment)]),
  );
  const record = groupRecord(group, step.nowMs, byMember);
  if (!step.fits(record)) {
    failSyncs(group, step, "UNKNOWN_SERVER_ERROR");
    const reason = "its members and their assignments are too large for a batch";
    return prepareRebalance(machine, group, { step, reason });
  }
  step.write(record);
  step.note(
    `group ${group.groupId} is stable with generation ${group.generationId} ` +
      `and ${group.members.size} members.`,
  );
  for (const member of group.members.values()) {
    if (member.awaitingSync === undefined) continue;
    step.reply(member.awaitingSync, syncAnswer(group, member));
    member.awaitingSync = undefined;
    armSession(group, member, step);
  }
}

function syncAnswer(
  { protocolType, protocolName }: ClassicGroup,
  { assignment }: ClassicMember,
): SyncGroupResponseDraft {
  return { errorCode: 0, protocolType, protocolName, assignment };
}
