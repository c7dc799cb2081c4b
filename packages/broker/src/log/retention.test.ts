import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedClock } from "@naru/runtime/simulated";

import { FOLDER, LogRig, batch } from "./log-rig.test.ts";
import type { RigOptions } from "./log-rig.test.ts";

const HOUR_MS = 3_600_000;

/**
 * Ten segments of one batch each, an hour apart, all below the high watermark; the last one is
 * active.
 */
async function tenHours(config: RigOptions["config"] = {}): Promise<LogRig> {
  const clock = new SimulatedClock();
  const rig = await LogRig.open({
    clock,
    config: { segmentBytes: 150, retentionMs: -1, ...config },
  });
  for (let hour = 0; hour < 10; hour += 1) {
    await rig.append(batch({ timestamp: clock.nowMs(), valueBytes: 60 }));
    await clock.advance(HOUR_MS);
  }
  rig.log.updateHighWatermark(10);
  assert.equal(rig.log.segmentCount, 10);
  return rig;
}

const retain = (rig: LogRig): Promise<number> => rig.log.retain(rig.clock.nowMs());
const names = (rig: LogRig): string[] => rig.disk.list(FOLDER).map(({ name }) => name);

test("segments whose newest record is too old are deleted", async () => {
  const rig = await tenHours({ retentionMs: 4.5 * HOUR_MS });
  assert.equal(await retain(rig), 6);
  assert.equal(rig.log.logStartOffset, 6);
  assert.deepEqual(
    (await rig.batches()).map(({ baseOffset }) => baseOffset),
    [6, 7, 8, 9],
  );
  const read = await rig.log.read({
    startOffset: 5,
    maxOffset: 10,
    maxBytes: 100,
    minOneBatch: true,
  });
  assert.equal(read.error, "OFFSET_OUT_OF_RANGE");
});

test("when all is too old, an empty segment is left that begins where the log ended", async () => {
  const rig = await tenHours({ retentionMs: HOUR_MS });
  await rig.clock.advance(HOUR_MS * 10);
  assert.equal(await retain(rig), 10);
  const { logStartOffset, logEndOffset, segmentCount } = rig.log;
  assert.deepEqual([logStartOffset, logEndOffset, segmentCount], [10, 10, 1]);
  assert.equal(await retain(rig), 0);
  assert.equal((await rig.append(batch())).firstOffset, 10);
});

test("the oldest segments go while the log is larger than its limit", async () => {
  const rig = await tenHours();
  const one = rig.log.sizeBytes / 10;
  rig.log.updateConfig({ ...rig.log.config, retentionBytes: one * 6 + 1 });
  assert.equal(await retain(rig), 3);
  assert.equal(rig.log.sizeBytes, one * 7);
});

test("a log whose cleanup policy has no delete is never trimmed by time or size", async () => {
  const rig = await tenHours({ cleanupDelete: false, retentionMs: 1, retentionBytes: 1 });
  await rig.clock.advance(HOUR_MS * 24 * 365);
  assert.equal(await retain(rig), 0);
  rig.log.raiseLogStartOffset(3);
  assert.equal(await retain(rig), 3, "what DeleteRecords gave up goes all the same");
});

test("nothing above the high watermark is deleted", async () => {
  const clock = new SimulatedClock();
  const rig = await LogRig.open({ clock, config: { segmentBytes: 150, retentionMs: 1 } });
  for (let count = 0; count < 5; count += 1) await rig.append(batch({ valueBytes: 60 }));
  await clock.advance(HOUR_MS);
  rig.log.updateHighWatermark(2);
  assert.equal(await retain(rig), 2);
});

test("a record from the future keeps its segment and those behind it", async () => {
  const rig = await LogRig.open({
    config: { segmentBytes: 150, retentionMs: 1, messageTimestampAfterMaxMs: HOUR_MS * 1000 },
  });
  const future = rig.clock.nowMs() + HOUR_MS * 500;
  await rig.append(batch({ timestamp: future, valueBytes: 60 }));
  await rig.append(batch({ valueBytes: 60 }));
  await rig.clock.advance(HOUR_MS);
  rig.log.updateHighWatermark(2);
  assert.equal(await retain(rig), 0);
});

test("records without a timestamp count from the last write of their file", async () => {
  const clock = new SimulatedClock();
  const { SimulatedDisk } = await import("@naru/runtime/simulated");
  const rig = await LogRig.open({
    clock,
    disk: new SimulatedDisk({ clock }),
    config: { retentionMs: HOUR_MS },
  });
  await rig.append(batch({ timestamp: -1 }));
  rig.log.updateHighWatermark(1);
  assert.equal(await retain(rig), 0);
  await clock.advance(HOUR_MS * 2);
  assert.equal(await retain(rig), 1);
});

test("deleted segments are renamed at once and removed after file.delete.delay.ms", async () => {
  const rig = await tenHours({ retentionMs: 4.5 * HOUR_MS, fileDeleteDelayMs: 60_000 });
  await retain(rig);
  const isDeleted = (name: string): boolean => name.endsWith(".deleted");
  assert.equal(names(rig).filter(isDeleted).length, 18);
  assert.ok(!names(rig).includes("00000000000000000005.log"));
  await rig.clock.advance(59_000);
  assert.equal(names(rig).filter(isDeleted).length, 18);
  await rig.clock.advance(2000);
  assert.equal(names(rig).filter(isDeleted).length, 0);
});

test("a reader that was given a segment's bytes keeps them while the segment goes", async () => {
  const rig = await tenHours({ retentionMs: HOUR_MS, fileDeleteDelayMs: 0 });
  const read = await rig.log.read({
    startOffset: 0,
    maxOffset: 10,
    maxBytes: 1000,
    minOneBatch: true,
  });
  const before = Buffer.concat(read.chunks);
  await retain(rig);
  await rig.clock.advance(1);
  assert.deepEqual(Buffer.concat(read.chunks), before);
  read.release();
});

test("producer snapshots go with their segments, but the newest stays", async () => {
  const rig = await tenHours({ retentionMs: 4.5 * HOUR_MS });
  await retain(rig);
  const snapshots = names(rig).filter((name) => name.endsWith(".snapshot"));
  assert.deepEqual(
    snapshots.map((name) => Number.parseInt(name, 10)),
    [6, 7, 8, 9],
  );
});

test("epochs below the log start are forgotten, the one that holds it begins there", async () => {
  const rig = await LogRig.open();
  for (let epoch = 0; epoch < 5; epoch += 1)
    await rig.append(batch({ records: 4 }), { leaderEpoch: epoch });
  rig.log.updateHighWatermark(20);
  rig.log.raiseLogStartOffset(10);
  assert.deepEqual(rig.log.endOffsetForEpoch(1), { epoch: 1, endOffset: 10 });
  assert.deepEqual(rig.log.endOffsetForEpoch(2), { epoch: 2, endOffset: 12 });
});
