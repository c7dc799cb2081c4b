import type { Clock } from "@naru/runtime";

/** A log with bytes to be written at the end of the turn. */
export interface StagedLog {
  /** Writes what is staged. Never throws: a failure is part of what `settle` tells. */
  writeStaged(): void;
  /** Tells those who appended what became of their batches. */
  settle(): void;
}

/**
 * Gathers what is appended within one turn of the event loop. At its end each log writes once, then
 * those who appended are told, then what waits for all writes runs: high watermarks,
 * acknowledgements, fetches that wait.
 */
export class WriteTurn {
  readonly #clock: Clock;
  #logs: StagedLog[] = [];
  #callbacks: (() => void)[] = [];
  #isScheduled = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Called once for a log until it has been settled. */
  stage(log: StagedLog): void {
    this.#logs.push(log);
    this.#schedule();
  }

  /** Runs once in this turn, after the writes. */
  afterWrites(callback: () => void): void {
    this.#callbacks.push(callback);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#clock.atEndOfTurn(() => this.#run());
  }

  #run(): void {
    // What is added from here on belongs to the next pass, at the end of this same turn.
    const logs = this.#logs;
    const callbacks = this.#callbacks;
    this.#logs = [];
    this.#callbacks = [];
    this.#isScheduled = false;
    for (const log of logs) log.writeStaged();
    for (const log of logs) log.settle();
    for (const callback of callbacks) callback();
  }
}
