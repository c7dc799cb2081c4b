import { codeOf, type ErrorName } from "@naru/protocol";
import type { DescribeTransactionsResponseTransactionStateDraft as Described } from "@naru/protocol/messages/describe-transactions";
import type { TransactionMachine } from "./transaction-machine.ts";

/** One id's transaction; of a decided one, the partitions that still wait for its marker. */
export function describeTransaction(
  machine: TransactionMachine,
  transactionalId: string,
): Described {
  const metadata = machine.transactions.get(transactionalId);
  if (metadata === undefined) return undescribed(transactionalId, "TRANSACTIONAL_ID_NOT_FOUND");
  const partitions = machine.unanswered.get(transactionalId)?.partitions() ?? metadata.partitions;
  return {
    errorCode: 0,
    transactionalId,
    transactionState: metadata.state,
    transactionTimeoutMs: metadata.timeoutMs,
    transactionStartTimeMs: metadata.startMs,
    producerId: metadata.producerId,
    producerEpoch: metadata.producerEpoch,
    topics: Array.from(partitions, ([topic, indexes]) => ({
      topic,
      partitions: indexes,
    })),
  };
}

export function undescribed(transactionalId: string, error: ErrorName): Described {
  return {
    errorCode: codeOf(error),
    transactionalId,
    transactionState: "",
    transactionTimeoutMs: 0,
    transactionStartTimeMs: 0,
    producerId: 0,
    producerEpoch: 0,
    topics: [],
  };
}
