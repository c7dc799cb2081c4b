/**
 * A sparse index from offset to byte position in one segment.
 *
 *   0        4        8
 *   ┌────────┬────────┐
 *   │relative│position│   relative = last offset of the batch that starts at position, - baseOffset
 *   └────────┴────────┘
 *
 * Invariants:
 *   - relative offsets strictly increase, positions strictly increase
 *   - the file of a sealed segment holds a whole number of entries and nothing else
 *
 * Kafka preallocates the active segment's file with zeros (10 MiB) and cuts it on a clean stop
 * only: after the last real entry there may be zeros. There is no checksum: whoever uses an entry
 * compares it with the batch at its position, and a damaged index is rebuilt from the segment.
 */
import type { Disk } from "@naru/runtime";

import { IndexFile } from "./index-file.ts";

export const OFFSET_INDEX_ENTRY_BYTES = 8;
const POSITION_AT = 4;
/** Relative offsets are 32-bit signed in Kafka's code: a segment ends before this one. */
export const RELATIVE_OFFSET_MAX = 0x7fff_ffff;

export interface OffsetPosition {
  /** The last offset of the batch; the base offset of the segment where there is no entry. */
  readonly offset: number;
  readonly position: number;
}

export class OffsetIndex {
  readonly file: IndexFile;
  readonly baseOffset: number;
  #lastOffset: number;

  constructor(disk: Disk, path: string, baseOffset: number) {
    this.file = new IndexFile(disk, path, OFFSET_INDEX_ENTRY_BYTES);
    this.baseOffset = baseOffset;
    this.#lastOffset = baseOffset - 1;
  }

  /** Takes the file's entries; says why it cannot, and then the index must be rebuilt. */
  load(fileBytes: number): string | undefined {
    if (fileBytes % OFFSET_INDEX_ENTRY_BYTES !== 0) {
      return `has ${fileBytes} bytes, expected a multiple of ${OFFSET_INDEX_ENTRY_BYTES}`;
    }
    this.file.useFile(fileBytes / OFFSET_INDEX_ENTRY_BYTES);
    this.file.useFile(this.#realCount());
    const last = this.#at(this.file.count - 1);
    this.#lastOffset = this.file.count === 0 ? this.baseOffset - 1 : last.offset;
    if (last.offset < this.baseOffset) return `ends with offset ${last.offset}`;
    return undefined;
  }

  startEmpty(): void {
    this.file.startEmpty();
    this.#lastOffset = this.baseOffset - 1;
  }

  isFull(bytesMax: number, moreEntries: number): boolean {
    return (this.file.count + moreEntries) * OFFSET_INDEX_ENTRY_BYTES > bytesMax;
  }

  /**
   * `offset` is the last one of the batch at `position`. An offset not above the last is left out.
   */
  append(offset: number, position: number): void {
    if (offset <= this.#lastOffset) return;
    const entry = this.file.add();
    entry.writeInt32BE(offset - this.baseOffset, 0);
    entry.writeInt32BE(position, POSITION_AT);
    this.#lastOffset = offset;
  }

  /** The last entry at or below `offset`; the segment's start where there is none. */
  lookup(offset: number): OffsetPosition {
    return this.#at(this.#firstAbove(offset) - 1);
  }

  /** Forgets the entries of offsets from `offset` on. */
  truncateTo(offset: number): void {
    this.file.keep(this.#firstAbove(offset - 1));
    this.#lastOffset =
      this.file.count === 0 ? this.baseOffset - 1 : this.#at(this.file.count - 1).offset;
  }

  get lastEntry(): OffsetPosition {
    return this.#at(this.file.count - 1);
  }

  #firstAbove(offset: number): number {
    let low = 0;
    let high = this.file.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#at(middle).offset <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #at(index: number): OffsetPosition {
    if (index < 0) return { offset: this.baseOffset, position: 0 };
    const entry = this.file.entry(index);
    return {
      offset: this.baseOffset + entry.readInt32BE(0),
      position: entry.readInt32BE(POSITION_AT),
    };
  }

  /**
   * Entries before the zeros of a preallocated file. Positions increase, so zeros are found by
   * halving.
   */
  #realCount(): number {
    const { count } = this.file;
    if (count === 0 || this.#at(count - 1).position > 0) return count;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { offset, position } = this.#at(middle);
      // The first entry may be (0, 0): one record, at the start. Every later one has a position.
      const isReal = position > 0 || (middle === 0 && offset > this.baseOffset);
      if (isReal) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
