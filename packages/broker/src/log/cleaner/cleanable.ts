/**
 * How much of a log is dirty, and how far it may be cleaned, by Kafka's rules:
 *
 *   log start        firstDirtyOffset        endOffset                          log end
 *   ├──── clean ────────────┼────── dirty ───────┼──── not yet ─────────┼─ active ─┤
 *
 * `endOffset` is where a segment begins. At or behind it are the active segment, what the last
 * stable offset has not passed, segments with a record younger than min.compaction.lag.ms, and what
 * is not known to be durable: a cleaned segment is never looked at again after a crash.
 */
import type { LogConfig } from "../log-config.ts";
import type { SegmentList } from "../segment-list.ts";
import type { Segment } from "../segment.ts";

export interface CleanableLog {
  readonly firstDirtyOffset: number;
  readonly endOffset: number;
  readonly cleanableBytes: number;
  /** Of the bytes up to `endOffset`, the share that is dirty. */
  readonly dirtyRatio: number;
  /** Whether the log is dirty enough, or a record dirty for too long. */
  readonly isDue: boolean;
}

export interface CleanableState {
  readonly segments: SegmentList;
  readonly config: LogConfig;
  readonly logStartOffset: number;
  readonly logEndOffset: number;
  readonly lastStableOffset: number;
  readonly durableEndOffset: number;
  readonly cleanedOffset: number | undefined;
}

export function cleanableOf(log: CleanableState, nowMs: number): CleanableLog {
  const { segments, config } = log;
  const firstDirtyOffset = firstDirty(log);
  const end = firstUncleanable(log, { firstDirtyOffset, nowMs });
  let totalBytes = 0;
  let cleanableBytes = 0;
  const dirtyFrom = Math.min(segments.indexAt(firstDirtyOffset), end);
  for (const [index, segment] of segments.all.slice(0, end).entries()) {
    totalBytes += segment.sizeBytes;
    if (index >= dirtyFrom) cleanableBytes += segment.sizeBytes;
  }
  const dirtyRatio = totalBytes === 0 ? 0 : cleanableBytes / totalBytes;
  const isOverdue = hasDirtyBefore(
    segments.all.slice(dirtyFrom, -1),
    nowMs - config.maxCompactionLagMs,
  );
  return {
    firstDirtyOffset,
    endOffset: segments.all[end]!.baseOffset,
    cleanableBytes,
    dirtyRatio,
    isDue: cleanableBytes > 0 && (isOverdue || dirtyRatio > config.minCleanableDirtyRatio),
  };
}

/** A checkpoint that the log does not reach, or has left behind, says nothing. */
function firstDirty({
  cleanedOffset,
  logStartOffset,
  logEndOffset,
  segments,
}: CleanableState): number {
  if (cleanedOffset === undefined || cleanedOffset > logEndOffset) return segments.first.baseOffset;
  return Math.max(cleanedOffset, logStartOffset);
}

/** Index of the first segment that stays as it is. */
function firstUncleanable(
  log: CleanableState,
  { firstDirtyOffset, nowMs }: { firstDirtyOffset: number; nowMs: number },
): number {
  const { segments, config, lastStableOffset, durableEndOffset } = log;
  const activeIndex = segments.count - 1;
  const safeOffset = Math.min(lastStableOffset, durableEndOffset);
  const unsafeIndex = segments.indexAt(safeOffset);
  let end = Math.min(activeIndex, unsafeIndex);
  if (config.minCompactionLagMs <= 0) return end;
  const tooYoungMs = nowMs - config.minCompactionLagMs;
  for (let index = segments.indexAt(firstDirtyOffset); index < end; index += 1) {
    if (segments.all[index]!.largestTimestampMs > tooYoungMs) end = index;
  }
  return end;
}

/** As in Kafka it is the first batch of a segment that tells how old its records are. */
function hasDirtyBefore(dirty: readonly Segment[], timestampMs: number): boolean {
  // Without a limit no file need be looked into.
  if (timestampMs <= 0) return false;
  return dirty.some(({ firstTimestamp }) => firstTimestamp > 0 && firstTimestamp < timestampMs);
}
