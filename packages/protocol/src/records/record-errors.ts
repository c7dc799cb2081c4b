/**
 * The checks of single records that depend on the topic, and Kafka's texts for them. A batch with
 * one bad record is refused whole; the answer names each (KIP-467).
 *
 * `validateBatch` tells by its timestamps and `hasNullKey` whether it is worth looking.
 */
import { BATCH_HEADER_BYTES, NO_TIMESTAMP } from "./batch-header.ts";
import type { RecordBatch, TimestampType } from "./record-batch.ts";
import { RecordCursor } from "./record-cursor.ts";

/** What a topic asks of each record. */
export interface RecordRules {
  /** As Kafka's texts name the partition: `orders-3`. */
  readonly topicPartition: string;
  /** `message.timestamp.type`. */
  readonly timestampType: TimestampType;
  readonly nowMs: number;
  /**
   * `message.timestamp.before.max.ms`: Kafka's default, 2^63 - 1, arrives clamped and means no
   * limit.
   */
  readonly beforeMaxMs: number;
  /** `message.timestamp.after.max.ms`. */
  readonly afterMaxMs: number;
  /** Whether `cleanup.policy` has `compact`. */
  readonly requiresKeys: boolean;
}

/** One record that was refused. */
export interface RecordError {
  readonly batchIndex: number;
  readonly message: string;
}

/** The answer to a batch with records that break a rule. */
export interface RecordErrors {
  readonly error: "INVALID_TIMESTAMP" | "INVALID_RECORD";
  readonly message: string;
  readonly recordErrors: readonly RecordError[];
}

/** Kafka names all; a batch may have a hundred thousand, and the answer must stay small. */
const RECORD_ERRORS_MAX = 1000;
const ERRORS_IN_MESSAGE = 3;
const LONG_MAX_VALUE = 9_223_372_036_854_775_807n;

/**
 * The records that break a rule; undefined when none does. `records` are the decompressed ones:
 * without them only the header of a compressed batch is judged, which speaks for all its records.
 */
export function findRecordErrors(
  batch: RecordBatch,
  rules: RecordRules,
  records?: Uint8Array,
): RecordErrors | undefined {
  if (records === undefined && batch.compressionCodec !== 0) return findHeaderErrors(batch, rules);
  const cursor =
    records === undefined
      ? new RecordCursor(batch.bytes, batch.position + BATCH_HEADER_BYTES, batch.endPosition)
      : new RecordCursor(records);
  const recordErrors: RecordError[] = [];
  let hasBadTimestamp = false;
  for (
    let batchIndex = 0;
    cursor.next() && recordErrors.length < RECORD_ERRORS_MAX;
    batchIndex += 1
  ) {
    if (rules.requiresKeys && cursor.keyLength < 0) {
      const where = `in topic partition ${rules.topicPartition}`;
      const message = `Compacted topic cannot accept message without key ${where}`;
      recordErrors.push({ batchIndex, message });
      continue;
    }
    const message = timestampError(batch, cursor, rules);
    if (message === undefined) continue;
    hasBadTimestamp = true;
    recordErrors.push({ batchIndex, message });
  }
  if (recordErrors.length === 0) return undefined;
  return hasBadTimestamp
    ? badTimestamps(recordErrors)
    : { error: "INVALID_RECORD", message: keysMessage(recordErrors), recordErrors };
}

/** Which of its records is out of range the header does not say, so each is named. */
function findHeaderErrors(batch: RecordBatch, rules: RecordRules): RecordErrors | undefined {
  const { baseTimestamp, maxTimestamp, timestampType } = batch;
  const found = timestampType === "LogAppendTime" ? [maxTimestamp] : [baseTimestamp, maxTimestamp];
  const textAt = (offset: number): string | undefined => {
    const record = `with offset ${offset}`;
    for (const timestamp of found) {
      const text = timestampText(batch, { timestamp, offset, record }, rules);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const recordErrors: RecordError[] = [];
  for (let index = 0; index < Math.min(batch.count, RECORD_ERRORS_MAX); index += 1) {
    const message = textAt(index);
    if (message === undefined) return undefined;
    recordErrors.push({ batchIndex: index, message });
  }
  return badTimestamps(recordErrors);
}

function badTimestamps(recordErrors: readonly RecordError[]): RecordErrors {
  return {
    error: "INVALID_TIMESTAMP",
    message: "One or more records have been rejected due to invalid timestamp",
    recordErrors,
  };
}

function timestampError(
  batch: RecordBatch,
  cursor: RecordCursor,
  rules: RecordRules,
): string | undefined {
  const hasAppendTime = batch.timestampType === "LogAppendTime";
  const timestamp = hasAppendTime
    ? batch.maxTimestamp
    : batch.baseTimestamp + cursor.timestampDelta;
  const offset = cursor.offsetDelta;
  return timestampText(batch, { timestamp, offset, record: describe(cursor, timestamp) }, rules);
}

/**
 * Kafka's order: a time that is given is held against the range, and only then its type matters.
 */
function timestampText(
  batch: RecordBatch,
  found: { readonly timestamp: number; readonly offset: number; readonly record: string },
  rules: RecordRules,
): string | undefined {
  const { timestamp, offset, record } = found;
  if (rules.timestampType === "LogAppendTime" || timestamp === NO_TIMESTAMP) {
    if (batch.timestampType === "CreateTime") return undefined;
    return (
      `Invalid timestamp type in message ${record}. ` +
      "Producer should not set timestamp type to LogAppendTime."
    );
  }
  const { nowMs, beforeMaxMs, afterMaxMs } = rules;
  if (nowMs - timestamp <= beforeMaxMs && timestamp - nowMs <= afterMaxMs) return undefined;
  const range = `[${boundary(nowMs, beforeMaxMs, -1n)}, ${boundary(nowMs, afterMaxMs, 1n)}]`;
  return (
    `Timestamp ${timestamp} of message with offset ${offset} is out of range. ` +
    `The timestamp should be within ${range}`
  );
}

/** As Kafka computes it: 64 bits that may wrap. BigInt is fine here, on the way to a refusal. */
function boundary(nowMs: number, limitMs: number, sign: bigint): string {
  const limit = limitMs >= Number.MAX_SAFE_INTEGER ? LONG_MAX_VALUE : BigInt(limitMs);
  return `${BigInt.asIntN(64, BigInt(nowMs) + sign * limit)}`;
}

/** As Java prints the record. */
function describe(cursor: RecordCursor, timestamp: number): string {
  const { offsetDelta, keyLength, valueLength } = cursor;
  const key = `key=${Math.max(keyLength, 0)} bytes`;
  const value = `value=${Math.max(valueLength, 0)} bytes`;
  return `DefaultRecord(offset=${offsetDelta}, timestamp=${timestamp}, ${key}, ${value})`;
}

function keysMessage(recordErrors: readonly RecordError[]): string {
  const first = recordErrors
    .slice(0, ERRORS_IN_MESSAGE)
    .map(
      ({ batchIndex, message }) => `RecordError(batchIndex=${batchIndex}, message='${message}')`,
    );
  return (
    `One or more records have been rejected due to ${recordErrors.length} record errors in total, ` +
    `and only showing the first three errors at most: [${first.join(", ")}]`
  );
}
