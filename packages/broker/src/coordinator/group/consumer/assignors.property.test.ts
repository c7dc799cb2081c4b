import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { GroupToAssign, PartitionsByTopic } from "./assignor.ts";
import { servedAssignors } from "./assignors.ts";

const assignors = [...servedAssignors.values()];
const [uniform, range] = ["uniform", "range"].map((name) => servedAssignors.get(name)!);

interface Members {
  /** Whether each reads each topic. */
  readonly reads: readonly (readonly boolean[])[];
}

const partitionCounts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
const members = fc.record<Members>({
  reads: fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 7,
  }),
});

function topicId(index: number): string {
  return `AAAAAAAAAAAAAAAAAAAA${index}A`;
}

function group(
  counts: readonly number[],
  { reads }: Members,
  targets: ReadonlyMap<string, PartitionsByTopic> = new Map(),
): GroupToAssign {
  const topics = counts.map((partitionCount, index) => {
    const id = topicId(index);
    return [id, { id, name: `topic-${index}`, partitionCount, racksOf: () => [] }] as const;
  });
  const all = reads.map((row, index) => {
    const topicIds = new Set(topics.flatMap(([id], at) => (row[at] === true ? [id] : [])));
    const target = targets.get(`member-${index}`) ?? new Map<string, Set<number>>();
    return [`member-${index}`, { instanceId: null, rackId: null, topicIds, target }] as const;
  });
  const isHomogeneous = reads.every((row) => counts.every((_, at) => row[at] === reads[0]![at]));
  return { members: new Map(all), topics: new Map(topics), isHomogeneous };
}

function sameFor(all: Members): Members {
  return { reads: all.reads.map(() => [true, true, true, true]) };
}

function countOf(assigned: PartitionsByTopic | undefined): number {
  let count = 0;
  for (const partitions of assigned?.values() ?? []) count += partitions.size;
  return count;
}

function ownersOf(assignment: ReadonlyMap<string, PartitionsByTopic>): Map<string, string> {
  const owners = new Map<string, string>();
  for (const [memberId, topics] of assignment) {
    for (const [id, partitions] of topics) {
      for (const partition of partitions) {
        assert.ok(!owners.has(`${id}-${partition}`), `${id}-${partition} has two owners`);
        owners.set(`${id}-${partition}`, memberId);
      }
    }
  }
  return owners;
}

test("every partition that somebody reads goes to one of its readers", () => {
  fc.assert(
    fc.property(
      partitionCounts,
      members,
      fc.constantFrom(...assignors),
      (counts, all, assignor) => {
        const asked = group(counts, all);
        const owners = ownersOf(assignor.assign(asked));
        for (const { id, partitionCount } of asked.topics.values()) {
          const isRead = [...asked.members.values()].some(({ topicIds }) => topicIds.has(id));
          for (let partition = 0; partition < partitionCount; partition += 1) {
            const owner = owners.get(`${id}-${partition}`);
            assert.equal(owner !== undefined, isRead);
            if (owner !== undefined) assert.ok(asked.members.get(owner)!.topicIds.has(id));
          }
        }
      },
    ),
  );
});

test("uniform, all reading the same: nobody has two more than another", () => {
  fc.assert(
    fc.property(partitionCounts, members, members, (counts, before, after) => {
      const earlier = uniform!.assign(group(counts, sameFor(before)));
      const asked = group(counts, sameFor(after), earlier);
      const assignment = uniform!.assign(asked);
      const sizes = Array.from(asked.members.keys(), (id) => countOf(assignment.get(id)));
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, sizes.join(" "));
    }),
  );
});

test("uniform moves nothing when nothing has changed", () => {
  fc.assert(
    fc.property(partitionCounts, members, (counts, all) => {
      const assignment = uniform!.assign(group(counts, all));
      const again = uniform!.assign(group(counts, all, assignment));
      assert.deepEqual(ownersOf(again), ownersOf(assignment));
    }),
  );
});

test("uniform, all reading the same: a member that joins takes only its share", () => {
  fc.assert(
    fc.property(partitionCounts, members, (counts, all) => {
      const before = sameFor(all);
      const earlier = uniform!.assign(group(counts, before));
      const after = { reads: [...before.reads, before.reads[0]!] };
      const owners = ownersOf(uniform!.assign(group(counts, after, earlier)));
      const joined = `member-${before.reads.length}`;
      for (const [partition, owner] of ownersOf(earlier)) {
        assert.ok(owners.get(partition) === owner || owners.get(partition) === joined);
      }
    }),
  );
});

test("range divides topics of one size alike, each into ranges", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), members, (count, all) => {
      const assignment = range!.assign(group([count, count], sameFor(all)));
      for (const topics of assignment.values()) {
        const [first = [], second = []] = [...topics.values()].map((set) => [...set]);
        assert.deepEqual(first, second);
        assert.ok(first.every((partition, at) => partition === first[0]! + at));
      }
    }),
  );
});
