import { decompress, DECOMPRESSION_BUDGET_BYTES } from "../compression/compression.ts";
import { ProtocolError } from "../error-classes.ts";
import type { RecordBatch } from "./record-batch.ts";
import type { RecordHeader } from "./record-batch-builder.ts";
import { RecordCursor } from "./record-cursor.ts";
import { VarintCursor } from "./varint.ts";

/** A record as it is handed to a user. Key and value are views of the batch's bytes. */
export interface LogRecord {
  readonly offset: number;
  readonly timestamp: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: readonly RecordHeader[];
}

const NO_HEADERS: readonly RecordHeader[] = [];
const textDecoder = new TextDecoder();

/**
 * Goes over the records of a batch, opening it first when it is compressed. Each getter decodes
 * when asked. Throws CORRUPT_MESSAGE where the bytes are no records, and MESSAGE_TOO_LARGE where
 * they would decompress to more than the budget. The CRC is the caller's.
 */
export class RecordReader {
  readonly batch: RecordBatch;
  readonly #cursor: RecordCursor;
  readonly #baseOffset: number;
  readonly #baseTimestamp: number;
  /** With log append time all records have the batch's largest timestamp. */
  readonly #appendTime: number | undefined;
  #read = 0;

  constructor(batch: RecordBatch, budgetBytes: number = DECOMPRESSION_BUDGET_BYTES) {
    this.batch = batch;
    this.#cursor = new RecordCursor(openRecords(batch, budgetBytes));
    this.#baseOffset = batch.baseOffset;
    this.#baseTimestamp = batch.baseTimestamp;
    this.#appendTime = batch.timestampType === "LogAppendTime" ? batch.maxTimestamp : undefined;
  }

  /** Goes to the next record; false after the last. */
  next(): boolean {
    const cursor = this.#cursor;
    if (this.#read === this.batch.count) {
      if (cursor.isAtEnd) return false;
      throw corrupt(this.batch, `bytes are left after its ${this.#read} records`);
    }
    if (!cursor.next()) {
      throw corrupt(this.batch, `record ${this.#read}: ${cursor.fault ?? "is missing"}`);
    }
    this.#read += 1;
    return true;
  }

  get offset(): number {
    return this.#baseOffset + this.#cursor.offsetDelta;
  }

  get timestamp(): number {
    return this.#appendTime ?? this.#baseTimestamp + this.#cursor.timestampDelta;
  }

  get key(): Uint8Array | null {
    return part(this.#cursor.bytes, this.#cursor.keyAt, this.#cursor.keyLength);
  }

  get value(): Uint8Array | null {
    return part(this.#cursor.bytes, this.#cursor.valueAt, this.#cursor.valueLength);
  }

  get headers(): readonly RecordHeader[] {
    const { bytes, headersAt, headerCount } = this.#cursor;
    if (headerCount === 0) return NO_HEADERS;
    const varints = new VarintCursor(bytes, headersAt);
    return Array.from({ length: headerCount }, () => {
      const key = takePart(varints)!;
      return { key: textDecoder.decode(key), value: takePart(varints) };
    });
  }
}

/** The records of a batch as objects. Throws as `RecordReader` does. */
export function readRecords(batch: RecordBatch, budgetBytes?: number): LogRecord[] {
  const reader = new RecordReader(batch, budgetBytes);
  const records: LogRecord[] = [];
  while (reader.next()) {
    const { offset, timestamp, key, value, headers } = reader;
    records.push({ offset, timestamp, key, value, headers });
  }
  return records;
}

/** The uncompressed records of a batch: a view where they are uncompressed already. */
export function openRecords(batch: RecordBatch, budgetBytes?: number): Uint8Array {
  const type = batch.compressionType;
  if (type === undefined) throw corrupt(batch, `compression codec is ${batch.compressionCodec}`);
  const opened = decompress(type, batch.recordsBytes, budgetBytes);
  if (opened.ok) return opened.bytes;
  if (opened.fault === "damaged") throw corrupt(batch, opened.reason);
  throw new ProtocolError("MESSAGE_TOO_LARGE", `${describe(batch)} ${opened.reason}.`);
}

function part(bytes: Uint8Array, at: number, length: number): Uint8Array | null {
  return length < 0 ? null : bytes.subarray(at, at + length);
}

function takePart(varints: VarintCursor): Uint8Array | null {
  const length = varints.varint();
  const at = varints.position;
  if (length > 0) varints.skip(length);
  return part(varints.bytes, at, length);
}

function corrupt(batch: RecordBatch, found: string): ProtocolError {
  return new ProtocolError("CORRUPT_MESSAGE", `${describe(batch)} cannot be read: ${found}.`);
}

function describe(batch: RecordBatch): string {
  return `record batch at offset ${batch.baseOffset}`;
}
