import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";

/** How much is under way or unread in one direction: a socket's buffers, sending and receiving. */
const WINDOW_BYTES = 262_144;
const PIECE_BYTES_MAX = 65_536;

export interface PipeOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly latencyMsMax: number;
  /** True while the network carries nothing in this direction. */
  readonly isBlocked: () => boolean;
  /** Returns how many of the bytes were taken; the rest is delivered next. */
  readonly deliver: (bytes: Uint8Array) => number;
  readonly ended: () => void;
  /** The end of the stream is on its way. */
  readonly endSent: () => void;
  /** All that was written is on its way, or has arrived. */
  readonly drained: () => void;
}

/**
 * One direction of a connection: bytes arrive in the order they were written, later, and cut up in
 * another way.
 *
 *   write -> queue (the writer's memory) -> wire (copied, with a time of arrival) -> deliver
 */
export class SimulatedPipe {
  readonly #options: PipeOptions;
  readonly #queue: Uint8Array[] = [];
  readonly #wire: { bytes: Uint8Array; readonly arriveMs: number }[] = [];
  #queuedBytes = 0;
  #wireBytes = 0;
  #lastArriveMs = 0;
  /** "asked": an end was queued. "sent": it is on the wire. "arrived": the reader knows. */
  #end: "none" | "asked" | "sent" | "arrived" = "none";
  #isPaused = false;
  #isBroken = false;

  constructor(options: PipeOptions) {
    this.#options = options;
  }

  get queuedBytes(): number {
    return this.#queuedBytes;
  }

  get hasEnd(): boolean {
    return this.#end !== "none";
  }

  /** The end of the stream has been handed over: the writer has nothing left to do. */
  get isSent(): boolean {
    return this.#end === "sent" || this.#end === "arrived";
  }

  write(chunks: readonly Uint8Array[]): void {
    if (this.#end !== "none" || this.#isBroken) return;
    for (const chunk of chunks) {
      if (chunk.byteLength === 0) continue;
      this.#queue.push(chunk);
      this.#queuedBytes += chunk.byteLength;
    }
    this.#later(this.#send);
  }

  end(): void {
    if (this.#end !== "none") return;
    this.#end = "asked";
    this.#later(this.#send);
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#later(this.#arrive);
  }

  /** The network carries again: what was held back arrives. */
  unblocked(): void {
    this.#later(this.#arrive);
  }

  /** What is not under way yet is lost. */
  dropQueue(): void {
    this.#queue.length = 0;
    this.#queuedBytes = 0;
  }

  /** Nothing arrives any more. */
  break(): void {
    this.#isBroken = true;
    this.#wire.length = 0;
    this.dropQueue();
  }

  readonly #send = (): void => {
    if (this.#isBroken) return;
    const hadQueue = this.#queuedBytes > 0;
    while (this.#queue.length > 0 && this.#wireBytes < WINDOW_BYTES) {
      const first = this.#queue[0]!;
      // The copy comes this late on purpose: a writer that changes its buffer too early is found
      // out.
      const bytes = first.slice(0, this.#pieceBytes());
      if (bytes.byteLength === first.byteLength) this.#queue.shift();
      else this.#queue[0] = first.subarray(bytes.byteLength);
      this.#queuedBytes -= bytes.byteLength;
      this.#wireBytes += bytes.byteLength;
      this.#travel(bytes);
    }
    if (this.#queue.length > 0) return;
    if (hadQueue) this.#options.drained();
    if (this.#end === "asked" && !this.#isBroken) {
      this.#end = "sent";
      this.#travel(new Uint8Array(0));
      this.#options.endSent();
    }
  };

  #travel(bytes: Uint8Array): void {
    const { clock, random, latencyMsMax } = this.#options;
    const nowMs = clock.monotonicMs();
    const arriveMs = Math.max(this.#lastArriveMs, nowMs + random.next() * latencyMsMax);
    this.#lastArriveMs = arriveMs;
    this.#wire.push({ bytes, arriveMs });
    clock.schedule(arriveMs - nowMs, this.#arrive);
  }

  readonly #arrive = (): void => {
    const { clock, isBlocked, deliver, ended } = this.#options;
    if (this.#isBroken || this.#isPaused || isBlocked()) return;
    const first = this.#wire[0];
    // Subtracting and adding times again loses the last bit, so a hair's breadth counts as arrived.
    if (first === undefined || first.arriveMs > clock.monotonicMs() + 1e-6) return;
    if (first.bytes.byteLength > 0) {
      const taken = deliver(first.bytes);
      this.#wireBytes -= taken;
      first.bytes = first.bytes.subarray(taken);
      if (first.bytes.byteLength === 0) this.#wire.shift();
      // Several may have been held back; each arrives in an event of its own.
      if (this.#wire.length > 0) this.#later(this.#arrive);
      if (this.#queue.length > 0) this.#later(this.#send);
      return;
    }
    this.#wire.shift();
    this.#end = "arrived";
    ended();
  };

  #later(what: () => void): void {
    this.#options.clock.schedule(0, what);
  }

  /** Mostly large pieces, at times a few bytes: a frame may be cut anywhere. */
  #pieceBytes(): number {
    const { random } = this.#options;
    const isTiny = random.integer(8) === 0;
    return 1 + random.integer(isTiny ? 16 : PIECE_BYTES_MAX);
  }
}
