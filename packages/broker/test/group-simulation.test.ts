import assert from "node:assert/strict";
import { test } from "node:test";
import { simulateGroup } from "./group-simulation-rig.test.ts";

const SEEDS = 5;

// Goal: no partition has two owners at once, as its owners see it; everything that was written is
// read; nobody's epoch goes back, nor any committed offset; and in the end all is divided.
// Method: seeds; each is a group of both protocols, whose members and topics come and go while its
// broker stops and crashes, and then a calm end.
test("a group keeps its promises through crashes and changes", { timeout: 60_000 }, async () => {
  const sums = { crashes: 0, claims: 0, members: 0, consumed: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const outcome = await simulateGroup(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += outcome[key];
  }
  assert.ok(sums.crashes > SEEDS && sums.members > 5 * SEEDS, JSON.stringify(sums));
  assert.ok(sums.consumed > 20 * SEEDS && sums.claims > 100 * SEEDS, JSON.stringify(sums));
});
