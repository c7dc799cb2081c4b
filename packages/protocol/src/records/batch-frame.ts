/**
 * Finding batches one after another in bytes that may end in the middle of one.
 *
 * A batch is *whole* when all its bytes are there, its length can hold a header and its version is
 * 2. That says nothing about its CRC: `RecordBatch.crcIsValid` does.
 */
import {
  BATCH_HEADER_BYTES,
  HEADER_UP_TO_MAGIC_BYTES,
  LOG_OVERHEAD_BYTES,
  MAGIC_V2,
  batchLengthBytes,
  batchMagic,
} from "./batch-header.ts";

/** Bytes after offset and length of the smallest message of version 0: Kafka's own lower bound. */
const OLDEST_RECORD_OVERHEAD_BYTES = 14;

/** What stands at a position: a whole batch, or the reason why not. */
export type BatchFrame =
  | "whole"
  /** Fewer bytes than the batch has: the tail of a file or of a fetch. */
  | "truncated"
  /** The length cannot be that of a batch: the bytes are damaged, or are no batches. */
  | "bad-length"
  /** A message of magic 0 or 1, which Kafka 4 no longer writes and Naru does not read. */
  | "old-magic"
  /** A version that does not exist. */
  | "bad-magic";

/** Says what stands at `position`, looking at no byte at or after `end`. */
export function batchFrameAt(
  bytes: Uint8Array,
  position: number,
  end: number = bytes.length,
): BatchFrame {
  const availableBytes = end - position;
  if (availableBytes < LOG_OVERHEAD_BYTES) return "truncated";
  const lengthBytes = batchLengthBytes(bytes, position);
  if (lengthBytes < LOG_OVERHEAD_BYTES + OLDEST_RECORD_OVERHEAD_BYTES) return "bad-length";
  if (availableBytes < HEADER_UP_TO_MAGIC_BYTES) return "truncated";
  const magic = batchMagic(bytes, position);
  if (magic < 0 || magic > MAGIC_V2) return "bad-magic";
  if (magic < MAGIC_V2) return "old-magic";
  if (lengthBytes < BATCH_HEADER_BYTES) return "bad-length";
  return availableBytes < lengthBytes ? "truncated" : "whole";
}

/** Total bytes of the whole batches that follow each other from `position` on. */
export function wholeBatchesBytes(
  bytes: Uint8Array,
  position = 0,
  end: number = bytes.length,
): number {
  let at = position;
  while (batchFrameAt(bytes, at, end) === "whole") at += batchLengthBytes(bytes, at);
  return at - position;
}
