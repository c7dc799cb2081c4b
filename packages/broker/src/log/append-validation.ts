import {
  DECOMPRESS_OFF_LOOP_BYTES,
  RecordBatch,
  batchFrameAt,
  compressionCodecs,
  findRecordErrors,
  validateBatch,
} from "@naru/protocol";
import type { BatchVerdict, ErrorName } from "@naru/protocol";

import type { RecordError } from "./append-result.ts";
import type { LogConfig } from "./log-config.ts";
import { refuseWithoutKeys } from "./record-keys.ts";
import type { KeyRules } from "./record-keys.ts";

/** Produce from the newest version on: what a caller that names none is held to. */
const NEWEST_PRODUCE_VERSION = 13;
const NO_TIMESTAMP = -1;

export interface Refusal {
  readonly error: Exclude<ErrorName, "NONE">;
  readonly message: string | null;
  readonly recordErrors?: readonly RecordError[];
}

/** What a leader may append, and how it is to be stamped. */
export interface ValidAppend {
  readonly error: "NONE";
  /** What of the bytes is whole batches. */
  readonly batches: Uint8Array;
  /** The time that all records get on a topic with LogAppendTime. */
  readonly appendTimeMs: number | undefined;
  /** The largest record timestamp: what the header should say on a topic with CreateTime. */
  readonly maxTimestamp: number | undefined;
}

export interface AppendContext {
  readonly origin: "client" | "coordinator" | "raft";
  readonly nowMs: number;
  readonly produceVersion?: number | undefined;
  /** As Kafka's texts name the partition: `orders-3`. */
  readonly topicPartition: string;
  readonly decompressedBatchBytesMax: number;
  /** Whether `recordKeysJob` has looked at them. */
  readonly keysAreChecked?: boolean | undefined;
}

/** The checks of a leader before batches go into the log, with Kafka's error codes. */
export function validateAppend(
  records: Uint8Array,
  config: LogConfig,
  context: AppendContext,
): ValidAppend | Refusal {
  return context.origin === "client"
    ? validateProducedBatch(records, config, context)
    : validateOwnBatches(records);
}

function validateProducedBatch(
  records: Uint8Array,
  config: LogConfig,
  context: AppendContext,
): ValidAppend | Refusal {
  const sizeRefusal = checkSize(records, config);
  if (sizeRefusal !== undefined) return sizeRefusal;
  const verdict = validateBatch(records, context.produceVersion ?? NEWEST_PRODUCE_VERSION);
  if (verdict.error !== "NONE") {
    return { error: verdict.error, message: verdict.message ?? verdict.reason };
  }
  const batch = RecordBatch.at(records);
  const refusal =
    checkKeys(batch, verdict.hasNullKey, { config, context }) ??
    checkRecords(batch, verdict, { config, context }) ??
    checkFitsSegment(batch, config);
  if (refusal !== undefined) return refusal;
  const hasAppendTime = config.messageTimestampType === "LogAppendTime";
  return {
    error: "NONE",
    batches: batch.lengthBytes === records.length ? records : batch.batchBytes,
    appendTimeMs: hasAppendTime ? context.nowMs : undefined,
    maxTimestamp: verdict.maxTimestamp,
  };
}

/** Only what is compressed or known to lack a key is looked at again. */
function checkKeys(
  batch: RecordBatch,
  hasNullKey: boolean,
  { config, context }: { config: LogConfig; context: AppendContext },
): Refusal | undefined {
  if (!config.cleanupCompact || context.keysAreChecked === true) return undefined;
  if (!hasNullKey && batch.compressionCodec === compressionCodecs.none) return undefined;
  return refuseWithoutKeys(batch, keyRulesOf(config, context));
}

/** Whether opening these bytes would hold up the event loop; false for what is no whole batch. */
export function isLargeCompressed(records: Uint8Array): boolean {
  if (records.length <= DECOMPRESS_OFF_LOOP_BYTES || batchFrameAt(records, 0) !== "whole") {
    return false;
  }
  const batch = RecordBatch.at(records);
  if (batch.lengthBytes <= DECOMPRESS_OFF_LOOP_BYTES) return false;
  return batch.compressionCodec !== compressionCodecs.none && batch.compressionType !== undefined;
}

/** What `refuseWithoutKeys` needs of a topic. */
export function keyRulesOf(
  config: LogConfig,
  context: Pick<AppendContext, "nowMs" | "topicPartition" | "decompressedBatchBytesMax">,
): KeyRules {
  const { nowMs, topicPartition, decompressedBatchBytesMax } = context;
  return {
    topicPartition,
    nowMs,
    decompressedBatchBytesMax,
    timestampType: config.messageTimestampType,
    beforeMaxMs: config.messageTimestampBeforeMaxMs,
    afterMaxMs: config.messageTimestampAfterMaxMs,
  };
}

/**
 * The rules of the topic for single records. A batch is looked through only when its timestamps or
 * a missing key say that it is worth it.
 */
function checkRecords(
  batch: RecordBatch,
  verdict: BatchVerdict,
  { config, context }: { config: LogConfig; context: AppendContext },
): Refusal | undefined {
  const hasBadKey = verdict.hasNullKey && config.cleanupCompact;
  const hasAppendTimes = batch.timestampType === "LogAppendTime";
  const isInRange = timestampsAreInRange(verdict, config, context.nowMs);
  if (isInRange && !hasBadKey && !hasAppendTimes) return undefined;
  return findRecordErrors(batch, {
    topicPartition: context.topicPartition,
    timestampType: config.messageTimestampType,
    nowMs: context.nowMs,
    beforeMaxMs: config.messageTimestampBeforeMaxMs,
    afterMaxMs: config.messageTimestampAfterMaxMs,
    requiresKeys: config.cleanupCompact,
  });
}

function checkFitsSegment({ lengthBytes }: RecordBatch, config: LogConfig): Refusal | undefined {
  if (lengthBytes <= config.segmentBytes) return undefined;
  return {
    error: "RECORD_LIST_TOO_LARGE",
    message:
      `Message batch size is ${lengthBytes} bytes in append to partition, which exceeds the ` +
      `maximum configured segment size of ${config.segmentBytes}.`,
  };
}

function checkSize(records: Uint8Array, config: LogConfig): Refusal | undefined {
  if (batchFrameAt(records, 0) !== "whole") return undefined;
  const { lengthBytes } = RecordBatch.at(records);
  if (lengthBytes <= config.maxMessageBytes) return undefined;
  return {
    error: "MESSAGE_TOO_LARGE",
    message:
      `The record batch size in the append is ${lengthBytes} bytes which exceeds the maximum ` +
      `configured value of ${config.maxMessageBytes}.`,
  };
}

function timestampsAreInRange(
  { minTimestamp, maxTimestamp }: BatchVerdict,
  config: LogConfig,
  nowMs: number,
): boolean {
  if (config.messageTimestampType === "LogAppendTime") return true;
  const earliest = nowMs - config.messageTimestampBeforeMaxMs;
  const latest = nowMs + config.messageTimestampAfterMaxMs;
  const isEarly = minTimestamp !== NO_TIMESTAMP && minTimestamp < earliest;
  const isLate = maxTimestamp !== NO_TIMESTAMP && maxTimestamp > latest;
  return !isEarly && !isLate;
}

/**
 * The checks of batches that a leader or the broker itself made: whole, undamaged, following each
 * other. A part of a batch at the end is left out: a fetch answer may end with one.
 */
export function validateOwnBatches(records: Uint8Array): Refusal | ValidAppend {
  let position = 0;
  while (position < records.length) {
    const frame = batchFrameAt(records, position);
    if (frame === "truncated" && position > 0) break;
    if (frame !== "whole") {
      return {
        error: "CORRUPT_MESSAGE",
        message: `the bytes at ${position} are no batch (${frame})`,
      };
    }
    const batch = RecordBatch.at(records, position);
    const computed = batch.computeCrc();
    if (batch.crc !== computed) {
      return {
        error: "CORRUPT_MESSAGE",
        message: `the batch at ${position} has CRC 0x${batch.crc.toString(16)}, expected 0x${computed.toString(16)}`,
      };
    }
    position = batch.endPosition;
  }
  return {
    error: "NONE",
    batches: records.subarray(0, position),
    appendTimeMs: undefined,
    maxTimestamp: undefined,
  };
}
