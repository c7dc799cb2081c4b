import type { Clock, Timer } from "../clock.ts";

/** The longest delay that Node's own timers keep; they fire at once for a longer one. */
const NODE_DELAY_MS_MAX = 2 ** 31 - 1;

/** The machine's clock and the event loop's timers. */
export class NodeClock implements Clock {
  #endOfTurn: (() => void)[] = [];

  nowMs(): number {
    return Date.now();
  }

  monotonicMs(): number {
    return performance.now();
  }

  schedule(delayMs: number, callback: () => void): Timer {
    return new NodeTimer(callback, { delayMs, keepsAlive: false });
  }

  after(delayMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason);
        return;
      }
      const onAbort = (): void => {
        timer.cancel();
        reject(signal?.reason);
      };
      const onTime = (): void => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      };
      const timer = new NodeTimer(onTime, { delayMs, keepsAlive: true });
      signal?.addEventListener("abort", onAbort, { once: true });
    });
  }

  atEndOfTurn(callback: () => void): void {
    this.#endOfTurn.push(callback);
    // One immediate serves all callbacks of a turn: a round of its own costs 1.3 us each. It keeps
    // the process alive, for somebody waits for what it does.
    if (this.#endOfTurn.length === 1) setImmediate(this.#runEndOfTurn);
  }

  readonly #runEndOfTurn = (): void => {
    let done = 0;
    try {
      // What a callback adds belongs to this turn, too: the list grows while it is walked.
      while (done < this.#endOfTurn.length) {
        done += 1;
        this.#endOfTurn[done - 1]!();
      }
    } finally {
      // Some are left only when a callback threw: they still run, in order, in the next turn.
      this.#endOfTurn = this.#endOfTurn.slice(done);
      if (this.#endOfTurn.length > 0) setImmediate(this.#runEndOfTurn);
    }
  };
}

/** Fires by the monotonic clock: Node's timer alone may come up to a millisecond early. */
class NodeTimer implements Timer {
  readonly #dueMs: number;
  readonly #callback: () => void;
  readonly #keepsAlive: boolean;
  #timeout: NodeJS.Timeout | undefined;

  constructor(callback: () => void, options: { delayMs: number; keepsAlive: boolean }) {
    this.#dueMs = performance.now() + options.delayMs;
    this.#callback = callback;
    this.#keepsAlive = options.keepsAlive;
    this.#arm(options.delayMs);
  }

  cancel(): void {
    clearTimeout(this.#timeout);
    this.#timeout = undefined;
  }

  #arm(delayMs: number): void {
    const stepMs = Math.max(1, Math.min(Math.ceil(delayMs), NODE_DELAY_MS_MAX));
    this.#timeout = setTimeout(this.#onTimeout, stepMs);
    if (!this.#keepsAlive) this.#timeout.unref();
  }

  readonly #onTimeout = (): void => {
    const leftMs = this.#dueMs - performance.now();
    if (leftMs > 0) {
      this.#arm(leftMs);
      return;
    }
    this.#timeout = undefined;
    this.#callback();
  };
}
