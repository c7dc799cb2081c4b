import { until } from "../runner/waiting.ts";
import { calls } from "../wire/calls.ts";
import type { BrokerSide } from "./broker-side.ts";
import { createCommonTopic } from "./common-topic.ts";
import type { Dice } from "./dice.ts";
import type { Pair } from "./pair.ts";
import type { Scenario } from "./scenario.ts";
import { transactionCalls } from "./transaction-calls.ts";
import { setTransactionLevel } from "./transaction-level.ts";
import { GROUP, TRANSACTION, untilCoordinated, untilSettled } from "./transactional-ids.ts";

const PARTITIONS = 3;
const STEPS = 80;
const READY_LIMIT_MS = 20_000;
const NEWEST_LEVEL = 2;
/** Above `transaction.max.timeout.ms`. */
const TOO_LONG_MS = 900_001;
const TIMEOUT_MS = 600_000;
const NO_PRODUCER = { producerId: -1, producerEpoch: -1 };

/**
 * The APIs of the transaction coordinator, asked what clients ask and what they never should, at
 * every level of transaction.version.
 */
export const coordination: Scenario = {
  name: "coordination",
  async run(pair, dice, place) {
    const level = dice.below(NEWEST_LEVEL + 1);
    await setTransactionLevel(pair, level);
    try {
      const run = new CoordinationRun(pair, dice, { topic: place.topic, level });
      await run.begin();
      for (let step = 0; step < STEPS; step += 1) await run.step();
    } finally {
      await setTransactionLevel(pair, NEWEST_LEVEL);
    }
  },
};

/** A transactional id, and the producer that it has now: a place among each side's producers. */
interface Owned {
  readonly transactionalId: string;
  producer: number;
  /** Producers that it had before. */
  readonly earlier: number[];
}

interface Identity {
  readonly producerId: number;
  readonly producerEpoch: number;
}

class CoordinationRun {
  readonly #pair: Pair;
  readonly #dice: Dice;
  readonly #topic: string;
  /** Of transaction.version. */
  readonly #level: number;
  readonly #ids: Owned[];

  constructor(pair: Pair, dice: Dice, { topic, level }: { topic: string; level: number }) {
    this.#pair = pair;
    this.#dice = dice;
    this.#topic = topic;
    this.#level = level;
    this.#ids = ["a", "b", "c"].map((name) => ({
      transactionalId: `${topic}-${name}`,
      producer: -1,
      earlier: [],
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
      for (const { transactionalId } of this.#ids) {
        await untilCoordinated(side, TRANSACTION, transactionalId);
      }
    }
  }

  async step(): Promise<void> {
    const dice = this.#dice;
    const id = dice.pick(this.#ids);
    await untilSettled(this.#pair, id.transactionalId);
    const what = dice.next();
    if (what < 0.28) await this.#init(id);
    else if (what < 0.42) await this.#addPartitions(id);
    else if (what < 0.54) await this.#addAsBroker();
    else if (what < 0.6) await this.#addOffsets(id);
    else if (what < 0.84) await this.#end(id);
    else if (what < 0.9) await this.#describe();
    else if (what < 0.96) await this.#list();
    else await this.#find();
    for (const { transactionalId } of this.#ids) await untilSettled(this.#pair, transactionalId);
    await this.#lookAt(this.#ids.map(({ transactionalId }) => transactionalId));
  }

  async #init(id: Owned): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(0, 5);
    const isOdd = dice.chance(0.12);
    const transactionalId = isOdd ? dice.pick([null, "", "x".repeat(300)]) : id.transactionalId;
    const isBadTime = dice.chance(0.1);
    const transactionTimeoutMs = isBadTime
      ? dice.pick([0, -1, TOO_LONG_MS, 2 ** 31 - 1])
      : TIMEOUT_MS;
    const claim = version >= 3 ? this.#claim(id) : undefined;
    this.#pair.step(`init of ${id.transactionalId}`);
    const answers = await this.#pair.ask(calls.initProducerId, version, (side: BrokerSide) => ({
      transactionalId,
      transactionTimeoutMs,
      ...claim?.(side),
    }));
    this.#learn(transactionalId === id.transactionalId ? id : undefined, answers);
  }

  /** What a producer says that it has: nothing, the truth, or what was or may be true. */
  #claim(id: Owned): (side: BrokerSide) => Identity {
    const dice = this.#dice;
    const kind = dice.next();
    if (kind < 0.3) return () => NO_PRODUCER;
    if (kind < 0.35) return (side) => ({ ...identity(side, id), producerEpoch: -1 });
    if (kind < 0.4) return () => ({ producerId: -1, producerEpoch: 3 });
    if (kind < 0.5) return this.#stranger(id);
    const epochs = dice.pick([0, 0, 0, -1, -1, 1]);
    return (side) => identity(side, id, epochs);
  }

  /** Somebody else's producer id, an earlier one of this id's, or one that nobody has. */
  #stranger(id: Owned): (side: BrokerSide) => Identity {
    const dice = this.#dice;
    const others = [...id.earlier, ...this.#ids.map(({ producer }) => producer)];
    const other = dice.pick(others);
    const epochs = dice.pick([0, 0, 1, -1]);
    if (other < 0 || dice.chance(0.2)) {
      return () => ({ producerId: 4_000_000, producerEpoch: dice.pick([0]) });
    }
    return (side) => identity(side, { producer: other }, epochs);
  }

  /** Mostly the truth. */
  #who(id: Owned): (side: BrokerSide) => Identity {
    const kind = this.#dice.next();
    if (kind < 0.12) return this.#stranger(id);
    const epochs = kind < 0.3 ? this.#dice.pick([-1, -1, 1, 2]) : 0;
    return (side) => identity(side, id, epochs);
  }

  #topics(): { name: string; partitions: number[] }[] {
    const dice = this.#dice;
    const partitions = dice.some([0, 1, 2], dice.between(1, 3));
    const topics = [{ name: this.#topic, partitions }];
    const odd = dice.next();
    if (odd < 0.08) topics.push({ name: "not there", partitions: [0] });
    else if (odd < 0.14) topics[0]!.partitions.push(dice.pick([-1, 7]));
    else if (odd < 0.18) return [];
    else if (odd < 0.22) topics[0]!.partitions.push(0);
    else if (odd < 0.26) topics[0]!.partitions.length = 0;
    else if (odd < 0.3) topics.push({ name: "__transaction_state", partitions: [0] });
    return topics;
  }

  /**
   * At level 0 Kafka fails where it would write down the version of the client, and from then on
   * the transactional id is concurrent with itself until the broker starts again.
   */
  get #cannotSayVersion(): boolean {
    return this.#level === 0;
  }

  async #addPartitions(id: Owned): Promise<void> {
    const version = this.#dice.between(0, 3);
    const who = this.#who(id);
    const topics = this.#topics();
    const transactionalId = this.#nameOf(id);
    this.#pair.step(`add partitions of ${transactionalId}`);
    await this.#pair.ask(transactionCalls.addPartitions, version, (side: BrokerSide) => {
      const { producerId, producerEpoch } = who(side);
      return {
        v3AndBelowTransactionalId: transactionalId,
        v3AndBelowProducerId: producerId,
        v3AndBelowProducerEpoch: producerEpoch,
        v3AndBelowTopics: topics,
      };
    });
  }

  /** As a broker asks for its clients. */
  async #addAsBroker(): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(4, 5);
    const ids = dice.some(this.#ids, dice.between(1, 2));
    const asked = ids.map((id) => ({
      transactionalId: this.#nameOf(id),
      verifyOnly: this.#cannotSayVersion || dice.chance(0.5),
      topics: this.#topics(),
      who: this.#who(id),
    }));
    this.#pair.step(`add as a broker to ${ids.map((each) => each.transactionalId).join()}`);
    await this.#pair.ask(transactionCalls.addPartitions, version, (side: BrokerSide) => ({
      transactions: asked.map(({ who, ...transaction }) => ({ ...transaction, ...who(side) })),
    }));
  }

  async #addOffsets(id: Owned): Promise<void> {
    const version = this.#dice.between(0, 4);
    const who = this.#who(id);
    const transactionalId = this.#nameOf(id);
    const groupId = this.#dice.chance(0.1) ? "" : this.#topic;
    this.#pair.step(`add offsets of ${transactionalId}`);
    await this.#pair.ask(transactionCalls.addOffsets, version, (side: BrokerSide) => ({
      transactionalId,
      ...who(side),
      groupId,
    }));
  }

  async #end(id: Owned): Promise<void> {
    const dice = this.#dice;
    const version = dice.chance(0.5) && !this.#cannotSayVersion ? 5 : dice.between(0, 4);
    const committed = dice.chance(0.5);
    const who = this.#who(id);
    const transactionalId = this.#nameOf(id);
    this.#pair.step(`${committed ? "commit" : "abort"} of ${transactionalId}`);
    const answers = await this.#pair.ask(transactionCalls.end, version, (side: BrokerSide) => ({
      transactionalId,
      ...who(side),
      committed,
    }));
    this.#learn(transactionalId === id.transactionalId ? id : undefined, answers);
  }

  async #describe(): Promise<void> {
    const dice = this.#dice;
    const known = this.#ids.map(({ transactionalId }) => transactionalId);
    const transactionalIds = dice.some([...known, known[0]!, "", "nobody's"], dice.below(5));
    await this.#lookAt(transactionalIds);
  }

  /** Kafka tells of a transaction's partitions in an order of chance. */
  async #lookAt(transactionalIds: readonly string[]): Promise<void> {
    const seen: unknown[] = [];
    for (const side of this.#pair.sides) {
      const answer = await side.connection.answer(transactionCalls.describe, 0, {
        transactionalIds,
      });
      for (const { topics } of answer.transactionStates) {
        for (const { partitions } of topics) partitions.sort((a, b) => a - b);
      }
      seen.push(Object.fromEntries(side.leaves(answer)));
    }
    this.#pair.compare("DescribeTransactions", seen[0], seen[1]);
  }

  /** Of all that are listed, those of this run: others may be on their way. */
  async #list(): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(0, 2);
    const states = ["Empty", "Ongoing", "CompleteCommit", "CompleteAbort", "Dead", "ongoing", ""];
    const stateFilters = dice.chance(0.5) ? [] : dice.some(states, dice.between(1, 3));
    const isByProducer = dice.chance(0.4);
    const producer = dice.pick(this.#ids);
    const durationFilter = dice.pick([-1, -1, 0, 500_000, -7]);
    const pattern = dice.pick([null, "", ...this.#patterns()]);
    this.#pair.step("list");
    const seen: unknown[] = [];
    for (const side of this.#pair.sides) {
      const { producerId } = identity(side, producer);
      const answer = await side.connection.answer(transactionCalls.list, version, {
        stateFilters,
        producerIdFilters: isByProducer ? [producerId] : [],
        ...(version >= 1 ? { durationFilter } : {}),
        ...(version >= 2 ? { transactionalIdPattern: pattern } : {}),
      });
      const own = answer.transactionStates.filter((each) =>
        each.transactionalId.startsWith(this.#topic),
      );
      const leaves = side.leaves({ ...answer, transactionStates: own });
      seen.push(Object.fromEntries(leaves));
    }
    this.#pair.compare(`ListTransactions ${pattern}`, seen[0], seen[1]);
  }

  #patterns(): string[] {
    const topic = this.#topic;
    return [`${topic}-a`, topic, `${topic}-[ab]`, `${topic}.*`, ".*", "(", "a{2,1}", "x{1001}"];
  }

  async #find(): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(0, 6);
    const keys = [this.#ids[0]!.transactionalId, "", this.#ids[1]!.transactionalId, "new"];
    const keyType = dice.chance(0.8) ? TRANSACTION : dice.pick([7, -1]);
    this.#pair.step("find");
    await this.#pair.ask(
      transactionCalls.findCoordinator,
      version,
      version >= 4
        ? { keyType, coordinatorKeys: dice.some(keys, dice.below(4)) }
        : { key: dice.pick(keys), ...(version >= 1 ? { keyType } : {}) },
    );
  }

  /** Mostly the name of an id. */
  #nameOf({ transactionalId }: Owned): string {
    return this.#dice.chance(0.05) ? this.#dice.pick(["", "nobody's"]) : transactionalId;
  }

  /** Both may name a producer id and an epoch, by which the id goes on. */
  #learn(id: Owned | undefined, answers: readonly (Answered | undefined)[]): void {
    const [ours, theirs] = answers;
    if (ours === undefined || theirs === undefined) return;
    if (ours.producerId < 0 || theirs.producerId < 0) return;
    const place = this.#pair.naru.producers.length;
    for (const [index, side] of this.#pair.sides.entries()) {
      const { producerId, producerEpoch } = answers[index]!;
      side.producers.push({ id: producerId, epoch: producerEpoch });
    }
    if (id === undefined) return;
    if (id.producer >= 0) id.earlier.push(id.producer);
    id.producer = place;
  }
}

interface Answered {
  readonly producerId: number;
  readonly producerEpoch: number;
}

function identity(side: BrokerSide, { producer }: Pick<Owned, "producer">, epochs = 0): Identity {
  const known = side.producers[producer];
  if (known === undefined) return { producerId: 5_000_000, producerEpoch: 0 };
  return { producerId: known.id, producerEpoch: Math.max(0, known.epoch + epochs) };
}
