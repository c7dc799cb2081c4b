import assert from "node:assert/strict";
import { test } from "node:test";
import { simulate } from "./transaction-simulation-rig.test.ts";

const SEEDS = 12;

// Goal: with several producers, a reader and groups, each transaction is there whole or not at all,
// is seen once it is committed and never before, and its offset goes with its records.
// Method: seeds; each is three lives that a power loss ends somewhere, and a last look.
test("transactions of several producers outlive power losses", { timeout: 120_000 }, async () => {
  const sums = { crashes: 0, committed: 0, aborted: 0, unknown: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const outcome = await simulate(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += outcome[key];
  }
  assert.ok(sums.crashes > SEEDS, JSON.stringify(sums));
  assert.ok(sums.committed > SEEDS && sums.aborted > SEEDS, JSON.stringify(sums));
});
