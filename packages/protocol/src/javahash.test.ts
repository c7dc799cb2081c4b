import assert from "node:assert/strict";
import { test } from "node:test";

import { coordinatorPartition, javaStringHash, murmur2, partitionForKey } from "./javahash.ts";

// Computed by Java's String and Kafka's Utils: text, hashCode, murmur2 of its UTF-8,
// partition of 12 for the key, partition of 50 for the group.
const javaHashes: readonly (readonly [string, number, number, number, number])[] = [
  ["", 0, 275646681, 9, 0],
  ["a", 97, -1563381124, 4, 47],
  ["ab", 3105, 316155434, 2, 5],
  ["abc", 96354, 479470107, 3, 4],
  ["abcd", 2987074, -1323649548, 8, 24],
  ["hello world", 1794106052, 1221641059, 7, 2],
  ["foobar", -1268878963, -790332482, 6, 13],
  ["a-little-bit-long-string", -865776169, -985981536, 8, 19],
  ["한글 키", 1670045608, 988721471, 11, 8],
  ["🚀 rocket", -1391342671, -1710445744, 4, 21],
  ["console-consumer-1234", 836395459, 896972154, 6, 9],
];

test("hashes and the partitions they choose agree with Java's", () => {
  for (const [text, hashCode, murmur, keyPartition, groupPartition] of javaHashes) {
    const key = new TextEncoder().encode(text);
    assert.equal(javaStringHash(text), hashCode, text);
    assert.equal(murmur2(key), murmur, text);
    assert.equal(partitionForKey(key, 12), keyPartition, text);
    assert.equal(coordinatorPartition(text, 50), groupPartition, text);
  }
});

test("murmur2 agrees with Kafka's on bytes above 127", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  assert.equal(murmur2(bytes.subarray(0, 255)), 1542706800);
  assert.equal(murmur2(bytes), -1948347274);
});

test("the hash without a positive counterpart goes to partition 0", () => {
  // "polygenelubricants" is the well-known word whose hash is -2^31.
  assert.equal(javaStringHash("polygenelubricants"), -0x8000_0000);
  assert.equal(coordinatorPartition("polygenelubricants", 50), 0);
});
