import type { ErrorName } from "@naru/protocol";
import { noPartitions } from "./partition-set.ts";
import type { EndMarker } from "./marker-writer.ts";
import type { TopicPartition } from "./topic-partition.ts";
import type { TransactionMachine } from "./transaction-machine.ts";
import {
  bumpsEpoch,
  NO_PRODUCER_ID,
  transition,
  type TransactionMetadata,
} from "./transaction-metadata.ts";
import { isPrepared } from "./transaction-state.ts";
import { timerKeys, type TransactionStep } from "./transaction-step.ts";

/** How long a partition that cannot write a marker is left alone before it is asked again. */
const RETRY_DELAY_MS = 100;

export interface MarkerAnswer {
  readonly transactionalId: string;
  readonly marker: EndMarker;
  readonly partition: TopicPartition;
  /** GONE: the partition does not exist, and there is nothing to end in it. */
  readonly outcome: ErrorName | "GONE";
}

/** A partition answers for its marker; once all have, the transaction is complete. */
export function markerAnswered(
  machine: TransactionMachine,
  { transactionalId, marker, partition, outcome }: MarkerAnswer,
  step: TransactionStep,
): void {
  const metadata = machine.transactions.get(transactionalId);
  const unanswered = machine.unanswered.get(transactionalId);
  // An answer for an earlier life of the shard, which says nothing of this one's markers.
  if (metadata === undefined || unanswered === undefined) return;
  if (!isFor(marker, metadata, machine.coordinatorEpoch)) return;
  switch (outcome) {
    case "NONE":
    case "GONE":
    case "UNSUPPORTED_VERSION":
    case "UNSUPPORTED_FOR_MESSAGE_FORMAT":
      unanswered.answered(partition);
      completeWhenAnswered(machine, transactionalId, step);
      break;
    case "INVALID_PRODUCER_EPOCH":
    case "TRANSACTION_COORDINATOR_FENCED":
      // As in Kafka the transaction stays prepared: who replaced us completes it.
      step.note(
        `transaction of ${transactionalId}: ${partition.topic}-${partition.partition} refuses ` +
          `its marker with ${outcome}. It is not sent again by this coordinator.`,
      );
      break;
    default:
      unanswered.failed(partition);
      step.arm(timerKeys.sendMarkers(transactionalId), RETRY_DELAY_MS, {
        kind: "send-markers",
        transactionalId,
      });
  }
}

/** Also asked once for a transaction that has no partitions, and so no answers. */
export function completeWhenAnswered(
  machine: TransactionMachine,
  transactionalId: string,
  step: TransactionStep,
): void {
  const metadata = machine.transactions.get(transactionalId);
  if (metadata === undefined || machine.unanswered.get(transactionalId)?.size !== 0) return;
  step.write({ transactionalId, metadata: completed(metadata, step.nowMs) });
}

/** Where the transaction ends; the answer to a version 2 client tells of it before it is there. */
export function completed(prepared: TransactionMetadata, nowMs: number): TransactionMetadata {
  const { clientTransactionVersion, nextProducerId, state } = prepared;
  const next = state === "PrepareCommit" ? "CompleteCommit" : "CompleteAbort";
  const isReplaced = bumpsEpoch(clientTransactionVersion) && nextProducerId !== NO_PRODUCER_ID;
  return transition(prepared, next, {
    ...(isReplaced && { producerId: nextProducerId, producerEpoch: 0 }),
    nextProducerId: NO_PRODUCER_ID,
    partitions: noPartitions,
    lastUpdateMs: nowMs,
  });
}

function isFor(
  marker: EndMarker,
  { state, producerId, producerEpoch }: TransactionMetadata,
  coordinatorEpoch: number,
): boolean {
  return (
    isPrepared(state) &&
    marker.producerId === producerId &&
    marker.producerEpoch === producerEpoch &&
    marker.coordinatorEpoch === coordinatorEpoch
  );
}
