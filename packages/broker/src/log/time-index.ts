/**
 * A sparse index from timestamp to offset in one segment.
 *
 *   0            8        12
 *   ┌────────────┬────────┐   timestamp = the largest so far in the segment
 *   │ timestamp  │relative│   relative  = last offset of the batch that has it, - baseOffset
 *   └────────────┴────────┘
 *
 * Invariants:
 *   - timestamps strictly increase, relative offsets increase
 *   - every record before an entry's batch has a timestamp at or below the entry's
 *   - the last entry of a sealed segment is the largest timestamp of the segment
 *
 * As with the offset index zeros may follow in a file that Kafka preallocated, and there is no
 * checksum. Timestamps beyond the safe range are clamped when compared.
 */
import { int64At, putInt64 } from "@naru/protocol";
import type { Disk } from "@naru/runtime";

import { IndexFile } from "./index-file.ts";

export const TIME_INDEX_ENTRY_BYTES = 12;
const RELATIVE_OFFSET_AT = 8;

export interface TimestampOffset {
  /** -1 where there is no entry. */
  readonly timestamp: number;
  readonly offset: number;
}

export class TimeIndex {
  readonly file: IndexFile;
  readonly baseOffset: number;

  constructor(disk: Disk, path: string, baseOffset: number) {
    this.file = new IndexFile(disk, path, TIME_INDEX_ENTRY_BYTES);
    this.baseOffset = baseOffset;
  }

  /** Takes the file's entries; says why it cannot, and then the index must be rebuilt. */
  load(fileBytes: number): string | undefined {
    if (fileBytes % TIME_INDEX_ENTRY_BYTES !== 0) {
      return `has ${fileBytes} bytes, expected a multiple of ${TIME_INDEX_ENTRY_BYTES}`;
    }
    this.file.useFile(fileBytes / TIME_INDEX_ENTRY_BYTES);
    this.file.useFile(this.#realCount());
    const first = this.#at(0);
    const last = this.lastEntry;
    if (this.file.count === 0) return undefined;
    if (last.offset < this.baseOffset) return `ends with offset ${last.offset}`;
    if (last.timestamp < first.timestamp) return `ends with timestamp ${last.timestamp}`;
    return undefined;
  }

  startEmpty(): void {
    this.file.startEmpty();
  }

  isFull(bytesMax: number, moreEntries: number): boolean {
    return (this.file.count + moreEntries) * TIME_INDEX_ENTRY_BYTES > bytesMax;
  }

  /** Adds an entry unless the timestamp is not larger than the last one's. */
  append(timestamp: number, offset: number): void {
    if (timestamp <= this.lastEntry.timestamp) return;
    const entry = this.file.add();
    putInt64(entry, 0, timestamp);
    entry.writeInt32BE(offset - this.baseOffset, RELATIVE_OFFSET_AT);
  }

  /**
   * The last entry with a timestamp at or below `timestamp`; (-1, baseOffset) where there is none.
   */
  lookup(timestamp: number): TimestampOffset {
    return this.#at(this.#count((entry) => entry.timestamp <= timestamp) - 1);
  }

  get lastEntry(): TimestampOffset {
    return this.#at(this.file.count - 1);
  }

  /** Forgets the entries of offsets from `offset` on. */
  truncateTo(offset: number): void {
    this.file.keep(this.#count((entry) => entry.offset < offset));
  }

  /** How many entries come before the first that is not `included`; those that are come first. */
  #count(included: (entry: TimestampOffset) => boolean, end = this.file.count): number {
    let low = 0;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (included(this.#at(middle))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #at(index: number): TimestampOffset {
    if (index < 0 || this.file.count === 0) return { timestamp: -1, offset: this.baseOffset };
    const entry = this.file.entry(index);
    return {
      timestamp: int64At(entry, 0),
      offset: this.baseOffset + entry.readInt32BE(RELATIVE_OFFSET_AT),
    };
  }

  /** Entries before the zeros of a preallocated file. */
  #realCount(): number {
    const { count } = this.file;
    const isZero = (index: number): boolean => {
      const { timestamp, offset } = this.#at(index);
      return timestamp === 0 && offset === this.baseOffset;
    };
    if (count === 0 || !isZero(count - 1)) return count;
    return this.#count((entry) => entry.timestamp !== 0 || entry.offset !== this.baseOffset);
  }
}
