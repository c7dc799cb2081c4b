import { partitionsOf } from "./partition-set.ts";
import type { TopicPartition } from "./topic-partition.ts";
import type { TransactionMachine } from "./transaction-machine.ts";
import type { TransactionMetadata } from "./transaction-metadata.ts";
import type { TransactionStep } from "./transaction-step.ts";
import { UnansweredMarkers } from "./unanswered-markers.ts";

/** A transaction was decided, or found decided in the log: all its partitions are told. */
export function sendMarkers(
  machine: TransactionMachine,
  transactionalId: string,
  step: TransactionStep,
): void {
  const metadata = machine.transactions.get(transactionalId)!;
  const partitions = [...partitionsOf(metadata.partitions)];
  machine.unanswered.set(transactionalId, new UnansweredMarkers(partitions));
  send({ machine, transactionalId, metadata, partitions }, step);
}

/** Those whose answer was that they cannot write it now. */
export function sendMarkersAgain(
  machine: TransactionMachine,
  transactionalId: string,
  step: TransactionStep,
): void {
  const metadata = machine.transactions.get(transactionalId);
  const partitions = machine.unanswered.get(transactionalId)?.takeFailed() ?? [];
  if (metadata === undefined || partitions.length === 0) return;
  send({ machine, transactionalId, metadata, partitions }, step);
}

function send(
  what: {
    readonly machine: TransactionMachine;
    readonly transactionalId: string;
    readonly metadata: TransactionMetadata;
    readonly partitions: readonly TopicPartition[];
  },
  step: TransactionStep,
): void {
  const { machine, transactionalId, metadata, partitions } = what;
  const { producerId, producerEpoch, state, clientTransactionVersion } = metadata;
  const marker = {
    producerId,
    producerEpoch,
    coordinatorEpoch: machine.coordinatorEpoch,
    outcome: state === "PrepareCommit" ? "COMMIT" : "ABORT",
    transactionVersion: clientTransactionVersion,
  } as const;
  step.effect({ transactionalId, marker, partitions });
}
