// Kafka's tools print many things in the order in which Java's and Scala's collections give them
// back. That order is a function of the hashes alone, so it can be had here too.
import { javaStringHash } from "@naru/protocol";

/** The order of a `java.util.HashMap`; `capacity` is what it was made with. */
export function hashMapOrder<Item>(
  items: readonly Item[],
  hashOf: (item: Item) => number,
  capacity = 16,
): Item[] {
  let buckets = tableSizeFor(capacity);
  while (items.length > buckets * LOAD_FACTOR) buckets *= 2;
  const bucketOf = (item: Item): number => spread(hashOf(item)) & (buckets - 1);
  // What shares a bucket stays as it was put in.
  return items.toSorted((a, b) => bucketOf(a) - bucketOf(b));
}

/** The same for strings that are keys. */
export function stringKeyOrder(keys: readonly string[]): string[] {
  return hashMapOrder(keys, javaStringHash);
}

/** The order of Scala's immutable sets and maps: up to four as they came, more by their hashes. */
export function scalaOrder(keys: readonly string[]): string[] {
  const distinct = [...new Set(keys)];
  return distinct.length <= SMALL_SET ? distinct : trieOrder(distinct, 0);
}

const LOAD_FACTOR = 0.75;
/** So many elements Scala's sets and maps keep in fields of their own. */
export const SMALL_SET = 4;
const BITS_A_LEVEL = 5;
const HASH_BITS = 32;

/** A node of the trie gives back what ends in it, then its children, each by 5 bits of the hash. */
function trieOrder(keys: readonly string[], shift: number): string[] {
  if (shift >= HASH_BITS) return [...keys];
  const children = new Map<number, string[]>();
  for (const key of keys) {
    const index = (scalaSpread(javaStringHash(key)) >>> shift) & ((1 << BITS_A_LEVEL) - 1);
    children.set(index, [...(children.get(index) ?? []), key]);
  }
  const sorted = [...children].toSorted(([a], [b]) => a - b).map(([, found]) => found);
  return [
    ...sorted.filter(({ length }) => length === 1).flat(),
    ...sorted
      .filter(({ length }) => length > 1)
      .flatMap((found) => trieOrder(found, shift + BITS_A_LEVEL)),
  ];
}

/** The next power of two. */
function tableSizeFor(capacity: number): number {
  let size = 1;
  while (size < capacity) size *= 2;
  return size;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 16);
}

/** How Scala mixes a hash before it walks down the trie. */
function scalaSpread(hash: number): number {
  let mixed = (hash + ~(hash << 9)) | 0;
  mixed ^= mixed >>> 14;
  mixed = (mixed + (mixed << 4)) | 0;
  return mixed ^ (mixed >>> 10);
}
