import type { AssignedTopic } from "../admin/groups/describe-groups.ts";

export interface Subscription {
  readonly memberId: string;
  readonly topics: readonly string[];
}

/**
 * Kafka's range assignor: of each topic every member that reads it gets one range, in the order of
 * member ids; the first ones get one partition more where it does not come out even.
 */
export function assignRanges(
  subscriptions: readonly Subscription[],
  partitionCounts: ReadonlyMap<string, number>,
): Map<string, AssignedTopic[]> {
  const assigned = new Map(subscriptions.map(({ memberId }) => [memberId, [] as AssignedTopic[]]));
  for (const [topic, count] of partitionCounts) {
    const readers = subscriptions
      .filter(({ topics }) => topics.includes(topic))
      .map(({ memberId }) => memberId)
      .toSorted((a, b) => (a < b ? -1 : 1));
    const least = Math.floor(count / readers.length);
    let next = 0;
    for (const [index, memberId] of readers.entries()) {
      const size = least + (index < count % readers.length ? 1 : 0);
      const partitions = Array.from({ length: size }, (_, step) => next + step);
      next += size;
      if (size > 0) assigned.get(memberId)?.push({ topic, partitions });
    }
  }
  return assigned;
}
