import type { ErrorName } from "@naru/protocol";
import type { TopicPartition } from "./topic-partition.ts";

/** What ends a transaction in each of its partitions. */
export interface EndMarker {
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly coordinatorEpoch: number;
  readonly outcome: "COMMIT" | "ABORT";
  readonly transactionVersion: number;
}

/** How the transaction coordinator reaches the partitions of a transaction that is decided. */
export interface MarkerWriter {
  /** `done` is called once, when the marker is durable and applied, or was refused. */
  write(marker: EndMarker, partition: TopicPartition, done: (error: ErrorName) => void): void;
}
