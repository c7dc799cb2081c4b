import assert from "node:assert/strict";
import { test } from "node:test";

import { marker } from "../log-rig.test.ts";
import { clean, describeLog, openCompacted, pairs, put } from "./cleaner-rig.test.ts";
import type { Pair } from "./cleaner-rig.test.ts";

const fillers: readonly Pair[] = [["z", "last"]];

test("a segment may be cleaned again and deleted before the files of its first time are gone", async () => {
  const rig = await openCompacted({ config: { cleanupDelete: true, retentionMs: 1_000 } });
  for (let round = 0; round < 3; round += 1) {
    await put(rig, pairs(fillers, { timestamp: rig.clock.nowMs() }));
    rig.log.roll();
    await clean(rig);
    await rig.clock.advance(100);
  }
  await rig.clock.advance(5_000);
  assert.equal(await rig.clock.run(rig.log.retain(rig.clock.nowMs())), 1);
  await rig.clock.advance(100_000);
  assert.deepEqual(rig.failures, []);
  const names = rig.disk.list("/data/orders-0").map(({ name }) => name);
  assert.ok(!names.some((name) => name.endsWith(".deleted")));
});

test("a reader is not told from memory what was cleaned away", async () => {
  const config = { segmentBytes: 40_000 };
  const rig = await openCompacted({ config, tailBytes: 10_000_000 });
  for (let round = 0; round < 120; round += 1) {
    await put(rig, pairs([[`k${round % 3}`, "v".repeat(1_000)]]));
  }
  rig.log.roll();
  await put(rig, pairs(fillers));
  await clean(rig);
  const count = (await rig.batches()).length;
  // What the last piece of memory holds may be there still.
  assert.ok(count < 60, `${count} batches`);
});

// Goal: what stays is what Apache Kafka 4.3.1 left of the same records (seen there, with
// kafka-dump-log): offsets, empty batches, the delete horizon of a tombstone.
test("a pass leaves what Kafka's leaves", async () => {
  const rig = await openCompacted({ config: { segmentBytes: 1_000_000 } });
  const idempotent = { producerId: 10 };
  for (let first = 0; first < 18; first += 6) {
    const six = Array.from({ length: 6 }, (_, at): Pair => [`k${at % 3}`, `v${first + at}`]);
    await put(rig, pairs(six, { ...idempotent, baseSequence: first }));
  }
  await put(rig, pairs([["k1", null]], { ...idempotent, baseSequence: 18 }));
  const transaction = { producerId: 11, isTransactional: true };
  await put(rig, pairs([["k0", "committed"]], { ...transaction, baseSequence: 0 }));
  await put(rig, marker("COMMIT", { producerId: 11 }), "coordinator");
  await put(rig, pairs([["k2", "aborted"]], { ...transaction, baseSequence: 1 }));
  await put(rig, marker("ABORT", { producerId: 11 }), "coordinator");
  await put(rig, pairs(fillers, { ...idempotent, baseSequence: 19 }));
  rig.log.roll();
  await put(rig, pairs(fillers, { ...idempotent, baseSequence: 20 }));

  const report = await clean(rig);
  assert.deepEqual(await describeLog(rig), [
    "12-17 k2=v17",
    "18-18 horizon k1=null",
    "19-19 k0=committed",
    "20-20 marker",
    "21-21 (empty)",
    "22-22 marker",
    "23-23 z=last",
    "24-24 z=last",
  ]);
  const [first, , , , empty] = await rig.batches();
  assert.deepEqual([first?.baseSequence, first?.lastSequence], [12, 17]);
  assert.deepEqual([empty?.baseSequence, empty?.producerId, empty?.crcIsValid], [1, 11, true]);
  assert.deepEqual([report?.startOffset, report?.endOffset, report?.keys], [0, 24, 4]);
});

test("several small segments become one, and the old ones go after a while", async () => {
  const rig = await openCompacted();
  for (let round = 0; round < 40; round += 1) {
    await put(
      rig,
      pairs([[`k${round % 4}`, `v${round}`]], { timestamp: 1_767_225_600_000 + round }),
    );
  }
  const before = rig.log.segmentCount;
  assert.ok(before >= 5, `${before} segments`);
  const logEndOffset = rig.log.logEndOffset;
  const report = await clean(rig);
  assert.equal(report?.segmentsBefore, before - 1);
  // Those that fit into one as they were are put together: after a pass they are small.
  await clean(rig);
  assert.ok(rig.log.segmentCount < before);
  assert.equal(rig.log.logEndOffset, logEndOffset);
  const names = (): string[] => rig.disk.list("/data/orders-0").map(({ name }) => name);
  assert.ok(names().some((name) => name.endsWith(".deleted")));
  assert.ok(!names().some((name) => /cleaned|swap/.test(name)));
  await rig.clock.advance(61_000);
  assert.ok(!names().some((name) => name.endsWith(".deleted")));
  // The index of the new segment leads to every batch.
  for (const { lastOffset } of await rig.batches()) {
    const read = await rig.log.read({
      startOffset: lastOffset,
      maxOffset: logEndOffset,
      maxBytes: 1,
      minOneBatch: true,
    });
    assert.ok(read.bytes > 0);
    read.release();
  }
});
