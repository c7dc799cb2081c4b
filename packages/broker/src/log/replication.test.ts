import assert from "node:assert/strict";
import { test } from "node:test";

import { RecordBatch } from "@naru/protocol";

import { LogRig, batch } from "./log-rig.test.ts";

async function follow(
  rig: LogRig,
  records: Uint8Array,
): Promise<{ error: string; outcome: string | undefined }> {
  let outcome: string | undefined;
  const { error } = rig.log.appendAsFollower(records, {
    onWritten(told) {
      outcome = told;
    },
  });
  await rig.turn();
  return { error, outcome };
}

/** A leader with ten batches of two records in epochs 0 to 4. */
async function aLeader(): Promise<LogRig> {
  const rig = await LogRig.open();
  for (let count = 0; count < 10; count += 1) {
    const records = batch({ records: 2, producerId: 3, sequence: count * 2 });
    await rig.append(records, { leaderEpoch: Math.floor(count / 2) });
  }
  return rig;
}

test("a follower's log becomes the leader's, byte for byte", async () => {
  const leader = await aLeader();
  const follower = await LogRig.open({ config: { segmentBytes: 300 } });
  const bytes = await leader.readAll();
  assert.deepEqual(await follow(follower, bytes), { error: "NONE", outcome: "NONE" });
  assert.deepEqual(await follower.readAll(), bytes);
  assert.deepEqual(follower.log.producers(), leader.log.producers());
  for (let epoch = -1; epoch < 6; epoch += 1) {
    assert.deepEqual(follower.log.endOffsetForEpoch(epoch), leader.log.endOffsetForEpoch(epoch));
  }
});

test("a part of a batch at the end of a fetch is left for the next one", async () => {
  const leader = await aLeader();
  const follower = await LogRig.open();
  const bytes = await leader.readAll();
  await follow(follower, bytes.subarray(0, bytes.length - 10));
  assert.equal(follower.log.logEndOffset, 18);
});

test("what does not follow the log's end, or is damaged, is not appended", async () => {
  const leader = await aLeader();
  const follower = await LogRig.open();
  const bytes = await leader.readAll();
  await follow(follower, bytes);
  assert.equal((await follow(follower, bytes)).error, "CORRUPT_MESSAGE");
  const damaged = Buffer.from(bytes);
  RecordBatch.at(damaged).baseOffset = 20;
  damaged[70]! ^= 1;
  assert.equal((await follow(follower, damaged)).error, "CORRUPT_MESSAGE");
  assert.equal(follower.log.logEndOffset, 20);
});

test("holes that compaction made on the leader are kept", async () => {
  const follower = await LogRig.open();
  const first = Buffer.from(batch());
  const second = Buffer.from(batch());
  RecordBatch.at(second).baseOffset = 10;
  await follow(follower, Buffer.concat([first, second]));
  assert.equal(follower.log.logEndOffset, 11);
  const read = await follower.log.read({
    startOffset: 5,
    maxOffset: 11,
    maxBytes: 1000,
    minOneBatch: true,
  });
  assert.equal(RecordBatch.at(Buffer.concat(read.chunks)).baseOffset, 10);
  read.release();
});

// KIP-101, KIP-279: who asks for an epoch that the log never had is told of the largest below it.
test("the end of an epoch is where the next one began", async () => {
  const { log } = await LogRig.open();
  log.assignEpochStart(2, 0);
  assert.deepEqual(log.endOffsetForEpoch(2), { epoch: 2, endOffset: 0 });
  const rig = await LogRig.open();
  await rig.append(batch({ records: 5 }), { leaderEpoch: 1 });
  await rig.append(batch({ records: 5 }), { leaderEpoch: 4 });
  rig.log.assignEpochStart(6, 10);
  assert.deepEqual(rig.log.endOffsetForEpoch(0), { epoch: 0, endOffset: 0 });
  assert.deepEqual(rig.log.endOffsetForEpoch(1), { epoch: 1, endOffset: 5 });
  assert.deepEqual(rig.log.endOffsetForEpoch(3), { epoch: 1, endOffset: 5 });
  assert.deepEqual(rig.log.endOffsetForEpoch(5), { epoch: 4, endOffset: 10 });
  assert.deepEqual(rig.log.endOffsetForEpoch(6), { epoch: 6, endOffset: 10 });
  assert.deepEqual(rig.log.endOffsetForEpoch(7), { epoch: -1, endOffset: -1 });
});

for (const segmentBytes of [1_000_000, 300]) {
  test(`truncation takes back records, epochs and producers (segments of ${segmentBytes} bytes)`, async () => {
    const config = { segmentBytes, indexIntervalBytes: 100 };
    for (const offset of [20, 19, 18, 10, 7, 1, 0]) {
      const rig = await LogRig.open({ config });
      const leader = await aLeader();
      const bytes = await leader.readAll();
      await follow(rig, bytes);
      await rig.log.sync();
      await rig.log.truncateTo(offset);
      // A batch goes as a whole.
      const end = offset - (offset % 2);
      const { logEndOffset, writtenEndOffset, recoveryPoint, latestEpoch } = rig.log;
      assert.deepEqual([logEndOffset, writtenEndOffset, recoveryPoint], [end, end, end]);
      assert.equal(latestEpoch, end === 0 ? -1 : Math.floor((end / 2 - 1) / 2));
      const kept = await rig.readAll();
      assert.ok(bytes.subarray(0, kept.length).equals(kept));
      assert.equal(rig.log.producers()[0]?.lastSequence, end === 0 ? undefined : end - 1);
      const next = await rig.append(batch({ records: 2, producerId: 3, sequence: end }), {
        leaderEpoch: 9,
      });
      assert.deepEqual([next.error, next.firstOffset], ["NONE", end]);
      await rig.log.close({ clean: true });
      const again = await LogRig.open({ disk: rig.disk, config, cleanShutdown: true });
      assert.equal(again.log.logEndOffset, end + 2);
      assert.deepEqual(again.log.endOffsetForEpoch(9), { epoch: 9, endOffset: end + 2 });
    }
  });
}

test("a log that begins again elsewhere has nothing of its past", async () => {
  const rig = await aLeader();
  await rig.log.truncateFullyAndStartAt(100);
  const { logStartOffset, logEndOffset, highWatermark, latestEpoch } = rig.log;
  assert.deepEqual([logStartOffset, logEndOffset, highWatermark, latestEpoch], [100, 100, 100, -1]);
  assert.deepEqual(rig.log.producers(), []);
  assert.equal((await rig.append(batch())).firstOffset, 100);
  assert.deepEqual(
    (await rig.batches()).map(({ baseOffset }) => baseOffset),
    [100],
  );
});

test("the high watermark never goes back, nor beyond what is written", async () => {
  const rig = await aLeader();
  rig.log.updateHighWatermark(30);
  assert.equal(rig.log.highWatermark, 20);
  rig.log.updateHighWatermark(5);
  assert.equal(rig.log.highWatermark, 20);
  await rig.log.truncateTo(8);
  assert.equal(rig.log.highWatermark, 8);
});
