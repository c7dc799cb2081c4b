/**
 * Which producers are about to begin a transaction in a partition, and whether the coordinator has
 * agreed (KIP-890). Nothing of it is durable: who is forgotten asks again.
 *
 * A guard stands for one question to the coordinator. Without it this could happen:
 *   1. a batch waits for the coordinator, who says that the partition is part of transaction A
 *   2. A is aborted, and its marker is written here
 *   3. the answer to 1 arrives, and the batch opens a transaction that nobody will ever end
 * The marker removes the state, so the guard of step 1 fits nothing any more.
 */

/** The guard of who has none. */
export const NO_GUARD = 0;

/** The first batch of a transaction, as far as it is known before it is appended. */
export interface TransactionBegin {
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly baseSequence: number;
  /** The client bumps its epoch with every transaction: its sequences begin at 0 each time. */
  readonly bumpsEpoch: boolean;
}

export interface VerificationState {
  readonly guard: number;
  readonly bumpsEpoch: boolean;
  readonly sinceMs: number;
  epoch: number;
  /** Of all batches that wait: a later one that overtook it would make it unacceptable. */
  lowestSequence: number;
}

export class VerificationStates {
  readonly #states = new Map<number, VerificationState>();
  #lastGuard = NO_GUARD;

  find(producerId: number): VerificationState | undefined {
    // Nearly always there is nothing: producers that are only idempotent ask for no guard.
    return this.#states.size === 0 ? undefined : this.#states.get(producerId);
  }

  /** The guard under which the batch may be appended, once the coordinator agrees. */
  begin(begin: TransactionBegin, nowMs: number): number {
    const { producerId, producerEpoch: epoch, baseSequence, bumpsEpoch } = begin;
    const state = this.#states.get(producerId);
    if (state === undefined) {
      this.#lastGuard += 1;
      const guard = this.#lastGuard;
      const lowestSequence = baseSequence;
      this.#states.set(producerId, { guard, bumpsEpoch, sinceMs: nowMs, epoch, lowestSequence });
      return guard;
    }
    if (epoch === state.epoch) {
      state.lowestSequence = Math.min(state.lowestSequence, baseSequence);
    } else if (epoch > state.epoch) {
      state.epoch = epoch;
      state.lowestSequence = baseSequence;
    }
    return state.guard;
  }

  /** A transactional batch or a marker is in the log: the question is answered. */
  appended(batch: {
    readonly producerId: number;
    readonly producerEpoch: number;
    readonly isControl: boolean;
  }): void {
    if (this.#states.size === 0) return;
    const state = this.#states.get(batch.producerId);
    if (state === undefined) return;
    // With epochs that rise, a marker carries the epoch in which the next transaction begins: its
    // first batch may be waiting already, and is none of the marker's business.
    const isOfTransactionBefore = batch.isControl && batch.producerEpoch === state.epoch;
    if (state.bumpsEpoch && isOfTransactionBefore) return;
    this.#states.delete(batch.producerId);
  }

  /** Those that never came back go as silent producers do. */
  expire(nowMs: number, expirationMs: number): void {
    for (const [producerId, { sinceMs }] of this.#states) {
      if (nowMs - sinceMs >= expirationMs) this.#states.delete(producerId);
    }
  }
}
