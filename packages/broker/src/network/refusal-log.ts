import type { Clock, Logger } from "@naru/runtime";

const WINDOW_MS = 10_000;
const LINES_PER_WINDOW = 10;

/**
 * One log line for each connection that was refused or cut, a few per window: a client in a loop
 * must not fill the operator's disk.
 */
export class RefusalLog {
  readonly #clock: Clock;
  readonly #logger: Logger;
  #windowEndsMs = 0;
  #lines = 0;
  #suppressed = 0;

  constructor(clock: Clock, logger: Logger) {
    this.#clock = clock;
    this.#logger = logger;
  }

  warn(message: string): void {
    const nowMs = this.#clock.monotonicMs();
    if (nowMs >= this.#windowEndsMs) this.#openWindow(nowMs);
    if (this.#lines >= LINES_PER_WINDOW) {
      this.#suppressed += 1;
      return;
    }
    this.#lines += 1;
    this.#logger.warn(message);
  }

  #openWindow(nowMs: number): void {
    if (this.#suppressed > 0) {
      this.#logger.warn(
        `${this.#suppressed} more connections were refused or closed; their lines were left out.`,
      );
    }
    this.#windowEndsMs = nowMs + WINDOW_MS;
    this.#lines = 0;
    this.#suppressed = 0;
  }
}
