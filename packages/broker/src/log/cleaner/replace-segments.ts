/**
 * Puts a cleaned segment in the place of those that it was made of, so that a crash at any moment
 * leaves either them or it. A crash may keep any of the names since the last sync of the folder:
 *
 *   1. `.cleaned` -> `.swap`       one `.cleaned` left, and the next start drops them all
 *   2. old logs -> `.deleted`      the `.swap` is durable, and takes the place of what is left
 *   3. old indexes -> `.deleted`   without a log they are nothing
 *   4. `.swap` log -> `.log`       while its indexes are `.swap`, they are not taken for old ones
 *   5. `.swap` indexes -> theirs
 *
 * with a sync of the folder behind each. Where all records at the group's end went, an old segment
 * of these may come back in a crash: all that is in it is out of date, and the next pass takes it.
 */
import { DELETED_SUFFIX, SWAP_SUFFIX } from "../file-names.ts";
import type { LogCore } from "../log-core.ts";
import { removeFiles, removeLater } from "../segment-removal.ts";
import type { Segment } from "../segment.ts";

export interface Replacement {
  readonly old: readonly Segment[];
  readonly cleaned: Segment;
  /** Asked once nothing else changes the segments. */
  readonly isStillTrue: () => boolean;
}

/** False when the log is not any more what the cleaned segment was made of. */
export async function replaceSegments(
  core: LogCore,
  { old, cleaned, isStillTrue }: Replacement,
): Promise<boolean> {
  return await core.exclusively(async () => {
    if (!isStillTrue() || !areClosedSegments(core, old)) return false;
    cleaned.renameIndexes(SWAP_SUFFIX);
    cleaned.renameLog(SWAP_SUFFIX);
    await core.syncFolder();
    core.segments.replace(old, cleaned);
    // From memory a reader would get what was cleaned away.
    const { segments } = core;
    core.tail.forgetBelow(segments.endOffset(segments.all.indexOf(cleaned), core.logEndOffset));
    const gone = old.flatMap((segment) => segment.markLogDeleted());
    await core.syncFolder();
    gone.push(...old.flatMap((segment) => segment.renameIndexes(DELETED_SUFFIX)));
    await core.syncFolder();
    cleaned.renameLog("");
    await core.syncFolder();
    cleaned.renameIndexes("");
    await core.syncFolder();
    removeLater(core, async () => {
      for (const segment of old) segment.close();
      await removeFiles(core.parts.runtime.disk, gone);
    });
    await dropSnapshots(core, old, cleaned);
    return true;
  });
}

/** Whether these follow each other in the log still, none of them open for appends again. */
export function areClosedSegments(core: LogCore, segments: readonly Segment[]): boolean {
  const { all, active } = core.segments;
  const at = all.indexOf(segments[0]!);
  return (
    at !== -1 &&
    segments.every((segment, index) => all[at + index] === segment && segment !== active)
  );
}

/** A snapshot stands where a segment begins. */
async function dropSnapshots(
  core: LogCore,
  old: readonly Segment[],
  cleaned: Segment,
): Promise<void> {
  const { snapshots } = core.parts;
  const newest = snapshots.offsets.at(-1);
  const bases = new Set(old.map(({ baseOffset }) => baseOffset));
  bases.delete(cleaned.baseOffset);
  await snapshots.remove((offset) => offset !== newest && bases.has(offset));
}
