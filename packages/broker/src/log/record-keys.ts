/**
 * The keys of a batch that goes into a compacted topic: there every record needs one, and this is
 * the only place where the leader opens what a producer compressed.
 */
import { compressionCodecs, decompress, findRecordErrors, walkRecords } from "@naru/protocol";
import type { RecordBatch, RecordRules } from "@naru/protocol";

import type { Refusal } from "./append-validation.ts";

/** What a batch is held to. */
export interface KeyRules extends Omit<RecordRules, "requiresKeys"> {
  /** `naru.decompressed.batch.max.bytes`. */
  readonly decompressedBatchBytesMax: number;
}

/** Kafka's answer to a batch with a record that has no key; undefined when all have one. */
export function refuseWithoutKeys(batch: RecordBatch, rules: KeyRules): Refusal | undefined {
  if (batch.compressionCodec === compressionCodecs.none) return missingKeys(batch, rules);
  const type = batch.compressionType!;
  const opened = decompress(type, batch.recordsBytes, rules.decompressedBatchBytesMax);
  if (!opened.ok) {
    const error = opened.fault === "damaged" ? "CORRUPT_MESSAGE" : "MESSAGE_TOO_LARGE";
    return { error, message: `The record batch ${opened.reason}.` };
  }
  const { fault, hasNullKey } = walkRecords(batch, opened.bytes);
  if (fault !== undefined) return { error: "INVALID_RECORD", message: fault };
  return hasNullKey ? missingKeys(batch, rules, opened.bytes) : undefined;
}

function missingKeys(
  batch: RecordBatch,
  rules: KeyRules,
  records?: Uint8Array,
): Refusal | undefined {
  return findRecordErrors(batch, { ...rules, requiresKeys: true }, records);
}
