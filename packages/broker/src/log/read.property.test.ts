import assert from "node:assert/strict";
import { test } from "node:test";

import { batchesIn } from "@naru/protocol";
import fc from "fast-check";

import { LogRig, batch } from "./log-rig.test.ts";

interface Read {
  readonly startOffset: number;
  readonly maxOffset: number;
  readonly maxBytes: number;
  readonly minOneBatch: boolean;
}

const COUNT = 60;

async function aLog(tailBytes: number): Promise<LogRig> {
  const rig = await LogRig.open({
    tailBytes,
    config: { segmentBytes: 5000, indexIntervalBytes: 300 },
  });
  for (let count = 0; count < COUNT; count += 1) {
    await rig.append(
      batch({ records: 1 + (count % 4), valueBytes: 7 * (count % 11), text: `${count}` }),
    );
  }
  return rig;
}

/** What a read must give, from all batches of the log. */
function expectedFirst(all: Buffer, read: Read): Buffer | undefined {
  const first = [...batchesIn(all)].find(({ lastOffset }) => lastOffset >= read.startOffset);
  if (first === undefined || first.lastOffset >= read.maxOffset) return undefined;
  return first.lengthBytes <= read.maxBytes || read.minOneBatch
    ? Buffer.from(first.batchBytes)
    : undefined;
}

// Goal: any read gives whole batches, from the one that holds the start offset, within both limits;
// from memory and from files alike.
for (const [where, tailBytes] of [
  ["the tail", 1_048_576],
  ["files", 0],
  ["files and a short tail", 20_000],
] as const) {
  test(`any read from ${where} gives whole batches within its limits`, async () => {
    const rig = await aLog(tailBytes);
    const all = await rig.readAll(0, 500);
    const end = rig.log.logEndOffset;
    const reads = fc.record({
      startOffset: fc.nat({ max: end }),
      maxOffset: fc.nat({ max: end + 2 }),
      maxBytes: fc.nat({ max: 3000 }),
      minOneBatch: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(reads, async (read: Read) => {
        const result = await rig.log.read(read);
        const bytes = Buffer.concat(result.chunks);
        assert.equal(result.error, "NONE");
        assert.equal(bytes.length, result.bytes);
        const first = expectedFirst(all, read);
        if (first === undefined) assert.equal(bytes.length, 0);
        else assert.ok(bytes.subarray(0, first.length).equals(first));
        const batches = [...batchesIn(bytes)];
        assert.equal(
          batches.reduce((sum, each) => sum + each.lengthBytes, 0),
          bytes.length,
        );
        assert.ok(batches.every(({ lastOffset }) => lastOffset < read.maxOffset));
        if (batches.length > 1) assert.ok(bytes.length <= read.maxBytes);
        assert.ok(all.includes(bytes), "the bytes stand in the log like this");
        result.release();
      }),
      { numRuns: 300 },
    );
  });
}

test("reads before the start and behind the end are out of range, at the end they are empty", async () => {
  const rig = await aLog(0);
  const end = rig.log.logEndOffset;
  const read = async (startOffset: number): Promise<[string, number]> => {
    const { error, bytes } = await rig.log.read({
      startOffset,
      maxOffset: end,
      maxBytes: 100,
      minOneBatch: true,
    });
    return [error, bytes];
  };
  assert.deepEqual(await read(end), ["NONE", 0]);
  assert.deepEqual(await read(end + 1), ["OFFSET_OUT_OF_RANGE", 0]);
  rig.log.updateHighWatermark(end);
  rig.log.raiseLogStartOffset(10);
  assert.deepEqual(await read(9), ["OFFSET_OUT_OF_RANGE", 0]);
});

test("memory that a slow reader holds is not overwritten, and given back once", async () => {
  const rig = await LogRig.open({ tailBytes: 0 });
  await rig.append(batch({ text: "first", valueBytes: 200 }));
  for (const tailBytes of [0, 1_048_576]) {
    const other = await LogRig.open({ tailBytes });
    await other.append(batch({ text: "first", valueBytes: 200 }));
    const held = await other.log.read({
      startOffset: 0,
      maxOffset: 1,
      maxBytes: 1000,
      minOneBatch: true,
    });
    const before = Buffer.concat(held.chunks);
    for (let count = 0; count < 200; count += 1) {
      await other.append(batch({ text: "later", valueBytes: 900 }));
      const read = await other.log.read({
        startOffset: count + 1,
        maxOffset: 999,
        maxBytes: 5000,
        minOneBatch: true,
      });
      read.release();
      read.release();
    }
    assert.deepEqual(Buffer.concat(held.chunks), before);
    held.release();
  }
});

test("a large read from a file goes off the event loop, and gives the same", async () => {
  const rig = await LogRig.open({ tailBytes: 0 });
  for (let count = 0; count < 10; count += 1) await rig.append(batch({ valueBytes: 60_000 }));
  const options = { startOffset: 0, maxOffset: 10, minOneBatch: true };
  const large = rig.log.read({ ...options, maxBytes: 400_000 });
  assert.ok(large instanceof Promise);
  const small = rig.log.read({ ...options, maxBytes: 100_000 });
  assert.ok(!(small instanceof Promise));
  const { chunks, bytes } = await large;
  assert.equal([...batchesIn(Buffer.concat(chunks))].length, 6);
  assert.ok(bytes <= 400_000);
  assert.ok(Buffer.concat(chunks).subarray(0, small.bytes).equals(Buffer.concat(small.chunks)));
});
