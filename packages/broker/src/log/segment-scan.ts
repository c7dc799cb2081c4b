import {
  BATCH_HEADER_BYTES,
  batchBaseOffset,
  batchFrameAt,
  batchLastOffset,
  batchLengthBytes,
} from "@naru/protocol";
import type { BatchFrame } from "@naru/protocol";
import type { DiskFile } from "@naru/runtime";

import type { BufferPool } from "./buffer-pool.ts";

const CHUNK_BYTES = 1_048_576;
const WALK_BYTES = 4096;
/**
 * What a batch may be at most: `message.max.bytes` is an int, and recovery must not allocate more.
 */
const BATCH_BYTES_MAX = 0x7fff_ffff;

/** Where a scan ended, and what stood there when that was not the end of the file. */
export interface ScanEnd {
  readonly position: number;
  readonly found: Exclude<BatchFrame, "whole"> | "end" | "stopped";
}

export interface ScanOptions {
  readonly from: number;
  readonly to: number;
  readonly pool: BufferPool;
}

/** Is handed each batch; true ends the scan before it. The bytes are valid only during the call. */
export type BatchVisitor = (bytes: Uint8Array, position: number, filePosition: number) => boolean;

/**
 * Goes through the batches of a file in chunks, off the event loop between them. Ends at the first
 * thing that is not a whole batch; the CRC is the visitor's business.
 */
export async function scanBatches(
  file: DiskFile,
  options: ScanOptions,
  visit: BatchVisitor,
): Promise<ScanEnd> {
  const { to, pool } = options;
  let buffer = pool.take(CHUNK_BYTES);
  try {
    for (let at = options.from; at < to;) {
      const wanted = Math.min(buffer.length, to - at);
      const bytes = await file.readCold(buffer.subarray(0, wanted), at);
      const end = walkChunk(buffer, { bytes, filePosition: at }, visit);
      if (end.isStopped) return { position: at + end.position, found: "stopped" };
      const found = batchFrameAt(buffer, end.position, bytes);
      const isCut = found === "truncated" && at + bytes < to && bytes === wanted;
      if (!isCut) {
        const isEnd = end.position === bytes && at + bytes >= to;
        return { position: at + end.position, found: isEnd || found === "whole" ? "end" : found };
      }
      if (end.position === 0) {
        // The batch is larger than the buffer.
        const needed = Math.min(batchLengthBytes(buffer, 0), BATCH_BYTES_MAX, to - at);
        if (at + batchLengthBytes(buffer, 0) > to) return { position: at, found: "truncated" };
        pool.give(buffer);
        buffer = pool.take(needed);
      }
      at += end.position;
    }
    return { position: to, found: "end" };
  } finally {
    pool.give(buffer);
  }
}

function walkChunk(
  buffer: Uint8Array,
  chunk: { bytes: number; filePosition: number },
  visit: BatchVisitor,
): { position: number; isStopped: boolean } {
  let position = 0;
  while (batchFrameAt(buffer, position, chunk.bytes) === "whole") {
    // Taken before the visit, which may not change it, but may be wrong about that.
    const length = batchLengthBytes(buffer, position);
    if (visit(buffer, position, chunk.filePosition + position))
      return { position, isStopped: true };
    position += length;
  }
  return { position, isStopped: false };
}

/** Reads are synchronous, so all walks can share it. */
const walkBuffer = new Uint8Array(WALK_BYTES);

/** A batch in a file, by its header only. */
export interface FoundBatch {
  readonly position: number;
  readonly bytes: number;
  readonly baseOffset: number;
  readonly lastOffset: number;
}

/**
 * Steps over the headers of the batches in a range, at whose start one begins, until `visit` says
 * true. Ends early where something else than a batch stands. The bytes are valid only during the
 * visit, and only the header is sure to be there.
 */
export function walkHeaders(
  file: DiskFile,
  range: { from: number; to: number },
  visit: BatchVisitor,
): void {
  let windowStart = range.from;
  let windowBytes = 0;
  for (let at = range.from; at + BATCH_HEADER_BYTES <= range.to;) {
    if (at + BATCH_HEADER_BYTES > windowStart + windowBytes) {
      windowStart = at;
      windowBytes = file.readAt(walkBuffer.subarray(0, Math.min(WALK_BYTES, range.to - at)), at);
      if (windowBytes < BATCH_HEADER_BYTES) return;
    }
    const position = at - windowStart;
    const frame = batchFrameAt(walkBuffer, position, windowBytes);
    const bytes = batchLengthBytes(walkBuffer, position);
    if ((frame !== "whole" && frame !== "truncated") || at + bytes > range.to) return;
    if (visit(walkBuffer, position, at)) return;
    at += bytes;
  }
}

/** The first batch of a range whose last offset is at or above `offset`. */
export function findBatch(
  file: DiskFile,
  range: { from: number; to: number },
  offset: number,
): FoundBatch | undefined {
  let found: FoundBatch | undefined;
  walkHeaders(file, range, (bytes, position, filePosition) => {
    const lastOffset = batchLastOffset(bytes, position);
    if (lastOffset < offset) return false;
    const baseOffset = batchBaseOffset(bytes, position);
    found = {
      position: filePosition,
      bytes: batchLengthBytes(bytes, position),
      baseOffset,
      lastOffset,
    };
    return true;
  });
  return found;
}
