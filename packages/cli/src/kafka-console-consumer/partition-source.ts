import { Admin, PartitionReader, type Cluster, type FetchedRecord } from "@naru/client";
import { ProtocolError } from "@naru/protocol";
import type { ConsumerSettings } from "./consumer-settings.ts";
import type { RecordSource } from "./record-source.ts";

export interface PartitionSourceOptions {
  readonly topic: string;
  readonly partition: number;
  readonly offset: "earliest" | "latest" | number;
  readonly settings: ConsumerSettings;
}

/** One partition, read without a group. */
export class PartitionSource implements RecordSource {
  readonly #cluster: Cluster;
  readonly #options: PartitionSourceOptions;
  #reader: PartitionReader | undefined;
  /** Where to begin; once something was read, where it went on to. */
  #offset: PartitionSourceOptions["offset"];
  #isClosed = false;

  constructor(cluster: Cluster, options: PartitionSourceOptions) {
    this.#cluster = cluster;
    this.#options = options;
    this.#offset = options.offset;
  }

  async poll(timeoutMs: number): Promise<readonly FetchedRecord[]> {
    this.#reader ??= await this.#open();
    if (this.#isClosed) this.#reader.close();
    try {
      return await this.#reader.poll({ timeoutMs });
    } catch (error) {
      // The next poll opens it anew, where this one was: the topic may be there by then.
      this.#offset = this.#reader.position(this.#options);
      this.#reader.close();
      this.#reader = undefined;
      throw error;
    }
  }

  close(): Promise<void> {
    this.#isClosed = true;
    this.#reader?.close();
    return Promise.resolve();
  }

  async #open(): Promise<PartitionReader> {
    const { topic, partition, settings } = this.#options;
    const { allowAutoCreateTopics } = settings;
    await this.#cluster.refresh([topic], { allowAutoTopicCreation: allowAutoCreateTopics });
    const offset = await this.#startOffset();
    return new PartitionReader(this.#cluster, [{ topic, partition, offset }], settings);
  }

  async #startOffset(): Promise<number> {
    const { topic, partition, settings } = this.#options;
    const offset = this.#offset;
    if (typeof offset === "number") return offset;
    const { isolationLevel } = settings;
    const offsets = await new Admin(this.#cluster).listOffsets(topic, offset, { isolationLevel });
    const found = offsets.get(partition);
    if (found !== undefined) return found;
    throw new ProtocolError(
      "UNKNOWN_TOPIC_OR_PARTITION",
      `${topic}-${partition}: there is no such partition.`,
    );
  }
}
