/**
 * The header of a record batch, version 2 (magic 2), and of the only batches that Naru serves.
 *
 *    0            8        12           16 17       21
 *    ┌────────────┬────────┬────────────┬──┬────────┬─ ─ ─
 *    │ baseOffset │ length │ leaderEpoch│m │ crc32c │ what the CRC covers ...
 *    └────────────┴────────┴────────────┴──┴────────┴─ ─ ─
 *   21    23               27              35             43           51     53          57    61
 *    ┌─────┬────────────────┬───────────────┬──────────────┬────────────┬──────┬───────────┬──────┐
 *    │attr │ lastOffsetDelta│ baseTimestamp │ maxTimestamp │ producerId │epoch │baseSeq.   │count │
 *    └─────┴────────────────┴───────────────┴──────────────┴────────────┴──────┴───────────┴──────┘
 *   61  the records ...
 *
 *   attributes: 15 ... 7 unused │ 6 delete horizon │ 5 control │ 4 transactional
 *               3 log append time │ 2-0 codec
 *
 * Invariants of a whole batch:
 *   - its bytes = 12 + length, and length >= 49
 *   - crc = crc32c(bytes 21 to the end)
 *   - lastOffset = baseOffset + lastOffsetDelta; a batch that a producer sent has
 *     count = lastOffsetDelta + 1, one that was compacted may have fewer, even none
 *   - with the delete horizon bit, baseTimestamp holds the horizon and not a record's time
 *
 * Base offset, length, leader epoch and magic are not protected by the CRC: the broker sets the
 * first and the third in place. Nothing here checks anything or throws; 64-bit numbers beyond the
 * safe range are clamped (`big-endian.ts`).
 */
import { crc32c } from "../crc32c.ts";
import { int16At, int32At, int64At, isSafeInt64At, uint32At } from "./big-endian.ts";

export const BASE_OFFSET_AT = 0;
export const LENGTH_AT = 8;
export const PARTITION_LEADER_EPOCH_AT = 12;
export const MAGIC_AT = 16;
export const CRC_AT = 17;
export const ATTRIBUTES_AT = 21;
export const LAST_OFFSET_DELTA_AT = 23;
export const BASE_TIMESTAMP_AT = 27;
export const MAX_TIMESTAMP_AT = 35;
export const PRODUCER_ID_AT = 43;
export const PRODUCER_EPOCH_AT = 51;
export const BASE_SEQUENCE_AT = 53;
export const RECORD_COUNT_AT = 57;

/** Bytes before the first record; also the smallest batch. */
export const BATCH_HEADER_BYTES = 61;
/** Base offset and length, which the length does not count. */
export const LOG_OVERHEAD_BYTES = 12;
/** How many bytes must be there before a batch's version can be told. */
export const HEADER_UP_TO_MAGIC_BYTES = 17;
/** The batch version that Naru reads and writes. */
export const MAGIC_V2 = 2;

export const COMPRESSION_CODEC_MASK = 0x07;
export const LOG_APPEND_TIME_BIT = 0x08;
export const TRANSACTIONAL_BIT = 0x10;
export const CONTROL_BIT = 0x20;
export const DELETE_HORIZON_BIT = 0x40;

/** "No producer id", "no epoch", "no sequence", "no timestamp", "no leader epoch": all are -1. */
export const NO_PRODUCER_ID = -1;
export const NO_PRODUCER_EPOCH = -1;
export const NO_SEQUENCE = -1;
export const NO_TIMESTAMP = -1;
export const NO_PARTITION_LEADER_EPOCH = -1;

/** Offset of the first record, also when compaction took that record away. */
export function batchBaseOffset(bytes: Uint8Array, position: number): number {
  return int64At(bytes, position + BASE_OFFSET_AT);
}

/** Offset of the last record, also when compaction took that record away. */
export function batchLastOffset(bytes: Uint8Array, position: number): number {
  return batchBaseOffset(bytes, position) + int32At(bytes, position + LAST_OFFSET_DELTA_AT);
}

/** All bytes of the batch, the 12 before the length's own count among them. Needs 12 bytes. */
export function batchLengthBytes(bytes: Uint8Array, position: number): number {
  return int32At(bytes, position + LENGTH_AT) + LOG_OVERHEAD_BYTES;
}

/** The leader epoch in which the batch was appended; -1 as sent by a producer. */
export function batchPartitionLeaderEpoch(bytes: Uint8Array, position: number): number {
  return int32At(bytes, position + PARTITION_LEADER_EPOCH_AT);
}

/** The batch's version: 2, or 0 and 1 for messages from before Kafka 0.11. */
export function batchMagic(bytes: Uint8Array, position: number): number {
  return (bytes[position + MAGIC_AT]! << 24) >> 24;
}

/** Codec, timestamp type and the transactional, control and delete horizon bits. */
export function batchAttributes(bytes: Uint8Array, position: number): number {
  return int16At(bytes, position + ATTRIBUTES_AT);
}

/**
 * The largest timestamp of the batch's records, or the append time when that is its timestamp type.
 */
export function batchMaxTimestamp(bytes: Uint8Array, position: number): number {
  return int64At(bytes, position + MAX_TIMESTAMP_AT);
}

/** How many records the header says there are. */
export function batchRecordCount(bytes: Uint8Array, position: number): number {
  return int32At(bytes, position + RECORD_COUNT_AT);
}

/** The CRC-32C that the batch carries. */
export function batchCrc(bytes: Uint8Array, position: number): number {
  return uint32At(bytes, position + CRC_AT);
}

/** The CRC-32C that the batch should carry. The whole batch must be there. */
export function computeBatchCrc(bytes: Uint8Array, position: number): number {
  const end = position + batchLengthBytes(bytes, position);
  return crc32c(bytes.subarray(position + ATTRIBUTES_AT, end));
}

/**
 * Whether offset, timestamps and producer id are all in the safe range, so that none was clamped.
 */
export function batchNumbersAreSafe(bytes: Uint8Array, position: number): boolean {
  return (
    isSafeInt64At(bytes, position + BASE_OFFSET_AT) &&
    isSafeInt64At(bytes, position + BASE_TIMESTAMP_AT) &&
    isSafeInt64At(bytes, position + MAX_TIMESTAMP_AT) &&
    isSafeInt64At(bytes, position + PRODUCER_ID_AT)
  );
}
