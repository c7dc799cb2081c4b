import type { PartitionsByTopic } from "./assignor.ts";

/**
 * Partitions that a member has or is to give up: by topic id, each with its assignment epoch, the
 * member epoch in which the member was first given it. A commit of an older epoch is of an earlier
 * ownership (KIP-1251).
 */
export type OwnedPartitions = ReadonlyMap<string, ReadonlyMap<number, number>>;

export const noPartitions: OwnedPartitions = new Map();

/** The same partitions with the same epochs? */
export function samePartitions(a: OwnedPartitions, b: OwnedPartitions): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [topicId, partitions] of a) {
    const others = b.get(topicId);
    if (others === undefined || others.size !== partitions.size) return false;
    for (const [partition, epoch] of partitions) {
      if (others.get(partition) !== epoch) return false;
    }
  }
  return true;
}

/** The epoch at which a partition is owned; undefined when it is not. */
export function assignmentEpoch(
  owned: OwnedPartitions,
  topicId: string,
  partition: number,
): number | undefined {
  return owned.get(topicId)?.get(partition);
}

/** All of them with another epoch. */
export function withEpoch(owned: OwnedPartitions, epoch: number): OwnedPartitions {
  return new Map(
    Array.from(owned, ([topicId, partitions]) => [
      topicId,
      new Map(Array.from(partitions.keys(), (partition) => [partition, epoch])),
    ]),
  );
}

/** Which partitions, whatever the epochs. */
export function withoutEpochs(owned: OwnedPartitions): PartitionsByTopic {
  return new Map(
    Array.from(owned, ([topicId, partitions]) => [topicId, new Set(partitions.keys())] as const),
  );
}

/** Partitions that are first owned at one epoch. */
export function ownedSince(partitions: PartitionsByTopic, epoch: number): OwnedPartitions {
  return new Map(
    Array.from(partitions, ([topicId, indexes]) => [
      topicId,
      new Map(Array.from(indexes, (index) => [index, epoch] as const)),
    ]),
  );
}

interface StoredPartitions {
  readonly topicId: string;
  readonly partitions: readonly number[];
  readonly assignmentEpochs?: readonly number[] | null | undefined;
}

/** As records have them. Those of Kafka before 4.3 have no epochs: the member's own is taken. */
export function partitionsFromRecord(
  stored: readonly StoredPartitions[],
  memberEpoch: number,
): OwnedPartitions {
  const unknownEpoch = Math.max(memberEpoch, 0);
  return new Map(
    stored.map(({ topicId, partitions, assignmentEpochs }) => {
      const epochs = assignmentEpochs?.length === partitions.length ? assignmentEpochs : undefined;
      const entries = partitions.map((partition, index): [number, number] => [
        partition,
        epochs?.[index] ?? unknownEpoch,
      ]);
      return [topicId, new Map(entries)];
    }),
  );
}

/** For records: in the order of the partitions. */
export function partitionsToRecord(
  owned: OwnedPartitions,
): { topicId: string; partitions: number[]; assignmentEpochs: number[] }[] {
  return Array.from(owned, ([topicId, partitions]) => {
    const entries = [...partitions].toSorted(([a], [b]) => a - b);
    return {
      topicId,
      partitions: entries.map(([partition]) => partition),
      assignmentEpochs: entries.map(([, epoch]) => epoch),
    };
  });
}

/** For answers, which have no epochs. */
export function partitionsToAnswer(
  owned: OwnedPartitions,
): { topicId: string; partitions: number[] }[] {
  return Array.from(owned, ([topicId, partitions]) => ({
    topicId,
    partitions: [...partitions.keys()].toSorted((a, b) => a - b),
  }));
}
