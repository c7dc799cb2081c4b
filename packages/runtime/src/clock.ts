/** A timer that has not fired yet. */
export interface Timer {
  /** Does nothing once the timer has fired. */
  cancel(): void;
}

/** Time. Wall time for what is written down, monotonic time for what is waited for. */
export interface Clock {
  /** Milliseconds since 1970, whole: record timestamps and retention. May jump. */
  nowMs(): number;
  /** Milliseconds since some start, with a fraction: time-outs and latencies. Never goes back. */
  monotonicMs(): number;
  /**
   * Calls `callback` once, not before `delayMs` have passed. Delays of any length are kept (Node's
   * own timers end at 2^31-1 ms). A pending timer does not keep the process alive.
   */
  schedule(delayMs: number, callback: () => void): Timer;
  /**
   * Resolves after `delayMs`; rejects with the signal's reason when it aborts first. Somebody waits
   * for it, so it keeps the process alive.
   */
  after(delayMs: number, signal?: AbortSignal): Promise<void>;
  /**
   * Calls `callback` once all that is ready in this turn of the event loop has been handled: what
   * many connections asked for in one turn is written together. Callbacks run in order; one that is
   * added by a running callback runs after those that wait already, at the end of this same turn
   * (so appends are written, then acknowledged, then sent, in one pass).
   */
  atEndOfTurn(callback: () => void): void;
}
