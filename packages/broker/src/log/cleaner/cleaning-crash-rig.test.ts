// What the crash tests of the cleaner share: a life of some thousands of records with transactions
// and tombstones, passes over it, and the check of everything that a crash leaves.
import assert from "node:assert/strict";

import { SimulatedRandom } from "@naru/runtime/simulated";
import type { SimulatedDisk } from "@naru/runtime/simulated";

import { readOffsetCheckpoint, writeOffsetCheckpoint } from "../checkpoint-file.ts";
import { newDisk, untilCrash } from "../crash-rig.test.ts";
import { LogRig, marker } from "../log-rig.test.ts";
import { clean, committedRecords, compacted, pairs, put } from "./cleaner-rig.test.ts";
import type { Pair, SeenRecord } from "./cleaner-rig.test.ts";

const RECOVERY_POINTS = "/data/recovery-point-offset-checkpoint";
const CLEANED_OFFSETS = "/data/cleaner-offset-checkpoint";
const KEYS = 150;
const ROUNDS = 4;
const BATCHES = 40;
const RECORDS = 14;
const config = {
  ...compacted,
  segmentBytes: 4_000,
  indexIntervalBytes: 500,
  fileDeleteDelayMs: 10,
  // Due at the pass after the next.
  deleteRetentionMs: 1_500,
};

/** A record, and how its transaction ended: undefined while it is open. */
interface Written extends SeenRecord {
  /** The offset of the marker, of its own for a record outside a transaction. */
  decidedAt: number | undefined;
  isAborted: boolean;
}

/** What the outside world knows. */
export class Life {
  readonly written: Written[] = [];
  syncedEndOffset = 0;
  /** The disk calls in which a pass went on. */
  readonly passes: { from: number; to: number }[] = [];

  /** The latest value of each key, of what was decided below `stableOffset`. */
  valuesBelow(stableOffset: number): Map<string, string> {
    const values = new Map<string, string>();
    for (const { offset, key, value, decidedAt, isAborted } of this.written) {
      if (offset >= stableOffset || isAborted || decidedAt === undefined) continue;
      if (value === null) values.delete(key!);
      else values.set(key!, value);
    }
    return values;
  }
}

export async function openLog(disk: SimulatedDisk): Promise<LogRig> {
  const offsetIn = (path: string): number | undefined =>
    readOffsetCheckpoint(disk, path).offsets[0]?.offset;
  return await LogRig.open({
    disk,
    config,
    recoveryPoint: offsetIn(RECOVERY_POINTS) ?? 0,
    cleanedOffset: offsetIn(CLEANED_OFFSETS),
    tailBytes: 0,
  });
}

/** Lives until the end, or until the disk goes off. */
export async function liveThrough(disk: SimulatedDisk, life: Life): Promise<void> {
  const rig = await openLog(disk);
  try {
    await liveOn(rig, life);
  } catch (error) {
    // It may have gone off in something that nobody waited for.
    throw rig.failures[0] ?? error;
  }
}

async function liveOn(rig: LogRig, life: Life): Promise<void> {
  const sequences = new Map<number, number>();
  const random = new SimulatedRandom("life");
  let open: Written[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let count = 0; count < BATCHES; count += 1) {
      const isTransactional = count % 3 === 1;
      const producerId = isTransactional ? 7 : 8;
      const batch = Array.from({ length: RECORDS }, (): Pair => {
        const key = `key-${random.integer(KEYS)}`;
        return [key, random.integer(5) === 0 ? null : `${round}.${count}`];
      });
      const first = rig.log.logEndOffset;
      const written = batch.map(([key, value], at): Written => ({
        offset: first + at,
        key,
        value,
        decidedAt: isTransactional ? undefined : first + at,
        isAborted: false,
      }));
      life.written.push(...written);
      if (isTransactional) open.push(...written);
      const baseSequence = sequences.get(producerId) ?? 0;
      sequences.set(producerId, baseSequence + RECORDS);
      const timestamp = rig.clock.nowMs();
      const options = { producerId, baseSequence, isTransactional, timestamp } as const;
      const compression = count % 4 === 0 ? "gzip" : "none";
      await put(rig, pairs(batch, { ...options, compression }));
      // Unsynced segments could come back with holes, taken for those of compaction.
      life.syncedEndOffset = await rig.log.sync();
      if (count % 9 !== 8) continue;
      const isAborted = count % 2 === 0;
      for (const each of open) Object.assign(each, { decidedAt: rig.log.logEndOffset, isAborted });
      open = [];
      await put(rig, marker(isAborted ? "ABORT" : "COMMIT", { producerId: 7 }), "coordinator");
    }
    await pass(rig, life);
    await rig.clock.advance(1_000);
  }
}

/** A pass with its checkpoints, as `LogCleaner` makes it. */
async function pass(rig: LogRig, life: Life): Promise<void> {
  const { disk, log } = rig;
  const at = { topic: "orders", partition: 0 };
  life.syncedEndOffset = await log.sync();
  await writeOffsetCheckpoint(disk, RECOVERY_POINTS, [{ ...at, offset: log.recoveryPoint }]);
  const from = disk.callCount;
  const report = await clean(rig, { chunkBytes: 1_500 });
  assert.ok(report !== undefined && report.recordsAfter < report.recordsBefore);
  await writeOffsetCheckpoint(disk, CLEANED_OFFSETS, [{ ...at, offset: log.cleanedOffset! }]);
  life.passes.push({ from, to: disk.callCount });
}

/** Opens what a crash left, checks it, cleans it, and checks it again. */
export async function checkAfterCrash(disk: SimulatedDisk, life: Life): Promise<void> {
  const rig = await openLog(disk);
  const { log } = rig;
  log.updateHighWatermark(log.logEndOffset);
  assert.ok(log.logEndOffset >= life.syncedEndOffset, "nothing that was synced is lost");
  assert.equal(log.logStartOffset, 0);
  await checkLog(rig, life);
  await clean(rig);
  await checkLog(rig, life);
  assert.deepEqual(rig.failures, []);
  const names = disk.list("/data/orders-0").map(({ name }) => name);
  assert.ok(!names.some((name) => /\.(cleaned|swap)$/.test(name)), names.join(" "));
}

export async function checkLog(rig: LogRig, life: Life): Promise<void> {
  const { log } = rig;
  const batches = await rig.batches();
  let end = -1;
  for (const batch of batches) {
    assert.ok(
      batch.crcIsValid && batch.baseOffset > end,
      "batches are whole and follow each other",
    );
    end = batch.lastOffset;
  }
  const byOffset = new Map(life.written.map((each) => [each.offset, each]));
  const stableOffset = log.lastStableOffset;
  const seen = new Map<string, string>();
  for (const { offset, key, value } of committedRecords(batches, rig)) {
    if (offset >= stableOffset) continue;
    const original = byOffset.get(offset)!;
    assert.deepEqual([key, value], [original.key, original.value]);
    assert.ok(!original.isAborted || original.decidedAt! >= log.logEndOffset, "nothing aborted");
    if (value === null) seen.delete(key!);
    else seen.set(key!, value);
  }
  assert.deepEqual(seen, life.valuesBelow(stableOffset));
}

/** Runs the life with the disk going off at a call, and checks what is left. */
export async function crashAt(call: number, outcomes: readonly string[]): Promise<void> {
  const disk = newDisk("cleaning");
  await disk.syncFolder("/");
  const life = new Life();
  disk.crashAt(disk.callCount + call);
  await untilCrash(() => liveThrough(disk, life));
  for (const outcome of outcomes) {
    const left = disk.crash(new SimulatedRandom(`${outcome} of ${call}`));
    await checkAfterCrash(left, life).catch((error: unknown) => {
      throw new Error(`crash at call ${call}, outcome ${outcome}`, { cause: error });
    });
  }
}

/** The calls of a life that nothing ends, counted from 1, and where its passes are. */
export async function wholeLife(): Promise<{ calls: number; life: Life }> {
  const disk = newDisk("cleaning");
  await disk.syncFolder("/");
  const before = disk.callCount;
  const life = new Life();
  await liveThrough(disk, life);
  await checkAfterCrash(disk.crash(new SimulatedRandom("end")), life);
  const passes = life.passes.map(({ from, to }) => ({ from: from - before, to: to - before }));
  life.passes.splice(0, passes.length, ...passes);
  return { calls: disk.callCount - before, life };
}
