import { ClosedError } from "@naru/protocol";
import type { Cluster } from "../cluster/cluster.ts";
import { Fetcher } from "./fetcher.ts";
import type { FetchedRecord, TopicPartition } from "./fetched-record.ts";
import { ReaderPartition } from "./reader-partition.ts";
import {
  readerSettings,
  type PartitionReaderOptions,
  type ReaderSettings,
} from "./reader-options.ts";

/** Where reading begins. */
export interface StartingPoint extends TopicPartition {
  readonly offset: number;
}

const POLL_TIMEOUT_MS = 5_000;
/** Gives each reader a lane of its own. */
let readerCount = 0;

/**
 * Reads given partitions from given offsets, without a group. While records are polled the next
 * ones are fetched; what failed is tried again, until an error that no waiting will mend.
 */
export class PartitionReader {
  readonly #cluster: Cluster;
  readonly #settings: ReaderSettings;
  readonly #partitions: ReaderPartition[];
  readonly #fetcher: Fetcher;
  #error: Error | undefined;
  #news = Promise.withResolvers<void>();
  readonly #lane: string;
  #isClosed = false;
  #first = 0;

  constructor(
    cluster: Cluster,
    start: readonly StartingPoint[],
    options: PartitionReaderOptions = {},
  ) {
    this.#cluster = cluster;
    this.#settings = readerSettings(options);
    readerCount += 1;
    this.#lane = `reader-${readerCount}`;
    this.#partitions = start.map((point) => new ReaderPartition(point, point.offset));
    this.#fetcher = new Fetcher({
      cluster,
      settings: this.#settings,
      partitions: this.#partitions,
      lane: this.#lane,
      onNews: () => this.#news.resolve(),
      onError: (error) => this.#fail(error),
    });
  }

  /** The next records, those of one partition in order; none when `timeoutMs` pass without any. */
  async poll(options: { timeoutMs?: number } = {}): Promise<FetchedRecord[]> {
    const { clock } = this.#cluster.runtime;
    const deadlineMs = clock.monotonicMs() + (options.timeoutMs ?? POLL_TIMEOUT_MS);
    for (;;) {
      if (this.#isClosed) throw new ClosedError("the reader is closed: nothing can be polled.");
      const records = this.#take();
      // What was read before an error is handed out before it.
      if (records.length === 0 && this.#error !== undefined) throw this.#takeError();
      this.#fetcher.fetch();
      const leftMs = deadlineMs - clock.monotonicMs();
      if (records.length > 0 || leftMs <= 0) return records;
      await this.#wait(leftMs);
    }
  }

  /** The offset of the next record that `poll` returns for this partition. */
  position(where: TopicPartition): number {
    return this.#find(where).position;
  }

  /** The end of what can be read, as the last fetch told; -1 before the first. */
  highWatermark(where: TopicPartition): number {
    return this.#find(where).highWatermark;
  }

  seek(where: TopicPartition, offset: number): void {
    this.#find(where).seek(offset);
  }

  /** Stops; fetches that are on their way come to nothing. */
  close(): void {
    this.#isClosed = true;
    this.#cluster.closeLane(this.#lane);
    this.#news.resolve();
  }

  #find({ topic, partition }: TopicPartition): ReaderPartition {
    const found = this.#partitions.find(
      (each) => each.topic === topic && each.partition === partition,
    );
    if (found === undefined) throw new TypeError(`${topic}-${partition} is not read here`);
    return found;
  }

  #take(): FetchedRecord[] {
    const records: FetchedRecord[] = [];
    const count = this.#partitions.length;
    for (let step = 0; step < count && records.length < this.#settings.maxPollRecords; step += 1) {
      this.#takeFrom(this.#partitions[(this.#first + step) % count]!, records);
    }
    // Each poll begins with another partition, so that a busy one starves nobody.
    this.#first = (this.#first + 1) % Math.max(1, count);
    return records;
  }

  #takeFrom(partition: ReaderPartition, records: FetchedRecord[]): void {
    for (let fetched = partition.buffered[0]; fetched !== undefined;) {
      const before = records.length;
      try {
        const hasMore = fetched.take(this.#settings.maxPollRecords - before, records);
        partition.position = fetched.nextOffset;
        if (hasMore) return;
      } catch (error) {
        partition.seek(fetched.nextOffset);
        this.#fail(error);
        return;
      }
      partition.buffered.shift();
      fetched = partition.buffered[0];
    }
  }

  #fail(error: unknown): void {
    this.#error ??= error instanceof Error ? error : new Error(String(error));
  }

  #takeError(): Error {
    const error = this.#error!;
    this.#error = undefined;
    return error;
  }

  async #wait(timeoutMs: number): Promise<void> {
    const timer = this.#cluster.runtime.clock.schedule(timeoutMs, () => this.#news.resolve());
    await this.#news.promise;
    this.#news = Promise.withResolvers();
    timer.cancel();
  }
}
