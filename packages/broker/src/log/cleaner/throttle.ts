import type { Clock } from "@naru/runtime";

/** A pause is taken once it is this long. */
const WINDOW_MS = 300;

/** Keeps the bytes that go through below a rate; what was not used is not made up for. */
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
    const bytesPerSecond = Math.max(1, this.#bytesPerSecond());
    this.#dueMs = Math.max(this.#dueMs, nowMs) + (bytes * 1000) / bytesPerSecond;
    const waitMs = this.#dueMs - nowMs;
    if (waitMs >= WINDOW_MS) await this.#clock.after(waitMs, signal);
  }
}
