import type { ErrorName } from "@naru/protocol";
import { hasPartition, withPartitions } from "./partition-set.ts";
import type { TopicPartition } from "./topic-partition.ts";
import type { TransactionMachine } from "./transaction-machine.ts";
import { transition, type TransactionMetadata } from "./transaction-metadata.ts";
import { isIdle, isPrepared } from "./transaction-state.ts";
import type { TransactionStep } from "./transaction-step.ts";

export interface AddPartitions {
  readonly transactionalId: string;
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly partitions: readonly TopicPartition[];
  /** 2 when a broker adds them for its client (AddPartitionsToTxn 4 and later), else 0. */
  readonly clientTransactionVersion: number;
}

/** Partitions become part of the transaction; the first begin it. All or none. */
export function addPartitions(
  machine: TransactionMachine,
  call: AddPartitions,
  step: TransactionStep,
): ErrorName {
  const { transactionalId, partitions, clientTransactionVersion } = call;
  const metadata = machine.transactions.get(transactionalId);
  if (metadata === undefined) return "INVALID_PRODUCER_ID_MAPPING";
  if (isPrepared(metadata.state)) return "CONCURRENT_TRANSACTIONS";
  const error = producerError(metadata, call);
  if (error !== undefined) return error;
  const isPresent = partitions.every((partition) => hasPartition(metadata.partitions, partition));
  if (metadata.state === "Ongoing" && isPresent) return "NONE";
  // The records of transaction.version 0 cannot say by whose rules the transaction runs.
  if (clientTransactionVersion > 0 && machine.config.transactionVersion === 0) {
    return "UNSUPPORTED_VERSION";
  }
  const ongoing = transition(metadata, "Ongoing", {
    partitions: withPartitions(metadata.partitions, partitions),
    startMs: isIdle(metadata.state) ? step.nowMs : metadata.startMs,
    lastUpdateMs: step.nowMs,
    clientTransactionVersion,
  });
  step.write({ transactionalId, metadata: ongoing });
  return "NONE";
}

/** Whether an older client has added each of the partitions that it writes to. */
export function verifyPartitions(
  machine: TransactionMachine,
  call: Omit<AddPartitions, "clientTransactionVersion">,
): ErrorName[] {
  const metadata = machine.transactions.get(call.transactionalId);
  const error =
    metadata === undefined ? "INVALID_PRODUCER_ID_MAPPING" : verificationError(metadata, call);
  return call.partitions.map((partition) => {
    if (error !== undefined) return error;
    return hasPartition(metadata!.partitions, partition) ? "NONE" : "TRANSACTION_ABORTABLE";
  });
}

function verificationError(
  metadata: TransactionMetadata,
  call: Omit<AddPartitions, "clientTransactionVersion">,
): ErrorName | undefined {
  const error = producerError(metadata, call);
  if (error !== undefined) return error;
  return isPrepared(metadata.state) ? "CONCURRENT_TRANSACTIONS" : undefined;
}

function producerError(
  metadata: TransactionMetadata,
  { producerId, producerEpoch }: Pick<AddPartitions, "producerId" | "producerEpoch">,
): ErrorName | undefined {
  if (metadata.producerId !== producerId) return "INVALID_PRODUCER_ID_MAPPING";
  return metadata.producerEpoch === producerEpoch ? undefined : "PRODUCER_FENCED";
}
