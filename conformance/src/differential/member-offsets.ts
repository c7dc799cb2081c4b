import { until } from "../runner/waiting.ts";
import { calls } from "../wire/calls.ts";
import { groupCalls } from "../wire/group-calls.ts";
import type { BrokerSide } from "./broker-side.ts";
import { createCommonTopic } from "./common-topic.ts";
import type { Dice } from "./dice.ts";
import type { Pair } from "./pair.ts";
import type { Scenario } from "./scenario.ts";
import { transactionCalls } from "./transaction-calls.ts";
import { GROUP, TRANSACTION, untilCoordinated, untilSettled } from "./transactional-ids.ts";

const STEPS = 30;
const READY_LIMIT_MS = 20_000;
const JOIN_VERSION = 9;
const HEARTBEAT_VERSION = 1;
const ADDS_SINCE_VERSION = 5;
/** Longer than a run: members stay, and no transaction times out. */
const LONG_MS = 300_000;
const text = new TextEncoder();

/** Offsets that members of groups commit in transactions, with what a member may get wrong. */
export const memberOffsets: Scenario = {
  name: "member-offsets",
  async run(pair, dice, place) {
    const run = new MemberRun(pair, dice, place.topic);
    await run.begin();
    for (let step = 0; step < STEPS; step += 1) await run.step();
  },
};

/** A member, of a group of either protocol; each broker gives ids of its own to classic ones. */
interface Member {
  readonly groupId: string;
  readonly ids: ReadonlyMap<string, string>;
  /** Generation or member epoch. */
  readonly epoch: number;
}

class MemberRun {
  readonly #pair: Pair;
  readonly #dice: Dice;
  readonly #topic: string;
  readonly #members: Member[] = [];

  constructor(pair: Pair, dice: Dice, topic: string) {
    this.#pair = pair;
    this.#dice = dice;
    this.#topic = topic;
  }

  async begin(): Promise<void> {
    await createCommonTopic(this.#pair, { name: this.#topic, partitions: 2 });
    for (const side of this.#pair.sides) {
      for (const groupId of [`${this.#topic}-classic`, `${this.#topic}-consumer`]) {
        await untilCoordinated(side, GROUP, groupId);
      }
      await untilCoordinated(side, TRANSACTION, this.#topic);
    }
    this.#members.push(await this.#joinClassic(`${this.#topic}-classic`));
    this.#members.push(await this.#joinConsumer(`${this.#topic}-consumer`));
    await this.#init();
  }

  async step(): Promise<void> {
    const dice = this.#dice;
    await untilSettled(this.#pair, this.#topic);
    const what = dice.next();
    if (what < 0.6) await this.#commit(dice.pick(this.#members));
    else if (what < 0.75) await this.#end();
    else if (what < 0.85) await this.#commitOutside(dice.pick(this.#members));
    else if (what < 0.9) await this.#deleteOffsets(dice.pick(this.#members));
    else await this.#init();
    await this.#look();
  }

  async #joinClassic(groupId: string): Promise<Member> {
    const ids = new Map<string, string>();
    let epoch = -1;
    for (const side of this.#pair.sides) {
      const request = {
        groupId,
        sessionTimeoutMs: LONG_MS,
        rebalanceTimeoutMs: LONG_MS,
        protocolType: "consumer",
        protocols: [{ name: "range", metadata: text.encode("m") }],
      };
      const { connection } = side;
      const named = await connection.answer(groupCalls.join, JOIN_VERSION, {
        ...request,
        memberId: "",
      });
      const { memberId } = named;
      const joined = await connection.answer(groupCalls.join, JOIN_VERSION, {
        ...request,
        memberId,
      });
      ids.set(side.name, memberId);
      epoch = joined.generationId;
    }
    return { groupId, ids, epoch };
  }

  async #joinConsumer(groupId: string): Promise<Member> {
    const memberId = `${groupId}-m`;
    let epoch = -1;
    for (const side of this.#pair.sides) {
      const answer = await side.connection.answer(groupCalls.heartbeat, HEARTBEAT_VERSION, {
        groupId,
        memberId,
        memberEpoch: 0,
        rebalanceTimeoutMs: LONG_MS,
        subscribedTopicNames: [this.#topic],
        topicPartitions: [],
      });
      epoch = answer.memberEpoch;
    }
    return { groupId, ids: new Map(this.#pair.sides.map(({ name }) => [name, memberId])), epoch };
  }

  async #init(): Promise<void> {
    const transactionalId = this.#topic;
    await untilSettled(this.#pair, transactionalId);
    for (const side of this.#pair.sides) {
      const answer = await until("there is a producer", READY_LIMIT_MS, async () => {
        const request = { transactionalId, transactionTimeoutMs: LONG_MS };
        const found = await side.connection.answer(calls.initProducerId, 5, request);
        return found.errorCode === 0 ? found : undefined;
      });
      side.producers.push({ id: answer.producerId, epoch: answer.producerEpoch });
    }
  }

  async #commit(member: Member): Promise<void> {
    const dice = this.#dice;
    const version = dice.chance(0.6) ? ADDS_SINCE_VERSION : dice.between(0, 4);
    const epochs = dice.chance(0.1) ? -1 : 0;
    const partitions = dice.some([0, 1], dice.between(1, 2)).map((partitionIndex) => ({
      partitionIndex,
      committedOffset: dice.below(1_000),
      ...(version >= 2 && dice.chance(0.3) ? { committedLeaderEpoch: dice.below(3) } : {}),
      committedMetadata: dice.pick([null, "", "m", "x".repeat(dice.pick([4_096, 4_097]))]),
    }));
    const claim = version >= 3 ? this.#claim(member) : undefined;
    const { groupId } = member;
    this.#pair.step(`offsets of ${groupId}`);
    if (version < ADDS_SINCE_VERSION && dice.chance(0.7)) await this.#addOffsets(groupId);
    await this.#pair.ask(transactionCalls.commitOffsets, version, (side: BrokerSide) => ({
      transactionalId: this.#topic,
      groupId,
      ...identity(side, epochs),
      ...claim?.(side),
      topics: [{ name: this.#topic, partitions }],
    }));
  }

  /** What a member says of itself. */
  #claim(member: Member): (side: BrokerSide) => {
    memberId: string;
    generationId: number;
    groupInstanceId?: string | null;
  } {
    const dice = this.#dice;
    const kind = dice.next();
    const generationId = kind < 0.6 ? member.epoch : dice.pick([-1, 0, member.epoch - 1, 9]);
    const odd = dice.chance(0.2) ? dice.pick(["", "nobody"]) : undefined;
    const groupInstanceId = dice.chance(0.1) ? "static" : null;
    return ({ name }) => ({
      memberId: odd ?? member.ids.get(name)!,
      generationId,
      groupInstanceId,
    });
  }

  async #addOffsets(groupId: string): Promise<void> {
    await this.#pair.ask(transactionCalls.addOffsets, 3, (side: BrokerSide) => ({
      transactionalId: this.#topic,
      ...identity(side, 0),
      groupId,
    }));
  }

  async #commitOutside(member: Member): Promise<void> {
    const { groupId, epoch, ids } = member;
    const committedOffset = this.#dice.below(1_000);
    const partitions = [{ partitionIndex: 0, committedOffset, committedMetadata: "outside" }];
    this.#pair.step(`offsets outside of ${groupId}`);
    await this.#pair.ask(calls.offsetCommit, 9, ({ name }: BrokerSide) => ({
      groupId,
      memberId: ids.get(name)!,
      generationIdOrMemberEpoch: epoch,
      topics: [{ name: this.#topic, partitions }],
    }));
  }

  async #deleteOffsets({ groupId }: Member): Promise<void> {
    const partitions = [{ partitionIndex: this.#dice.below(2) }];
    this.#pair.step(`offsets of ${groupId} deleted`);
    await this.#pair.ask(groupCalls.deleteOffsets, 0, {
      groupId,
      topics: [{ name: this.#topic, partitions }],
    });
  }

  async #end(): Promise<void> {
    const committed = this.#dice.chance(0.6);
    this.#pair.step(committed ? "commit" : "abort");
    const answers = await this.#pair.ask(transactionCalls.end, 5, (side: BrokerSide) => ({
      transactionalId: this.#topic,
      ...identity(side, 0),
      committed,
    }));
    await untilSettled(this.#pair, this.#topic);
    if (answers.some((answer) => (answer?.producerId ?? -1) < 0)) return;
    for (const [index, side] of this.#pair.sides.entries()) {
      const { producerId: id, producerEpoch: epoch } = answers[index]!;
      side.producers.push({ id, epoch });
    }
  }

  async #look(): Promise<void> {
    for (const { groupId } of this.#members) {
      for (const requireStable of [false, true]) {
        const topics = [{ name: this.#topic, partitionIndexes: [0, 1] }];
        const groups = [{ groupId, topics: this.#dice.chance(0.5) ? topics : null }];
        await this.#pair.ask(transactionCalls.fetchOffsets, 9, { requireStable, groups });
      }
    }
  }
}

function identity(side: BrokerSide, epochs: number): { producerId: number; producerEpoch: number } {
  const { id, epoch } = side.producers.at(-1)!;
  return { producerId: id, producerEpoch: Math.max(0, epoch + epochs) };
}
