import type { Clock } from "@naru/runtime";

/** Pauses are taken once they are worth it, and an idle time is not made up for beyond this. */
const WINDOW_MS = 300;

/** Keeps the bytes that go through below a rate. */
export class Throttle {
  readonly #clock: Clock;
  readonly #bytesPerSecond: () => number;
  /** When all bytes so far would have gone through at the rate. */
  #dueMs = 0;

  constructor(clock: Clock, bytesPerSecond: () => number) {
    this.#clock = clock;
    this.#bytesPerSecond = bytesPerSecond;
  }

  /** Resolves when more may follow. */
  async passed(bytes: number, signal: AbortSignal | undefined): Promise<void> {
    const nowMs = this.#clock.monotonicMs();
    this.#dueMs = Math.max(this.#dueMs, nowMs) + (bytes * 1000) / this.#bytesPerSecond();
    const waitMs = this.#dueMs - nowMs;
    if (waitMs >= WINDOW_MS) await this.#clock.after(waitMs, signal);
  }
}
