import { test } from "node:test";
import { simulateGroup } from "./group-simulation-rig.test.ts";

const FIRST_SEED = 1_000;
const SEEDS = 300;

test("many groups keep their promises", { timeout: 900_000 }, async () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
    await simulateGroup(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
  }
});
