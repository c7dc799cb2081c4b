import { RecordBatchBuilder, type BatchOptions } from "@naru/protocol";
import type { OutgoingRecord } from "./producer-record.ts";
import { ProducerBatch, type Delivery } from "./producer-batch.ts";

export interface AccumulatorOptions {
  readonly batchSize: number;
  readonly lingerMs: number;
  readonly bufferMemory: number;
  readonly batch: BatchOptions;
}

/** The batches of one partition that wait, oldest first; only the last may still be filled. */
export interface PartitionQueue {
  readonly topic: string;
  readonly partition: number;
  readonly batches: ProducerBatch[];
  /** A batch is on its way: the next waits for it, so that order is kept. */
  isMuted: boolean;
}

/** Builders that are kept for the next batches. */
const SPARE_BUILDER_COUNT_MAX = 64;

/**
 * The records that wait to be sent, in batches by partition, within one budget of memory. It sends
 * nothing and knows no clock: time comes in, and the sender takes what is ready.
 */
export class RecordAccumulator {
  readonly #options: AccumulatorOptions;
  readonly #topics = new Map<string, PartitionQueue[]>();
  /** In the order in which they are served; one that was served goes to the end. */
  readonly #waiting = new Set<PartitionQueue>();
  readonly #incomplete = new Set<ProducerBatch>();
  readonly #spareBuilders: RecordBatchBuilder[] = [];
  #usedBytes = 0;
  /** While true all batches are ready: a flush, a close, or a `send` that waits for room. */
  isUrgent = false;

  constructor(options: AccumulatorOptions) {
    this.#options = options;
  }

  /** Batches that are not done. */
  get incomplete(): ReadonlySet<ProducerBatch> {
    return this.#incomplete;
  }

  /** Partitions with batches that wait, in the order in which they are served. */
  get waiting(): Iterable<PartitionQueue> {
    return this.#waiting;
  }

  /**
   * Puts a record into its partition's last batch, or into a new one. Returns the batch, or
   * undefined when there is no memory for a new one.
   */
  append(
    { topic, partition }: { topic: string; partition: number },
    record: OutgoingRecord,
    { delivery, nowMs }: { delivery: Delivery; nowMs: number },
  ): ProducerBatch | undefined {
    const queue = this.#queue(topic, partition);
    const last = queue.batches.at(-1);
    if (last !== undefined && !last.isClosed) {
      if (last.sizeBytesWith(record) <= this.#options.batchSize) {
        last.append(record, delivery);
        return last;
      }
      this.close(last);
    }
    const builder = this.#takeBuilder().begin(this.#options.batch);
    const reservedBytes = Math.max(this.#options.batchSize, builder.sizeBytesWith(record));
    // One batch may always be there: a record that is larger than the budget could never go.
    if (this.#usedBytes > 0 && this.#usedBytes + reservedBytes > this.#options.bufferMemory) {
      this.#spareBuilders.push(builder);
      return undefined;
    }
    this.#usedBytes += reservedBytes;
    const options = { topic, partition, createdMs: nowMs, reservedBytes };
    const batch = new ProducerBatch(options, builder);
    batch.append(record, delivery);
    this.#incomplete.add(batch);
    queue.batches.push(batch);
    this.#waiting.add(queue);
    return batch;
  }

  /** Whether no batch of the partition has room, as the sticky partitioner asks. */
  areBatchesFull(topic: string, partition: number): boolean {
    return this.#topics.get(topic)?.[partition]?.batches.at(-1)?.isClosed ?? true;
  }

  /** When the partition's first batch may go: before now, later, or never while it is muted. */
  readyAtMs({ topic, partition }: { topic: string; partition: number }): number {
    const queue = this.#queue(topic, partition);
    const first = queue.batches[0];
    if (first === undefined || queue.isMuted) return Number.POSITIVE_INFINITY;
    if (first.attempts > 0) return first.retryAtMs;
    const isFull = first.isClosed || queue.batches.length > 1;
    if (isFull || this.isUrgent || first.sizeBytes >= this.#options.batchSize) return 0;
    return first.createdMs + this.#options.lingerMs;
  }

  /** Takes the partition's first batch, closed. The partition is muted until `unmute`. */
  take(queue: PartitionQueue): ProducerBatch {
    const batch = queue.batches.shift();
    if (batch === undefined) throw new TypeError(`${queue.topic}-${queue.partition} has no batch`);
    this.close(batch);
    queue.isMuted = true;
    this.#waiting.delete(queue);
    if (queue.batches.length > 0) this.#waiting.add(queue);
    return batch;
  }

  /** Lets the partition's next batch go. */
  unmute({ topic, partition }: ProducerBatch): void {
    this.#queue(topic, partition).isMuted = false;
  }

  /** Puts batches back in front, to be sent again, or in place of one that was too large. */
  putBack(...batches: readonly ProducerBatch[]): void {
    const [first] = batches;
    if (first === undefined) return;
    const queue = this.#queue(first.topic, first.partition);
    queue.batches.unshift(...batches);
    for (const batch of batches) this.#incomplete.add(batch);
    this.#waiting.add(queue);
  }

  /** The batch in two, each of which takes half of its records. */
  split(batch: ProducerBatch): void {
    const builder = this.#takeBuilder();
    const halves = batch.split(builder, this.#options.batch);
    this.#spareBuilders.push(builder);
    this.#incomplete.delete(batch);
    this.putBack(...halves);
  }

  /** The batch is done: its memory is free. */
  release(batch: ProducerBatch): void {
    if (!this.#incomplete.delete(batch)) return;
    this.#usedBytes -= batch.reservedBytes;
  }

  /** Removes batches that wait and were begun before `createdMs`, oldest first. */
  takeExpired(createdMs: number): ProducerBatch[] {
    const expired: ProducerBatch[] = [];
    for (const queue of this.#waiting) {
      while (queue.batches[0] !== undefined && queue.batches[0].createdMs <= createdMs) {
        const batch = queue.batches.shift()!;
        this.close(batch);
        expired.push(batch);
      }
      if (queue.batches.length === 0) this.#waiting.delete(queue);
    }
    return expired;
  }

  close(batch: ProducerBatch): void {
    const builder = batch.close();
    if (builder !== undefined && this.#spareBuilders.length < SPARE_BUILDER_COUNT_MAX) {
      this.#spareBuilders.push(builder);
    }
  }

  #takeBuilder(): RecordBatchBuilder {
    return this.#spareBuilders.pop() ?? new RecordBatchBuilder(this.#options.batchSize);
  }

  #queue(topic: string, partition: number): PartitionQueue {
    let queues = this.#topics.get(topic);
    if (queues === undefined) {
      queues = [];
      this.#topics.set(topic, queues);
    }
    return (queues[partition] ??= { topic, partition, batches: [], isMuted: false });
  }
}
