import { batchFrameAt, batchLastOffset, batchLengthBytes } from "@naru/protocol";
import type { ErrorName } from "@naru/protocol";

import type { BufferPool } from "./buffer-pool.ts";
import type { LogTail } from "./log-tail.ts";
import type { FoundBatch } from "./segment-scan.ts";
import type { SegmentList } from "./segment-list.ts";
import type { Segment } from "./segment.ts";

/**
 * From here on a read goes off the event loop: it would block it for longer than the detour costs.
 */
const COLD_BYTES = 262_144;

export interface ReadOptions {
  readonly startOffset: number;
  /** Exclusive: no batch at or past it is returned. */
  readonly maxOffset: number;
  readonly maxBytes: number;
  /** The first batch is returned even when it is larger than `maxBytes`. */
  readonly minOneBatch: boolean;
}

/** Whole batches. */
export interface ReadResult {
  readonly error: Extract<ErrorName, "NONE" | "OFFSET_OUT_OF_RANGE">;
  readonly chunks: readonly Uint8Array[];
  readonly bytes: number;
  /** Call once when the chunks have been sent: their memory is used again. */
  release(): void;
}

const nothing = { chunks: [], bytes: 0, release(): void {} };
const NOTHING: ReadResult = { error: "NONE", ...nothing };
const OUT_OF_RANGE: ReadResult = { error: "OFFSET_OUT_OF_RANGE", ...nothing };

export interface ReadableLog {
  readonly logStartOffset: number;
  readonly writtenEndOffset: number;
  readonly logEndOffset: number;
  readonly segments: SegmentList;
  readonly tail: LogTail;
  readonly pool: BufferPool;
}

/** Reads from the tail where it reaches back far enough, else from one segment. */
export function readLog(log: ReadableLog, options: ReadOptions): ReadResult | Promise<ReadResult> {
  const { startOffset } = options;
  if (startOffset < log.logStartOffset || startOffset > log.logEndOffset) return OUT_OF_RANGE;
  const maxOffset = Math.min(options.maxOffset, log.writtenEndOffset);
  if (startOffset >= maxOffset) return NOTHING;
  if (startOffset >= log.tail.startOffset(log.writtenEndOffset)) {
    return readTail(log.tail, { ...options, maxOffset });
  }
  const found = locate(log, startOffset);
  if (found === undefined || found.batch.lastOffset >= maxOffset) return NOTHING;
  const { segment, batch } = found;
  if (batch.bytes > options.maxBytes && !options.minOneBatch) return NOTHING;
  const wanted = Math.max(options.maxBytes, batch.bytes);
  const bytes = Math.min(wanted, segment.sizeBytes - batch.position);
  const buffer = log.pool.take(bytes);
  const target = buffer.subarray(0, bytes);
  const finish = (read: number): ReadResult => fileResult(log.pool, buffer, { read, maxOffset });
  try {
    if (bytes < COLD_BYTES) return finish(segment.file.readAt(target, batch.position));
    return segment.file.readCold(target, batch.position).then(finish, (error: unknown) => {
      log.pool.give(buffer);
      throw error;
    });
  } catch (error) {
    log.pool.give(buffer);
    throw error;
  }
}

/** The batch with `offset`, or the first after it, and its segment. */
export function locate(
  log: Pick<ReadableLog, "segments">,
  offset: number,
): { segment: Segment; batch: FoundBatch } | undefined {
  const { all } = log.segments;
  // Compaction may have emptied the end of a segment: the next one then has the first batch after
  // it.
  for (let index = log.segments.indexAt(offset); index < all.length; index += 1) {
    const segment = all[index]!;
    const batch = segment.locate(offset);
    if (batch !== undefined) return { segment, batch };
  }
  return undefined;
}

function readTail(tail: LogTail, options: ReadOptions): ReadResult {
  const { views, chunks, bytes } = tail.read(options);
  let isReleased = false;
  return {
    error: "NONE",
    chunks: views,
    bytes,
    release() {
      if (isReleased) return;
      isReleased = true;
      tail.release(chunks);
    },
  };
}

function fileResult(
  pool: BufferPool,
  buffer: Uint8Array,
  limits: { read: number; maxOffset: number },
): ReadResult {
  let end = 0;
  while (batchFrameAt(buffer, end, limits.read) === "whole") {
    if (batchLastOffset(buffer, end) >= limits.maxOffset) break;
    end += batchLengthBytes(buffer, end);
  }
  let isReleased = false;
  return {
    error: "NONE",
    chunks: [buffer.subarray(0, end)],
    bytes: end,
    release() {
      if (isReleased) return;
      isReleased = true;
      pool.give(buffer);
    },
  };
}
