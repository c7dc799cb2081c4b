import { assert } from "@naru/runtime";

import type { Segment } from "./segment.ts";

/**
 * The segments of a log by base offset, oldest first. There is always one; the last is the active
 * one.
 */
export class SegmentList {
  readonly #segments: Segment[];

  constructor(segments: readonly Segment[]) {
    this.#segments = [...segments];
  }

  get all(): readonly Segment[] {
    return this.#segments;
  }

  get count(): number {
    return this.#segments.length;
  }

  get first(): Segment {
    return this.#segments[0]!;
  }

  get active(): Segment {
    return this.#segments.at(-1)!;
  }

  get sizeBytes(): number {
    let bytes = 0;
    for (const segment of this.#segments) bytes += segment.sizeBytes;
    return bytes;
  }

  /** Index of the last segment that begins at or below `offset`; 0 when all begin above. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#segments[middle]!.baseOffset <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** Where a segment ends: the next one's base offset, or for the active one `logEndOffset`. */
  endOffset(index: number, logEndOffset: number): number {
    return this.#segments[index + 1]?.baseOffset ?? logEndOffset;
  }

  add(segment: Segment): void {
    assert(
      segment.baseOffset > (this.#segments.at(-1)?.baseOffset ?? -1),
      "a new segment begins behind the others",
    );
    this.#segments.push(segment);
  }

  /** Puts one segment in the place of those that it was made of, which follow each other. */
  replace(old: readonly Segment[], replacement: Segment): void {
    const at = this.#segments.indexOf(old[0]!);
    assert(
      at !== -1 && old.every((segment, index) => this.#segments[at + index] === segment),
      "only segments that follow each other are replaced",
    );
    this.#segments.splice(at, old.length, replacement);
  }

  /** Takes the oldest `count` out. */
  takeFirst(count: number): Segment[] {
    return this.#segments.splice(0, count);
  }

  /** Takes out all that begin at `offset` or later, newest first. */
  takeFrom(offset: number): Segment[] {
    const from = this.#segments.findIndex((segment) => segment.baseOffset >= offset);
    return from === -1 ? [] : this.#segments.splice(from).toReversed();
  }
}
