import type { Assignor, GroupToAssign, MemberToAssign, PartitionsByTopic } from "../assignor.ts";

/**
 * Of each topic, every member gets one range: the members in order, the first ones one partition
 * more where it does not come out even. Topics with as many partitions and the same readers are
 * divided alike, so that records with one key meet in one member. It looks at no earlier target.
 */
export const rangeAssignor: Assignor = { name: "range", assign };

/** How far a topic has been handed out. */
interface Handout {
  readonly partitionCount: number;
  readonly rangeSize: number;
  /** Members that still get one more than `rangeSize`. */
  longerRanges: number;
  next: number;
}

function assign({ members, topics }: GroupToAssign): Map<string, PartitionsByTopic> {
  const inOrder = [...members].toSorted(compareMembers);
  const readers = new Map<string, number>();
  for (const [, { topicIds }] of inOrder) {
    for (const id of topicIds) readers.set(id, (readers.get(id) ?? 0) + 1);
  }
  const handouts = new Map<string, Handout>();
  for (const [id, readerCount] of readers) {
    const { partitionCount } = topics.get(id)!;
    handouts.set(id, {
      partitionCount,
      rangeSize: Math.floor(partitionCount / readerCount),
      longerRanges: partitionCount % readerCount,
      next: 0,
    });
  }
  return new Map(
    inOrder.map(([memberId, { topicIds }]) => {
      const ranges = new Map<string, ReadonlySet<number>>();
      for (const id of topicIds) {
        const range = nextRange(handouts.get(id)!);
        if (range.size > 0) ranges.set(id, range);
      }
      return [memberId, ranges];
    }),
  );
}

function nextRange(handout: Handout): ReadonlySet<number> {
  const size = handout.rangeSize + (handout.longerRanges > 0 ? 1 : 0);
  handout.longerRanges -= 1;
  const range = Array.from({ length: size }, (_, index) => handout.next + index);
  handout.next += size;
  return new Set(range);
}

type Entry = readonly [memberId: string, member: MemberToAssign];

/** Static members first, by their instance ids: they come back under a new member id. */
function compareMembers([idA, a]: Entry, [idB, b]: Entry): number {
  if (a.instanceId === null || b.instanceId === null) {
    if (a.instanceId !== null) return -1;
    if (b.instanceId !== null) return 1;
    return compareText(idA, idB);
  }
  return compareText(a.instanceId, b.instanceId);
}

/** By UTF-16 units, as Java compares. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
