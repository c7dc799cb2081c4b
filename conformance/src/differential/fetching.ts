import { calls } from "../wire/calls.ts";
import { build, codecs, randomRecords } from "./batches.ts";
import type { BrokerSide } from "./broker-side.ts";
import { createCommonTopic } from "./common-topic.ts";
import type { Dice } from "./dice.ts";
import type { Pair } from "./pair.ts";
import type { Place, Scenario } from "./scenario.ts";

const PARTITIONS = 3;
const STEPS = 50;
const TIMEOUT_MS = 10_000;
const MEBIBYTE = 1024 * 1024;
const FIRST_VERSION_WITH_SESSIONS = 7;
const FIRST_VERSION_WITH_EPOCHS = 9;
const FIRST_VERSION_WITH_FETCHED_EPOCHS = 12;
const FIRST_VERSION_WITH_IDS = 13;
const SESSIONS = ["one", "two"] as const;

/** Reads at all offsets, with all limits, in and out of sessions, while records come and go. */
export const fetching: Scenario = {
  name: "fetch",
  async run(pair, dice, place) {
    await new Readers(pair, dice, place).run();
  },
};

/** A session as the generator believes it is. */
interface Session {
  epoch: number;
  version: number;
}

class Readers {
  readonly #pair: Pair;
  readonly #dice: Dice;
  readonly #topics: readonly string[];
  readonly #sessions = new Map<string, Session>();
  /** About where each partition ends. */
  readonly #ends = new Map<string, number>();

  constructor(pair: Pair, dice: Dice, place: Place) {
    this.#pair = pair;
    this.#dice = dice;
    this.#topics = [`${place.topic}-a`, `${place.topic}-b`];
  }

  async run(): Promise<void> {
    for (const name of this.#topics) {
      const configs = { "index.interval.bytes": "100" };
      await createCommonTopic(this.#pair, { name, partitions: PARTITIONS, configs });
    }
    for (let i = 0; i < 12; i += 1) await this.#append();
    for (let step = 0; step < STEPS; step += 1) {
      if (this.#dice.chance(0.15)) await this.#append();
      if (this.#dice.chance(0.05)) await this.#deleteRecords();
      if (this.#dice.chance(0.5)) await this.#fetch();
      else await this.#fetchInSession();
    }
  }

  async #append(): Promise<void> {
    const dice = this.#dice;
    const topic = dice.pick(this.#topics);
    const index = dice.below(PARTITIONS);
    const count = dice.between(1, 6);
    const records = build({
      records: randomRecords(dice, { count, timeMs: Date.now(), valueBytesMax: 300 }),
      options: { compression: dice.chance(0.3) ? dice.pick(codecs) : "none" },
    });
    const key = `${topic}/${index}`;
    this.#ends.set(key, (this.#ends.get(key) ?? 0) + count);
    await this.#pair.ask(calls.produce, 9, {
      transactionalId: null,
      acks: -1,
      timeoutMs: TIMEOUT_MS,
      topicData: [{ name: topic, partitionData: [{ index, records }] }],
    });
  }

  async #deleteRecords(): Promise<void> {
    const dice = this.#dice;
    const name = dice.chance(0.1) ? "nowhere" : dice.pick(this.#topics);
    const partitionIndex = dice.below(PARTITIONS + 1);
    const end = this.#ends.get(`${name}/${partitionIndex}`) ?? 0;
    const offset = dice.pick([-1, -2, dice.between(0, end), end, end + 1, dice.between(0, end)]);
    this.#pair.step("delete records");
    await this.#pair.ask(calls.deleteRecords, dice.between(0, 2), {
      topics: [{ name, partitions: [{ partitionIndex, offset }] }],
      timeoutMs: TIMEOUT_MS,
    });
  }

  async #fetch(): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(4, 18);
    const topics = dice.some(this.#topics, dice.between(1, 2));
    if (dice.chance(0.05)) topics.push("not there");
    const asked = this.#partitions(topics, version);
    const limits = this.#limits(asked);
    this.#pair.step("no session");
    await this.#pair.ask(calls.fetch, version, (side) => ({
      ...limits,
      ...(version >= FIRST_VERSION_WITH_SESSIONS ? { sessionId: 0, sessionEpoch: -1 } : {}),
      topics: withIds(asked, version, side),
    }));
  }

  async #fetchInSession(): Promise<void> {
    const dice = this.#dice;
    const name = dice.pick(SESSIONS);
    const session = this.#sessions.get(name);
    if (session === undefined || dice.chance(0.1)) return this.#beginSession(name);
    const { epoch, version, isForeign } = this.#stray(session);
    const topics = dice.chance(0.5) ? [] : dice.some(this.#topics, 1);
    const asked = this.#partitions(topics, version);
    const forgotten = dice.chance(0.25) ? [dice.pick(this.#topics)] : [];
    const gone = forgotten.map((topic) => ({ topic, partitions: dice.some([0, 1, 2], 2) }));
    const limits = this.#generous();
    this.#pair.step(`session ${name} epoch ${epoch} of ${session.epoch} (version ${version})`);
    const [, theirs] = await this.#pair.ask(calls.fetch, version, (side) => ({
      ...limits,
      sessionId: isForeign ? 77 : side.sessions.get(name)!,
      sessionEpoch: epoch,
      topics: withIds(asked, version, side),
      forgottenTopicsData: withIds(gone, version, side),
    }));
    if (epoch === -1 || theirs === undefined || theirs.sessionId === 0) {
      if (!isForeign && theirs?.errorCode === 0) this.#sessions.delete(name);
    } else if (theirs.errorCode === 0) session.epoch += 1;
  }

  /** The session's own epoch and version, or some that do not fit. */
  #stray({ epoch, version }: Session): Session & { isForeign: boolean } {
    const dice = this.#dice;
    const what = dice.next();
    if (what < 0.05) return { epoch: epoch + dice.pick([1, -1, 5]), version, isForeign: false };
    if (what < 0.1) {
      const other = version >= FIRST_VERSION_WITH_IDS ? 12 : 15;
      return { epoch, version: other, isForeign: false };
    }
    if (what < 0.14) return { epoch, version, isForeign: true };
    return { epoch: what < 0.18 ? -1 : epoch, version, isForeign: false };
  }

  async #beginSession(name: string): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(FIRST_VERSION_WITH_SESSIONS, 18);
    const asked = this.#partitions(this.#topics, version);
    const limits = this.#generous();
    this.#pair.step(`begin session ${name} (version ${version})`);
    const [ours, theirs] = await this.#pair.ask(calls.fetch, version, (side) => ({
      ...limits,
      sessionId: 0,
      sessionEpoch: 0,
      topics: withIds(asked, version, side),
    }));
    this.#pair.naru.sessions.set(name, ours?.sessionId ?? 0);
    this.#pair.kafka.sessions.set(name, theirs?.sessionId ?? 0);
    this.#sessions.set(name, { epoch: 1, version });
  }

  /**
   * Small limits are for one partition: which of several gets the bytes depends on the order, and
   * on the parts of batches that Kafka sends and we do not.
   */
  #limits(asked: AskedTopic[]): Limits {
    const dice = this.#dice;
    const first = asked[0]!.partitions[0]!;
    if (dice.chance(0.5)) return this.#generous();
    asked.splice(0, asked.length, { ...asked[0]!, partitions: [first] });
    first.partitionMaxBytes = dice.pick([0, 1, 100, 300, 1_000, MEBIBYTE]);
    return { ...this.#generous(), maxBytes: dice.pick([0, 1, 100, 500, 2_000, MEBIBYTE]) };
  }

  #generous(): Limits {
    const dice = this.#dice;
    return {
      maxWaitMs: dice.pick([0, 0, 5, 20]),
      minBytes: dice.pick([0, 1, 1, 100, 100_000]),
      maxBytes: MEBIBYTE,
      isolationLevel: dice.below(2),
    };
  }

  #partitions(topics: readonly string[], version: number): AskedTopic[] {
    const dice = this.#dice;
    return topics.map((topic) => {
      const indexes = dice.some(
        [0, 1, 2, ...(dice.chance(0.1) ? [3, -1] : [])],
        dice.between(1, 3),
      );
      return { topic, partitions: indexes.map((index) => this.#partition(topic, index, version)) };
    });
  }

  #partition(topic: string, partition: number, version: number): AskedPartition {
    const dice = this.#dice;
    const end = this.#ends.get(`${topic}/${partition}`) ?? 0;
    const epochs: { currentLeaderEpoch?: number; lastFetchedEpoch?: number } = {};
    if (version >= FIRST_VERSION_WITH_EPOCHS && dice.chance(0.1)) {
      epochs.currentLeaderEpoch = dice.pick([0, 0, 1, -1]);
    }
    if (version >= FIRST_VERSION_WITH_FETCHED_EPOCHS && dice.chance(0.1)) {
      epochs.lastFetchedEpoch = dice.pick([0, 0, 1, 3]);
    }
    return {
      partition,
      fetchOffset: dice.chance(0.1)
        ? dice.pick([-1, -2, end + 1, end + 100, 2 ** 40])
        : dice.between(0, end),
      partitionMaxBytes: MEBIBYTE,
      ...epochs,
    };
  }
}

interface Limits {
  readonly maxWaitMs: number;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly isolationLevel: number;
}

interface AskedPartition {
  readonly partition: number;
  readonly fetchOffset: number;
  partitionMaxBytes: number;
  readonly currentLeaderEpoch?: number;
  readonly lastFetchedEpoch?: number;
}

interface AskedTopic {
  readonly topic: string;
  readonly partitions: AskedPartition[];
}

function withIds<Topic extends { readonly topic: string }>(
  topics: readonly Topic[],
  version: number,
  side: BrokerSide,
): (Omit<Topic, "topic"> & { topic?: string; topicId?: string })[] {
  if (version < FIRST_VERSION_WITH_IDS) return [...topics];
  return topics.map(({ topic, ...rest }) => ({ ...rest, topicId: side.topicId(topic) }));
}
