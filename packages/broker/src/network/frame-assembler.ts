import { refuseFrameSize } from "./frame-refusal.ts";
import type { RequestMemory } from "./request-memory.ts";

const NOTHING = new Uint8Array(0);
const SMALLEST_BYTES = 1_024;

/** Where the frames go. */
export interface FrameSink {
  readonly requestMaxBytes: number;
  /** May a request of this API begin now? If not, it waits here until `takeLeftOver`. */
  mayBegin(apiKey: number): boolean;
  /** The connection has ended: what follows is dropped. */
  isOver(): boolean;
  /** One frame, without its size; valid until this returns. */
  frame(bytes: Uint8Array): void;
  /** The stream is no stream of frames; nothing of it is taken any longer. */
  refused(reason: string): void;
}

/**
 * Cuts a byte stream into frames.
 *
 *   0        4                4 + size
 *   ┌────────┬────────────────┬────────┬───
 *   │ size   │ header, body   │ size   │ ...      size: int32, big-endian
 *   └────────┴────────────────┴────────┴───
 *
 * Frames that arrive whole are handed on where they lie, in the buffer that all connections share.
 * Only what is left over (the beginning of a frame, or frames that must wait) is copied into a
 * buffer of the connection's own. The rest of the frame is received into that, and it is given back
 * as soon as nothing is left over.
 *
 * Invariants:
 *   0 <= start <= end <= own.length;  own is empty  <=>  nothing is left over
 *   own.length <= max(1 KiB, 8 * bytes left over), whatever size was announced
 *   what receiveInto() gave is moved or given back only by received() and release(): the network
 *   asks for it before it waits for the next bytes
 */
export class FrameAssembler {
  readonly #memory: RequestMemory;
  readonly #sink: FrameSink;
  #own: Uint8Array = NOTHING;
  #start = 0;
  #end = 0;
  #isTaking = false;
  #hasWaitingFrame = false;

  constructor(memory: RequestMemory, sink: FrameSink) {
    this.#memory = memory;
    this.#sink = sink;
  }

  /** Bytes received and not handed on. */
  get leftOverBytes(): number {
    return this.#end - this.#start;
  }

  /** Is the first frame left over a whole one that may not begin yet? */
  get hasWaitingFrame(): boolean {
    return this.#hasWaitingFrame;
  }

  /** Where the rest of an unfinished frame should land; undefined: anywhere. */
  receiveInto(): Uint8Array | undefined {
    // While frames wait their buffer may be given back at any time, so nothing may land in it.
    if (this.#own === NOTHING || this.#hasWaitingFrame) return undefined;
    const frameEnd = this.#start + announcedBytes(this.#own, this.#start, this.#end);
    const end = Math.min(this.#own.length, frameEnd);
    // Full, because there was no memory for more: what still comes is copied.
    return end === this.#end ? undefined : this.#own.subarray(this.#end, end);
  }

  /**
   * Bytes from the socket: in what `receiveInto` gave, or elsewhere and valid until this returns.
   */
  received(bytes: Uint8Array): void {
    const own = this.#own;
    if (own === NOTHING) {
      const taken = this.#takeFrames(bytes, 0, bytes.length);
      if (taken < bytes.length) this.#keep(bytes.subarray(taken));
      return;
    }
    const isInPlace =
      bytes.buffer === own.buffer && bytes.byteOffset === own.byteOffset + this.#end;
    if (!isInPlace) this.#append(bytes);
    else this.#end += bytes.length;
    this.takeLeftOver();
  }

  /** Hands on what is left over, as far as it is whole and the sink takes it. */
  takeLeftOver(): void {
    if (this.#own === NOTHING || this.#isTaking) return;
    this.#start = this.#takeFrames(this.#own, this.#start, this.#end);
    if (this.#start === this.#end) this.release();
    else this.#makeRoom();
  }

  /** Gives the own buffer back; what is left over is lost. */
  release(): void {
    // A frame that is being handled may lie in it: `takeLeftOver` comes here again after it.
    if (this.#own === NOTHING || this.#isTaking) return;
    this.#memory.giveBack(this.#own);
    this.#own = NOTHING;
    this.#start = 0;
    this.#end = 0;
    this.#hasWaitingFrame = false;
  }

  /** Returns where the first frame begins that was not taken. */
  #takeFrames(bytes: Uint8Array, from: number, to: number): number {
    this.#isTaking = true;
    this.#hasWaitingFrame = false;
    let at = from;
    while (to - at >= 4 && !this.#sink.isOver()) {
      const size = readInt32(bytes, at);
      const refusal = refuseFrameSize(size, this.#sink.requestMaxBytes);
      if (refusal !== undefined) {
        this.#sink.refused(refusal);
        break;
      }
      if (to - at - 4 < size) break;
      if (!this.#sink.mayBegin(readInt16(bytes, at + 4))) {
        this.#hasWaitingFrame = true;
        break;
      }
      this.#sink.frame(bytes.subarray(at + 4, at + 4 + size));
      at += 4 + size;
    }
    this.#isTaking = false;
    return this.#sink.isOver() ? to : at;
  }

  #keep(rest: Uint8Array): void {
    const capacity = this.#memory.hasRoom
      ? capacityFor(rest.length, announcedBytes(rest, 0, rest.length))
      : rest.length;
    this.#own = this.#memory.take(capacity);
    this.#own.set(rest);
    this.#end = rest.length;
  }

  /** A copy, for bytes that did not land in place. */
  #append(bytes: Uint8Array): void {
    const needed = this.leftOverBytes + bytes.length;
    if (needed > this.#own.length) this.#moveTo(this.#memory.take(needed));
    else if (this.#end + bytes.length > this.#own.length) this.#shiftToFront();
    this.#own.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** The unfinished frame gets room to go on, in proportion to what has come of it. */
  #makeRoom(): void {
    if (this.#end < this.#own.length) return;
    // While a frame waits for its turn, or all for memory, nothing is received.
    if (this.#hasWaitingFrame || !this.#memory.hasRoom) return;
    const announced = announcedBytes(this.#own, this.#start, this.#end);
    const capacity = capacityFor(this.leftOverBytes, announced);
    if (capacity <= this.#own.length && this.#start > 0) this.#shiftToFront();
    else this.#moveTo(this.#memory.take(capacity));
  }

  #shiftToFront(): void {
    this.#own.copyWithin(0, this.#start, this.#end);
    this.#end -= this.#start;
    this.#start = 0;
  }

  #moveTo(larger: Uint8Array): void {
    larger.set(this.#own.subarray(this.#start, this.#end));
    this.#end -= this.#start;
    this.#start = 0;
    this.#memory.giveBack(this.#own);
    this.#own = larger;
  }
}

/**
 * Room for a frame of which `heldBytes` have come. Four times as much: few copies, little trust.
 */
function capacityFor(heldBytes: number, announced: number): number {
  return Math.max(heldBytes, Math.min(announced, Math.max(SMALLEST_BYTES, 4 * heldBytes)));
}

/**
 * The whole length of the frame at `start`, size included; without end when too little has come.
 */
function announcedBytes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 4) return Number.POSITIVE_INFINITY;
  return 4 + readInt32(bytes, start);
}

function readInt32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

function readInt16(bytes: Uint8Array, at: number): number {
  return (((bytes[at]! << 8) | bytes[at + 1]!) << 16) >> 16;
}
