import type { LegacyOffsetCommitValueDraft } from "@naru/protocol/messages/legacy-offset-commit-record";
import type {
  OffsetCommitKeyDraft,
  OffsetCommitValueDraft,
} from "@naru/protocol/messages/offset-commit-record";

export interface CommittedOffset {
  readonly offset: number;
  /** -1 when the client did not say. */
  readonly leaderEpoch: number;
  readonly metadata: string;
  readonly commitTimestampMs: number;
  /** Only with a retention that the client asked for; -1 without. */
  readonly expireTimestampMs: number;
}

type Value = OffsetCommitValueDraft | LegacyOffsetCommitValueDraft;
type ByPartition = Map<number, CommittedOffset>;
const noTopics: ReadonlyMap<string, ByPartition> = new Map();

interface PendingOffset {
  readonly key: OffsetCommitKeyDraft;
  readonly value: Value;
}

/**
 * Committed offsets by group, topic and partition, and those of transactions that have not ended.
 * It changes by replay alone.
 */
export class OffsetStore {
  readonly #byGroup = new Map<string, Map<string, ByPartition>>();
  readonly #pending = new Map<number, PendingOffset[]>();

  find(groupId: string, topic: string, partition: number): CommittedOffset | undefined {
    return this.#byGroup.get(groupId)?.get(topic)?.get(partition);
  }

  topicsOf(groupId: string): ReadonlyMap<string, ReadonlyMap<number, CommittedOffset>> {
    return this.#byGroup.get(groupId) ?? noTopics;
  }

  /** Is there an offset whose transaction has not ended? */
  isPending(groupId: string, topic: string, partition: number): boolean {
    for (const offsets of this.#pending.values()) {
      const found = offsets.some(
        ({ key }) => key.group === groupId && key.topic === topic && key.partition === partition,
      );
      if (found) return true;
    }
    return false;
  }

  hasPending(groupId: string): boolean {
    for (const offsets of this.#pending.values()) {
      if (offsets.some(({ key }) => key.group === groupId)) return true;
    }
    return false;
  }

  replay(key: OffsetCommitKeyDraft, value: Value | null): void {
    if (value === null) this.#remove(key);
    else this.#put(key, value);
  }

  replayPending(producerId: number, key: OffsetCommitKeyDraft, value: Value): void {
    const offsets = this.#pending.get(producerId) ?? [];
    offsets.push({ key, value });
    this.#pending.set(producerId, offsets);
  }

  /** Returns the groups whose offsets have changed. */
  endTransaction(producerId: number, outcome: "COMMIT" | "ABORT"): string[] {
    const offsets = this.#pending.get(producerId) ?? [];
    this.#pending.delete(producerId);
    if (outcome === "ABORT") return [];
    for (const { key, value } of offsets) this.#put(key, value);
    return offsets.map(({ key }) => key.group);
  }

  #put({ group, topic, partition }: OffsetCommitKeyDraft, value: Value): void {
    let topics = this.#byGroup.get(group);
    if (topics === undefined) this.#byGroup.set(group, (topics = new Map()));
    let partitions = topics.get(topic);
    if (partitions === undefined) topics.set(topic, (partitions = new Map()));
    partitions.set(partition, {
      offset: value.offset,
      leaderEpoch: ("leaderEpoch" in value ? value.leaderEpoch : undefined) ?? -1,
      metadata: value.metadata,
      commitTimestampMs: value.commitTimestamp,
      expireTimestampMs: ("expireTimestamp" in value ? value.expireTimestamp : undefined) ?? -1,
    });
  }

  #remove({ group, topic, partition }: OffsetCommitKeyDraft): void {
    const topics = this.#byGroup.get(group);
    const partitions = topics?.get(topic);
    partitions?.delete(partition);
    if (partitions?.size === 0) topics?.delete(topic);
    if (topics?.size === 0) this.#byGroup.delete(group);
  }
}
