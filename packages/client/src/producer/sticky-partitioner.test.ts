import assert from "node:assert/strict";
import { test } from "node:test";
import { SimulatedRandom } from "@naru/runtime/simulated";
import { StickyPartitioner } from "./sticky-partitioner.ts";

const all = [0, 1, 2, 3, 4, 5, 6, 7];

/** The partitions of so many records of 100 bytes, with batch.size 1000. */
function choices(count: number, areBatchesFull: boolean): number[] {
  const sticky = new StickyPartitioner(new SimulatedRandom(3), 1_000);
  return Array.from({ length: count }, () => {
    const partition = sticky.partition(all, () => areBatchesFull);
    sticky.produced(100);
    return partition;
  });
}

test("a partition is kept for batch.size bytes while its batches are full", () => {
  const chosen = choices(400, true);
  for (let start = 0; start < chosen.length; start += 10) {
    assert.equal(new Set(chosen.slice(start, start + 10)).size, 1);
  }
  assert.equal(new Set(chosen).size, all.length);
});

test("while a batch has room its partition is kept, up to twice batch.size", () => {
  const chosen = choices(400, false);
  for (let start = 0; start < chosen.length; start += 20) {
    assert.equal(new Set(chosen.slice(start, start + 20)).size, 1);
  }
  assert.equal(new Set(chosen).size, all.length);
});

test("a partition that lost its leader is left at once", () => {
  const sticky = new StickyPartitioner(new SimulatedRandom(3), 1_000);
  const first = sticky.partition([0, 1], () => true);
  const other = 1 - first;
  assert.equal(
    sticky.partition([other], () => true),
    other,
  );
});
