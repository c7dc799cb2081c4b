import { DiskError, assert } from "@naru/runtime";
import { RecordBatch } from "@naru/protocol";

import { acceptedAppend, refusedAppend } from "./append-result.ts";
import type { AppendResult } from "./append-result.ts";
import { validateAppend, validateOwnBatches } from "./append-validation.ts";
import type { LogCore } from "./log-core.ts";
import type { EpochEntry } from "./leader-epoch-cache.ts";
import type { AppendClaim, ProducerVerdict } from "./producer-state.ts";
import type { AbortedTransaction } from "./transaction-index.ts";
import type { StagedLog, WriteTurn } from "./write-turn.ts";

/** More than this is written at once, not at the end of the turn: one write call stays below it. */
const STAGED_BYTES_MAX = 1_048_576;

/** What became of appended bytes: in the file, or, where the disk is full, nowhere. */
export type WriteOutcome = "NONE" | "KAFKA_STORAGE_ERROR";

export interface AppendOptions extends AppendClaim {
  readonly leaderEpoch: number;
  readonly origin: "client" | "coordinator" | "raft";
  /** The version of the Produce request: old ones may not carry zstd. */
  readonly produceVersion?: number | undefined;
  /** Whether `checkKeysOffLoop` has found nothing. */
  readonly keysAreChecked?: boolean | undefined;
  onWritten(outcome: WriteOutcome): void;
}

export interface FollowerAppendOptions {
  onWritten(outcome: WriteOutcome): void;
}

/** How the batches of one append are stamped; undefined leaves them as the leader made them. */
interface Stamp {
  readonly leaderEpoch: number;
  /** undefined keeps the times that the producer gave. */
  readonly appendTimeMs: number | undefined;
  /** The largest timestamp of the records where the header may say another. */
  readonly maxTimestamp: number | undefined;
}

/**
 * Puts batches behind the log: checks, stages, writes, and takes back what the disk had no room
 * for.
 */
export class LogWriter implements StagedLog {
  readonly #core: LogCore;
  readonly #turn: WriteTurn;
  #isInTurn = false;
  /** The disk was full in this turn: what comes behind would leave a hole. */
  #isRefusing = false;
  /** Whom to tell, oldest first; the first `#outcomes.length` have their outcome. */
  #callbacks: ((outcome: WriteOutcome) => void)[] = [];
  #outcomes: WriteOutcome[] = [];
  /** Said once, not with every append that finds no room. */
  #isDiskFull = false;
  #aborted: AbortedTransaction[] = [];
  #epochsBefore: readonly EpochEntry[] | undefined;

  constructor(core: LogCore, turn: WriteTurn) {
    this.#core = core;
    this.#turn = turn;
  }

  append(records: Uint8Array, options: AppendOptions): AppendResult {
    const core = this.#core;
    if (this.#cannotAppend()) return this.#refuse({ error: "KAFKA_STORAGE_ERROR" });
    const { runtime, name: topicPartition, decompressedBatchBytesMax } = core.parts;
    const nowMs = runtime.clock.nowMs();
    const context = { ...options, nowMs, topicPartition, decompressedBatchBytesMax };
    const valid = validateAppend(records, core.config, context);
    if (valid.error !== "NONE") return this.#refuse(valid);
    const answered = this.#askProducers(valid.batches, options);
    if (answered !== undefined) return answered;
    const offsets = this.#stage(valid.batches, options, {
      leaderEpoch: options.leaderEpoch,
      appendTimeMs: valid.appendTimeMs,
      maxTimestamp: valid.maxTimestamp,
    });
    if (offsets === undefined) return this.#refuse({ error: "KAFKA_STORAGE_ERROR" });
    return acceptedAppend(offsets, {
      logAppendTimeMs: valid.appendTimeMs ?? -1,
      logStartOffset: core.logStartOffset,
      duplicate: false,
    });
  }

  /** Batches as a leader sent them: offsets and epochs are kept. */
  appendAsFollower(records: Uint8Array, options: FollowerAppendOptions): AppendResult {
    const core = this.#core;
    if (this.#cannotAppend()) return this.#refuse({ error: "KAFKA_STORAGE_ERROR" });
    const valid = validateOwnBatches(records);
    if (valid.error !== "NONE") return this.#refuse(valid);
    const bytes = valid.batches;
    let expected = core.logEndOffset;
    for (let position = 0; position < bytes.length;) {
      const batch = RecordBatch.at(bytes, position);
      if (batch.baseOffset < expected || batch.lastOffset < batch.baseOffset) {
        const message = `the batch has offsets ${batch.baseOffset} to ${batch.lastOffset}, expected from ${expected} on`;
        return this.#refuse({ error: "CORRUPT_MESSAGE", message });
      }
      expected = batch.nextOffset;
      position = batch.endPosition;
    }
    const offsets = this.#stage(bytes, options);
    if (offsets === undefined) return this.#refuse({ error: "KAFKA_STORAGE_ERROR" });
    const { logStartOffset } = core;
    return acceptedAppend(offsets, { logAppendTimeMs: -1, logStartOffset, duplicate: false });
  }

  writeStaged(): void {
    const core = this.#core;
    const { tail, activeSegment } = core;
    if (tail.stagedBytes === 0) return;
    const { producers } = core.parts;
    try {
      for (const entry of this.#aborted) activeSegment.transactionIndex.append(entry);
      activeSegment.write(tail.staged());
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      this.#takeBack(error);
      return;
    }
    core.writtenEndOffset = core.logEndOffset;
    tail.written();
    producers.commit();
    this.#aborted = [];
    this.#epochsBefore = undefined;
    this.#decide("NONE");
    if (!this.#isDiskFull) return;
    this.#isDiskFull = false;
    core.parts.logger.info(`${core.parts.name}: the disk has room again, and appends are taken.`);
  }

  settle(): void {
    const core = this.#core;
    const callbacks = this.#callbacks;
    const outcomes = this.#outcomes;
    // Who was told by another log of this turn may have appended here since the write: next pass.
    this.#callbacks = callbacks.splice(outcomes.length);
    this.#outcomes = [];
    this.#isInTurn = false;
    if (this.#callbacks.length > 0) this.#joinTurn();
    this.#isRefusing = false;
    for (let index = 0; index < callbacks.length; index += 1) callbacks[index]!(outcomes[index]!);
    const unsynced = core.writtenEndOffset - core.flusher.syncedEndOffset;
    if (unsynced >= core.config.flushMessages && core.flusher.isIdle) {
      core.flusher.syncSoon(() => {});
    }
  }

  /** Closes the active segment and begins a new one; false when the disk has no room for it. */
  roll(baseOffset = this.#core.logEndOffset): boolean {
    this.writeStaged();
    if (this.#isRefusing) return false;
    const core = this.#core;
    const old = core.activeSegment;
    if (old.baseOffset === baseOffset) return true;
    try {
      core.startSegment(baseOffset);
      return true;
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      if (error.code !== "ENOSPC") core.failed(error);
      else {
        core.parts.logger.warn(`${core.parts.name}: no room for a new segment. ${error.message}`);
        old.reopen();
      }
      return false;
    }
  }

  #cannotAppend(): boolean {
    assert(!this.#core.isTruncating, "nothing is appended to a log while it is truncated");
    return this.#isRefusing || this.#core.failure !== undefined;
  }

  #refuse(refusal: Parameters<typeof refusedAppend>[0]): AppendResult {
    return refusedAppend(refusal, this.#core.logStartOffset);
  }

  /** The answer to a batch that its producer's state refuses, or that was there before. */
  #askProducers(bytes: Uint8Array, claim: AppendClaim): AppendResult | undefined {
    const { producers } = this.#core.parts;
    for (let position = 0; position < bytes.length;) {
      const batch = RecordBatch.at(bytes, position);
      if (batch.hasProducerId) {
        const verdict = producers.check(batch, claim);
        if (verdict.kind === "refused") return this.#refuse(verdict);
        if (verdict.kind === "duplicate") return this.#duplicate(verdict);
      }
      position = batch.endPosition;
    }
    return undefined;
  }

  #duplicate(verdict: Extract<ProducerVerdict, { kind: "duplicate" }>): AppendResult {
    const core = this.#core;
    const { lastOffset, offsetDelta, timestamp } = verdict.of;
    // The first one may still be staged: it counts only once it is in the file.
    if (lastOffset >= core.writtenEndOffset) this.writeStaged();
    if (lastOffset >= core.writtenEndOffset) return this.#refuse({ error: "KAFKA_STORAGE_ERROR" });
    return acceptedAppend(
      { first: lastOffset - offsetDelta, last: lastOffset },
      // Kafka says the largest timestamp of the first time, whoever gave it.
      { logAppendTimeMs: timestamp, logStartOffset: core.logStartOffset, duplicate: true },
    );
  }

  /**
   * Copies the batches behind the log; undefined when a new segment was needed and there is no
   * room.
   */
  #stage(
    bytes: Uint8Array,
    options: { onWritten(outcome: WriteOutcome): void },
    stamp?: Stamp,
  ): { first: number; last: number } | undefined {
    const core = this.#core;
    let first = core.logEndOffset;
    let last = first - 1;
    this.#joinTurn();
    for (let position = 0; position < bytes.length;) {
      const source = RecordBatch.at(bytes, position);
      const baseOffset = stamp === undefined ? source.baseOffset : core.logEndOffset;
      if (!this.#rollIfNeeded(source, { baseOffset, stamp })) return undefined;
      this.#stageOne(source, baseOffset, stamp);
      if (position === 0) first = baseOffset;
      last = core.logEndOffset - 1;
      position = source.endPosition;
    }
    this.#callbacks.push((outcome) => options.onWritten(outcome));
    if (core.tail.stagedBytes >= STAGED_BYTES_MAX) this.writeStaged();
    return { first, last };
  }

  #joinTurn(): void {
    if (this.#isInTurn) return;
    this.#isInTurn = true;
    this.#turn.stage(this);
  }

  #stageOne(source: RecordBatch, baseOffset: number, stamp: Stamp | undefined): void {
    const core = this.#core;
    const { producers, epochs } = core.parts;
    const { chunk, position } = core.tail.stage(source.batchBytes, baseOffset);
    const batch = RecordBatch.at(chunk.buffer, position);
    if (stamp !== undefined) {
      batch.baseOffset = baseOffset;
      batch.partitionLeaderEpoch = stamp.leaderEpoch;
      if (stamp.appendTimeMs !== undefined) batch.setLogAppendTime(stamp.appendTimeMs);
      else if (stamp.maxTimestamp !== undefined && !hasCreateTime(batch, stamp.maxTimestamp)) {
        // Kafka takes such a header from a producer, too, and puts it right.
        batch.setMaxTimestamp("CreateTime", stamp.maxTimestamp);
      }
    }
    this.#epochsBefore ??= epochs.entries;
    epochs.assign(batch.partitionLeaderEpoch, baseOffset);
    core.logEndOffset = batch.nextOffset;
    const completed = producers.update(batch);
    if (completed === undefined || !completed.isAborted) return;
    const { producerId, firstOffset, lastOffset } = completed;
    const lastStableOffset = producers.lastStableOffsetAfter(completed);
    this.#aborted.push({ producerId, firstOffset, lastOffset, lastStableOffset });
  }

  #rollIfNeeded(
    batch: RecordBatch,
    { baseOffset, stamp }: { baseOffset: number; stamp: Stamp | undefined },
  ): boolean {
    const core = this.#core;
    const active = core.activeSegment;
    const { stagedBytes } = core.tail;
    const lastOffset = baseOffset + batch.lastOffsetDelta;
    const bytes = active.sizeBytes + stagedBytes;
    const isDue =
      bytes > core.config.segmentBytes - batch.lengthBytes ||
      active.rollIsDue(stamp?.appendTimeMs ?? batch.maxTimestamp) ||
      active.indexIsFull(stagedBytes) ||
      !active.holdsRelative(lastOffset);
    // An empty segment is as good as a new one, unless its offsets begin too far away.
    if (!isDue || (bytes === 0 && active.holdsRelative(lastOffset))) return true;
    return this.roll(baseOffset);
  }

  /** The staged bytes are not in the file: the log is as it was before them. */
  #takeBack(error: DiskError): void {
    const core = this.#core;
    const { producers, epochs, logger, name } = core.parts;
    const stagedBytes = core.tail.stagedBytes;
    core.tail.dropStaged();
    core.logEndOffset = core.writtenEndOffset;
    producers.rollback(core.writtenEndOffset);
    if (this.#epochsBefore !== undefined) epochs.restore(this.#epochsBefore);
    this.#epochsBefore = undefined;
    this.#isRefusing = true;
    this.#decide("KAFKA_STORAGE_ERROR");
    try {
      if (this.#aborted.length > 0) {
        core.activeSegment.transactionIndex.truncateTo(core.writtenEndOffset);
      }
    } catch (second) {
      core.failed(second);
    }
    this.#aborted = [];
    if (error.code !== "ENOSPC") core.failed(error);
    else if (!this.#isDiskFull) {
      this.#isDiskFull = true;
      logger.error(
        `${name}: the disk is full: ${stagedBytes} bytes were not appended, and who sent them is told ` +
          `KAFKA_STORAGE_ERROR. The log ends at offset ${core.logEndOffset} as before, and can be read.`,
      );
    }
  }

  #decide(outcome: WriteOutcome): void {
    while (this.#outcomes.length < this.#callbacks.length) this.#outcomes.push(outcome);
  }
}

/** Whether the header says what it should on a topic that keeps the producer's times. */
function hasCreateTime(batch: RecordBatch, maxTimestamp: number): boolean {
  return batch.timestampType === "CreateTime" && batch.maxTimestamp === maxTimestamp;
}
