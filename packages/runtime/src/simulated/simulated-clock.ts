import { assert } from "../assert.ts";
import type { Clock, Timer } from "../clock.ts";
import { microtasksDone } from "../node/microtasks.ts";
import type { Random } from "../random.ts";
import { EventQueue } from "./event-queue.ts";
import type { QueuedEvent } from "./event-queue.ts";
import { SimulatedRandom } from "./simulated-random.ts";
import type { Trace } from "./trace.ts";

/** 2026-01-01T00:00:00Z: when every simulation begins unless told otherwise. */
const START_MS = 1_767_225_600_000;
/** A run of more events than this is taken for one that will not end. */
const EVENT_COUNT_MAX = 10_000_000;

export interface SimulatedClockOptions {
  readonly random?: Random;
  readonly trace?: Trace;
  /** Wall time at the start. */
  readonly startMs?: number;
}

/**
 * Time that passes only when everything waits: it jumps from one event to the next. Events of one
 * time happen in an order that the seed decides. Between two events all promise reactions run.
 *
 * Nothing happens on its own: a test drives it with `run`, `advance`, `runUntilIdle` or `settle`.
 */
export class SimulatedClock implements Clock {
  readonly #events = new EventQueue();
  readonly #random: Random;
  readonly #trace: Trace | undefined;
  #monotonicMs = 0;
  #wallOffsetMs: number;
  #eventCount = 0;
  #endOfTurn: (() => void)[] = [];
  #isDriven = false;

  constructor(options: SimulatedClockOptions = {}) {
    this.#random = (options.random ?? new SimulatedRandom("clock")).fork("order");
    this.#trace = options.trace;
    this.#wallOffsetMs = options.startMs ?? START_MS;
  }

  nowMs(): number {
    return Math.floor(this.#monotonicMs + this.#wallOffsetMs);
  }

  monotonicMs(): number {
    return this.#monotonicMs;
  }

  schedule(delayMs: number, callback: () => void): Timer {
    this.#eventCount += 1;
    const event: QueuedEvent = {
      atMs: this.#monotonicMs + Math.max(0, delayMs),
      tieBreak: this.#random.integer(2 ** 32),
      number: this.#eventCount,
      callback,
      isCancelled: false,
    };
    this.#events.push(event);
    return {
      cancel() {
        event.isCancelled = true;
      },
    };
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
      const timer = this.schedule(delayMs, () => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      });
      signal?.addEventListener("abort", onAbort, { once: true });
    });
  }

  atEndOfTurn(callback: () => void): void {
    this.#endOfTurn.push(callback);
  }

  /** Moves the wall clock, as an operator or NTP does; what is waited for does not notice. */
  jumpWall(byMs: number): void {
    this.#wallOffsetMs += byMs;
  }

  /** Lets time pass until the promise has settled, and returns what it brought. */
  async run<Result>(promise: Promise<Result>): Promise<Result> {
    let isSettled = false;
    const settled = (): void => {
      isSettled = true;
    };
    promise.then(settled, settled);
    await this.#drive(() => {
      if (isSettled) return "done";
      if (this.#hasNext()) return "go on";
      throw new Error(
        `simulated clock: deadlock at ${this.#monotonicMs} ms: the promise waits for something that no ` +
          "timer, disk call or connection will bring.",
      );
    });
    return promise;
  }

  /** Lets that much time pass, and all that happens in it. */
  async advance(byMs: number): Promise<void> {
    const untilMs = this.#monotonicMs + byMs;
    await this.#drive(() => (this.#hasNext(untilMs) ? "go on" : "done"));
    this.#monotonicMs = Math.max(this.#monotonicMs, untilMs);
  }

  /**
   * Lets time pass until nothing is left to happen. Never ends where a timer always sets the next.
   */
  runUntilIdle(): Promise<void> {
    return this.#drive(() => (this.#hasNext() ? "go on" : "done"));
  }

  /** Lets happen what is due now, without letting time pass. */
  settle(): Promise<void> {
    return this.advance(0);
  }

  #hasNext(untilMs = Infinity): boolean {
    if (this.#endOfTurn.length > 0) return true;
    const next = this.#events.peek();
    return next !== undefined && next.atMs <= untilMs;
  }

  async #drive(next: () => "go on" | "done"): Promise<void> {
    assert(!this.#isDriven, "the simulated clock is driven by one caller at a time");
    this.#isDriven = true;
    try {
      for (let count = 0; ; count += 1) {
        await microtasksDone();
        if (next() === "done") return;
        if (count === EVENT_COUNT_MAX) {
          throw new Error(`simulated clock: ${count} events did not bring the end.`);
        }
        this.#step();
      }
    } finally {
      this.#isDriven = false;
    }
  }

  #step(): void {
    const next = this.#events.peek();
    if (this.#endOfTurn.length > 0 && this.#endsTurn(next)) {
      this.#runEndOfTurn();
      return;
    }
    const event = this.#events.pop()!;
    this.#monotonicMs = event.atMs;
    this.#trace?.note(`event ${event.number} at ${event.atMs}`);
    event.callback();
  }

  /**
   * What is ready at the same time may be handled in the same turn or in the next: the seed
   * decides.
   */
  #endsTurn(next: QueuedEvent | undefined): boolean {
    if (next === undefined || next.atMs > this.#monotonicMs) return true;
    return this.#random.integer(2) === 0;
  }

  #runEndOfTurn(): void {
    this.#trace?.note(`end of turn at ${this.#monotonicMs}`);
    // What a callback adds belongs to this turn, too: the list grows while it is walked.
    const callbacks = this.#endOfTurn;
    for (const callback of callbacks) callback();
    this.#endOfTurn = [];
  }
}
