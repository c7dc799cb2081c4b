import type { ErrorName } from "@naru/protocol";
import type { ReplyTo } from "../runtime/step.ts";
import { noIdentity, type ProducerIdentity } from "./producer-identity.ts";
import { sendMarkers } from "./send-markers.ts";
import type { TransactionMachine } from "./transaction-machine.ts";
import { NO_PRODUCER_ID, transition, type TransactionMetadata } from "./transaction-metadata.ts";
import { isPrepared } from "./transaction-state.ts";
import type { TransactionStep } from "./transaction-step.ts";

export interface EndTransaction {
  readonly transactionalId: string;
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly outcome: "COMMIT" | "ABORT";
  readonly to: ReplyTo<ProducerIdentity>;
}

/**
 * EndTxn 0-4: the epoch stays as it is. One that was delayed on its way, and arrives when the
 * producer's next transaction is open, decides that one: nothing in it tells the two apart. The gap
 * is Kafka's own, closed by version 2 (KIP-890); see `end-transaction-v2.ts`.
 */
export function endTransaction(
  machine: TransactionMachine,
  call: EndTransaction,
  step: TransactionStep,
): void {
  const { transactionalId } = call;
  const metadata = machine.transactions.get(transactionalId);
  const error = metadata === undefined ? "INVALID_PRODUCER_ID_MAPPING" : endError(metadata, call);
  if (metadata?.state === "Ongoing" && error === "NONE") {
    const prepared = transition(metadata, preparedFor(call.outcome), {
      nextProducerId: NO_PRODUCER_ID,
      lastUpdateMs: step.nowMs,
      clientTransactionVersion: 0,
    });
    step.write({ transactionalId, metadata: prepared });
    sendMarkers(machine, transactionalId, step);
  }
  step.reply(call.to, noIdentity(error));
}

/** NONE, too, when the transaction has ended like this already: the answer was lost. */
function endError(metadata: TransactionMetadata, call: EndTransaction): ErrorName {
  if (metadata.producerId !== call.producerId) return "INVALID_PRODUCER_ID_MAPPING";
  if (metadata.producerEpoch !== call.producerEpoch) return "PRODUCER_FENCED";
  if (isPrepared(metadata.state)) return "CONCURRENT_TRANSACTIONS";
  if (metadata.state === "Ongoing") return "NONE";
  return metadata.state === completeFor(call.outcome) ? "NONE" : "INVALID_TXN_STATE";
}

export function preparedFor(outcome: "COMMIT" | "ABORT"): "PrepareCommit" | "PrepareAbort" {
  return outcome === "COMMIT" ? "PrepareCommit" : "PrepareAbort";
}

export function completeFor(outcome: "COMMIT" | "ABORT"): "CompleteCommit" | "CompleteAbort" {
  return outcome === "COMMIT" ? "CompleteCommit" : "CompleteAbort";
}
