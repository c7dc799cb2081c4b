import type { ErrorName } from "@naru/protocol";
import type { AppendResult } from "../log/log.ts";

type Done = (error: ErrorName, result: AppendResult) => void;

interface PendingAck {
  readonly baseOffset: number;
  /** Answered once the high watermark is here: one past the batch's last offset. */
  readonly requiredOffset: number;
  readonly result: AppendResult;
  readonly done: Done;
}

/**
 * The acks=all appends of a partition that are not answered yet, oldest first. They also hold the
 * high watermark back: it may not pass the first of them that is not synced.
 */
export class PendingAcks {
  #waiting: PendingAck[] = [];

  add(result: AppendResult, done: Done): void {
    const { firstOffset: baseOffset, lastOffset } = result;
    const ack = { baseOffset, requiredOffset: lastOffset + 1, result, done };
    // Nearly always the newest. A producer that sends again what still waits comes in between.
    const before = this.#waiting.findLastIndex((other) => other.baseOffset <= baseOffset);
    if (before === this.#waiting.length - 1) this.#waiting.push(ack);
    else this.#waiting.splice(before + 1, 0, ack);
  }

  /** The offset that a sync must reach to answer all who wait; -1 when nobody does. */
  get lastRequired(): number {
    return this.#waiting.at(-1)?.requiredOffset ?? -1;
  }

  /** The highest offset that the high watermark may have, given what is synced and written. */
  barrier(syncedEndOffset: number, writtenEndOffset: number): number {
    for (const { baseOffset, requiredOffset } of this.#waiting) {
      if (requiredOffset > syncedEndOffset) return Math.min(baseOffset, writtenEndOffset);
    }
    return writtenEndOffset;
  }

  /**
   * Answers those that end at or below `offset`, which is committed and as durable as it must be.
   */
  complete(offset: number): void {
    let passed = 0;
    for (const { requiredOffset } of this.#waiting) {
      if (requiredOffset > offset) break;
      passed += 1;
    }
    if (passed === 0) return;
    for (const ack of this.#waiting.splice(0, passed)) ack.done("NONE", ack.result);
  }

  /** The batch at `baseOffset` did not reach the disk and is not in the log. */
  fail(baseOffset: number, error: ErrorName): void {
    const failed = this.#waiting.filter((ack) => ack.baseOffset === baseOffset);
    this.#waiting = this.#waiting.filter((ack) => ack.baseOffset !== baseOffset);
    for (const ack of failed) ack.done(error, ack.result);
  }

  failAll(error: ErrorName): void {
    for (const ack of this.#waiting.splice(0)) ack.done(error, ack.result);
  }
}
