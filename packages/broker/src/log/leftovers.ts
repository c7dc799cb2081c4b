/**
 * What Kafka, or we, left behind in a partition folder when stopped in the middle of something.
 * Before anything else is read, in this order:
 *
 *   1. `.deleted` and `.cleaned` are removed. A `.swap` from the offset of the first `.cleaned` on
 *      is of a cleaning that was not complete: removed as well.
 *   2. A `.swap` log is complete and takes the place of the segments whose base offsets it spans:
 *      these are removed.
 *   3. `.swap` endings are taken off.
 *   4. Indexes without a log are removed. (Snapshots are looked through once the log is known.)
 *
 * Every step can be repeated after a crash in its middle.
 */
import { batchBaseOffset, batchLastOffset } from "@naru/protocol";
import type { Disk } from "@naru/runtime";

import {
  CLEANED_SUFFIX,
  DELETED_SUFFIX,
  LOG_SUFFIX,
  SEGMENT_SUFFIXES,
  SWAP_SUFFIX,
  offsetFileName,
  parseOffsetFileName,
} from "./file-names.ts";
import { walkHeaders } from "./segment-scan.ts";

/** Tidies the folder; returns the names of what was removed or renamed. */
export async function tidyLeftovers(disk: Disk, folder: string): Promise<string[]> {
  const touched: string[] = [];
  const remove = async (name: string): Promise<void> => {
    touched.push(name);
    await disk.unlink(`${folder}/${name}`);
  };
  for (const name of unfinished(names(disk, folder))) await remove(name);

  const swaps = names(disk, folder).filter((name) => name.endsWith(SWAP_SUFFIX));
  for (const name of replaced(disk, folder, swaps)) await remove(name);
  for (const name of swaps) {
    touched.push(name);
    disk.rename(`${folder}/${name}`, `${folder}/${name.slice(0, -SWAP_SUFFIX.length)}`);
  }
  for (const name of orphans(names(disk, folder))) await remove(name);
  if (touched.length > 0) await disk.syncFolder(folder);
  return touched;
}

function names(disk: Disk, folder: string): string[] {
  return disk
    .list(folder)
    .filter(({ kind }) => kind === "file")
    .map(({ name }) => name);
}

function unfinished(all: readonly string[]): string[] {
  const firstCleaned = Math.min(
    ...all.filter((name) => name.endsWith(CLEANED_SUFFIX)).map(offsetOf),
  );
  return all.filter(
    (name) =>
      name.endsWith(DELETED_SUFFIX) ||
      name.endsWith(CLEANED_SUFFIX) ||
      (name.endsWith(SWAP_SUFFIX) && offsetOf(name) >= firstCleaned),
  );
}

/** Files of the segments whose place the swapped logs take. */
function replaced(disk: Disk, folder: string, swaps: readonly string[]): string[] {
  const gone: string[] = [];
  for (const swap of swaps.filter((name) => name.endsWith(LOG_SUFFIX + SWAP_SUFFIX))) {
    const path = `${folder}/${swap}`;
    const file = disk.open(path, { mode: "existing" });
    const base = offsetOf(swap);
    // Also one without a record takes the place of the segment that has its name.
    let lastOffset = base;
    walkHeaders(file, { from: 0, to: file.bytes }, (bytes, position) => {
      lastOffset = Math.max(
        lastOffset,
        batchBaseOffset(bytes, position),
        batchLastOffset(bytes, position),
      );
      return false;
    });
    file.close();
    for (const name of names(disk, folder)) {
      const parsed = parseOffsetFileName(name);
      if (parsed === undefined || !isSegmentFile(name)) continue;
      if (parsed.offset >= base && parsed.offset <= lastOffset && !gone.includes(name))
        gone.push(name);
    }
  }
  return gone;
}

function orphans(all: readonly string[]): string[] {
  const logs = new Set(all.filter((name) => name.endsWith(LOG_SUFFIX)).map(offsetOf));
  return all.filter((name) => isSegmentFile(name) && !logs.has(offsetOf(name)));
}

function isSegmentFile(name: string): boolean {
  const offset = offsetOf(name);
  return SEGMENT_SUFFIXES.some((suffix) => name === offsetFileName(offset, suffix));
}

function offsetOf(name: string): number {
  return parseOffsetFileName(name)?.offset ?? Number.NaN;
}
