import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { compress, decompress } from "./compression.ts";
import { compressionCodecs, type CompressionType } from "./compression-type.ts";
import { decompressJob } from "./decompress.job.ts";
import { loadLz4, loadSnappy } from "./native-module.ts";

const codecs = (Object.keys(compressionCodecs) as CompressionType[]).filter((t) => t !== "none");
const content = fc
  .tuple(fc.uint8Array({ maxLength: 500 }), fc.integer({ min: 0, max: 400 }))
  .map(([bytes, times]) => Buffer.concat(Array.from({ length: times }, () => bytes)));

function opened(type: CompressionType, bytes: Uint8Array, budgetBytes?: number): Uint8Array {
  const result = decompress(type, bytes, budgetBytes);
  assert.ok(result.ok, result.ok ? "" : result.reason);
  return result.bytes;
}

for (const type of codecs) {
  test(`${type}: any bytes are opened again, within a budget of exactly their size`, () => {
    fc.assert(
      fc.property(content, (bytes) => {
        const found = opened(type, compress(type, bytes), bytes.length);
        assert.equal(Buffer.compare(found, bytes), 0);
      }),
    );
  });

  test(`${type}: one byte more than the budget is refused`, () => {
    const bytes = Buffer.alloc(300_000, "a bomb, and not a small one. ");
    const compressed = compress(type, bytes);
    const refused = decompress(type, compressed, bytes.length - 1);
    assert.equal(refused.ok ? "ok" : refused.fault, "over-budget");
    assert.equal(opened(type, compressed, bytes.length).length, bytes.length);
  });

  test(`${type}: a truncated input is damaged, or at most a shorter content`, () => {
    const bytes = Buffer.from(
      "records of a batch, records of a batch, records of a ferry".repeat(9),
    );
    const compressed = compress(type, bytes);
    for (let end = 0; end < compressed.length; end += 1) {
      const result = decompress(type, compressed.subarray(0, end), 10_000);
      if (result.ok) assert.ok(result.bytes.length < bytes.length, `cut after ${end} bytes`);
    }
  });

  test(`${type}: random bytes never throw`, () => {
    const head = compress(type, Buffer.from("head")).subarray(0, 10);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        decompress(type, bytes, 10_000);
        decompress(type, Buffer.concat([head, bytes]), 10_000);
      }),
    );
  });
}

test("snappy: a raw block without a header is read, as Kafka does", () => {
  const bytes = Buffer.alloc(50_000, "raw");
  assert.equal(Buffer.compare(opened("snappy", loadSnappy().compressSync(bytes)), bytes), 0);
});

test("snappy: streams that were joined are read as one", () => {
  const joined = Buffer.concat([
    compress("snappy", Buffer.from("one ")),
    compress("snappy", Buffer.from("two")),
  ]);
  assert.equal(Buffer.from(opened("snappy", joined)).toString(), "one two");
});

test("snappy: a block that declares more than the budget is refused before it is opened", () => {
  const bomb = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x07, 0);
  const refused = decompress("snappy", bomb, 1000);
  assert.equal(refused.ok ? "ok" : refused.fault, "over-budget");
});

test("lz4: frames with blocks of 4 MiB, and with checksums, are read", () => {
  const bytes = Buffer.alloc(200_000, "large blocks ");
  for (const options of [{}, { contentChecksum: true, blockChecksums: true }]) {
    const frame = loadLz4().compressFrameSync(bytes, options);
    assert.equal(Buffer.compare(opened("lz4", frame, bytes.length), bytes), 0);
  }
});

test("gzip and zstd: members that follow each other are read as one", () => {
  for (const type of ["gzip", "zstd"] as const) {
    const joined = Buffer.concat([
      compress(type, Buffer.from("one ")),
      compress(type, Buffer.from("two")),
    ]);
    assert.equal(Buffer.from(opened(type, joined)).toString(), "one two", type);
  }
});

test("the job for a worker opens what the function opens", () => {
  const bytes = compress("zstd", Buffer.from("off the loop"));
  const result = decompressJob.run({ type: "zstd", bytes, budgetBytes: 100 });
  assert.deepEqual(result, decompress("zstd", bytes, 100));
  assert.match(decompressJob.moduleUrl, /decompress\.job\.ts$/);
});
