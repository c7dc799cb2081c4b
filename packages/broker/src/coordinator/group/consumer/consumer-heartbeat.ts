import { codeOf } from "@naru/protocol";
import type {
  ConsumerGroupHeartbeatRequest,
  ConsumerGroupHeartbeatResponseDraft,
} from "@naru/protocol/messages/consumer-group-heartbeat";
import type { ReplyTo } from "../../runtime/step.ts";
import { groupTombstone } from "../classic/classic-group-record.ts";
import { convertToConsumerGroup, upgradeOf, type Upgrade } from "../conversion/upgrade.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { isRefusal, refusal, type Refusal } from "../refusal.ts";
import type { PartitionsByTopic } from "./assignor.ts";
import { ConsumerGroup } from "./consumer-group.ts";
import { currentRecord } from "./consumer-group-records.ts";
import { JOIN_EPOCH, isReconciled, type ConsumerMember } from "./consumer-member.ts";
import { armConsumerSession, armRevocation } from "./consumer-sessions.ts";
import { findMember, type FoundMember } from "./find-member.ts";
import { refreshGroupEpoch } from "./group-epoch.ts";
import { partitionsToAnswer, samePartitions } from "./owned-partitions.ts";
import { reconcile } from "./reconcile.ts";
import { replaceStaticMember } from "./replace-static-member.ts";
import { resolvePatternsSoon } from "./resolve-patterns.ts";
import { patternRefusal, sizeRefusal, subscribed, writeSubscription } from "./subscription.ts";
import { updateTarget } from "./update-target.ts";

/** A ConsumerGroupHeartbeat, and who sent it. */
export interface ConsumerHeartbeatCall {
  readonly request: ConsumerGroupHeartbeatRequest;
  readonly clientId: string;
  readonly clientHost: string;
  readonly to: ReplyTo<ConsumerGroupHeartbeatResponseDraft>;
}

/**
 * ConsumerGroupHeartbeat of a member that joins or stays. Each takes the whole way, as far as it is
 * open: what the member says of itself, the group's epoch, the target assignment, and one step of
 * the member towards its target.
 */
export function consumerHeartbeat(
  machine: GroupMachine,
  call: ConsumerHeartbeatCall,
  step: GroupStep,
): void {
  const answer = beat(machine, call, step);
  step.reply(call.to, isRefusal(answer) ? failedHeartbeat(answer) : answer);
}

export function failedHeartbeat({ error, message }: Refusal): ConsumerGroupHeartbeatResponseDraft {
  return {
    throttleTimeMs: 0,
    errorCode: codeOf(error),
    errorMessage: message,
    memberEpoch: 0,
    heartbeatIntervalMs: 0,
  };
}

function beat(
  machine: GroupMachine,
  call: ConsumerHeartbeatCall,
  step: GroupStep,
): ConsumerGroupHeartbeatResponseDraft | Refusal {
  const { request } = call;
  const addressed = groupFor(machine, request);
  if (isRefusal(addressed)) return addressed;
  const { group: before, upgrade } = addressed;
  const full = fullRefusal(machine, before, request.memberId);
  if (full !== undefined) return full;
  const memberId = request.memberId === "" ? machine.newShortUuid() : request.memberId;
  const { instanceId, memberEpoch } = request;
  const reported = reportedBy(request);
  const found = findMember(before, { memberId, instanceId, memberEpoch, reported });
  if (isRefusal(found)) return found;
  const updated = subscribed(found.member, call);
  const invalid = patternRefusal(before, updated);
  if (invalid !== undefined) return invalid;
  const tooLarge = sizeRefusal(before, { before: found.member, updated, step });
  if (tooLarge !== undefined) return tooLarge;
  // Nothing is refused from here on, and nothing was written before.
  const group = groupWith(machine, request.groupId, { upgrade, found, step });
  const last = group.lastResolved;
  const change = writeSubscription(group, { before: found.member, updated, step });
  resolvePatternsSoon(machine, group, { isNew: change.isNewPattern, last, step });
  const { isResolved: hasChanged } = change;
  if (hasChanged || group.isMetadataStale) refreshGroupEpoch(machine, group, { hasChanged, step });
  updateTarget(machine, group, step);
  const hasSubscriptionChanged = change.hasChanged;
  const member = stepTowardsTarget(machine, group, {
    memberId,
    reported,
    hasSubscriptionChanged,
    step,
  });
  armConsumerSession(machine, { groupId: group.groupId, member }, step);
  const isTold =
    memberEpoch === JOIN_EPOCH ||
    isFull(request) ||
    !samePartitions(found.member.assigned, member.assigned);
  return answerTo(machine, group, { member, isTold });
}

/** The group that a heartbeat is for. */
interface AddressedGroup {
  /** As it is; or as it will be, which is not kept yet. */
  readonly group: ConsumerGroup;
  /** Of a classic group with members. */
  readonly upgrade?: Upgrade;
}

function groupFor(
  machine: GroupMachine,
  { groupId, memberEpoch }: ConsumerGroupHeartbeatRequest,
): AddressedGroup | Refusal {
  const group = machine.groups.get(groupId);
  if (group?.type === "consumer") return { group };
  if (memberEpoch === JOIN_EPOCH) {
    if (group === undefined || group.state === "Empty")
      return { group: new ConsumerGroup(groupId) };
    const upgrade = upgradeOf(machine, group);
    return isRefusal(upgrade) ? upgrade : { group: upgrade.group, upgrade };
  }
  const message =
    group === undefined
      ? `Consumer group ${groupId} not found.`
      : `Group ${groupId} is not a consumer group.`;
  return refusal("GROUP_ID_NOT_FOUND", message);
}

export function fullRefusal(
  { config }: GroupMachine,
  { members }: ConsumerGroup,
  memberId: string,
): Refusal | undefined {
  const { consumerGroupSizeMax } = config;
  if (members.size < consumerGroupSizeMax || members.has(memberId)) return undefined;
  return refusal(
    "GROUP_MAX_SIZE_REACHED",
    `The consumer group has reached its maximum capacity of ${consumerGroupSizeMax} members.`,
  );
}

/** The group, with the member in it: a classic one is converted, an absent one is made. */
function groupWith(
  machine: GroupMachine,
  groupId: string,
  how: { upgrade: Upgrade | undefined; found: FoundMember; step: GroupStep },
): ConsumerGroup {
  const { upgrade, found, step } = how;
  const classic = machine.groups.get(groupId);
  if (classic?.type === "classic") {
    if (upgrade === undefined) step.write(groupTombstone(groupId));
    else convertToConsumerGroup(machine, classic, { upgrade, step });
  }
  const group = machine.consumerGroupOf(groupId);
  if (found.replaces !== undefined) {
    replaceStaticMember(group, { before: found.replaces, member: found.member, step });
  }
  return group;
}

/** One step of a member towards its target, written down if it is one. */
export function stepTowardsTarget(
  machine: GroupMachine,
  group: ConsumerGroup,
  how: {
    memberId: string;
    reported: PartitionsByTopic | null;
    hasSubscriptionChanged: boolean;
    step: GroupStep;
  },
): ConsumerMember {
  const { memberId, reported, hasSubscriptionChanged, step } = how;
  const member = group.members.get(memberId)!;
  // Most heartbeats end here, and need not know which topics there are.
  if (!hasSubscriptionChanged && isReconciled(member, group.assignmentEpoch)) return member;
  const next = reconcile(member, {
    target: group.targetOf(memberId),
    targetEpoch: group.assignmentEpoch,
    // Asked only of what it has and is to have: a heartbeat does not look at all that it reads.
    isRead: (topicId) => {
      const topic = machine.topics.byId(topicId);
      return topic !== undefined && group.isReadBy(member, topic.name);
    },
    hasSubscriptionChanged,
    reported,
    isHeld: (topicId, partition) => group.held.isHeld(topicId, partition),
  });
  if (isSameProgress(member, next)) return member;
  step.write(currentRecord(group.groupId, next));
  armRevocation(group.groupId, next, step);
  return next;
}

function isSameProgress(a: ConsumerMember, b: ConsumerMember): boolean {
  return (
    a === b ||
    (a.memberEpoch === b.memberEpoch &&
      a.previousMemberEpoch === b.previousMemberEpoch &&
      a.state === b.state &&
      samePartitions(a.assigned, b.assigned) &&
      samePartitions(a.pendingRevocation, b.pendingRevocation))
  );
}

/** One that says all of itself: the answer then says all of its assignment. */
function isFull(request: ConsumerGroupHeartbeatRequest): boolean {
  const { rebalanceTimeoutMs, subscribedTopicNames, subscribedTopicRegex } = request;
  return (
    rebalanceTimeoutMs !== -1 &&
    (subscribedTopicNames !== null || subscribedTopicRegex !== null) &&
    request.topicPartitions !== null
  );
}

function reportedBy(request: ConsumerGroupHeartbeatRequest): PartitionsByTopic | null {
  if (request.topicPartitions === null) return null;
  return new Map(
    request.topicPartitions.map(({ topicId, partitions }) => [topicId, new Set(partitions)]),
  );
}

function answerTo(
  machine: GroupMachine,
  { groupId }: ConsumerGroup,
  { member, isTold }: { member: ConsumerMember; isTold: boolean },
): ConsumerGroupHeartbeatResponseDraft {
  const { heartbeatIntervalMs } = machine.consumerGroupConfig(groupId);
  return {
    throttleTimeMs: 0,
    errorCode: codeOf("NONE"),
    memberId: member.memberId,
    memberEpoch: member.memberEpoch,
    heartbeatIntervalMs,
    assignment: isTold ? { topicPartitions: partitionsToAnswer(member.assigned) } : null,
  };
}
