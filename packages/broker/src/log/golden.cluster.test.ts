// Partition folders that Apache Kafka 4.3.1 wrote (conformance/golden-folders/make.sh), on a
// simulated disk.
import assert from "node:assert/strict";
import { test } from "node:test";

import { readRecords } from "@naru/protocol";
import { nodeRuntime } from "@naru/runtime/node";
import { SimulatedClock, SimulatedDisk } from "@naru/runtime/simulated";

import { FOLDER, LogRig } from "./log-rig.test.ts";
import type { RigOptions } from "./log-rig.test.ts";
import { readTopicId } from "./partition-metadata.ts";

const YEAR_MS = 31_536_000_000;
const golden = `${import.meta.dirname}/testdata/golden`;
const real = nodeRuntime().disk;

/** A copy of a golden folder, and its files as Kafka left them. */
function copyOf(
  name: string,
  clock: SimulatedClock,
): { disk: SimulatedDisk; files: Map<string, Buffer> } {
  const disk = new SimulatedDisk({ clock });
  const files = new Map<string, Buffer>();
  disk.makeFolder(FOLDER);
  for (const entry of real.list(`${golden}/${name}`)) {
    const bytes = Buffer.from(real.readWhole(`${golden}/${name}/${entry.name}`, 100_000));
    files.set(entry.name, bytes);
    disk.open(`${FOLDER}/${entry.name}`, { mode: "new" }).append([bytes]);
  }
  return { disk, files };
}

async function open(
  name: string,
  options: RigOptions & { without?: RegExp } = {},
): Promise<LogRig & { files: Map<string, Buffer> }> {
  // The records are from when the folder was made: the clock must not be before that.
  const clock = new SimulatedClock({ startMs: 1_798_000_000_000 });
  const { disk, files } = copyOf(name, clock);
  for (const file of files.keys()) {
    if (options.without?.test(file) === true) await disk.unlink(`${FOLDER}/${file}`);
  }
  const topicId = readTopicId(disk, FOLDER)!;
  const rig = await LogRig.open({ cleanShutdown: true, ...options, disk, clock, topicId });
  rig.log.updateHighWatermark(rig.log.logEndOffset);
  return Object.assign(rig, { files });
}

test("every record of Kafka's folder is read back, in every codec", async () => {
  const rig = await open("clicks-0");
  assert.equal(rig.log.segmentCount, 5);
  assert.equal(rig.log.recovery.segmentsVerified, 0);
  const batches = await rig.batches();
  const codecs = new Set(batches.map(({ compressionType }) => compressionType));
  assert.deepEqual([...codecs], ["none", "gzip", "snappy", "lz4", "zstd"]);
  const records = batches.flatMap((each) => readRecords(each));
  assert.equal(records.length, 150);
  for (const [offset, record] of records.entries()) {
    assert.equal(record.offset, offset);
    assert.equal(String(record.key), `k${(offset % 30) + 1}`);
    assert.equal(String(record.value), `round ${Math.floor(offset / 30) + 1} of clicks`);
    assert.equal((await rig.log.offsetForTimestamp(record.timestamp))?.timestamp, record.timestamp);
  }
});

test("indexes that we build from Kafka's log are Kafka's own, byte for byte", async () => {
  const rig = await open("clicks-0", {
    config: { indexIntervalBytes: 256 },
    cleanShutdown: false,
    without: /index$|snapshot$|leader-epoch/,
  });
  assert.equal(rig.log.recovery.segmentsVerified, 5);
  await rig.log.close({ clean: true });
  for (const [name, bytes] of rig.files) {
    if (name.endsWith(".snapshot") && !name.includes("150")) continue;
    assert.deepEqual(Buffer.from(rig.disk.readWhole(`${FOLDER}/${name}`, 100_000)), bytes, name);
  }
});

test("Kafka's transactions are known: from its snapshots, and from the log alone", async () => {
  const fromSnapshot = await open("paid-0");
  const fromLog = await open("paid-0", { cleanShutdown: false, without: /snapshot$/ });
  assert.ok(fromSnapshot.log.producers().length > 0);
  assert.deepEqual(fromLog.log.producers(), fromSnapshot.log.producers());
  assert.equal(fromLog.log.lastStableOffset, fromLog.log.logEndOffset);
});

test("a producer that Kafka knew goes on where it was", async () => {
  const rig = await open("clicks-0");
  for (const producer of rig.log.producers()) assert.equal(producer.lastSequence, 29 % 30);
});

test("time passes: a topic with delete is trimmed, a compacted one is never", async () => {
  const clicks = await open("clicks-0", { config: { retentionMs: 604_800_000 } });
  const prices = await open("prices-0", {
    config: {
      retentionMs: 604_800_000,
      retentionBytes: 1,
      cleanupDelete: false,
      cleanupCompact: true,
    },
  });
  for (const rig of [clicks, prices]) {
    await rig.clock.advance(YEAR_MS);
    await rig.log.retain(rig.clock.nowMs());
    await rig.clock.advance(120_000);
  }
  assert.deepEqual([clicks.log.logStartOffset, clicks.log.sizeBytes], [150, 0]);
  assert.equal(prices.log.logStartOffset, 0);
  const left = (await prices.batches()).flatMap((each) => readRecords(each));
  assert.equal(left.length, 150);
});
