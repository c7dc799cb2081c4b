/**
 * The names inside a partition folder. All files of one segment carry its base offset, 20 digits:
 *
 *   00000000000000000042.log        record batches
 *   00000000000000000042.index      offset -> position
 *   00000000000000000042.timeindex  timestamp -> offset
 *   00000000000000000042.txnindex   aborted transactions, only where there are some
 *   00000000000000000042.snapshot   producer state before offset 42
 *   leader-epoch-checkpoint, partition.metadata
 *
 * and these endings say that a file is on its way in or out:
 *
 *   .deleted  to be removed          .cleaned  half-written by the cleaner
 *   .swap     complete, takes the place of the segments in its offset range
 */
export const LOG_SUFFIX = ".log";
export const INDEX_SUFFIX = ".index";
export const TIME_INDEX_SUFFIX = ".timeindex";
export const TRANSACTION_INDEX_SUFFIX = ".txnindex";
export const SNAPSHOT_SUFFIX = ".snapshot";
export const DELETED_SUFFIX = ".deleted";
export const CLEANED_SUFFIX = ".cleaned";
export const SWAP_SUFFIX = ".swap";

/** The files that belong to a segment, the log last: whoever finds a log finds its indexes. */
export const SEGMENT_SUFFIXES = [
  INDEX_SUFFIX,
  TIME_INDEX_SUFFIX,
  TRANSACTION_INDEX_SUFFIX,
  LOG_SUFFIX,
] as const;

const OFFSET_DIGITS = 20;
const offsetName = /^(\d{20})(\.[a-z]+)/;

/** `00000000000000000042.log` for 42 and `.log`. */
export function offsetFileName(offset: number, suffix: string): string {
  return String(offset).padStart(OFFSET_DIGITS, "0") + suffix;
}

/** Base offset and first ending of a name that starts with an offset; undefined for any other. */
export function parseOffsetFileName(name: string): { offset: number; suffix: string } | undefined {
  const match = offsetName.exec(name);
  if (match === null) return undefined;
  const offset = Number(match[1]);
  return Number.isSafeInteger(offset) ? { offset, suffix: match[2]! } : undefined;
}

/** The folder of a partition that is being deleted, as Kafka names it, at most 255 characters. */
export function deletedFolderName(topic: string, partition: number, uniqueId: string): string {
  const suffix = `-${partition}.${uniqueId}-delete`;
  return topic.slice(0, 255 - suffix.length) + suffix;
}
