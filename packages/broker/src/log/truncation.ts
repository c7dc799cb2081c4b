import type { LogCore } from "./log-core.ts";
import { removeFiles } from "./segment-removal.ts";
import { replaySegment } from "./segment-recovery.ts";
import { Segment } from "./segment.ts";

/**
 * Cuts the log off so that it ends at `offset`, or before, where the batch began that held it.
 * Readers and appends see the shorter log at once; resolved, it is durable.
 *
 * The recovery point falls with it: its checkpoint must be written before anything new is appended,
 * or a crash would take new bytes for damage of old ones.
 */
export async function truncateLog(core: LogCore, offset: number): Promise<void> {
  if (offset >= core.logEndOffset) return;
  if (offset <= core.segments.first.baseOffset) {
    await restartLog(core, offset);
    return;
  }
  const gone = core.segments.takeFrom(offset + 1);
  setEnd(core, offset);
  await removeNewestFirst(core, gone);
  const active = core.segments.active;
  const end = await active.truncateTo(offset);
  await active.file.sync();
  setEnd(core, end);
  core.parts.epochs.truncateFromEnd(end);
  await reloadProducers(core, end);
  await core.writeEpochs();
}

/** Drops everything and begins again, empty, at `offset`. */
export async function restartLog(core: LogCore, offset: number): Promise<void> {
  const { context, epochs, producers, snapshots } = core.parts;
  const gone = core.segments.takeFrom(0);
  core.tail.clear();
  core.logStartOffset = offset;
  core.logEndOffset = core.writtenEndOffset = core.highWatermark = offset;
  core.flusher.restarted(offset);
  core.cleanedOffset = undefined;
  core.truncationCount += 1;
  await removeNewestFirst(core, gone);
  core.segments.add(Segment.create(context, offset));
  await core.syncFolder();
  epochs.clear();
  producers.reset(offset);
  await snapshots.remove(() => true);
  await core.writeEpochs();
}

function setEnd(core: LogCore, offset: number): void {
  core.tail.clear();
  core.logEndOffset = offset;
  core.writtenEndOffset = offset;
  core.highWatermark = Math.min(core.highWatermark, offset);
  core.flusher.truncated(offset);
  core.truncationCount += 1;
  if (core.cleanedOffset !== undefined) core.cleanedOffset = Math.min(core.cleanedOffset, offset);
}

async function removeNewestFirst(core: LogCore, gone: readonly Segment[]): Promise<void> {
  for (const segment of gone) {
    const paths = segment.markDeleted();
    // Each made durable before the next: a crash in between must not leave a hole.
    await core.syncFolder();
    segment.close();
    await removeFiles(core.parts.runtime.disk, paths);
  }
}

/** The producers as they were when the log ended at `offset`. */
async function reloadProducers(core: LogCore, offset: number): Promise<void> {
  const { producers, snapshots, epochs, pool } = core.parts;
  await snapshots.remove((each) => each > offset);
  const snapshot = await snapshots.loadNewest(offset);
  producers.reset(snapshot?.offset ?? core.segments.first.baseOffset, snapshot?.entries);
  const from = producers.endOffset;
  const { all } = core.segments;
  for (let index = core.segments.indexAt(from); index < all.length; index += 1) {
    await replaySegment(all[index]!, { producers, epochs, pool }, from);
  }
  producers.endOffset = offset;
}
