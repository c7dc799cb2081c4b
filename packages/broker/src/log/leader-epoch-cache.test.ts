import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { LeaderEpochCache } from "./leader-epoch-cache.ts";

const entriesOf = (cache: LeaderEpochCache): number[][] =>
  cache.entries.map(({ epoch, startOffset }) => [epoch, startOffset]);

function cacheOf(...entries: [number, number][]): LeaderEpochCache {
  const cache = new LeaderEpochCache();
  for (const [epoch, startOffset] of entries) cache.assign(epoch, startOffset);
  return cache;
}

test("an epoch is noted once, where it began", () => {
  assert.deepEqual(entriesOf(cacheOf([1, 0], [1, 5], [2, 7], [2, 9])), [
    [1, 0],
    [2, 7],
  ]);
});

test("an epoch that began where the one before did takes its place", () => {
  assert.deepEqual(entriesOf(cacheOf([1, 0], [2, 7], [3, 7])), [
    [1, 0],
    [3, 7],
  ]);
});

test("epochs and offsets increase, whatever is assigned", () => {
  const any = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 50 })), { maxLength: 30 });
  fc.assert(
    fc.property(any, (assigned) => {
      const cache = cacheOf(...assigned);
      for (const [at, entry] of cache.entries.entries()) {
        const before = cache.entries[at - 1];
        if (before === undefined) continue;
        assert.ok(entry.epoch > before.epoch && entry.startOffset > before.startOffset);
      }
      const last = assigned.at(-1);
      if (last !== undefined) assert.equal(cache.latestEpoch, last[0]);
    }),
  );
});

// What a log says is right: any file of epochs, even an old or a damaged one, ends up as the log
// has it.
test("a log's batches put any cache right", () => {
  const cases = fc.record({
    found: fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 50 })), { maxLength: 10 }),
    steps: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 40 }),
  });
  fc.assert(
    fc.property(cases, ({ found, steps }) => {
      const cache = cacheOf(...found);
      let epoch = 0;
      const log = steps.map((step, offset) => ({ epoch: (epoch += step), offset }));
      for (const each of log) cache.confirm(each.epoch, each.offset);
      cache.truncateFromEnd(log.length);
      for (const each of log) assert.equal(cache.epochAt(each.offset), each.epoch);
    }),
  );
});

test("a file whose entries are out of order is used up to the first that is", () => {
  const cache = new LeaderEpochCache();
  cache.load([
    { epoch: 1, startOffset: 0 },
    { epoch: 3, startOffset: 9 },
    { epoch: 2, startOffset: 12 },
    { epoch: 4, startOffset: 20 },
  ]);
  assert.deepEqual(entriesOf(cache), [
    [1, 0],
    [3, 9],
  ]);
});
