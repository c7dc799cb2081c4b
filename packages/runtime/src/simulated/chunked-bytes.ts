/** The first chunk of a file; each further one is twice as large, up to the largest. */
const CHUNK_BYTES_MIN = 4096;
const CHUNK_BYTES_MAX = 1_048_576;

/**
 * The bytes of one file in memory. Growing copies nothing: a new chunk comes behind the old ones.
 */
export class ChunkedBytes {
  readonly #chunks: Uint8Array[] = [];
  /** Where each chunk begins. */
  readonly #starts: number[] = [];
  #room = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Overwrites and lengthens; a gap between the old end and `position` reads as zero bytes. */
  write(position: number, bytes: Uint8Array): void {
    const end = position + bytes.byteLength;
    this.#reserve(end);
    let done = 0;
    for (let at = this.#chunkAt(position); done < bytes.byteLength; at += 1) {
      const chunk = this.#chunks[at]!;
      const from = position + done - this.#starts[at]!;
      const part = bytes.subarray(done, done + chunk.byteLength - from);
      chunk.set(part, from);
      done += part.byteLength;
    }
    this.#length = Math.max(this.#length, end);
  }

  /** Fills `target` as far as there are bytes, and says how many there were. */
  read(target: Uint8Array, position: number): number {
    const bytes = Math.max(0, Math.min(target.byteLength, this.#length - position));
    let done = 0;
    for (let at = this.#chunkAt(position); done < bytes; at += 1) {
      const from = position + done - this.#starts[at]!;
      const part = this.#chunks[at]!.subarray(from, from + bytes - done);
      target.set(part, done);
      done += part.byteLength;
    }
    return bytes;
  }

  /** Cuts, or lengthens with zero bytes. */
  truncate(length: number): void {
    if (length > this.#length) {
      this.#reserve(length);
    } else {
      while (this.#starts.length > 0 && this.#starts.at(-1)! >= length) {
        this.#room = this.#starts.pop()!;
        this.#chunks.pop();
      }
      // What lies behind the end must read as zero when the file grows over it again.
      if (this.#room > length) this.#chunks.at(-1)!.fill(0, length - this.#starts.at(-1)!);
    }
    this.#length = length;
  }

  /** All of it, in one piece. */
  toBytes(): Uint8Array {
    const bytes = new Uint8Array(this.#length);
    this.read(bytes, 0);
    return bytes;
  }

  copy(): ChunkedBytes {
    const copy = new ChunkedBytes();
    copy.write(0, this.toBytes());
    return copy;
  }

  #reserve(bytes: number): void {
    while (this.#room < bytes) {
      const previous = this.#chunks.at(-1)?.byteLength ?? CHUNK_BYTES_MIN / 2;
      const size = Math.min(previous * 2, CHUNK_BYTES_MAX);
      this.#chunks.push(new Uint8Array(size));
      this.#starts.push(this.#room);
      this.#room += size;
    }
  }

  #chunkAt(position: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= position) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}
