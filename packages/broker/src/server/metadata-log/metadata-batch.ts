/**
 * Record batches as `__cluster_metadata-0` and its snapshots hold them: ordinary batches (version
 * 2) under stricter rules, which Kafka's reader enforces and so do we.
 *
 *   - not compressed, no producer id, at most 8 MiB
 *   - record i has offset baseOffset + i, timestamp delta 0 and no headers
 *   - a data record has no key; its value is a metadata record behind its frame
 *   - a control record has the key `int16 0 | int16 type`, and a message body as its value
 *   - the partition leader epoch is the controller's epoch
 */
import {
  ATTRIBUTES_AT,
  BASE_TIMESTAMP_AT,
  BATCH_HEADER_BYTES,
  CONTROL_BIT,
  CRC_AT,
  LAST_OFFSET_DELTA_AT,
  LENGTH_AT,
  LOG_OVERHEAD_BYTES,
  MAGIC_AT,
  MAGIC_V2,
  MAX_TIMESTAMP_AT,
  PARTITION_LEADER_EPOCH_AT,
  PRODUCER_ID_AT,
  RECORD_COUNT_AT,
  RecordBatch,
  Writer,
  batchFrameAt,
  crc32c,
} from "@naru/protocol";

/** Larger ones Kafka's reader refuses. */
export const METADATA_BATCH_BYTES_MAX = 8_388_608;

const CONTROL_KEY_BYTES = 4;

/** What goes into a batch. */
export interface MetadataBatchDraft {
  readonly baseOffset: number;
  readonly epoch: number;
  readonly timestampMs: number;
  /** The types of control records, in step with `values`; undefined for data records. */
  readonly controlTypes?: readonly number[];
  readonly values: readonly Uint8Array[];
}

/** A batch that was read; the values are views of its bytes. */
export interface MetadataBatch {
  readonly baseOffset: number;
  readonly nextOffset: number;
  readonly epoch: number;
  readonly timestampMs: number;
  readonly bytes: number;
  /** In step with `values`; undefined for data records. */
  readonly controlTypes: readonly number[] | undefined;
  readonly values: readonly Uint8Array[];
}

export function encodeMetadataBatch(draft: MetadataBatchDraft): Uint8Array {
  const writer = new Writer();
  const { values, controlTypes } = draft;
  writer.raw(new Uint8Array(BATCH_HEADER_BYTES));
  values.forEach((value, index) => writeRecord(writer, index, value, controlTypes?.[index]));
  const bytes = writer.toBytes();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setBigInt64(0, BigInt(draft.baseOffset));
  view.setInt32(LENGTH_AT, bytes.length - LOG_OVERHEAD_BYTES);
  view.setInt32(PARTITION_LEADER_EPOCH_AT, draft.epoch);
  view.setInt8(MAGIC_AT, MAGIC_V2);
  view.setInt16(ATTRIBUTES_AT, controlTypes === undefined ? 0 : CONTROL_BIT);
  view.setInt32(LAST_OFFSET_DELTA_AT, values.length - 1);
  view.setBigInt64(BASE_TIMESTAMP_AT, BigInt(draft.timestampMs));
  view.setBigInt64(MAX_TIMESTAMP_AT, BigInt(draft.timestampMs));
  // No producer: id, epoch and sequence are -1.
  bytes.fill(0xff, PRODUCER_ID_AT, RECORD_COUNT_AT);
  view.setInt32(RECORD_COUNT_AT, values.length);
  view.setUint32(CRC_AT, crc32c(bytes.subarray(ATTRIBUTES_AT)));
  return bytes;
}

/** A safe upper bound of the bytes that a value takes in a batch. */
export function recordBytesAtMost(value: Uint8Array): number {
  return value.length + 32;
}

function writeRecord(
  writer: Writer,
  index: number,
  value: Uint8Array,
  controlType: number | undefined,
): void {
  const body = new Writer();
  body.int8(0);
  varint(body, 0);
  varint(body, index);
  if (controlType === undefined) varint(body, -1);
  else {
    varint(body, CONTROL_KEY_BYTES);
    body.int16(0);
    body.int16(controlType);
  }
  varint(body, value.length);
  body.raw(value);
  varint(body, 0);
  varint(writer, body.size);
  for (const chunk of body.finish()) writer.raw(chunk);
}

function varint(writer: Writer, value: number): void {
  writer.uvarint(((value << 1) ^ (value >> 31)) >>> 0);
}

/** The batch at `position`, wholly checked, or what is there instead: "end" when it is nothing. */
export function readMetadataBatch(bytes: Uint8Array, position: number): MetadataBatch | string {
  if (position === bytes.length) return "end";
  const frame = batchFrameAt(bytes, position);
  if (frame === "truncated") return frame;
  if (frame !== "whole") return `no record batch (${frame})`;
  const batch = RecordBatch.at(bytes, position);
  if (!batch.crcIsValid) {
    return `a record batch with CRC ${hex(batch.crc)}, expected ${hex(batch.computeCrc())}`;
  }
  if (batch.compressionCodec !== 0) return "a compressed record batch";
  if (!batch.numbersAreSafe) return "a record batch with offsets or timestamps beyond 2^53";
  if (batch.lastOffsetDelta !== batch.count - 1) {
    return `a record batch of ${batch.count} records whose last offset delta is ${batch.lastOffsetDelta}`;
  }
  const records = readRecords(batch);
  if (records === undefined) return "a record batch whose records cannot be read";
  return {
    baseOffset: batch.baseOffset,
    nextOffset: batch.nextOffset,
    epoch: batch.partitionLeaderEpoch,
    timestampMs: batch.maxTimestamp,
    bytes: batch.lengthBytes,
    ...records,
  };
}

function hex(crc: number): string {
  return `0x${(crc >>> 0).toString(16).padStart(8, "0")}`;
}

function readRecords(
  batch: RecordBatch,
): Pick<MetadataBatch, "controlTypes" | "values"> | undefined {
  const cursor = new Cursor(batch.recordsBytes);
  const values: Uint8Array[] = [];
  const controlTypes: number[] = [];
  for (let index = 0; index < batch.count; index += 1) {
    const record = readRecord(cursor, index);
    if (record === undefined) return undefined;
    const { key, value } = record;
    if ((key?.length ?? 0) !== (batch.isControl ? CONTROL_KEY_BYTES : 0)) return undefined;
    if (key !== undefined) controlTypes.push((key[2]! << 8) | key[3]!);
    values.push(value);
  }
  if (cursor.at !== batch.recordsBytes.length) return undefined;
  return { values, controlTypes: batch.isControl ? controlTypes : undefined };
}

function readRecord(
  cursor: Cursor,
  index: number,
): { readonly key: Uint8Array | undefined; readonly value: Uint8Array } | undefined {
  const lengthBytes = cursor.varint();
  const end = cursor.at + lengthBytes;
  const attributes = cursor.take(1)?.[0];
  const timestampDelta = cursor.varint();
  const offsetDelta = cursor.varint();
  const key = cursor.bytes();
  const value = cursor.bytes();
  const headers = cursor.varint();
  if (cursor.failed || value === undefined || cursor.at !== end) return undefined;
  const isAsRequired = attributes === 0 && timestampDelta === 0 && headers === 0;
  return isAsRequired && offsetDelta === index ? { key, value } : undefined;
}

/** Reads forward; what lies beyond the end sets `failed`. */
class Cursor {
  readonly #bytes: Uint8Array;
  at = 0;
  failed = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.at];
      if (byte === undefined) break;
      this.at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1);
    }
    this.failed = true;
    return 0;
  }

  /** undefined for the length -1, which means null. */
  bytes(): Uint8Array | undefined {
    const length = this.varint();
    return length === -1 ? undefined : this.take(length);
  }

  take(length: number): Uint8Array | undefined {
    if (length < 0 || this.at + length > this.#bytes.length) {
      this.failed = true;
      return undefined;
    }
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }
}
