import type { Clock } from "@naru/runtime";
import type { Io } from "./io.ts";

const EVERY_MS = 250;
/** Records between two looks at the clock. */
const EVERY_COUNT = 256;

/** Counts what a command moves, and tells a person about it while it does. */
export class Progress {
  readonly #io: Io;
  readonly #clock: Clock;
  readonly #verb: string;
  readonly #startMs: number;
  #toldMs: number;
  records = 0;
  bytes = 0;
  readonly byPartition = new Map<number, number>();

  constructor(io: Io, clock: Clock, verb: string) {
    this.#io = io;
    this.#clock = clock;
    this.#verb = verb;
    this.#startMs = clock.monotonicMs();
    this.#toldMs = this.#startMs;
  }

  count(partition: number, bytes: number): void {
    this.records += 1;
    this.bytes += bytes;
    this.byPartition.set(partition, (this.byPartition.get(partition) ?? 0) + 1);
    if (!this.#io.isWatched || this.records % EVERY_COUNT !== 0) return;
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - this.#toldMs < EVERY_MS) return;
    this.#toldMs = nowMs;
    this.#io.progress(`${this.#verb} ${this.#summary()}`);
  }

  /** Tells a person what it came to. */
  finish(topic: string): void {
    if (!this.#io.isWatched) return;
    const where = [...this.byPartition].toSorted(([a], [b]) => a - b);
    const shares = where.map(([partition, records]) => `${partition}: ${grouped(records)}`);
    this.#io.err(`${this.#verb} ${this.#summary()}.`);
    if (where.length > 1) this.#io.err(`${topic}, by partition: ${shares.join(", ")}`);
  }

  /** The same for a program. */
  totals(topic: string): object {
    return {
      topic,
      records: this.records,
      bytes: this.bytes,
      seconds: Math.round(this.#elapsedMs()) / 1_000,
      partitions: Object.fromEntries([...this.byPartition].toSorted(([a], [b]) => a - b)),
    };
  }

  #elapsedMs(): number {
    return this.#clock.monotonicMs() - this.#startMs;
  }

  #summary(): string {
    const perSecond = Math.round((this.records * 1_000) / Math.max(1, this.#elapsedMs()));
    const records = `${grouped(this.records)} record${this.records === 1 ? "" : "s"}`;
    return `${records}, ${inUnits(this.bytes)}, ${grouped(perSecond)} a second`;
  }
}

function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

function inUnits(bytes: number): string {
  const units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
  let amount = bytes;
  let unit = 0;
  while (amount >= 1_024 && unit < units.length - 1) {
    amount /= 1_024;
    unit += 1;
  }
  return `${unit === 0 ? amount : amount.toFixed(1)} ${units[unit]}`;
}
