import {
  ClosedError,
  errorByCode,
  isRetriable,
  ProtocolError,
  type ErrorName,
} from "@naru/protocol";
import type { FetchResponse, FetchResponsePartitionData } from "@naru/protocol/messages/fetch";
import { listOffsets } from "../admin/offsets.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { TopicView } from "../cluster/cluster-view.ts";
import { fetchCall, fetchRequest } from "./fetch-request.ts";
import { FetchedPartition } from "./fetched-partition.ts";
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
  readonly #topics = new Map<string, TopicView>();
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
      this.#fetch();
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

  /**
   * Sends a fetch to each leader that has none on its way. A fetch without the partition that has
   * most to give could wait at the broker while that partition runs dry, so it goes when all fit.
   */
  #fetch(): void {
    const nowMs = this.#cluster.runtime.clock.monotonicMs();
    const byLeader = Map.groupBy(this.#partitions, (partition) => this.#leaderOf(partition));
    for (const [leaderId, led] of byLeader) {
      if (!led.every((partition) => partition.isFetchable)) continue;
      const partitions = led.filter(({ retryAtMs }) => retryAtMs <= nowMs);
      if (partitions.length === 0) continue;
      for (const partition of partitions) partition.isInFlight = true;
      void (leaderId === -1
        ? this.#findLeaders(partitions)
        : this.#fetchFrom(leaderId, partitions));
    }
  }

  #leaderOf({ topic, partition }: TopicPartition): number {
    return this.#topics.get(topic)?.partitions[partition]?.leaderId ?? -1;
  }

  async #findLeaders(partitions: readonly ReaderPartition[]): Promise<void> {
    const names = [...new Set(partitions.map(({ topic }) => topic))];
    try {
      const view = await this.#cluster.refresh(names);
      for (const name of names) {
        const topic = view.topics.get(name);
        if (topic !== undefined) this.#topics.set(name, topic);
      }
      for (const partition of partitions) {
        const topic = view.topics.get(partition.topic);
        const error = topic?.error ?? "UNKNOWN_TOPIC_OR_PARTITION";
        if (error !== "NONE") this.#failed(partition, error);
        else if (topic?.partitions[partition.partition] === undefined) {
          this.#failed(partition, "UNKNOWN_TOPIC_OR_PARTITION");
        } else if (this.#leaderOf(partition) === -1) {
          this.#failed(partition, "LEADER_NOT_AVAILABLE");
        }
      }
    } catch (error) {
      this.#failedToSend(partitions, error);
    }
    this.#landed(partitions);
  }

  async #fetchFrom(leaderId: number, partitions: readonly ReaderPartition[]): Promise<void> {
    const offsets = new Map(partitions.map((each) => [each, each.fetchOffset]));
    try {
      const request = fetchRequest(partitions, this.#topics, this.#settings);
      const response = await this.#cluster.requestNode(leaderId, fetchCall, request, {
        lane: this.#lane,
      });
      for (const partition of partitions) {
        // Whoever seeks meanwhile wants nothing of this.
        if (offsets.get(partition) === partition.fetchOffset) this.#answered(partition, response);
      }
      if (errorByCode(response.errorCode) !== "NONE") {
        for (const partition of partitions) {
          this.#failed(partition, errorByCode(response.errorCode));
        }
      }
    } catch (error) {
      this.#failedToSend(partitions, error);
    }
    await this.#resetThoseOutOfRange(partitions);
    this.#landed(partitions);
  }

  #answered(partition: ReaderPartition, response: FetchResponse): void {
    const topicId = this.#topics.get(partition.topic)?.topicId;
    const data: FetchResponsePartitionData | undefined = response.responses
      .find(({ topic, topicId: id }) => (topic === "" ? id === topicId : topic === partition.topic))
      ?.partitions.find(({ partitionIndex }) => partitionIndex === partition.partition);
    if (data === undefined) return;
    const error = errorByCode(data.errorCode);
    if (error !== "NONE") {
      this.#failed(partition, error);
      return;
    }
    partition.highWatermark = data.highWatermark;
    partition.logStartOffset = data.logStartOffset;
    partition.add(
      new FetchedPartition(partition, data, {
        fetchOffset: partition.fetchOffset,
        isCommittedOnly: this.#settings.isolationLevel === "read_committed",
        checkCrcs: this.#settings.checkCrcs,
      }),
    );
  }

  #failed(partition: ReaderPartition, error: ErrorName): void {
    if (error === "OFFSET_OUT_OF_RANGE") {
      this.#outOfRange.add(partition);
      return;
    }
    const { backoffMs, backoffMaxMs } = this.#cluster.retry;
    // A topic that does not exist is worth a few tries: it may have been created just now.
    const isUnknown = error === "UNKNOWN_TOPIC_OR_PARTITION" && partition.attempts >= 3;
    if (!isRetriable(error) || isUnknown) {
      const message = `${partition.name}: the broker answered Fetch with ${error}.`;
      this.#fail(new ProtocolError(error, message));
      return;
    }
    const waitMs = Math.min(backoffMaxMs, backoffMs * 2 ** partition.attempts);
    partition.attempts += 1;
    partition.retryAtMs = this.#cluster.runtime.clock.monotonicMs() + waitMs;
    // Whatever went wrong, the leader may be another now.
    this.#topics.delete(partition.topic);
    this.#cluster.runtime.clock.schedule(waitMs, () => this.#news.resolve());
  }

  readonly #outOfRange = new Set<ReaderPartition>();

  async #resetThoseOutOfRange(partitions: readonly ReaderPartition[]): Promise<void> {
    for (const partition of partitions) {
      if (!this.#outOfRange.delete(partition)) continue;
      const { autoOffsetReset } = this.#settings;
      if (autoOffsetReset === "none") {
        this.#fail(
          new ProtocolError(
            "OFFSET_OUT_OF_RANGE",
            `${partition.name}: offset ${partition.fetchOffset} is not in the log. ` +
              `Seek to an offset between its start and its end, or set auto.offset.reset.`,
          ),
        );
        continue;
      }
      try {
        const offsets = await listOffsets(this.#cluster, partition.topic, autoOffsetReset);
        partition.seek(offsets.get(partition.partition) ?? 0);
      } catch (error) {
        this.#fail(error);
      }
    }
  }

  #failedToSend(partitions: readonly ReaderPartition[], error: unknown): void {
    const isWorthARetry =
      error instanceof Error && "retriable" in error && error.retriable === true;
    if (!isWorthARetry || this.#isClosed) this.#fail(error);
    else for (const partition of partitions) this.#failed(partition, "NETWORK_EXCEPTION");
  }

  #landed(partitions: readonly ReaderPartition[]): void {
    for (const partition of partitions) partition.isInFlight = false;
    this.#news.resolve();
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
