import { assert } from "@naru/runtime";
import type { GroupToAssign, PartitionsByTopic } from "../assignor.ts";

/** A partition that nobody has yet. */
interface Loose {
  readonly topicId: string;
  readonly partition: number;
}

interface Share {
  readonly memberId: string;
  /** What the member keeps of its target. */
  readonly kept: PartitionsByTopic;
  /** How many more it is to get. */
  readonly missing: number;
}

/**
 * The uniform assignment where all members read the same topics. Members are asked in their order
 * what they keep; what is too much for one, and what nobody had, goes to those with room.
 */
export function divideEvenly(group: GroupToAssign): ReadonlyMap<string, PartitionsByTopic> {
  const { members, topics } = group;
  const [topicIds] = Array.from(members.values(), (member) => member.topicIds);
  if (topicIds === undefined || topicIds.size === 0) return new Map();
  const loose = partitionsOfNobody(group, topicIds);
  let partitionCount = 0;
  for (const id of topicIds) partitionCount += topics.get(id)!.partitionCount;
  const shares = keep(group, { topicIds, partitionCount, loose });
  return handOut(shares, loose);
}

function partitionsOfNobody(
  { members, topics }: GroupToAssign,
  topicIds: ReadonlySet<string>,
): Loose[] {
  const ownedBy = new Map<string, Set<number>>();
  for (const { target } of members.values()) {
    for (const [topicId, partitions] of target) {
      let owned = ownedBy.get(topicId);
      if (owned === undefined) ownedBy.set(topicId, (owned = new Set()));
      for (const partition of partitions) owned.add(partition);
    }
  }
  const loose: Loose[] = [];
  for (const topicId of topicIds) {
    const owned = ownedBy.get(topicId);
    for (let partition = 0; partition < topics.get(topicId)!.partitionCount; partition += 1) {
      if (owned?.has(partition) !== true) loose.push({ topicId, partition });
    }
  }
  return loose;
}

function keep(
  { members }: GroupToAssign,
  options: { topicIds: ReadonlySet<string>; partitionCount: number; loose: Loose[] },
): Share[] {
  const { topicIds, partitionCount, loose } = options;
  const least = Math.floor(partitionCount / members.size);
  let extras = partitionCount % members.size;
  let membersLeft = members.size;
  const shares: Share[] = [];
  for (const [memberId, { target }] of members) {
    let mayHaveExtra = extras > 0;
    const room = least + (mayHaveExtra ? 1 : 0);
    const { kept, count } = keepOf(target, { topicIds, room, loose });
    let missing = room - count;
    // An extra partition is left to a later member that may hold one already, while there are more
    // members than extras.
    if (missing > 0 && mayHaveExtra && membersLeft > extras) {
      missing -= 1;
      mayHaveExtra = false;
    }
    if (mayHaveExtra) extras -= 1;
    membersLeft -= 1;
    shares.push({ memberId, kept, missing });
  }
  return shares;
}

/** What a member may keep of its target, `room` at the most; the rest becomes loose. */
function keepOf(
  target: PartitionsByTopic,
  options: { topicIds: ReadonlySet<string>; room: number; loose: Loose[] },
): { kept: PartitionsByTopic; count: number } {
  const { topicIds, room, loose } = options;
  const kept = new Map<string, ReadonlySet<number>>();
  let count = 0;
  let isWhole = true;
  for (const [topicId, partitions] of target) {
    if (!topicIds.has(topicId)) {
      isWhole = false;
      continue;
    }
    const mine = [...partitions].slice(0, room - count);
    count += mine.length;
    if (mine.length === partitions.size) {
      kept.set(topicId, partitions);
      continue;
    }
    isWhole = false;
    if (mine.length > 0) kept.set(topicId, new Set(mine));
    for (const partition of [...partitions].slice(mine.length)) loose.push({ topicId, partition });
  }
  return { kept: isWhole ? target : kept, count };
}

function handOut(
  shares: readonly Share[],
  loose: readonly Loose[],
): ReadonlyMap<string, PartitionsByTopic> {
  const assignment = new Map<string, PartitionsByTopic>();
  let next = 0;
  for (const { memberId, kept, missing } of shares) {
    const got = loose.slice(next, next + missing);
    next += got.length;
    assignment.set(memberId, got.length === 0 ? kept : withMore(kept, got));
  }
  assert(next === loose.length, `every partition has an owner, ${loose.length - next} have none`);
  return assignment;
}

function withMore(kept: PartitionsByTopic, got: readonly Loose[]): PartitionsByTopic {
  const all = new Map<string, Set<number>>();
  for (const [topicId, partitions] of kept) all.set(topicId, new Set(partitions));
  for (const { topicId, partition } of got) {
    const partitions = all.get(topicId);
    if (partitions === undefined) all.set(topicId, new Set([partition]));
    else partitions.add(partition);
  }
  return all;
}
