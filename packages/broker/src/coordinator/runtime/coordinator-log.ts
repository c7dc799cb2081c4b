import type { ErrorName } from "@naru/protocol";

/** Takes what a shard's log holds, from its start. */
export interface LoadListener {
  /** Whole batches, in the order of the log. The bytes are valid until this returns. */
  batches(bytes: Uint8Array): void;
  /** Everything that was in the log has been handed over. */
  end(): void;
  failed(error: unknown): void;
}

/** What a coordinator needs of its partition; the implementation is the only part that awaits. */
export interface CoordinatorLog {
  /** The largest batch that the topic takes. */
  readonly batchBytesMax: number;
  /**
   * Hands over the log in steps between which the event loop turns; at once when it is empty.
   * Returns how to end it early, after which the listener hears nothing more.
   */
  load(listener: LoadListener): () => void;
  /** Appends one batch; `done` is called once, when it is durable or was refused. In order. */
  append(batch: Uint8Array, done: (error: ErrorName) => void): void;
}
