/** The smallest buffer: an idle log holds little. */
const SMALLEST_BYTES = 16_384;
/** Larger ones are made for their use and then dropped. */
const LARGEST_POOLED_BYTES = 4_194_304;

/**
 * Buffers by powers of two. The first touch of fresh memory costs more than the read that fills it,
 * so nothing on the path of a record allocates: it borrows here and gives back.
 */
export class BufferPool {
  readonly #free = new Map<number, Uint8Array[]>();
  readonly #freeBytesMax: number;
  #freeBytes = 0;

  constructor(options: { freeBytesMax: number }) {
    this.#freeBytesMax = options.freeBytesMax;
  }

  /** At least `bytes` long; what it holds is of no meaning. */
  take(bytes: number): Uint8Array {
    const size = sizeFor(bytes);
    const buffer = this.#free.get(size)?.pop();
    // Not zeroed, and a plain array: `slice` of a Buffer would be a view.
    if (buffer === undefined) return new Uint8Array(Buffer.allocUnsafeSlow(size).buffer);
    this.#freeBytes -= size;
    return buffer;
  }

  give(buffer: Uint8Array): void {
    const size = buffer.length;
    if (size > LARGEST_POOLED_BYTES || this.#freeBytes + size > this.#freeBytesMax) return;
    const list = this.#free.get(size);
    if (list === undefined) this.#free.set(size, [buffer]);
    else list.push(buffer);
    this.#freeBytes += size;
  }
}

function sizeFor(bytes: number): number {
  if (bytes <= SMALLEST_BYTES) return SMALLEST_BYTES;
  return 2 ** Math.ceil(Math.log2(bytes));
}
