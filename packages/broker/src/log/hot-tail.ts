import { BufferPool } from "./buffer-pool.ts";
import type { TailChunk } from "./tail-chunk.ts";

/** Free buffers that are kept besides the tail's own: enough for the reads of a busy moment. */
const FREE_BYTES_MAX = 33_554_432;

/**
 * The newest bytes of all logs, held in memory within one budget: what was appended is written to
 * the file from here and sent to readers from here. The oldest chunk of any log goes first; one
 * that is being sent lives until it is sent, and one that is not written yet cannot go.
 */
export class HotTail {
  readonly pool = new BufferPool({ freeBytesMax: FREE_BYTES_MAX });
  readonly #budgetBytes: number;
  /** Oldest first. */
  readonly #chunks = new Set<TailChunk>();
  #bytes = 0;

  constructor(budgetBytes: number) {
    this.#budgetBytes = budgetBytes;
  }

  /** Memory of the chunks that are in a tail now. */
  get bytes(): number {
    return this.#bytes;
  }

  add(chunk: TailChunk): void {
    this.#chunks.add(chunk);
    this.#bytes += chunk.buffer.length;
    this.makeRoom();
  }

  /** The chunk's log no longer reads from it. */
  remove(chunk: TailChunk): void {
    if (!this.#chunks.delete(chunk)) return;
    this.#bytes -= chunk.buffer.length;
    this.release(chunk);
  }

  retain(chunk: TailChunk): void {
    chunk.users += 1;
  }

  release(chunk: TailChunk): void {
    chunk.users -= 1;
    if (chunk.users === 0) this.pool.give(chunk.buffer);
  }

  /** Evicts down to the budget. Called when a chunk came, and when bytes were written. */
  makeRoom(): void {
    if (this.#bytes <= this.#budgetBytes) return;
    for (const chunk of this.#chunks) {
      if (this.#bytes <= this.#budgetBytes) return;
      if (chunk.writtenBytes === chunk.usedBytes) chunk.evict();
    }
  }
}
