import assert from "node:assert/strict";
import { test } from "node:test";
import { type Assignor, divisionFault } from "./division.ts";

function fault(assignor: Assignor, ...owned: number[][]): string | undefined {
  const division = new Map(owned.map((partitions, index) => [`m${index}`, partitions]));
  return divisionFault(division, assignor, 5);
}

test("a partition without an owner, or with two, is a fault", () => {
  assert.match(fault("uniform", [0, 1, 2], [3])!, /partition 4 is owned by \[\]/);
  assert.match(fault("uniform", [0, 1, 2], [2, 3, 4])!, /partition 2 is owned by \[m0, m1\]/);
});

test("no member has two more than another", () => {
  assert.match(fault("uniform", [0, 1, 2, 3], [4])!, /uneven: 4, 1/);
  assert.equal(fault("uniform", [4, 1, 2], [0, 3]), undefined);
});

test("range gives runs, the longer ones first", () => {
  assert.equal(fault("range", [3, 4], [0, 1, 2]), undefined);
  assert.match(fault("range", [0, 1, 3], [2, 4])!, /not one run each/);
  assert.match(fault("range", [0, 1], [2, 3, 4])!, /the longer runs are not the first/);
});

test("round robin deals them out", () => {
  assert.equal(fault("roundrobin", [1, 3], [0, 2, 4]), undefined);
  assert.match(fault("roundrobin", [0, 1, 2], [3, 4])!, /partition 3 is not of the member of 1/);
});
