import assert from "node:assert/strict";
import { test } from "node:test";

import { RecordBatch } from "@naru/protocol";

import { pairs } from "./cleaner/cleaner-rig.test.ts";
import { LogRig } from "./log-rig.test.ts";

const compacted = { cleanupCompact: true } as const;
const withoutKey = pairs([
  ["a", "1"],
  [null, "2"],
  ["b", "3"],
  [null, "4"],
]);
const compressed = (compression: "gzip" | "zstd" | "lz4" | "snappy"): Uint8Array =>
  pairs(
    [
      ["a", "1"],
      [null, "2"],
    ],
    { compression },
  );

test("a compacted topic refuses records without keys in Kafka's words, and names each", async () => {
  const rig = await LogRig.open({ config: compacted });
  const { error, message, recordErrors } = await rig.append(withoutKey);
  const text = "Compacted topic cannot accept message without key in topic partition orders-0";
  assert.equal(error, "INVALID_RECORD");
  assert.deepEqual(recordErrors, [
    { batchIndex: 1, message: text },
    { batchIndex: 3, message: text },
  ]);
  assert.match(message!, /^One or more records have been rejected due to 2 record errors in total/);
  assert.equal(rig.log.logEndOffset, 0);
});

test("also inside what a producer compressed", async () => {
  const rig = await LogRig.open({ config: compacted });
  for (const type of ["gzip", "zstd", "lz4", "snappy"] as const) {
    const { error, recordErrors } = await rig.append(compressed(type));
    assert.equal(error, "INVALID_RECORD", type);
    assert.deepEqual(
      recordErrors.map(({ batchIndex }) => batchIndex),
      [1],
    );
    assert.equal((await rig.append(pairs([["a", "1"]], { compression: type }))).error, "NONE");
  }
});

test("a topic that is not compacted takes them, and opens nothing", async () => {
  const rig = await LogRig.open({ decompressedBatchBytesMax: 1 });
  assert.equal((await rig.append(withoutKey)).error, "NONE");
  assert.equal((await rig.append(compressed("gzip"))).error, "NONE");
});

test("what would become larger than allowed is refused, and what cannot be opened", async () => {
  const rig = await LogRig.open({ config: compacted, decompressedBatchBytesMax: 100 });
  const bomb = pairs([["a", "0".repeat(100_000)]], { compression: "gzip" });
  const refused = await rig.append(bomb);
  assert.equal(refused.error, "MESSAGE_TOO_LARGE");
  assert.match(refused.message!, /expected at most 100/);
  const damaged = compressed("zstd");
  damaged.fill(7, 65);
  const batch = RecordBatch.at(damaged);
  batch.setMaxTimestamp("CreateTime", batch.maxTimestamp);
  assert.equal((await rig.append(damaged)).error, "CORRUPT_MESSAGE");
});

test("the broker's own batches are not looked at", async () => {
  const rig = await LogRig.open({ config: compacted });
  assert.equal((await rig.append(withoutKey, { origin: "coordinator" })).error, "NONE");
});
