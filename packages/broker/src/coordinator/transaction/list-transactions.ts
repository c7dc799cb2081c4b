import type { ListTransactionsResponseTransactionStateDraft as ListedTransaction } from "@naru/protocol/messages/list-transactions";
import type { NamePattern } from "../name-pattern.ts";
import type { TransactionMachine } from "./transaction-machine.ts";
import type { TransactionMetadata } from "./transaction-metadata.ts";

export interface TransactionFilter {
  /** Empty lets all pass. */
  readonly producerIds: ReadonlySet<number>;
  /** Empty lets all pass. Names that are no state let none pass. */
  readonly states: ReadonlySet<string>;
  /** Open for longer than this; negative lets all pass. */
  readonly durationMs: number;
  /** Without one all ids pass. */
  readonly ids: NamePattern | undefined;
}

/** The transactional ids of a shard that pass the filter. */
export function listTransactions(
  { transactions }: TransactionMachine,
  filter: TransactionFilter,
  nowMs: number,
): ListedTransaction[] {
  const listed: ListedTransaction[] = [];
  for (const [transactionalId, metadata] of transactions) {
    if (filter.ids?.matches(transactionalId) === false || !passes(metadata, filter, nowMs))
      continue;
    const { producerId, state } = metadata;
    listed.push({ transactionalId, producerId, transactionState: state });
  }
  return listed;
}

/** As in Kafka, an id that never began a transaction (start -1) is older than any duration. */
function passes(
  { producerId, state, startMs }: TransactionMetadata,
  { producerIds, states, durationMs }: TransactionFilter,
  nowMs: number,
): boolean {
  if (producerIds.size > 0 && !producerIds.has(producerId)) return false;
  if (states.size > 0 && !states.has(state)) return false;
  return durationMs < 0 || nowMs - startMs > durationMs;
}
