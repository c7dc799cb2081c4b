import { assert } from "@naru/runtime";
import { noPartitions, type PartitionSet } from "./partition-set.ts";
import { mayBeEntered, type TransactionState } from "./transaction-state.ts";

export const NO_PRODUCER_ID = -1;
export const NO_EPOCH = -1;
export const NO_TIMESTAMP = -1;
export const EPOCH_MAX = 32_767;

/** From this level of transaction.version on, every transaction ends in a new epoch (KIP-890). */
export const EPOCH_BUMP_VERSION = 2;

/** What is known of a transactional id. Never changed: a transition makes a new one. */
export interface TransactionMetadata {
  readonly producerId: number;
  /** The id before the last transition; differs from `producerId` right after it was replaced. */
  readonly previousProducerId: number;
  /** The id that the producer goes on with when its epochs are used up by this end. */
  readonly nextProducerId: number;
  readonly producerEpoch: number;
  /** The epoch that a retry may still come with. Not stored: none after a load. */
  readonly lastProducerEpoch: number;
  readonly timeoutMs: number;
  readonly state: TransactionState;
  readonly partitions: PartitionSet;
  readonly startMs: number;
  readonly lastUpdateMs: number;
  /** By whose rules it runs: 0 for both older levels, 2 with an epoch a transaction. */
  readonly clientTransactionVersion: number;
}

/** What an id is before its first record: no epoch has been given out. */
export function newTransaction(producerId: number, timeoutMs: number): TransactionMetadata {
  return {
    producerId,
    previousProducerId: NO_PRODUCER_ID,
    nextProducerId: NO_PRODUCER_ID,
    producerEpoch: NO_EPOCH,
    lastProducerEpoch: NO_EPOCH,
    timeoutMs,
    state: "Empty",
    partitions: noPartitions,
    startMs: NO_TIMESTAMP,
    lastUpdateMs: NO_TIMESTAMP,
    clientTransactionVersion: 0,
  };
}

/** The newest epoch is left for the abort that fences the producer who has the one before. */
export function isEpochExhausted({ producerEpoch }: TransactionMetadata): boolean {
  return producerEpoch >= EPOCH_MAX - 1;
}

export function bumpsEpoch(transactionVersion: number): boolean {
  return transactionVersion >= EPOCH_BUMP_VERSION;
}

/** The one way from a state to the next. The epoch never goes back for the same producer id. */
export function transition(
  from: TransactionMetadata,
  next: TransactionState,
  change: Partial<Omit<TransactionMetadata, "state" | "previousProducerId">>,
): TransactionMetadata {
  const to = { ...from, ...change, state: next, previousProducerId: from.producerId };
  assert(mayBeEntered(next, from.state), `a transaction cannot go from ${from.state} to ${next}`);
  assert(
    to.producerId !== from.producerId || to.producerEpoch >= from.producerEpoch,
    `epoch ${to.producerEpoch} of producer ${to.producerId} follows ${from.producerEpoch}`,
  );
  return to;
}
