import {
  decodeGroupRecord,
  encodeGroupRecord,
  groupRecordTypeId,
} from "@naru/protocol/messages/group-records";
import type { CoordinatorMachine } from "../runtime/coordinator-machine.ts";
import { ClassicGroup } from "./classic/classic-group.ts";
import { replayClassicGroup } from "./classic/classic-group-record.ts";
import { resumeClassicGroup, classicTimerExpired } from "./classic/classic-timers.ts";
import type { GroupConfig } from "./group-config.ts";
import type { GroupRecord, GroupStep } from "./group-step.ts";
import { timerKeys, type GroupTimer } from "./group-timer.ts";
import { expireOffsets } from "./offsets/expire-offsets.ts";
import { OffsetStore } from "./offsets/offset-store.ts";

/** Record types that are served: offsets, old form and new, and classic groups. */
const SERVED_TYPES_MAX = 2;
const GROUP_METADATA = 2;

export interface GroupMachineOptions {
  config(): GroupConfig;
  /** A random part for a new member's id. */
  newUuid(): string;
}

/**
 * The groups of one partition of `__consumer_offsets`, and their offsets. The rules stand in files
 * of their own, one for each request; this holds what they share.
 */
export class GroupMachine implements CoordinatorMachine<GroupRecord, GroupTimer> {
  readonly groups = new Map<string, ClassicGroup>();
  readonly offsets = new OffsetStore();
  readonly #options: GroupMachineOptions;

  constructor(options: GroupMachineOptions) {
    this.#options = options;
  }

  get config(): GroupConfig {
    return this.#options.config();
  }

  /** As Kafka makes them: `<client id or instance id>-<uuid>`. */
  newMemberId(prefix: string): string {
    return `${prefix}-${this.#options.newUuid()}`;
  }

  decode(key: Uint8Array, value: Uint8Array | null): GroupRecord | undefined {
    const typeId = groupRecordTypeId(key);
    if (typeId < 0 || typeId > SERVED_TYPES_MAX) return undefined;
    // Only of a group's members bytes are kept; the rest are numbers and strings.
    const keepsBytes = typeId === GROUP_METADATA && value !== null;
    return decodeGroupRecord(key, keepsBytes ? new Uint8Array(value) : value);
  }

  encode(record: GroupRecord): { key: Uint8Array; value: Uint8Array | null } {
    return encodeGroupRecord(record);
  }

  replay(record: GroupRecord): void {
    switch (record.type) {
      case "OffsetCommit":
      case "LegacyOffsetCommit":
        this.offsets.replay(record.key, record.value);
        // Offsets committed without joining make a group, too: empty and without protocol.
        if (record.value !== null) this.groupOf(record.key.group);
        break;
      case "GroupMetadata":
        if (record.value === null) this.groups.delete(record.key.group);
        else replayClassicGroup(this.groupOf(record.key.group), record.value);
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
    for (const group of this.groups.values()) resumeClassicGroup(this, group, step);
    this.#armExpiry(step);
  }

  expired(timer: GroupTimer, step: GroupStep): void {
    if (timer.kind === "expire-offsets") {
      expireOffsets(this, step);
      this.#armExpiry(step);
      return;
    }
    const group = this.groups.get(timer.groupId);
    if (group !== undefined) classicTimerExpired(this, group, { timer, step });
  }

  groupOf(groupId: string): ClassicGroup {
    let group = this.groups.get(groupId);
    if (group === undefined) {
      group = new ClassicGroup(groupId);
      this.groups.set(groupId, group);
    }
    return group;
  }

  #armExpiry(step: GroupStep): void {
    const { offsetsRetentionCheckIntervalMs } = this.config;
    step.arm(timerKeys.expireOffsets, offsetsRetentionCheckIntervalMs, { kind: "expire-offsets" });
  }
}
