import { randomUUID } from "node:crypto";
import * as timers from "node:timers/promises";
import { within } from "../../../conformance/src/runner/waiting.ts";
import { type Address, WireConnection } from "../../../conformance/src/wire/connection.ts";
import { groupCalls } from "../../../conformance/src/wire/group-calls.ts";
import { nameOf } from "../../../conformance/src/wire/topic.ts";
import { askedOnce } from "./asked-once.ts";
import {
  HEARTBEAT_MS,
  STABLE_LIMIT_MS,
  type GroupToMake,
  type StableGroup,
} from "./stable-group.ts";

const VERSION = 1;
const REBALANCE_MS = 300_000;
const LEAVE_EPOCH = -1;

type Heartbeat = Parameters<typeof groupCalls.heartbeat.encode>[1];
type OwnedTopics = NonNullable<Heartbeat["topicPartitions"]>;

/** Members that start all at once, each on a connection of its own (KIP-848). */
export async function stableConsumerGroup(
  address: Address,
  group: GroupToMake,
): Promise<StableGroup> {
  const members: ConsumerMember[] = [];
  for (let at = 0; at < group.members; at += 1) {
    members.push(new ConsumerMember(await WireConnection.open(address), group));
  }
  const startMs = performance.now();
  const isStable = (): boolean => {
    const owned = members.reduce((sum, { ownedCount }) => sum + ownedCount, 0);
    const { epoch } = members[0]!;
    const isBalanced = members.every((each) => each.epoch === epoch && each.ownedCount > 0);
    return owned === group.partitions && isBalanced;
  };
  const all = Promise.all(members.map((member) => member.run(isStable)));
  await within(`a stable ${group.groupId}`, STABLE_LIMIT_MS, all);
  const ms = Math.max(...members.map(({ changedAtMs }) => changedAtMs)) - startMs;
  const heartbeats = [];
  for (const member of members) heartbeats.push(await member.heartbeat());
  return { ms, heartbeats, end: () => endOf(members) };
}

async function endOf(members: readonly ConsumerMember[]): Promise<void> {
  for (const member of members) await member.leave();
}

class ConsumerMember {
  epoch = 0;
  ownedCount = 0;
  changedAtMs = 0;
  readonly #connection: WireConnection;
  readonly #group: GroupToMake;
  readonly #memberId = randomUUID();
  #owned: OwnedTopics = [];

  constructor(connection: WireConnection, group: GroupToMake) {
    this.#connection = connection;
    this.#group = group;
  }

  /** Joins, and then tells what it owns until everybody has what they are to have. */
  async run(isOver: () => boolean): Promise<void> {
    await this.#ask({
      ...this.#identity,
      rebalanceTimeoutMs: REBALANCE_MS,
      subscribedTopicNames: [this.#group.topic],
      topicPartitions: [],
    });
    while (!isOver()) {
      await timers.setTimeout(HEARTBEAT_MS);
      if (!isOver()) await this.#ask({ ...this.#identity, topicPartitions: this.#owned });
    }
  }

  /** As it is when nothing changes: who, and in which epoch. */
  async heartbeat(): ReturnType<typeof askedOnce> {
    // The last of what it owns is told before.
    await this.#ask({ ...this.#identity, topicPartitions: this.#owned });
    return askedOnce(this.#connection, groupCalls.heartbeat, {
      version: VERSION,
      draft: this.#identity,
      errorCodes: ({ errorCode }) => [errorCode],
    });
  }

  async leave(): Promise<void> {
    const draft = { ...this.#identity, memberEpoch: LEAVE_EPOCH };
    await this.#connection.answer(groupCalls.heartbeat, VERSION, draft);
    this.#connection[Symbol.dispose]();
  }

  get #identity(): { groupId: string; memberId: string; memberEpoch: number } {
    const { groupId } = this.#group;
    return { groupId, memberId: this.#memberId, memberEpoch: this.epoch };
  }

  async #ask(draft: Heartbeat): Promise<void> {
    const response = await this.#connection.answer(groupCalls.heartbeat, VERSION, draft);
    const { errorCode, errorMessage, assignment, memberEpoch } = response;
    if (errorCode !== 0) {
      throw new Error(`ConsumerGroupHeartbeat: ${nameOf(errorCode)} ${errorMessage ?? ""}`);
    }
    if (memberEpoch !== this.epoch || assignment !== null) this.changedAtMs = performance.now();
    this.epoch = memberEpoch;
    if (assignment === null) return;
    this.#owned = assignment.topicPartitions;
    this.ownedCount = this.#owned.reduce((sum, { partitions }) => sum + partitions.length, 0);
  }
}
