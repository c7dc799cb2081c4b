/**
 * A batch again with fewer records, as Kafka's cleaner writes it: base offset, last offset,
 * producer and sequences stay, so that nobody sees that anything went but by the gaps. With a
 * delete horizon the base timestamp is that horizon (KIP-534), else the first record's time.
 */
import {
  ATTRIBUTES_AT,
  BATCH_HEADER_BYTES,
  BASE_TIMESTAMP_AT,
  CRC_AT,
  COMPRESSION_CODEC_MASK,
  DELETE_HORIZON_BIT,
  LENGTH_AT,
  LOG_OVERHEAD_BYTES,
  MAX_TIMESTAMP_AT,
  NO_TIMESTAMP,
  RECORD_COUNT_AT,
  RecordCursor,
  compress,
  computeBatchCrc,
  int16At,
  putInt16,
  putInt32,
  putInt64,
  putVarint,
  putVarlong,
  varintBytes,
  varlongBytes,
} from "@naru/protocol";
import type { CompressionType, RecordBatch } from "@naru/protocol";

/** Which records of a batch stay, and what follows from that. */
export interface KeptRecords {
  /** The batch's records, decompressed. */
  readonly records: Uint8Array;
  /** 1 for each that stays. */
  readonly isKept: Uint8Array;
  readonly count: number;
  readonly deleteHorizonMs: number | undefined;
}

export function rebuildBatch(batch: RecordBatch, kept: KeptRecords): Uint8Array {
  const times = timesOf(batch, kept);
  const baseTimestamp = kept.deleteHorizonMs ?? times.first;
  const records = encodeRecords(batch, kept, baseTimestamp);
  const stored = compress(batch.compressionType as CompressionType, records);
  const bytes = new Uint8Array(BATCH_HEADER_BYTES + stored.length);
  bytes.set(batch.batchBytes.subarray(0, BATCH_HEADER_BYTES));
  bytes.set(stored, BATCH_HEADER_BYTES);
  const horizonBit = kept.deleteHorizonMs === undefined ? 0 : DELETE_HORIZON_BIT;
  putInt16(
    bytes,
    ATTRIBUTES_AT,
    (int16At(bytes, ATTRIBUTES_AT) & ~DELETE_HORIZON_BIT) | horizonBit,
  );
  putInt64(bytes, BASE_TIMESTAMP_AT, baseTimestamp);
  putInt64(bytes, MAX_TIMESTAMP_AT, times.largest);
  return sealed(bytes, kept.count);
}

/** What is left of a batch without records: its offsets, its producer and its sequences. */
export function emptyBatch(batch: RecordBatch): Uint8Array {
  const bytes = new Uint8Array(batch.batchBytes.subarray(0, BATCH_HEADER_BYTES));
  const cleared = ~(COMPRESSION_CODEC_MASK | DELETE_HORIZON_BIT);
  putInt16(bytes, ATTRIBUTES_AT, int16At(bytes, ATTRIBUTES_AT) & cleared);
  putInt64(bytes, BASE_TIMESTAMP_AT, NO_TIMESTAMP);
  return sealed(bytes, 0);
}

function sealed(bytes: Uint8Array, count: number): Uint8Array {
  putInt32(bytes, LENGTH_AT, bytes.length - LOG_OVERHEAD_BYTES);
  putInt32(bytes, RECORD_COUNT_AT, count);
  putInt32(bytes, CRC_AT, computeBatchCrc(bytes, 0));
  return bytes;
}

function timesOf(batch: RecordBatch, kept: KeptRecords): { first: number; largest: number } {
  // With log append time every record has the batch's own.
  if (batch.timestampType === "LogAppendTime") {
    return { first: batch.maxTimestamp, largest: batch.maxTimestamp };
  }
  const { baseTimestamp } = batch;
  let first: number | undefined;
  let largest = NO_TIMESTAMP;
  for (const cursor of keptRecords(kept)) {
    const timestamp = baseTimestamp + cursor.timestampDelta;
    first ??= timestamp;
    largest = Math.max(largest, timestamp);
  }
  return { first: first ?? NO_TIMESTAMP, largest };
}

function encodeRecords(batch: RecordBatch, kept: KeptRecords, baseTimestamp: number): Uint8Array {
  const hasAppendTime = batch.timestampType === "LogAppendTime";
  // A new timestamp delta makes a record, and then its length, a few bytes longer at most.
  const encoded = new Uint8Array(kept.records.length + kept.count * 12);
  let end = 0;
  for (const cursor of keptRecords(kept)) {
    const timestamp = hasAppendTime
      ? batch.maxTimestamp
      : batch.baseTimestamp + cursor.timestampDelta;
    const delta = timestamp - baseTimestamp;
    const keyLength = Math.max(-1, cursor.keyLength);
    // From the key's bytes on nothing changes.
    const rest = kept.records.subarray(cursor.keyAt, cursor.position);
    const body =
      1 +
      varlongBytes(delta) +
      varintBytes(cursor.offsetDelta) +
      varintBytes(keyLength) +
      rest.length;
    end = putVarint(encoded, end, body);
    encoded[end] = 0;
    end = putVarlong(encoded, end + 1, delta);
    end = putVarint(encoded, end, cursor.offsetDelta);
    end = putVarint(encoded, end, keyLength);
    encoded.set(rest, end);
    end += rest.length;
  }
  return encoded.subarray(0, end);
}

/** One cursor that goes from kept record to kept record. */
function* keptRecords({ records, isKept }: KeptRecords): Generator<RecordCursor> {
  const cursor = new RecordCursor(records);
  for (let index = 0; cursor.next(); index += 1) if (isKept[index] === 1) yield cursor;
}
