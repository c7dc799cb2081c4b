/**
 * What the cleaner must know of transactions while it goes through a log from its start: which
 * batches were aborted, and which markers still have data before them. Pure.
 *
 * A marker may go only when a pass has seen nothing of its transaction any more: while data are
 * there, aborted ones too, a reader needs it. An aborted transaction's entry in the transaction
 * index lives as long as its marker's data.
 */
import type { RecordBatch } from "@naru/protocol";

import type { AbortedTransaction } from "../transaction-index.ts";
import { readTransactionMarker } from "../transaction-marker.ts";

interface OpenAborted {
  readonly transaction: AbortedTransaction;
  hasData: boolean;
}

export class CleanedTransactions {
  /** Not reached yet, by first offset, oldest last. */
  #upcoming: AbortedTransaction[] = [];
  readonly #aborted = new Map<number, OpenAborted>();
  /** Producers with data of a transaction that was committed. */
  readonly #committed = new Set<number>();
  readonly #onAbortedKept: (transaction: AbortedTransaction) => void;

  /** `onAbortedKept` is told of each aborted transaction that goes on to have data or a marker. */
  constructor(onAbortedKept: (transaction: AbortedTransaction) => void = () => {}) {
    this.#onAbortedKept = onAbortedKept;
  }

  /** Aborted transactions that the log knows of in what comes next; some may be known already. */
  add(aborted: readonly AbortedTransaction[]): void {
    if (aborted.length === 0) return;
    const all = [...this.#upcoming, ...aborted];
    this.#upcoming = all.toSorted((a, b) => b.firstOffset - a.firstOffset);
  }

  /** Takes the next batch of the log; true when its records count for nothing. */
  isDiscarded(batch: RecordBatch): boolean {
    this.#reach(batch.lastOffset);
    if (batch.isControl) return this.#isMarkerOfNothing(batch);
    if (!batch.isTransactional) return false;
    const aborted = this.#aborted.get(batch.producerId);
    if (aborted === undefined) {
      this.#committed.add(batch.producerId);
      return false;
    }
    aborted.hasData = true;
    return true;
  }

  #reach(offset: number): void {
    for (;;) {
      const next = this.#upcoming.at(-1);
      if (next === undefined || next.firstOffset > offset) return;
      this.#upcoming.pop();
      if (!this.#aborted.has(next.producerId)) {
        this.#aborted.set(next.producerId, { transaction: next, hasData: false });
      }
    }
  }

  #isMarkerOfNothing(batch: RecordBatch): boolean {
    // Without its record a control batch was cleaned before. Other types are kept as they are.
    if (batch.count === 0) return true;
    const marker = readTransactionMarker(batch);
    if (marker === undefined) return false;
    if (!marker.isAbort) return !this.#committed.delete(batch.producerId);
    const aborted = this.#aborted.get(batch.producerId);
    this.#aborted.delete(batch.producerId);
    if (aborted === undefined || !aborted.hasData) return true;
    this.#onAbortedKept(aborted.transaction);
    return false;
  }
}
