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
import { NO_GUARD, VerificationStates } from "./verification-states.ts";
import type { TransactionBegin, VerificationState } from "./verification-states.ts";

const SEQUENCE_MAX = 0x7fff_ffff;
const PRODUCER_EPOCH_MAX = 0x7fff;
/** From this level of transaction.version on, the marker of a transaction raises the epoch. */
const EPOCH_BUMP_LEVEL = 2;

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

/** What is said with a batch that its bytes do not tell. */
export interface AppendClaim {
  readonly origin: AppendOrigin;
  /** undefined: no verification is asked for. Else what `beginTransaction` gave. */
  readonly verificationGuard?: number | undefined;
  /** Of a marker; 0 when it is not said. */
  readonly transactionVersion?: number | undefined;
}

/** What the rules look at in a batch of records. */
export interface DataHeader {
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly baseSequence: number;
  readonly lastSequence: number;
  readonly isTransactional: boolean;
}

/** What the rules look at in a marker. */
export interface MarkerHeader {
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly coordinatorEpoch: number;
}

const APPEND: ProducerVerdict = { kind: "append" };

export class ProducerState {
  readonly #producers = new Map<number, ProducerEntry>();
  /** Open transactions: first offset -> producer id, oldest first. */
  readonly #open = new Map<number, number>();
  /** Ended, but the marker is above the high watermark. */
  #unreplicated: CompletedTransaction[] = [];
  /** The entries as they were before the batches that are not written yet. */
  readonly #before = new Map<number, ProducerEntry | undefined>();
  readonly #verifications = new VerificationStates();
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

  /**
   * A producer wants to write its first batch of a transaction: the guard to append it with, or
   * NO_GUARD when the transaction is open here already.
   */
  beginTransaction(begin: TransactionBegin, nowMs: number): number | ErrorName {
    const entry = this.#producers.get(begin.producerId);
    if (entry !== undefined && begin.producerEpoch < entry.producerEpoch) {
      return "INVALID_PRODUCER_EPOCH";
    }
    if (isOngoing(entry, begin.producerEpoch)) return NO_GUARD;
    return this.#verifications.begin(begin, nowMs);
  }

  /** What Kafka's leader says to a batch with a producer id. */
  check(batch: RecordBatch, claim: AppendClaim): ProducerVerdict {
    if (!batch.isControl) return this.checkData(batch, claim);
    const marker = readTransactionMarker(batch);
    if (marker === undefined) return checkEpoch(batch, this.#producers.get(batch.producerId));
    const { producerId, producerEpoch } = batch;
    const { coordinatorEpoch } = marker;
    return this.checkMarker({ producerId, producerEpoch, coordinatorEpoch }, claim);
  }

  checkData(batch: DataHeader, claim: AppendClaim): ProducerVerdict {
    const entry = this.#producers.get(batch.producerId);
    const isClient = claim.origin === "client";
    if (isClient && entry !== undefined) {
      const sequences = { first: batch.baseSequence, last: batch.lastSequence };
      const duplicate = entry.findDuplicate(batch.producerEpoch, sequences);
      if (duplicate !== undefined) return { kind: "duplicate", of: duplicate };
    }
    const stale = checkEpoch(batch, entry);
    if (stale !== APPEND) return stale;
    if (batch.isTransactional && !this.#isVerified(batch, entry, claim)) {
      return refuse("INVALID_TXN_STATE", "Record was not part of an ongoing transaction");
    }
    if (isClient) {
      const outOfOrder = checkSequence(batch, entry, this.#verifications.find(batch.producerId));
      if (outOfOrder !== APPEND) return outOfOrder;
    }
    if (entry?.isInTransaction === true && !batch.isTransactional) {
      return refuse(
        "INVALID_TXN_STATE",
        `Producer ${batch.producerId}: a transaction is open since offset ${entry.currentTxnFirstOffset}, ` +
          `and the batch is not part of one.`,
      );
    }
    return APPEND;
  }

  checkMarker(marker: MarkerHeader, { transactionVersion = 0 }: AppendClaim): ProducerVerdict {
    const entry = this.#producers.get(marker.producerId);
    if (entry === undefined) return APPEND;
    const { producerEpoch } = marker;
    if (transactionVersion < EPOCH_BUMP_LEVEL) {
      if (producerEpoch < entry.producerEpoch) return staleEpoch(marker, entry);
    } else if (producerEpoch <= entry.producerEpoch) {
      // The marker may come twice; and at the highest epoch there is none to raise it to.
      const isHarmless = !entry.isInTransaction || producerEpoch === PRODUCER_EPOCH_MAX;
      if (producerEpoch < entry.producerEpoch || !isHarmless) return staleEpoch(marker, entry);
    }
    if (marker.coordinatorEpoch >= entry.coordinatorEpoch) return APPEND;
    return refuse(
      "TRANSACTION_COORDINATOR_FENCED",
      `Producer ${entry.producerId}: coordinator epoch ${marker.coordinatorEpoch} is older than ` +
        `${entry.coordinatorEpoch}, the last seen.`,
    );
  }

  /** Takes a batch of the log into account; returns the transaction that it ends. */
  update(batch: RecordBatch): CompletedTransaction | undefined {
    this.endOffset = batch.nextOffset;
    if (!batch.hasProducerId) return undefined;
    if (batch.isTransactional) this.#verifications.appended(batch);
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
    this.#verifications.expire(nowMs, expirationMs);
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

  /** Only what the coordinator knows of may open a transaction: nobody else would ever end it. */
  #isVerified(
    batch: DataHeader,
    entry: ProducerEntry | undefined,
    { verificationGuard }: AppendClaim,
  ): boolean {
    if (verificationGuard === undefined || isOngoing(entry, batch.producerEpoch)) return true;
    const state = this.#verifications.find(batch.producerId);
    return state !== undefined && verificationGuard === state.guard;
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

interface EpochOfProducer {
  readonly producerId: number;
  readonly producerEpoch: number;
}

function checkEpoch(header: EpochOfProducer, entry: ProducerEntry | undefined): ProducerVerdict {
  const isStale = entry !== undefined && header.producerEpoch < entry.producerEpoch;
  return isStale ? staleEpoch(header, entry) : APPEND;
}

function isOngoing(entry: ProducerEntry | undefined, producerEpoch: number): boolean {
  return entry !== undefined && entry.isInTransaction && entry.producerEpoch === producerEpoch;
}

function checkSequence(
  batch: DataHeader,
  entry: ProducerEntry | undefined,
  verification: VerificationState | undefined,
): ProducerVerdict {
  const next = batch.baseSequence;
  if (verification !== undefined) {
    const isFirst = entry === undefined || entry.recentBatches.length === 0;
    if (verification.bumpsEpoch && next !== 0 && isFirst) {
      return outOfOrder(batch, "expected 0, for nothing of this epoch is there");
    }
    if (next > verification.lowestSequence) {
      return outOfOrder(batch, `${verification.lowestSequence} has not been appended yet`);
    }
  }
  if (entry === undefined || isInSequence(entry, batch)) return APPEND;
  const { lastSequence, producerEpoch } = entry;
  return outOfOrder(batch, `it does not follow ${lastSequence} of epoch ${producerEpoch}`);
}

function isInSequence(entry: ProducerEntry, batch: DataHeader): boolean {
  const next = batch.baseSequence;
  if (batch.producerEpoch !== entry.producerEpoch) {
    return next === 0 || entry.producerEpoch === NO_PRODUCER_EPOCH;
  }
  const last = entry.lastSequence;
  // With only a marker of this epoch seen (NO_SEQUENCE), the first sequence is 0.
  return next === last + 1 || (next === 0 && (last === SEQUENCE_MAX || last === NO_SEQUENCE));
}

function outOfOrder(batch: DataHeader, why: string): ProducerVerdict {
  const { producerId, producerEpoch, baseSequence } = batch;
  const what = `Producer ${producerId}: sequence ${baseSequence} of epoch ${producerEpoch}`;
  return refuse("OUT_OF_ORDER_SEQUENCE_NUMBER", `${what}: ${why}.`);
}

function staleEpoch(
  { producerId, producerEpoch }: EpochOfProducer,
  entry: ProducerEntry,
): ProducerVerdict {
  return refuse(
    "INVALID_PRODUCER_EPOCH",
    `Producer ${producerId}: epoch ${producerEpoch} is older than ${entry.producerEpoch}, the last seen.`,
  );
}

function refuse(error: ErrorName, message: string): ProducerVerdict {
  return { kind: "refused", error, message };
}
