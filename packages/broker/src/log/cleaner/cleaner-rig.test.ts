// What the tests of the cleaner share: records by key, a pass over the log, and what a reader sees.
import { RecordBatchBuilder, readRecords } from "@naru/protocol";
import type { BatchOptions, RecordBatch } from "@naru/protocol";

import { LogRig } from "../log-rig.test.ts";
import type { RigOptions } from "../log-rig.test.ts";
import type { CleaningReport } from "./cleaning-report.ts";
import { Throttle } from "./throttle.ts";

/** As `SimulatedClock` begins, so that records are neither old nor from the future. */
export const START_MS = 1_767_225_600_000;

export const compacted = {
  cleanupDelete: false,
  cleanupCompact: true,
  minCleanableDirtyRatio: 0,
  segmentBytes: 600,
  indexIntervalBytes: 150,
  messageTimestampAfterMaxMs: Number.MAX_SAFE_INTEGER,
} as const;

export async function openCompacted(options: RigOptions = {}): Promise<LogRig> {
  // Without a tail in memory every read is of the files.
  return await LogRig.open({
    tailBytes: 0,
    ...options,
    config: { ...compacted, ...options.config },
  });
}

/** Key and value; null for a tombstone. */
export type Pair = readonly [key: string | null, value: string | null];

/** A batch of records, all at one time. */
export function pairs(
  records: readonly Pair[],
  options: BatchOptions & { timestamp?: number } = {},
): Uint8Array {
  const builder = new RecordBatchBuilder().begin({
    ...(options.producerId === undefined ? {} : { producerEpoch: 0 }),
    ...options,
  });
  for (const [key, value] of records) {
    builder.append({
      timestamp: options.timestamp ?? START_MS,
      key: key === null ? null : Buffer.from(key),
      value: value === null ? null : Buffer.from(value),
    });
  }
  return builder.build();
}

/** Appends and lets the high watermark follow, as with one broker. */
export async function put(
  rig: LogRig,
  bytes: Uint8Array,
  origin: "client" | "coordinator" = "client",
): Promise<void> {
  const { error, message } = await rig.append(bytes, { origin });
  if (error !== "NONE") throw new Error(`${error}: ${message}`);
  rig.log.updateHighWatermark(rig.log.writtenEndOffset);
}

export interface PassShape {
  readonly memoryBytes?: number;
  readonly chunkBytes?: number;
  readonly signal?: AbortSignal;
}

/** One pass over what is durable, as `LogCleaner` makes it. */
export async function clean(
  rig: LogRig,
  { memoryBytes = 1_048_576, chunkBytes = 300, signal }: PassShape = {},
): Promise<CleaningReport | undefined> {
  const throttle = new Throttle(rig.clock, () => Number.MAX_VALUE);
  const passing = (async () => {
    await rig.log.sync();
    const options = { memoryBytes, loadFactor: 0.9, chunkBytes, throttle };
    return await rig.log.clean({ ...options, ...(signal === undefined ? {} : { signal }) });
  })();
  return await rig.clock.run(passing);
}

/** One line a batch: `12-17 seq 12 horizon k2=v17`. */
export async function describeLog(rig: LogRig): Promise<string[]> {
  return (await rig.batches()).map((batch) => {
    const records = batch.isControl
      ? batch.count === 0
        ? "(no marker)"
        : "marker"
      : readRecords(batch)
          .map(({ key, value }) => `${textOf(key)}=${textOf(value)}`)
          .join(" ") || "(empty)";
    const horizon = batch.hasDeleteHorizon ? "horizon " : "";
    return `${batch.baseOffset}-${batch.lastOffset} ${horizon}${records}`;
  });
}

/** The latest value of each key as a read_committed consumer sees it from the start. */
export async function latestValues(rig: LogRig): Promise<Map<string, string | null>> {
  const values = new Map<string, string | null>();
  for (const { key, value } of committedRecords(await rig.batches(), rig)) {
    if (key !== null) values.set(key, value);
  }
  return values;
}

export interface SeenRecord {
  readonly offset: number;
  readonly key: string | null;
  readonly value: string | null;
}

/** As a consumer passes over aborted data: by the list that Fetch sends along. */
export function committedRecords(batches: readonly RecordBatch[], rig: LogRig): SeenRecord[] {
  const { log } = rig;
  const aborted = log
    .abortedTransactions(log.logStartOffset, log.logEndOffset)
    .toSorted((a, b) => a.firstOffset - b.firstOffset);
  const open = new Set<number>();
  const seen: SeenRecord[] = [];
  for (const batch of batches) {
    while (aborted.length > 0 && aborted[0]!.firstOffset <= batch.lastOffset) {
      open.add(aborted.shift()!.producerId);
    }
    if (batch.isControl) open.delete(batch.producerId);
    else if (!batch.isTransactional || !open.has(batch.producerId)) {
      for (const { offset, key, value } of readRecords(batch)) {
        seen.push({ offset, key: textOf(key), value: textOf(value) });
      }
    }
  }
  return seen;
}

function textOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString();
}
