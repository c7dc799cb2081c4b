import { BufferPool } from "./buffer-pool.ts";

/** Unused buffers kept for the next frames. */
const RETAIN_BYTES_MAX = 16 * 1_048_576;

/** A connection that holds memory of unfinished or waiting frames. */
export interface MemoryOwner {
  /** There is room again: read on. */
  memoryFreed(): void;
}

/**
 * The memory of frames that are unfinished or wait for their turn, over all connections
 * (`queued.max.request.bytes`). A frame that is whole when it arrives is handled where it lies and
 * needs none of it.
 *
 * What has been received is always kept; a connection that finds the limit passed is read no
 * further until there is room. One of them, the favoured one, may finish its frame all the same:
 * otherwise many halves of large frames could wait for each other for ever. So what is held is at
 * most the limit, one frame, and one read (64 KiB) for each connection.
 */
export class RequestMemory {
  limitBytes: number;
  readonly #pool = new BufferPool(RETAIN_BYTES_MAX);
  readonly #waiting = new Set<MemoryOwner>();
  #favoured: MemoryOwner | undefined;

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes;
  }

  get heldBytes(): number {
    return this.#pool.takenBytes;
  }

  /** Whether buffers may be larger than what they have to hold now. */
  get hasRoom(): boolean {
    return this.limitBytes < 0 || this.#pool.takenBytes <= this.limitBytes;
  }

  take(bytes: number): Uint8Array {
    return this.#pool.take(bytes);
  }

  giveBack(buffer: Uint8Array): void {
    this.#pool.giveBack(buffer);
  }

  /** May this owner of an unfinished frame receive more? If not, `memoryFreed` is called later. */
  mayReceive(owner: MemoryOwner): boolean {
    if (this.hasRoom) return true;
    this.#favoured ??= owner;
    if (this.#favoured === owner) return true;
    this.#waiting.add(owner);
    return false;
  }

  /** The owner holds nothing any longer, or is gone. */
  released(owner: MemoryOwner): void {
    this.#waiting.delete(owner);
    if (this.#favoured === owner) this.#favoured = undefined;
    this.wakeWaiting();
  }

  wakeWaiting(): void {
    if (this.#waiting.size === 0) return;
    for (const owner of this.#waiting) {
      if (!this.hasRoom && this.#favoured !== undefined) return;
      this.#waiting.delete(owner);
      if (!this.hasRoom) this.#favoured = owner;
      owner.memoryFreed();
    }
  }
}
