/**
 * The two hashes of Kafka's that decide where things go: Java's of a group id decides its
 * coordinator, murmur2 of a record's key its partition. Both must agree with Java to the bit.
 */

/** Java's `String.hashCode`: over UTF-16 code units, as a signed 32-bit number. */
export function javaStringHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

/** The partition of an internal topic that a group or transactional id belongs to. */
export function coordinatorPartition(id: string, partitionCount: number): number {
  const hash = javaStringHash(id);
  // -2^31 has no positive counterpart in 32 bits: Kafka takes 0 for it.
  return hash === -0x8000_0000 ? 0 : Math.abs(hash) % partitionCount;
}

const MURMUR2_SEED = 0x9747_b28c;
const MURMUR2_MULTIPLIER = 0x5bd1_e995;

/** MurmurHash2 with Kafka's seed, as a signed 32-bit number. */
export function murmur2(bytes: Uint8Array): number {
  const m = MURMUR2_MULTIPLIER;
  const length = bytes.length;
  const wordsEnd = length & ~3;
  let hash = MURMUR2_SEED ^ length;
  for (let at = 0; at < wordsEnd; at += 4) {
    let word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    word = Math.imul(word, m);
    word = Math.imul(word ^ (word >>> 24), m);
    hash = Math.imul(hash, m) ^ word;
  }
  const rest = length - wordsEnd;
  if (rest === 3) hash ^= bytes[wordsEnd + 2]! << 16;
  if (rest >= 2) hash ^= bytes[wordsEnd + 1]! << 8;
  if (rest >= 1) hash = Math.imul(hash ^ bytes[wordsEnd]!, m);
  hash = Math.imul(hash ^ (hash >>> 13), m);
  return hash ^ (hash >>> 15);
}

/** The partition of a record with this key, as Kafka's default partitioner chooses it. */
export function partitionForKey(key: Uint8Array, partitionCount: number): number {
  return (murmur2(key) & 0x7fff_ffff) % partitionCount;
}
