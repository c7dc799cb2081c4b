import type { Clock, Timer } from "@naru/runtime";
import { Fifo } from "./fifo.ts";
import type { Delivery } from "./producer-batch.ts";
import type { OutgoingRecord, ProducerRecord } from "./producer-record.ts";

/** A record that `send` was given, on its way into a batch. */
export interface Send extends Delivery {
  readonly record: ProducerRecord;
  readonly outgoing: OutgoingRecord;
}

interface Blocked {
  readonly send: Send;
  readonly deadlineMs: number;
  /** Tells a flush that the record is delivered or has failed. */
  readonly settled: PromiseWithResolvers<void>;
}

/** Puts a record into a batch and promises its end; undefined when the record must wait on. */
export type Accept = (send: Send) => Promise<void> | undefined;

/**
 * Calls of `send` that wait for metadata of their topic, or for room: by topic in their order, at
 * most `max.block.ms`.
 */
export class BlockedSends {
  readonly #clock: Clock;
  readonly #maxBlockMs: number;
  readonly #errorFor: (topic: string) => Error;
  readonly #topics = new Map<string, Fifo<Blocked>>();
  #timer: Timer | undefined;

  /** `errorFor` says what a send of this topic has waited for in vain. */
  constructor(clock: Clock, maxBlockMs: number, errorFor: (topic: string) => Error) {
    this.#clock = clock;
    this.#maxBlockMs = maxBlockMs;
    this.#errorFor = errorFor;
  }

  get isEmpty(): boolean {
    return this.#topics.size === 0;
  }

  /** Whether sends of this topic wait, so that a new one must wait behind them. */
  has(topic: string): boolean {
    return this.#topics.has(topic);
  }

  /** Resolves once all that wait now are delivered or have failed. */
  async settled(): Promise<void> {
    await Promise.all(
      [...this.#topics.values()].flatMap((queue) =>
        [...queue].map(({ settled }) => settled.promise),
      ),
    );
  }

  add(send: Send): void {
    const topic = send.record.topic;
    const queue = this.#topics.get(topic) ?? new Fifo<Blocked>();
    this.#topics.set(topic, queue);
    const deadlineMs = this.#clock.monotonicMs() + this.#maxBlockMs;
    queue.push({ send, deadlineMs, settled: Promise.withResolvers() });
    if (this.#timer === undefined) this.#arm(this.#maxBlockMs);
  }

  /** Tries those that wait, in their order. */
  retry(accept: Accept): void {
    for (const [topic, queue] of this.#topics) {
      for (let first = queue.peek(); first !== undefined; first = queue.peek()) {
        const done = accept(first.send);
        if (done === undefined) break;
        queue.shift();
        void done.then(first.settled.resolve);
      }
      if (queue.size === 0) this.#topics.delete(topic);
    }
  }

  /** Fails all that wait, of one topic or of every one. */
  reject(error: Error, topic?: string): void {
    for (const [name, queue] of this.#topics) {
      if (topic !== undefined && name !== topic) continue;
      this.#topics.delete(name);
      for (const blocked of queue) fail(blocked, error);
    }
  }

  #expire(): void {
    this.#timer = undefined;
    const nowMs = this.#clock.monotonicMs();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const [topic, queue] of this.#topics) {
      let first = queue.peek();
      for (; first !== undefined && first.deadlineMs <= nowMs; first = queue.peek()) {
        queue.shift();
        fail(first, this.#errorFor(topic));
      }
      if (first === undefined) this.#topics.delete(topic);
      else nextMs = Math.min(nextMs, first.deadlineMs);
    }
    if (nextMs === Number.POSITIVE_INFINITY) return;
    this.#arm(nextMs - nowMs);
  }

  #arm(delayMs: number): void {
    this.#timer = this.#clock.schedule(delayMs, () => this.#expire());
  }
}

function fail({ send, settled }: Blocked, error: Error): void {
  send.reject(error);
  settled.resolve();
}
