import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedDisk } from "@naru/runtime/simulated";
import fc from "fast-check";

import { OffsetIndex } from "./offset-index.ts";
import { TimeIndex } from "./time-index.ts";

const BASE = 1000;
const increasing = (max: number): fc.Arbitrary<number[]> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max }), { maxLength: 200 })
    .map((all) => all.toSorted((a, b) => a - b));

// Goal: binary search, in memory and in a sealed file with or without a preallocated tail, agrees
// with a plain scan.
test("the offset index finds the last entry at or below any offset", () => {
  const cases = fc.record({
    offsets: increasing(5000),
    target: fc.nat({ max: 6000 }),
    zeros: fc.nat({ max: 40 }),
  });
  fc.assert(
    fc.property(cases, ({ offsets, target, zeros }) => {
      const disk = new SimulatedDisk();
      const index = new OffsetIndex(disk, "/a.index", BASE);
      index.startEmpty();
      for (const [at, offset] of offsets.entries()) index.append(BASE + offset, (at + 1) * 100);
      const below = offsets.filter((offset) => offset <= target).length;
      const expected = {
        offset: BASE + (below === 0 ? 0 : offsets[below - 1]!),
        position: below * 100,
      };
      assert.deepEqual(index.lookup(BASE + target), expected);
      index.file.seal();
      assert.deepEqual(index.lookup(BASE + target), expected);
      const preallocated = disk.open("/a.index", { mode: "any" });
      preallocated.append([Buffer.alloc(zeros * 8)]);
      const again = new OffsetIndex(disk, "/a.index", BASE);
      assert.equal(again.load(preallocated.bytes), undefined);
      assert.equal(again.file.count, offsets.length);
      assert.deepEqual(again.lookup(BASE + target), expected);
      again.truncateTo(BASE + target);
      assert.equal(again.file.count, offsets.filter((offset) => offset < target).length);
    }),
  );
});

test("the time index finds the last entry at or below any timestamp", () => {
  const cases = fc.record({
    times: increasing(5000),
    target: fc.nat({ max: 6000 }),
    zeros: fc.nat({ max: 40 }),
  });
  fc.assert(
    fc.property(cases, ({ times, target, zeros }) => {
      const disk = new SimulatedDisk();
      const index = new TimeIndex(disk, "/a.timeindex", BASE);
      index.startEmpty();
      for (const [at, time] of times.entries()) index.append(time, BASE + at + 1);
      // One that is not larger is no news.
      index.append(times.at(-1) ?? -1, BASE + 900);
      const below = times.filter((time) => time <= target).length;
      const expected =
        below === 0
          ? { timestamp: -1, offset: BASE }
          : { timestamp: times[below - 1]!, offset: BASE + below };
      assert.deepEqual(index.lookup(target), expected);
      index.file.seal();
      const preallocated = disk.open("/a.timeindex", { mode: "any" });
      preallocated.append([Buffer.alloc(zeros * 12)]);
      const again = new TimeIndex(disk, "/a.timeindex", BASE);
      assert.equal(again.load(preallocated.bytes), undefined);
      assert.equal(again.file.count, times.length);
      assert.deepEqual(again.lookup(target), expected);
    }),
  );
});

test("an index of an odd length, or that ends before its segment begins, is refused", () => {
  const disk = new SimulatedDisk();
  // Relative offset -1 at position 100.
  const before = Buffer.from("ffffffff00000064", "hex");
  disk.open("/a", { mode: "any" }).append([before, before, Buffer.alloc(1)]);
  disk.open("/b", { mode: "any" }).append([Buffer.alloc(12, 0xff), Buffer.alloc(5)]);
  assert.match(new OffsetIndex(disk, "/a", 5).load(17) ?? "", /17 bytes/);
  assert.match(new OffsetIndex(disk, "/a", 5).load(16) ?? "", /offset 4/);
  assert.match(new TimeIndex(disk, "/b", 5).load(17) ?? "", /17 bytes/);
  assert.match(new TimeIndex(disk, "/b", 5).load(12) ?? "", /offset 4/);
});
