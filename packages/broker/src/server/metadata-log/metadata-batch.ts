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
  RecordBatch,
  RecordBatchBuilder,
  RecordCursor,
  batchFrameAt,
  buildControlBatch,
  controlRecordType,
} from "@naru/protocol";
import type { ControlRecord, ControlRecordType } from "@naru/protocol";

const CONTROL_KEY_BYTES = 4;

/** Where a batch stands in its file, and when it was made. */
export interface BatchPlace {
  readonly baseOffset: number;
  readonly epoch: number;
  readonly timestampMs: number;
}

/** A batch that was read; the values are views of its bytes. */
export interface MetadataBatch {
  readonly baseOffset: number;
  readonly nextOffset: number;
  readonly epoch: number;
  readonly timestampMs: number;
  readonly bytes: number;
  /**
   * In step with `values`; one that Kafka 4.3 does not have is undefined. None for data records.
   */
  readonly controlTypes: readonly (ControlRecordType | undefined)[] | undefined;
  readonly values: readonly Uint8Array[];
}

/** A batch of framed metadata records. */
export function encodeMetadataBatch(values: readonly Uint8Array[], place: BatchPlace): Uint8Array {
  const { baseOffset, epoch, timestampMs } = place;
  const builder = new RecordBatchBuilder().begin({ baseOffset, partitionLeaderEpoch: epoch });
  for (const value of values) builder.append({ timestamp: timestampMs, key: null, value });
  return builder.build();
}

export function encodeControlBatch(
  records: readonly ControlRecord[],
  { baseOffset, epoch, timestampMs }: BatchPlace,
): Uint8Array {
  return buildControlBatch(records, timestampMs, { baseOffset, partitionLeaderEpoch: epoch });
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
  const bytes = batch.recordsBytes;
  const cursor = new RecordCursor(bytes);
  const values: Uint8Array[] = [];
  const controlTypes: (ControlRecordType | undefined)[] = [];
  for (let index = 0; index < batch.count; index += 1) {
    if (!cursor.next() || !isAsRequired(cursor, index)) return undefined;
    const { keyAt, keyLength, valueAt, valueLength } = cursor;
    if (Math.max(0, keyLength) !== (batch.isControl ? CONTROL_KEY_BYTES : 0)) return undefined;
    if (batch.isControl) {
      controlTypes.push(controlRecordType(bytes.subarray(keyAt, keyAt + keyLength)));
    }
    values.push(bytes.subarray(valueAt, valueAt + valueLength));
  }
  if (!cursor.isAtEnd) return undefined;
  return { values, controlTypes: batch.isControl ? controlTypes : undefined };
}

function isAsRequired(record: RecordCursor, index: number): boolean {
  const { offsetDelta, timestampDelta, headerCount, valueLength } = record;
  return offsetDelta === index && timestampDelta === 0 && headerCount === 0 && valueLength >= 0;
}
