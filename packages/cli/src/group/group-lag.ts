import type { Admin, GroupDescription, GroupMember, GroupOffset } from "@naru/client";
import { nameOf } from "../name-of.ts";
import { noTopicError } from "./known-errors.ts";

/** How far a group is in a partition, and who reads it. */
export interface LagRow {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  /** null when nothing is committed. */
  readonly offset: number | null;
  /** -1 when none was committed. */
  readonly leaderEpoch: number;
  /** null when the partition cannot be asked. */
  readonly endOffset: number | null;
  /** Records between the two; null when one of them is. */
  readonly lag: number | null;
  /** null when nobody reads it. */
  readonly member: GroupMember | null;
}

/**
 * A row for each partition that has a committed offset or a reader, as Kafka lists them: those with
 * readers first, busy members before idle ones. The end counts what is not committed yet, too.
 */
export async function lagRows(admin: Admin, group: GroupDescription): Promise<LagRow[]> {
  const offsets = new Map<string, GroupOffset>();
  for (const offset of await admin.listGroupOffsets(group.groupId)) {
    offsets.set(nameOf(offset), offset);
  }
  const places = group.members
    .toSorted((a, b) => partitionCount(b) - partitionCount(a))
    .flatMap((member) =>
      sorted(
        member.assignment.flatMap(({ topic, partitions }) =>
          partitions.map((partition) => ({ topic, partition, member })),
        ),
      ),
    );
  const isRead = new Set(places.map(nameOf));
  const unread = sorted([...offsets.values()].filter((offset) => !isRead.has(nameOf(offset))));
  const all = [...places, ...unread.map((offset) => ({ ...offset, member: null }))];
  const ends = await endOffsets(
    admin,
    all.map(({ topic }) => topic),
  );
  return all.map((place) => {
    const { topic, partition, member } = place;
    const committed = offsets.get(nameOf(place));
    const offset = committed?.offset ?? null;
    const endOffset = ends.get(topic)?.get(partition) ?? null;
    const lag = offset === null || endOffset === null ? null : endOffset - offset;
    const leaderEpoch = committed?.leaderEpoch ?? -1;
    return { group: group.groupId, topic, partition, offset, leaderEpoch, endOffset, lag, member };
  });
}

/** By topic and partition. */
export function sorted<Place extends { topic: string; partition: number }>(
  places: readonly Place[],
): Place[] {
  return places.toSorted((a, b) => {
    if (a.topic !== b.topic) return a.topic < b.topic ? -1 : 1;
    return a.partition - b.partition;
  });
}

export function partitionCount({ assignment }: GroupMember): number {
  return assignment.reduce((sum, { partitions }) => sum + partitions.length, 0);
}

/** The ends of topics; one that is gone has none. */
async function endOffsets(
  admin: Admin,
  topics: readonly string[],
): Promise<Map<string, Map<number, number>>> {
  const ends = new Map<string, Map<number, number>>();
  for (const topic of new Set(topics)) {
    try {
      ends.set(topic, await admin.listOffsets(topic, "latest"));
    } catch (error) {
      if (!noTopicError(error)) throw error;
    }
  }
  return ends;
}
