const SMALLEST_BYTES = 1_024;

/**
 * Memory for unfinished frames and for answers, used again instead of allocated: the first touch of
 * fresh memory costs more than copying into used memory does.
 *
 * Sizes are powers of two. At most `retainBytesMax` of unused buffers are kept.
 */
export class BufferPool {
  /** Bytes in buffers that are out. */
  takenBytes = 0;
  retainedBytes = 0;
  readonly #retainBytesMax: number;
  readonly #free = new Map<number, Uint8Array[]>();

  constructor(retainBytesMax: number) {
    this.#retainBytesMax = retainBytesMax;
  }

  /** A buffer of at least `bytes`; what it holds is left over from its last use. */
  take(bytes: number): Uint8Array {
    const size = sizeFor(bytes);
    this.takenBytes += size;
    const buffer = this.#free.get(size)?.pop();
    if (buffer === undefined) return Buffer.allocUnsafeSlow(size);
    this.retainedBytes -= size;
    return buffer;
  }

  /** Takes back a buffer that `take` gave; nobody may hold a view of it any longer. */
  giveBack(buffer: Uint8Array): void {
    const size = buffer.length;
    this.takenBytes -= size;
    if (this.retainedBytes + size > this.#retainBytesMax) return;
    this.retainedBytes += size;
    const free = this.#free.get(size);
    if (free === undefined) this.#free.set(size, [buffer]);
    else free.push(buffer);
  }
}

function sizeFor(bytes: number): number {
  if (bytes <= SMALLEST_BYTES) return SMALLEST_BYTES;
  return 2 ** Math.ceil(Math.log2(bytes));
}
