import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedRandom } from "@naru/runtime/simulated";

import {
  Model,
  checkAfterCrash,
  checkLog,
  liveThrough,
  newDisk,
  openLog,
  untilCrash,
} from "./crash-rig.test.ts";

// Goal: whenever the machine goes off, nothing that was reported durable is missing or changed, and
// all that was built from the log agrees with it.
// Method: the same life again and again, each time ended some disk calls later; what is not synced
// may be lost, in several ways for each.
test("a crash at a disk call loses nothing that was synced", async () => {
  const calls = await callsOfAWholeLife();
  assert.ok(calls > 300, `the life is long enough: ${calls} calls`);
  // Every third call, here; `life.crash.slow.test.ts` takes them all.
  for (let call = 1; call <= calls; call += 3) {
    const disk = newDisk("life");
    await disk.syncFolder("/");
    const model = new Model();
    disk.crashAt(disk.callCount + call);
    await untilCrash(() => liveThrough(disk, model));
    for (const outcome of ["first"]) {
      const left = disk.crash(new SimulatedRandom(`${outcome} of ${call}`));
      await checkAfterCrash(left, model).catch((error: unknown) => {
        throw new Error(`crash at call ${call}, ${outcome} outcome`, { cause: error });
      });
    }
  }
});

async function callsOfAWholeLife(): Promise<number> {
  const disk = newDisk("life");
  const model = new Model();
  const before = disk.callCount;
  await liveThrough(disk, model);
  const calls = disk.callCount - before;
  await checkLog(await openLog(disk), model);
  return calls;
}
