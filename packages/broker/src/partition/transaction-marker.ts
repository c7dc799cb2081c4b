import type { ErrorName } from "@naru/protocol";

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** How a transaction ends: what a coordinator tells each partition that took part in it. */
export interface EndMarker {
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly coordinatorEpoch: number;
  readonly outcome: "COMMIT" | "ABORT";
  /** The level of transaction.version: from 2 on, each marker raises the producer's epoch. */
  readonly transactionVersion: number;
}

/** Ends a transaction in partitions of this broker. */
export interface MarkerWriter {
  /**
   * `done` is called once, when the marker is durable and applied: in a partition of
   * __consumer_offsets also by the group coordinator.
   */
  write(marker: EndMarker, partition: TopicPartition, done: (error: ErrorName) => void): void;
}
