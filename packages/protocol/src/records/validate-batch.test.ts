import assert from "node:assert/strict";
import { test } from "node:test";

import { compress } from "../compression/compression.ts";
import * as header from "./batch-header.ts";
import { putInt16, putInt32, putInt64 } from "./big-endian.ts";
import { RecordBatch } from "./record-batch.ts";
import { RecordBatchBuilder, type BatchOptions } from "./record-batch-builder.ts";
import { validateBatch } from "./validate-batch.ts";

// Every answer here, error and message, is the one that Apache Kafka 4.3.1 gave to the same bytes
// in a raw Produce request, but for those that `validate-batch.ts` names as ours.
const ONE_RECORD = [16, 0, 0, 0, 2, 107, 2, 118, 0];

function batchOf(records: readonly number[], count = 1, attributes = 0): Uint8Array {
  const bytes = new Uint8Array(61 + records.length);
  bytes.set(new RecordBatchBuilder().begin().build());
  bytes.set(records, 61);
  putInt32(bytes, header.LENGTH_AT, bytes.length - 12);
  putInt16(bytes, header.ATTRIBUTES_AT, attributes);
  putInt32(bytes, header.LAST_OFFSET_DELTA_AT, count - 1);
  putInt32(bytes, header.RECORD_COUNT_AT, count);
  return signed(bytes);
}

function signed(bytes: Uint8Array): Uint8Array {
  putInt32(bytes, header.CRC_AT, RecordBatch.at(bytes).computeCrc());
  return bytes;
}

function changed(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = batchOf(ONE_RECORD);
  change(bytes);
  return signed(bytes);
}

function built(options: BatchOptions): Uint8Array {
  const builder = new RecordBatchBuilder().begin(options);
  builder.append({ timestamp: 1000, key: null, value: null });
  return builder.build();
}

function refuses(bytes: Uint8Array, error: string, message: string | null = null): void {
  const verdict = validateBatch(bytes, 8);
  assert.equal(verdict.error, error);
  assert.equal(verdict.message, message);
  assert.notEqual(verdict.reason, "");
}

function accepts(bytes: Uint8Array): void {
  const verdict = validateBatch(bytes, 8);
  assert.equal(verdict.error, "NONE", verdict.reason);
}

test("a batch of one record is accepted, whatever its leader epoch and unused bits", () => {
  accepts(batchOf(ONE_RECORD));
  accepts(changed((bytes) => putInt32(bytes, header.PARTITION_LEADER_EPOCH_AT, 9)));
  accepts(batchOf(ONE_RECORD, 1, header.DELETE_HORIZON_BIT));
  accepts(batchOf(ONE_RECORD, 1, 0x80));
});

test("what is no whole batch is INVALID_RECORD", () => {
  for (const bytes of [0, 10, 16, 20, 65])
    refuses(batchOf(ONE_RECORD).subarray(0, bytes), "INVALID_RECORD");
});

test("a length that no batch has is CORRUPT_MESSAGE", () => {
  const withLength = (length: number): Uint8Array => {
    const bytes = batchOf(ONE_RECORD);
    putInt32(bytes, header.LENGTH_AT, length);
    return bytes;
  };
  refuses(withLength(48), "CORRUPT_MESSAGE");
  refuses(withLength(14), "CORRUPT_MESSAGE");
  const message = "Record size 13 is less than the minimum record overhead (14)";
  refuses(withLength(13), "CORRUPT_MESSAGE", message);
  refuses(withLength(57), "CORRUPT_MESSAGE");
});

test("old versions are INVALID_RECORD, unknown ones CORRUPT_MESSAGE", () => {
  const withMagic = (magic: number): Uint8Array =>
    changed((bytes) => (bytes[header.MAGIC_AT] = magic));
  refuses(withMagic(0), "INVALID_RECORD");
  refuses(withMagic(1), "INVALID_RECORD");
  refuses(withMagic(3), "CORRUPT_MESSAGE", "Invalid magic found in record: 3");
  refuses(withMagic(255), "CORRUPT_MESSAGE", "Invalid magic found in record: -1");
});

test("a wrong CRC is CORRUPT_MESSAGE", () => {
  const bytes = batchOf(ONE_RECORD);
  putInt32(bytes, header.CRC_AT, 1);
  refuses(bytes, "CORRUPT_MESSAGE");
});

test("a second batch is INVALID_RECORD, the beginning of one is ignored", () => {
  const one = batchOf(ONE_RECORD);
  refuses(Buffer.concat([one, one]), "INVALID_RECORD");
  refuses(Buffer.concat([one, Buffer.alloc(70)]), "CORRUPT_MESSAGE");
  accepts(Buffer.concat([one, one.subarray(0, 30)]));
  accepts(Buffer.concat([one, Buffer.alloc(5)]));
});

test("base offset, count, control bit and sequence are held to the rules of a producer", () => {
  refuses(
    changed((bytes) => putInt64(bytes, header.BASE_OFFSET_AT, 5)),
    "INVALID_RECORD",
  );
  refuses(
    changed((bytes) => putInt64(bytes, header.BASE_OFFSET_AT, -1)),
    "INVALID_RECORD",
  );
  for (const [count, delta] of [
    [0, -1],
    [0, 0],
    [-1, 0],
    [2, 0],
    [1, 1],
    [1, -1],
  ] as const) {
    const bytes = changed((batch) => {
      putInt32(batch, header.RECORD_COUNT_AT, count);
      putInt32(batch, header.LAST_OFFSET_DELTA_AT, delta);
    });
    refuses(bytes, "INVALID_RECORD");
  }
  refuses(batchOf(ONE_RECORD, 1, header.CONTROL_BIT), "INVALID_RECORD");
  refuses(built({ producerId: 5, producerEpoch: 0, baseSequence: -1 }), "INVALID_RECORD");
  accepts(built({ producerId: 5, producerEpoch: 0, baseSequence: 7 }));
  accepts(built({ producerId: -1, producerEpoch: 5, baseSequence: 5 }));
});

test("codecs that do not exist, and zstd from an old client, are refused", () => {
  for (const codec of [5, 6, 7]) refuses(batchOf(ONE_RECORD, 1, codec), "UNKNOWN_SERVER_ERROR");
  const zstd = batchOf([...compress("zstd", Uint8Array.from(ONE_RECORD))], 1, 4);
  assert.equal(validateBatch(zstd, 6).error, "UNSUPPORTED_COMPRESSION_TYPE");
  assert.equal(validateBatch(zstd, 7).error, "NONE");
});

test("records that do not fill their batch and themselves are INVALID_RECORD", () => {
  const second = [16, 0, 0, 2, 2, 107, 2, 118, 0];
  accepts(batchOf([...ONE_RECORD, ...second], 2));
  const wrong: Record<string, readonly [readonly number[], number]> = {
    "fewer records than counted": [ONE_RECORD, 2],
    "more records than counted": [[...ONE_RECORD, ...second], 1],
    "a byte after the records": [[...ONE_RECORD, 0], 1],
    "an offset delta twice": [[...ONE_RECORD, ...ONE_RECORD], 2],
    "no records": [[], 1],
    "length too large": [[18, 0, 0, 0, 2, 107, 2, 118, 0], 1],
    "length too small": [[14, 0, 0, 0, 2, 107, 2, 118, 0], 1],
    "negative length": [[1, 0, 0, 0, 2, 107, 2, 118, 0], 1],
    "overlong length": [[255, 255, 255, 255, 255, 255, 1], 1],
    "key beyond the record": [[16, 0, 0, 0, 60, 107, 2, 118, 0], 1],
    "value beyond the record": [[16, 0, 0, 0, 2, 107, 60, 118, 0], 1],
    "negative header count": [[16, 0, 0, 0, 2, 107, 2, 118, 1], 1],
    "a header that is missing": [[16, 0, 0, 0, 2, 107, 2, 118, 2], 1],
    "a header with a null key": [[20, 0, 0, 0, 2, 107, 2, 118, 2, 1, 1], 1],
    "bytes after the headers": [[18, 0, 0, 0, 2, 107, 2, 118, 0, 0], 1],
  };
  for (const [name, [records, count]] of Object.entries(wrong)) {
    const verdict = validateBatch(batchOf(records, count), 8);
    assert.equal(verdict.error, "INVALID_RECORD", name);
  }
});

test("null keys and values, with -1 or any negative length, are accepted and keys reported", () => {
  const nullKey = validateBatch(batchOf([14, 0, 0, 0, 1, 2, 118, 0]), 8);
  assert.deepEqual([nullKey.error, nullKey.hasNullKey], ["NONE", true]);
  assert.equal(validateBatch(batchOf([14, 0, 0, 0, 3, 2, 118, 0]), 8).hasNullKey, true);
  assert.equal(validateBatch(batchOf(ONE_RECORD), 8).hasNullKey, false);
  accepts(batchOf([14, 0, 0, 0, 2, 107, 3, 0]));
});

test("the smallest and largest timestamp are reported, records without one left out", () => {
  const builder = new RecordBatchBuilder().begin();
  for (const timestamp of [5000, -1, 7000, 3000])
    builder.append({ timestamp, key: null, value: null });
  const verdict = validateBatch(builder.build(), 8);
  assert.deepEqual([verdict.minTimestamp, verdict.maxTimestamp], [3000, 7000]);
  const none = validateBatch(
    changed((bytes) => putInt64(bytes, header.BASE_TIMESTAMP_AT, -1)),
    8,
  );
  assert.deepEqual([none.minTimestamp, none.maxTimestamp], [-1, -1]);
});

test("a timestamp beyond 2^53 is INVALID_TIMESTAMP, a producer id INVALID_RECORD", () => {
  const message = "One or more records have been rejected due to invalid timestamp";
  const withHighByte = (at: number): Uint8Array => changed((bytes) => (bytes[at] = 0x7f));
  refuses(withHighByte(header.MAX_TIMESTAMP_AT), "INVALID_TIMESTAMP", message);
  refuses(withHighByte(header.BASE_TIMESTAMP_AT), "INVALID_TIMESTAMP", message);
  refuses(withHighByte(header.PRODUCER_ID_AT), "INVALID_RECORD");
  const farDelta = [34, 0, 254, 255, 255, 255, 255, 255, 255, 255, 127, 0, 2, 107, 2, 118, 0, 0];
  farDelta[0] = (farDelta.length - 2) * 2;
  refuses(batchOf(farDelta.slice(0, -1)), "INVALID_TIMESTAMP", message);
});
