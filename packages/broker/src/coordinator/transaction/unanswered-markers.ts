import { partitionSet, type PartitionSet } from "./partition-set.ts";
import type { TopicPartition } from "./topic-partition.ts";

/** The partitions of a decided transaction that have not said that its marker is in their log. */
export class UnansweredMarkers {
  readonly #waiting = new Map<string, TopicPartition & { isOnItsWay: boolean }>();

  constructor(partitions: Iterable<TopicPartition>) {
    for (const { topic, partition } of partitions) {
      this.#waiting.set(key({ topic, partition }), { topic, partition, isOnItsWay: true });
    }
  }

  get size(): number {
    return this.#waiting.size;
  }

  answered(partition: TopicPartition): void {
    this.#waiting.delete(key(partition));
  }

  failed(partition: TopicPartition): void {
    const waiting = this.#waiting.get(key(partition));
    if (waiting !== undefined) waiting.isOnItsWay = false;
  }

  /** Those that failed, which are on their way again now. */
  takeFailed(): TopicPartition[] {
    const failed = [...this.#waiting.values()].filter(({ isOnItsWay }) => !isOnItsWay);
    for (const waiting of failed) waiting.isOnItsWay = true;
    return failed.map(({ topic, partition }) => ({ topic, partition }));
  }

  partitions(): PartitionSet {
    return partitionSet(this.#waiting.values());
  }
}

/** A topic's name holds no colon. */
function key({ topic, partition }: TopicPartition): string {
  return `${topic}:${partition}`;
}
