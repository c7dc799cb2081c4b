import { uuidToBytes } from "@naru/protocol";
import { assert } from "@naru/runtime";
import type { GroupToAssign, PartitionsByTopic } from "../assignor.ts";
import { MemberLoads } from "./member-loads.ts";
import { levelTopic } from "./level-topic.ts";

/** A topic while it is divided; members are their places in the group. */
export interface DividedTopic {
  readonly id: string;
  /** In the order of the group. */
  readonly readers: readonly number[];
  /** Of each partition, or NOBODY. */
  readonly owners: Int32Array;
}

export const NOBODY = -1;

/** Rounds over all topics after which an assignment is balanced enough: Kafka's own limit. */
const ROUNDS_MAX = 16;

/**
 * The uniform assignment where members read different topics. Everybody keeps what it had; what
 * nobody has goes to the least loaded readers; then, topic by topic, partitions move from the most
 * to the least loaded of its readers until a whole round has moved none.
 */
export function divideAmongReaders(group: GroupToAssign): ReadonlyMap<string, PartitionsByTopic> {
  const memberIds = [...group.members.keys()];
  const loads = new Int32Array(memberIds.length);
  const topics = dividedTopics(group);
  if (topics.length === 0) return new Map();
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  keepTargets(group, known, loads);
  assignLoose(topics, loads);
  level(
    topics.filter(({ readers }) => readers.length > 1),
    loads,
  );
  return assignmentOf(memberIds, topics);
}

/** The topics with the most partitions for a reader first. */
function dividedTopics({ members, topics }: GroupToAssign): DividedTopic[] {
  const readers = new Map<string, number[]>();
  let place = 0;
  for (const { topicIds } of members.values()) {
    for (const id of topicIds) {
      const places = readers.get(id);
      if (places === undefined) readers.set(id, [place]);
      else places.push(place);
    }
    place += 1;
  }
  return Array.from(readers, ([id, places]) => ({
    id,
    idBits: uuidBits(id),
    readers: places,
    owners: new Int32Array(topics.get(id)!.partitionCount).fill(NOBODY),
  })).toSorted(
    (a, b) =>
      b.owners.length / b.readers.length - a.owners.length / a.readers.length ||
      a.readers.length - b.readers.length ||
      compareUuids(a.idBits, b.idBits),
  );
}

function keepTargets(
  { members }: GroupToAssign,
  topics: ReadonlyMap<string, DividedTopic>,
  loads: Int32Array,
): void {
  let place = 0;
  for (const { target, topicIds } of members.values()) {
    for (const [topicId, partitions] of target) {
      if (!topicIds.has(topicId)) continue;
      const { owners } = topics.get(topicId)!;
      for (const partition of partitions) owners[partition] = place;
      loads[place]! += partitions.size;
    }
    place += 1;
  }
}

function assignLoose(topics: readonly DividedTopic[], loads: Int32Array): void {
  for (const { owners, readers } of topics) {
    if (!owners.includes(NOBODY)) continue;
    const memberLoads = new MemberLoads(readers, loads);
    for (const [partition, owner] of owners.entries()) {
      if (owner !== NOBODY) continue;
      const member = memberLoads.nextLeast();
      owners[partition] = member;
      loads[member]! += 1;
    }
  }
}

function level(topics: readonly DividedTopic[], loads: Int32Array): void {
  let lastMoved: DividedTopic | undefined;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    for (const topic of topics) {
      // Back where the last partition moved: none has since.
      if (topic === lastMoved) return;
      const movedCount = levelTopic(topic, loads);
      if (movedCount > 0 || lastMoved === undefined) lastMoved = topic;
    }
  }
}

function assignmentOf(
  memberIds: readonly string[],
  topics: readonly DividedTopic[],
): Map<string, PartitionsByTopic> {
  const assigned = memberIds.map(() => new Map<string, Set<number>>());
  for (const { id, owners } of topics) {
    for (const [partition, owner] of owners.entries()) {
      const member = assigned[owner];
      assert(member !== undefined, `${id}-${partition} has an owner`);
      const partitions = member.get(id);
      if (partitions === undefined) member.set(id, new Set([partition]));
      else partitions.add(partition);
    }
  }
  return new Map(memberIds.map((memberId, place) => [memberId, assigned[place]!]));
}

function uuidBits(id: string): DataView {
  const bytes = uuidToBytes(id);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** As Java: two signed halves. */
function compareUuids(a: DataView, b: DataView): number {
  for (const at of [0, 8]) {
    const [left, right] = [a.getBigInt64(at), b.getBigInt64(at)];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
