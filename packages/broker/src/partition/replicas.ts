import type { Partition } from "./partition.ts";

/** The replicas that this broker holds, found by topic name or by topic id. */
export class Replicas {
  readonly #byName = new Map<string, Map<number, Partition>>();
  readonly #byId = new Map<string, Map<number, Partition>>();

  byName(topic: string, index: number): Partition | undefined {
    return this.#byName.get(topic)?.get(index);
  }

  byId(topicId: string, index: number): Partition | undefined {
    return this.#byId.get(topicId)?.get(index);
  }

  ofTopic(topic: string): Iterable<Partition> {
    return this.#byName.get(topic)?.values() ?? [];
  }

  *all(): Iterable<Partition> {
    for (const partitions of this.#byName.values()) yield* partitions.values();
  }

  /** The broker does not serve any more. */
  retireAll(): void {
    for (const partition of this.all()) partition.retire();
  }

  add(partition: Partition): void {
    put(this.#byName, partition.topic, partition);
    put(this.#byId, partition.topicId, partition);
  }

  remove(partition: Partition): void {
    drop(this.#byName, partition.topic, partition.index);
    drop(this.#byId, partition.topicId, partition.index);
  }
}

type Index = Map<string, Map<number, Partition>>;

function put(index: Index, key: string, partition: Partition): void {
  const partitions = index.get(key) ?? new Map<number, Partition>();
  partitions.set(partition.index, partition);
  index.set(key, partitions);
}

function drop(index: Index, key: string, partitionIndex: number): void {
  const partitions = index.get(key);
  partitions?.delete(partitionIndex);
  if (partitions?.size === 0) index.delete(key);
}
