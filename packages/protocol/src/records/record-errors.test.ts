import assert from "node:assert/strict";
import { test } from "node:test";

import { RecordBatch } from "./record-batch.ts";
import { RecordBatchBuilder, type BatchOptions } from "./record-batch-builder.ts";
import { findRecordErrors, type RecordRules } from "./record-errors.ts";

// Texts and codes as Apache Kafka 4.3.1 answered them, with the clock at this time.
const nowMs = 1_795_519_707_703;
const rules: RecordRules = {
  topicPartition: "probe-0",
  timestampType: "CreateTime",
  nowMs,
  beforeMaxMs: Number.MAX_SAFE_INTEGER,
  afterMaxMs: 3_600_000,
  requiresKeys: false,
};

function batchOf(
  records: readonly { timestamp?: number; key?: Uint8Array | null }[],
  options: BatchOptions = {},
): RecordBatch {
  const builder = new RecordBatchBuilder().begin(options);
  for (const { timestamp = nowMs, key = Uint8Array.of(107) } of records) {
    builder.append({ timestamp, key, value: Uint8Array.of(118) });
  }
  return RecordBatch.at(builder.build());
}

test("records within the topic's rules have no errors", () => {
  assert.equal(
    findRecordErrors(batchOf([{}, { timestamp: -1 }, { timestamp: 0 }]), rules),
    undefined,
  );
  assert.equal(findRecordErrors(batchOf([{ key: null }]), rules), undefined);
});

test("each record whose timestamp is out of range is named", () => {
  const late = nowMs + 7_200_000;
  const found = findRecordErrors(batchOf([{}, { timestamp: late }]), rules);
  assert.deepEqual(found, {
    error: "INVALID_TIMESTAMP",
    message: "One or more records have been rejected due to invalid timestamp",
    recordErrors: [
      {
        batchIndex: 1,
        message:
          "Timestamp 1795526907703 of message with offset 1 is out of range. The timestamp should be " +
          "within [-9223370241335068104, 1795523307703]",
      },
    ],
  });
  const early = { ...rules, beforeMaxMs: 1000 };
  assert.equal(findRecordErrors(batchOf([{ timestamp: nowMs - 1000 }]), early), undefined);
  assert.notEqual(findRecordErrors(batchOf([{ timestamp: nowMs - 1001 }]), early), undefined);
});

test("a producer that sets log append time on a topic with it is refused", () => {
  const batch = batchOf([{}], { timestampType: "LogAppendTime", maxTimestamp: 1_795_519_705_997 });
  const found = findRecordErrors(batch, { ...rules, timestampType: "LogAppendTime" });
  assert.equal(found?.error, "INVALID_TIMESTAMP");
  assert.equal(
    found.recordErrors[0]?.message,
    "Invalid timestamp type in message DefaultRecord(offset=0, timestamp=1795519705997, " +
      "key=1 bytes, value=1 bytes). Producer should not set timestamp type to LogAppendTime.",
  );
  assert.equal(findRecordErrors(batch, rules), undefined);
});

test("records without a key are refused on a compacted topic, the first three in the text", () => {
  const batch = batchOf([{}, { key: null }, { key: null }]);
  const error = "Compacted topic cannot accept message without key in topic partition probe-0";
  assert.deepEqual(findRecordErrors(batch, { ...rules, requiresKeys: true }), {
    error: "INVALID_RECORD",
    message:
      "One or more records have been rejected due to 2 record errors in total, and only showing the " +
      `first three errors at most: [RecordError(batchIndex=1, message='${error}'), ` +
      `RecordError(batchIndex=2, message='${error}')]`,
    recordErrors: [
      { batchIndex: 1, message: error },
      { batchIndex: 2, message: error },
    ],
  });
});

test("an answer names a thousand records at most", () => {
  const batch = batchOf(Array.from({ length: 1500 }, () => ({ key: null })));
  assert.equal(
    findRecordErrors(batch, { ...rules, requiresKeys: true })?.recordErrors.length,
    1000,
  );
});

test("of a compressed batch the header speaks for every record", () => {
  const late = nowMs + 7_200_000;
  const found = findRecordErrors(
    batchOf([{}, { timestamp: late }], { compression: "gzip" }),
    rules,
  );
  const range =
    "is out of range. The timestamp should be within [-9223370241335068104, 1795523307703]";
  assert.deepEqual(found?.recordErrors, [
    { batchIndex: 0, message: `Timestamp ${late} of message with offset 0 ${range}` },
    { batchIndex: 1, message: `Timestamp ${late} of message with offset 1 ${range}` },
  ]);
  assert.equal(findRecordErrors(batchOf([{}, {}], { compression: "gzip" }), rules), undefined);
});

test("log append time without a time is the wrong type on every topic", () => {
  const batch = batchOf([{}], { timestampType: "LogAppendTime", maxTimestamp: -1 });
  assert.equal(findRecordErrors(batch, rules)?.error, "INVALID_TIMESTAMP");
});
