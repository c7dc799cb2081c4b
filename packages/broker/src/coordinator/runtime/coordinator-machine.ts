import type { Step } from "./step.ts";

/**
 * The state of one shard and its rules. What is durable of it changes in `replay` only, live and
 * at the load alike; nothing in it waits, and nothing in it asks for the time.
 */
export interface CoordinatorMachine<Rec, Timer, Effect = never> {
  /**
   * undefined for a record of a type that is not served: it stays in the log as it is. The bytes
   * are those of the log, read into again: what is kept of them must be a copy.
   */
  decode(key: Uint8Array, value: Uint8Array | null): Rec | undefined;
  encode(record: Rec): { readonly key: Uint8Array; readonly value: Uint8Array | null };
  replay(record: Rec): void;
  /** A record of a transaction whose end has not been read yet. */
  replayInTransaction(record: Rec, producerId: number): void;
  replayTransactionEnd(producerId: number, outcome: "COMMIT" | "ABORT"): void;
  /** After the load: the timers that the state asks for, and what a predecessor left undone. */
  loaded(step: Step<Rec, Timer, Effect>): void;
  expired(timer: Timer, step: Step<Rec, Timer, Effect>): void;
}
