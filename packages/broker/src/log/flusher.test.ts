import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedClock, SimulatedDisk, SimulatedRandom } from "@naru/runtime/simulated";

import { LogRig, batch } from "./log-rig.test.ts";
import type { RigOptions } from "./log-rig.test.ts";

/** A disk whose syncs take time, and what it was asked to sync. */
async function slowDisk(
  config: RigOptions["config"] = {},
): Promise<{ rig: LogRig; syncs: string[] }> {
  const clock = new SimulatedClock();
  const disk = new SimulatedDisk({ clock, latencyMsMax: 10, random: new SimulatedRandom("slow") });
  const rig = await clock.run(LogRig.open({ clock, disk, config }));
  const syncs: string[] = [];
  disk.failAt(({ kind, path }) => {
    if (kind === "sync" && !path.endsWith(".tmp")) syncs.push(path.split("/").at(-1)!);
    return false;
  }, "EIO");
  return { rig, syncs };
}

const LOG_FILE = "00000000000000000000.log";

test("no one is told of a sync before it is done, and only of what it covers", async () => {
  const { rig } = await slowDisk();
  const told: number[] = [];
  rig.stage(batch());
  await rig.turn();
  rig.log.syncSoon((offset) => told.push(offset));
  rig.stage(batch());
  await rig.turn();
  assert.deepEqual([told, rig.log.syncedEndOffset], [[], 0]);
  await rig.clock.advance(20);
  assert.deepEqual([told, rig.log.syncedEndOffset], [[1], 1]);
});

test("one sync is under way, and the next covers all who came meanwhile", async () => {
  const { rig, syncs } = await slowDisk();
  const told: number[] = [];
  for (let count = 0; count < 50; count += 1) {
    rig.stage(batch());
    await rig.turn();
    rig.log.syncSoon((offset) => told.push(offset));
  }
  await rig.clock.advance(100);
  assert.deepEqual(syncs, [LOG_FILE, LOG_FILE]);
  assert.deepEqual(told, [1, ...Array.from({ length: 49 }, () => 50)]);
});

test("who asks while the sync that covers it is under way needs no other", async () => {
  const { rig, syncs } = await slowDisk();
  rig.stage(batch());
  await rig.turn();
  let told = 0;
  for (let count = 0; count < 5; count += 1) rig.log.syncSoon(() => void (told += 1));
  await rig.clock.advance(100);
  assert.deepEqual([told, syncs.length], [5, 1]);
});

test("a sealed segment and its indexes go down before what was written behind them", async () => {
  const { rig, syncs } = await slowDisk({ segmentBytes: 200 });
  for (let count = 0; count < 4; count += 1) {
    rig.stage(batch({ valueBytes: 50 }));
    await rig.turn();
  }
  assert.equal(await rig.clock.run(rig.log.sync()), 4);
  const logs = syncs.filter((name) => name.endsWith(".log"));
  assert.deepEqual(logs, logs.toSorted());
  assert.ok(logs.length > 2);
  assert.ok(syncs.includes("00000000000000000000.index"));
  assert.equal(rig.log.recoveryPoint, 4);
});

test("the recovery point does not pass an epoch that is not written down", async () => {
  const { rig } = await slowDisk();
  const stop = rig.disk.failAt(
    ({ kind, path }) => kind === "append" && path.includes("epoch"),
    "ENOSPC",
  );
  rig.stage(batch(), { leaderEpoch: 7 });
  await rig.turn();
  await rig.clock.run(rig.log.sync());
  assert.deepEqual([rig.log.syncedEndOffset, rig.log.recoveryPoint], [1, 0]);
  stop();
  await rig.clock.run(rig.log.sync());
  await rig.clock.advance(100);
  assert.equal(rig.log.recoveryPoint, 1);
});

test("flush.messages syncs after so many records, flush.ms after so long", async () => {
  const byCount = await slowDisk({ flushMessages: 3 });
  for (let count = 0; count < 2; count += 1) byCount.rig.stage(batch());
  await byCount.rig.clock.advance(100);
  assert.equal(byCount.rig.log.syncedEndOffset, 0);
  byCount.rig.stage(batch());
  await byCount.rig.clock.advance(100);
  assert.equal(byCount.rig.log.syncedEndOffset, 3);

  const byTime = await slowDisk({ flushMs: 1000 });
  byTime.rig.stage(batch());
  await byTime.rig.clock.advance(900);
  byTime.rig.log.maintain();
  await byTime.rig.clock.advance(50);
  assert.equal(byTime.rig.log.syncedEndOffset, 0);
  await byTime.rig.clock.advance(100);
  byTime.rig.log.maintain();
  await byTime.rig.clock.advance(50);
  assert.equal(byTime.rig.log.syncedEndOffset, 1);
});

test("a truncation during a sync does not leave the log synced beyond its end", async () => {
  const { rig } = await slowDisk();
  for (let count = 0; count < 6; count += 1) rig.stage(batch());
  await rig.turn();
  let told = -1;
  rig.log.syncSoon((offset) => {
    told = offset;
  });
  const truncated = rig.log.truncateTo(2);
  await rig.clock.run(truncated);
  await rig.clock.advance(100);
  assert.equal(told, 2);
  assert.deepEqual([rig.log.syncedEndOffset, rig.log.recoveryPoint], [2, 2]);
});

test("a log that is deleted while it syncs and writes an epoch stops no broker", async () => {
  const { rig } = await slowDisk({ segmentBytes: 200 });
  for (let count = 0; count < 4; count += 1) rig.stage(batch({ valueBytes: 50 }));
  await rig.turn();
  rig.log.assignEpochStart(5, 4);
  rig.log.syncSoon(() => {});
  rig.log.syncSoon(() => {});
  const waiting = assert.rejects(rig.log.sync(), { code: "CLOSED" });
  await rig.clock.run(rig.log.delete());
  await waiting;
  await rig.clock.advance(100_000);
  assert.deepEqual(rig.failures, []);
  assert.deepEqual(rig.disk.list("/data"), []);
});

test("segments that are deleted while they wait for their sync stop no broker", async () => {
  const { rig } = await slowDisk({ segmentBytes: 200, retentionMs: 1, fileDeleteDelayMs: 0 });
  for (let count = 0; count < 8; count += 1) rig.stage(batch({ valueBytes: 50 }));
  await rig.turn();
  rig.log.updateHighWatermark(8);
  await rig.clock.advance(1000);
  const synced = rig.log.sync();
  const retained = rig.log.retain(rig.clock.nowMs());
  await rig.clock.run(Promise.all([synced, retained]));
  await rig.clock.advance(100_000);
  assert.equal(rig.log.segmentCount, 1);
  assert.deepEqual(rig.failures, []);
});

test("a log that is closed in the turn of an append is asked for nothing it cannot do", async () => {
  for (const clean of [true, false]) {
    const { rig } = await slowDisk({ flushMessages: 1 });
    const told: string[] = [];
    rig.stage(batch(), {}, (outcome) => {
      told.push(outcome);
      rig.log.syncSoon(() => told.push("synced"));
    });
    await rig.clock.run(rig.log.close({ clean }));
    await rig.clock.advance(1000);
    rig.log.maintain();
    rig.log.roll();
    assert.equal(await rig.log.retain(rig.clock.nowMs()), 0);
    await assert.rejects(rig.log.sync(), { code: "CLOSED" });
    assert.equal(told[0], "NONE");
    assert.deepEqual(rig.failures, []);
  }
});

test("a callback that throws ends the log's service, and holds up nobody", async () => {
  const { rig } = await slowDisk();
  const told: number[] = [];
  rig.stage(batch());
  await rig.turn();
  rig.log.syncSoon(() => {
    throw new Error("a bug");
  });
  rig.log.syncSoon((offset) => told.push(offset));
  await rig.clock.advance(100);
  assert.deepEqual(told, [1]);
  assert.equal(rig.failures.length, 1);
  assert.match(rig.failures[0]!.message, /a bug/);
  // The next sync is not held up, either.
  rig.log.syncSoon((offset) => told.push(offset));
  await rig.clock.advance(100);
  assert.deepEqual(told, [1, 1]);
});
