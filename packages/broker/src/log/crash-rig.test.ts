// What the crash tests share: a scripted life of a log with the files that a broker keeps beside
// it, a model of what may be expected, and the check of everything after a start.
import assert from "node:assert/strict";

import { RecordBatch, batchesIn } from "@naru/protocol";
import { CrashError, SimulatedDisk, SimulatedRandom } from "@naru/runtime/simulated";

import { readOffsetCheckpoint, replaceFile, writeOffsetCheckpoint } from "./checkpoint-file.ts";
import { LogRig, batch, marker } from "./log-rig.test.ts";
import { ProducerState } from "./producer-state.ts";

const RECOVERY_POINTS = "/data/recovery-point-offset-checkpoint";
const LOG_STARTS = "/data/log-start-offset-checkpoint";
const CLEAN_MARKER = "/data/.kafka_cleanshutdown";
const config = {
  segmentBytes: 500,
  indexIntervalBytes: 150,
  retentionMs: -1,
  fileDeleteDelayMs: 10,
};

/** What the outside world knows of the log. */
export class Model {
  /** Every batch that was ever handed out, by base offset: a truncated one may be replaced. */
  readonly written = new Map<number, Buffer[]>();
  /** Batches whose sync was reported: they must be there, unless truncated or deleted. */
  readonly synced = new Map<number, Buffer>();
  /** Below it everything may be gone. */
  floor = 0;
  epoch = 0;

  wrote(bytes: Buffer): void {
    for (const each of batchesIn(bytes)) {
      const copies = this.written.get(each.baseOffset) ?? [];
      copies.push(Buffer.from(each.batchBytes));
      this.written.set(each.baseOffset, copies);
    }
  }

  sawSynced(bytes: Buffer): void {
    for (const each of batchesIn(bytes))
      this.synced.set(each.baseOffset, Buffer.from(each.batchBytes));
  }

  /** What was truncated does not come back. */
  truncated(offset: number): void {
    for (const [baseOffset, copies] of this.written) {
      const kept = copies.filter((copy) => RecordBatch.at(copy).lastOffset < offset);
      this.written.set(baseOffset, kept);
    }
  }

  /** From the moment on that a truncation begins, nothing beyond it is promised. */
  truncating(offset: number): void {
    for (const [baseOffset, bytes] of this.synced) {
      if (RecordBatch.at(bytes).lastOffset >= offset) this.synced.delete(baseOffset);
    }
  }
}

/** Opens the log as a broker does: with what its checkpoints and its marker say. */
export async function openLog(disk: SimulatedDisk): Promise<LogRig> {
  const offsetIn = (path: string): number =>
    readOffsetCheckpoint(disk, path).offsets[0]?.offset ?? 0;
  const cleanShutdown = disk.stat(CLEAN_MARKER) !== undefined;
  const rig = await LogRig.open({
    disk,
    config,
    cleanShutdown,
    recoveryPoint: offsetIn(RECOVERY_POINTS),
    logStartOffset: offsetIn(LOG_STARTS),
    tailBytes: 4096,
  });
  if (cleanShutdown) {
    await disk.unlink(CLEAN_MARKER);
    await disk.syncFolder("/data");
  }
  return rig;
}

export async function checkpoint({ disk, log }: LogRig): Promise<void> {
  const at = { topic: "orders", partition: 0 };
  await writeOffsetCheckpoint(disk, RECOVERY_POINTS, [{ ...at, offset: log.recoveryPoint }]);
  await writeOffsetCheckpoint(disk, LOG_STARTS, [{ ...at, offset: log.logStartOffset }]);
}

export async function closeCleanly(rig: LogRig): Promise<void> {
  await rig.log.close({ clean: true });
  await checkpoint(rig);
  await replaceFile(rig.disk, CLEAN_MARKER, Buffer.from('{"version":0,"brokerEpoch":1}'));
}

/**
 * Appends of several producers, transactions, rolls, snapshots, DeleteRecords, retention,
 * truncation, restarts.
 */
export async function liveThrough(disk: SimulatedDisk, model: Model): Promise<void> {
  let rig = await openLog(disk);
  const sequences = new Map<number, number>();
  const add = async (producerId: number, isTransactional = false): Promise<void> => {
    const sequence = sequences.get(producerId) ?? 0;
    const records = 1 + (sequence % 3);
    const shape = { producerId, sequence, records, isTransactional, valueBytes: 20 };
    await put(rig, model, batch(shape));
    sequences.set(producerId, sequence + records);
  };
  for (let round = 0; round < 6; round += 1) {
    await add(1);
    await add(2, true);
    await add(3);
    await sync(rig, model);
    await add(2, true);
    await put(
      rig,
      model,
      marker(round % 2 === 0 ? "ABORT" : "COMMIT", { producerId: 2 }),
      "coordinator",
    );
    if (round % 2 === 1) await sync(rig, model);
    if (round === 1) rig.log.takeProducerSnapshot();
    if (round === 2) await deleteRecords(rig, model, rig.log.logEndOffset - 12);
    if (round === 3) await truncate(rig, model, rig.log.logEndOffset - 4);
    sequences.clear();
    for (const { producerId, lastSequence } of rig.log.producers())
      sequences.set(producerId, lastSequence + 1);
    if (round === 4) {
      await closeCleanly(rig);
      rig = await openLog(disk);
      rig.log.updateHighWatermark(rig.log.logEndOffset);
    }
    model.epoch += 1;
    rig.log.assignEpochStart(model.epoch, rig.log.logEndOffset);
    await checkpoint(rig);
  }
  await add(1);
  await sync(rig, model);
  await closeCleanly(rig);
}

async function put(
  rig: LogRig,
  model: Model,
  bytes: Uint8Array,
  origin: "client" | "coordinator" = "client",
): Promise<void> {
  const result = rig.stage(bytes, { leaderEpoch: model.epoch, origin });
  assert.equal(result.error, "NONE");
  // What a crash leaves may hold it from here on, so it is noted before it is written.
  const copy = Buffer.from(bytes);
  const noted = RecordBatch.at(copy);
  noted.baseOffset = result.firstOffset;
  noted.partitionLeaderEpoch = model.epoch;
  model.wrote(copy);
  await rig.turn();
  rig.log.updateHighWatermark(rig.log.writtenEndOffset);
}

async function sync(rig: LogRig, model: Model): Promise<void> {
  await rig.log.sync();
  model.sawSynced(await rig.readAll());
}

async function deleteRecords(rig: LogRig, model: Model, offset: number): Promise<void> {
  model.floor = offset;
  rig.log.raiseLogStartOffset(offset);
  await rig.log.retain(rig.clock.nowMs());
  await rig.clock.advance(20);
  await checkpoint(rig);
}

async function truncate(rig: LogRig, model: Model, offset: number): Promise<void> {
  model.truncating(offset);
  await rig.log.truncateTo(offset);
  model.truncated(offset);
  await checkpoint(rig);
}

/** Runs `work` until it is done or the machine goes off; true when it was done. */
export async function untilCrash(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof CrashError || isFromCrash(error)) return false;
    throw error;
  }
}

function isFromCrash(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof CrashError;
}

/** Opens what a crash left, checks everything, and that the log's life goes on. */
export async function checkAfterCrash(disk: SimulatedDisk, model: Model): Promise<void> {
  const rig = await openLog(disk);
  await checkLog(rig, model);
  await put(rig, model, batch({ producerId: 99, sequence: 0 }));
  const before = await rig.readAll();
  await closeCleanly(rig);
  const again = await openLog(disk);
  assert.equal(again.log.recovery.segmentsVerified, 0);
  assert.deepEqual(await again.readAll(), before);
  await checkLog(again, model);
}

export async function checkLog(rig: LogRig, model: Model): Promise<void> {
  const { log } = rig;
  const all = await rig.batches(rig.log.logStartOffset);
  let expected: number | undefined;
  for (const each of all) {
    assert.ok(each.crcIsValid, "every batch is whole");
    if (expected !== undefined) assert.equal(each.baseOffset, expected, "offsets have no hole");
    expected = each.nextOffset;
    const copies = model.written.get(each.baseOffset) ?? [];
    assert.ok(
      copies.some((copy) => copy.equals(each.batchBytes)),
      "nothing is there that was not appended",
    );
    assert.equal(
      log.epochAt(each.baseOffset),
      each.partitionLeaderEpoch,
      "epochs agree with the batches",
    );
  }
  if (expected !== undefined) assert.equal(log.logEndOffset, expected);
  const present = new Map(all.map((each) => [each.baseOffset, each]));
  for (const [baseOffset, bytes] of model.synced) {
    if (RecordBatch.at(bytes).lastOffset < Math.max(model.floor, log.logStartOffset)) continue;
    assert.ok(present.has(baseOffset), `the synced batch at offset ${baseOffset} is there`);
    assert.ok(bytes.equals(present.get(baseOffset)!.batchBytes));
  }
  assert.ok(log.logStartOffset <= model.floor, "nothing was deleted that nobody asked for");
  for (const each of all) await checkLookup(rig, each);
  checkProducers(rig, all);
}

async function checkLookup(rig: LogRig, each: RecordBatch): Promise<void> {
  const startOffset = each.lastOffset;
  const read = await rig.log.read({
    startOffset,
    maxOffset: rig.log.writtenEndOffset,
    maxBytes: 1,
    minOneBatch: true,
  });
  assert.ok(Buffer.concat(read.chunks).equals(each.batchBytes), "the index leads to the batch");
  read.release();
}

/**
 * Producers and transactions are what the log says; what is no longer in it may be remembered as
 * well.
 */
function checkProducers({ log }: LogRig, all: readonly RecordBatch[]): void {
  const fresh = new ProducerState();
  const aborted: { producerId: number; firstOffset: number }[] = [];
  for (const each of all) {
    const completed = fresh.update(each);
    if (completed?.isAborted === true) {
      aborted.push({ producerId: completed.producerId, firstOffset: completed.firstOffset });
    }
  }
  const views = new Map(log.producers().map((view) => [view.producerId, view]));
  for (const entry of fresh.entries) {
    const view = views.get(entry.producerId);
    assert.equal(view?.producerEpoch, entry.producerEpoch);
    if (entry.lastSequence !== -1) assert.equal(view?.lastSequence, entry.lastSequence);
    if (entry.isInTransaction) assert.notEqual(view?.currentTxnStartOffset, -1);
    else assert.equal(view?.currentTxnStartOffset, -1);
  }
  const told = log.abortedTransactions(log.logStartOffset, log.logEndOffset);
  for (const each of aborted) {
    assert.ok(
      told.some(
        ({ producerId, firstOffset }) =>
          producerId === each.producerId && firstOffset <= each.firstOffset,
      ),
      "an aborted transaction is told of",
    );
  }
}

export function newDisk(seed: string): SimulatedDisk {
  const disk = new SimulatedDisk({ random: new SimulatedRandom(seed) });
  disk.makeFolder("/data");
  return disk;
}
