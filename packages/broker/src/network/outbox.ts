import type { Connection } from "@naru/runtime";

import type { AnswerWriter } from "./answer-writer.ts";
import type { ServedRequest } from "./served-request.ts";

/**
 * Answers of one connection on their way out.
 *
 *   written in this turn  ->  queued in the socket  ->  handed to the operating system
 *          (turn)                  (queued)
 *
 * Callbacks of `onSent` follow the bytes of their answer through the same two stages.
 */
export class Outbox {
  readonly #connection: Connection;
  readonly #writer: AnswerWriter;
  #turnBytes = 0;
  #turnCallbacks: (() => void)[] = [];
  #queuedBytes = 0;
  #queuedCallbacks: (() => void)[] = [];
  #isOver = false;

  constructor(connection: Connection, writer: AnswerWriter) {
    this.#connection = connection;
    this.#writer = writer;
  }

  /** Bytes of answers that the peer has not taken. */
  get unsentBytes(): number {
    return this.#turnBytes + this.#queuedBytes;
  }

  /** Writes one answer; throws what `write` throws. */
  add(request: ServedRequest, write: Parameters<AnswerWriter["frame"]>[1]): void {
    this.#turnBytes += this.#writer.frame(this, write);
    this.#turnCallbacks.push(...request.takeSentCallbacks());
  }

  /** The end of the turn: everything in one write. */
  send(chunks: Uint8Array[]): void {
    if (this.#isOver || chunks.length === 0) return;
    this.#queuedBytes += this.#turnBytes;
    this.#turnBytes = 0;
    if (this.#turnCallbacks.length > 0) {
      this.#queuedCallbacks.push(...this.#turnCallbacks);
      this.#turnCallbacks = [];
    }
    this.#connection.write(chunks);
  }

  /** All that was queued has been sent. */
  drained(): void {
    this.#queuedBytes = 0;
    const callbacks = this.#queuedCallbacks;
    if (callbacks.length === 0) return;
    this.#queuedCallbacks = [];
    for (const callback of callbacks) callback();
  }

  /** The connection is gone, and with it what was not sent. */
  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#writer.drop(this);
    this.#turnBytes = 0;
    const callbacks = this.#turnCallbacks;
    this.#turnCallbacks = [];
    this.drained();
    for (const callback of callbacks) callback();
  }
}
