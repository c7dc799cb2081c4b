import assert from "node:assert/strict";
import { test } from "node:test";

import { batchFrameAt, wholeBatchesBytes } from "./batch-frame.ts";
import { LENGTH_AT, MAGIC_AT } from "./batch-header.ts";
import { putInt32 } from "./big-endian.ts";
import { RecordBatch, addToSequence, batchesIn } from "./record-batch.ts";
import { goldenBatch } from "./testdata/golden-batches.ts";

const LONG_MAX_VALUE = "7fffffffffffffff";

test("a batch of Kafka's producer reads as it was produced", () => {
  const batch = RecordBatch.at(goldenBatch("none"));
  assert.equal(batch.magic, 2);
  assert.equal(batch.baseOffset, 0);
  assert.equal(batch.partitionLeaderEpoch, -1);
  assert.equal(batch.lengthBytes, batch.bytes.length);
  assert.equal(batch.compressionType, "none");
  assert.equal(batch.timestampType, "CreateTime");
  assert.equal(batch.isTransactional, true);
  assert.equal(batch.isControl, false);
  assert.equal(batch.hasDeleteHorizon, false);
  assert.equal(batch.count, 40);
  assert.equal(batch.lastOffset, 39);
  assert.equal(batch.baseTimestamp, 1_700_000_000_000);
  assert.equal(batch.maxTimestamp, 1_700_000_000_038);
  assert.equal(batch.producerId, 4_294_967_301);
  assert.equal(batch.producerEpoch, 7);
  assert.equal(batch.baseSequence, 2_147_483_640);
  assert.equal(batch.lastSequence, 31);
  assert.equal(batch.crcIsValid, true);
});

test("base offset and leader epoch are set in place and lie outside the CRC", () => {
  const batch = RecordBatch.at(goldenBatch("none"));
  batch.baseOffset = 9_007_199_254_740_000;
  batch.partitionLeaderEpoch = 42;
  assert.equal(batch.baseOffset, 9_007_199_254_740_000);
  assert.equal(batch.lastOffset, 9_007_199_254_740_039);
  assert.equal(batch.partitionLeaderEpoch, 42);
  assert.equal(batch.crcIsValid, true);
});

test("log append time sets type and largest timestamp, and leaves a valid CRC", () => {
  const batch = RecordBatch.at(goldenBatch("lz4"));
  const crcBefore = batch.crc;
  batch.setLogAppendTime(1_800_000_000_000);
  assert.equal(batch.timestampType, "LogAppendTime");
  assert.equal(batch.maxTimestamp, 1_800_000_000_000);
  assert.equal(batch.baseTimestamp, 1_700_000_000_000);
  assert.equal(batch.compressionType, "lz4");
  assert.notEqual(batch.crc, crcBefore);
  assert.equal(batch.crcIsValid, true);
});

test("a timestamp beyond the safe range is clamped and said to be unsafe", () => {
  const bytes = goldenBatch("none");
  const batch = RecordBatch.at(bytes);
  assert.equal(batch.numbersAreSafe, true);
  bytes.set(Buffer.from(LONG_MAX_VALUE, "hex"), 35);
  assert.equal(batch.maxTimestamp, Number.MAX_SAFE_INTEGER);
  assert.equal(batch.numbersAreSafe, false);
});

test("batches are iterated until the first that is not whole", () => {
  const one = goldenBatch("none");
  const two = goldenBatch("gzip");
  const bytes = Buffer.concat([one, two, one.subarray(0, 30)]);
  const found = [...batchesIn(bytes)];
  assert.deepEqual(
    found.map((batch) => [batch.position, batch.compressionType]),
    [
      [0, "none"],
      [one.length, "gzip"],
    ],
  );
  assert.equal(wholeBatchesBytes(bytes), one.length + two.length);
  assert.equal(batchFrameAt(bytes, one.length + two.length), "truncated");
});

test("every truncation of a batch is seen as one", () => {
  const bytes = goldenBatch("none");
  for (let end = 0; end < bytes.length; end += 1) {
    assert.equal(batchFrameAt(bytes, 0, end), "truncated", `cut after ${end} bytes`);
  }
  assert.equal(batchFrameAt(bytes, 0), "whole");
});

test("messages of magic 0 and 1 are recognised, other versions and lengths refused", () => {
  const withMagic = (magic: number): Uint8Array => {
    const bytes = goldenBatch("none");
    bytes[MAGIC_AT] = magic;
    return bytes;
  };
  const withLength = (length: number): Uint8Array => {
    const bytes = goldenBatch("none");
    putInt32(bytes, LENGTH_AT, length);
    return bytes;
  };
  assert.equal(batchFrameAt(withMagic(0), 0), "old-magic");
  assert.equal(batchFrameAt(withMagic(1), 0), "old-magic");
  assert.equal(batchFrameAt(withMagic(3), 0), "bad-magic");
  assert.equal(batchFrameAt(withMagic(0xff), 0), "bad-magic");
  assert.equal(batchFrameAt(withLength(48), 0), "bad-length");
  assert.equal(batchFrameAt(withLength(0), 0), "bad-length");
  assert.equal(batchFrameAt(withLength(-1), 0), "bad-length");
});

test("the sequence after 2147483647 is 0", () => {
  assert.equal(addToSequence(2_147_483_647, 1), 0);
  assert.equal(addToSequence(2_147_483_640, 39), 31);
});
