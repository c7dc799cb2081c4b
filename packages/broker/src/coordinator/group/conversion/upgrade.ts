import type { ClassicGroup } from "../classic/classic-group.ts";
import { groupTombstone } from "../classic/classic-group-record.ts";
import { metadataOf, type ClassicMember } from "../classic/classic-member.ts";
import { chooseProtocol } from "../classic/choose-protocol.ts";
import { answerJoin, cancelSyncTimer, failedJoin, failSyncs } from "../classic/rebalance.ts";
import { endSession } from "../classic/sessions.ts";
import { ConsumerGroup } from "../consumer/consumer-group.ts";
import {
  currentRecord,
  groupEpochRecord,
  memberRecord,
  targetEpochRecord,
  targetRecord,
} from "../consumer/consumer-group-records.ts";
import { newConsumerMember, type ConsumerMember } from "../consumer/consumer-member.ts";
import { armConsumerSession } from "../consumer/consumer-sessions.ts";
import { existingTopics } from "../consumer/group-epoch.ts";
import { metadataHash } from "../consumer/metadata-hash.ts";
import { ownedSince, withoutEpochs } from "../consumer/owned-partitions.ts";
import { isConsumerGroupRecord, replayConsumerGroup } from "../consumer/replay-consumer-group.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupRecord, GroupStep } from "../group-step.ts";
import { timerKeys } from "../group-timer.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { readAssignment, readSubscription } from "./consumer-protocol.ts";
import { allowsUpgrade } from "./migration-policy.ts";

/** A classic group that a member of the consumer protocol joins, as a consumer group. */
export interface Upgrade {
  /** As it will be; nothing has happened yet. */
  readonly group: ConsumerGroup;
  readonly records: readonly GroupRecord[];
}

/** What becomes of a classic group, or why it stays one. */
export function upgradeOf(machine: GroupMachine, classic: ClassicGroup): Upgrade | Refusal {
  const { groupId } = classic;
  const members = problemOf(machine, classic) ?? consumerMembers(machine, classic);
  if (typeof members === "string") {
    const message = `Cannot upgrade classic group ${groupId} to consumer group because ${members}`;
    return refusal("GROUP_ID_NOT_FOUND", message);
  }
  if (isAnyTwice(members)) {
    // Kafka fails here, too, where it counts who holds what.
    const message = `Cannot upgrade classic group ${groupId} whose members share partitions.`;
    return refusal("UNKNOWN_SERVER_ERROR", message);
  }
  const records = upgradeRecords(machine, classic, members);
  const group = new ConsumerGroup(groupId);
  for (const record of records)
    if (isConsumerGroupRecord(record)) replayConsumerGroup(group, record);
  return { group, records };
}

/**
 * The group is a consumer group from now on. Its members, who know nothing of it yet, have what
 * they had, at the epoch that was their generation; their heartbeats will tell them to join again.
 */
export function convertToConsumerGroup(
  machine: GroupMachine,
  classic: ClassicGroup,
  { upgrade, step }: { upgrade: Upgrade; step: GroupStep },
): void {
  const { groupId } = classic;
  for (const member of classic.members.values()) {
    answerJoin(member, step, failedJoin(member.memberId, "REBALANCE_IN_PROGRESS"));
  }
  failSyncs(classic, step, "REBALANCE_IN_PROGRESS");
  for (const memberId of classic.pendingMembers) endSession(classic, memberId, step);
  cancelSyncTimer(classic, step);
  step.cancel(timerKeys.join(groupId));
  step.write(groupTombstone(groupId));
  for (const record of upgrade.records) step.write(record);
  for (const member of upgrade.group.members.values()) {
    armConsumerSession(machine, { groupId, member }, step);
  }
  step.note(`group ${groupId} is a consumer group now.`);
}

/** In Kafka's words. */
function problemOf({ config }: GroupMachine, classic: ClassicGroup): string | undefined {
  if (!allowsUpgrade(config.consumerMigrationPolicy)) return "online upgrade is disabled.";
  if (!classic.usesConsumerProtocol) {
    return "the group does not use the consumer embedded protocol.";
  }
  if (classic.members.size > config.consumerGroupSizeMax) {
    return "the group size exceeds the consumer group maximum size.";
  }
  return undefined;
}

/**
 * A leader may have given a partition to two members: no assignor of ours could go on from there.
 */
function isAnyTwice(members: readonly ConsumerMember[]): boolean {
  const seen = new Set<string>();
  for (const { assigned } of members) {
    for (const [topicId, partitions] of assigned) {
      for (const partition of partitions.keys()) {
        const name = `${topicId}-${partition}`;
        if (seen.has(name)) return true;
        seen.add(name);
      }
    }
  }
  return false;
}

function consumerMembers(machine: GroupMachine, classic: ClassicGroup): ConsumerMember[] | string {
  // Before its first generation a group has not chosen yet.
  const protocol = classic.protocolName ?? chooseProtocol(classic);
  const members: ConsumerMember[] = [];
  for (const member of classic.members.values()) {
    const converted = consumerMember(machine, member, {
      subscription: metadataOf(member, protocol),
      epoch: classic.generationId,
    });
    if (typeof converted === "string") return converted;
    members.push(converted);
  }
  return members;
}

function consumerMember(
  { topics }: GroupMachine,
  member: ClassicMember,
  { subscription: bytes, epoch }: { subscription: Uint8Array; epoch: number },
): ConsumerMember | string {
  const assignment = readAssignment(member.assignment, topics);
  const subscription = readSubscription(bytes);
  if (assignment === undefined || subscription === undefined) {
    return "the embedded consumer protocol is malformed.";
  }
  if (assignment.hasUserData) {
    return (
      "an unsupported custom assignor is in use. Please refer to the documentation or switch " +
      "to a default assignor before re-attempting the upgrade."
    );
  }
  return {
    ...newConsumerMember(member.memberId),
    memberEpoch: epoch,
    previousMemberEpoch: epoch,
    instanceId: member.groupInstanceId,
    rackId: subscription.rackId === "" ? null : subscription.rackId,
    clientId: member.clientId,
    clientHost: member.clientHost,
    rebalanceTimeoutMs: member.rebalanceTimeoutMs,
    subscribedTopicNames: [...new Set(subscription.topics)].toSorted(),
    classic: { sessionTimeoutMs: member.sessionTimeoutMs, supportedProtocols: member.protocols },
    assigned: ownedSince(assignment.partitions, epoch),
  };
}

function upgradeRecords(
  machine: GroupMachine,
  { groupId, generationId }: ClassicGroup,
  members: readonly ConsumerMember[],
): GroupRecord[] {
  const topicNames = new Set(members.flatMap(({ subscribedTopicNames }) => subscribedTopicNames));
  const hash = metadataHash(existingTopics(machine, topicNames));
  return [
    ...members.map((member) => memberRecord(groupId, member)),
    groupEpochRecord(groupId, generationId, hash),
    ...members.map(({ memberId, assigned }) =>
      targetRecord(groupId, memberId, withoutEpochs(assigned)),
    ),
    // Divided long ago: the assignment interval does not hold up the next time.
    targetEpochRecord(groupId, generationId, 0),
    ...members.map((member) => currentRecord(groupId, member)),
  ];
}
