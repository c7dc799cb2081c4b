import type { Step } from "../runtime/step.ts";
import type { EndMarker } from "./marker-writer.ts";
import type { TopicPartition } from "./topic-partition.ts";
import type { TransactionRecord } from "./transaction-record.ts";

/** What a timer of a shard of `__transaction_state` means when it is due. */
export type TransactionTimer =
  /** Look for transactions that are open for longer than their producer allowed. */
  | { readonly kind: "find-timed-out" }
  /** One was found; in an operation of its own, as each of Kafka's is. */
  | {
      readonly kind: "abort-timed-out";
      readonly transactionalId: string;
      readonly producerId: number;
      readonly producerEpoch: number;
    }
  | { readonly kind: "send-markers"; readonly transactionalId: string }
  | { readonly kind: "expire-ids" };

/** Ids may hold any character but this one in practice; it keeps keys apart. */
const SEPARATOR = "\u0000";

/** The keys by which timers are replaced and cancelled. */
export const timerKeys = {
  findTimedOut: "find-timed-out",
  abortTimedOut: (transactionalId: string): string =>
    ["abort-timed-out", transactionalId].join(SEPARATOR),
  sendMarkers: (transactionalId: string): string =>
    ["send-markers", transactionalId].join(SEPARATOR),
  expireIds: "expire-ids",
} as const;

/** A transaction is decided: these partitions are to be told, and their answers brought back. */
export interface SendMarkers {
  readonly transactionalId: string;
  readonly marker: EndMarker;
  readonly partitions: readonly TopicPartition[];
}

/** One operation on a shard of `__transaction_state`. */
export type TransactionStep = Step<TransactionRecord, TransactionTimer, SendMarkers>;
