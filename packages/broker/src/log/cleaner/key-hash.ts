/**
 * MurmurHash3, 128 bits in its form for 32-bit machines (Austin Appleby, public domain): what
 * stands for a key in the offset map.
 *
 * Kafka's cleaner takes MD5 for this. Neither is there against attackers: who can write a key that
 * collides with another can as well write that other key. By chance, ten million keys collide with
 * a probability of about 10^-25.
 */
const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

/** Four 32-bit words; `hashKey` overwrites those that it is given. */
export type KeyHash = Int32Array;

/** Hashes `length` bytes from `at` on into `hash`. */
export function hashKey(
  bytes: Uint8Array,
  { at, length }: { at: number; length: number },
  hash: KeyHash,
): void {
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  const blocksEnd = at + length - (length & 15);
  let position = at;
  for (; position < blocksEnd; position += 16) {
    h1 ^= Math.imul(rotate(Math.imul(wordAt(bytes, position), C1), 15), C2);
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(wordAt(bytes, position + 4), C2), 16), C3);
    h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotate(Math.imul(wordAt(bytes, position + 8), C3), 17), C4);
    h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotate(Math.imul(wordAt(bytes, position + 12), C4), 18), C1);
    h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  const rest = length & 15;
  if (rest > 12)
    h4 ^= Math.imul(rotate(Math.imul(partAt(bytes, position + 12, rest - 12), C4), 18), C1);
  if (rest > 8)
    h3 ^= Math.imul(rotate(Math.imul(partAt(bytes, position + 8, rest - 8), C3), 17), C4);
  if (rest > 4)
    h2 ^= Math.imul(rotate(Math.imul(partAt(bytes, position + 4, rest - 4), C2), 16), C3);
  if (rest > 0) h1 ^= Math.imul(rotate(Math.imul(partAt(bytes, position, rest), C1), 15), C2);

  h1 = ((h1 ^ length) + (h2 ^ length) + (h3 ^ length) + (h4 ^ length)) | 0;
  h2 = ((h2 ^ length) + h1) | 0;
  h3 = ((h3 ^ length) + h1) | 0;
  h4 = ((h4 ^ length) + h1) | 0;
  h1 = mix(h1);
  h2 = mix(h2);
  h3 = mix(h3);
  h4 = mix(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  hash[0] = h1;
  hash[1] = (h2 + h1) | 0;
  hash[2] = (h3 + h1) | 0;
  hash[3] = (h4 + h1) | 0;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

/** The word of the last one to four bytes; more than four count as four. */
function partAt(bytes: Uint8Array, at: number, count: number): number {
  let word = 0;
  for (let index = Math.min(count, 4) - 1; index >= 0; index -= 1) {
    word = (word << 8) | bytes[at + index]!;
  }
  return word;
}

function mix(word: number): number {
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}
