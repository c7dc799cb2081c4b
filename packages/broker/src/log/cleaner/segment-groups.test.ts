import assert from "node:assert/strict";
import { test } from "node:test";

import type { Segment } from "../segment.ts";
import { groupSegments } from "./segment-groups.ts";

/** What a group is made by. */
function segment(baseOffset: number, sizeBytes: number, indexBytes = 8): Segment {
  const index = { file: { bytes: indexBytes } };
  return { baseOffset, sizeBytes, offsetIndex: index, timeIndex: index } as unknown as Segment;
}

const limits = { segmentBytes: 100, indexBytes: 1_000, endOffset: 10_000_000_000 };
const bases = (groups: Segment[][]): number[][] =>
  groups.map((group) => group.map(({ baseOffset }) => baseOffset));

test("segments are put together while they fit into one", () => {
  const list = [segment(0, 40), segment(10, 60), segment(20, 1), segment(30, 100), segment(40, 0)];
  const groups = groupSegments(list, { ...limits, endOffset: 50 });
  assert.deepEqual(bases(groups), [[0, 10], [20], [30, 40]]);
});

test("also by what their indexes may hold", () => {
  const list = [segment(0, 1, 600), segment(10, 1, 400), segment(20, 1, 1)];
  assert.deepEqual(bases(groupSegments(list, { ...limits, endOffset: 30 })), [[0, 10], [20]]);
});

test("offsets that lie 2^31 apart do not go into one segment; empty ones do", () => {
  const far = 2 ** 31;
  const list = [segment(0, 1), segment(10, 1), segment(far, 1), segment(far * 2, 0)];
  // The second one may have an offset just before the third.
  assert.deepEqual(bases(groupSegments(list, limits)), [
    [0, 10],
    [far, far * 2],
  ]);
  const later = [segment(0, 1), segment(10, 1), segment(far + 1, 1)];
  assert.deepEqual(bases(groupSegments(later, limits)), [[0], [10], [far + 1]]);
});
