import { batchesIn } from "@naru/protocol";
import { until } from "../runner/waiting.ts";
import { calls } from "../wire/calls.ts";
import { build, randomRecords } from "./batches.ts";
import type { BrokerSide } from "./broker-side.ts";
import { createCommonTopic } from "./common-topic.ts";
import type { Dice } from "./dice.ts";
import { describeProducers } from "./idempotence.ts";
import type { Pair } from "./pair.ts";
import type { Scenario } from "./scenario.ts";
import { transactionCalls } from "./transaction-calls.ts";
import { GROUP, TRANSACTION, untilCoordinated, untilSettled } from "./transactional-ids.ts";

const PARTITIONS = 3;
const STEPS = 60;
const MARKER_STEPS = 8;
const TIMEOUT_MS = 10_000;
const READY_LIMIT_MS = 20_000;
const READ_COMMITTED = 1;
const LATEST = -1;

/** Transactional producers, of new clients and of old ones, that do right things and wrong. */
export const transactions: Scenario = {
  name: "transactions",
  async run(pair, dice, place) {
    const run = new TransactionRun(pair, dice, place.topic);
    await run.begin();
    for (let step = 0; step < STEPS; step += 1) await run.step();
    // Last of all: what such markers have done, no coordinator can set right again.
    for (let step = 0; step < MARKER_STEPS; step += 1) await run.strayMarkers();
  },
};

/** One transactional id: who it is now, by its place among each side's producers. */
interface Writer {
  readonly transactionalId: string;
  /** Leaves enrolment to the broker, and gets a new epoch with each end. */
  readonly isNew: boolean;
  producer: number;
  readonly sequences: Map<number, number>;
}

class TransactionRun {
  readonly #pair: Pair;
  readonly #dice: Dice;
  readonly #topic: string;
  readonly #writers: Writer[];
  readonly #timeMs = Date.now();

  constructor(pair: Pair, dice: Dice, topic: string) {
    this.#pair = pair;
    this.#dice = dice;
    this.#topic = topic;
    this.#writers = [true, false].map((isNew) => ({
      transactionalId: `${topic}-${isNew ? "new" : "old"}`,
      isNew,
      producer: -1,
      sequences: new Map(),
    }));
  }

  async begin(): Promise<void> {
    await createCommonTopic(this.#pair, { name: this.#topic, partitions: PARTITIONS });
    for (const side of this.#pair.sides) {
      await until("there are producer ids", READY_LIMIT_MS, async () => {
        const request = { transactionalId: null, transactionTimeoutMs: 0 };
        const answer = await side.connection.answer(calls.initProducerId, 4, request);
        return answer.errorCode === 0 ? true : undefined;
      });
      await untilCoordinated(side, GROUP, this.#topic);
      for (const { transactionalId } of this.#writers) {
        await untilCoordinated(side, TRANSACTION, transactionalId);
      }
    }
    for (const writer of this.#writers) await this.#init(writer);
  }

  async step(): Promise<void> {
    const dice = this.#dice;
    const writer = dice.pick(this.#writers);
    const what = dice.next();
    if (what < 0.4) await this.#produce(writer);
    else if (what < 0.52) await this.#commitOffsets(writer);
    else if (what < 0.6 && !writer.isNew) await this.#addPartitions(writer);
    else if (what < 0.64 && !writer.isNew) await this.#addOffsets(writer);
    else if (what < 0.82) await this.#end(writer);
    else if (what < 0.88) await this.#init(writer);
    await this.#look();
  }

  async strayMarkers(): Promise<void> {
    await this.#writeMarkers(this.#dice.pick(this.#writers));
    await this.#look();
  }

  async #init(writer: Writer): Promise<void> {
    const { transactionalId, isNew } = writer;
    this.#pair.step(`init of ${transactionalId}`);
    const request = { transactionalId, transactionTimeoutMs: 60_000 };
    await this.#settled(writer);
    const told: string[] = [];
    const producer = this.#pair.naru.producers.length;
    for (const side of this.#pair.sides) {
      const before = side.producers[writer.producer]?.id;
      const answer = await side.ask(calls.initProducerId, isNew ? 5 : 2, request);
      if (answer === undefined || answer === "no answer") throw new Error("InitProducerId failed.");
      const { errorCode, producerId: id, producerEpoch: epoch } = answer;
      side.producers.push({ id, epoch });
      told.push(`error ${errorCode}, epoch ${epoch}, ${id === before ? "same" : "new"} id`);
    }
    this.#pair.compare("InitProducerId", told[0], told[1]);
    await this.#settled(writer);
    writer.producer = producer;
    writer.sequences.clear();
  }

  async #produce(writer: Writer): Promise<void> {
    const dice = this.#dice;
    const version = writer.isNew ? dice.between(12, 13) : dice.between(3, 11);
    const partitions = dice.some([0, 1, 2], dice.chance(0.7) ? 1 : 2);
    const isTransactional = !dice.chance(0.04);
    const epochs = dice.chance(0.08) ? dice.pick([-1, 1]) : 0;
    const stray = dice.chance(0.1) ? dice.pick([-1, 1, 2]) : 0;
    const transactionalId = dice.chance(0.03) ? null : writer.transactionalId;
    const pieces = partitions.map((index) => {
      const sequence = Math.max(0, (writer.sequences.get(index) ?? 0) + stray);
      const records = randomRecords(dice, { count: dice.between(1, 3), timeMs: this.#timeMs });
      return { index, sequence, records };
    });
    this.#pair.step(`produce of ${writer.transactionalId}`);
    const [ours] = await this.#pair.ask(calls.produce, version, (side: BrokerSide) => ({
      transactionalId,
      acks: -1,
      timeoutMs: TIMEOUT_MS,
      topicData: [
        {
          ...(version >= 13 ? { topicId: side.topicId(this.#topic) } : { name: this.#topic }),
          partitionData: pieces.map(({ index, sequence, records }) => {
            const { id, epoch } = side.producers[writer.producer]!;
            const producer = { producerId: id, producerEpoch: Math.max(0, epoch + epochs) };
            const options = { ...producer, baseSequence: sequence, isTransactional };
            return { index, records: build({ records, options }) };
          }),
        },
      ],
    }));
    for (const { index, sequence, records } of pieces) {
      const answer = ours?.responses[0]?.partitionResponses.find((each) => each.index === index);
      if (answer?.errorCode === 0) writer.sequences.set(index, sequence + records.length);
    }
  }

  async #commitOffsets(writer: Writer): Promise<void> {
    const dice = this.#dice;
    const version = writer.isNew ? 5 : dice.between(0, 4);
    const epochs = dice.chance(0.1) ? dice.pick([-1, 1]) : 0;
    const topic = dice.chance(0.05) ? "not there" : this.#topic;
    const member =
      version >= 3 && dice.chance(0.15)
        ? { memberId: dice.pick(["", "m"]), generationId: dice.pick([-1, 0, 3]) }
        : {};
    const partitions = dice.some([0, 1, 2, 3], dice.between(1, 2)).map((partitionIndex) => ({
      partitionIndex,
      committedOffset: dice.below(1_000),
      committedMetadata: dice.chance(0.2) ? null : "m",
    }));
    const groupId = dice.chance(0.05) ? "" : this.#topic;
    this.#pair.step(`offsets of ${writer.transactionalId}`);
    await this.#pair.ask(transactionCalls.commitOffsets, version, (side: BrokerSide) => ({
      transactionalId: writer.transactionalId,
      groupId,
      ...identity(side, writer, epochs),
      ...member,
      topics: [{ name: topic, partitions }],
    }));
  }

  async #addPartitions(writer: Writer): Promise<void> {
    const dice = this.#dice;
    const partitions = dice.some([0, 1, 2], dice.between(1, 3));
    this.#pair.step(`add partitions of ${writer.transactionalId}`);
    await this.#settled(writer);
    const version = dice.between(0, 3);
    await this.#pair.ask(transactionCalls.addPartitions, version, (side: BrokerSide) => {
      const { producerId, producerEpoch } = identity(side, writer, 0);
      return {
        v3AndBelowTransactionalId: writer.transactionalId,
        v3AndBelowProducerId: producerId,
        v3AndBelowProducerEpoch: producerEpoch,
        v3AndBelowTopics: [{ name: this.#topic, partitions }],
      };
    });
  }

  async #addOffsets(writer: Writer): Promise<void> {
    this.#pair.step(`add offsets of ${writer.transactionalId}`);
    await this.#settled(writer);
    const version = this.#dice.between(0, 3);
    await this.#pair.ask(transactionCalls.addOffsets, version, (side: BrokerSide) => ({
      transactionalId: writer.transactionalId,
      ...identity(side, writer, 0),
      groupId: this.#topic,
    }));
  }

  async #end(writer: Writer): Promise<void> {
    const dice = this.#dice;
    const committed = dice.chance(0.6);
    const version = writer.isNew ? 5 : dice.between(0, 4);
    const epochs = dice.chance(0.05) ? dice.pick([-1, 1]) : 0;
    this.#pair.step(`end of ${writer.transactionalId}`);
    const answers = await this.#pair.ask(transactionCalls.end, version, (side: BrokerSide) => ({
      transactionalId: writer.transactionalId,
      ...identity(side, writer, epochs),
      committed,
    }));
    await this.#settled(writer);
    // Kafka names no producer where there was nothing to end.
    const isNamed = answers.every((answer) => answer?.errorCode === 0 && answer.producerId >= 0);
    if (!writer.isNew || !isNamed) return;
    writer.sequences.clear();
    for (const [index, side] of this.#pair.sides.entries()) {
      const { producerId: id, producerEpoch: epoch } = answers[index]!;
      side.producers[writer.producer] = { id, epoch };
    }
  }

  /** As an operator does, or a coordinator that is not in its right mind. */
  async #writeMarkers(writer: Writer): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(1, 2);
    const epochs = dice.pick([-1, 0, 0, 1]);
    const marker = {
      transactionResult: dice.chance(0.5),
      coordinatorEpoch: dice.pick([0, 0, 0, 1, -1]),
      ...(version >= 2 ? { transactionVersion: dice.pick([0, 1, 2]) } : {}),
      topics: [{ name: this.#topic, partitionIndexes: dice.some([0, 1, 2, 3], 2) }],
    };
    this.#pair.step(`markers for ${writer.transactionalId}`);
    await this.#pair.ask(transactionCalls.writeMarkers, version, (side: BrokerSide) => ({
      markers: [{ ...identity(side, writer, epochs), ...marker }],
    }));
  }

  async #look(): Promise<void> {
    const name = this.#topic;
    await describeProducers(this.#pair, name);
    const asked = [0, 1, 2].map((partitionIndex) => ({ partitionIndex, timestamp: LATEST }));
    await this.#pair.ask(calls.listOffsets, 9, {
      replicaId: -1,
      isolationLevel: READ_COMMITTED,
      topics: [{ name, partitions: asked }],
    });
    await this.#fetch();
    for (const requireStable of [false, true]) {
      const topics = [{ name, partitionIndexes: [0, 1, 2] }];
      const groups = [{ groupId: name, topics: this.#dice.chance(0.5) ? topics : null }];
      await this.#pair.ask(transactionCalls.fetchOffsets, 9, { requireStable, groups });
    }
  }

  /** Kafka tells also of aborted transactions behind what it sends, up to the next index entry. */
  async #fetch(): Promise<void> {
    const partitions = [0, 1, 2].map((partition) => ({
      partition,
      fetchOffset: this.#dice.chance(0.7) ? 0 : this.#dice.below(4),
      partitionMaxBytes: 1_048_576,
    }));
    const topics = [{ topic: this.#topic, partitions }];
    const request = { maxWaitMs: 0, minBytes: 0, isolationLevel: READ_COMMITTED, topics };
    const seen: unknown[] = [];
    for (const side of this.#pair.sides) {
      const answer = await side.connection.answer(calls.fetch, 12, request);
      for (const found of answer.responses.flatMap((topic) => topic.partitions)) {
        const batches = [...batchesIn(found.records ?? new Uint8Array(0))];
        const end = batches.at(-1)?.lastOffset ?? -1;
        found.abortedTransactions =
          found.abortedTransactions?.filter(({ firstOffset }) => firstOffset <= end) ?? null;
      }
      seen.push(Object.fromEntries(side.leaves(answer)));
    }
    this.#pair.compare("Fetch", seen[0], seen[1]);
  }

  /** Kafka writes the markers after it has answered. */
  async #settled({ transactionalId }: Writer): Promise<void> {
    await untilSettled(this.#pair, transactionalId);
  }
}

function identity(
  side: BrokerSide,
  writer: Writer,
  epochs: number,
): { producerId: number; producerEpoch: number } {
  const { id, epoch } = side.producers[writer.producer]!;
  return { producerId: id, producerEpoch: Math.max(0, epoch + epochs) };
}
