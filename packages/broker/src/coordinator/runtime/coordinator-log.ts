import type { ErrorName } from "@naru/protocol";
import type { EndMarker } from "../transaction/marker-writer.ts";

/** Takes what a shard's log holds, from its start. */
export interface LoadListener {
  /** Whole batches, in the order of the log. The bytes are valid until this returns. */
  batches(bytes: Uint8Array): void;
  /** Everything that was in the log has been handed over. */
  end(): void;
  failed(error: unknown): void;
}

/** The transaction that a batch is part of, when its records count only once that is committed. */
export interface BatchTransaction {
  readonly producerId: number;
  readonly producerEpoch: number;
  /** What the partition gave when the transaction's coordinator was asked; 0 for none. */
  readonly verificationGuard: number | undefined;
}

/** What is appended besides a coordinator's own records. */
export type TransactionalWrite =
  | { readonly kind: "records"; readonly transaction: BatchTransaction }
  | { readonly kind: "marker"; readonly marker: EndMarker };

/** What a coordinator needs of its partition; the implementation is the only part that awaits. */
export interface CoordinatorLog {
  /** The largest batch that the topic takes. */
  readonly batchBytesMax: number;
  /**
   * Hands over the log in steps between which the event loop turns; at once when it is empty.
   * Returns how to end it early, after which the listener hears nothing more.
   */
  load(listener: LoadListener): () => void;
  /**
   * The error with which this would be refused if it were appended now, or NONE. Asked first: what
   * an operation has changed cannot be taken back.
   */
  refusalOf(write: TransactionalWrite): ErrorName;
  /** Appends one batch; `done` is called once, when it is durable or was refused. In order. */
  append(batch: Uint8Array, done: (error: ErrorName) => void, write?: TransactionalWrite): void;
}
