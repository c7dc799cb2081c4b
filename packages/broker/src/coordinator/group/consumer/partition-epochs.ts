import type { OwnedPartitions } from "./owned-partitions.ts";

/**
 * The member epoch at which each partition of a group is held now: by a member that has it, or that
 * has not said yet that it gave it up. What is held here may be given to nobody else.
 */
export class PartitionEpochs {
  readonly #epochs = new Map<string, Map<number, number>>();

  isHeld(topicId: string, partition: number): boolean {
    return this.#epochs.get(topicId)?.has(partition) === true;
  }

  add(owned: OwnedPartitions, memberEpoch: number): void {
    for (const [topicId, partitions] of owned) {
      let epochs = this.#epochs.get(topicId);
      if (epochs === undefined) this.#epochs.set(topicId, (epochs = new Map()));
      for (const partition of partitions.keys()) {
        const before = epochs.get(partition);
        if (before === undefined || before < memberEpoch) epochs.set(partition, memberEpoch);
      }
    }
  }

  /** What is held at another epoch meanwhile belongs to another member, and stays. */
  remove(owned: OwnedPartitions, memberEpoch: number): void {
    for (const [topicId, partitions] of owned) {
      const epochs = this.#epochs.get(topicId);
      if (epochs === undefined) continue;
      for (const partition of partitions.keys()) {
        if (epochs.get(partition) === memberEpoch) epochs.delete(partition);
      }
      if (epochs.size === 0) this.#epochs.delete(topicId);
    }
  }
}
