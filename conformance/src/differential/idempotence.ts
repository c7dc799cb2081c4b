import { calls } from "../wire/calls.ts";
import { adminCalls } from "./admin-calls.ts";
import { type BatchPlan, build, codecs, randomRecords } from "./batches.ts";
import type { BrokerSide } from "./broker-side.ts";
import { createCommonTopic } from "./common-topic.ts";
import type { Dice } from "./dice.ts";
import type { Pair } from "./pair.ts";
import type { Place, Scenario } from "./scenario.ts";

const PARTITIONS = 3;
const STEPS = 40;
const TIMEOUT_MS = 10_000;
const SEQUENCE_MAX = 0x7fff_ffff;
const SEQUENCES = 0x8000_0000;

/** A batch that was sent, to be sent again; `producer` is -1 for a plain one. */
interface Sent extends BatchPlan {
  readonly producer: number;
  readonly partition: number;
}

/** What the generator believes of a producer in one partition; the brokers are the judges. */
interface Track {
  epoch: number;
  next: number;
}

/** Producers that number their batches, rightly and wrongly. */
export const idempotence: Scenario = {
  name: "idempotence",
  async run(pair, dice, place) {
    const sequence = new ProducerSequence(pair, dice, place);
    await sequence.begin();
    await sequence.goOn(STEPS);
  },
};

/** A sequence of produced batches that can go on after the brokers were started again. */
export class ProducerSequence {
  /** Whom it goes on with; the sides must know the same producers and topics. */
  pair: Pair;
  readonly #dice: Dice;
  readonly #topic: string;
  readonly #tracks = new Map<string, Track>();
  readonly #sent: Sent[] = [];
  readonly #timeMs = Date.now();
  #firstProducer = 0;

  constructor(pair: Pair, dice: Dice, place: Place) {
    this.pair = pair;
    this.#dice = dice;
    this.#topic = place.topic;
  }

  async begin(): Promise<void> {
    const { pair } = this;
    await createCommonTopic(pair, {
      name: this.#topic,
      partitions: PARTITIONS,
      configs: { "internal.segment.bytes": "900", "index.interval.bytes": "300" },
    });
    this.#firstProducer = pair.naru.producers.length;
    for (let i = 0; i < 3; i += 1) {
      for (const side of pair.sides) await side.addProducer();
    }
  }

  async goOn(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) {
      if (this.#dice.chance(0.05)) await this.pair.reconnect();
      await this.#produce();
      await describeProducers(this.pair, this.#topic);
    }
  }

  async #produce(): Promise<void> {
    const dice = this.#dice;
    const partitions = dice.some([0, 1, 2], dice.chance(0.7) ? 1 : dice.between(2, 3));
    const chosen = partitions.map((partition) => this.#choose(partition));
    const acks = dice.pick([-1, -1, 1, 1, 0]);
    const version = dice.between(3, 13);
    const usable =
      version < 7 ? chosen.filter((sent) => sent.options.compression !== "zstd") : chosen;
    if (usable.length === 0) return;
    const draft = (side: BrokerSide): Parameters<typeof calls.produce.encode>[1] => ({
      transactionalId: null,
      acks,
      timeoutMs: TIMEOUT_MS,
      topicData: [
        {
          ...(version >= 13 ? { topicId: side.topicId(this.#topic) } : { name: this.#topic }),
          partitionData: usable.map((sent) => ({
            index: sent.partition,
            records: build(sent, {
              producerId: sent.producer < 0 ? -1 : side.producers[sent.producer]!.id,
            }),
          })),
        },
      ],
    });
    if (acks === 0) await this.#withoutAnswer(version, draft);
    else await this.pair.ask(calls.produce, version, draft);
    this.#sent.push(...usable);
  }

  /** With acks=0 nothing comes back; a second request on the connection shows that it was done. */
  async #withoutAnswer(
    version: number,
    draft: (side: BrokerSide) => Parameters<typeof calls.produce.encode>[1],
  ): Promise<void> {
    for (const side of this.pair.sides) await side.tell(calls.produce, version, draft(side));
    await describeProducers(this.pair, this.#topic);
  }

  #choose(partition: number): Sent {
    const dice = this.#dice;
    const before = this.#sent.filter((sent) => sent.partition === partition);
    if (before.length > 0 && dice.chance(0.3)) return before.at(-dice.between(1, 7)) ?? before[0]!;
    if (before.length > 0 && dice.chance(0.05)) return { ...dice.pick(this.#sent), partition };
    if (dice.chance(0.15)) return this.#fresh(partition, -1, {});
    return this.#numbered(partition);
  }

  #numbered(partition: number): Sent {
    const dice = this.#dice;
    const producer = this.#firstProducer + dice.below(3);
    const key = `${producer}/${partition}`;
    const isFirst = !this.#tracks.has(key);
    const track = this.#tracks.get(key) ?? { epoch: 0, next: 0 };
    this.#tracks.set(key, track);
    if (isFirst && dice.chance(0.3)) track.next = dice.pick([7, SEQUENCE_MAX - 2, SEQUENCE_MAX, 1]);
    const what = dice.next();
    const { epoch, next } = this.#stray(track, what);
    const sent = this.#fresh(partition, producer, { producerEpoch: epoch, baseSequence: next });
    if (next === track.next || what >= 0.2) {
      track.epoch = epoch;
      track.next = (next + sent.records.length) % SEQUENCES;
    }
    return sent;
  }

  /** The right epoch and sequence, or some that are off in one of several ways. */
  #stray({ epoch, next }: Track, what: number): Track {
    const dice = this.#dice;
    if (what < 0.1) return { epoch, next: (next + dice.between(1, 3)) % SEQUENCES };
    if (what < 0.15) return { epoch, next: Math.max(0, next - dice.between(1, 3)) };
    if (what < 0.22) return { epoch: epoch + 1, next };
    if (what < 0.27) return { epoch: epoch + 1, next: 0 };
    if (what < 0.31) return { epoch: Math.max(0, epoch - 1), next };
    if (what < 0.33) return { epoch, next: 0 };
    if (what < 0.35) return { epoch, next: SEQUENCE_MAX - dice.below(3) };
    return { epoch, next };
  }

  #fresh(partition: number, producer: number, options: BatchPlan["options"]): Sent {
    const dice = this.#dice;
    const records = randomRecords(dice, { count: dice.between(1, 5), timeMs: this.#timeMs });
    const compression = dice.chance(0.3) ? dice.pick(codecs) : "none";
    return { partition, producer, records, options: { ...options, compression } };
  }
}

/** What the partitions of a topic remember of their producers. */
export async function describeProducers(pair: Pair, topic: string): Promise<void> {
  const partitionIndexes = Array.from({ length: PARTITIONS }, (_, index) => index);
  await pair.ask(adminCalls.describeProducers, 0, { topics: [{ name: topic, partitionIndexes }] });
}
