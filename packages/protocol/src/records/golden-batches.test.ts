import assert from "node:assert/strict";
import { test } from "node:test";

import { compressionCodecs, type CompressionType } from "../compression/compression-type.ts";
import { buildEndTransactionBatch, controlRecordType } from "./control-batch.ts";
import { RecordBatch } from "./record-batch.ts";
import { RecordBatchBuilder } from "./record-batch-builder.ts";
import { readRecords } from "./record-reader.ts";
import { goldenBatch, goldenLargeValue, goldenRecords } from "./testdata/golden-batches.ts";
import { validateBatch } from "./validate-batch.ts";

const types = Object.keys(compressionCodecs) as CompressionType[];
const bytesOf = (text: string | null): Uint8Array | null =>
  text === null ? null : Buffer.from(text);
const textOf = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString();

for (const type of types) {
  test(`records that Kafka's client wrote with ${type} are read back`, () => {
    const batch = RecordBatch.at(goldenBatch(type));
    assert.equal(batch.crcIsValid, true);
    assert.equal(batch.compressionType, type);
    const found = readRecords(batch).map(({ offset, timestamp, key, value, headers }) => ({
      offset,
      timestamp,
      key: textOf(key),
      value: textOf(value),
      headers: headers.map((header) => [header.key, textOf(header.value)]),
    }));
    assert.deepEqual(
      found,
      goldenRecords.map((record, offset) => ({ offset, ...record })),
    );
  });
}

test("values of more than one block are read from every codec", () => {
  for (const type of types.filter((name) => name !== "none")) {
    const records = readRecords(RecordBatch.at(goldenBatch(`${type}-large` as "lz4-large")));
    assert.deepEqual(
      records.map(({ value }) => textOf(value)),
      [goldenLargeValue, "end"],
      type,
    );
  }
});

test("the builder writes byte for byte what Kafka's client wrote", () => {
  const builder = new RecordBatchBuilder().begin({
    producerId: 4_294_967_301,
    producerEpoch: 7,
    baseSequence: 2_147_483_640,
    isTransactional: true,
  });
  for (const { timestamp, key, value, headers } of goldenRecords) {
    builder.append({
      timestamp,
      key: bytesOf(key),
      value: bytesOf(value),
      headers: headers.map((header) => ({ key: header[0], value: bytesOf(header[1]) })),
    });
  }
  assert.deepEqual(builder.build(), goldenBatch("none"));
});

test("the marker of a commit is byte for byte Kafka's", () => {
  const built = buildEndTransactionBatch(
    { type: "COMMIT", coordinatorEpoch: 9 },
    1_700_000_000_000,
    { baseOffset: 77, partitionLeaderEpoch: 3, producerId: 1234, producerEpoch: 5 },
  );
  assert.deepEqual(built, goldenBatch("commit"));
  const [record] = readRecords(RecordBatch.at(built));
  assert.equal(controlRecordType(record!.key), "COMMIT");
});

test("the golden batches pass the checks of a produced batch, the marker does not", () => {
  for (const type of types) assert.equal(validateBatch(goldenBatch(type), 8).error, "NONE", type);
  const marker = goldenBatch("commit");
  RecordBatch.at(marker).baseOffset = 0;
  assert.equal(validateBatch(marker, 8).error, "INVALID_RECORD");
});
