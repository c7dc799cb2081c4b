import assert from "node:assert/strict";
import { test } from "node:test";
import { simulate } from "./transaction-simulation-rig.test.ts";

const FIRST_SEED = 1_000;
const SEEDS = 400;

test(
  "transactions of several producers outlive many power losses",
  { timeout: 600_000 },
  async () => {
    let unknown = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
      const outcome = await simulate(seed).catch((error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error });
      });
      unknown += outcome.unknown;
    }
    assert.ok(unknown > SEEDS / 10, `${unknown} ends without an answer`);
  },
);
