import { EMPTY_BYTES } from "@naru/protocol";
import { assert } from "@naru/runtime";
import { groupRecord } from "../classic/classic-group-record.ts";
import { ClassicGroup } from "../classic/classic-group.ts";
import { metadataOf, type ClassicMember } from "../classic/classic-member.ts";
import { chooseProtocol } from "../classic/choose-protocol.ts";
import { prepareRebalance } from "../classic/rebalance.ts";
import { armSession } from "../classic/sessions.ts";
import type { ConsumerGroup } from "../consumer/consumer-group.ts";
import { consumerGroupTombstones } from "../consumer/consumer-group-records.ts";
import type { ConsumerMember } from "../consumer/consumer-member.ts";
import { endConsumerSession } from "../consumer/consumer-sessions.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { writeAssignment } from "./consumer-protocol.ts";
import { allowsDowngrade } from "./migration-policy.ts";

/**
 * Would all members be of the classic protocol without these, and may the group be then? Who joins
 * in place of one of them is of it, too.
 */
export function canDowngrade(
  { config }: GroupMachine,
  { members }: ConsumerGroup,
  { without, joiningCount }: { without: readonly ConsumerMember[]; joiningCount: number },
): boolean {
  const gone = new Set(without.map(({ memberId }) => memberId));
  const left = [...members.values()].filter(({ memberId }) => !gone.has(memberId));
  const count = left.length + joiningCount;
  return (
    count > 0 &&
    left.every(({ classic }) => classic !== null) &&
    allowsDowngrade(config.consumerMigrationPolicy) &&
    count <= config.groupSizeMax
  );
}

/**
 * The last member of the consumer protocol goes: the group is a classic group from now on, with the
 * group's epoch as generation and the target assignment as what each has. A `reason` to rebalance
 * makes them divide anew at once.
 */
export function convertToClassicGroup(
  machine: GroupMachine,
  group: ConsumerGroup,
  how: {
    readonly without: readonly ConsumerMember[];
    readonly generationId: number;
    readonly step: GroupStep;
    readonly reason: string | undefined;
  },
): void {
  const { without, generationId, step, reason } = how;
  const { groupId } = group;
  const gone = new Set(without.map(({ memberId }) => memberId));
  const converted = classicGroupFrom(machine, group, { gone, generationId });
  for (const memberId of group.members.keys()) endConsumerSession(group, memberId, step);
  for (const record of consumerGroupTombstones(group)) step.write(record);
  const assignments = Array.from(
    converted.members.values(),
    ({ memberId, assignment }) => [memberId, assignment] as const,
  );
  step.write(groupRecord(converted, step.nowMs, new Map(assignments)));
  const classic = machine.classicGroupOf(groupId);
  for (const member of classic.members.values()) {
    // The record has one protocol of each; with the others they may choose another one later.
    member.protocols = converted.members.get(member.memberId)!.protocols;
    armSession(classic, member, step);
  }
  step.note(`group ${groupId} is a classic group now.`);
  if (reason !== undefined) prepareRebalance(machine, classic, { step, reason });
}

function classicGroupFrom(
  { topics }: GroupMachine,
  group: ConsumerGroup,
  { gone, generationId }: { gone: ReadonlySet<string>; generationId: number },
): ClassicGroup {
  const converted = new ClassicGroup(group.groupId);
  converted.generationId = generationId;
  converted.protocolType = "consumer";
  for (const member of group.members.values()) {
    if (!gone.has(member.memberId)) converted.add(classicMember(member));
  }
  converted.protocolName = chooseProtocol(converted);
  for (const member of converted.members.values()) {
    const subscription = metadataOf(member, converted.protocolName);
    const target = group.targetOf(member.memberId);
    member.assignment = writeAssignment(target, { topics, subscription });
  }
  return converted;
}

function classicMember(member: ConsumerMember): ClassicMember {
  const { classic } = member;
  assert(classic !== null, `${member.memberId} speaks the classic protocol`);
  return {
    memberId: member.memberId,
    groupInstanceId: member.instanceId,
    clientId: member.clientId,
    clientHost: member.clientHost,
    sessionTimeoutMs: classic.sessionTimeoutMs,
    rebalanceTimeoutMs: member.rebalanceTimeoutMs,
    protocols: classic.supportedProtocols,
    assignment: EMPTY_BYTES,
    isNew: false,
    awaitingJoin: undefined,
    awaitingSync: undefined,
  };
}
