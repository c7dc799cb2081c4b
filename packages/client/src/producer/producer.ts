import { ClosedError, ProtocolError, TimeoutError, partitionForKey } from "@naru/protocol";
import type { Cluster } from "../cluster/cluster.ts";
import { BlockedSends, type Send } from "./blocked-sends.ts";
import { ProducerMetadata, type ProducerTopic } from "./producer-metadata.ts";
import {
  producerSettings,
  type ProducerOptions,
  type ProducerSettings,
} from "./producer-options.ts";
import {
  outgoingRecord,
  type OutgoingRecord,
  type ProducerRecord,
  type RecordMetadata,
} from "./producer-record.ts";
import { RecordAccumulator } from "./record-accumulator.ts";
import { Sender } from "./sender.ts";
import { StickyPartitioner } from "./sticky-partitioner.ts";

/** Bytes of a batch's header, and of a record beside its parts, at most. */
const BATCH_AND_RECORD_BYTES = 61 + 21;

/**
 * Sends records in batches. Records of one partition arrive in the order of their `send` calls; a
 * record may arrive twice when an answer was lost, for this producer is not idempotent yet.
 */
export class Producer {
  readonly #cluster: Cluster;
  readonly #settings: ProducerSettings;
  readonly #metadata: ProducerMetadata;
  readonly #accumulator: RecordAccumulator;
  readonly #sender: Sender;
  readonly #blocked: BlockedSends;
  readonly #learning = new Set<string>();
  readonly #sticky = new Map<string, StickyPartitioner>();
  #flushCount = 0;
  #isClosed = false;

  /** The cluster stays its owner's: `close` does not close it. */
  constructor(cluster: Cluster, options: ProducerOptions = {}) {
    const settings = producerSettings(options);
    this.#cluster = cluster;
    this.#settings = settings;
    this.#metadata = new ProducerMetadata(cluster);
    const { compressionType: compression, compressionLevel } = settings;
    this.#accumulator = new RecordAccumulator({
      ...settings,
      batch: { compression, ...(compressionLevel === undefined ? {} : { compressionLevel }) },
    });
    this.#blocked = new BlockedSends(cluster.runtime.clock, settings.maxBlockMs, (topic) => {
      return this.#metadata.errorOf(topic) ?? noRoom(topic, settings);
    });
    this.#sender = new Sender({
      cluster,
      settings,
      accumulator: this.#accumulator,
      metadata: this.#metadata,
      onRoom: () => this.#retryBlocked(),
    });
  }

  /**
   * Resolves when the record is delivered as `acks` asks. Waits for room in `buffer.memory` before:
   * who sends much should not call it again and again without waiting for any.
   */
  send(record: ProducerRecord): Promise<RecordMetadata> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw new ClosedError("the producer is closed: nothing can be sent.");
      const outgoing = outgoingRecord(record, this.#cluster.runtime.clock.nowMs());
      this.#checkSize(outgoing);
      const send: Send = { record, outgoing, timestamp: outgoing.timestamp, resolve, reject };
      if (!this.#blocked.has(record.topic) && this.#accept(send) !== undefined) return;
      this.#blocked.add(send);
      this.#updateUrgency();
    });
  }

  /** Sends what waits at once; resolves when all sent before is delivered or has failed. */
  async flush(): Promise<void> {
    this.#flushCount += 1;
    this.#updateUrgency();
    try {
      await Promise.all([
        this.#blocked.settled(),
        ...[...this.#accumulator.incomplete].map(({ done }) => done),
      ]);
    } finally {
      this.#flushCount -= 1;
      this.#updateUrgency();
    }
  }

  /** Delivers what was sent, then takes nothing more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.flush();
    await this.#sender.stop();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Puts a record into a batch. undefined: there is no metadata, or no room, yet. */
  #accept(send: Send): Promise<void> | undefined {
    const { record, outgoing } = send;
    const topic = this.#topic(record.topic);
    if (topic === undefined) return undefined;
    const partition = this.#partition(topic, send);
    if (partition >= topic.view.partitions.length || partition < 0) {
      send.reject(noSuchPartition(topic, partition));
      return Promise.resolve();
    }
    const nowMs = this.#cluster.runtime.clock.monotonicMs();
    const where = { topic: record.topic, partition };
    const batch = this.#accumulator.append(where, outgoing, { delivery: send, nowMs });
    if (batch === undefined) return undefined;
    if (record.partition === undefined && outgoing.key === null) {
      this.#stickyFor(record.topic).produced(recordBytes(outgoing));
    }
    // For every other record of a batch the sender is woken already.
    if (batch.count === 1 || batch.sizeBytes >= this.#settings.batchSize) {
      const readyAtMs = this.#accumulator.readyAtMs(batch);
      if (readyAtMs <= nowMs) this.#sender.wake();
      else this.#sender.wakeAt(readyAtMs);
    }
    return batch.done;
  }

  #partition(topic: ProducerTopic, { record, outgoing }: Send): number {
    if (record.partition !== undefined) return record.partition;
    // All partitions count, those without a leader too: a key has one place.
    if (outgoing.key !== null) return partitionForKey(outgoing.key, topic.view.partitions.length);
    return this.#stickyFor(record.topic).partition(topic.candidates, (partition) =>
      this.#accumulator.areBatchesFull(record.topic, partition),
    );
  }

  #stickyFor(topic: string): StickyPartitioner {
    let sticky = this.#sticky.get(topic);
    if (sticky === undefined) {
      sticky = new StickyPartitioner(this.#cluster.runtime.random, this.#settings.batchSize);
      this.#sticky.set(topic, sticky);
    }
    return sticky;
  }

  /** What is known of a topic; begins to ask when that is nothing, or old. */
  #topic(name: string): ProducerTopic | undefined {
    const topic = this.#metadata.topic(name);
    if (topic === undefined) {
      void this.#learn(name);
      return undefined;
    }
    const ageMs = this.#cluster.runtime.clock.monotonicMs() - topic.learnedMs;
    if (ageMs > this.#settings.metadataMaxAgeMs) void this.#metadata.refresh();
    return topic;
  }

  async #learn(name: string): Promise<void> {
    if (this.#learning.has(name)) return;
    this.#learning.add(name);
    try {
      await this.#metadata.learn(name, this.#settings.maxBlockMs);
      this.#retryBlocked();
    } catch (error) {
      const last = error instanceof Error ? error : new Error(String(error));
      this.#blocked.reject(this.#metadata.errorOf(name) ?? last, name);
      this.#updateUrgency();
    } finally {
      this.#learning.delete(name);
    }
  }

  #retryBlocked(): void {
    if (this.#blocked.isEmpty) return;
    this.#blocked.retry((send) => this.#accept(send));
    this.#updateUrgency();
  }

  /** Those that wait for room press on those that have it, as Kafka's do. */
  #updateUrgency(): void {
    this.#accumulator.isUrgent = this.#flushCount > 0 || !this.#blocked.isEmpty;
    if (this.#accumulator.isUrgent) this.#sender.wake();
  }

  #checkSize(record: OutgoingRecord): void {
    const bytes = recordBytes(record);
    if (bytes <= this.#settings.maxRequestSize) return;
    throw new ProtocolError(
      "MESSAGE_TOO_LARGE",
      `a record takes ${bytes} bytes, expected at most ${this.#settings.maxRequestSize} ` +
        `(max.request.size). Send less, or raise it here and max.message.bytes on the topic.`,
    );
  }
}

/** What a record takes in a batch of its own, at most and before compression. */
function recordBytes({ key, value, headers = [] }: OutgoingRecord): number {
  let bytes = BATCH_AND_RECORD_BYTES + (key?.length ?? 0) + (value?.length ?? 0);
  for (const header of headers) {
    bytes += 10 + Buffer.byteLength(header.key) + (header.value?.length ?? 0);
  }
  return bytes;
}

function noSuchPartition({ view }: ProducerTopic, partition: number): ProtocolError {
  return new ProtocolError(
    "UNKNOWN_TOPIC_OR_PARTITION",
    `topic ${view.name}: there is no partition ${partition}, expected 0 to ${view.partitions.length - 1}.`,
  );
}

function noRoom(topic: string, { maxBlockMs }: ProducerSettings): TimeoutError {
  return new TimeoutError(
    `topic ${topic}: no room for the record within ${maxBlockMs} ms (max.block.ms). Records are ` +
      `sent faster than the brokers take them: await each send, or give more buffer.memory.`,
  );
}
