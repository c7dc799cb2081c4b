import {
  type BatchOptions,
  type CompressionType,
  RecordBatch,
  type RecordToWrite,
} from "@naru/protocol";
import { batchOf } from "../wire/topic.ts";
import type { Dice } from "./dice.ts";

/** What a batch is made of, before it has a producer's id of one of the brokers. */
export interface BatchPlan {
  readonly records: readonly RecordToWrite[];
  readonly options: BatchOptions;
}

export const codecs: readonly CompressionType[] = ["none", "gzip", "snappy", "lz4", "zstd"];
const CRC_AT = 17;

const textEncoder = new TextEncoder();

export interface RecordChoices {
  readonly count: number;
  /** About when. */
  readonly timeMs: number;
  /** How far apart, in both directions. */
  readonly spreadMs?: number;
  readonly valueBytesMax?: number;
}

/** Records whose times go up and down. */
export function randomRecords(dice: Dice, choices: RecordChoices): RecordToWrite[] {
  const { count, timeMs, spreadMs = 1_000, valueBytesMax = 60 } = choices;
  return Array.from({ length: count }, (_, index) => ({
    timestamp: timeMs + dice.between(-spreadMs, spreadMs),
    key: dice.chance(0.3) ? null : textEncoder.encode(`key ${dice.below(5)}`),
    value: dice.chance(0.1)
      ? null
      : textEncoder.encode(`${index} `.padEnd(dice.below(valueBytesMax) + 2, "abc")),
    headers: dice.chance(0.2)
      ? [{ key: `h${dice.below(3)}`, value: dice.chance(0.3) ? null : textEncoder.encode("v") }]
      : [],
  }));
}

export function build(plan: BatchPlan, options: BatchOptions = {}): Uint8Array {
  return batchOf(plan.records, { ...plan.options, ...options });
}

/** Puts the right CRC into a batch whose bytes were changed. */
export function withCrc(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(CRC_AT, RecordBatch.at(bytes).computeCrc());
  return bytes;
}
