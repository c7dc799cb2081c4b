import type { ErrorName } from "@naru/protocol";
import type {
  TransactionCoordinator,
  TransactionRequest,
} from "../coordinator/transaction/transaction-coordinator.ts";
import { LaterAnswer } from "../network/later-answer.ts";
import type { GroupBroker } from "./group-broker.ts";

/** What the APIs about transactions need of the broker. */
export interface TransactionBroker extends GroupBroker {
  readonly transactions: TransactionCoordinator;
  /** The next producer id, from the block that the controller gave this broker. */
  nextProducerId(): Promise<number | ErrorName>;
  /** Resolves when the coordinator can give out a producer id, or there is none to be had now. */
  producerIdAtHand(): Promise<void>;
}

/** Asks the shard of a transactional id. */
export function askTransaction<Response>(
  { transactions }: Pick<TransactionBroker, "transactions">,
  transactionalId: string,
  request: {
    readonly run: TransactionRequest<Response>["run"];
    readonly failed: (error: ErrorName) => Response;
  },
): LaterAnswer<Response> {
  const answer = new LaterAnswer<Response>();
  transactions.run(transactionalId, { ...request, done: (response) => answer.resolve(response) });
  return answer;
}

/** Before a version of its own, fenced producers were told of their epoch. */
export function fencedInVersion(error: ErrorName, hasProducerFenced: boolean): ErrorName {
  return error === "PRODUCER_FENCED" && !hasProducerFenced ? "INVALID_PRODUCER_EPOCH" : error;
}
