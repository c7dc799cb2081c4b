import type { ErrorName } from "@naru/protocol";
import { sendMarkers } from "./send-markers.ts";
import type { TransactionMachine } from "./transaction-machine.ts";
import {
  bumpsEpoch,
  EPOCH_MAX,
  isEpochExhausted,
  NO_EPOCH,
  NO_PRODUCER_ID,
  transition,
  type TransactionMetadata,
} from "./transaction-metadata.ts";
import type { TransactionStep } from "./transaction-step.ts";

/**
 * Aborts an open transaction against its producer's will: after its time-out, or because another
 * producer comes with the same id. The epoch is bumped whatever the client's version, so that
 * nothing the producer still sends can reach a later transaction; the rules are otherwise those of
 * the cluster's transaction.version.
 */
export function abortOngoing(
  machine: TransactionMachine,
  transactionalId: string,
  step: TransactionStep,
): ErrorName {
  const metadata = machine.transactions.get(transactionalId)!;
  const { transactionVersion } = machine.config;
  const fenced = bumpsEpoch(transactionVersion)
    ? fencedByNewRules(machine, metadata, transactionVersion)
    : fencedByOldRules(metadata);
  if (fenced === undefined) return "COORDINATOR_LOAD_IN_PROGRESS";
  const prepared = transition(metadata, "PrepareAbort", { ...fenced, lastUpdateMs: step.nowMs });
  step.write({ transactionalId, metadata: prepared });
  sendMarkers(machine, transactionalId, step);
  return "NONE";
}

/** The last epoch of an id is kept: whoever comes next is given another producer id. */
function nextEpoch({ producerEpoch }: TransactionMetadata): number {
  return Math.min(producerEpoch + 1, EPOCH_MAX);
}

function fencedByOldRules(metadata: TransactionMetadata): Partial<TransactionMetadata> {
  return {
    producerEpoch: nextEpoch(metadata),
    lastProducerEpoch: NO_EPOCH,
    nextProducerId: NO_PRODUCER_ID,
    clientTransactionVersion: 0,
  };
}

function fencedByNewRules(
  machine: TransactionMachine,
  metadata: TransactionMetadata,
  transactionVersion: number,
): Partial<TransactionMetadata> | undefined {
  const nextProducerId = isEpochExhausted(metadata) ? machine.newProducerId() : NO_PRODUCER_ID;
  if (nextProducerId === undefined) return undefined;
  return {
    producerEpoch: nextEpoch(metadata),
    lastProducerEpoch: metadata.producerEpoch,
    nextProducerId,
    clientTransactionVersion: transactionVersion,
  };
}
