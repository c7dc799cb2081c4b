/**
 * The latest offset of each key, in memory of a fixed size that threads share.
 *
 *   slot, 24 bytes:  0                       16           24
 *                    ┌───────────────────────┬────────────┐   + 1, so that 0 is an empty slot
 *                    │ hash of the key       │ offset + 1 │
 *                    └───────────────────────┴────────────┘
 *
 * As in Kafka's map a key is known by its hash alone (`key-hash.ts`). Slots are found by linear
 * probing from the hash's first word.
 *
 * Invariant: count < slots, so that a probe ends.
 */
import { assert } from "@naru/runtime";

import { hashKey } from "./key-hash.ts";
import type { KeyHash } from "./key-hash.ts";

/** As large as Kafka's. */
export const SLOT_BYTES = 24;
const SLOT_WORDS = SLOT_BYTES / 4;
const OFFSET_WORD = 4;
const HIGH_UNIT = 0x1_0000_0000;

/** What crosses to a thread and back. */
export interface OffsetMapState {
  /** A multiple of `SLOT_BYTES`, all zero at first. */
  readonly memory: SharedArrayBuffer;
  readonly count: number;
}

export class OffsetMap {
  readonly slots: number;
  readonly #memory: SharedArrayBuffer;
  readonly #words: Int32Array;
  readonly #hash: KeyHash = new Int32Array(OFFSET_WORD);
  #count: number;

  constructor({ memory, count }: OffsetMapState) {
    this.#memory = memory;
    this.#words = new Int32Array(memory);
    this.slots = Math.floor(memory.byteLength / SLOT_BYTES);
    this.#count = count;
  }

  static empty(slots: number): OffsetMapState {
    return { memory: new SharedArrayBuffer(slots * SLOT_BYTES), count: 0 };
  }

  get state(): OffsetMapState {
    return { memory: this.#memory, count: this.#count };
  }

  /** How many keys there are. */
  get count(): number {
    return this.#count;
  }

  put(bytes: Uint8Array, key: { at: number; length: number }, offset: number): void {
    hashKey(bytes, key, this.#hash);
    this.#set(this.#hash, offset);
  }

  /** -1 for a key that was never put. */
  get(bytes: Uint8Array, key: { at: number; length: number }): number {
    hashKey(bytes, key, this.#hash);
    return this.#offsetAt(this.#find(this.#hash));
  }

  /** Takes over what another map holds. */
  putAll(other: OffsetMap): void {
    for (let slot = 0; slot < other.slots; slot += 1) {
      const at = slot * SLOT_WORDS;
      const offset = other.#offsetAt(at);
      if (offset !== -1) this.#set(other.#words.subarray(at, at + OFFSET_WORD), offset);
    }
  }

  #set(hash: KeyHash, offset: number): void {
    const at = this.#find(hash);
    const words = this.#words;
    if (this.#offsetAt(at) === -1) {
      assert(this.#count < this.slots - 1, "an offset map has an empty slot");
      this.#count += 1;
      words.set(hash, at);
    }
    words[at + OFFSET_WORD] = Math.floor((offset + 1) / HIGH_UNIT);
    words[at + OFFSET_WORD + 1] = (offset + 1) | 0;
  }

  /** The words of the slot that has the hash, or of the empty one where it would be put. */
  #find(hash: KeyHash): number {
    const words = this.#words;
    let slot = (hash[0]! >>> 0) % this.slots;
    for (;;) {
      const at = slot * SLOT_WORDS;
      const isSame =
        words[at] === hash[0] &&
        words[at + 1] === hash[1] &&
        words[at + 2] === hash[2] &&
        words[at + 3] === hash[3];
      if (isSame || this.#offsetAt(at) === -1) return at;
      slot = slot + 1 === this.slots ? 0 : slot + 1;
    }
  }

  #offsetAt(at: number): number {
    const high = this.#words[at + OFFSET_WORD]!;
    return high * HIGH_UNIT + (this.#words[at + OFFSET_WORD + 1]! >>> 0) - 1;
  }
}
