import assert from "node:assert/strict";
import { test } from "node:test";
import { crashAt } from "./crash-runs.ts";

const OUTCOMES = 4;
/** The second crash: somewhere in the start that recovers from the first one. */
const CRASHES_AGAIN = [9, 25, 40, 55, 70, 90, 115];

test("every answer outlives a power loss at any disk call", { timeout: 600_000 }, async () => {
  let crashes = 0;
  for (let call = 1; ; call += 1) {
    if ((await crashAt(call, { outcomes: OUTCOMES })) === "lived on") break;
    crashes += 1;
  }
  assert.ok(crashes > 700, `${crashes} crashes`);
});

test(
  "a second power loss while the first is recovered loses nothing",
  { timeout: 600_000 },
  async () => {
    for (let call = 60, turn = 0; ; call += 5, turn += 1) {
      const crashAgainAt = CRASHES_AGAIN[turn % CRASHES_AGAIN.length]!;
      if ((await crashAt(call, { outcomes: 2, crashAgainAt })) === "lived on") break;
    }
  },
);
