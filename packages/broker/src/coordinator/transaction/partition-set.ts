import type { TopicPartition } from "./topic-partition.ts";

/** The partitions of a transaction: by topic, in the order in which they were added. */
export type PartitionSet = ReadonlyMap<string, readonly number[]>;

export const noPartitions: PartitionSet = new Map();

export function partitionSet(partitions: Iterable<TopicPartition>): PartitionSet {
  return withPartitions(noPartitions, partitions);
}

export function hasPartition(set: PartitionSet, { topic, partition }: TopicPartition): boolean {
  return set.get(topic)?.includes(partition) === true;
}

/** A new set; the old one is left as it is. */
export function withPartitions(set: PartitionSet, added: Iterable<TopicPartition>): PartitionSet {
  const union = new Map(set);
  for (const { topic, partition } of added) {
    const present = union.get(topic) ?? [];
    if (!present.includes(partition)) union.set(topic, [...present, partition]);
  }
  return union;
}

export function* partitionsOf(set: PartitionSet): Iterable<TopicPartition> {
  for (const [topic, partitions] of set) {
    for (const partition of partitions) yield { topic, partition };
  }
}
