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
// Method: the same life again and again, each time ended one disk call later; what is not synced
// may be lost, in several ways for each.
test("a crash at any disk call loses nothing that was synced", async () => {
  const calls = await callsOfAWholeLife();
  assert.ok(calls > 300, `the life is long enough: ${calls} calls`);
  for (let call = 1; call <= calls; call += 1) {
    const disk = newDisk("life");
    await disk.syncFolder("/");
    const model = new Model();
    disk.crashAt(disk.callCount + call);
    await untilCrash(() => liveThrough(disk, model));
    for (const outcome of ["first", "second", "third", "fourth"]) {
      const left = disk.crash(new SimulatedRandom(`${outcome} of ${call}`));
      await checkAfterCrash(left, model).catch((error: unknown) => {
        throw new Error(`crash at call ${call}, ${outcome} outcome`, { cause: error });
      });
    }
  }
});

// Goal: recovery can be interrupted anywhere and begun again.
test("a crash at any disk call of a recovery is recovered from", async () => {
  const calls = await callsOfAWholeLife();
  for (let call = 7; call <= calls; call += 11) {
    const disk = newDisk("life");
    await disk.syncFolder("/");
    const model = new Model();
    disk.crashAt(disk.callCount + call);
    await untilCrash(() => liveThrough(disk, model));
    for (let second = 1; ; second += 1) {
      const left = disk.crash(new SimulatedRandom(`${call}`));
      left.crashAt(second);
      const isDone = await untilCrash(async () => {
        const rig = await openLog(left);
        // What is found at the end of a start counts as durable from then on.
        model.sawSynced(await rig.readAll());
      });
      await checkAfterCrash(left.crash(new SimulatedRandom(`${call}, ${second}`)), model).catch(
        (error: unknown) => {
          throw new Error(`crash at call ${call}, then at ${second} of the recovery`, {
            cause: error,
          });
        },
      );
      if (isDone) break;
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
