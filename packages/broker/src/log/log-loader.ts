/**
 * From a folder to a log: tidies leftovers, takes over what a clean stop left, and otherwise reads
 * again what a crash may have harmed.
 *
 *   clean stop     everything is trusted; damaged indexes are rebuilt, the log's end is read
 *   unclean stop   every batch from the segment of the recovery point on is verified; the
 *                  first bad one and all behind it are cut off
 *   either         producers come from the newest good snapshot and the log behind it
 */
import type { BufferPool } from "./buffer-pool.ts";
import { CorruptLogError } from "./corrupt-log-error.ts";
import type { EpochCheckpoint } from "./epoch-checkpoint.ts";
import { LOG_SUFFIX, SEGMENT_SUFFIXES, offsetFileName, parseOffsetFileName } from "./file-names.ts";
import type { LeaderEpochCache } from "./leader-epoch-cache.ts";
import { tidyLeftovers } from "./leftovers.ts";
import type { ProducerSnapshots } from "./producer-snapshots.ts";
import type { ProducerState } from "./producer-state.ts";
import type { RecoveryReport } from "./recovery-report.ts";
import { replaySegment, verifySegment } from "./segment-recovery.ts";
import type { Replayed } from "./segment-recovery.ts";
import { Segment } from "./segment.ts";
import type { SegmentContext, SegmentFiles } from "./segment.ts";

export interface LoadOptions {
  readonly context: SegmentContext;
  readonly pool: BufferPool;
  readonly cleanShutdown: boolean;
  readonly recoveryPoint: number;
  readonly logStartOffset: number;
  readonly producers: ProducerState;
  readonly snapshots: ProducerSnapshots;
  readonly epochs: LeaderEpochCache;
  readonly epochCheckpoint: EpochCheckpoint;
}

export interface LoadedLog {
  readonly segments: Segment[];
  readonly logStartOffset: number;
  readonly logEndOffset: number;
  readonly recovery: RecoveryReport;
}

interface FoundSegment {
  readonly segment: Segment;
  readonly files: SegmentFiles;
}

export async function loadLog(options: LoadOptions): Promise<LoadedLog> {
  return await new LogLoader(options).load();
}

class LogLoader {
  readonly #options: LoadOptions;
  #found: FoundSegment[] = [];
  #bytesVerified = 0;
  #bytesTruncated = 0;
  #truncatedFrom: number | undefined;
  #segmentsVerified = 0;
  #segmentsRemoved = 0;
  #indexesRebuilt = 0;

  constructor(options: LoadOptions) {
    this.#options = options;
  }

  async load(): Promise<LoadedLog> {
    const { context, cleanShutdown, epochs, snapshots } = this.#options;
    const startedMs = context.clock.monotonicMs();
    const leftovers = await tidyLeftovers(context.disk, context.folder);
    this.#found = findSegments(context);
    snapshots.find();
    const epochsRead = this.#options.epochCheckpoint.read();
    epochs.load(epochsRead ?? []);

    const verifyFrom = await this.#loadIndexes();
    let logEndOffset = await this.#replay(verifyFrom, epochsRead === undefined);
    logEndOffset = await this.#startAtLogStart(logEndOffset);
    const segments = this.#found.map(({ segment }) => segment);
    const logStartOffset = Math.max(this.#options.logStartOffset, segments[0]!.baseOffset);

    if (this.#segmentsVerified > 0 || this.#indexesRebuilt > 0) await this.#makeDurable(segments);
    segments.at(-1)!.reopen();
    epochs.truncateFromEnd(logEndOffset);
    epochs.truncateFromStart(logStartOffset);
    await this.#dropStraySnapshots(segments, logEndOffset);
    const recovery: RecoveryReport = {
      wasClean: cleanShutdown,
      segmentsVerified: this.#segmentsVerified,
      bytesVerified: this.#bytesVerified,
      bytesTruncated: this.#bytesTruncated,
      truncatedFrom: this.#truncatedFrom,
      segmentsRemoved: this.#segmentsRemoved,
      indexesRebuilt: this.#indexesRebuilt,
      leftovers,
      elapsedMs: context.clock.monotonicMs() - startedMs,
    };
    return { segments, logStartOffset, logEndOffset, recovery };
  }

  /**
   * Returns the index of the first segment that must be verified; the number of segments for none.
   */
  async #loadIndexes(): Promise<number> {
    const { cleanShutdown, recoveryPoint, context } = this.#options;
    let verifyFrom = this.#found.length;
    if (!cleanShutdown && this.#found.length > 0) {
      const at = this.#found.findLastIndex(({ segment }) => segment.baseOffset <= recoveryPoint);
      verifyFrom = Math.max(0, at);
    }
    for (let index = 0; index < verifyFrom; index += 1) {
      const { segment, files } = this.#found[index]!;
      const damage = segment.loadIndexes(files);
      if (damage !== undefined) {
        context.warn(`${damage}. The indexes of the segment are built again.`);
        await segment.rebuildIndexes();
        segment.seal();
        this.#indexesRebuilt += 1;
      }
      const transactionDamage = segment.transactionIndex.check();
      if (transactionDamage !== undefined) {
        // Its entries depend on transactions that began earlier: read again from here on.
        context.warn(`${segment.transactionIndex.path} ${transactionDamage}. It is built again.`);
        return index;
      }
    }
    // A clean stop leaves whole batches only: else the last segment is looked at batch by batch.
    const last = this.#found.at(-1)?.segment;
    const isWhole = last === undefined || !cleanShutdown || last.readEndOffset().isWhole;
    return isWhole ? verifyFrom : this.#found.length - 1;
  }

  /** Producers and epochs from snapshot and log, verifying what must be; returns the log's end. */
  async #replay(verifyFrom: number, epochsAreLost: boolean): Promise<number> {
    const { producers, snapshots, epochs, pool } = this.#options;
    const state = { producers, epochs, pool };
    const trustedEnd = this.#trustedEnd(verifyFrom);
    const snapshot = await snapshots.loadNewest(trustedEnd);
    const firstOffset = this.#found[0]?.segment.baseOffset ?? 0;
    producers.reset(Math.max(snapshot?.offset ?? firstOffset, 0), snapshot?.entries);
    const replayFrom = epochsAreLost ? firstOffset : producers.endOffset;
    for (let index = 0; index < verifyFrom; index += 1) {
      const end = this.#found[index + 1]?.segment.baseOffset ?? trustedEnd;
      if (end > replayFrom) await replaySegment(this.#found[index]!.segment, state, replayFrom);
    }
    const endOffset = await this.#verify(verifyFrom, trustedEnd, state);
    producers.endOffset = endOffset;
    return endOffset;
  }

  /** Verifies the segments from an index on, up to the first damage; returns the log's end. */
  async #verify(from: number, trustedEnd: number, state: Replayed): Promise<number> {
    // After a clean stop everything was durable.
    const recoveryPoint = this.#options.cleanShutdown
      ? Number.POSITIVE_INFINITY
      : this.#options.recoveryPoint;
    let endOffset = trustedEnd;
    for (let index = from; index < this.#found.length; index += 1) {
      const { segment } = this.#found[index]!;
      const isHole = index > from && this.#isHole(endOffset, segment.baseOffset);
      if (!isHole) {
        const startOffset = Math.max(endOffset, segment.baseOffset);
        const nextBaseOffset =
          this.#found[index + 1]?.segment.baseOffset ?? Number.POSITIVE_INFINITY;
        const limits = { startOffset, nextBaseOffset, recoveryPoint };
        const verified = await verifySegment(segment, state, limits);
        endOffset = verified.endOffset;
        this.#segmentsVerified += 1;
        this.#bytesVerified += verified.bytesVerified;
        this.#bytesTruncated += verified.bytesTruncated;
      }
      if (!isHole && this.#bytesTruncated === 0) continue;
      this.#truncatedFrom = endOffset;
      await this.#removeFrom(isHole ? index : index + 1);
    }
    return endOffset;
  }

  /**
   * A crash can keep a later segment whole and cut an earlier one at the end of a batch. Kafka
   * leaves such a hole; here the log ends before it. Compaction makes holes of its own, which are
   * right.
   */
  #isHole(endOffset: number, nextBaseOffset: number): boolean {
    const { context, cleanShutdown, recoveryPoint } = this.#options;
    if (cleanShutdown || context.config().cleanupCompact) return false;
    if (endOffset >= nextBaseOffset || nextBaseOffset <= recoveryPoint) return false;
    if (endOffset < recoveryPoint) throw missing(context.folder, { endOffset, recoveryPoint });
    return true;
  }

  /** One past the last record of the segments that are not verified. */
  #trustedEnd(verifyFrom: number): number {
    if (verifyFrom < this.#found.length) return this.#found[verifyFrom]!.segment.baseOffset;
    const last = this.#found.at(-1)?.segment;
    if (last === undefined) return this.#options.logStartOffset;
    return last.readEndOffset().endOffset;
  }

  /** Nothing is left below the log start offset, and there is always one segment. */
  async #startAtLogStart(logEndOffset: number): Promise<number> {
    const { context, logStartOffset, producers } = this.#options;
    const isBehind = logEndOffset < logStartOffset;
    if (isBehind) await this.#removeFrom(0);
    if (this.#found.length > 0) return logEndOffset;
    const start = Math.max(logStartOffset, isBehind ? logStartOffset : logEndOffset);
    const segment = Segment.create(context, start);
    this.#found.push({
      segment,
      files: { logBytes: 0, indexBytes: 0, timeIndexBytes: 0, transactionIndexBytes: 0 },
    });
    producers.reset(start);
    await context.disk.syncFolder(context.folder);
    return start;
  }

  async #removeFrom(index: number): Promise<void> {
    const { disk, folder } = this.#options.context;
    // Newest first, each made durable: a crash in between must not leave a hole.
    for (const { segment } of this.#found.splice(index).toReversed()) {
      const paths = segment.markDeleted();
      await disk.syncFolder(folder);
      segment.close();
      for (const path of paths) await disk.unlink(path);
      this.#segmentsRemoved += 1;
    }
  }

  /** What was verified or rebuilt counts as durable from now on. */
  async #makeDurable(segments: readonly Segment[]): Promise<void> {
    const { disk, folder } = this.#options.context;
    const active = segments.at(-1)!;
    for (const segment of segments) {
      if (segment !== active) segment.seal();
      await segment.sync({ indexes: segment !== active });
    }
    await disk.syncFolder(folder);
  }

  /** One snapshot where each segment begins, and the newest; none beyond the end. */
  async #dropStraySnapshots(segments: readonly Segment[], logEndOffset: number): Promise<void> {
    const { snapshots } = this.#options;
    const bases = new Set(segments.map(({ baseOffset }) => baseOffset));
    await snapshots.remove((offset) => offset > logEndOffset);
    const newest = snapshots.offsets.at(-1);
    await snapshots.remove((offset) => offset !== newest && !bases.has(offset));
  }
}

function missing(
  folder: string,
  { endOffset, recoveryPoint }: { endOffset: number; recoveryPoint: number },
): CorruptLogError {
  return new CorruptLogError(
    `${folder}: the records from offset ${endOffset} to ${recoveryPoint} were durable and are missing, ` +
      `while later ones are there. The partition is not opened.`,
    { path: folder, hint: "Restore the files from a replica or a backup." },
  );
}

/** The segments of a folder, oldest first, with the sizes of their files. */
function findSegments(context: SegmentContext): FoundSegment[] {
  const sizes = new Map(
    context.disk.list(context.folder).map(({ name, bytes }) => [name, bytes] as const),
  );
  const found: FoundSegment[] = [];
  for (const name of sizes.keys()) {
    const parsed = parseOffsetFileName(name);
    if (parsed === undefined || name !== offsetFileName(parsed.offset, LOG_SUFFIX)) continue;
    const [indexBytes, timeIndexBytes, transactionIndexBytes, logBytes] = SEGMENT_SUFFIXES.map(
      (suffix) => sizes.get(offsetFileName(parsed.offset, suffix)),
    );
    const files = { logBytes: logBytes ?? 0, indexBytes, timeIndexBytes, transactionIndexBytes };
    found.push({ segment: new Segment(context, parsed.offset, files), files });
  }
  return found.toSorted((a, b) => a.segment.baseOffset - b.segment.baseOffset);
}
