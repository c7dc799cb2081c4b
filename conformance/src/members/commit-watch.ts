import * as timers from "node:timers/promises";
import { calls } from "../wire/calls.ts";
import { type Address, WireConnection } from "../wire/connection.ts";
import type { PartitionName } from "../wire/topic.ts";

const PAUSE_MS = 250;
const OFFSET_FETCH_VERSION = 7;

/** Looks at a group's committed offsets again and again: they must never go back. */
export class CommitWatch {
  /** What went back, and what ended the watch. */
  readonly faults: string[] = [];
  readonly committed: number[];
  readonly #connection: WireConnection;
  readonly #group: string;
  readonly #topic: string;
  readonly #onCommit: (partition: number, offset: number) => void;
  #isOver = false;
  #running: Promise<unknown> | undefined;

  private constructor(connection: WireConnection, options: WatchOptions) {
    this.#connection = connection;
    this.#group = options.group;
    this.#topic = options.topic;
    this.#onCommit = options.onCommit;
    this.committed = Array.from({ length: options.partitions }, () => 0);
  }

  static async start(address: Address, options: WatchOptions): Promise<CommitWatch> {
    const watch = new CommitWatch(await WireConnection.open(address), options);
    watch.#running = watch.#run().catch((error: unknown) => watch.faults.push(String(error)));
    return watch;
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
    this.#connection[Symbol.dispose]();
  }

  async #run(): Promise<void> {
    while (!this.#isOver) {
      await this.#look();
      await timers.setTimeout(PAUSE_MS);
    }
  }

  async #look(): Promise<void> {
    const partitionIndexes = [...this.committed.keys()];
    const { topics } = await this.#connection.answer(calls.offsetFetch, OFFSET_FETCH_VERSION, {
      groupId: this.#group,
      topics: [{ name: this.#topic, partitionIndexes }],
    });
    for (const { partitionIndex, committedOffset, errorCode } of topics[0]?.partitions ?? []) {
      // A broker that is not ready yet says so, and a group without a commit says -1.
      if (errorCode !== 0 || committedOffset < 0) continue;
      const before = this.committed[partitionIndex]!;
      if (committedOffset < before) {
        this.faults.push(`partition ${partitionIndex}: ${before}, then ${committedOffset}`);
      }
      if (committedOffset > before) this.#onCommit(partitionIndex, committedOffset);
      this.committed[partitionIndex] = committedOffset;
    }
  }
}

export interface WatchOptions extends Omit<PartitionName, "partition"> {
  readonly group: string;
  readonly partitions: number;
  /** Called with what is newly committed. */
  readonly onCommit: (partition: number, offset: number) => void;
}
