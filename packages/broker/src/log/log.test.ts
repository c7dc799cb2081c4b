import assert from "node:assert/strict";
import { test } from "node:test";

import { LogRig, batch } from "./log-rig.test.ts";

test("what was appended is read back with its offsets and its leader epoch", async () => {
  const rig = await LogRig.open();
  const first = await rig.append(batch({ records: 3 }), { leaderEpoch: 4 });
  const second = await rig.append(batch({ records: 2 }), { leaderEpoch: 5 });
  assert.deepEqual([first.firstOffset, first.lastOffset, first.outcome], [0, 2, "NONE"]);
  assert.deepEqual([second.firstOffset, second.lastOffset, second.outcome], [3, 4, "NONE"]);
  const batches = await rig.batches();
  assert.deepEqual(
    batches.map(({ baseOffset }) => baseOffset),
    [0, 3],
  );
  assert.deepEqual(
    batches.map(({ partitionLeaderEpoch }) => partitionLeaderEpoch),
    [4, 5],
  );
  assert.ok(batches.every(({ crcIsValid }) => crcIsValid));
});

test("staged bytes cannot be read before the end of the turn", async () => {
  const rig = await LogRig.open();
  rig.stage(batch());
  const { logEndOffset, writtenEndOffset } = rig.log;
  assert.deepEqual([logEndOffset, writtenEndOffset], [1, 0]);
  assert.equal((await rig.readAll()).length, 0);
  await rig.turn();
  assert.equal((await rig.batches()).length, 1);
});

test("all batches of a turn are written with one call", async () => {
  const rig = await LogRig.open();
  for (let count = 0; count < 20; count += 1) rig.stage(batch());
  const before = rig.disk.callCount;
  await rig.turn();
  assert.equal(rig.disk.callCount - before, 1);
  assert.equal(rig.log.writtenEndOffset, 20);
});

test("a clean stop and start keeps everything and verifies nothing", async () => {
  const rig = await LogRig.open({ config: { segmentBytes: 1000 } });
  for (let count = 0; count < 30; count += 1) await rig.append(batch({ records: 2 }));
  const before = await rig.readAll();
  await rig.log.close({ clean: true });
  const again = await LogRig.open({ disk: rig.disk, cleanShutdown: true, recoveryPoint: 60 });
  assert.equal(again.log.logEndOffset, 60);
  assert.equal(again.log.recovery.segmentsVerified, 0);
  assert.deepEqual(await again.readAll(), before);
});

test("an unclean start verifies from the recovery point on", async () => {
  const rig = await LogRig.open({ config: { segmentBytes: 1000 } });
  for (let count = 0; count < 30; count += 1) await rig.append(batch({ records: 2 }));
  const before = await rig.readAll();
  await rig.log.close({ clean: false });
  const again = await LogRig.open({ disk: rig.disk, recoveryPoint: 0 });
  assert.equal(again.log.logEndOffset, 60);
  assert.equal(again.log.recovery.bytesVerified, before.length);
  assert.equal(again.log.recovery.bytesTruncated, 0);
  assert.deepEqual(await again.readAll(), before);
});
