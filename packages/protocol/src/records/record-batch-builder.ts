import { compress } from "../compression/compression.ts";
import { compressionCodecs, type CompressionType } from "../compression/compression-type.ts";
import { crc32c } from "../crc32c.ts";
import * as header from "./batch-header.ts";
import { putInt16, putInt32, putInt64 } from "./big-endian.ts";
import type { TimestampType } from "./record-batch.ts";
import { putVarint, putVarlong, varintBytes, varlongBytes } from "./varint.ts";

/** A header of a record: a name and a value. */
export interface RecordHeader {
  readonly key: string;
  readonly value: Uint8Array | null;
}

/** What a record holds beside its offset. */
export interface RecordToWrite {
  readonly timestamp: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers?: readonly RecordHeader[] | undefined;
  /**
   * Offset in the log. Left out: the offset after the record before, or the batch's base offset.
   */
  readonly offset?: number | undefined;
}

/**
 * What the header of a batch says; what is left out is -1, no or none, as a plain producer sends
 * it.
 */
export interface BatchOptions {
  readonly baseOffset?: number;
  readonly partitionLeaderEpoch?: number;
  readonly compression?: CompressionType;
  /** For gzip and zstd. */
  readonly compressionLevel?: number | undefined;
  readonly timestampType?: TimestampType;
  readonly producerId?: number;
  readonly producerEpoch?: number;
  readonly baseSequence?: number;
  readonly isTransactional?: boolean;
  readonly isControl?: boolean;
  /** Stands in place of the base timestamp (KIP-534). */
  readonly deleteHorizonMs?: number | undefined;
  /** The last offset, where cleaning took the records at the end away. */
  readonly lastOffset?: number | undefined;
  /** The largest timestamp, where the records do not tell it: with log append time. */
  readonly maxTimestamp?: number | undefined;
}

const INITIAL_BYTES = 16_384;
const NO_HEADERS: readonly RecordHeader[] = [];
const textEncoder = new TextEncoder();

/**
 * Builds batches one after another in a buffer that it keeps: `begin`, `append` ..., `build`. A
 * batch may be built without records, which is what cleaning leaves of a producer's last batch.
 */
export class RecordBatchBuilder {
  #bytes: Uint8Array;
  #compressed = new Uint8Array(0);
  #at = header.BATCH_HEADER_BYTES;
  #options: BatchOptions = {};
  #count = 0;
  #baseOffset = 0;
  #nextOffset = 0;
  #baseTimestamp = header.NO_TIMESTAMP;
  #maxTimestamp = header.NO_TIMESTAMP;

  constructor(initialBytes: number = INITIAL_BYTES) {
    this.#bytes = new Uint8Array(Math.max(initialBytes, header.BATCH_HEADER_BYTES));
  }

  /** Starts a batch and forgets the one before. */
  begin(options: BatchOptions = {}): this {
    this.#options = options;
    this.#at = header.BATCH_HEADER_BYTES;
    this.#count = 0;
    this.#baseOffset = options.baseOffset ?? 0;
    this.#nextOffset = this.#baseOffset;
    this.#baseTimestamp = options.deleteHorizonMs ?? header.NO_TIMESTAMP;
    this.#maxTimestamp = header.NO_TIMESTAMP;
    return this;
  }

  /** Records so far. */
  get count(): number {
    return this.#count;
  }

  /** Bytes of the batch if it were built now without compression. */
  get sizeBytes(): number {
    return this.#at;
  }

  /** Bytes that the batch would have with one more record, before compression. */
  sizeBytesWith(record: RecordToWrite): number {
    const body = this.#bodyBytes(record, this.#timestampDelta(record), this.#offsetDelta(record));
    return this.#at + varintBytes(body) + body;
  }

  /** Adds a record. Its bytes are copied. */
  append(record: RecordToWrite): void {
    if (this.#count === 0 && this.#options.deleteHorizonMs === undefined) {
      this.#baseTimestamp = record.timestamp;
    }
    const timestampDelta = this.#timestampDelta(record);
    const offsetDelta = this.#offsetDelta(record);
    const bodyBytes = this.#bodyBytes(record, timestampDelta, offsetDelta);
    this.#reserve(varintBytes(bodyBytes) + bodyBytes);
    const bytes = this.#bytes;
    let at = putVarint(bytes, this.#at, bodyBytes);
    bytes[at] = 0;
    at = putVarlong(bytes, at + 1, timestampDelta);
    at = putVarint(bytes, at, offsetDelta);
    at = putNullable(bytes, at, record.key);
    at = putNullable(bytes, at, record.value);
    const headers = record.headers ?? NO_HEADERS;
    at = putVarint(bytes, at, headers.length);
    for (const { key, value } of headers) {
      at = putText(bytes, at, key);
      at = putNullable(bytes, at, value);
    }
    this.#at = at;
    this.#count += 1;
    this.#nextOffset = this.#baseOffset + offsetDelta + 1;
    if (record.timestamp > this.#maxTimestamp) this.#maxTimestamp = record.timestamp;
  }

  /** The batch, in bytes of its own. */
  build(): Uint8Array {
    return this.buildView().slice();
  }

  /** The batch as a view of the builder's buffer, which holds it until `begin` or `append`. */
  buildView(): Uint8Array {
    const bytes = this.#place();
    const options = this.#options;
    const lastOffset = options.lastOffset ?? Math.max(this.#nextOffset - 1, this.#baseOffset);
    putInt64(bytes, header.BASE_OFFSET_AT, this.#baseOffset);
    putInt32(bytes, header.LENGTH_AT, bytes.length - header.LOG_OVERHEAD_BYTES);
    putInt32(bytes, header.PARTITION_LEADER_EPOCH_AT, options.partitionLeaderEpoch ?? -1);
    bytes[header.MAGIC_AT] = header.MAGIC_V2;
    putInt16(bytes, header.ATTRIBUTES_AT, attributesOf(options));
    putInt32(bytes, header.LAST_OFFSET_DELTA_AT, lastOffset - this.#baseOffset);
    putInt64(bytes, header.BASE_TIMESTAMP_AT, this.#baseTimestamp);
    putInt64(bytes, header.MAX_TIMESTAMP_AT, options.maxTimestamp ?? this.#maxTimestamp);
    putInt64(bytes, header.PRODUCER_ID_AT, options.producerId ?? header.NO_PRODUCER_ID);
    putInt16(bytes, header.PRODUCER_EPOCH_AT, options.producerEpoch ?? header.NO_PRODUCER_EPOCH);
    putInt32(bytes, header.BASE_SEQUENCE_AT, options.baseSequence ?? header.NO_SEQUENCE);
    putInt32(bytes, header.RECORD_COUNT_AT, this.#count);
    putInt32(bytes, header.CRC_AT, crc32c(bytes.subarray(header.ATTRIBUTES_AT)));
    return bytes;
  }

  /**
   * Where the finished batch goes, its records already in place: in a second buffer when
   * compressed.
   */
  #place(): Uint8Array {
    const type = this.#options.compression ?? "none";
    if (type === "none") return this.#bytes.subarray(0, this.#at);
    const records = this.#bytes.subarray(header.BATCH_HEADER_BYTES, this.#at);
    const compressed = compress(type, records, this.#options.compressionLevel);
    const end = header.BATCH_HEADER_BYTES + compressed.length;
    if (this.#compressed.length < end)
      this.#compressed = new Uint8Array(Math.max(end, INITIAL_BYTES));
    this.#compressed.set(compressed, header.BATCH_HEADER_BYTES);
    return this.#compressed.subarray(0, end);
  }

  #timestampDelta(record: RecordToWrite): number {
    const hasBase = this.#count > 0 || this.#options.deleteHorizonMs !== undefined;
    return hasBase ? record.timestamp - this.#baseTimestamp : 0;
  }

  #offsetDelta(record: RecordToWrite): number {
    return (record.offset ?? this.#nextOffset) - this.#baseOffset;
  }

  #bodyBytes(record: RecordToWrite, timestampDelta: number, offsetDelta: number): number {
    const headers = record.headers ?? NO_HEADERS;
    let bytes = 1 + varlongBytes(timestampDelta) + varintBytes(offsetDelta);
    bytes += nullableBytes(record.key) + nullableBytes(record.value) + varintBytes(headers.length);
    for (const { key, value } of headers) {
      const keyBytes = utf8Bytes(key);
      bytes += varintBytes(keyBytes) + keyBytes + nullableBytes(value);
    }
    return bytes;
  }

  #reserve(moreBytes: number): void {
    const needed = this.#at + moreBytes;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = grown;
  }
}

function attributesOf(options: BatchOptions): number {
  return (
    compressionCodecs[options.compression ?? "none"] |
    (options.timestampType === "LogAppendTime" ? header.LOG_APPEND_TIME_BIT : 0) |
    (options.isTransactional === true ? header.TRANSACTIONAL_BIT : 0) |
    (options.isControl === true ? header.CONTROL_BIT : 0) |
    (options.deleteHorizonMs === undefined ? 0 : header.DELETE_HORIZON_BIT)
  );
}

function nullableBytes(value: Uint8Array | null): number {
  return value === null ? 1 : varintBytes(value.length) + value.length;
}

function putNullable(bytes: Uint8Array, at: number, value: Uint8Array | null): number {
  if (value === null) return putVarint(bytes, at, -1);
  at = putVarint(bytes, at, value.length);
  bytes.set(value, at);
  return at + value.length;
}

function putText(bytes: Uint8Array, at: number, text: string): number {
  at = putVarint(bytes, at, utf8Bytes(text));
  return at + textEncoder.encodeInto(text, bytes.subarray(at)).written;
}

function utf8Bytes(text: string): number {
  return Buffer.byteLength(text);
}
