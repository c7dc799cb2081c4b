import type { ServedRequest } from "./served-request.ts";

/** Requests of one connection that may be under way at once. */
export const PENDING_MAX = 1_000;

/**
 * The order of one connection's answers: that of its requests.
 *
 * A request begins when nothing is under way, or when it and the last that has begun may be
 * pipelined. An answer that is ready before its turn waits.
 */
export class AnswerQueue {
  readonly #pending: ServedRequest[] = [];

  get count(): number {
    return this.#pending.length;
  }

  mayBegin(isPipelined: boolean): boolean {
    const last = this.#pending.at(-1);
    if (last === undefined) return true;
    return isPipelined && last.pipelined && this.#pending.length < PENDING_MAX;
  }

  begin(request: ServedRequest): void {
    this.#pending.push(request);
  }

  /**
   * A begun request's answer is ready: writes what the order allows; returns whether it was any.
   */
  ready(request: ServedRequest, write: () => void): boolean {
    request.write = write;
    if (this.#pending[0] !== request) return false;
    while (this.#pending[0]?.write !== undefined) this.#pending.shift()!.write!();
    return true;
  }

  /** The connection is gone. */
  abandonAll(): void {
    for (const request of this.#pending.splice(0)) request.abandon();
  }
}
