import { errorByCode, isRetriable, ProtocolError, type ErrorName } from "@naru/protocol";
import type { FetchResponse, FetchResponsePartitionData } from "@naru/protocol/messages/fetch";
import { listOffsets } from "../admin/offsets.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { TopicView } from "../cluster/cluster-view.ts";
import { Trouble } from "../trouble.ts";
import { fetchCall, fetchRequest } from "./fetch-request.ts";
import { FetchedPartition } from "./fetched-partition.ts";
import type { TopicPartition } from "./fetched-record.ts";
import type { ReaderPartition } from "./reader-partition.ts";
import type { ReaderSettings } from "./reader-options.ts";

export interface FetcherOptions {
  readonly cluster: Cluster;
  readonly settings: ReaderSettings;
  readonly partitions: readonly ReaderPartition[];
  /** Connections of their own for fetches: they wait at the broker, and others shall not. */
  readonly lane: string;
  /** Something came, or may be asked for again. */
  readonly onNews: () => void;
  /** An error that no waiting will mend. */
  readonly onError: (error: unknown) => void;
}

/** Tries of a topic that does not exist: it may have been created just now. */
const UNKNOWN_TOPIC_ATTEMPTS = 3;

/** Fills the buffers of partitions: finds leaders, sends fetches, tries again what failed. */
export class Fetcher {
  readonly #options: FetcherOptions;
  readonly #topics = new Map<string, TopicView>();
  readonly #trouble: Trouble;
  readonly #outOfRange = new Set<ReaderPartition>();

  constructor(options: FetcherOptions) {
    this.#options = options;
    this.#trouble = new Trouble(options.cluster.logger, "reader");
  }

  /**
   * Sends a fetch to each leader that has none on its way. A fetch without the partition that has
   * most to give could wait at the broker while that partition runs dry, so it goes when all fit.
   */
  fetch(): void {
    const nowMs = this.#options.cluster.runtime.clock.monotonicMs();
    const byLeader = Map.groupBy(this.#options.partitions, (partition) =>
      this.#leaderOf(partition),
    );
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
      const view = await this.#options.cluster.refresh(names);
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
      const request = fetchRequest(partitions, this.#topics, this.#options.settings);
      const response = await this.#options.cluster.requestNode(leaderId, fetchCall, request, {
        lane: this.#options.lane,
      });
      this.#trouble.worked();
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
        isCommittedOnly: this.#options.settings.isolationLevel === "read_committed",
        checkCrcs: this.#options.settings.checkCrcs,
      }),
    );
  }

  #failed(partition: ReaderPartition, error: ErrorName): void {
    if (error === "OFFSET_OUT_OF_RANGE") {
      this.#outOfRange.add(partition);
      return;
    }
    const { backoffMs, backoffMaxMs } = this.#options.cluster.retry;
    const isUnknown =
      error === "UNKNOWN_TOPIC_OR_PARTITION" && partition.attempts >= UNKNOWN_TOPIC_ATTEMPTS;
    if (!isRetriable(error) || isUnknown) {
      const message = `${partition.name}: the broker answered Fetch with ${error}.`;
      this.#options.onError(new ProtocolError(error, message));
      return;
    }
    const waitMs = Math.min(backoffMaxMs, backoffMs * 2 ** partition.attempts);
    partition.attempts += 1;
    partition.retryAtMs = this.#options.cluster.runtime.clock.monotonicMs() + waitMs;
    // Whatever went wrong, the leader may be another now.
    this.#topics.delete(partition.topic);
    this.#options.cluster.runtime.clock.schedule(waitMs, () => this.#options.onNews());
  }

  async #resetThoseOutOfRange(partitions: readonly ReaderPartition[]): Promise<void> {
    for (const partition of partitions) {
      if (!this.#outOfRange.delete(partition)) continue;
      const { autoOffsetReset } = this.#options.settings;
      if (autoOffsetReset === "none") {
        this.#options.onError(
          new ProtocolError(
            "OFFSET_OUT_OF_RANGE",
            `${partition.name}: offset ${partition.fetchOffset} is not in the log. ` +
              `Seek to an offset between its start and its end, or set auto.offset.reset.`,
          ),
        );
        continue;
      }
      try {
        const offsets = await listOffsets(this.#options.cluster, partition.topic, autoOffsetReset);
        partition.seek(offsets.get(partition.partition) ?? 0);
      } catch (error) {
        this.#options.onError(error);
      }
    }
  }

  #failedToSend(partitions: readonly ReaderPartition[], error: unknown): void {
    const isWorthARetry =
      error instanceof Error && "retriable" in error && error.retriable === true;
    if (!isWorthARetry) {
      this.#options.onError(error);
      return;
    }
    this.#trouble.failed(error);
    for (const partition of partitions) this.#failed(partition, "NETWORK_EXCEPTION");
  }

  #landed(partitions: readonly ReaderPartition[]): void {
    for (const partition of partitions) partition.isInFlight = false;
    this.#options.onNews();
  }
}
