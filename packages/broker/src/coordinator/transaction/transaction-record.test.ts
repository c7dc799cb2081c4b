import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { partitionSet } from "./partition-set.ts";
import { newTransaction, transition } from "./transaction-metadata.ts";
import { decodeTransaction, encodeTransaction } from "./transaction-record.ts";

const ongoing = transition({ ...newTransaction(7, 1_000), producerEpoch: 3 }, "Ongoing", {
  partitions: partitionSet([
    { topic: "orders", partition: 0 },
    { topic: "payments", partition: 2 },
    { topic: "orders", partition: 5 },
  ]),
  startMs: 10,
  lastUpdateMs: 20,
  clientTransactionVersion: 2,
});

describe("a record of the transaction topic", () => {
  test("is read back as it was written", () => {
    const record = { transactionalId: "t", metadata: ongoing };
    const { key, value } = encodeTransaction(record, 2);
    assert.deepEqual(decodeTransaction(key, value), record);
  });

  test("without a value says that the id is forgotten", () => {
    const { key, value } = encodeTransaction({ transactionalId: "t", metadata: null }, 2);
    assert.equal(value, null);
    assert.deepEqual(decodeTransaction(key, value), { transactionalId: "t", metadata: null });
  });

  test("of a kind, a version or a state that a later Kafka may write is passed over", () => {
    const { key, value } = encodeTransaction({ transactionalId: "t", metadata: ongoing }, 2);
    const changed = (bytes: Uint8Array, at: number, byte: number): Uint8Array => {
      const copy = new Uint8Array(bytes);
      copy[at] = byte;
      return copy;
    };
    assert.equal(decodeTransaction(changed(key, 1, 9), value), undefined);
    assert.equal(decodeTransaction(key, changed(value!, 1, 2)), undefined);
    const status = 2 + 8 + 2 + 4;
    assert.equal(value![status], 1);
    assert.equal(decodeTransaction(key, changed(value!, status, 8)), undefined);
  });

  test("by the rules of level 0 tells of one producer id", () => {
    const { key, value } = encodeTransaction({ transactionalId: "t", metadata: ongoing }, 0);
    assert.equal(value![1], 0);
    const { metadata } = decodeTransaction(key, value)!;
    const { previousProducerId, clientTransactionVersion } = metadata!;
    assert.deepEqual([previousProducerId, clientTransactionVersion], [-1, 0]);
  });
});
