import type { ErrorName } from "@naru/protocol";
import type { ReplyTo } from "../runtime/step.ts";
import { abortOngoing } from "./abort-ongoing.ts";
import { noPartitions } from "./partition-set.ts";
import { identityOf, noIdentity, type ProducerIdentity } from "./producer-identity.ts";
import type { TransactionMachine } from "./transaction-machine.ts";
import {
  EPOCH_MAX,
  isEpochExhausted,
  newTransaction,
  NO_EPOCH,
  NO_TIMESTAMP,
  transition,
  type TransactionMetadata,
} from "./transaction-metadata.ts";
import { isPrepared } from "./transaction-state.ts";
import type { TransactionStep } from "./transaction-step.ts";

export interface InitProducerId {
  readonly transactionalId: string;
  readonly timeoutMs: number;
  /** What a producer that recovers from an error has (KIP-360); a new one has nothing. */
  readonly expected: { readonly producerId: number; readonly producerEpoch: number } | undefined;
  readonly to: ReplyTo<ProducerIdentity>;
}

/** Gives a transactional producer its id and a new epoch; whoever had it before is fenced. */
export function initProducerId(
  machine: TransactionMachine,
  call: InitProducerId,
  step: TransactionStep,
): void {
  const { transactionalId } = call;
  const metadata = machine.transactions.get(transactionalId) ?? created(machine, call);
  const next =
    metadata === undefined
      ? "COORDINATOR_LOAD_IN_PROGRESS"
      : initialized(machine, { metadata, call }, step);
  if (typeof next === "string") {
    step.reply(call.to, noIdentity(next));
  } else {
    step.write({ transactionalId, metadata: next });
    step.reply(call.to, identityOf(next));
  }
}

function created(
  machine: TransactionMachine,
  { timeoutMs }: InitProducerId,
): TransactionMetadata | undefined {
  const producerId = machine.newProducerId();
  return producerId === undefined ? undefined : newTransaction(producerId, timeoutMs);
}

function initialized(
  machine: TransactionMachine,
  { metadata, call }: { readonly metadata: TransactionMetadata; readonly call: InitProducerId },
  step: TransactionStep,
): TransactionMetadata | ErrorName {
  const { transactionalId, expected } = call;
  if (isPrepared(metadata.state)) return "CONCURRENT_TRANSACTIONS";
  if (!mayBe(metadata, expected)) return "PRODUCER_FENCED";
  if (metadata.state === "Ongoing") {
    // The client asks again, and is given the epoch after the one in which this is aborted.
    const error = abortOngoing(machine, transactionalId, step);
    return error === "NONE" ? "CONCURRENT_TRANSACTIONS" : error;
  }
  const identity = nextIdentity(machine, metadata, expected);
  if (typeof identity === "string") return identity;
  return transition(metadata, "Empty", {
    ...identity,
    timeoutMs: call.timeoutMs,
    partitions: noPartitions,
    startMs: NO_TIMESTAMP,
    lastUpdateMs: step.nowMs,
  });
}

/**
 * Whether the producer can be the one that this id was given to. An id that is not the present one
 * may be the one before, when its epochs were used up: then the answer with the new id was lost.
 */
function mayBe(metadata: TransactionMetadata, expected: InitProducerId["expected"]): boolean {
  if (expected === undefined || metadata.producerEpoch === NO_EPOCH) return true;
  if (expected.producerId === metadata.producerId) return true;
  const wasExhausted = expected.producerEpoch >= EPOCH_MAX - 1;
  return expected.producerId === metadata.previousProducerId && wasExhausted;
}

type Identity = Pick<TransactionMetadata, "producerEpoch" | "lastProducerEpoch"> & {
  readonly producerId?: number;
};

function nextIdentity(
  machine: TransactionMachine,
  metadata: TransactionMetadata,
  expected: InitProducerId["expected"],
): Identity | ErrorName {
  const { producerEpoch, lastProducerEpoch } = metadata;
  const expectedEpoch = expected?.producerEpoch;
  const isPresent = expectedEpoch === undefined || expectedEpoch === producerEpoch;
  if (isEpochExhausted(metadata)) {
    // Kafka's bug, kept: a retry of the request that gave the last epoch fails like this.
    if (!isPresent) return "UNKNOWN_SERVER_ERROR";
    const producerId = machine.newProducerId();
    if (producerId === undefined) return "COORDINATOR_LOAD_IN_PROGRESS";
    const last = expected === undefined ? NO_EPOCH : producerEpoch;
    return { producerId, producerEpoch: 0, lastProducerEpoch: last };
  }
  if (expectedEpoch === undefined) {
    return { producerEpoch: producerEpoch + 1, lastProducerEpoch: NO_EPOCH };
  }
  if (producerEpoch === NO_EPOCH || isPresent) {
    return { producerEpoch: producerEpoch + 1, lastProducerEpoch: producerEpoch };
  }
  // A retry: it was given the present epoch, and did not hear of it.
  if (expectedEpoch === lastProducerEpoch) return { producerEpoch, lastProducerEpoch };
  return "PRODUCER_FENCED";
}
