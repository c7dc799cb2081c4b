import assert from "node:assert/strict";
import { test } from "node:test";

import { readRecords } from "@naru/protocol";
import fc from "fast-check";

import { LogRig, batch } from "./log-rig.test.ts";

const START = 1_767_225_600_000;

// Goal: looking up by timestamp agrees with reading everything.
// Method: batches whose times jump to and fro, several segments, compressed and not, any time asked
// for.
test("the first record at or after a time is found, wherever it is", async () => {
  const rig = await LogRig.open({ config: { segmentBytes: 900, indexIntervalBytes: 200 } });
  for (let count = 0; count < 80; count += 1) {
    const timestamp = START + ((count * 37) % 50) * 10;
    const compression = count % 3 === 0 ? "gzip" : "none";
    await rig.append(batch({ records: 1 + (count % 3), timestamp, compression }), {
      leaderEpoch: count,
    });
  }
  assert.ok(rig.log.segmentCount > 5);
  const all = (await rig.batches()).flatMap((each) =>
    readRecords(each).map(({ offset, timestamp }) => ({
      offset,
      timestamp,
      leaderEpoch: each.partitionLeaderEpoch,
    })),
  );
  const times = fc.integer({ min: START - 5, max: START + 600 });
  await fc.assert(
    fc.asyncProperty(times, async (time) => {
      assert.deepEqual(
        await rig.log.offsetForTimestamp(time),
        all.find(({ timestamp }) => timestamp >= time),
      );
    }),
  );
  const largest = Math.max(...all.map(({ timestamp }) => timestamp));
  assert.deepEqual(
    await rig.log.maxTimestampOffset(),
    all.find(({ timestamp }) => timestamp === largest),
  );
});

test("what lies below the log start is not found by its time", async () => {
  const rig = await LogRig.open();
  for (let count = 0; count < 5; count += 1)
    await rig.append(batch({ records: 2, timestamp: START + count * 10 }));
  rig.log.updateHighWatermark(10);
  rig.log.raiseLogStartOffset(5);
  assert.equal((await rig.log.offsetForTimestamp(START))?.offset, 5);
});

test("an empty log, and one without timestamps, has no largest one", async () => {
  const rig = await LogRig.open();
  assert.equal(await rig.log.maxTimestampOffset(), undefined);
  await rig.append(batch({ timestamp: -1 }));
  assert.equal(await rig.log.maxTimestampOffset(), undefined);
  assert.equal(await rig.log.offsetForTimestamp(0), undefined);
});

for (const [why, config, shape, count] of [
  ["its size is reached", { segmentBytes: 300 }, {}, 3],
  ["its first record is too old", { segmentMs: 1000 }, {}, 2],
  ["its index is full", { segmentIndexBytes: 24, indexIntervalBytes: 1 }, { valueBytes: 30 }, 3],
] as const) {
  test(`a segment is closed when ${why}`, async () => {
    const rig = await LogRig.open({ config });
    for (let at = 0; at < count * 3; at += 1)
      await rig.append(batch({ ...shape, timestamp: START + at * 250 }));
    assert.equal(rig.log.segmentCount, count);
  });
}

test("a batch that would grow beyond its budget is not opened for a look-up", async () => {
  const bomb = batch({ timestamp: START, compression: "gzip", valueBytes: 5000 });
  const narrow = await LogRig.open({ decompressedBatchBytesMax: 1024 });
  await narrow.append(bomb.slice());
  await assert.rejects(narrow.log.offsetForTimestamp(START), { code: "MESSAGE_TOO_LARGE" });
  const wide = await LogRig.open();
  await wide.append(bomb);
  assert.equal((await wide.log.offsetForTimestamp(START))?.offset, 0);
});
