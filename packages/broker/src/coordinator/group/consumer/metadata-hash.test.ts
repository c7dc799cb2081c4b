import assert from "node:assert/strict";
import { test } from "node:test";
import type { SubscribedTopic } from "./assignor.ts";
import { metadataHash } from "./metadata-hash.ts";

function topic(fields: Partial<SubscribedTopic> = {}): SubscribedTopic {
  return {
    id: "wdRWSCs6T5iky3B5_BKT_w",
    name: "orders",
    partitionCount: 3,
    racksOf: () => [],
    ...fields,
  };
}

// The first is from a record that Apache Kafka 4.3.1 wrote; the suite group-rules of conformance
// compares hundreds more with Kafka's own class.
test("a group's hash is the one that Kafka writes", () => {
  assert.equal(metadataHash([topic()]), 8150317786384788323n);
  assert.equal(metadataHash([]), 0n);
});

test("neither the order of topics nor that of racks counts", () => {
  const payments = topic({ id: "AAAAAAAAAAAAAAAAAAAAAg", name: "payments" });
  assert.equal(metadataHash([topic(), payments]), metadataHash([payments, topic()]));
  assert.equal(
    metadataHash([topic({ racksOf: () => ["b", "a"] })]),
    metadataHash([topic({ racksOf: () => ["a", "b"] })]),
  );
});

test("another partition, another id, another rack give another hash", () => {
  const changed = [
    topic({ partitionCount: 4 }),
    topic({ id: "AAAAAAAAAAAAAAAAAAAAAg" }),
    topic({ racksOf: () => ["a"] }),
    topic({ name: "Orders" }),
  ];
  const hashes = new Set([topic(), ...changed].map((each) => metadataHash([each])));
  assert.equal(hashes.size, changed.length + 1);
});
