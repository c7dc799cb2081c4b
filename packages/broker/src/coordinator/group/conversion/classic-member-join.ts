import { codeOf } from "@naru/protocol";
import type { JoinGroupResponseDraft } from "@naru/protocol/messages/join-group";
import type { ConsumerProtocolSubscription } from "@naru/protocol/messages/consumer-protocol-subscription";
import { hasProtocols, type ClassicProtocol } from "../classic/classic-member.ts";
import {
  MEMBER_ID_FIRST_SINCE_VERSION,
  copiedProtocols,
  rebalanceTimeoutOf,
  type JoinCall,
} from "../classic/joining-member.ts";
import { failedJoin } from "../classic/rebalance.ts";
import type { ConsumerGroup } from "../consumer/consumer-group.ts";
import { fullRefusal, stepTowardsTarget } from "../consumer/consumer-heartbeat.ts";
import type { ConsumerMember } from "../consumer/consumer-member.ts";
import { armConsumerSession } from "../consumer/consumer-sessions.ts";
import { findClassicMember, type FoundMember } from "../consumer/find-member.ts";
import { refreshGroupEpoch } from "../consumer/group-epoch.ts";
import { replaceStaticMember } from "../consumer/replace-static-member.ts";
import { resolvePatternsSoon } from "../consumer/resolve-patterns.ts";
import { sizeRefusal, writeSubscription } from "../consumer/subscription.ts";
import { updateTarget } from "../consumer/update-target.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { isRefusal, refusal, type Refusal } from "../refusal.ts";
import { protocolOf } from "./classic-member.ts";
import { armSync, cancelRejoin } from "./classic-member-timers.ts";
import { partitionsById, readSubscription } from "./consumer-protocol.ts";
import { canDowngrade, convertToClassicGroup } from "./downgrade.ts";

/**
 * JoinGroup of a member of the classic protocol to a consumer group. It takes the way of a
 * heartbeat, and is answered at once: there is nobody to wait for, and no leader.
 */
export function joinConsumerGroup(
  machine: GroupMachine,
  group: ConsumerGroup,
  { call, step }: { call: JoinCall; step: GroupStep },
): void {
  const answer = join(machine, group, { call, step });
  step.reply(call.to, isRefusal(answer) ? failedJoin("", answer.error) : answer);
}

function join(
  machine: GroupMachine,
  group: ConsumerGroup,
  { call, step }: { call: JoinCall; step: GroupStep },
): JoinGroupResponseDraft | Refusal {
  const { request, apiVersion } = call;
  const isUnknown = request.memberId === "";
  const memberId = isUnknown ? machine.newShortUuid() : request.memberId;
  const refused = joinRefusal(machine, group, { call, memberId });
  if (refused !== undefined) return refused;
  const isDynamic = request.groupInstanceId === null;
  if (isUnknown && isDynamic && apiVersion >= MEMBER_ID_FIRST_SINCE_VERSION) {
    return failedJoin(memberId, "MEMBER_ID_REQUIRED");
  }
  const found = findClassicMember(group, {
    memberId,
    instanceId: request.groupInstanceId,
    isJoining: isUnknown,
  });
  if (isRefusal(found)) return found;
  const subscription = readSubscription(request.protocols[0]!.metadata);
  if (subscription === undefined) {
    const message = "Malformed embedded consumer protocol in subscription deserialization.";
    return refusal("UNKNOWN_SERVER_ERROR", message);
  }
  const updated = describedBy(found.member, call, subscription);
  const tooLarge = sizeRefusal(group, { before: found.member, updated, step });
  if (tooLarge !== undefined) return tooLarge;
  // Nothing is refused from here on, and nothing was written before.
  const member = goOn(machine, group, { found, updated, subscription, step });
  return {
    errorCode: codeOf("NONE"),
    memberId,
    generationId: member.memberEpoch,
    protocolType: "consumer",
    protocolName: protocolOf(updated),
    leader: "",
    members: [],
  };
}

function joinRefusal(
  machine: GroupMachine,
  group: ConsumerGroup,
  { call: { request }, memberId }: { call: JoinCall; memberId: string },
): Refusal | undefined {
  if (machine.config.consumerMigrationPolicy === "DISABLED") {
    return refusal(
      "INCONSISTENT_GROUP_PROTOCOL",
      `Cannot join the consumer group ${group.groupId} with the classic protocol ` +
        "because the group migration is disabled.",
    );
  }
  const full = fullRefusal(machine, group, memberId);
  if (full !== undefined) return full;
  if (supportsSome(group, request.protocolType, request.protocols)) return undefined;
  return refusal(
    "INCONSISTENT_GROUP_PROTOCOL",
    `Member ${memberId}'s protocols are not supported.`,
  );
}

/** Is there a protocol of these that all members of the classic protocol know? */
function supportsSome(
  { members }: ConsumerGroup,
  protocolType: string,
  protocols: readonly ClassicProtocol[],
): boolean {
  if (protocolType !== "consumer") return false;
  const others = [...members.values()].flatMap(({ classic }) => classic ?? []);
  return protocols.some(({ name }) =>
    others.every(({ supportedProtocols }) => supportedProtocols.some((one) => one.name === name)),
  );
}

function describedBy(
  member: ConsumerMember,
  { request, clientId, clientHost }: JoinCall,
  { topics, rackId }: ConsumerProtocolSubscription,
): ConsumerMember {
  const { sessionTimeoutMs } = request;
  const isSame =
    member.classic?.sessionTimeoutMs === sessionTimeoutMs &&
    hasProtocols({ protocols: member.classic.supportedProtocols }, request.protocols);
  return {
    ...member,
    instanceId: request.groupInstanceId ?? member.instanceId,
    rackId: rackId === null || rackId === "" ? member.rackId : rackId,
    rebalanceTimeoutMs: rebalanceTimeoutOf(request),
    subscribedTopicNames: [...new Set(topics)].toSorted(),
    subscribedTopicRegex: "",
    clientId,
    clientHost,
    classic: isSame
      ? member.classic
      : { sessionTimeoutMs, supportedProtocols: copiedProtocols(request.protocols) },
  };
}

/** As far as a heartbeat of the consumer protocol goes. */
function goOn(
  machine: GroupMachine,
  group: ConsumerGroup,
  how: {
    readonly found: FoundMember;
    readonly updated: ConsumerMember;
    readonly subscription: ConsumerProtocolSubscription;
    readonly step: GroupStep;
  },
): ConsumerMember {
  const { found, updated, subscription, step } = how;
  const { groupId, groupEpoch: generationId } = group;
  const { memberId, instanceId } = updated;
  // A static member that takes the place of the last one of the consumer protocol.
  const last = instanceId === null ? undefined : group.staticMember(instanceId);
  const isDowngrade =
    last?.classic === null && canDowngrade(machine, group, { without: [last], joiningCount: 1 });
  if (found.replaces !== undefined) {
    replaceStaticMember(group, { before: found.replaces, member: found.member, step });
  }
  const lastResolved = group.lastResolved;
  const change = writeSubscription(group, { before: found.member, updated, step });
  const { isNewPattern: isNew } = change;
  resolvePatternsSoon(machine, group, { isNew, last: lastResolved, step });
  const { hasChanged } = change;
  if (hasChanged || group.isMetadataStale) refreshGroupEpoch(machine, group, { hasChanged, step });
  const reported = partitionsById(subscription.ownedPartitions, machine.topics);
  const next = { memberId, reported, hasSubscriptionChanged: hasChanged, step };
  if (isDowngrade) {
    const isStale = group.assignmentEpoch < group.groupEpoch;
    const member = isStale ? found.member : stepTowardsTarget(machine, group, next);
    const reason = isStale ? "its assignment is older than its members" : undefined;
    convertToClassicGroup(machine, group, { without: [], generationId, step, reason });
    return member;
  }
  updateTarget(machine, group, step);
  const member = stepTowardsTarget(machine, group, next);
  cancelRejoin(group, memberId, step);
  armConsumerSession(machine, { groupId, member }, step);
  armSync(group, member, step);
  return member;
}
