import { setTimeout as pause } from "node:timers/promises";
import { Writer, errorByCode } from "@naru/protocol";
import { encodeConsumerProtocolAssignment } from "@naru/protocol/messages/consumer-protocol-assignment";
import { encodeConsumerProtocolSubscription } from "@naru/protocol/messages/consumer-protocol-subscription";
import { within } from "../runner/waiting.ts";
import { groupCalls } from "../wire/group-calls.ts";
import type { BrokerSide } from "./broker-side.ts";
import type { GroupMember } from "./group-member.ts";
import type { Pair } from "./pair.ts";

const JOIN_VERSION = 9;
const SYNC_VERSION = 5;
const PROTOCOL_VERSION = 1;
const WAIT_LIMIT_MS = 1_500;
const GAP_MS = 15;
/** Longer than a run. */
const LONG_MS = 300_000;
const MEMBER_ID_REQUIRED = 79;
const GONE = new Set([25, 82]);

function subscriptionBytes(topics: readonly string[]): Uint8Array {
  const writer = new Writer();
  writer.int16(PROTOCOL_VERSION);
  const draft = { topics: [...topics], ownedPartitions: [] };
  encodeConsumerProtocolSubscription(writer, draft, PROTOCOL_VERSION);
  return writer.toBytes();
}

export function joinRequest(
  member: GroupMember,
  side: BrokerSide,
  topics: readonly string[],
): Parameters<typeof groupCalls.join.encode>[1] {
  return {
    groupId: member.groupId,
    memberId: member.told(side).memberId,
    groupInstanceId: member.instanceId,
    sessionTimeoutMs: 60_000,
    rebalanceTimeoutMs: LONG_MS,
    protocolType: "consumer",
    protocols: [{ name: "range", metadata: subscriptionBytes(topics) }],
  };
}

/**
 * All members of a classic group join at once and ask for what they get: each its share of the
 * first topic, by their order. What both brokers make of it is compared.
 */
export async function rebalanceClassic(
  pair: Pair,
  members: readonly GroupMember[],
  topics: readonly string[],
): Promise<{ joined: GroupMember[]; isStuck: boolean }> {
  const outcomes: string[][] = [];
  for (const side of pair.sides) {
    const joining: Promise<Joined>[] = [];
    for (const member of members) {
      joining.push(join(member, side, topics));
      // The first to come leads: one after the other.
      await pause(GAP_MS);
    }
    const joins = await Promise.all(joining);
    const syncs = await Promise.all(
      members.map((member, index) =>
        joins[index]!.error === "NONE"
          ? sync(member, side, { members, topics })
          : Promise.resolve("did not join"),
      ),
    );
    outcomes.push(joins.map(({ text }, index) => `${text}, ${syncs[index]}`));
  }
  pair.compare("a classic rebalance", outcomes[0], outcomes[1]);
  return {
    joined: members.filter((_, index) => outcomes[1]![index]!.startsWith("NONE")),
    isStuck: outcomes.flat().some((outcome) => outcome.includes("waits")),
  };
}

interface Joined {
  readonly error: string;
  readonly text: string;
}

async function join(
  member: GroupMember,
  side: BrokerSide,
  topics: readonly string[],
): Promise<Joined> {
  const connection = await member.connection(side);
  const told = member.told(side);
  for (;;) {
    const request = joinRequest(member, side, topics);
    let answer;
    try {
      const asked = connection.ask(groupCalls.join, JOIN_VERSION, request);
      answer = await within("the others", WAIT_LIMIT_MS, asked);
    } catch {
      connection[Symbol.dispose]();
      return { error: "waits", text: "waits" };
    }
    if (answer === undefined) return { error: "closed", text: "closed" };
    const { errorCode, memberId, generationId, protocolName, leader } = answer;
    if (errorCode === MEMBER_ID_REQUIRED) {
      told.memberId = memberId;
      continue;
    }
    if (GONE.has(errorCode) && told.memberId !== "") {
      told.memberId = "";
      continue;
    }
    const error = errorByCode(errorCode);
    if (errorCode === 0) Object.assign(told, { memberId, epoch: generationId });
    const who = leader === "" ? "no leader" : leader === memberId ? "leads" : "follows";
    return { error, text: `${error} ${generationId} ${protocolName} ${who}` };
  }
}

async function sync(
  member: GroupMember,
  side: BrokerSide,
  { members, topics }: { members: readonly GroupMember[]; topics: readonly string[] },
): Promise<string> {
  const connection = await member.connection(side);
  const { memberId, epoch } = member.told(side);
  const request = {
    groupId: member.groupId,
    generationId: epoch,
    memberId,
    groupInstanceId: member.instanceId,
    protocolType: "consumer",
    protocolName: "range",
    assignments: members.map((each, index) => ({
      memberId: each.told(side).memberId,
      assignment: assignmentBytes(topics[0]!, index),
    })),
  };
  try {
    const asked = connection.answer(groupCalls.sync, SYNC_VERSION, request);
    const answer = await within("the leader", WAIT_LIMIT_MS, asked);
    const assignment = Buffer.from(answer.assignment).toString("hex");
    return `${errorByCode(answer.errorCode)} ${answer.protocolName} ${assignment}`;
  } catch {
    connection[Symbol.dispose]();
    return "waits";
  }
}

function assignmentBytes(topic: string, partition: number): Uint8Array {
  const writer = new Writer();
  writer.int16(PROTOCOL_VERSION);
  const draft = { assignedPartitions: [{ topic, partitions: [partition] }] };
  encodeConsumerProtocolAssignment(writer, draft, PROTOCOL_VERSION);
  return writer.toBytes();
}
