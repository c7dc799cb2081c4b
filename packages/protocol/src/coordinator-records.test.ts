import assert from "node:assert/strict";
import { test } from "node:test";

import {
  decodeConsumerGroupMemberMetadataValue,
  encodeConsumerGroupMemberMetadataValue,
} from "./generated/consumer-group-member-metadata-record.ts";
import {
  decodeGroupRecord,
  encodeGroupRecord,
  groupRecordTypeId,
} from "./generated/group-records.ts";
import {
  decodeTransactionRecord,
  encodeTransactionRecord,
} from "./generated/transaction-records.ts";
import { Reader } from "./reader.ts";
import { Writer } from "./writer.ts";

const key = { group: "g", topic: "t", partition: 1 };
const value = { offset: 5, metadata: "", commitTimestamp: 7 };

test("a key begins with its type, a value with its version", () => {
  const found = encodeGroupRecord({
    type: "OffsetCommit",
    key,
    version: 1,
    value: { ...value, expireTimestamp: 9 },
  });
  assert.equal(Buffer.from(found.key).toString("hex"), "000100016700017400000001");
  assert.equal(
    Buffer.from(found.value!).toString("hex"),
    "00010000000000000005000000000000000000070000000000000009",
  );
  assert.equal(groupRecordTypeId(found.key), 1);
});

test("a decoded record encodes to the same bytes", () => {
  const written = encodeGroupRecord({ type: "OffsetCommit", key, version: 4, value });
  const decoded = decodeGroupRecord(written.key, written.value);
  assert.equal(decoded.type, "OffsetCommit");
  assert.equal(decoded.version, 4);
  assert.deepEqual(encodeGroupRecord(decoded), written);
});

test("a tombstone has neither value nor version", () => {
  const written = encodeGroupRecord({ type: "OffsetCommit", key, version: null, value: null });
  assert.equal(written.value, null);
  const decoded = decodeGroupRecord(written.key, null);
  assert.deepEqual([decoded.version, decoded.value], [null, null]);
  assert.throws(
    () => encodeGroupRecord({ type: "OffsetCommit", key, version: null, value }),
    /OffsetCommit: found a value without a version/,
  );
});

test("an unknown type or version is a DecodeError", () => {
  const { key: bytes } = encodeGroupRecord({
    type: "OffsetCommit",
    key,
    version: null,
    value: null,
  });
  assert.throws(() => decodeGroupRecord(Uint8Array.of(0, 99, 0), null), /found 99/);
  assert.throws(() => decodeGroupRecord(bytes, Uint8Array.of(0, 9)), {
    message: "OffsetCommitValue v9: version: found 9, expected 0 to 4.",
  });
});

test("a transaction's tagged fields are written from version 1 on", () => {
  const draft = {
    type: "TransactionLog",
    key: { transactionalId: "x" },
    version: 1,
    value: {
      producerId: 1,
      producerEpoch: 0,
      transactionTimeoutMs: 1,
      transactionStatus: 0,
      transactionPartitions: null,
      transactionLastUpdateTimestampMs: 0,
      transactionStartTimestampMs: 0,
      clientTransactionVersion: 2,
    },
  } as const;
  const written = encodeTransactionRecord(draft);
  const decoded = decodeTransactionRecord(written.key, written.value);
  assert.equal(decoded.value?.clientTransactionVersion, 2);
  assert.throws(
    () => encodeTransactionRecord({ ...draft, version: 0 }),
    /TransactionLogValue v0: clientTransactionVersion: it is set/,
  );
});

// These bytes are Kafka's. In a tagged field a struct that is null is an unsigned varint of 0.
test("a member without classic metadata is told from one with empty metadata", () => {
  const hex = "0269027202630268010278ffffffff027301000100";
  const found = decodeConsumerGroupMemberMetadataValue(new Reader(Buffer.from(hex, "hex")), 0);
  assert.equal(found.classicMemberMetadata, null);
  const writer = new Writer();
  encodeConsumerGroupMemberMetadataValue(writer, found, 0);
  assert.equal(Buffer.from(writer.toBytes()).toString("hex"), hex);
  const without = Buffer.from(hex.replace(/01000100$/, "00"), "hex");
  const empty = decodeConsumerGroupMemberMetadataValue(new Reader(without), 0);
  assert.equal(empty.classicMemberMetadata?.sessionTimeoutMs, 0);
});
