import { DiskError } from "@naru/runtime";
import type { Logger, Runtime, Timer } from "@naru/runtime";

import type { BufferPool } from "./buffer-pool.ts";
import type { EpochCheckpoint } from "./epoch-checkpoint.ts";
import { Flusher } from "./flusher.ts";
import type { LeaderEpochCache } from "./leader-epoch-cache.ts";
import type { LogConfig } from "./log-config.ts";
import type { LoadedLog } from "./log-loader.ts";
import type { LogTail } from "./log-tail.ts";
import type { ProducerSnapshots } from "./producer-snapshots.ts";
import type { ProducerState } from "./producer-state.ts";
import { SegmentList } from "./segment-list.ts";
import { Segment } from "./segment.ts";
import type { SegmentContext } from "./segment.ts";

/** The parts of a log that were built while it was opened. */
export interface LogParts {
  readonly runtime: Runtime;
  readonly logger: Logger;
  /** Topic and partition, for messages. */
  readonly name: string;
  readonly folder: string;
  readonly context: SegmentContext;
  readonly pool: BufferPool;
  readonly decompressedBatchBytesMax: number;
  readonly tail: LogTail;
  readonly producers: ProducerState;
  readonly snapshots: ProducerSnapshots;
  readonly epochs: LeaderEpochCache;
  readonly epochCheckpoint: EpochCheckpoint;
  readonly onDiskFailure: (error: DiskError) => void;
}

/**
 * What the parts of an open log share: its offsets, its segments, and what happens when the disk
 * fails.
 *
 * Invariants:
 *   logStartOffset <= highWatermark <= writtenEndOffset <= logEndOffset
 *   recoveryPoint <= syncedEndOffset <= writtenEndOffset
 *   the tail holds everything from writtenEndOffset to logEndOffset
 */
export class LogCore {
  readonly parts: LogParts;
  readonly segments: SegmentList;
  readonly flusher: Flusher;
  config: LogConfig;
  logStartOffset: number;
  /** One past the last record, staged ones included. */
  logEndOffset: number;
  /** One past the last record that is in the file. */
  writtenEndOffset: number;
  highWatermark: number;
  /** Up to here every key has one record; undefined before the first cleaning. */
  cleanedOffset: number | undefined;
  /** What ended this log's service; nothing is appended any more. */
  failure: DiskError | undefined;
  /** Removals of files that wait for their time. */
  readonly removals = new Set<Timer>();
  isTruncating = false;
  /** What was found out about the log before one of these need not be so behind it. */
  truncationCount = 0;
  isClosed = false;
  #exclusive: Promise<unknown> = Promise.resolve();

  constructor(
    parts: LogParts,
    loaded: LoadedLog,
    start: { config: LogConfig; recoveryPoint: number },
  ) {
    this.parts = parts;
    this.config = start.config;
    this.segments = new SegmentList(loaded.segments);
    this.logStartOffset = loaded.logStartOffset;
    this.logEndOffset = loaded.logEndOffset;
    this.writtenEndOffset = loaded.logEndOffset;
    this.highWatermark = loaded.logStartOffset;
    const { recoveryPoint } = start;
    this.flusher = new Flusher(this, { syncedEndOffset: loaded.logEndOffset, recoveryPoint });
  }

  get tail(): LogTail {
    return this.parts.tail;
  }

  get pool(): BufferPool {
    return this.parts.pool;
  }

  get activeSegment(): Segment {
    return this.segments.active;
  }

  get epochsAreWritten(): boolean {
    return this.parts.epochCheckpoint.isCurrent;
  }

  async writeEpochs(): Promise<void> {
    await this.parts.epochCheckpoint.write();
  }

  async syncFolder(): Promise<void> {
    await this.parts.runtime.disk.syncFolder(this.parts.folder);
  }

  /** Closes the active segment, which has nothing staged, and goes on in a new one. */
  startSegment(baseOffset: number): void {
    const { context, producers, snapshots } = this.parts;
    const old = this.activeSegment;
    old.seal();
    snapshots.write(baseOffset, producers.entries);
    this.segments.add(Segment.create(context, baseOffset));
    this.flusher.rolled(old);
  }

  raiseLogStart(offset: number): void {
    if (offset <= this.logStartOffset) return;
    this.logStartOffset = offset;
    this.highWatermark = Math.max(this.highWatermark, offset);
    this.parts.epochs.truncateFromStart(offset);
    this.parts.producers.logStartMoved(offset);
  }

  /** The disk failed in a way that leaves nothing certain: the broker must stop. */
  failed(error: unknown): void {
    if (this.failure !== undefined || this.isClosed) return;
    const { folder, onDiskFailure } = this.parts;
    this.failure =
      error instanceof DiskError
        ? error
        : new DiskError(`${folder}: the log failed: ${String(error)}.`, {
            code: "OTHER",
            path: folder,
            cause: error,
          });
    onDiskFailure(this.failure);
  }

  /** Runs what changes the set of segments one after another; a failure is told to the broker. */
  async exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = this.#exclusive;
    const mine = (async (): Promise<Result> => {
      await before;
      return await work();
    })();
    // Whoever comes next waits for the end, not for success.
    this.#exclusive = mine.catch(() => {});
    try {
      return await mine;
    } catch (error) {
      if (error instanceof DiskError) this.failed(error);
      throw error;
    }
  }
}
