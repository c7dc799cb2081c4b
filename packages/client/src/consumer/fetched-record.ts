import type { RecordHeader, TimestampType } from "@naru/protocol";

/** A record as it was read. Key, value and headers are views of the bytes that were fetched. */
export interface FetchedRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly timestamp: number;
  /** Whose time it is: the producer's, or that of the append. */
  readonly timestampType: TimestampType;
  /** The epoch of the leader that appended it. */
  readonly leaderEpoch: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: readonly RecordHeader[];
}

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}
