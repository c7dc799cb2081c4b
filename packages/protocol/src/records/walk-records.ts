import { BATCH_HEADER_BYTES, NO_TIMESTAMP } from "./batch-header.ts";
import type { RecordBatch } from "./record-batch.ts";
import { RecordCursor } from "./record-cursor.ts";

/** What a walk over the record lengths of an uncompressed batch found. */
export interface RecordWalk {
  /** What is wrong with the records; undefined when nothing is. */
  readonly fault: string | undefined;
  /** The smallest and largest timestamp, records without one left out; -1 when none has one. */
  readonly minTimestamp: number;
  readonly maxTimestamp: number;
  readonly hasNullKey: boolean;
}

/**
 * Walks the records of a batch without building anything: their count, lengths, header counts, and
 * that their offsets follow each other. `records` are the batch's own, or what they decompressed
 * to.
 *
 * Kafka takes an uncompressed batch whose offset deltas are not 0, 1, 2 ... and refuses a
 * compressed one. We refuse both: such a batch would give one offset to two records.
 */
export function walkRecords(batch: RecordBatch, records?: Uint8Array): RecordWalk {
  const cursor =
    records === undefined
      ? new RecordCursor(batch.bytes, batch.position + BATCH_HEADER_BYTES, batch.endPosition)
      : new RecordCursor(records);
  const count = batch.count;
  const baseTimestamp = batch.baseTimestamp;
  let minTimestamp = Number.POSITIVE_INFINITY;
  let maxTimestamp = Number.NEGATIVE_INFINITY;
  let hasNullKey = false;
  for (let index = 0; index < count; index += 1) {
    if (!cursor.next())
      return fault(`record ${index} of ${count}: ${cursor.fault ?? "is missing"}`);
    if (cursor.offsetDelta !== index) {
      return fault(`record ${index} of ${count}: offset delta is ${cursor.offsetDelta}`);
    }
    if (cursor.keyLength < 0) hasNullKey = true;
    const timestamp = baseTimestamp + cursor.timestampDelta;
    if (timestamp === NO_TIMESTAMP) continue;
    if (timestamp < minTimestamp) minTimestamp = timestamp;
    if (timestamp > maxTimestamp) maxTimestamp = timestamp;
  }
  if (!cursor.isAtEnd) return fault(`bytes are left after its ${count} records`);
  if (maxTimestamp < minTimestamp) minTimestamp = maxTimestamp = NO_TIMESTAMP;
  return { fault: undefined, minTimestamp, maxTimestamp, hasNullKey };
}

function fault(text: string): RecordWalk {
  return { fault: text, minTimestamp: NO_TIMESTAMP, maxTimestamp: NO_TIMESTAMP, hasNullKey: false };
}
