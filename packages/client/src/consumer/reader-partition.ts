import type { FetchedPartition } from "./fetched-partition.ts";
import type { TopicPartition } from "./fetched-record.ts";

/** Fetches of one partition that wait to be polled, at most: one is read while the next comes. */
const BUFFERED_COUNT_MAX = 2;

/** One partition that is read: where its user is, and how far it has been fetched. */
export class ReaderPartition implements TopicPartition {
  readonly topic: string;
  readonly partition: number;
  /** The next record that `poll` returns. */
  position: number;
  /** The next record to be fetched. */
  fetchOffset: number;
  /** -1 until the first answer. */
  highWatermark = -1;
  logStartOffset = -1;
  /** Not fetched again before this, after an error. */
  retryAtMs = 0;
  /** Errors in a row. */
  attempts = 0;
  isInFlight = false;
  readonly buffered: FetchedPartition[] = [];

  constructor({ topic, partition }: TopicPartition, offset: number) {
    this.topic = topic;
    this.partition = partition;
    this.position = offset;
    this.fetchOffset = offset;
  }

  get name(): string {
    return `${this.topic}-${this.partition}`;
  }

  get isFetchable(): boolean {
    return !this.isInFlight && this.buffered.length < BUFFERED_COUNT_MAX;
  }

  /** Forgets what was fetched. An answer that is on its way will not fit any more. */
  seek(offset: number): void {
    this.position = offset;
    this.fetchOffset = offset;
    this.buffered.length = 0;
    this.attempts = 0;
    this.retryAtMs = 0;
  }

  add(fetched: FetchedPartition): void {
    this.attempts = 0;
    const endOffset = fetched.endOffset();
    if (endOffset === this.fetchOffset) return;
    this.fetchOffset = endOffset;
    this.buffered.push(fetched);
  }
}
