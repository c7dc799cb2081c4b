import type { ErrorName } from "@naru/protocol";
import { completeFor, preparedFor, type EndTransaction } from "./end-transaction.ts";
import { completed } from "./marker-answered.ts";
import { identityOf, noIdentity, type ProducerIdentity } from "./producer-identity.ts";
import { sendMarkers } from "./send-markers.ts";
import type { TransactionMachine } from "./transaction-machine.ts";
import {
  EPOCH_BUMP_VERSION,
  EPOCH_MAX,
  isEpochExhausted,
  NO_PRODUCER_ID,
  transition,
  type TransactionMetadata,
} from "./transaction-metadata.ts";
import { isIdle, isPrepared } from "./transaction-state.ts";
import type { TransactionStep } from "./transaction-step.ts";

/**
 * EndTxn 5 (transaction.version 2, KIP-890): each end bumps the epoch, and the answer brings it. So
 * the epoch of a request tells which transaction it ends, and a delayed one ends no other:
 *
 *   state           abort, epoch before   abort, epoch now   commit, before      commit, now
 *   Empty           PRODUCER_FENCED       ends an empty one  PRODUCER_FENCED     INVALID_TXN_STATE
 *   Ongoing         PRODUCER_FENCED       ends it            PRODUCER_FENCED     ends it
 *   CompleteAbort   a retry: NONE         ends an empty one  INVALID_TXN_STATE   INVALID_TXN_STATE
 *   CompleteCommit  INVALID_TXN_STATE     ends an empty one  a retry: NONE       INVALID_TXN_STATE
 *
 * A producer aborts a transaction to which nothing was added when it cannot know whether something
 * was; that, too, must give it a new epoch.
 */
export function endTransactionV2(
  machine: TransactionMachine,
  call: EndTransaction,
  step: TransactionStep,
): void {
  step.reply(call.to, end(machine, call, step));
}

function end(
  machine: TransactionMachine,
  call: EndTransaction,
  step: TransactionStep,
): ProducerIdentity {
  const metadata = machine.transactions.get(call.transactionalId);
  if (metadata === undefined) return noIdentity("INVALID_PRODUCER_ID_MAPPING");
  if (isPrepared(metadata.state)) return noIdentity("CONCURRENT_TRANSACTIONS");
  const isRetry = isRetryOf(metadata, call);
  const error = requestError(metadata, call, isRetry);
  if (error !== undefined) return noIdentity(error);
  if (isRetry) return identityOf(metadata);
  return prepare(machine, { metadata, call }, step);
}

function prepare(
  machine: TransactionMachine,
  { metadata, call }: { readonly metadata: TransactionMetadata; readonly call: EndTransaction },
  step: TransactionStep,
): ProducerIdentity {
  const { transactionalId, outcome } = call;
  // The records of transaction.version 0 cannot say by whose rules the transaction runs.
  if (machine.config.transactionVersion === 0) return noIdentity("UNSUPPORTED_VERSION");
  const nextProducerId = isEpochExhausted(metadata) ? machine.newProducerId() : NO_PRODUCER_ID;
  if (nextProducerId === undefined) return noIdentity("COORDINATOR_LOAD_IN_PROGRESS");
  const prepared = transition(metadata, preparedFor(outcome), {
    producerEpoch: Math.min(metadata.producerEpoch + 1, EPOCH_MAX),
    lastProducerEpoch: metadata.producerEpoch,
    nextProducerId,
    startMs: isIdle(metadata.state) ? step.nowMs : metadata.startMs,
    lastUpdateMs: step.nowMs,
    clientTransactionVersion: EPOCH_BUMP_VERSION,
  });
  step.write({ transactionalId, metadata: prepared });
  sendMarkers(machine, transactionalId, step);
  return identityOf(completed(prepared, step.nowMs));
}

/** The transaction of the request has ended, and the producer has not heard of its new epoch. */
function isRetryOf(metadata: TransactionMetadata, call: EndTransaction): boolean {
  if (metadata.producerEpoch === call.producerEpoch + 1) return true;
  const wasExhausted = call.producerEpoch === EPOCH_MAX - 1 && metadata.producerEpoch === 0;
  return wasExhausted && metadata.previousProducerId === call.producerId;
}

function requestError(
  metadata: TransactionMetadata,
  { producerId, producerEpoch, outcome }: EndTransaction,
  isRetry: boolean,
): ErrorName | undefined {
  const { state } = metadata;
  const isReplaced = isRetry && metadata.producerEpoch !== producerEpoch + 1;
  if (metadata.producerId !== producerId && !isReplaced) return "INVALID_PRODUCER_ID_MAPPING";
  const isComplete = state === "CompleteCommit" || state === "CompleteAbort";
  const isKnown = metadata.producerEpoch === producerEpoch || (isComplete && isRetry);
  if (!isKnown) return "PRODUCER_FENCED";
  if (isRetry) return state === completeFor(outcome) ? undefined : "INVALID_TXN_STATE";
  if (state === "Ongoing" || outcome === "ABORT") return undefined;
  return "INVALID_TXN_STATE";
}
