import { uuidToBytes } from "@naru/protocol";
import type { SubscribedTopic } from "./assignor.ts";
import { xxh3 } from "./xxh3.ts";

/** The first byte that is hashed of a topic: the version of this layout. */
const TOPIC_HASH_VERSION = 0;

/**
 * 64 bits over what a group's assignment rests on: the topics that exist, their partitions and
 * racks. 0n without topics. Another value means that the group is to be divided anew. Kafka's own,
 * so that a group that changes hands between the two is not divided for that alone.
 *
 *   group:  the hash of each topic (i64), in the order of the names
 *   topic:  i8 0 | id, two i64 | name | i32 partition count | partition ...
 *   partition:  i32 number | for each rack, sorted: i32 length | rack
 *
 * All numbers are little-endian; a name is UTF-16LE and its length (i32) in UTF-16 units.
 */
export function metadataHash(topics: Iterable<SubscribedTopic>): bigint {
  const inOrder = [...topics].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  if (inOrder.length === 0) return 0n;
  const hashes = new DataView(new ArrayBuffer(inOrder.length * 8));
  for (const [at, topic] of inOrder.entries()) hashes.setBigInt64(at * 8, topicHash(topic), true);
  return BigInt.asIntN(64, xxh3(hashes));
}

/** A topic that has changed is another object: what is known of this one stays true. */
const knownHashes = new WeakMap<SubscribedTopic, bigint>();

function topicHash(topic: SubscribedTopic): bigint {
  let hash = knownHashes.get(topic);
  if (hash === undefined) {
    hash = newTopicHash(topic);
    knownHashes.set(topic, hash);
  }
  return hash;
}

function newTopicHash(topic: SubscribedTopic): bigint {
  const { id, name, partitionCount } = topic;
  const partitions = Array.from({ length: partitionCount }, (_, partition) => [
    int32(partition),
    ...topic
      .racksOf(partition)
      .toSorted()
      .flatMap((rack) => [int32(rack.length), text(rack)]),
  ]);
  const bytes = Buffer.concat([
    Uint8Array.of(TOPIC_HASH_VERSION),
    halvesReversed(uuidToBytes(id)),
    text(name),
    int32(partitionCount),
    ...partitions.flat(),
  ]);
  return xxh3(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
}

/** The two halves of an id as little-endian numbers. */
function halvesReversed(id: Uint8Array): Uint8Array {
  const [high, low] = [id.subarray(0, 8), id.subarray(8)];
  return Buffer.concat([high.toReversed(), low.toReversed()]);
}

function text(value: string): Uint8Array {
  return Buffer.concat([Buffer.from(value, "utf16le"), int32(value.length)]);
}

function int32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
