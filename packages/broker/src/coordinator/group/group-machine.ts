import { Writer } from "@naru/protocol";
import {
  decodeGroupRecord,
  encodeGroupRecord,
  groupRecordTypeId,
} from "@naru/protocol/messages/group-records";
import type { CoordinatorMachine } from "../runtime/coordinator-machine.ts";
import { ClassicGroup } from "./classic/classic-group.ts";
import { replayClassicGroup } from "./classic/classic-group-record.ts";
import { resumeClassicGroup, classicTimerExpired } from "./classic/classic-timers.ts";
import { ConsumerGroup } from "./consumer/consumer-group.ts";
import { consumerTimerExpired, resumeConsumerGroup } from "./consumer/consumer-timers.ts";
import {
  isConsumerGroupRecord,
  removesConsumerGroup,
  replayConsumerGroup,
  type ConsumerGroupRecord,
} from "./consumer/replay-consumer-group.ts";
import type { ConsumerGroupConfig, GroupConfig } from "./group-config.ts";
import type { GroupRecord, GroupStep } from "./group-step.ts";
import { timerKeys, type GroupTimer } from "./group-timer.ts";
import type { Group } from "./group.ts";
import { expireOffsets } from "./offsets/expire-offsets.ts";
import { OffsetStore } from "./offsets/offset-store.ts";
import type { TopicsView } from "./topics-view.ts";

/** Offsets, old form and new, classic groups, consumer groups (4 to be removed only). */
const servedTypes: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 16]);
/** Of a classic group's members bytes are kept, in both kinds of group; the rest is no bytes. */
const typesWithBytes: ReadonlySet<number> = new Set([2, 5]);

/** Of all machines: what it hands over is copied into a batch, so a slab lasts for many records. */
const writer = new Writer(8_192);

export interface GroupMachineOptions {
  config(): GroupConfig;
  consumerGroupConfig(groupId: string): ConsumerGroupConfig;
  topics(): TopicsView;
  /** A random part for the id of a new member of a classic group. */
  newUuid(): string;
  /** The id of a member of a consumer group that did not choose one, in Kafka's short form. */
  newShortUuid(): string;
}

/**
 * The groups of one partition of `__consumer_offsets`, and their offsets. The rules stand in files
 * of their own, one for each request; this holds what they share.
 */
export class GroupMachine implements CoordinatorMachine<GroupRecord, GroupTimer> {
  readonly groups = new Map<string, Group>();
  readonly offsets = new OffsetStore();
  readonly #options: GroupMachineOptions;

  constructor(options: GroupMachineOptions) {
    this.#options = options;
  }

  get config(): GroupConfig {
    return this.#options.config();
  }

  consumerGroupConfig(groupId: string): ConsumerGroupConfig {
    return this.#options.consumerGroupConfig(groupId);
  }

  get topics(): TopicsView {
    return this.#options.topics();
  }

  newShortUuid(): string {
    return this.#options.newShortUuid();
  }

  /** As Kafka makes them: `<client id or instance id>-<uuid>`. */
  newMemberId(prefix: string): string {
    return `${prefix}-${this.#options.newUuid()}`;
  }

  decode(key: Uint8Array, value: Uint8Array | null): GroupRecord | undefined {
    const typeId = groupRecordTypeId(key);
    if (!servedTypes.has(typeId)) return undefined;
    const keepsBytes = typesWithBytes.has(typeId) && value !== null;
    return decodeGroupRecord(key, keepsBytes ? new Uint8Array(value) : value);
  }

  encode(record: GroupRecord): { key: Uint8Array; value: Uint8Array | null } {
    writer.reset();
    return encodeGroupRecord(record, writer);
  }

  replay(record: GroupRecord): void {
    if (isConsumerGroupRecord(record)) return this.#replayConsumerGroup(record);
    switch (record.type) {
      case "OffsetCommit":
      case "LegacyOffsetCommit":
        this.offsets.replay(record.key, record.value);
        // Offsets committed without joining make a group, too: empty and without protocol.
        if (record.value !== null) this.groupOf(record.key.group);
        break;
      case "GroupMetadata":
        if (record.value === null) this.groups.delete(record.key.group);
        else replayClassicGroup(this.classicGroupOf(record.key.group), record.value);
        break;
      default:
        break;
    }
  }

  replayInTransaction(record: GroupRecord, producerId: number): void {
    // Only offsets are ever part of a transaction.
    if (record.type !== "OffsetCommit" || record.value === null) return;
    this.offsets.replayPending(producerId, record.key, record.value);
    this.groupOf(record.key.group);
  }

  replayTransactionEnd(producerId: number, outcome: "COMMIT" | "ABORT"): void {
    for (const groupId of this.offsets.endTransaction(producerId, outcome)) this.groupOf(groupId);
  }

  loaded(step: GroupStep): void {
    for (const group of this.groups.values()) {
      if (group.type === "classic") resumeClassicGroup(this, group, step);
      else resumeConsumerGroup(this, group, step);
    }
    this.#armExpiry(step);
  }

  expired(timer: GroupTimer, step: GroupStep): void {
    if (timer.kind === "expire-offsets") {
      expireOffsets(this, step);
      this.#armExpiry(step);
      return;
    }
    const group = this.groups.get(timer.groupId);
    if (group?.type === "classic") classicTimerExpired(this, group, { timer, step });
    else if (group?.type === "consumer") consumerTimerExpired(this, group, { timer, step });
  }

  /** Topics were created, deleted or have grown: who reads them is to look again. */
  topicsChanged(topics: ReadonlySet<string>): void {
    for (const group of this.groups.values()) {
      if (group.type !== "consumer" || group.isMetadataStale) continue;
      for (const topic of topics) {
        if (group.isSubscribedTo(topic)) group.isMetadataStale = true;
      }
    }
  }

  /** The group, of whatever type; one that is not there yet is a classic one. */
  groupOf(groupId: string): Group {
    return this.groups.get(groupId) ?? this.classicGroupOf(groupId);
  }

  /** The consumer group with an id; an empty one when there is none yet. */
  consumerGroupOf(groupId: string): ConsumerGroup {
    const group = this.groups.get(groupId);
    if (group?.type === "consumer") return group;
    const consumer = new ConsumerGroup(groupId);
    this.groups.set(groupId, consumer);
    return consumer;
  }

  /** The classic group with an id; an empty one when there is none yet. */
  classicGroupOf(groupId: string): ClassicGroup {
    const group = this.groups.get(groupId);
    if (group?.type === "classic") return group;
    const classic = new ClassicGroup(groupId);
    this.groups.set(groupId, classic);
    return classic;
  }

  #replayConsumerGroup(record: ConsumerGroupRecord): void {
    const { groupId } = record.key;
    const group = this.groups.get(groupId);
    if (group?.type === "consumer") {
      replayConsumerGroup(group, record);
      if (removesConsumerGroup(record)) this.groups.delete(groupId);
    } else if (record.value !== null) {
      // One that offsets alone have made, or a classic one that had become empty, is none any more.
      replayConsumerGroup(this.consumerGroupOf(groupId), record);
    }
  }

  #armExpiry(step: GroupStep): void {
    const { offsetsRetentionCheckIntervalMs } = this.config;
    step.arm(timerKeys.expireOffsets, offsetsRetentionCheckIntervalMs, { kind: "expire-offsets" });
  }
}
