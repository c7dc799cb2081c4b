import assert from "node:assert/strict";
import { test } from "node:test";

import type { Timer } from "@naru/runtime";
import type { SimulatedDisk } from "@naru/runtime/simulated";

import { FOLDER, LogRig, batch } from "./log-rig.test.ts";

const config = { segmentBytes: 250, indexIntervalBytes: 60 };

/** Four segments from offset 0, 3, 6 and 9 on, not closed cleanly. */
async function fourSegments(): Promise<{ disk: SimulatedDisk; bytes: Buffer; names: string[] }> {
  const rig = await LogRig.open({ config });
  for (let count = 0; count < 10; count += 1) await rig.append(batch());
  await rig.log.sync();
  assert.equal(rig.log.segmentCount, 4);
  return { disk: rig.disk, bytes: await rig.readAll(), names: namesIn(rig.disk) };
}

const namesIn = (disk: SimulatedDisk): string[] => disk.list(FOLDER).map(({ name }) => name);
const rename = (disk: SimulatedDisk, from: string, to: string): void =>
  disk.rename(`${FOLDER}/${from}`, `${FOLDER}/${to}`);

function put(disk: SimulatedDisk, name: string, bytes: Uint8Array): void {
  disk.open(`${FOLDER}/${name}`, { mode: "any" }).append([bytes]);
}

async function reopened(disk: SimulatedDisk): Promise<LogRig> {
  return await LogRig.open({ disk, config, recoveryPoint: 10 });
}

test("files on their way out, and what the cleaner had half written, are removed", async () => {
  const { disk, bytes, names } = await fourSegments();
  put(disk, "00000000000000000000.log.deleted", bytes);
  put(disk, "00000000000000000003.index.deleted", Buffer.alloc(8));
  put(disk, "00000000000000000003.log.cleaned", bytes);
  put(disk, "00000000000000000003.timeindex.cleaned", Buffer.alloc(12));
  // The cleaning was not complete, so what it had renamed from there on is not either.
  put(disk, "00000000000000000006.log.swap", bytes.subarray(0, 30));
  const rig = await reopened(disk);
  assert.deepEqual(await rig.readAll(), bytes);
  assert.deepEqual(namesIn(disk), names);
  assert.equal(rig.log.recovery.leftovers.length, 5);
});

test("a segment that the cleaner had completed takes the place of those it was made of", async () => {
  const { disk, bytes } = await fourSegments();
  // Offsets 0 to 5 in one segment: 0, 1 and 2 were cleaned away but for the first.
  const cleaned = Buffer.concat([
    bytes.subarray(0, bytes.length / 10),
    bytes.subarray((bytes.length / 10) * 3, (bytes.length / 10) * 6),
  ]);
  put(disk, "00000000000000000000.log.swap", cleaned);
  const rig = await reopened(disk);
  const offsets = (await rig.batches()).map(({ baseOffset }) => baseOffset);
  assert.deepEqual(offsets, [0, 3, 4, 5, 6, 7, 8, 9]);
  assert.ok(!namesIn(disk).includes("00000000000000000003.log"));
  assert.ok(!namesIn(disk).some((name) => name.endsWith(".swap")));
});

test("indexes without a log, and snapshots beyond the end, are removed", async () => {
  const { disk, bytes } = await fourSegments();
  put(disk, "00000000000000000500.index", Buffer.alloc(8));
  put(disk, "00000000000000000500.timeindex", Buffer.alloc(12));
  put(disk, "00000000000000000500.txnindex", Buffer.alloc(34));
  put(disk, "00000000000000000500.snapshot", Buffer.alloc(10));
  const rig = await reopened(disk);
  assert.deepEqual(await rig.readAll(), bytes);
  assert.deepEqual(
    namesIn(disk).filter((name) => name.includes("500")),
    [],
  );
});

test("a file that no one knows is left alone", async () => {
  const { disk } = await fourSegments();
  put(disk, "notes.txt", Buffer.from("do not delete"));
  await reopened(disk);
  assert.ok(namesIn(disk).includes("notes.txt"));
});

test("the oldest segments may be missing: the log begins with the first that is there", async () => {
  const { disk } = await fourSegments();
  rename(disk, "00000000000000000000.log", "00000000000000000000.log.deleted");
  const rig = await reopened(disk);
  assert.equal(rig.log.logStartOffset, 3);
});

test("a log that ends before its start offset is begun again there", async () => {
  const { disk } = await fourSegments();
  const rig = await LogRig.open({ disk, config, recoveryPoint: 10, logStartOffset: 50 });
  const { logStartOffset, logEndOffset, segmentCount } = rig.log;
  assert.deepEqual([logStartOffset, logEndOffset, segmentCount], [50, 50, 1]);
});

test("a folder of another topic is not opened", async () => {
  const { disk } = await fourSegments();
  const path = `${FOLDER}/partition.metadata`;
  disk.open(path, { mode: "any" }).truncate(0);
  put(disk, "partition.metadata", Buffer.from("version: 0\ntopic_id: AAAAAAAAAAAAAAAAAAAAAA"));
  await assert.rejects(
    reopened(disk),
    /topic id is AAAAAAAAAAAAAAAAAAAAAA, expected f5XKxW2bQMq5MayxYx2wnw/,
  );
});

test("a deleted log is out of the way at once and gone after a while", async () => {
  const rig = await LogRig.open();
  await rig.append(batch());
  await rig.log.delete();
  assert.equal(rig.disk.stat(FOLDER), undefined);
  const left = rig.disk.list("/data").map(({ name }) => name);
  assert.match(left.join(" "), /^orders-0\.[0-9a-f]{32}-delete$/);
  await rig.clock.advance(61_000);
  assert.deepEqual(rig.disk.list("/data"), []);
});

test("the files of a deleted log stay for the next start when who closes cancels that", async () => {
  const rig = await LogRig.open();
  const removals = new Set<Timer>();
  await rig.log.delete(removals);
  assert.equal(removals.size, 1);
  for (const timer of removals) timer.cancel();
  const calls = rig.disk.callCount;
  await rig.clock.advance(61_000);
  assert.equal(rig.disk.callCount, calls);

  const other = await LogRig.open();
  await other.log.delete(removals);
  await other.clock.advance(61_000);
  assert.equal(removals.size, 1, "a timer that went off is not kept");
});
