import type { LegacyOffsetCommitValueDraft } from "@naru/protocol/messages/legacy-offset-commit-record";
import type {
  OffsetCommitKeyDraft,
  OffsetCommitValueDraft,
} from "@naru/protocol/messages/offset-commit-record";
import { PendingOffsets } from "./pending-offsets.ts";

export interface CommittedOffset {
  readonly offset: number;
  /** -1 when the client did not say. */
  readonly leaderEpoch: number;
  readonly metadata: string;
  readonly commitTimestampMs: number;
  /** Only with a retention that the client asked for; -1 without. */
  readonly expireTimestampMs: number;
  /** Rises with the position in the log: of two commits the later one counts. */
  readonly order: number;
}

type Value = OffsetCommitValueDraft | LegacyOffsetCommitValueDraft;
type ByPartition = Map<number, CommittedOffset>;
const noTopics: ReadonlyMap<string, ByPartition> = new Map();

/**
 * Committed offsets by group, topic and partition, and those of transactions that have not ended.
 * It changes by replay alone.
 */
export class OffsetStore {
  readonly #byGroup = new Map<string, Map<string, ByPartition>>();
  readonly #pending = new PendingOffsets();
  #order = 0;

  find(groupId: string, topic: string, partition: number): CommittedOffset | undefined {
    return this.#byGroup.get(groupId)?.get(topic)?.get(partition);
  }

  topicsOf(groupId: string): ReadonlyMap<string, ReadonlyMap<number, CommittedOffset>> {
    return this.#byGroup.get(groupId) ?? noTopics;
  }

  /** Is there an offset whose transaction has not ended? */
  isPending(group: string, topic: string, partition: number): boolean {
    return this.#pending.has({ group, topic, partition });
  }

  hasPending(groupId: string): boolean {
    return this.#pending.hasGroup(groupId);
  }

  /** Where a group has an offset, committed or held by a transaction: each partition once. */
  keysOf(group: string): OffsetCommitKeyDraft[] {
    const keys: OffsetCommitKeyDraft[] = [];
    for (const [topic, partitions] of this.topicsOf(group)) {
      for (const partition of partitions.keys()) keys.push({ group, topic, partition });
    }
    for (const key of this.#pending.keysOf(group)) {
      if (this.find(group, key.topic, key.partition) === undefined) keys.push(key);
    }
    return keys;
  }

  replay(key: OffsetCommitKeyDraft, value: Value | null): void {
    if (value === null) {
      this.#remove(key);
      this.#pending.remove(key);
    } else {
      this.#put(key, this.#offsetOf(value));
    }
  }

  replayPending(producerId: number, key: OffsetCommitKeyDraft, value: Value): void {
    this.#pending.add(producerId, { key, offset: this.#offsetOf(value) });
  }

  /** Returns the groups whose offsets have changed. */
  endTransaction(producerId: number, outcome: "COMMIT" | "ABORT"): string[] {
    const ended = this.#pending.take(producerId);
    if (outcome === "ABORT") return [];
    for (const { key, offset } of ended) {
      const now = this.find(key.group, key.topic, key.partition);
      // What was committed outside the transaction, but after it, stays.
      if (now === undefined || now.order < offset.order) this.#put(key, offset);
    }
    return ended.map(({ key }) => key.group);
  }

  #offsetOf(value: Value): CommittedOffset {
    this.#order += 1;
    return {
      offset: value.offset,
      leaderEpoch: ("leaderEpoch" in value ? value.leaderEpoch : undefined) ?? -1,
      metadata: value.metadata,
      commitTimestampMs: value.commitTimestamp,
      expireTimestampMs: ("expireTimestamp" in value ? value.expireTimestamp : undefined) ?? -1,
      order: this.#order,
    };
  }

  #put({ group, topic, partition }: OffsetCommitKeyDraft, offset: CommittedOffset): void {
    let topics = this.#byGroup.get(group);
    if (topics === undefined) this.#byGroup.set(group, (topics = new Map()));
    let partitions = topics.get(topic);
    if (partitions === undefined) topics.set(topic, (partitions = new Map()));
    partitions.set(partition, offset);
  }

  #remove({ group, topic, partition }: OffsetCommitKeyDraft): void {
    const topics = this.#byGroup.get(group);
    const partitions = topics?.get(topic);
    partitions?.delete(partition);
    if (partitions?.size === 0) topics?.delete(topic);
    if (topics?.size === 0) this.#byGroup.delete(group);
  }
}
