import type {
  FetchRequest,
  FetchResponsePartitionDataDraft as PartitionAnswer,
} from "@naru/protocol/messages/fetch";
import { bytesOf } from "./fetched-bytes.ts";

/** What one Fetch asks of one partition; in a session it is kept from request to request. */
export interface FetchedPartition {
  readonly topic: string;
  readonly topicId: string;
  readonly index: number;
  fetchOffset: number;
  maxBytes: number;
  currentLeaderEpoch: number;
  lastFetchedEpoch: number;
  /** The high watermark and log start that the client was last told; -1 before the first answer. */
  toldHighWatermark: number;
  toldLogStartOffset: number;
}

/**
 * A fetch session (KIP-227): the partitions that a client follows, so that a request names only
 * what changed, and an answer holds only what is new.
 */
export class FetchSession {
  readonly id: number;
  readonly usesTopicIds: boolean;
  readonly createdMs: number;
  lastUsedMs: number;
  /** The epoch that the next request must carry: 1, 2, ... and after 2^31-1 again 1. */
  epoch = 1;
  /**
   * In the order in which they are served: what had records moves to the end, so that none starves.
   */
  readonly partitions: Map<string, FetchedPartition>;

  constructor(options: {
    id: number;
    usesTopicIds: boolean;
    nowMs: number;
    partitions: Map<string, FetchedPartition>;
  }) {
    this.id = options.id;
    this.usesTopicIds = options.usesTopicIds;
    this.createdMs = options.nowMs;
    this.lastUsedMs = options.nowMs;
    this.partitions = options.partitions;
  }

  /** Takes in what an incremental request added, changed and forgot. */
  update(request: FetchRequest): void {
    for (const [key, asked] of partitionsOf(request)) {
      const known = this.partitions.get(key);
      if (known === undefined) {
        this.partitions.set(key, asked);
        continue;
      }
      known.fetchOffset = asked.fetchOffset;
      known.maxBytes = asked.maxBytes;
      known.currentLeaderEpoch = asked.currentLeaderEpoch;
      known.lastFetchedEpoch = asked.lastFetchedEpoch;
    }
    for (const topic of request.forgottenTopicsData) {
      for (const index of topic.partitions) {
        this.partitions.delete(partitionKey(topic.topic, topic.topicId, index));
      }
    }
  }

  /** Whether an answer says anything new; remembers what it says. */
  isNews(partition: FetchedPartition, answer: PartitionAnswer): boolean {
    const hasRecords = bytesOf(answer.records) > 0;
    if (hasRecords) {
      const key = partitionKey(partition.topic, partition.topicId, partition.index);
      this.partitions.delete(key);
      this.partitions.set(key, partition);
    }
    const isNews =
      hasRecords ||
      answer.errorCode !== 0 ||
      answer.divergingEpoch !== undefined ||
      partition.toldHighWatermark !== answer.highWatermark ||
      partition.toldLogStartOffset !== answer.logStartOffset;
    // After an error the next good answer must be sent, whatever it says.
    partition.toldHighWatermark = answer.errorCode === 0 ? answer.highWatermark : -1;
    partition.toldLogStartOffset = answer.logStartOffset ?? -1;
    return isNews;
  }

  advance(): void {
    this.epoch = this.epoch === 0x7fff_ffff ? 1 : this.epoch + 1;
  }
}

/** What a request asks, by partition, in its order; the last of two mentions counts. */
export function partitionsOf(request: FetchRequest): Map<string, FetchedPartition> {
  const partitions = new Map<string, FetchedPartition>();
  for (const { topic, topicId, partitions: asked } of request.topics) {
    for (const one of asked) {
      partitions.set(partitionKey(topic, topicId, one.partition), {
        topic,
        topicId,
        index: one.partition,
        fetchOffset: one.fetchOffset,
        maxBytes: one.partitionMaxBytes,
        currentLeaderEpoch: one.currentLeaderEpoch,
        lastFetchedEpoch: one.lastFetchedEpoch,
        toldHighWatermark: -1,
        toldLogStartOffset: -1,
      });
    }
  }
  return partitions;
}

function partitionKey(topic: string, topicId: string, index: number): string {
  return topic === "" ? `${topicId}/${index}` : `${topic}/${index}`;
}
