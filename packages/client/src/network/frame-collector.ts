/** What a response may be at most: Kafka's clients take 2 GiB, we stay below half of that. */
const FRAME_BYTES_MAX = 1 << 30;
const SIZE_BYTES = 4;

/**
 * Cuts a byte stream into frames: int32 size, then as many bytes. Each frame gets memory of its
 * own: what is decoded from it (records above all) are views that outlive the next read.
 */
export class FrameCollector {
  readonly #onFrame: (frame: Uint8Array) => void;
  readonly #size = new Uint8Array(SIZE_BYTES);
  #sizeBytes = 0;
  #frame: Uint8Array | undefined;
  #frameBytes = 0;

  constructor(onFrame: (frame: Uint8Array) => void) {
    this.#onFrame = onFrame;
  }

  /** The free part of the frame in the making: the network may write straight into it. */
  get free(): Uint8Array | undefined {
    return this.#frame?.subarray(this.#frameBytes);
  }

  /** Bytes that lie in `free` already, or anywhere else. Throws on a size that cannot be. */
  add(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.#frame === undefined) at += this.#addSize(bytes, at);
      else at += this.#addBody(this.#frame, bytes, at);
    }
  }

  #addSize(bytes: Uint8Array, at: number): number {
    const count = Math.min(SIZE_BYTES - this.#sizeBytes, bytes.length - at);
    this.#size.set(bytes.subarray(at, at + count), this.#sizeBytes);
    this.#sizeBytes += count;
    if (this.#sizeBytes === SIZE_BYTES) {
      const [a = 0, b = 0, c = 0, d = 0] = this.#size;
      const size = (a << 24) | (b << 16) | (c << 8) | d;
      if (size < 0 || size > FRAME_BYTES_MAX) {
        throw new RangeError(
          `a response announces ${size} bytes, expected 0 to ${FRAME_BYTES_MAX}: is this a Kafka broker?`,
        );
      }
      this.#sizeBytes = 0;
      this.#frame = new Uint8Array(size);
      this.#frameBytes = 0;
      if (size === 0) this.#finish(this.#frame);
    }
    return count;
  }

  #addBody(frame: Uint8Array, bytes: Uint8Array, at: number): number {
    const count = Math.min(frame.length - this.#frameBytes, bytes.length - at);
    const isInPlace =
      bytes.buffer === frame.buffer && bytes.byteOffset === frame.byteOffset + this.#frameBytes;
    if (!isInPlace) frame.set(bytes.subarray(at, at + count), this.#frameBytes);
    this.#frameBytes += count;
    if (this.#frameBytes === frame.length) this.#finish(frame);
    return count;
  }

  #finish(frame: Uint8Array): void {
    this.#frame = undefined;
    this.#onFrame(frame);
  }
}
