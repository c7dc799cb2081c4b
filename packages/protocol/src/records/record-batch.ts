import type { CompressionType } from "../compression/compression-type.ts";
import { compressionTypeOf } from "../compression/compression-type.ts";
import { batchFrameAt } from "./batch-frame.ts";
import * as header from "./batch-header.ts";
import { int16At, int32At, int64At, putInt16, putInt32, putInt64 } from "./big-endian.ts";

/** Whose clock a record's timestamp is: the producer's, or the broker's at the append. */
export type TimestampType = "CreateTime" | "LogAppendTime";

/**
 * A record batch where it lies: a view of bytes that decodes a field when asked and copies nothing.
 * The header must be there; see `batch-header.ts` for its drawing and for what is not checked.
 */
export class RecordBatch {
  readonly bytes: Uint8Array;
  readonly position: number;

  constructor(bytes: Uint8Array, position: number) {
    this.bytes = bytes;
    this.position = position;
  }

  /** A view of the batch at `position`, unchecked: `batchFrameAt` says whether it is whole. */
  static at(bytes: Uint8Array, position = 0): RecordBatch {
    return new RecordBatch(bytes, position);
  }

  /** Offset of the first record. The setter leaves the CRC valid. */
  get baseOffset(): number {
    return header.batchBaseOffset(this.bytes, this.position);
  }

  set baseOffset(offset: number) {
    putInt64(this.bytes, this.position + header.BASE_OFFSET_AT, offset);
  }

  /** All bytes of the batch, the first 12 among them. */
  get lengthBytes(): number {
    return header.batchLengthBytes(this.bytes, this.position);
  }

  /** Where the next batch begins. */
  get endPosition(): number {
    return this.position + this.lengthBytes;
  }

  /** The leader epoch of the append. The setter leaves the CRC valid. */
  get partitionLeaderEpoch(): number {
    return header.batchPartitionLeaderEpoch(this.bytes, this.position);
  }

  set partitionLeaderEpoch(epoch: number) {
    putInt32(this.bytes, this.position + header.PARTITION_LEADER_EPOCH_AT, epoch);
  }

  get magic(): number {
    return header.batchMagic(this.bytes, this.position);
  }

  /** The CRC-32C that the batch carries. */
  get crc(): number {
    return header.batchCrc(this.bytes, this.position);
  }

  /** The CRC-32C of what is there. The whole batch must be. */
  computeCrc(): number {
    return header.computeBatchCrc(this.bytes, this.position);
  }

  /** Whether the bytes after the CRC are those it was computed from. */
  get crcIsValid(): boolean {
    return this.crc === this.computeCrc();
  }

  get attributes(): number {
    return header.batchAttributes(this.bytes, this.position);
  }

  /** The codec's number as it stands, 0 to 7, of which 5 to 7 do not exist. */
  get compressionCodec(): number {
    return this.attributes & header.COMPRESSION_CODEC_MASK;
  }

  /** The codec's name; undefined for a number that does not exist. */
  get compressionType(): CompressionType | undefined {
    return compressionTypeOf(this.compressionCodec);
  }

  get timestampType(): TimestampType {
    return (this.attributes & header.LOG_APPEND_TIME_BIT) === 0 ? "CreateTime" : "LogAppendTime";
  }

  get isTransactional(): boolean {
    return (this.attributes & header.TRANSACTIONAL_BIT) !== 0;
  }

  get isControl(): boolean {
    return (this.attributes & header.CONTROL_BIT) !== 0;
  }

  get hasDeleteHorizon(): boolean {
    return (this.attributes & header.DELETE_HORIZON_BIT) !== 0;
  }

  get lastOffsetDelta(): number {
    return int32At(this.bytes, this.position + header.LAST_OFFSET_DELTA_AT);
  }

  get lastOffset(): number {
    return header.batchLastOffset(this.bytes, this.position);
  }

  /** The offset after the batch. */
  get nextOffset(): number {
    return this.lastOffset + 1;
  }

  /**
   * What record timestamp deltas are counted from: the first record's time, or the delete horizon.
   */
  get baseTimestamp(): number {
    return int64At(this.bytes, this.position + header.BASE_TIMESTAMP_AT);
  }

  get maxTimestamp(): number {
    return header.batchMaxTimestamp(this.bytes, this.position);
  }

  /**
   * When tombstones and markers of this batch may go (KIP-534); undefined before the first
   * cleaning.
   */
  get deleteHorizonMs(): number | undefined {
    return this.hasDeleteHorizon ? this.baseTimestamp : undefined;
  }

  get producerId(): number {
    return int64At(this.bytes, this.position + header.PRODUCER_ID_AT);
  }

  get hasProducerId(): boolean {
    return this.producerId > header.NO_PRODUCER_ID;
  }

  get producerEpoch(): number {
    return int16At(this.bytes, this.position + header.PRODUCER_EPOCH_AT);
  }

  get baseSequence(): number {
    return int32At(this.bytes, this.position + header.BASE_SEQUENCE_AT);
  }

  /** The sequence of the last record: after 2^31 - 1 comes 0. */
  get lastSequence(): number {
    const first = this.baseSequence;
    return first === header.NO_SEQUENCE ? first : addToSequence(first, this.lastOffsetDelta);
  }

  get count(): number {
    return header.batchRecordCount(this.bytes, this.position);
  }

  /** The records as they stand, compressed or not: a view, not a copy. */
  get recordsBytes(): Uint8Array {
    return this.bytes.subarray(this.position + header.BATCH_HEADER_BYTES, this.endPosition);
  }

  /** All bytes of the batch: a view, not a copy. */
  get batchBytes(): Uint8Array {
    return this.bytes.subarray(this.position, this.endPosition);
  }

  /** Whether no 64-bit field was clamped. */
  get numbersAreSafe(): boolean {
    return header.batchNumbersAreSafe(this.bytes, this.position);
  }

  /**
   * Makes the append's time the time of every record, as `message.timestamp.type=LogAppendTime`
   * asks.
   */
  setLogAppendTime(appendTimeMs: number): void {
    this.setMaxTimestamp("LogAppendTime", appendTimeMs);
  }

  /** Rewrites timestamp type and largest timestamp, and with them the CRC. */
  setMaxTimestamp(timestampType: TimestampType, maxTimestampMs: number): void {
    const bit = timestampType === "LogAppendTime" ? header.LOG_APPEND_TIME_BIT : 0;
    const attributes = (this.attributes & ~header.LOG_APPEND_TIME_BIT) | bit;
    putInt16(this.bytes, this.position + header.ATTRIBUTES_AT, attributes);
    putInt64(this.bytes, this.position + header.MAX_TIMESTAMP_AT, maxTimestampMs);
    putInt32(this.bytes, this.position + header.CRC_AT, this.computeCrc());
  }
}

/** Sequences are 31 bits and start again at 0. */
export function addToSequence(sequence: number, increment: number): number {
  return (sequence + increment) % 0x8000_0000;
}

/**
 * The whole batches that follow each other from `position` on. Ends at the first that is not whole;
 * `batchFrameAt` says why. On a hot path loop over `batchFrameAt` and `batchLengthBytes` instead.
 */
export function* batchesIn(
  bytes: Uint8Array,
  position = 0,
  end: number = bytes.length,
): Generator<RecordBatch, void, void> {
  for (let at = position; batchFrameAt(bytes, at, end) === "whole";) {
    // Taken before the yield: the caller may hand the bytes on.
    const lengthBytes = header.batchLengthBytes(bytes, at);
    yield new RecordBatch(bytes, at);
    at += lengthBytes;
  }
}
