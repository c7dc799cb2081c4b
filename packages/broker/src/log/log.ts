import { ClosedError } from "@naru/protocol";
import { DiskError, assert } from "@naru/runtime";
import type { Logger, Runtime, Timer } from "@naru/runtime";

import { abortedTransactions } from "./aborted-transactions.ts";
import type { AppendResult } from "./append-result.ts";
import { isLargeCompressed, keyRulesOf } from "./append-validation.ts";
import type { Refusal } from "./append-validation.ts";
import { cleanLog } from "./cleaner/clean-log.ts";
import type { CleanOptions } from "./cleaner/clean-log.ts";
import { cleanableOf } from "./cleaner/cleanable.ts";
import type { CleanableLog } from "./cleaner/cleanable.ts";
import type { CleaningReport } from "./cleaner/cleaning-report.ts";
import { EpochCheckpoint } from "./epoch-checkpoint.ts";
import { deletedFolderName } from "./file-names.ts";
import type { HotTail } from "./hot-tail.ts";
import { LeaderEpochCache } from "./leader-epoch-cache.ts";
import type { EpochEndOffset } from "./leader-epoch-cache.ts";
import type { LogConfig } from "./log-config.ts";
import { LogCore } from "./log-core.ts";
import { loadLog } from "./log-loader.ts";
import { readLog } from "./log-reader.ts";
import type { ReadOptions, ReadResult } from "./log-reader.ts";
import { LogTail } from "./log-tail.ts";
import { LogWriter } from "./log-writer.ts";
import type { AppendOptions, FollowerAppendOptions } from "./log-writer.ts";
import { claimFolder } from "./partition-metadata.ts";
import { ProducerSnapshots } from "./producer-snapshots.ts";
import { ProducerState } from "./producer-state.ts";
import { producerView } from "./producer-view.ts";
import type { ProducerView } from "./producer-view.ts";
import { recordKeysJob } from "./record-keys.job.ts";
import { describeRecovery } from "./recovery-report.ts";
import type { RecoveryReport } from "./recovery-report.ts";
import { retain } from "./retention.ts";
import { findByTimestamp, findLargestTimestamp } from "./timestamp-lookup.ts";
import type { TimestampedOffset } from "./timestamp-lookup.ts";
import { restartLog, truncateLog } from "./truncation.ts";
import { TransactionChecks } from "./transaction-checks.ts";
import type { WriteTurn } from "./write-turn.ts";

export type { AppendResult } from "./append-result.ts";
export type { Refusal } from "./append-validation.ts";
export { CorruptLogError } from "./corrupt-log-error.ts";
export { HotTail } from "./hot-tail.ts";
export type { EpochEndOffset } from "./leader-epoch-cache.ts";
export { defaultLogConfig } from "./log-config.ts";
export type { LogConfig } from "./log-config.ts";
export type { ReadOptions, ReadResult } from "./log-reader.ts";
export type { AppendOptions, FollowerAppendOptions, WriteOutcome } from "./log-writer.ts";
export type { ProducerView } from "./producer-view.ts";
export type { AppendClaim } from "./producer-state.ts";
export type { RecoveryReport } from "./recovery-report.ts";
export type { TimestampedOffset } from "./timestamp-lookup.ts";
export { WriteTurn } from "./write-turn.ts";

const RANDOM_ID_BYTES = 16;

export interface LogOptions {
  readonly runtime: Runtime;
  readonly logger: Logger;
  /** `<data folder>/<topic>-<partition>`. */
  readonly folder: string;
  readonly topic: string;
  readonly partition: number;
  readonly topicId: string;
  readonly config: LogConfig;
  /** From `recovery-point-offset-checkpoint`; 0 when not known. */
  readonly recoveryPoint: number;
  /** From `log-start-offset-checkpoint`; 0 when not known. */
  readonly logStartOffset: number;
  /** From `cleaner-offset-checkpoint`; undefined for a log that was never cleaned. */
  readonly cleanedOffset?: number | undefined;
  /** Whether the folder was closed cleanly, so that what is there can be trusted. */
  readonly cleanShutdown: boolean;
  readonly tail: HotTail;
  readonly turn: WriteTurn;
  /** How large a batch may become that has to be opened. */
  readonly decompressedBatchBytesMax: number;
  /**
   * Any failure of the disk but a full one on append: nothing is certain any more, the broker
   * stops.
   */
  onDiskFailure(error: DiskError): void;
}

/** One aborted transaction as Fetch tells it to a read_committed consumer. */
export interface AbortedTransactionView {
  readonly producerId: number;
  readonly firstOffset: number;
}

/** The log of one partition on one disk. */
export class Log {
  /** What the start found and did. */
  readonly recovery: RecoveryReport;
  /** What is asked before something is written in a transaction. */
  readonly transactions: TransactionChecks;
  readonly #core: LogCore;
  readonly #writer: LogWriter;
  readonly #options: LogOptions;
  #lastFlushMs: number;
  #isClosed = false;

  private constructor(options: LogOptions, core: LogCore, recovery: RecoveryReport) {
    this.#options = options;
    this.#core = core;
    this.#writer = new LogWriter(core, options.turn);
    this.recovery = recovery;
    this.transactions = new TransactionChecks(core.parts.producers, options.runtime.clock);
    this.#lastFlushMs = options.runtime.clock.monotonicMs();
  }

  /**
   * Opens the folder, or makes it, and recovers what a crash left. Throws `CorruptLogError` for
   * damage.
   */
  static async open(options: LogOptions): Promise<Log> {
    const { runtime, folder, logger, tail } = options;
    const { disk, clock } = runtime;
    const name = `${options.topic}-${options.partition}`;
    await makeFolder(options);
    const warn = (message: string): void => logger.warn(message);
    const epochs = new LeaderEpochCache();
    let config = (): LogConfig => options.config;
    const random = runtime.random.fork(`log ${name}`);
    const context = { disk, clock, random, folder, pool: tail.pool, config: () => config(), warn };
    const parts = {
      runtime,
      logger,
      name,
      folder,
      context,
      pool: tail.pool,
      decompressedBatchBytesMax: options.decompressedBatchBytesMax,
      tail: new LogTail(tail),
      producers: new ProducerState(),
      snapshots: new ProducerSnapshots({ disk, folder, warn }),
      epochs,
      epochCheckpoint: new EpochCheckpoint({ disk, folder, cache: epochs, warn }),
      onDiskFailure: (error: DiskError) => options.onDiskFailure(error),
    };
    const loaded = await loadLog({ ...options, ...parts });
    const recoveryPoint = loaded.logEndOffset;
    const core = new LogCore(parts, loaded, { config: options.config, recoveryPoint });
    core.cleanedOffset = options.cleanedOffset;
    config = () => core.config;
    const said = describeRecovery(name, loaded.recovery);
    if (said !== undefined) logger.info(said);
    await core.writeEpochs();
    return new Log(options, core, loaded.recovery);
  }

  get logStartOffset(): number {
    return this.#core.logStartOffset;
  }

  /** One past the last record, staged ones included. */
  get logEndOffset(): number {
    return this.#core.logEndOffset;
  }

  get writtenEndOffset(): number {
    return this.#core.writtenEndOffset;
  }

  get syncedEndOffset(): number {
    return this.#core.flusher.syncedEndOffset;
  }

  /** Where recovery would begin: goes into `recovery-point-offset-checkpoint`. */
  get recoveryPoint(): number {
    return this.#core.flusher.recoveryPoint;
  }

  get highWatermark(): number {
    return this.#core.highWatermark;
  }

  /** What a read_committed consumer may see ends here. */
  get lastStableOffset(): number {
    const { highWatermark, logStartOffset } = this.#core;
    const unstable = this.#core.parts.producers.firstUnstableOffset;
    if (unstable === undefined) return highWatermark;
    return Math.min(Math.max(unstable, logStartOffset), highWatermark);
  }

  get latestEpoch(): number {
    return this.#core.parts.epochs.latestEpoch;
  }

  get sizeBytes(): number {
    return this.#core.segments.sizeBytes;
  }

  get segmentCount(): number {
    return this.#core.segments.count;
  }

  get config(): LogConfig {
    return this.#core.config;
  }

  /** How far the log was cleaned, for `cleaner-offset-checkpoint`; undefined before the first. */
  get cleanedOffset(): number | undefined {
    return this.#core.cleanedOffset;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  updateConfig(config: LogConfig): void {
    this.#core.config = config;
  }

  /** Appends one batch of a producer, or what the broker itself writes, as the leader. */
  append(records: Uint8Array, options: AppendOptions): AppendResult {
    assert(!this.#isClosed, "nothing is appended to a closed log");
    return this.#writer.append(records, options);
  }

  /**
   * Looks for records without keys on a thread where that would hold up the event loop: a large
   * compressed batch for a compacted topic. Undefined where `append` does it at once.
   */
  checkKeysOffLoop(records: Uint8Array): Promise<Refusal | undefined> | undefined {
    const { runtime, name: topicPartition, decompressedBatchBytesMax } = this.#core.parts;
    if (!this.config.cleanupCompact || !isLargeCompressed(records)) return undefined;
    const context = { nowMs: runtime.clock.nowMs(), topicPartition, decompressedBatchBytesMax };
    const rules = keyRulesOf(this.config, context);
    // A copy: the job may wait for a thread for longer than the caller's memory is valid.
    return runtime.workers.run(recordKeysJob, { bytes: new Uint8Array(records), rules });
  }

  /** Appends batches as the leader sent them. */
  appendAsFollower(records: Uint8Array, options: FollowerAppendOptions): AppendResult {
    assert(!this.#isClosed, "nothing is appended to a closed log");
    return this.#writer.appendAsFollower(records, options);
  }

  /**
   * Whole batches from the one with `startOffset` on; a promise when the read goes to a cold file.
   */
  read(options: ReadOptions): ReadResult | Promise<ReadResult> {
    try {
      const result = readLog(this.#core, options);
      return result instanceof Promise ? this.#reading(result) : result;
    } catch (error) {
      this.#readFailed(error);
      throw error;
    }
  }

  /** The aborted transactions with records in this range of offsets, `endOffset` exclusive. */
  abortedTransactions(startOffset: number, endOffset: number): AbortedTransactionView[] {
    const aborted = abortedTransactions(this.#core.segments, { startOffset, endOffset });
    return aborted.map(({ producerId, firstOffset }) => ({ producerId, firstOffset }));
  }

  /** The first record with this timestamp or a later one. Opens one batch. */
  async offsetForTimestamp(timestampMs: number): Promise<TimestampedOffset | undefined> {
    return await this.#reading(findByTimestamp(this.#core, timestampMs));
  }

  /** The first record with the largest timestamp of all. */
  async maxTimestampOffset(): Promise<TimestampedOffset | undefined> {
    return await this.#reading(findLargestTimestamp(this.#core));
  }

  /** The largest epoch at or below `epoch`, and where it ended. */
  endOffsetForEpoch(epoch: number): EpochEndOffset {
    return this.#core.parts.epochs.endOffsetFor(epoch, this.logEndOffset);
  }

  /** The leader epoch of the record at `offset`, as far as it is known; else -1. */
  epochAt(offset: number): number {
    return this.#core.parts.epochs.epochAt(offset);
  }

  /** Becoming leader: the epoch begins at `offset`, whether or not anything is appended in it. */
  assignEpochStart(epoch: number, offset: number): void {
    const core = this.#core;
    core.parts.epochs.assign(epoch, offset);
    if (!core.epochsAreWritten) core.writeEpochs().catch((error: unknown) => core.failed(error));
  }

  /** Never goes back, and never beyond what is written. */
  updateHighWatermark(offset: number): void {
    const core = this.#core;
    const highWatermark = Math.min(offset, core.writtenEndOffset);
    if (highWatermark <= core.highWatermark) return;
    core.highWatermark = highWatermark;
    core.parts.producers.highWatermarkMoved(highWatermark);
  }

  /** Makes all that is written durable; rejects when that failed, and then the broker stops. */
  async sync(): Promise<number> {
    this.#writer.writeStaged();
    const { flusher } = this.#core;
    return await new Promise((resolve, reject) => flusher.syncSoon(resolve, reject));
  }

  /** The same for who acknowledges: called back once what is written now is durable, or never. */
  syncSoon(callback: (syncedEndOffset: number) => void): void {
    this.#core.flusher.syncSoon(callback);
  }

  /** DeleteRecords: what lies below is gone for readers; segments follow with `retain`. */
  raiseLogStartOffset(offset: number): void {
    this.#core.raiseLogStart(Math.min(offset, this.#core.highWatermark));
  }

  /**
   * Cuts the log off to end at `offset`, or where the batch with it began. The recovery point falls
   * with it: write its checkpoint before the next append.
   */
  async truncateTo(offset: number): Promise<void> {
    await this.#changing(() => truncateLog(this.#core, offset));
  }

  /** Drops everything and begins again at `offset`. */
  async truncateFullyAndStartAt(offset: number): Promise<void> {
    await this.#changing(() => restartLog(this.#core, offset));
  }

  /** Removes what retention no longer keeps; returns how many segments went. */
  async retain(nowMs: number): Promise<number> {
    const core = this.#core;
    return await core.exclusively(async () => {
      // It may have been deleted while it waited its turn.
      if (this.#isClosed) return 0;
      return await retain(core, nowMs, () => this.#writer.roll());
    });
  }

  /** What the cleaner has to do here, were all of it durable. */
  cleanable(nowMs: number, durableEndOffset = this.writtenEndOffset): CleanableLog {
    const { segments, config, logStartOffset, logEndOffset, cleanedOffset } = this.#core;
    const offsets = { logStartOffset, logEndOffset, cleanedOffset, durableEndOffset };
    const { lastStableOffset } = this;
    return cleanableOf({ segments, config, lastStableOffset, ...offsets }, nowMs);
  }

  /**
   * Cleans what is below the recovery point, whose checkpoint must have been written; undefined
   * when the log was closed, cut or deleted meanwhile.
   */
  async clean(options: CleanOptions): Promise<CleaningReport | undefined> {
    if (this.#isClosed) return undefined;
    const { clock } = this.#options.runtime;
    const cleanable = this.cleanable(clock.nowMs(), this.recoveryPoint);
    return await cleanLog(this.#core, {
      ...options,
      cleanable,
      lastOfProducers: () => {
        // A batch that is only staged may be taken back, and then the one before is the last.
        this.#writer.writeStaged();
        return new Map(
          Array.from(this.#core.parts.producers.entries, (entry) => [entry.producerId, entry]),
        );
      },
    });
  }

  /** Forgets idempotent producers that were silent for `expirationMs`; returns how many. */
  expireProducers(nowMs: number, expirationMs: number): number {
    return this.#core.parts.producers.expire(nowMs, expirationMs);
  }

  /** What is due by time: `flush.ms`. */
  maintain(): void {
    const core = this.#core;
    if (this.#isClosed) return;
    const monotonicMs = this.#options.runtime.clock.monotonicMs();
    const isUnsynced = core.writtenEndOffset > core.flusher.syncedEndOffset;
    if (!isUnsynced) this.#lastFlushMs = monotonicMs;
    else if (monotonicMs - this.#lastFlushMs >= core.config.flushMs) {
      this.#lastFlushMs = monotonicMs;
      if (core.flusher.isIdle) this.syncSoon(() => {});
    }
  }

  /** Begins a new segment, unless the active one is empty. */
  roll(): void {
    if (!this.#isClosed) this.#writer.roll();
  }

  takeProducerSnapshot(): void {
    if (this.#isClosed) return;
    this.#writer.writeStaged();
    const { producers, snapshots } = this.#core.parts;
    snapshots.write(this.#core.writtenEndOffset, producers.entries);
  }

  producers(): ProducerView[] {
    return Array.from(this.#core.parts.producers.entries, producerView);
  }

  /**
   * Writes what is staged. With `clean`, everything is durable and complete once this has resolved.
   */
  async close(options: { clean: boolean }): Promise<void> {
    if (this.#isClosed) return;
    const core = this.#core;
    this.#writer.writeStaged();
    this.#isClosed = true;
    for (const timer of core.removals) timer.cancel();
    await core.exclusively(async () => {
      if (options.clean && core.failure === undefined) await this.#finish();
      const { name, epochCheckpoint } = core.parts;
      core.flusher.stop(new ClosedError(`${name}: the log was closed before it was synced.`));
      core.isClosed = true;
      await epochCheckpoint.settled();
      core.tail.clear();
      for (const segment of core.segments.all) segment.close();
    });
  }

  /**
   * Closes the log and takes its folder out of sight at once; the files go after
   * `file.delete.delay.ms`, unless who holds `removals` cancels that and leaves it to the next
   * start.
   */
  async delete(removals: Set<Timer> = new Set()): Promise<void> {
    const { disk, clock, random } = this.#options.runtime;
    const { folder, topic, partition, logger } = this.#options;
    await this.close({ clean: false });
    const uniqueId = Buffer.from(random.bytes(new Uint8Array(RANDOM_ID_BYTES))).toString("hex");
    const parent = parentOf(folder);
    const gone = `${parent}/${deletedFolderName(topic, partition, uniqueId)}`;
    disk.rename(folder, gone);
    await disk.syncFolder(parent);
    const timer: Timer = clock.schedule(this.#core.config.fileDeleteDelayMs, () => {
      removals.delete(timer);
      // What is left of it goes at the next start.
      disk.removeFolder(gone).catch((error: unknown) => logger.warn(String(error)));
    });
    removals.add(timer);
  }

  async #reading<Result>(reading: Promise<Result>): Promise<Result> {
    try {
      return await reading;
    } catch (error) {
      this.#readFailed(error);
      throw error;
    }
  }

  /** A disk that cannot be read stops the broker; a file that was closed meanwhile does not. */
  #readFailed(error: unknown): void {
    if (error instanceof DiskError && error.code !== "OTHER") this.#core.failed(error);
  }

  async #changing(work: () => Promise<void>): Promise<void> {
    const core = this.#core;
    assert(!this.#isClosed, "a closed log is not truncated");
    this.#writer.writeStaged();
    core.isTruncating = true;
    try {
      await core.exclusively(work);
    } finally {
      core.isTruncating = false;
    }
  }

  /** A clean stop: records durable, indexes complete, producers and epochs written. */
  async #finish(): Promise<void> {
    const core = this.#core;
    const { snapshots, producers } = core.parts;
    await this.sync();
    const active = core.activeSegment;
    active.seal();
    await active.sync({ indexes: true });
    if (core.logEndOffset > 0) snapshots.write(core.logEndOffset, producers.entries);
    await snapshots.sync(core.logEndOffset);
    await core.writeEpochs();
    await core.syncFolder();
  }
}

async function makeFolder({ runtime, folder, topicId }: LogOptions): Promise<void> {
  const { disk } = runtime;
  if (disk.stat(folder) === undefined) {
    disk.makeFolder(folder);
    await disk.syncFolder(parentOf(folder));
  }
  await claimFolder(disk, folder, topicId);
}

function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf("/"));
}
