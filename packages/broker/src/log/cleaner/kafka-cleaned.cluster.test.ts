import assert from "node:assert/strict";
import { test } from "node:test";

import { nodeRuntime } from "@naru/runtime/node";

import { clean, openCompacted } from "./cleaner-rig.test.ts";
import { describeBatch, mixedLoad } from "./mixed-load.test.ts";

const kafkasFile = `${import.meta.dirname}/testdata/kafka-cleaned.txt`;

// Goal: of the same bytes the same batches stay as with Apache Kafka.
// Method: the file says what the cleaner of Kafka 4.3.1 left of the load, appended by our log in
// segments of 20,000 bytes and put into the folder of a topic whose segments may be larger.
test("transactions, tombstones and compressed batches are cleaned as Kafka cleans them", async () => {
  const segments = { segmentBytes: 20_000, indexIntervalBytes: 4096 };
  const rig = await openCompacted({ config: segments });
  for (const { bytes, origin } of mixedLoad()) {
    assert.equal((await rig.append(bytes, { origin })).error, "NONE");
    rig.log.updateHighWatermark(rig.log.writtenEndOffset);
  }
  rig.log.updateConfig({ ...rig.log.config, segmentBytes: 1_048_576 });
  const report = await clean(rig);
  const text = Buffer.from(nodeRuntime().disk.readWhole(kafkasFile, 100_000)).toString();
  const lines = text.trimEnd().split("\n");
  const bases = lines.filter((line) => line.startsWith("segment "));
  assert.deepEqual(bases, ["segment 0", `segment ${report?.endOffset}`]);
  const expected = lines.filter((line) => !line.startsWith("segment "));
  assert.deepEqual((await rig.batches()).map(describeBatch), expected);
});
