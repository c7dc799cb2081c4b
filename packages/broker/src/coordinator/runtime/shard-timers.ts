import type { Clock, Timer as ClockTimer } from "@naru/runtime";
import type { TimerRequest } from "./step.ts";

/** The timers of a shard by key: data in, and an event when one is due. */
export class ShardTimers<Timer> {
  readonly #clock: Clock;
  readonly #expired: (timer: Timer) => void;
  readonly #armed = new Map<string, ClockTimer>();

  constructor(clock: Clock, expired: (timer: Timer) => void) {
    this.#clock = clock;
    this.#expired = expired;
  }

  set({ key, delayMs, event }: TimerRequest<Timer>): void {
    this.#armed.get(key)?.cancel();
    this.#armed.delete(key);
    if (event === undefined) return;
    const timer = this.#clock.schedule(delayMs, () => {
      this.#armed.delete(key);
      this.#expired(event);
    });
    this.#armed.set(key, timer);
  }

  cancelAll(): void {
    for (const timer of this.#armed.values()) timer.cancel();
    this.#armed.clear();
  }
}
