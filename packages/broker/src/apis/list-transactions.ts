// ListTransactions, api key 66, versions 0-2 (KIP-664).
//   v1  filter by duration (KIP-994)
//   v2  filter by a pattern of the id (KIP-1152)
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeListTransactionsRequest,
  encodeListTransactionsResponse,
  type ListTransactionsRequest,
  type ListTransactionsResponseDraft,
  type ListTransactionsResponseTransactionStateDraft as ListedTransaction,
} from "@naru/protocol/messages/list-transactions";
import { compilePattern } from "../coordinator/name-pattern.ts";
import {
  listTransactions,
  type TransactionFilter,
} from "../coordinator/transaction/list-transactions.ts";
import { listedByAll } from "../coordinator/runtime/ask-all.ts";
import { isTransactionState } from "../coordinator/transaction/transaction-state.ts";
import { LaterAnswer } from "../network/later-answer.ts";
import type { Answer, Api } from "./api.ts";
import type { TransactionBroker } from "./transaction-broker.ts";

/** The transactional ids that this broker coordinates. */
export function listTransactionsApi(
  broker: TransactionBroker,
): Api<ListTransactionsRequest, ListTransactionsResponseDraft> {
  return {
    key: 66,
    name: "ListTransactions",
    minVersion: 0,
    maxVersion: 2,
    decode: decodeListTransactionsRequest,
    handle: (request) => handleListTransactions(broker, request),
    encode: encodeListTransactionsResponse,
    failed: (_request, error) => failed(error),
  };
}

function handleListTransactions(
  broker: TransactionBroker,
  request: ListTransactionsRequest,
): Answer<ListTransactionsResponseDraft> {
  const pattern = request.transactionalIdPattern ?? "";
  const ids = pattern === "" ? undefined : compilePattern(pattern);
  if (ids !== undefined && "problem" in ids) return failed("INVALID_REGULAR_EXPRESSION");
  const filter: TransactionFilter = {
    producerIds: new Set(request.producerIdFilters),
    states: new Set(request.stateFilters),
    durationMs: request.durationFilter,
    ids,
  };
  const unknownStateFilters = request.stateFilters.filter((name) => !isTransactionState(name));
  const answer = new LaterAnswer<ListTransactionsResponseDraft>();
  broker.transactions.runOnAll<ListedTransaction[] | ErrorName>({
    run: (machine, { nowMs }) => listTransactions(machine, filter, nowMs),
    failed: (error) => error,
    done: (shards) => answer.resolve({ ...together(shards), unknownStateFilters }),
  });
  return answer;
}

function together(
  shards: readonly (ListedTransaction[] | ErrorName)[],
): ListTransactionsResponseDraft {
  const listed = listedByAll(shards);
  if (typeof listed === "string") return failed(listed);
  return { throttleTimeMs: 0, errorCode: 0, unknownStateFilters: [], transactionStates: listed };
}

function failed(error: ErrorName): ListTransactionsResponseDraft {
  const none = { unknownStateFilters: [], transactionStates: [] };
  return { throttleTimeMs: 0, errorCode: codeOf(error), ...none };
}
