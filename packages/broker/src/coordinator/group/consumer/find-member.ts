import { refusal, type Refusal } from "../refusal.ts";
import type { PartitionsByTopic } from "./assignor.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import {
  JOIN_EPOCH,
  STATIC_LEAVE_EPOCH,
  newConsumerMember,
  type ConsumerMember,
} from "./consumer-member.ts";
import type { OwnedPartitions } from "./owned-partitions.ts";

/** Who sends a heartbeat. */
export interface Sender {
  readonly memberId: string;
  readonly instanceId: string | null;
  readonly memberEpoch: number;
  /** What it says it has; null when it does not say. */
  readonly reported: PartitionsByTopic | null;
}

export interface FoundMember {
  readonly member: ConsumerMember;
  /** The static member whose place it takes, under another id. */
  readonly replaces: ConsumerMember | undefined;
}

/** The member that a heartbeat is of: one of the group, or one that joins. */
export function findMember(group: ConsumerGroup, sender: Sender): FoundMember | Refusal {
  const { instanceId, memberEpoch } = sender;
  const found =
    instanceId === null
      ? findDynamic(group, sender)
      : memberEpoch === JOIN_EPOCH
        ? joinStatic(group, instanceId, sender)
        : findStatic(group, instanceId, sender);
  if ("error" in found) return found;
  return found.replaces === undefined ? (epochRefusal(found.member, sender) ?? found) : found;
}

/** A member by its id; `message` as the group's tools print it. */
export function memberById(group: ConsumerGroup, memberId: string): ConsumerMember | Refusal {
  const { groupId, members } = group;
  const message = `Member ${memberId} is not a member of group ${groupId}.`;
  return members.get(memberId) ?? refusal("UNKNOWN_MEMBER_ID", message);
}

/** The member with an instance id, if it is the one that asks. */
export function memberByInstance(
  group: ConsumerGroup,
  instanceId: string,
  memberId: string,
): ConsumerMember | Refusal {
  const member = group.staticMember(instanceId);
  if (member === undefined) {
    return refusal("UNKNOWN_MEMBER_ID", `Instance id ${instanceId} is unknown.`);
  }
  if (member.memberId === memberId) return member;
  return refusal(
    "FENCED_INSTANCE_ID",
    `Static member ${memberId} with instance id ${instanceId} ` +
      `was fenced by member ${member.memberId}.`,
  );
}

/** The member of the classic protocol that joins; its id is its own once it has one. */
export function findClassicMember(
  group: ConsumerGroup,
  {
    memberId,
    instanceId,
    isJoining,
  }: { readonly memberId: string; readonly instanceId: string | null; readonly isJoining: boolean },
): FoundMember | Refusal {
  if (instanceId === null) {
    const member = group.members.get(memberId) ?? newConsumerMember(memberId);
    return { member, replaces: undefined };
  }
  if (!isJoining) return findStatic(group, instanceId, { memberId });
  const before = group.staticMember(instanceId);
  return before === undefined
    ? { member: newConsumerMember(memberId), replaces: undefined }
    : takenOver(before, memberId);
}

function findDynamic(
  group: ConsumerGroup,
  { memberId, memberEpoch }: Sender,
): FoundMember | Refusal {
  const found = memberById(group, memberId);
  if (!("error" in found)) return { member: found, replaces: undefined };
  if (memberEpoch !== JOIN_EPOCH) return found;
  return { member: newConsumerMember(memberId), replaces: undefined };
}

function findStatic(
  group: ConsumerGroup,
  instanceId: string,
  { memberId }: Pick<Sender, "memberId">,
): FoundMember | Refusal {
  const member = memberByInstance(group, instanceId, memberId);
  return "error" in member ? member : { member, replaces: undefined };
}

/** A static member is back, or a new one comes. It takes over what waits for it (KIP-345). */
function joinStatic(
  group: ConsumerGroup,
  instanceId: string,
  { memberId }: Sender,
): FoundMember | Refusal {
  const before = group.staticMember(instanceId);
  if (before === undefined) {
    const member = group.members.get(memberId) ?? newConsumerMember(memberId);
    return { member, replaces: undefined };
  }
  if (before.memberEpoch !== STATIC_LEAVE_EPOCH && before.classic === null) {
    return refusal(
      "UNRELEASED_INSTANCE_ID",
      `Static member ${memberId} with instance id ${instanceId} cannot join the group ` +
        `because the instance id is owned by ${before.memberId} member.`,
    );
  }
  return takenOver(before, memberId);
}

function takenOver(before: ConsumerMember, memberId: string): FoundMember {
  const member = { ...before, memberId, memberEpoch: 0, previousMemberEpoch: 0 };
  return { member, replaces: before };
}

/** A member goes on from its epoch, or from the one before when the last answer was lost. */
function epochRefusal(
  member: ConsumerMember,
  { memberEpoch, reported }: Sender,
): Refusal | undefined {
  if (member.state === "UNKNOWN" && reported?.size !== 0) {
    return refusal(
      "FENCED_MEMBER_EPOCH",
      "The consumer group member is in a unknown state. " +
        "The member must abandon all its partitions and rejoin.",
    );
  }
  if (memberEpoch === JOIN_EPOCH || memberEpoch === member.memberEpoch) return undefined;
  const isLost =
    memberEpoch < member.memberEpoch &&
    memberEpoch === member.previousMemberEpoch &&
    isSubset(reported, member.assigned);
  if (isLost) return undefined;
  const size = memberEpoch > member.memberEpoch ? "greater" : "smaller";
  return refusal(
    "FENCED_MEMBER_EPOCH",
    `The consumer group member has a ${size} member epoch (${memberEpoch}) than the one known ` +
      `by the group coordinator (${member.memberEpoch}). ` +
      "The member must abandon all its partitions and rejoin.",
  );
}

function isSubset(reported: PartitionsByTopic | null, owned: OwnedPartitions): boolean {
  if (reported === null) return false;
  for (const [topicId, partitions] of reported) {
    const epochs = owned.get(topicId);
    if (epochs === undefined) return false;
    for (const partition of partitions) if (!epochs.has(partition)) return false;
  }
  return true;
}
