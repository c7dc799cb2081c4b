import assert from "node:assert/strict";
import { test } from "node:test";

import type { Logger } from "@naru/runtime";

import type { LogRig } from "../log-rig.test.ts";
import { clean, describeLog, latestValues, openCompacted, pairs, put } from "./cleaner-rig.test.ts";
import type { Pair } from "./cleaner-rig.test.ts";
import { LogCleaner } from "./log-cleaner.ts";
import type { CleanerConfig, NamedLog } from "./log-cleaner.ts";

const config: CleanerConfig = {
  enable: true,
  threads: 1,
  dedupeBufferBytes: 1_048_576,
  loadFactor: 0.9,
  ioBufferBytes: 1_000,
  ioBytesPerSecond: Number.MAX_VALUE,
};

const isDue = ({ log, clock }: LogRig): boolean => log.cleanable(clock.nowMs()).isDue;

/** As many records of one key, each in a segment of its own but for the active one. */
async function fill(rig: LogRig, count: number, key = "k"): Promise<void> {
  for (let round = 0; round < count; round += 1) {
    const record: Pair = [key, `${round}`];
    await put(rig, pairs([record], { timestamp: rig.clock.nowMs() }));
    rig.log.roll();
  }
}

function collecting(lines: string[]): Logger {
  const add = (line: string): void => void lines.push(line);
  return { error: add, warn: add, info: add, debug: add };
}

function cleanerOf(rigs: Record<string, LogRig>, changes: Partial<CleanerConfig> = {}) {
  const lines: string[] = [];
  const order: string[] = [];
  const [{ clock }] = Object.values(rigs) as [LogRig];
  const logs = Object.entries(rigs).map(([name, { log }]): NamedLog => ({ name, log }));
  const cleaner = new LogCleaner({
    clock,
    logger: collecting(lines),
    config: () => ({ ...config, ...changes }),
    logs: () => logs,
    checkpointRecoveryPoints: async () => {},
    checkpointCleanedOffsets: async () => {
      order.push("checkpoint");
    },
  });
  return { cleaner, lines, order, run: () => clock.run(cleaner.run()) };
}

test("a log is due when more of it is dirty than min.cleanable.dirty.ratio", async () => {
  const rig = await openCompacted({ config: { minCleanableDirtyRatio: 0.5 } });
  await fill(rig, 4);
  assert.ok(isDue(rig), "all of it is dirty at first");
  await clean(rig);
  assert.ok(!isDue(rig));
  // What was cleaned is a record of the same size: two more are two thirds.
  await fill(rig, 1);
  assert.ok(!isDue(rig), "half is not more than half");
  await fill(rig, 1);
  assert.ok(isDue(rig));
});

test("no record is cleaned before min.compaction.lag.ms", async () => {
  const rig = await openCompacted({ config: { minCompactionLagMs: 10_000 } });
  await fill(rig, 2);
  await rig.clock.advance(6_000);
  await fill(rig, 2);
  assert.ok(!isDue(rig));
  await rig.clock.advance(4_000);
  assert.equal(rig.log.cleanable(rig.clock.nowMs()).endOffset, 2);
  await clean(rig);
  assert.deepEqual(await describeLog(rig), ["1-1 k=1", "2-2 k=0", "3-3 k=1"]);
  await rig.clock.advance(6_000);
  await clean(rig);
  assert.deepEqual(await describeLog(rig), ["3-3 k=1"]);
});

test("a record that is dirty for max.compaction.lag.ms makes its log due", async () => {
  const lag = { minCleanableDirtyRatio: 0.9, maxCompactionLagMs: 60_000 };
  const rig = await openCompacted({ config: lag });
  await fill(rig, 8, "a");
  await fill(rig, 8, "b");
  await clean(rig);
  await fill(rig, 1);
  assert.ok(!isDue(rig));
  await rig.clock.advance(60_001);
  assert.ok(isDue(rig));
});

test("a tombstone stays for delete.retention.ms after the first pass that saw it", async () => {
  const rig = await openCompacted({ config: { deleteRetentionMs: 5_000 } });
  await put(rig, pairs([["gone", "v"]]));
  await put(rig, pairs([["gone", null]]));
  rig.log.roll();
  await rig.clock.advance(100_000);
  await clean(rig);
  assert.deepEqual(await describeLog(rig), ["1-1 horizon gone=null"]);
  const horizonMs = (await rig.batches())[0]?.deleteHorizonMs ?? 0;
  assert.ok(horizonMs >= rig.clock.nowMs() + 4_000, `${horizonMs}`);
  await fill(rig, 1);
  await rig.clock.advance(4_000);
  await clean(rig);
  assert.equal((await describeLog(rig))[0], "1-1 horizon gone=null");
  await fill(rig, 1);
  await rig.clock.advance(1_100);
  await clean(rig);
  assert.deepEqual(await describeLog(rig), ["3-3 k=0"]);
});

test("the dirtiest log comes first, and what was done is told and written down", async () => {
  const half = await openCompacted();
  await fill(half, 3);
  await clean(half);
  await fill(half, 1);
  const whole = await openCompacted({
    disk: half.disk,
    clock: half.clock,
    folder: "/data/orders-1",
  });
  await fill(whole, 5);
  const { lines, order, run } = cleanerOf({ half, whole });
  await run();
  assert.deepEqual(order, ["checkpoint", "checkpoint"]);
  assert.match(lines[0]!, /^whole: cleaned from offset 0 to 5 .* 1 of 5 records stay/);
  assert.match(lines[1]!, /^half: cleaned from offset 3 to 4/);
  await run();
  assert.equal(lines.length, 2, "nothing is due any more");
});

test("a map that is too small for all keys takes more passes", async () => {
  const rig = await openCompacted();
  for (let round = 0; round < 3; round += 1) {
    for (let key = 0; key < 20; key += 1) await fill(rig, 1, `k${key}`);
  }
  const { lines, run } = cleanerOf({ rig }, { dedupeBufferBytes: 24 * 12 });
  await run();
  assert.ok(lines.length > 3, lines.join("\n"));
  assert.equal((await rig.batches()).length, 20);
  assert.equal((await latestValues(rig)).size, 20);
});

test("a log with a batch that is damaged is told of once and left as it is", async () => {
  const rig = await openCompacted();
  await fill(rig, 3);
  await rig.log.sync();
  const file = rig.disk.open("/data/orders-0/00000000000000000001.log", { mode: "existing" });
  file.writeAt(Uint8Array.of(0xff), 66);
  const { lines, run } = cleanerOf({ rig });
  await run();
  await run();
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /rig: The record batch at offset 1 is damaged.* not cleaned until/);
  assert.equal(rig.log.cleanedOffset, undefined);
  assert.ok(!rig.disk.list("/data/orders-0").some(({ name }) => name.endsWith(".cleaned")));
  assert.deepEqual(rig.failures, []);
});

test("a pass is as slow as log.cleaner.io.max.bytes.per.second asks", async () => {
  const rig = await openCompacted({ config: { segmentBytes: 10_000 } });
  for (let count = 0; count < 100; count += 1)
    await put(rig, pairs([[`k${count}`, "v".repeat(100)]]));
  rig.log.roll();
  const { sizeBytes } = rig.log;
  const startedMs = rig.clock.monotonicMs();
  await cleanerOf({ rig }, { ioBytesPerSecond: 1_000 }).run();
  const tookMs = rig.clock.monotonicMs() - startedMs;
  // It is read twice and written once.
  assert.ok(tookMs > sizeBytes * 3 * 0.9 && tookMs < sizeBytes * 3 * 1.2, `${tookMs} ms`);
});

test("a stop ends a pass, and leaves nothing of it", async () => {
  const rig = await openCompacted();
  await fill(rig, 20);
  const { cleaner, lines } = cleanerOf({ rig }, { ioBytesPerSecond: 10 });
  const running = cleaner.run();
  await rig.clock.advance(60_000);
  await rig.clock.run(cleaner.stop());
  await running;
  assert.deepEqual(lines, []);
  assert.equal((await rig.batches()).length, 20);
  assert.ok(!rig.disk.list("/data/orders-0").some(({ name }) => name.endsWith(".cleaned")));
});

test("retention takes segments from under a pass, which is dropped", async () => {
  const config = { cleanupDelete: true, retentionMs: 3_600_000 };
  const rig = await openCompacted({ config });
  await fill(rig, 20);
  await rig.clock.advance(3_500_000);
  await fill(rig, 2);
  const { lines, cleaner } = cleanerOf({ rig }, { ioBytesPerSecond: 10 });
  const running = cleaner.run();
  await rig.clock.advance(200_000);
  assert.equal(await rig.clock.run(rig.log.retain(rig.clock.nowMs())), 20);
  await rig.clock.run(running);
  assert.deepEqual(lines, []);
  assert.deepEqual(rig.failures, []);
  await cleanerOf({ rig }).run();
  assert.deepEqual(await describeLog(rig), ["21-21 k=1"]);
});

test("a log that is closed or deleted during a pass ends it", async () => {
  const rig = await openCompacted();
  await fill(rig, 20);
  const { cleaner, lines } = cleanerOf({ rig }, { ioBytesPerSecond: 10 });
  const running = cleaner.run();
  await rig.clock.advance(60_000);
  await rig.clock.run(rig.log.delete());
  await rig.clock.run(running);
  assert.deepEqual([lines, rig.failures], [[], []]);
});

test("a log is not cleaned beyond what its cut took away", async () => {
  const rig = await openCompacted();
  await fill(rig, 20);
  const { cleaner } = cleanerOf({ rig }, { ioBytesPerSecond: 10 });
  const running = cleaner.run();
  await rig.clock.advance(10_000);
  await rig.clock.run(rig.log.truncateTo(10));
  await rig.clock.run(running);
  assert.deepEqual((await describeLog(rig)).at(-1), "9-9 k=9");
});
