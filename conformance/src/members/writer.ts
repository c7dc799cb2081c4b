import * as timers from "node:timers/promises";
import { WireConnection } from "../wire/connection.ts";
import type { Address } from "../wire/connection.ts";
import { batchOf, createTopic, produce, textRecord } from "../wire/topic.ts";

const PAUSE_MS = 100;
const BATCH_RECORDS = 3;

/** Writes a few records to every partition of a topic again and again. */
export class TopicWriter {
  /** The end of each partition: how many records it holds. */
  readonly ends: number[];
  readonly #connection: WireConnection;
  readonly #topic: string;
  #isOver = false;
  #isPaused = false;
  #fault: unknown;
  #round: Promise<void> | undefined;
  #running: Promise<unknown> | undefined;

  private constructor(connection: WireConnection, topic: string, partitions: number) {
    this.#connection = connection;
    this.#topic = topic;
    this.ends = Array.from({ length: partitions }, () => 0);
  }

  /** Creates the topic and begins. */
  static async start(address: Address, topic: string, partitions: number): Promise<TopicWriter> {
    const connection = await WireConnection.open(address);
    await createTopic(connection, topic, { partitions });
    const writer = new TopicWriter(connection, topic, partitions);
    writer.#running = writer.#run().catch((error: unknown) => (writer.#fault = error));
    return writer;
  }

  /** Resolves when nothing more is written, until `goOn`. */
  async pause(): Promise<void> {
    this.#isPaused = true;
    await this.#round;
  }

  goOn(): void {
    this.#isPaused = false;
  }

  /** Throws when the writer had to give up. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
    this.#connection[Symbol.dispose]();
    if (this.#fault !== undefined) throw this.#fault;
  }

  async #run(): Promise<void> {
    const records = Array.from({ length: BATCH_RECORDS }, (_, i) => textRecord(null, `${i}`));
    const batch = batchOf(records);
    while (!this.#isOver) {
      if (!this.#isPaused) {
        this.#round = this.#writeAll(batch);
        await this.#round;
      }
      await timers.setTimeout(PAUSE_MS);
    }
  }

  async #writeAll(batch: Uint8Array): Promise<void> {
    for (const partition of this.ends.keys()) {
      const at = { topic: this.#topic, partition };
      const written = await produce(this.#connection, at, batch);
      if (written === undefined) throw new Error("produce: the connection was closed.");
      // Right after the topic's creation its leader may not know that it leads.
      if (written.error === "NOT_LEADER_OR_FOLLOWER") continue;
      if (written.error !== "NONE") throw new Error(`produce: ${written.error}`);
      this.ends[partition] = written.baseOffset + BATCH_RECORDS;
    }
  }
}
