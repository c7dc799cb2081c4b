import { batchBaseOffset, batchLastOffset, batchLengthBytes } from "@naru/protocol";

/** A position is noted about every so many bytes, so that finding an offset walks few batches. */
const MARK_EVERY_BYTES = 4096;

/** Whole batches that follow each other, in one buffer: a part of one log's tail. */
export class TailChunk {
  readonly buffer: Uint8Array;
  readonly startOffset: number;
  /** Takes the chunk out of its log's tail. */
  readonly evict: () => void;
  usedBytes = 0;
  /** How much of it is in the file. */
  writtenBytes = 0;
  /** The tail, and each reader that is still sending from it. */
  users = 1;
  readonly #markOffsets: number[] = [];
  readonly #markPositions: number[] = [];

  constructor(buffer: Uint8Array, startOffset: number, evict: () => void) {
    this.buffer = buffer;
    this.startOffset = startOffset;
    this.evict = evict;
  }

  get freeBytes(): number {
    return this.buffer.length - this.usedBytes;
  }

  /** Copies a batch to the end, without its final offset, and returns where it is. */
  add(batch: Uint8Array, baseOffset: number): number {
    const position = this.usedBytes;
    this.buffer.set(batch, position);
    this.usedBytes += batch.length;
    const lastMark = this.#markPositions.at(-1) ?? -MARK_EVERY_BYTES;
    if (position - lastMark >= MARK_EVERY_BYTES) {
      this.#markOffsets.push(baseOffset);
      this.#markPositions.push(position);
    }
    return position;
  }

  dropUnwritten(): void {
    this.usedBytes = this.writtenBytes;
    while ((this.#markPositions.at(-1) ?? -1) >= this.usedBytes) {
      this.#markPositions.pop();
      this.#markOffsets.pop();
    }
  }

  /** Where the batch begins that holds `offset`, or the first one after it. */
  positionOf(offset: number): number {
    let position = this.#markBefore(this.#markOffsets, offset);
    while (position < this.writtenBytes && batchLastOffset(this.buffer, position) < offset) {
      position += batchLengthBytes(this.buffer, position);
    }
    return position;
  }

  /**
   * The end of the last whole batch that ends at or before `bytes` and begins below `maxOffset`.
   */
  endWithin(start: number, limits: { bytes: number; maxOffset: number }): number {
    const bytesEnd = Math.min(this.writtenBytes, start + limits.bytes);
    const byBytes = this.#markBefore(this.#markPositions, bytesEnd);
    const byOffset = this.#markBefore(this.#markOffsets, limits.maxOffset);
    let end = Math.max(start, Math.min(byBytes, byOffset));
    while (end < bytesEnd) {
      const next = end + batchLengthBytes(this.buffer, end);
      if (next > bytesEnd || batchLastOffset(this.buffer, end) >= limits.maxOffset) break;
      end = next;
    }
    return end;
  }

  /** Bytes of the batch at `position`, when it lies below `maxOffset`; else 0. */
  batchBytesAt(position: number, maxOffset: number): number {
    if (position >= this.writtenBytes) return 0;
    if (batchBaseOffset(this.buffer, position) >= maxOffset) return 0;
    return batchLastOffset(this.buffer, position) < maxOffset
      ? batchLengthBytes(this.buffer, position)
      : 0;
  }

  /** Position of the last mark whose key is at or below `limit`. */
  #markBefore(keys: readonly number[], limit: number): number {
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (keys[middle]! <= limit) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : this.#markPositions[low - 1]!;
  }
}
