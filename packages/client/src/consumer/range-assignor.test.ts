import assert from "node:assert/strict";
import { test } from "node:test";
import { assignRanges } from "./range-assignor.ts";

test("each topic is divided by member id, the first ones get what is over", () => {
  const subscriptions = [
    { memberId: "b", topics: ["orders", "quiet"] },
    { memberId: "a", topics: ["orders"] },
    { memberId: "c", topics: ["orders"] },
  ];
  const counts = new Map([
    ["orders", 5],
    ["quiet", 1],
  ]);
  const assigned = assignRanges(subscriptions, counts);
  assert.deepEqual(assigned.get("a"), [{ topic: "orders", partitions: [0, 1] }]);
  assert.deepEqual(assigned.get("b"), [
    { topic: "orders", partitions: [2, 3] },
    { topic: "quiet", partitions: [0] },
  ]);
  assert.deepEqual(assigned.get("c"), [{ topic: "orders", partitions: [4] }]);
});

test("members without a partition get none", () => {
  const subscriptions = ["a", "b"].map((memberId) => ({ memberId, topics: ["orders"] }));
  const assigned = assignRanges(subscriptions, new Map([["orders", 1]]));
  assert.deepEqual(assigned.get("b"), []);
});
