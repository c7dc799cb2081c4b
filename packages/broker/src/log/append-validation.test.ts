import assert from "node:assert/strict";
import { test } from "node:test";

import { RecordBatch } from "@naru/protocol";

import { LogRig, batch } from "./log-rig.test.ts";

test("a batch larger than max.message.bytes is refused, one of that size is not", async () => {
  const records = batch({ valueBytes: 100 });
  const tight = await LogRig.open({ config: { maxMessageBytes: records.length - 1 } });
  assert.equal((await tight.append(records)).error, "MESSAGE_TOO_LARGE");
  const fitting = await LogRig.open({ config: { maxMessageBytes: records.length } });
  assert.equal((await fitting.append(records)).error, "NONE");
});

test("a batch larger than a segment is refused", async () => {
  const rig = await LogRig.open({ config: { segmentBytes: 100 } });
  assert.equal((await rig.append(batch({ valueBytes: 100 }))).error, "RECORD_LIST_TOO_LARGE");
});

test("a damaged batch is refused and nothing of it is kept", async () => {
  const rig = await LogRig.open();
  const damaged = batch();
  damaged[damaged.length - 3]! ^= 1;
  assert.equal((await rig.append(damaged)).error, "CORRUPT_MESSAGE");
  assert.equal((await rig.append(damaged.subarray(0, 20))).error, "INVALID_RECORD");
  assert.equal((await rig.append(Buffer.concat([batch(), batch()]))).error, "INVALID_RECORD");
  assert.equal(rig.log.logEndOffset, 0);
});

test("timestamps outside the topic's limits are refused, records without one are not", async () => {
  const limits = { messageTimestampBeforeMaxMs: 1000, messageTimestampAfterMaxMs: 500 };
  const rig = await LogRig.open({ config: limits });
  const nowMs = rig.clock.nowMs();
  const errorAt = async (timestamp: number): Promise<string> =>
    (await rig.append(batch({ timestamp }))).error;
  assert.equal(await errorAt(nowMs - 1001), "INVALID_TIMESTAMP");
  assert.equal(await errorAt(nowMs - 1000), "NONE");
  assert.equal(await errorAt(nowMs + 500), "NONE");
  assert.equal(await errorAt(nowMs + 501), "INVALID_TIMESTAMP");
  assert.equal(await errorAt(-1), "NONE");
  const refused = await rig.append(batch({ timestamp: nowMs + 501 }));
  assert.equal(refused.recordErrors.length, 1);
});

test("each record that breaks a rule of its topic is named", async () => {
  const rig = await LogRig.open({ config: { messageTimestampAfterMaxMs: 1 } });
  const nowMs = rig.clock.nowMs();
  // The timestamps of the rig's batches are one millisecond apart.
  const refused = await rig.append(batch({ records: 4, timestamp: nowMs }));
  assert.equal(refused.error, "INVALID_TIMESTAMP");
  assert.deepEqual(
    refused.recordErrors.map(({ batchIndex }) => batchIndex),
    [2, 3],
  );
  assert.match(
    refused.recordErrors[0]?.message ?? "",
    /^Timestamp \d+ of message with offset 2 is out of range\. The timestamp should be within \[/,
  );
});

test("with LogAppendTime every record has the broker's time, under a CRC that fits", async () => {
  const rig = await LogRig.open({ config: { messageTimestampType: "LogAppendTime" } });
  const result = await rig.append(batch({ records: 3, timestamp: 5 }));
  assert.equal(result.logAppendTimeMs, rig.clock.nowMs());
  const [stored] = await rig.batches();
  assert.equal(stored!.timestampType, "LogAppendTime");
  assert.equal(stored!.maxTimestamp, rig.clock.nowMs());
  assert.ok(stored!.crcIsValid);
  assert.deepEqual(await rig.log.offsetForTimestamp(rig.clock.nowMs()), {
    offset: 0,
    timestamp: rig.clock.nowMs(),
    leaderEpoch: 0,
  });
});

test("a largest timestamp that the producer got wrong is set right", async () => {
  const rig = await LogRig.open();
  const records = Buffer.from(batch({ records: 4, timestamp: 1_767_225_600_000 }));
  RecordBatch.at(records).setMaxTimestamp("CreateTime", 1_767_225_600_001);
  await rig.append(records);
  const [stored] = await rig.batches();
  assert.equal(stored!.maxTimestamp, 1_767_225_600_003);
  assert.ok(stored!.crcIsValid);
});

test("zstd is refused from senders that are too old for it", async () => {
  const rig = await LogRig.open();
  const records = batch({ compression: "zstd" });
  assert.equal(
    (await rig.append(records, { produceVersion: 6 })).error,
    "UNSUPPORTED_COMPRESSION_TYPE",
  );
  assert.equal((await rig.append(records, { produceVersion: 7 })).error, "NONE");
});

test("a batch that is sent again gets the offsets of the first time", async () => {
  const rig = await LogRig.open();
  const records = batch({ records: 3, producerId: 9, sequence: 0 });
  await rig.append(batch());
  const first = await rig.append(records);
  const again = await rig.append(records);
  assert.deepEqual(
    [again.duplicate, again.firstOffset, again.lastOffset],
    [true, first.firstOffset, first.lastOffset],
  );
  assert.equal(rig.log.logEndOffset, 4);
});
