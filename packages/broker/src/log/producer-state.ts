/**
 * The producers of one partition: their sequences, epochs and open transactions. Pure: batches in,
 * verdicts out; the log decides when, and keeps snapshots.
 *
 * Invariants:
 *   - `check` never changes anything; `update` is called for every batch of the log, in order, live
 *     and at start-up alike
 *   - an open transaction is in `#open` under its first offset exactly while its producer's entry
 *     says so
 *   - the first unstable offset is the first offset of the oldest transaction that is open, or that
 *     has ended with a marker which the high watermark has not passed
 */
import { NO_PRODUCER_EPOCH, NO_SEQUENCE } from "@naru/protocol";
import type { ErrorName, RecordBatch } from "@naru/protocol";

import { ProducerEntry } from "./producer-entry.ts";
import type { RecentBatch } from "./producer-entry.ts";
import { readTransactionMarker } from "./transaction-marker.ts";
import type { TransactionMarker } from "./transaction-marker.ts";

const SEQUENCE_MAX = 0x7fff_ffff;

/** Where a batch comes from: how much of it must be checked. */
export type AppendOrigin = "client" | "coordinator" | "raft" | "leader";

export interface CompletedTransaction {
  readonly producerId: number;
  readonly firstOffset: number;
  readonly lastOffset: number;
  readonly isAborted: boolean;
}

export type ProducerVerdict =
  | { readonly kind: "append" }
  | { readonly kind: "duplicate"; readonly of: RecentBatch }
  | { readonly kind: "refused"; readonly error: ErrorName; readonly message: string };

const APPEND: ProducerVerdict = { kind: "append" };

export class ProducerState {
  readonly #producers = new Map<number, ProducerEntry>();
  /** Open transactions: first offset -> producer id, oldest first. */
  readonly #open = new Map<number, number>();
  /** Ended, but the marker is above the high watermark. */
  #unreplicated: CompletedTransaction[] = [];
  /** The entries as they were before the batches that are not written yet. */
  readonly #before = new Map<number, ProducerEntry | undefined>();
  /** One past the last batch that was seen. */
  endOffset = 0;

  get entries(): Iterable<ProducerEntry> {
    return this.#producers.values();
  }

  get count(): number {
    return this.#producers.size;
  }

  entry(producerId: number): ProducerEntry | undefined {
    return this.#producers.get(producerId);
  }

  /** undefined while every transaction has ended below the high watermark. */
  get firstUnstableOffset(): number | undefined {
    let first: number | undefined;
    for (const offset of this.#open.keys()) {
      first = offset;
      break;
    }
    for (const { firstOffset } of this.#unreplicated) {
      if (first === undefined || firstOffset < first) first = firstOffset;
    }
    return first;
  }

  /** What Kafka's leader says to a batch with a producer id. */
  check(batch: RecordBatch, origin: AppendOrigin): ProducerVerdict {
    const entry = this.#producers.get(batch.producerId);
    if (entry === undefined) return APPEND;
    if (origin === "client") {
      const sequences = { first: batch.baseSequence, last: batch.lastSequence };
      const duplicate = entry.findDuplicate(batch.producerEpoch, sequences);
      if (duplicate !== undefined) return { kind: "duplicate", of: duplicate };
    }
    if (batch.producerEpoch < entry.producerEpoch) {
      return refuse(
        "INVALID_PRODUCER_EPOCH",
        `Producer ${batch.producerId}: epoch ${batch.producerEpoch} is older than ${entry.producerEpoch}, the last seen.`,
      );
    }
    if (batch.isControl) return checkMarker(entry, readTransactionMarker(batch));
    if (origin === "client" && !isInSequence(entry, batch)) {
      return refuse(
        "OUT_OF_ORDER_SEQUENCE_NUMBER",
        `Producer ${batch.producerId}: sequence ${batch.baseSequence} of epoch ${batch.producerEpoch} does not follow ` +
          `${entry.lastSequence} of epoch ${entry.producerEpoch}.`,
      );
    }
    if (entry.isInTransaction && !batch.isTransactional) {
      return refuse(
        "INVALID_TXN_STATE",
        `Producer ${batch.producerId}: a transaction is open since offset ${entry.currentTxnFirstOffset}, ` +
          `and the batch is not part of one.`,
      );
    }
    return APPEND;
  }

  /** Takes a batch of the log into account; returns the transaction that it ends. */
  update(batch: RecordBatch): CompletedTransaction | undefined {
    this.endOffset = batch.nextOffset;
    if (!batch.hasProducerId) return undefined;
    if (!batch.isControl) {
      this.#addData(this.#entryToChange(batch.producerId), batch);
      return undefined;
    }
    const marker = readTransactionMarker(batch);
    return marker === undefined ? undefined : this.#endTransaction(batch, marker);
  }

  /** What follows after this cannot be rolled back behind it. */
  commit(): void {
    if (this.#before.size > 0) this.#before.clear();
  }

  /** Forgets the batches since the last `commit`, which began at `endOffset`. */
  rollback(endOffset: number): void {
    for (const [producerId, entry] of this.#before) {
      if (entry === undefined) this.#producers.delete(producerId);
      else this.#producers.set(producerId, entry);
    }
    this.#before.clear();
    this.#unreplicated = this.#unreplicated.filter(({ lastOffset }) => lastOffset < endOffset);
    this.#findOpen();
    this.endOffset = endOffset;
  }

  /** Where the log's last stable offset stands once `completed` counts as ended. */
  lastStableOffsetAfter(completed: CompletedTransaction): number {
    for (const [firstOffset, producerId] of this.#open) {
      if (producerId !== completed.producerId) return firstOffset;
    }
    return completed.lastOffset + 1;
  }

  highWatermarkMoved(highWatermark: number): void {
    if (this.#unreplicated.length === 0) return;
    this.#unreplicated = this.#unreplicated.filter(({ lastOffset }) => lastOffset >= highWatermark);
  }

  /** What the log no longer holds cannot be unstable. */
  logStartMoved(logStartOffset: number): void {
    if (this.#unreplicated.length === 0) return;
    this.#unreplicated = this.#unreplicated.filter(
      ({ lastOffset }) => lastOffset >= logStartOffset,
    );
  }

  /** Forgets producers that were silent for `expirationMs` and have no open transaction. */
  expire(nowMs: number, expirationMs: number): number {
    let expired = 0;
    for (const entry of this.#producers.values()) {
      if (entry.isInTransaction || nowMs - entry.lastTimestamp < expirationMs) continue;
      this.#producers.delete(entry.producerId);
      expired += 1;
    }
    return expired;
  }

  /** Starts again from a snapshot, or from nothing, at `endOffset`. */
  reset(endOffset: number, entries: Iterable<ProducerEntry> = []): void {
    this.#producers.clear();
    this.#before.clear();
    this.#unreplicated = [];
    for (const entry of entries) this.#producers.set(entry.producerId, entry);
    this.#findOpen();
    this.endOffset = endOffset;
  }

  #addData(entry: ProducerEntry, batch: RecordBatch): void {
    entry.setEpoch(batch.producerEpoch);
    const { lastOffset, baseOffset } = batch;
    entry.addBatch({
      lastSequence: batch.lastSequence,
      lastOffset,
      offsetDelta: lastOffset - baseOffset,
      timestamp: batch.maxTimestamp,
    });
    if (batch.isTransactional && !entry.isInTransaction) {
      entry.currentTxnFirstOffset = baseOffset;
      this.#open.set(baseOffset, entry.producerId);
    }
  }

  #endTransaction(batch: RecordBatch, marker: TransactionMarker): CompletedTransaction | undefined {
    const entry = this.#entryToChange(batch.producerId);
    const firstOffset = entry.currentTxnFirstOffset;
    entry.setEpoch(batch.producerEpoch);
    entry.coordinatorEpoch = marker.coordinatorEpoch;
    entry.lastTimestamp = marker.timestamp;
    if (firstOffset === -1) return undefined;
    entry.currentTxnFirstOffset = -1;
    this.#open.delete(firstOffset);
    const completed = {
      producerId: batch.producerId,
      firstOffset,
      lastOffset: batch.lastOffset,
      isAborted: marker.isAbort,
    };
    this.#unreplicated.push(completed);
    return completed;
  }

  #entryToChange(producerId: number): ProducerEntry {
    let entry = this.#producers.get(producerId);
    if (!this.#before.has(producerId)) this.#before.set(producerId, entry?.copy());
    if (entry === undefined) {
      entry = new ProducerEntry(producerId);
      this.#producers.set(producerId, entry);
    }
    return entry;
  }

  #findOpen(): void {
    this.#open.clear();
    const inTransaction = Array.from(this.#producers.values()).filter((e) => e.isInTransaction);
    inTransaction.sort((a, b) => a.currentTxnFirstOffset - b.currentTxnFirstOffset);
    for (const entry of inTransaction)
      this.#open.set(entry.currentTxnFirstOffset, entry.producerId);
  }
}

function isInSequence(entry: ProducerEntry, batch: RecordBatch): boolean {
  const next = batch.baseSequence;
  if (batch.producerEpoch !== entry.producerEpoch) {
    return next === 0 || entry.producerEpoch === NO_PRODUCER_EPOCH;
  }
  const last = entry.lastSequence;
  // With only a marker of this epoch seen (NO_SEQUENCE), the first sequence is 0.
  return next === last + 1 || (next === 0 && (last === SEQUENCE_MAX || last === NO_SEQUENCE));
}

function checkMarker(entry: ProducerEntry, marker: TransactionMarker | undefined): ProducerVerdict {
  if (marker === undefined || marker.coordinatorEpoch >= entry.coordinatorEpoch) return APPEND;
  return refuse(
    "TRANSACTION_COORDINATOR_FENCED",
    `Producer ${entry.producerId}: coordinator epoch ${marker.coordinatorEpoch} is older than ` +
      `${entry.coordinatorEpoch}, the last seen.`,
  );
}

function refuse(error: ErrorName, message: string): ProducerVerdict {
  return { kind: "refused", error, message };
}
