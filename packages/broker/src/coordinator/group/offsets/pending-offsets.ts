import type { OffsetCommitKeyDraft } from "@naru/protocol/messages/offset-commit-record";
import type { CommittedOffset } from "./offset-store.ts";

export interface PendingOffset {
  readonly key: OffsetCommitKeyDraft;
  readonly offset: CommittedOffset;
}

/** The offsets of one partition that transactions hold, by producer id. */
type Held = Map<number, PendingOffset>;

/** Offsets that were committed in transactions which have not ended. */
export class PendingOffsets {
  /** By group, and in it by `<partition>-<topic>`. Nothing empty is kept. */
  readonly #byGroup = new Map<string, Map<string, Held>>();
  /** The groups in which a producer's transaction has committed offsets. */
  readonly #groups = new Map<number, Set<string>>();

  has({ group, topic, partition }: OffsetCommitKeyDraft): boolean {
    return this.#byGroup.get(group)?.has(`${partition}-${topic}`) === true;
  }

  hasGroup(groupId: string): boolean {
    return this.#byGroup.has(groupId);
  }

  /** One key for each partition of a group that some transaction holds. */
  *keysOf(groupId: string): Iterable<OffsetCommitKeyDraft> {
    for (const held of this.#byGroup.get(groupId)?.values() ?? []) {
      for (const { key } of held.values()) {
        yield key;
        break;
      }
    }
  }

  /** A later one of the same transaction takes the place of an earlier. */
  add(producerId: number, pending: PendingOffset): void {
    const { group, topic, partition } = pending.key;
    let partitions = this.#byGroup.get(group);
    if (partitions === undefined) this.#byGroup.set(group, (partitions = new Map<string, Held>()));
    const name = `${partition}-${topic}`;
    const held = partitions.get(name) ?? new Map<number, PendingOffset>();
    partitions.set(name, held.set(producerId, pending));
    const groups = this.#groups.get(producerId) ?? new Set<string>();
    this.#groups.set(producerId, groups.add(group));
  }

  /** The partition's offset was deleted, and with it what transactions hold for it. */
  remove({ group, topic, partition }: OffsetCommitKeyDraft): void {
    const partitions = this.#byGroup.get(group);
    partitions?.delete(`${partition}-${topic}`);
    if (partitions?.size === 0) this.#byGroup.delete(group);
  }

  /** Forgets what a producer's transaction holds, and returns it. */
  take(producerId: number): PendingOffset[] {
    const taken: PendingOffset[] = [];
    for (const group of this.#groups.get(producerId) ?? []) {
      for (const held of this.#byGroup.get(group)?.values() ?? []) {
        const pending = held.get(producerId);
        if (pending === undefined) continue;
        taken.push(pending);
        held.delete(producerId);
        if (held.size === 0) this.remove(pending.key);
      }
    }
    this.#groups.delete(producerId);
    return taken;
  }
}
