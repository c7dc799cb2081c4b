import { randomFillSync } from "node:crypto";

import type { Random } from "../random.ts";

/** Random bytes are drawn from the operating system in blocks: one call serves many numbers. */
const BLOCK_BYTES = 4096;
const TWO_TO_32 = 2 ** 32;

/** The operating system's chance, fit for secrets. */
export class NodeRandom implements Random {
  readonly #block = new DataView(new ArrayBuffer(BLOCK_BYTES));
  #used = BLOCK_BYTES;

  next(): number {
    // 53 bits: all that a number between 0 and 1 can tell apart.
    return ((this.#uint32() >>> 5) * 2 ** 26 + (this.#uint32() >>> 6)) / 2 ** 53;
  }

  integer(limit: number): number {
    // Values of the last, incomplete round of `limit` would make small results more likely.
    const fair = TWO_TO_32 - (TWO_TO_32 % limit);
    for (;;) {
      const value = this.#uint32();
      if (value < fair) return value % limit;
    }
  }

  bytes(target: Uint8Array): Uint8Array {
    return randomFillSync(target);
  }

  /** The operating system's stream cannot be told apart from another one: there is no seed. */
  fork(_name: string): Random {
    return this;
  }

  #uint32(): number {
    if (this.#used === BLOCK_BYTES) {
      randomFillSync(this.#block);
      this.#used = 0;
    }
    const value = this.#block.getUint32(this.#used);
    // A number that was given out is not kept: it may be a part of a secret.
    this.#block.setUint32(this.#used, 0);
    this.#used += 4;
    return value;
  }
}
