import assert from "node:assert/strict";
import { test } from "node:test";

import { DiskError } from "@naru/runtime";

import { LogRig, marker } from "../log-rig.test.ts";
import { clean, compacted, latestValues, openCompacted, pairs, put } from "./cleaner-rig.test.ts";

async function aLog(): Promise<LogRig> {
  const rig = await openCompacted();
  for (let count = 0; count < 30; count += 1) {
    await put(rig, pairs([[`k${count % 4}`, `${count}`]]));
    if (count % 10 !== 5) continue;
    const options = { producerId: 1, isTransactional: true, baseSequence: Math.floor(count / 10) };
    await put(rig, pairs([["k0", "aborted"]], options));
    await put(rig, marker("ABORT", { producerId: 1 }), "coordinator");
  }
  await rig.log.sync();
  return rig;
}

// Goal: a full disk ends a pass and nothing else: the log is read as before, nothing is left of the
// pass, and the next one does its work. Only while names are changed is it as any other failure:
// the broker stops, and the next start puts in order what it finds.
// Method: each disk call of a pass fails with ENOSPC in turn.
test("a full disk at any call of a pass loses nothing", async () => {
  let ended = 0;
  for (let call = 1, isDone = false; !isDone; call += 1) {
    let rig = await aLog();
    const expected = await latestValues(rig);
    const before = rig.disk.callCount;
    const stop = rig.disk.failAt(before + call, "ENOSPC");
    const error: unknown = await clean(rig).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    isDone = rig.disk.callCount - before < call;
    stop();
    if (error !== undefined) {
      assert.ok(error instanceof DiskError);
      assert.equal(error.code, "ENOSPC");
      ended += 1;
    }
    if (rig.failures.length > 0) {
      await rig.log.close({ clean: false });
      const config = compacted;
      rig = await LogRig.open({ disk: rig.disk, clock: rig.clock, config, recoveryPoint: 36 });
      rig.log.updateHighWatermark(rig.log.logEndOffset);
    }
    assert.deepEqual(await latestValues(rig), expected, `call ${call}`);
    const names = rig.disk.list("/data/orders-0").map(({ name }) => name);
    assert.ok(!names.some((name) => /\.(cleaned|swap)/.test(name)), `${call}: ${names.join(" ")}`);
    assert.ok((await clean(rig)) !== undefined);
    assert.deepEqual(await latestValues(rig), expected, `call ${call}, then cleaned`);
  }
  assert.ok(ended > 20, `${ended} passes were ended`);
});
