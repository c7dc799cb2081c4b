import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { compressionCodecs, type CompressionType } from "../compression/compression-type.ts";
import { batchFrameAt } from "./batch-frame.ts";
import { ATTRIBUTES_AT, CRC_AT } from "./batch-header.ts";
import { RecordBatch } from "./record-batch.ts";
import { RecordBatchBuilder, type RecordToWrite } from "./record-batch-builder.ts";
import { RecordCursor } from "./record-cursor.ts";
import { readRecords } from "./record-reader.ts";
import { validateBatch } from "./validate-batch.ts";
import { putVarint, putVarlong, varintBytes, VarintCursor, varlongBytes } from "./varint.ts";
import { walkRecords } from "./walk-records.ts";

const types = Object.keys(compressionCodecs) as CompressionType[];
const nullable = fc.option(fc.uint8Array({ maxLength: 40 }));
const plain = { noNullPrototype: true };
const headers = fc.array(
  fc.record({ key: fc.string({ unit: "grapheme" }), value: nullable }, plain),
  { maxLength: 3 },
);
const timestamp = fc.oneof(
  fc.integer({ min: -1, max: 2 ** 31 }),
  fc.integer({ min: 0, max: 2 ** 51 }),
);
const records = fc.array(fc.record({ timestamp, key: nullable, value: nullable, headers }, plain), {
  minLength: 1,
  maxLength: 20,
});

function build(
  toWrite: readonly RecordToWrite[],
  compression: CompressionType = "none",
): Uint8Array {
  const builder = new RecordBatchBuilder(64).begin({ compression });
  for (const record of toWrite) {
    const expectedBytes = builder.sizeBytesWith(record);
    builder.append(record);
    assert.equal(builder.sizeBytes, expectedBytes);
  }
  return builder.build();
}

for (const type of types) {
  test(`any records round-trip through builder and reader with ${type}`, () => {
    fc.assert(
      fc.property(records, (written) => {
        const bytes = build(written, type);
        assert.equal(validateBatch(bytes, 8).error, "NONE");
        const batch = RecordBatch.at(bytes);
        const copied = (part: Uint8Array | null): Uint8Array | null => part && new Uint8Array(part);
        assert.deepEqual(
          readRecords(batch).map((record) => ({
            ...record,
            key: copied(record.key),
            value: copied(record.value),
            headers: record.headers.map(({ key, value }) => ({ key, value: copied(value) })),
          })),
          written.map((record, offset) => ({ offset, ...record })),
        );
        assert.equal(batch.maxTimestamp, Math.max(...written.map((record) => record.timestamp)));
      }),
      { numRuns: 50 },
    );
  });
}

// Goal: nothing that changes on the way stays unseen, but in the fields that the CRC leaves out.
test("any flipped bit after the CRC's place is seen by the CRC", () => {
  fc.assert(
    fc.property(records, fc.nat(), (written, pick) => {
      const bytes = build(written);
      const bits = (bytes.length - CRC_AT) * 8;
      const bit = pick % bits;
      bytes[CRC_AT + (bit >> 3)]! ^= 1 << (bit & 7);
      assert.equal(RecordBatch.at(bytes).crcIsValid, false);
      assert.notEqual(validateBatch(bytes, 8).error, "NONE");
    }),
  );
});

test("every single flipped bit of a small batch is refused, but for the leader epoch's", () => {
  const bytes = build([{ timestamp: 5, key: null, value: Uint8Array.of(1, 2, 3) }]);
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const at = bit >> 3;
    bytes[at]! ^= 1 << (bit & 7);
    const isLeaderEpoch = at >= 12 && at < 16;
    assert.equal(
      validateBatch(bytes, 8).error === "NONE",
      isLeaderEpoch,
      `bit ${bit & 7} of byte ${at}`,
    );
    bytes[at]! ^= 1 << (bit & 7);
  }
  assert.equal(ATTRIBUTES_AT, CRC_AT + 4);
});

test("every truncation is refused", () => {
  fc.assert(
    fc.property(records, (written) => {
      const bytes = build(written);
      for (let end = 0; end < bytes.length; end += 1) {
        assert.equal(batchFrameAt(bytes, 0, end), "truncated");
        assert.equal(validateBatch(bytes.subarray(0, end), 8).error, "INVALID_RECORD");
      }
    }),
    { numRuns: 20 },
  );
});

// Goal: the walk refuses exactly what the reader cannot read. Method: damage the records and leave
// the header as it is.
test("the walk agrees with the reader on damaged records", () => {
  fc.assert(
    fc.property(records, fc.nat(), fc.integer({ min: 1, max: 255 }), (written, pick, mask) => {
      const bytes = build(written);
      const batch = RecordBatch.at(bytes);
      bytes[61 + (pick % (bytes.length - 61))]! ^= mask;
      let isReadable = true;
      try {
        isReadable = readRecords(batch).every(({ offset }, index) => offset === index);
      } catch {
        isReadable = false;
      }
      assert.equal(walkRecords(batch).fault === undefined, isReadable);
    }),
    { numRuns: 500 },
  );
});

test("random bytes as records never throw and never loop", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const cursor = new RecordCursor(bytes);
      let count = 0;
      while (cursor.next()) count += 1;
      assert.ok(count <= bytes.length);
      assert.ok(cursor.isAtEnd || cursor.fault !== undefined);
    }),
  );
});

test("varints take the bytes that they say, and are read back", () => {
  const long = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer(),
    fc.constantFrom(2 ** 53 - 1, -(2 ** 53) + 1),
  );
  fc.assert(
    fc.property(fc.integer(), long, (int, value) => {
      const bytes = new Uint8Array(20);
      const middle = putVarint(bytes, 0, int);
      assert.equal(middle, varintBytes(int));
      const end = putVarlong(bytes, middle, value);
      assert.equal(end - middle, varlongBytes(value));
      const cursor = new VarintCursor(bytes, 0, end);
      assert.equal(cursor.varint(), int);
      assert.equal(cursor.varlong(), value);
      assert.equal(cursor.position, end);
      assert.equal(cursor.failed, false);
      assert.equal(cursor.varint(), 0);
      assert.equal(cursor.failed, true);
    }),
  );
});
