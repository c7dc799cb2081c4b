/**
 * The checks of a produced batch that need no topic: those of Kafka, in its order, with its error
 * codes. Each was held against Apache Kafka 4.3.1 by raw Produce requests; where we differ:
 *
 *   - offset deltas that do not follow each other are refused (Kafka: only when compressed)
 *   - a compressed batch is not opened, so that damage inside is not seen here (Kafka: error -1)
 *   - a timestamp or producer id beyond 2^53 is refused (Kafka takes them where the records' own
 *     timestamps are in range)
 *   - a damaged varint in front of a record, and a length near 2^31, are error 87 (Kafka: -1)
 *
 * Size limits, timestamp ranges and keys depend on the topic: see `record-errors.ts`.
 */
import type { ErrorName } from "../errors.ts";
import { compressionCodecs } from "../compression/compression-type.ts";
import { batchFrameAt, type BatchFrame } from "./batch-frame.ts";
import {
  LOG_OVERHEAD_BYTES,
  NO_PRODUCER_ID,
  NO_TIMESTAMP,
  PRODUCER_ID_AT,
  batchLengthBytes,
  batchMagic,
} from "./batch-header.ts";
import { isSafeInt64At } from "./big-endian.ts";
import { RecordBatch } from "./record-batch.ts";
import { walkRecords } from "./walk-records.ts";

/** The first Produce version whose sender may use zstd (KIP-110). */
const FIRST_ZSTD_PRODUCE_VERSION = 7;
const TIMESTAMPS_REJECTED = "One or more records have been rejected due to invalid timestamp";

/** The answer to a produced batch. */
export interface BatchVerdict {
  readonly error: Extract<
    ErrorName,
    | "NONE"
    | "CORRUPT_MESSAGE"
    | "INVALID_RECORD"
    | "INVALID_TIMESTAMP"
    | "UNSUPPORTED_COMPRESSION_TYPE"
    | "UNKNOWN_SERVER_ERROR"
  >;
  /** The text that Kafka sends with the error: mostly none. */
  readonly message: string | null;
  /** What is wrong, for the log; empty when nothing is. */
  readonly reason: string;
  /**
   * The timestamps of the records: smallest and largest of an uncompressed batch, what the header
   * says of a compressed one. `maxTimestamp` is what the header should say on a topic with
   * CreateTime.
   */
  readonly minTimestamp: number;
  readonly maxTimestamp: number;
  /** Whether some record has no key; known of uncompressed batches only. */
  readonly hasNullKey: boolean;
}

/**
 * Checks the records of one partition of a Produce request (version 3 or later). Bytes after the
 * batch that are not a whole second one are ignored, as Kafka does: append `batch.lengthBytes`.
 */
export function validateBatch(records: Uint8Array, produceVersion: number): BatchVerdict {
  const frame = batchFrameAt(records, 0);
  if (frame !== "whole") return refuseFrame(records, frame);
  const batch = RecordBatch.at(records, 0);
  const refusal =
    checkNothingFollows(batch) ??
    checkCompression(batch, produceVersion) ??
    checkCrc(batch) ??
    checkHeader(batch) ??
    checkNumbers(batch);
  return refusal ?? checkRecords(batch);
}

function refuseFrame(records: Uint8Array, frame: Exclude<BatchFrame, "whole">): BatchVerdict {
  switch (frame) {
    case "truncated":
      return refuse("INVALID_RECORD", `${records.length} bytes hold no whole batch`);
    case "old-magic":
      return refuse("INVALID_RECORD", `magic is ${batchMagic(records, 0)}, expected 2`);
    case "bad-magic": {
      const magic = batchMagic(records, 0);
      return refuse(
        "CORRUPT_MESSAGE",
        `magic is ${magic}`,
        `Invalid magic found in record: ${magic}`,
      );
    }
    case "bad-length": {
      const length = batchLengthBytes(records, 0) - LOG_OVERHEAD_BYTES;
      const message =
        length < 14 ? `Record size ${length} is less than the minimum record overhead (14)` : null;
      return refuse("CORRUPT_MESSAGE", `batch length is ${length}, expected at least 49`, message);
    }
  }
}

/** A Produce request has exactly one batch a partition, since version 3. */
function checkNothingFollows(batch: RecordBatch): BatchVerdict | undefined {
  switch (batchFrameAt(batch.bytes, batch.endPosition)) {
    case "truncated":
      return undefined;
    case "whole":
    case "old-magic":
      return refuse("INVALID_RECORD", "more than one batch, expected one");
    case "bad-length":
    case "bad-magic":
      return refuse("CORRUPT_MESSAGE", "the bytes after the batch are no batch");
  }
}

function checkCompression(batch: RecordBatch, produceVersion: number): BatchVerdict | undefined {
  const codec = batch.compressionCodec;
  if (codec > compressionCodecs.zstd) {
    return refuse("UNKNOWN_SERVER_ERROR", `compression codec is ${codec}, expected 0 to 4`);
  }
  if (codec === compressionCodecs.zstd && produceVersion < FIRST_ZSTD_PRODUCE_VERSION) {
    const reason = `zstd in a Produce request of version ${produceVersion}, expected 7 or later`;
    return refuse("UNSUPPORTED_COMPRESSION_TYPE", reason);
  }
  return undefined;
}

function checkCrc(batch: RecordBatch): BatchVerdict | undefined {
  const computed = batch.computeCrc();
  if (batch.crc === computed) return undefined;
  const hex = (crc: number): string => `0x${crc.toString(16).padStart(8, "0")}`;
  return refuse("CORRUPT_MESSAGE", `CRC is ${hex(batch.crc)}, expected ${hex(computed)}`);
}

function checkHeader(batch: RecordBatch): BatchVerdict | undefined {
  const { baseOffset, count, lastOffsetDelta, producerId, baseSequence } = batch;
  if (baseOffset !== 0) {
    return refuse("INVALID_RECORD", `base offset is ${baseOffset}, expected 0 from a producer`);
  }
  if (count <= 0 || lastOffsetDelta !== count - 1) {
    const found = `count is ${count} and last offset delta ${lastOffsetDelta}`;
    return refuse("INVALID_RECORD", `${found}, expected a count of delta + 1`);
  }
  if (batch.isControl) return refuse("INVALID_RECORD", "a producer may not write control batches");
  if (producerId > NO_PRODUCER_ID && baseSequence < 0) {
    return refuse(
      "INVALID_RECORD",
      `base sequence is ${baseSequence} with producer id ${producerId}`,
    );
  }
  return undefined;
}

function checkNumbers(batch: RecordBatch): BatchVerdict | undefined {
  if (batch.numbersAreSafe) return undefined;
  return isSafeInt64At(batch.bytes, batch.position + PRODUCER_ID_AT)
    ? refuse("INVALID_TIMESTAMP", "a timestamp is beyond 2^53", TIMESTAMPS_REJECTED)
    : refuse("INVALID_RECORD", "the producer id is beyond 2^53");
}

function checkRecords(batch: RecordBatch): BatchVerdict {
  const { baseTimestamp, maxTimestamp } = batch;
  if (batch.compressionCodec !== compressionCodecs.none) {
    const minTimestamp = Math.min(baseTimestamp, maxTimestamp);
    return accept(minTimestamp, Math.max(maxTimestamp, NO_TIMESTAMP), false);
  }
  const walk = walkRecords(batch);
  if (walk.fault !== undefined) return refuse("INVALID_RECORD", walk.fault);
  // With log append time in its header, a batch's records all have the header's time.
  if (batch.timestampType === "LogAppendTime") {
    return accept(maxTimestamp, Math.max(maxTimestamp, NO_TIMESTAMP), walk.hasNullKey);
  }
  if (!Number.isSafeInteger(walk.minTimestamp) || !Number.isSafeInteger(walk.maxTimestamp)) {
    return refuse("INVALID_TIMESTAMP", "a record's timestamp is beyond 2^53", TIMESTAMPS_REJECTED);
  }
  return accept(walk.minTimestamp, Math.max(walk.maxTimestamp, NO_TIMESTAMP), walk.hasNullKey);
}

function accept(minTimestamp: number, maxTimestamp: number, hasNullKey: boolean): BatchVerdict {
  return { error: "NONE", message: null, reason: "", minTimestamp, maxTimestamp, hasNullKey };
}

function refuse(
  error: BatchVerdict["error"],
  reason: string,
  message: string | null = null,
): BatchVerdict {
  return {
    error,
    message,
    reason,
    minTimestamp: NO_TIMESTAMP,
    maxTimestamp: NO_TIMESTAMP,
    hasNullKey: false,
  };
}
