import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedRandom } from "@naru/runtime/simulated";
import type { SimulatedDisk } from "@naru/runtime/simulated";

import { Model, checkAfterCrash, newDisk, openLog, untilCrash } from "./crash-rig.test.ts";
import { LogRig, batch } from "./log-rig.test.ts";

// Several segments that go at once must go in order: a crash in between may leave some of them, but
// never a hole between two that are left.
for (const [name, change] of [
  ["deleting the oldest segments", deleteOldest],
  ["truncating over several segments", truncateOverSeveral],
] as const) {
  test(`a crash while ${name} leaves no hole`, async () => {
    for (let call = 1; ; call += 1) {
      const disk = newDisk("hole");
      const model = new Model();
      const rig = await fillSegments(disk, model);
      disk.crashAt(disk.callCount + call);
      const isDone = await untilCrash(() => change(rig, model));
      for (let outcome = 0; outcome < 3; outcome += 1) {
        await checkAfterCrash(disk.crash(new SimulatedRandom(`${call} ${outcome}`)), model);
      }
      if (isDone) break;
    }
  });
}

// A killed process leaves what it wrote in the page cache; power may fail after the next start.
test("what a start finds after a kill is durable once it is open", async () => {
  const disk = newDisk("kill");
  await disk.syncFolder("/");
  const model = new Model();
  const killed = await openLog(disk);
  for (let count = 0; count < 20; count += 1) {
    killed.stage(batch({ valueBytes: 100 }));
    await killed.turn();
  }
  const again = await openLog(disk);
  assert.equal(again.log.syncedEndOffset, 20);
  model.wrote(await again.readAll());
  model.sawSynced(await again.readAll());
  for (let outcome = 0; outcome < 10; outcome += 1) {
    await checkAfterCrash(disk.crash(new SimulatedRandom(`${outcome}`)), model);
  }
});

async function fillSegments(disk: SimulatedDisk, model: Model): Promise<LogRig> {
  await disk.syncFolder("/");
  const rig = await openLog(disk);
  for (let count = 0; count < 30; count += 1) {
    rig.stage(batch({ valueBytes: 60 }));
    await rig.turn();
  }
  await rig.log.sync();
  rig.log.updateHighWatermark(30);
  assert.ok(rig.log.segmentCount > 6);
  model.wrote(await rig.readAll());
  model.sawSynced(await rig.readAll());
  return rig;
}

async function deleteOldest({ log, clock }: LogRig, model: Model): Promise<void> {
  model.floor = 25;
  log.raiseLogStartOffset(25);
  await log.retain(clock.nowMs());
  await clock.advance(20);
}

async function truncateOverSeveral({ log }: LogRig, model: Model): Promise<void> {
  model.truncating(8);
  await log.truncateTo(8);
  model.truncated(8);
}
