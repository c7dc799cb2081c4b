import { calls } from "../wire/calls.ts";
import { Dice } from "./dice.ts";
import type { Difference } from "./difference.ts";
import { describeProducers, ProducerSequence } from "./idempotence.ts";
import { Pair } from "./pair.ts";
import { compareBatches } from "./whole-partition.ts";

const PARTITIONS = [0, 1, 2];
const STEPS = 30;
const LATEST = -1;
const EARLIEST = -2;
const LARGEST = -3;
const LED_PARTITIONS = 3;
const TIMEOUT_MS = 10_000;

export interface Folders {
  readonly naru: string;
  readonly kafka: string;
}

/**
 * One sequence of batches, told to both brokers; then both end and start again, on their own
 * folders and then on each other's. After each start they must say the same of all that went
 * before, and go on in the same way: a batch that is sent again is known again.
 */
export class RestartRun {
  readonly differences: Difference[] = [];
  readonly #dice: Dice;
  readonly #folders: Folders;
  readonly #topic: string;
  #pair: Pair;
  #sequence: ProducerSequence;

  private constructor(pair: Pair, options: { dice: Dice; folders: Folders; topic: string }) {
    this.#pair = pair;
    this.#dice = options.dice;
    this.#folders = options.folders;
    this.#topic = options.topic;
    this.#sequence = new ProducerSequence(pair, options.dice, { topic: options.topic });
  }

  static async begin(folders: Folders, seed: number): Promise<RestartRun> {
    const pair = await Pair.start({ folders });
    const run = new RestartRun(pair, { dice: new Dice(seed), folders, topic: `restart-${seed}` });
    pair.at(`restart seed ${seed}, before`);
    await run.#sequence.begin();
    await run.#sequence.goOn(STEPS);
    await run.#deleteRecords();
    await run.#compare();
    return run;
  }

  /** Ends both and starts both again, on the folders that they had or on each other's. */
  async again(end: "stop" | "kill", where: "own folders" | "each other's"): Promise<void> {
    const before = this.#pair;
    await before.end(end);
    this.differences.push(...before.differences);
    const { naru, kafka } = this.#folders;
    const folders = where === "own folders" ? { naru, kafka } : { naru: kafka, kafka: naru };
    const pair = await Pair.start({ folders });
    pair.at(`after ${end}, ${where}`);
    const isSwapped = where !== "own folders";
    pair.naru.takeOver(isSwapped ? before.kafka : before.naru);
    pair.kafka.takeOver(isSwapped ? before.naru : before.kafka);
    this.#pair = pair;
    this.#sequence.pair = pair;
    for (const side of pair.sides) await side.untilLed(this.#topic, LED_PARTITIONS);
    await this.#compare();
    await this.#sequence.goOn(STEPS);
    await this.#compare();
  }

  async end(): Promise<void> {
    await this.#pair.end("stop");
    this.differences.push(...this.#pair.differences);
  }

  async #deleteRecords(): Promise<void> {
    await this.#pair.ask(calls.deleteRecords, 2, {
      topics: [{ name: this.#topic, partitions: [{ partitionIndex: 1, offset: 4 }] }],
      timeoutMs: TIMEOUT_MS,
    });
  }

  /** All that both know of the topic. */
  async #compare(): Promise<void> {
    const pair = this.#pair;
    await describeProducers(pair, this.#topic);
    const nowMs = Date.now();
    const times = [LATEST, EARLIEST, LARGEST, 0, nowMs];
    for (let i = 0; i < 5; i += 1) times.push(nowMs - this.#dice.below(60_000));
    for (const timestamp of times) {
      const partitions = PARTITIONS.map((partitionIndex) => ({ partitionIndex, timestamp }));
      const topics = [{ name: this.#topic, partitions }];
      await pair.ask(calls.listOffsets, 8, { replicaId: -1, topics });
    }
    for (const leaderEpoch of [0, 1, 2]) {
      const partitions = PARTITIONS.map((partition) => ({ partition, leaderEpoch }));
      const topics = [{ topic: this.#topic, partitions }];
      await pair.ask(calls.offsetForLeaderEpoch, 4, { replicaId: -1, topics });
    }
    for (const partition of PARTITIONS) {
      await compareBatches(pair, { topic: this.#topic, partition });
    }
  }
}
