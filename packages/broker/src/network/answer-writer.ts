import { Writer } from "@naru/protocol";
import type { Clock } from "@naru/runtime";

/** Where a connection's answers go at the end of the turn. */
export interface AnswerSink {
  /** All answers of this turn, as chunks in order. */
  send(chunks: Uint8Array[]): void;
}

/**
 * The one writer of all connections. What a connection is answered within one turn of the event
 * loop leaves in one write at its end: a write for each answer costs up to sixty times as much.
 */
export class AnswerWriter {
  readonly #clock: Clock;
  readonly #writer = new Writer();
  /** Chunks of this turn, by connection. */
  readonly #turn = new Map<AnswerSink, Uint8Array[]>();
  /** Whose answers the writer holds that are not among the chunks yet. */
  #owner: AnswerSink | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Writes one frame for `sink` and returns its length. When `write` throws, nothing of the frame
   * remains, and the error is passed on.
   */
  frame(sink: AnswerSink, write: (writer: Writer) => void): number {
    const writer = this.#writer;
    if (this.#owner !== sink) {
      this.#handOver();
      this.#claim(sink);
    }
    const before = writer.size;
    const mark = writer.beginFrame();
    try {
      write(writer);
      writer.endFrame(mark);
    } catch (error) {
      // What stood before this frame goes with it; the connection is closed after a broken answer.
      writer.reset();
      throw error;
    }
    return writer.size - before;
  }

  /** Forgets what was written for a connection that has ended. */
  drop(sink: AnswerSink): void {
    if (this.#owner === sink) {
      this.#writer.reset();
      this.#owner = undefined;
    }
    this.#turn.delete(sink);
  }

  #claim(sink: AnswerSink): void {
    this.#owner = sink;
    if (this.#turn.has(sink)) return;
    if (this.#turn.size === 0) this.#clock.atEndOfTurn(this.#endTurn);
    this.#turn.set(sink, []);
  }

  #handOver(): void {
    if (this.#owner === undefined) return;
    this.#turn.get(this.#owner)?.push(...this.#writer.finish());
    this.#owner = undefined;
  }

  readonly #endTurn = (): void => {
    this.#handOver();
    const turn = [...this.#turn];
    this.#turn.clear();
    for (const [sink, chunks] of turn) sink.send(chunks);
  };
}
