import type { LogCore } from "./log-core.ts";
import { removeFiles, removeLater } from "./segment-removal.ts";
import type { Segment } from "./segment.ts";

/**
 * Removes old segments: by time and size where `cleanup.policy` has "delete", and in any case those
 * that lie below the log start offset. What the high watermark has not passed stays. Returns how
 * many.
 */
export async function retain(core: LogCore, nowMs: number, roll: () => boolean): Promise<number> {
  let deleted = 0;
  const deleteFirst = async (count: number, reason: string): Promise<void> => {
    // There is always a segment to append to.
    if (count === 0 || (count === core.segments.count && !roll())) return;
    await deleteOldest(core, count, reason);
    deleted += count;
  };
  if (core.config.cleanupDelete) {
    await deleteFirst(expiredCount(core, nowMs), "their newest record is too old");
    await deleteFirst(surplusCount(core), "the log is too large");
  }
  await deleteFirst(belowStartCount(core), "they lie below the log start offset");
  return deleted;
}

function expiredCount(core: LogCore, nowMs: number): number {
  const { retentionMs } = core.config;
  if (retentionMs < 0) return 0;
  // A timestamp in the future keeps its segment, as in Kafka.
  return countWhile(core, (segment) => nowMs - segment.largestTimestampMs > retentionMs);
}

function surplusCount(core: LogCore): number {
  const { retentionBytes } = core.config;
  let surplusBytes = core.segments.sizeBytes - retentionBytes;
  if (retentionBytes < 0 || surplusBytes <= 0) return 0;
  return countWhile(core, (segment) => {
    surplusBytes -= segment.sizeBytes;
    return surplusBytes >= 0;
  });
}

function belowStartCount(core: LogCore): number {
  const { segments, logEndOffset, logStartOffset } = core;
  return countWhile(core, (segment, index) => {
    // The active segment goes only when time or size say so.
    return segment !== segments.active && segments.endOffset(index, logEndOffset) <= logStartOffset;
  });
}

function countWhile(core: LogCore, isDue: (segment: Segment, index: number) => boolean): number {
  const { segments, logEndOffset, highWatermark } = core;
  let count = 0;
  for (const [index, segment] of segments.all.entries()) {
    const isReplicated = segments.endOffset(index, logEndOffset) <= highWatermark;
    const isEmptyActive = segment === segments.active && segment.sizeBytes === 0;
    if (!isReplicated || isEmptyActive || !isDue(segment, index)) break;
    count += 1;
  }
  return count;
}

async function deleteOldest(core: LogCore, count: number, reason: string): Promise<void> {
  const gone = core.segments.takeFirst(count);
  core.raiseLogStart(core.segments.first.baseOffset);
  core.parts.logger.info(
    `${core.parts.name}: ${count} segment(s) from offset ${gone[0]!.baseOffset} on are deleted, because ${reason}; ` +
      `the log starts at ${core.logStartOffset} now.`,
  );
  // The name of a segment that has just been begun is durable first: a crash that kept the deletions
  // and not that name would give its offsets to other records.
  await core.syncFolder();
  for (const segment of gone) {
    const paths = segment.markDeleted();
    // Oldest first, each made durable: a crash in between must not leave a hole.
    await core.syncFolder();
    removeLater(core, async () => {
      segment.close();
      await removeFiles(core.parts.runtime.disk, paths);
    });
  }
  await dropSnapshots(core);
}

async function dropSnapshots(core: LogCore): Promise<void> {
  const { snapshots } = core.parts;
  const newest = snapshots.offsets.at(-1);
  const { baseOffset } = core.segments.first;
  await snapshots.remove((offset) => offset < baseOffset && offset !== newest);
}
