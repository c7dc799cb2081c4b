/**
 * Which records of some batches stay, by the map of latest offsets, and the batches with just
 * those. Pure; the rules are Kafka's:
 *
 *   - beyond the map's end every record stays
 *   - a record stays while it is the latest of its key; a tombstone only until its batch's delete
 *     horizon, which the first pass sets that sees one
 *   - a record without a key goes
 *   - a batch that loses nothing is copied as it is
 */
import { RecordCursor, batchesIn, decompress } from "@naru/protocol";
import type { RecordBatch } from "@naru/protocol";

import type { BatchPlan } from "./batch-plan.ts";
import { OffsetMap } from "./offset-map.ts";
import type { OffsetMapState } from "./offset-map.ts";
import { emptyBatch, rebuildBatch } from "./rebuild-batch.ts";

export interface FilterInput {
  /** Whole batches. */
  readonly bytes: Uint8Array;
  /** One a batch. */
  readonly plans: readonly BatchPlan[];
  readonly map: OffsetMapState;
  /** The last offset that the map knows of. */
  readonly latestOffset: number;
  readonly nowMs: number;
  readonly deleteRetentionMs: number;
  /** How large a batch may become that has to be opened. */
  readonly decompressedBatchBytesMax: number;
}

export interface FilteredBatches {
  /** Whole batches. */
  readonly bytes: Uint8Array;
  readonly recordsRead: number;
  readonly recordsKept: number;
  /** A batch that cannot be read: nothing may be replaced. */
  readonly fault?: string;
}

export function filterBatches(input: FilterInput): FilteredBatches {
  const map = new OffsetMap(input.map);
  const kept: Uint8Array[] = [];
  let recordsRead = 0;
  let recordsKept = 0;
  let index = 0;
  for (const batch of batchesIn(input.bytes)) {
    const plan = input.plans[index]!;
    index += 1;
    recordsRead += batch.count;
    if (plan.whenEmpty === "delete") continue;
    const filtered = filterBatch(batch, plan, { ...input, offsets: map });
    if (typeof filtered === "string") {
      return { bytes: new Uint8Array(0), recordsRead, recordsKept, fault: filtered };
    }
    recordsKept += filtered.count;
    if (filtered.bytes !== undefined) kept.push(filtered.bytes);
  }
  return { bytes: joined(kept), recordsRead, recordsKept };
}

type Filter = FilterInput & { readonly offsets: OffsetMap };

/** The batch as it is written, undefined for not at all; a text says why it cannot be read. */
function filterBatch(
  batch: RecordBatch,
  plan: BatchPlan,
  filter: Filter,
): { bytes: Uint8Array | undefined; count: number } | string {
  // What is written again gets a new CRC: it must not make damage look sound.
  if (!batch.crcIsValid) return `${nameOf(batch)} is damaged: its CRC does not match.`;
  const records = opened(batch, filter.decompressedBatchBytesMax);
  if (typeof records === "string") return records;
  const found = keptRecords(batch, plan, { ...filter, records });
  if (typeof found === "string") return found;
  const { isKept, count, hasTombstone } = found;
  if (count === 0) {
    return { bytes: plan.whenEmpty === "retain-empty" ? emptyBatch(batch) : undefined, count };
  }
  const startsHorizon = (hasTombstone || plan.startsHorizon) && batch.deleteHorizonMs === undefined;
  if (count === batch.count && !startsHorizon) return { bytes: batch.batchBytes, count };
  const deleteHorizonMs = startsHorizon
    ? filter.nowMs + filter.deleteRetentionMs
    : batch.deleteHorizonMs;
  return { bytes: rebuildBatch(batch, { records, isKept, count, deleteHorizonMs }), count };
}

function keptRecords(
  batch: RecordBatch,
  plan: BatchPlan,
  filter: Filter & { records: Uint8Array },
): { isKept: Uint8Array; count: number; hasTombstone: boolean } | string {
  const cursor = new RecordCursor(filter.records);
  const isKept = new Uint8Array(batch.count);
  let count = 0;
  let hasTombstone = false;
  for (let index = 0; index < isKept.length; index += 1) {
    if (!cursor.next()) {
      return `${nameOf(batch)} is damaged: record ${index} ${cursor.fault ?? "is missing"}.`;
    }
    if (!staysInLog(batch, cursor, plan, filter)) continue;
    isKept[index] = 1;
    count += 1;
    if (cursor.valueLength < 0) hasTombstone = true;
  }
  return { isKept, count, hasTombstone };
}

function staysInLog(
  batch: RecordBatch,
  record: RecordCursor,
  plan: BatchPlan,
  { offsets, latestOffset, nowMs }: Filter,
): boolean {
  if (plan.discardsRecords) return false;
  if (batch.isControl) return true;
  const offset = batch.baseOffset + record.offsetDelta;
  if (offset > latestOffset) return true;
  if (record.keyLength < 0) return false;
  const key = { at: record.keyAt, length: record.keyLength };
  if (offset < offsets.get(record.bytes, key)) return false;
  const { deleteHorizonMs } = batch;
  return record.valueLength >= 0 || deleteHorizonMs === undefined || nowMs < deleteHorizonMs;
}

/** The records of a batch as they were before compression; a text says why they cannot be had. */
export function opened(batch: RecordBatch, bytesMax: number): Uint8Array | string {
  const type = batch.compressionType;
  if (type === undefined)
    return `${nameOf(batch)} has compression codec ${batch.compressionCodec}.`;
  const result = decompress(type, batch.recordsBytes, bytesMax);
  return result.ok ? result.bytes : `${nameOf(batch)} cannot be opened: it ${result.reason}.`;
}

function nameOf(batch: RecordBatch): string {
  return `The record batch at offset ${batch.baseOffset}`;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
