import {
  RecordBatch,
  readRecords,
  type BatchOptions,
  type RecordBatchBuilder,
} from "@naru/protocol";
import type { OutgoingRecord, RecordMetadata } from "./producer-record.ts";

/** What waits for one record of a batch. */
export interface Delivery {
  readonly timestamp: number;
  resolve(metadata: RecordMetadata): void;
  reject(error: Error): void;
}

export interface ProducerBatchOptions {
  readonly topic: string;
  readonly partition: number;
  readonly createdMs: number;
  /** What was taken from `buffer.memory`, given back when the batch is done. */
  readonly reservedBytes: number;
}

/** Records of one partition on their way: filled, closed, then sent until they arrive or fail. */
export class ProducerBatch {
  readonly topic: string;
  readonly partition: number;
  readonly createdMs: number;
  readonly reservedBytes: number;
  /** Sends that have failed. */
  attempts = 0;
  /** Not sent again before this. */
  retryAtMs = 0;
  readonly #deliveries: Delivery[] = [];
  readonly #done = Promise.withResolvers<void>();
  #builder: RecordBatchBuilder | undefined;
  #bytes: Uint8Array | undefined;

  constructor(options: ProducerBatchOptions, builder: RecordBatchBuilder) {
    this.topic = options.topic;
    this.partition = options.partition;
    this.createdMs = options.createdMs;
    this.reservedBytes = options.reservedBytes;
    this.#builder = builder;
  }

  /** Resolves when every record has been delivered or has failed. */
  get done(): Promise<void> {
    return this.#done.promise;
  }

  get count(): number {
    return this.#deliveries.length;
  }

  /** Whether nothing more may be appended. */
  get isClosed(): boolean {
    return this.#builder === undefined;
  }

  /** Bytes as they go out, once closed; before compression while it is filled. */
  get sizeBytes(): number {
    return this.#bytes?.length ?? this.#builder?.sizeBytes ?? 0;
  }

  sizeBytesWith(record: OutgoingRecord): number {
    return this.#builder?.sizeBytesWith(record) ?? Number.POSITIVE_INFINITY;
  }

  append(record: OutgoingRecord, delivery: Delivery): void {
    this.#builder?.append(record);
    this.#deliveries.push(delivery);
  }

  /** Ends the filling, and hands back the builder for the next batch. */
  close(): RecordBatchBuilder | undefined {
    const builder = this.#builder;
    if (builder === undefined) return undefined;
    this.#bytes = builder.build();
    this.#builder = undefined;
    return builder;
  }

  /** What goes out. It never changes: a retry sends the same bytes. */
  get bytes(): Uint8Array {
    if (this.#bytes === undefined) throw new TypeError("a batch is sent before it is closed");
    return this.#bytes;
  }

  /** `baseOffset` -1: the broker did not say. */
  complete(baseOffset: number, logAppendTimeMs: number): void {
    const { topic, partition } = this;
    for (const [index, delivery] of this.#deliveries.entries()) {
      delivery.resolve({
        topic,
        partition,
        offset: baseOffset < 0 ? -1 : baseOffset + index,
        timestamp: logAppendTimeMs < 0 ? delivery.timestamp : logAppendTimeMs,
      });
    }
    this.#done.resolve();
  }

  /** Fails every record; one that the broker found at fault has an error of its own. */
  fail(error: Error, errorOf: (index: number) => Error | undefined = () => undefined): void {
    for (const [index, delivery] of this.#deliveries.entries()) {
      delivery.reject(errorOf(index) ?? error);
    }
    this.#done.resolve();
  }

  /** The batch as two, for a broker that found it too large. The second waits for the first. */
  split(builder: RecordBatchBuilder, options: BatchOptions): [ProducerBatch, ProducerBatch] {
    const records = readRecords(RecordBatch.at(this.bytes));
    const middle = records.length >> 1;
    const half = (from: number, to: number, reservedBytes: number): ProducerBatch => {
      const batch = new ProducerBatch(
        { ...this.#options(), reservedBytes },
        builder.begin(options),
      );
      for (let index = from; index < to; index += 1) {
        const { timestamp, key, value, headers } = records[index]!;
        batch.append({ timestamp, key, value, headers }, this.#deliveries[index]!);
      }
      batch.close();
      return batch;
    };
    const halves: [ProducerBatch, ProducerBatch] = [
      half(0, middle, this.reservedBytes),
      half(middle, records.length, 0),
    ];
    void Promise.all(halves.map(({ done }) => done)).then(() => this.#done.resolve());
    return halves;
  }

  #options(): ProducerBatchOptions {
    const { topic, partition, createdMs, reservedBytes } = this;
    return { topic, partition, createdMs, reservedBytes };
  }
}
