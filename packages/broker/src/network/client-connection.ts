import type { Writer } from "@naru/protocol";
import type { Clock, Connection, NetworkError, Receiver } from "@naru/runtime";

import type { ClientSoftware } from "./api.ts";
import { AnswerQueue } from "./answer-queue.ts";
import type { AnswerWriter } from "./answer-writer.ts";
import { FrameAssembler, type FrameSink } from "./frame-assembler.ts";
import type { NetworkLimits } from "./network-limits.ts";
import { Outbox } from "./outbox.ts";
import { ReadingTime } from "./reading-time.ts";
import type { Requester, RequestDispatch } from "./request-dispatch.ts";
import type { MemoryOwner, RequestMemory } from "./request-memory.ts";
import type { ServedRequest } from "./served-request.ts";

export interface ConnectionName {
  readonly listenerName: string;
  readonly connectionId: string;
}

/** What all connections of a server share. */
export interface SharedByConnections {
  readonly clock: Clock;
  readonly dispatch: RequestDispatch;
  readonly memory: RequestMemory;
  readonly writer: AnswerWriter;
  limits: NetworkLimits;
  /** A line for the operator: a client's connection was ended because of what it sent. */
  warn(message: string): void;
  /** The connection has to be looked at at this (monotonic) time, or earlier. */
  lookAgainAt(atMs: number): void;
  ended(connection: ClientConnection): void;
}

/**
 * One client's connection: frames in, answers out, in order, and never more than one may take.
 *
 *   open ──> ending (no request is taken any longer; what is queued is sent) ──> over
 *     └──────────────────────────────────────────────────────────────────────────^
 *
 * Reading pauses while a frame waits for its turn, while the peer does not read its answers, while
 * the memory for requests is used up, and for good once the connection is ending.
 */
export class ClientConnection implements Receiver, FrameSink, Requester, MemoryOwner {
  readonly clientHost: string;
  readonly listenerName: string;
  readonly connectionId: string;
  readonly principal = "User:ANONYMOUS";
  readonly clientSoftware: ClientSoftware = { name: "unknown", version: "unknown" };
  readonly #shared: SharedByConnections;
  readonly #connection: Connection;
  readonly #frames: FrameAssembler;
  readonly #answers = new AnswerQueue();
  readonly #outbox: Outbox;
  readonly #time: ReadingTime;
  #state: "open" | "ending" | "over" = "open";
  #isPaused = false;
  /** Ending because the server closes, not because of what the client sent. */
  #isGraceful = false;
  #endingUntilMs = Number.POSITIVE_INFINITY;

  constructor(shared: SharedByConnections, connection: Connection, name: ConnectionName) {
    this.#shared = shared;
    this.#connection = connection;
    this.clientHost = connection.remoteHost;
    this.listenerName = name.listenerName;
    this.connectionId = name.connectionId;
    this.#frames = new FrameAssembler(shared.memory, this);
    this.#outbox = new Outbox(connection, shared.writer);
    this.#time = new ReadingTime(shared.clock.monotonicMs());
  }

  // The bytes (Receiver).

  receiveInto(): Uint8Array | undefined {
    return this.#frames.receiveInto();
  }

  received(bytes: Uint8Array): void {
    if (this.#state !== "open") return;
    this.#frames.received(bytes);
    this.#afterFrames();
  }

  drained(): void {
    if (this.#state === "over") return;
    this.#outbox.drained();
    this.#time.active(this.#shared.clock.monotonicMs());
    this.#takeWaiting();
  }

  closed(_error: NetworkError | undefined): void {
    this.#end();
  }

  memoryFreed(): void {
    this.#afterFrames();
  }

  // The frames (FrameSink).

  get requestMaxBytes(): number {
    return this.#shared.limits.requestMaxBytes;
  }

  isOver(): boolean {
    return this.#state !== "open";
  }

  mayBegin(apiKey: number): boolean {
    if (this.#isBacklogged()) return false;
    if (this.#answers.count === 0) return true;
    return this.#answers.mayBegin(this.#shared.dispatch.isPipelined(apiKey));
  }

  frame(bytes: Uint8Array): void {
    try {
      this.#shared.dispatch.serve(bytes, this);
    } catch (error) {
      this.#broken(error);
    }
  }

  refused(reason: string): void {
    this.#shared.warn(`${this.connectionId}: the client ${reason}. The connection is closed.`);
    this.destroy();
  }

  // The requests (Requester).

  begin(request: ServedRequest): void {
    request.hasBegun = true;
    this.#answers.begin(request);
  }

  answer(request: ServedRequest, write: ((writer: Writer) => void) | undefined): void {
    if (this.#state === "over") {
      request.abandon();
      return;
    }
    if (!request.hasBegun) {
      // Answered at once. With others under way it waits behind them.
      if (this.#answers.count === 0) return this.#write(request, write);
      this.begin(request);
    }
    const wasWritten = this.#answers.ready(request, () => this.#write(request, write));
    if (wasWritten) this.#takeWaiting();
  }

  closeConnection(reason: string): void {
    if (this.#state !== "open") return;
    this.#shared.warn(`${this.connectionId}: ${reason}. The connection is closed.`);
    this.#startEnding();
    // After the answers of this turn: those that it has now, and the one to the request that ends
    // it.
    const { clock } = this.#shared;
    clock.atEndOfTurn(() => clock.atEndOfTurn(() => this.#connection.end()));
  }

  // The server.

  /** Finishes what is under way, and takes nothing new. */
  closeGracefully(): void {
    if (this.#state !== "open") return;
    this.#isGraceful = true;
    this.#startEnding();
    this.#endWhenAnswered();
  }

  /** Ends at once. */
  destroy(): void {
    if (this.#state === "over") return;
    this.#connection.destroy();
    this.#end();
  }

  /** Ends the connection if one of its times is up; returns when to look again. */
  checkTime(nowMs: number): number {
    const { limits } = this.#shared;
    if (this.#state === "ending") {
      // A peer that neither reads nor ends is not waited for.
      if (nowMs >= this.#endingUntilMs && !this.#isGraceful) this.destroy();
      return this.#endingUntilMs > nowMs ? this.#endingUntilMs : Number.POSITIVE_INFINITY;
    }
    const finding = this.#time.check(nowMs, limits);
    if (finding === "frame") {
      const received = this.#frames.leftOverBytes;
      this.refused(
        `has sent ${received} bytes of a frame and no 64 KiB more of it within ` +
          `${limits.frameTimeoutMs} ms (naru.frame.timeout.ms)`,
      );
    } else if (finding === "idle" && this.#answers.count === 0) {
      // An idle client is no fault: Kafka closes it without a word, too.
      this.destroy();
    } else if (finding === "idle") {
      this.#time.active(nowMs);
    }
    return this.#time.nextMs(limits);
  }

  /** After bytes were taken, or may be taken again: what is left over, and whether to read on. */
  #afterFrames(): void {
    if (this.#state !== "open") return;
    const nowMs = this.#shared.clock.monotonicMs();
    const isReading = this.#updateReading();
    this.#time.frameHas(isReading ? this.#frames.leftOverBytes : 0, nowMs);
    if (this.#frames.leftOverBytes === 0) this.#shared.memory.released(this);
    else this.#shared.lookAgainAt(this.#time.nextMs(this.#shared.limits));
  }

  /** An answer has left or has been taken by the peer: frames that wait may have their turn. */
  #takeWaiting(): void {
    if (this.#state === "ending") this.#endWhenAnswered();
    if (this.#state !== "open" || !this.#isPaused) return;
    this.#frames.takeLeftOver();
    this.#afterFrames();
  }

  #updateReading(): boolean {
    const mayRead =
      !this.#frames.hasWaitingFrame &&
      !this.#isBacklogged() &&
      (this.#frames.leftOverBytes === 0 || this.#shared.memory.mayReceive(this));
    if (mayRead === this.#isPaused) {
      this.#isPaused = !mayRead;
      if (mayRead) this.#connection.resume();
      else this.#connection.pause();
    }
    return mayRead;
  }

  #endWhenAnswered(): void {
    if (!this.#isGraceful || this.#answers.count > 0 || this.#outbox.unsentBytes > 0) return;
    this.#connection.end();
  }

  /**
   * From here on what is received is dropped, and read only to see the peer's end. The frames'
   * buffer is kept: the network may have been told to receive into it.
   */
  #startEnding(): void {
    this.#state = "ending";
    if (this.#isPaused) this.#connection.resume();
    this.#isPaused = false;
    const { clock, limits } = this.#shared;
    this.#endingUntilMs = clock.monotonicMs() + limits.frameTimeoutMs;
    this.#shared.lookAgainAt(this.#endingUntilMs);
  }

  #end(): void {
    if (this.#state === "over") return;
    this.#state = "over";
    this.#frames.release();
    this.#shared.memory.released(this);
    this.#answers.abandonAll();
    this.#outbox.close();
    this.#shared.ended(this);
  }

  #isBacklogged(): boolean {
    return this.#outbox.unsentBytes > this.#shared.limits.responseBacklogBytes;
  }

  #write(request: ServedRequest, write: ((writer: Writer) => void) | undefined): void {
    if (this.#state === "over") {
      request.abandon();
      return;
    }
    if (write === undefined) {
      for (const callback of request.takeSentCallbacks()) callback();
      return;
    }
    try {
      this.#outbox.add(request, write);
    } catch (error) {
      this.#broken(error);
      // No longer among those under way: nobody else would tell who lent memory to the answer.
      request.abandon();
    }
  }

  /** An error of our own: this connection cannot go on, the others can. */
  #broken(error: unknown): void {
    const stack = error instanceof Error ? error.stack : String(error);
    this.#shared.warn(`${this.connectionId}: a request failed inside the broker: ${stack}`);
    this.destroy();
  }
}
