/**
 * The states of a transactional id's transaction: Kafka's number and name of each, and the states
 * it may be entered from.
 *
 *   Empty ──> Ongoing ──> PrepareCommit ──> CompleteCommit
 *     │          └──────> PrepareAbort ───> CompleteAbort
 *     └──────────────────────^  (an empty transaction of a version 2 client)
 *
 * From either Complete state the next transaction begins, or InitProducerId leads back to Empty.
 *
 * Two are Kafka's names for what lasts no longer here than one operation, and are never stored: an
 * expired id is Dead until its tombstone is written, and PrepareEpochFence is an Ongoing
 * transaction that is about to be aborted with a new epoch.
 */
export const transactionStates = {
  Empty: { id: 0, enteredFrom: ["Empty", "CompleteCommit", "CompleteAbort"] },
  Ongoing: { id: 1, enteredFrom: ["Ongoing", "Empty", "CompleteCommit", "CompleteAbort"] },
  PrepareCommit: { id: 2, enteredFrom: ["Ongoing"] },
  PrepareAbort: {
    id: 3,
    enteredFrom: ["Ongoing", "PrepareEpochFence", "Empty", "CompleteCommit", "CompleteAbort"],
  },
  CompleteCommit: { id: 4, enteredFrom: ["PrepareCommit"] },
  CompleteAbort: { id: 5, enteredFrom: ["PrepareAbort"] },
  Dead: { id: 6, enteredFrom: ["Empty", "CompleteCommit", "CompleteAbort"] },
  PrepareEpochFence: { id: 7, enteredFrom: ["Ongoing"] },
} as const satisfies Record<string, { id: number; enteredFrom: readonly string[] }>;
export type TransactionState = keyof typeof transactionStates;

const names = Object.keys(transactionStates) as TransactionState[];

export function transactionStateById(id: number): TransactionState | undefined {
  return names.find((name) => transactionStates[name].id === id);
}

export function isTransactionState(name: string): name is TransactionState {
  return Object.hasOwn(transactionStates, name);
}

export function mayBeEntered(next: TransactionState, from: TransactionState): boolean {
  const allowed: readonly string[] = transactionStates[next].enteredFrom;
  return allowed.includes(from);
}

/**
 * The transaction is decided and its markers are on their way: nobody may touch it until they have
 * all been answered.
 */
export function isPrepared(state: TransactionState): state is "PrepareCommit" | "PrepareAbort" {
  return state === "PrepareCommit" || state === "PrepareAbort";
}

/** No transaction is open: the id may begin one, be given to another producer, or expire. */
export function isIdle(state: TransactionState): boolean {
  return state === "Empty" || state === "CompleteCommit" || state === "CompleteAbort";
}
