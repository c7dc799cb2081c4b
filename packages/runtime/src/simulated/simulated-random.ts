import type { Random } from "../random.ts";

const TWO_TO_32 = 2 ** 32;

/**
 * Chance that a seed decides: the generator xoshiro128**, its state filled from a hash of the seed.
 */
export class SimulatedRandom implements Random {
  readonly #seed: string;
  readonly #state: Uint32Array;

  constructor(seed: number | string, state = stateOf(String(seed))) {
    this.#seed = String(seed);
    this.#state = state;
  }

  /** A stream that begins at this state of the generator: to compare with its reference. */
  static fromState(words: readonly [number, number, number, number]): SimulatedRandom {
    return new SimulatedRandom(words.join(), Uint32Array.from(words));
  }

  next(): number {
    return ((this.#uint32() >>> 5) * 2 ** 26 + (this.#uint32() >>> 6)) / 2 ** 53;
  }

  integer(limit: number): number {
    // One draw, always: a second one for fairness would make a stream's length depend on its
    // values.
    return Math.floor((this.#uint32() / TWO_TO_32) * limit);
  }

  bytes(target: Uint8Array): Uint8Array {
    for (let at = 0; at < target.length; at += 1) target[at] = this.#uint32() & 0xff;
    return target;
  }

  /** What was drawn from this stream does not matter to the new one. */
  fork(name: string): SimulatedRandom {
    return new SimulatedRandom(`${this.#seed}/${name}`);
  }

  #uint32(): number {
    const state = this.#state;
    const [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    state[2] = c ^ a;
    state[3] = d ^ b;
    state[1] = b ^ state[2];
    state[0] = a ^ state[3];
    state[2] = state[2] ^ (b << 9);
    state[3] = rotateLeft(state[3], 11);
    return result;
  }
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/**
 * Four words that differ in about half of their bits for seeds that differ in one. Never all zero.
 */
function stateOf(seed: string): Uint32Array {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < seed.length; at += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(at), 0x0100_0193);
    hash = rotateLeft(hash, 13);
  }
  const state = new Uint32Array(4);
  for (let at = 0; at < state.length; at += 1) {
    // The finishing steps of MurmurHash3 over a counter.
    hash = (hash + 0x9e37_79b9) | 0;
    let word = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2_ae35);
    state[at] = word ^ (word >>> 16);
  }
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}
