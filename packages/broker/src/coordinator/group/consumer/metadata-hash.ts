import type { SubscribedTopic } from "./assignor.ts";

/**
 * 64 bits over what a group's assignment rests on: the topics that exist, their partitions and
 * racks. 0n without topics. Another value means that the group is to be divided anew.
 */
export function metadataHash(topics: Iterable<SubscribedTopic>): bigint {
  let hash = 0n;
  for (const { id, name, partitionCount } of topics) {
    for (const letter of `${id}${name}${partitionCount}`) {
      hash = BigInt.asIntN(64, hash * 31n + BigInt(letter.charCodeAt(0)));
    }
  }
  return hash;
}
