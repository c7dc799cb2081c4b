import assert from "node:assert/strict";
import { test } from "node:test";

import { RecordBatch } from "@naru/protocol";
import { SimulatedDisk } from "@naru/runtime/simulated";

import { FOLDER, LogRig, batch } from "./log-rig.test.ts";
import type { RigOptions } from "./log-rig.test.ts";
import { CorruptLogError } from "./log.ts";

const ACTIVE = `${FOLDER}/00000000000000000000.log`;

/** A log of ten batches in one segment, which was not closed; its bytes are those of `ACTIVE`. */
async function tenBatches(
  config: RigOptions["config"] = {},
): Promise<{ disk: SimulatedDisk; bytes: Buffer }> {
  const disk = new SimulatedDisk();
  const rig = await LogRig.open({ disk, config });
  for (let count = 0; count < 10; count += 1) {
    await rig.append(batch({ records: 2, producerId: 5, sequence: count * 2, valueBytes: 4 }));
  }
  return { disk, bytes: await rig.readAll() };
}

function replace(disk: SimulatedDisk, path: string, bytes: Uint8Array): void {
  const file = disk.open(path, { mode: "any" });
  file.truncate(0);
  file.append([bytes]);
}

/** The starts of the batches, and the end of the last. */
function boundaries(bytes: Buffer): number[] {
  const at = [0];
  while (at.at(-1)! < bytes.length) at.push(RecordBatch.at(bytes, at.at(-1)).endPosition);
  return at;
}

test("a log that ends anywhere in its last two batches ends after the last whole one", async () => {
  const { disk, bytes } = await tenBatches();
  const starts = boundaries(bytes);
  for (let length = bytes.length; length >= starts.at(-3)!; length -= 1) {
    replace(disk, ACTIVE, bytes.subarray(0, length));
    const rig = await LogRig.open({ disk });
    const whole = starts.findLastIndex((start) => start <= length);
    assert.equal(rig.log.logEndOffset, whole * 2, `${length} bytes`);
    assert.equal(rig.log.recovery.bytesTruncated, length - starts[whole]!);
    assert.equal(rig.log.producers()[0]!.lastSequence, whole * 2 - 1);
    const retried = await rig.append(batch({ records: 2, producerId: 5, sequence: whole * 2 }));
    assert.equal(retried.firstOffset, whole * 2);
  }
});

for (const [what, tail] of [
  ["zeros", (): Uint8Array => Buffer.alloc(480)],
  [
    "noise",
    (): Uint8Array => Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 73 + 41) % 256)),
  ],
  [
    "its own last batch once more",
    (bytes: Buffer): Uint8Array => bytes.subarray(boundaries(bytes).at(-2)),
  ],
  ["half a batch", (bytes: Buffer): Uint8Array => bytes.subarray(0, 40)],
] as const) {
  test(`${what} behind the last batch is cut off`, async () => {
    const { disk, bytes } = await tenBatches();
    replace(disk, ACTIVE, Buffer.concat([bytes, tail(bytes)]));
    const rig = await LogRig.open({ disk });
    assert.equal(rig.log.logEndOffset, 20);
    assert.deepEqual(await rig.readAll(), bytes);
  });
}

// The first 12 bytes (offset, length) and the leader epoch and magic lie outside the CRC. A damaged
// epoch or a larger offset cannot be told from a right one; everything else is seen.
test("any flipped bit of the last two batches ends the log before its batch, or changes no record", async () => {
  const { disk, bytes } = await tenBatches();
  const starts = boundaries(bytes);
  for (let at = starts.at(-3)!; at < bytes.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = flipped[at]! ^ (1 << bit);
      replace(disk, ACTIVE, flipped);
      const rig = await LogRig.open({ disk });
      const damaged = starts.findLastIndex((start) => start <= at);
      const field = at - starts[damaged]!;
      if (field >= 8 && !(field >= 12 && field < 16)) {
        assert.equal(rig.log.logEndOffset, damaged * 2, `byte ${field} of batch ${damaged}`);
      }
      const batches = await rig.batches();
      assert.ok(batches.every((each) => each.crcIsValid));
      assert.ok(
        batches.every(
          (each, index) => index === 0 || each.baseOffset > batches[index - 1]!.lastOffset,
        ),
      );
    }
  }
});

test("damage below the recovery point is not cut off: the partition does not open", async () => {
  const { disk, bytes } = await tenBatches({ segmentBytes: 300 });
  const flipped = Buffer.from(disk.readWhole(ACTIVE, 10_000));
  flipped[boundaries(flipped)[1]! + 70]! ^= 4;
  replace(disk, ACTIVE, flipped);
  const before = disk.usedBytes;
  await assert.rejects(LogRig.open({ disk, recoveryPoint: 3 }), (error: unknown) => {
    assert.ok(error instanceof CorruptLogError);
    assert.match(
      error.message,
      /00000000000000000000\.log: record batch at byte \d+ has CRC 0x\w{8}, expected 0x\w{8}/,
    );
    assert.match(error.message, /intact up to offset 2, and was durable up to 3/);
    assert.match(error.hint, /recovery-point-offset-checkpoint/);
    return true;
  });
  assert.equal(disk.usedBytes, before);
  // Above it, it is the trace of a crash.
  const rig = await LogRig.open({ disk, recoveryPoint: 2 });
  assert.equal(rig.log.logEndOffset, 2);
  assert.ok(rig.log.recovery.segmentsRemoved > 0);
  assert.ok(bytes.length > 300);
});

test("a torn end after a clean stop is damage too", async () => {
  const { disk, bytes } = await tenBatches();
  const rig = await LogRig.open({ disk });
  await rig.log.close({ clean: true });
  replace(disk, ACTIVE, bytes.subarray(0, bytes.length - 3));
  await assert.rejects(LogRig.open({ disk, cleanShutdown: true }), { code: "CORRUPT_LOG" });
});

/** Offset 18, no key, the value "old": as Kafka wrote them before 0.10, and before 0.11. */
const oldMessages = [
  "00000000000000120000001149a5aa880000ffffffff000000036f6c64",
  "00000000000000120000001900acdd0f01000000000000000005ffffffff000000036f6c64",
];

test("a message of magic 0 or 1 is not taken for damage", async () => {
  for (const message of oldMessages) {
    const { disk, bytes } = await tenBatches();
    const before = bytes.subarray(0, boundaries(bytes)[9]);
    replace(disk, ACTIVE, Buffer.concat([before, Buffer.from(message, "hex")]));
    await assert.rejects(LogRig.open({ disk }), /magic 0 or 1/);
  }
});

// A sector of the disk may end anywhere in a batch's header, and what is behind it may be zeros.
test("a batch that a power loss has left as zeros from any byte on is cut off", async () => {
  const { disk, bytes } = await tenBatches();
  const at = boundaries(bytes)[9]!;
  for (let from = at; from < bytes.length; from += 1) {
    const torn = Buffer.from(bytes).fill(0, from);
    if (torn.equals(bytes)) continue;
    replace(disk, ACTIVE, torn);
    const rig = await LogRig.open({ disk });
    assert.equal(rig.log.logEndOffset, 18, `zeros from byte ${from - at} of the batch`);
    await rig.log.close({ clean: false });
  }
});

/** What may happen to a file: each gives its new bytes, or undefined for no file. */
const damages: Record<string, (bytes: Buffer) => Buffer | undefined> = {
  deleted: () => undefined,
  emptied: () => Buffer.alloc(0),
  zeroed: (bytes) => Buffer.alloc(bytes.length),
  "cut to an odd length": (bytes) => bytes.subarray(0, Math.max(0, bytes.length - 5)),
  noise: (bytes) => Buffer.from(bytes.map((_, at) => (at * 151 + 77) % 256)),
  "twice as long": (bytes) => Buffer.concat([bytes, bytes]),
};
const suffixes = [
  ".index",
  ".timeindex",
  ".snapshot",
  "leader-epoch-checkpoint",
  "partition.metadata",
];

for (const isClean of [true, false]) {
  for (const [damage, apply] of Object.entries(damages)) {
    for (const suffix of suffixes) {
      test(`${suffix} ${damage} before ${isClean ? "a clean" : "an unclean"} start: rebuilt from the log`, async () => {
        await damagedFileIsRebuilt({ isClean, suffix, apply });
      });
    }
  }
}

async function damagedFileIsRebuilt(options: {
  isClean: boolean;
  suffix: string;
  apply: (bytes: Buffer) => Buffer | undefined;
}): Promise<void> {
  const config = { segmentBytes: 700, indexIntervalBytes: 100 };
  const { disk, bytes } = await tenBatches(config);
  const first = await LogRig.open({ disk, config });
  first.log.assignEpochStart(3, 20);
  await first.append(batch({ records: 2, producerId: 5, sequence: 20, valueBytes: 4 }), {
    leaderEpoch: 3,
  });
  await first.log.close({ clean: options.isClean });
  const expected = await probe(first);
  for (const { name, bytes: fileBytes } of disk.list(FOLDER)) {
    if (!name.endsWith(options.suffix)) continue;
    const path = `${FOLDER}/${name}`;
    const damaged = options.apply(Buffer.from(disk.readWhole(path, fileBytes)));
    if (damaged === undefined) await disk.unlink(path);
    else replace(disk, path, damaged);
  }
  const recoveryPoint = options.isClean ? 22 : 9;
  const again = await LogRig.open({ disk, config, cleanShutdown: options.isClean, recoveryPoint });
  assert.deepEqual(await probe(again), expected);
  assert.ok((await again.readAll()).subarray(0, bytes.length).equals(bytes));
}

/** What the indexes, the producers and the epochs answer. */
async function probe(rig: LogRig): Promise<unknown> {
  const answers: unknown[] = [
    rig.log.producers(),
    rig.log.epochAt(0),
    rig.log.epochAt(21),
    rig.log.latestEpoch,
  ];
  for (let offset = 0; offset < 22; offset += 1) {
    const read = await rig.log.read({
      startOffset: offset,
      maxOffset: 22,
      maxBytes: 1,
      minOneBatch: true,
    });
    answers.push(RecordBatch.at(Buffer.concat(read.chunks)).baseOffset);
    answers.push(await rig.log.offsetForTimestamp(1_767_225_600_000 + (offset % 2)));
    read.release();
  }
  return answers;
}
