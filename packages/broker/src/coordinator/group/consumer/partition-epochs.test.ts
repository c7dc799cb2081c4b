import assert from "node:assert/strict";
import { test } from "node:test";
import type { OwnedPartitions } from "./owned-partitions.ts";
import { PartitionEpochs } from "./partition-epochs.ts";

const owned: OwnedPartitions = new Map([["t", new Map([[0, 1]])]]);

test("a partition is held until who holds it lets it go", () => {
  const epochs = new PartitionEpochs();
  epochs.add(owned, 3);
  assert.ok(epochs.isHeld("t", 0));
  assert.ok(!epochs.isHeld("t", 1));
  epochs.remove(owned, 3);
  assert.ok(!epochs.isHeld("t", 0));
});

test("what another member holds since a later epoch stays held", () => {
  const epochs = new PartitionEpochs();
  epochs.add(owned, 3);
  epochs.add(owned, 5);
  epochs.remove(owned, 3);
  assert.ok(epochs.isHeld("t", 0));
  epochs.add(owned, 4);
  epochs.remove(owned, 4);
  assert.ok(epochs.isHeld("t", 0), "the newest owner counts");
});
