import { assert } from "@naru/runtime";

import type { HotTail } from "./hot-tail.ts";
import { TailChunk } from "./tail-chunk.ts";

const FIRST_CHUNK_BYTES = 16_384;
const CHUNK_BYTES_MAX = 1_048_576;

/**
 * What a read from the tail hands on: views, and the chunks to release when they have been sent.
 */
export interface TailRead {
  readonly views: Uint8Array[];
  readonly chunks: TailChunk[];
  readonly bytes: number;
}

/**
 * One log's part of the hot tail: chunks without gaps up to the log's end, whose last bytes may not
 * be in the file yet ("staged").
 */
export class LogTail {
  readonly #hot: HotTail;
  readonly #chunks: TailChunk[] = [];
  #stagedBytes = 0;

  constructor(hot: HotTail) {
    this.#hot = hot;
  }

  get stagedBytes(): number {
    return this.#stagedBytes;
  }

  /** The first offset that can be read here; `logEndOffset` is the answer when there is nothing. */
  startOffset(logEndOffset: number): number {
    return this.#chunks[0]?.startOffset ?? logEndOffset;
  }

  /** Copies a batch to the end and returns the chunk that has it, as its last batch. */
  stage(batch: Uint8Array, baseOffset: number): { chunk: TailChunk; position: number } {
    const chunk = this.#chunkFor(batch.length, baseOffset);
    this.#stagedBytes += batch.length;
    return { chunk, position: chunk.add(batch, baseOffset) };
  }

  /** The staged bytes, in order, to be written. */
  staged(): Uint8Array[] {
    const views: Uint8Array[] = [];
    for (let index = this.#firstStaged(); index < this.#chunks.length; index += 1) {
      const chunk = this.#chunks[index]!;
      views.push(chunk.buffer.subarray(chunk.writtenBytes, chunk.usedBytes));
    }
    return views;
  }

  /** All staged bytes are in the file now. */
  written(): void {
    for (let index = this.#firstStaged(); index < this.#chunks.length; index += 1) {
      const chunk = this.#chunks[index]!;
      chunk.writtenBytes = chunk.usedBytes;
    }
    this.#stagedBytes = 0;
    this.#hot.makeRoom();
  }

  /** The staged bytes did not reach the file. */
  dropStaged(): void {
    for (const chunk of this.#chunks) chunk.dropUnwritten();
    while (this.#chunks.at(-1)?.usedBytes === 0) this.#hot.remove(this.#chunks.pop()!);
    this.#stagedBytes = 0;
  }

  /** Forgets everything: the log was truncated. */
  clear(): void {
    assert(this.#stagedBytes === 0, "a tail is cleared only when all of it is written");
    for (const chunk of this.#chunks.splice(0)) this.#hot.remove(chunk);
  }

  /** Lets go of what lies below `offset` altogether: it is in the files, and was cleaned there. */
  forgetBelow(offset: number): void {
    while (this.#chunks.length > 1 && this.#chunks[1]!.startOffset <= offset) {
      this.#hot.remove(this.#chunks.shift()!);
    }
  }

  /** From the batch that holds `startOffset`, which must be here, on; whole batches only. */
  read(options: {
    startOffset: number;
    maxOffset: number;
    maxBytes: number;
    minOneBatch: boolean;
  }): TailRead {
    const read = { views: [] as Uint8Array[], chunks: [] as TailChunk[], bytes: 0 };
    let index = this.#chunks.findLastIndex((chunk) => chunk.startOffset <= options.startOffset);
    let start = this.#chunks[index]!.positionOf(options.startOffset);
    for (; index < this.#chunks.length; index += 1, start = 0) {
      const chunk = this.#chunks[index]!;
      const limits = { bytes: options.maxBytes - read.bytes, maxOffset: options.maxOffset };
      let end = chunk.endWithin(start, limits);
      if (end === start && read.bytes === 0 && options.minOneBatch) {
        end = start + chunk.batchBytesAt(start, options.maxOffset);
      }
      if (end > start) {
        read.views.push(chunk.buffer.subarray(start, end));
        read.chunks.push(chunk);
        this.#hot.retain(chunk);
        read.bytes += end - start;
      }
      if (end < chunk.writtenBytes || chunk.writtenBytes < chunk.usedBytes) break;
    }
    return read;
  }

  release(chunks: readonly TailChunk[]): void {
    for (const chunk of chunks) this.#hot.release(chunk);
  }

  #chunkFor(bytes: number, baseOffset: number): TailChunk {
    const last = this.#chunks.at(-1);
    if (last !== undefined && last.freeBytes >= bytes) return last;
    const next = last === undefined ? FIRST_CHUNK_BYTES : last.buffer.length * 2;
    const size = Math.max(bytes, Math.min(next, CHUNK_BYTES_MAX));
    const chunk = new TailChunk(this.#hot.pool.take(size), baseOffset, () => this.#evict(chunk));
    this.#chunks.push(chunk);
    this.#hot.add(chunk);
    return chunk;
  }

  #evict(chunk: TailChunk): void {
    // A new chunk is announced while it is still empty: it must not evict itself.
    if (chunk.usedBytes === 0 || this.#chunks[0] !== chunk) return;
    this.#chunks.shift();
    this.#hot.remove(chunk);
  }

  #firstStaged(): number {
    let index = this.#chunks.length;
    while (
      index > 0 &&
      this.#chunks[index - 1]!.writtenBytes < this.#chunks[index - 1]!.usedBytes
    ) {
      index -= 1;
    }
    return index;
  }
}
