import type { ErrorName } from "@naru/protocol";
import type { TopicPartition } from "./topic-partition.ts";

/** Partitions that a producer writes to, and that must be part of its transaction first. */
export interface Enrolment {
  readonly transactionalId: string;
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly partitions: readonly TopicPartition[];
  /** Older clients add partitions themselves: only ask whether they did. */
  readonly verifyOnly: boolean;
}

/**
 * What a partition's leader asks of the transaction coordinator before it takes a transactional
 * batch, as AddPartitionsToTxn 4 and later do between brokers (KIP-890).
 */
export interface TransactionEnrolment {
  /** One error for each partition, in their order. */
  enrol(enrolment: Enrolment, done: (errors: readonly ErrorName[]) => void): void;
  /**
   * Calls back once, when no end of a transaction is under way (any more), if it can be told here.
   * Returns how to give that up.
   */
  onceEnded(transactionalId: string, callback: () => void): () => void;
}
