import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedClock } from "@naru/runtime/simulated";

import { WriteTurn } from "./log.ts";
import { LogRig, batch } from "./log-rig.test.ts";

test("what is appended to a log while another one of the turn tells is written before it is told", async () => {
  const clock = new SimulatedClock();
  const turn = new WriteTurn(clock);
  const first = await LogRig.open({ clock, turn });
  const second = await LogRig.open({ clock, turn, folder: "/data/payments-0" });
  const told: [string, number][] = [];
  const append = (): void => {
    second.stage(batch(), {}, (outcome) => told.push([outcome, second.log.writtenEndOffset]));
  };
  first.stage(batch(), {}, append);
  append();
  await clock.settle();
  assert.deepEqual(told, [
    ["NONE", 1],
    ["NONE", 2],
  ]);
});
