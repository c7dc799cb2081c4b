// DescribeTransactions, api key 65, version 0 (KIP-664).
import {
  decodeDescribeTransactionsRequest,
  encodeDescribeTransactionsResponse,
  type DescribeTransactionsRequest,
  type DescribeTransactionsResponseDraft,
  type DescribeTransactionsResponseTransactionStateDraft as Described,
} from "@naru/protocol/messages/describe-transactions";
import type { ErrorName } from "@naru/protocol";
import {
  describeTransaction,
  undescribed,
} from "../coordinator/transaction/describe-transaction.ts";
import type { Api } from "./api.ts";
import { askTransaction, type TransactionBroker } from "./transaction-broker.ts";

/** State, producer and partitions of transactional ids. */
export function describeTransactionsApi(
  broker: TransactionBroker,
): Api<DescribeTransactionsRequest, DescribeTransactionsResponseDraft> {
  return {
    key: 65,
    name: "DescribeTransactions",
    minVersion: 0,
    maxVersion: 0,
    decode: decodeDescribeTransactionsRequest,
    handle: async ({ transactionalIds }) => ({
      throttleTimeMs: 0,
      transactionStates: await Promise.all(transactionalIds.map((id) => describeOne(broker, id))),
    }),
    encode: encodeDescribeTransactionsResponse,
    failed: ({ transactionalIds }, error) => ({
      throttleTimeMs: 0,
      transactionStates: transactionalIds.map((id) => undescribed(id, error)),
    }),
  };
}

async function describeOne(broker: TransactionBroker, transactionalId: string): Promise<Described> {
  const failed = (error: ErrorName): Described => undescribed(transactionalId, error);
  if (transactionalId === "") return failed("INVALID_REQUEST");
  const described = await askTransaction<Described>(broker, transactionalId, {
    run: (machine, step, to) => step.reply(to, describeTransaction(machine, transactionalId)),
    failed,
  });
  return described ?? failed("UNKNOWN_SERVER_ERROR");
}
