import { apis, errorByCode, ProtocolError } from "@naru/protocol";
import {
  decodeListTransactionsResponse,
  encodeListTransactionsRequest,
} from "@naru/protocol/messages/list-transactions";
import { apiCall } from "../../network/api-call.ts";
import type { Cluster } from "../../cluster/cluster.ts";

const listTransactionsCall = apiCall(
  apis.ListTransactions,
  encodeListTransactionsRequest,
  decodeListTransactionsResponse,
);

/** A transactional id as its coordinator lists it. */
export interface ListedTransaction {
  readonly transactionalId: string;
  readonly coordinatorId: number;
  readonly producerId: number;
  /** Empty, Ongoing, PrepareCommit, PrepareAbort, CompleteCommit, CompleteAbort. */
  readonly state: string;
}

export interface ListTransactionsOptions {
  readonly producerIds?: readonly number[];
  /** Only transactions that have been open for longer; -1 and left out: all. */
  readonly durationMs?: number;
  /** A regular expression in RE2's syntax for the whole transactional id. */
  readonly transactionalIdPattern?: string;
}

/** The transactional ids of all brokers, as each of them answers. */
export function listTransactions(
  cluster: Cluster,
  options: ListTransactionsOptions,
): Promise<ListedTransaction[]> {
  const { producerIds = [], durationMs = -1, transactionalIdPattern = null } = options;
  const request = {
    stateFilters: [],
    producerIdFilters: producerIds,
    durationFilter: durationMs,
    transactionalIdPattern,
  };
  return cluster.withRetries("list of transactions", async () => {
    const { brokers } = await cluster.refresh([]);
    const found: ListedTransaction[] = [];
    for (const coordinatorId of brokers.keys()) {
      const response = await cluster.requestNode(coordinatorId, listTransactionsCall, request);
      const error = errorByCode(response.errorCode);
      if (error !== "NONE") {
        throw new ProtocolError(
          error,
          `broker ${coordinatorId}: it answered ListTransactions with ${error}.`,
        );
      }
      for (const { transactionalId, producerId, transactionState } of response.transactionStates) {
        found.push({ transactionalId, coordinatorId, producerId, state: transactionState });
      }
    }
    return found;
  });
}
