import assert from "node:assert/strict";
import { batchesIn, errorByCode, readRecords, type ErrorName } from "@naru/protocol";
import type { JoinGroupRequest, JoinGroupResponseDraft } from "@naru/protocol/messages/join-group";
import type { SyncGroupResponseDraft } from "@naru/protocol/messages/sync-group";
import { decodeGroupRecord } from "@naru/protocol/messages/group-records";
import { silentLogger } from "@naru/runtime";
import { SimulatedClock } from "@naru/runtime/simulated";
import type { CoordinatorLog, LoadListener } from "../runtime/coordinator-log.ts";
import { LogReplay } from "../runtime/log-replay.ts";
import { Shard, type ShardRequest } from "../runtime/shard.ts";
import { joinGroup } from "./classic/join-group.ts";
import { failedJoin } from "./classic/rebalance.ts";
import { failedSync, syncGroup } from "./classic/sync-group.ts";
import type { ClassicGroup } from "./classic/classic-group.ts";
import type { ConsumerGroup } from "./consumer/consumer-group.ts";
import type { ConsumerGroupConfig, GroupConfig } from "./group-config.ts";
import { GroupMachine } from "./group-machine.ts";
import type { GroupRecord } from "./group-step.ts";
import type { GroupTimer } from "./group-timer.ts";
import type { Group } from "./group.ts";
import { TopicsRig } from "./topics-rig.test.ts";

type Request<Response> = ShardRequest<GroupRecord, GroupTimer, GroupMachine, Response>;

/** A log in memory, whose appends are durable at once, when the test says so, or never. */
export class MemoryLog implements CoordinatorLog {
  readonly batchBytesMax = 1_000_000;
  readonly batches: Uint8Array[] = [];
  readonly #held: ((error: ErrorName) => void)[] = [];
  isHolding = false;
  /** What the next transactional write is told. */
  nextRefusal: ErrorName = "NONE";
  /** The error of the next append. */
  nextError: ErrorName = "NONE";

  load(listener: LoadListener): () => void {
    for (const batch of this.batches) listener.batches(batch);
    listener.end();
    return () => {};
  }

  refusalOf(): ErrorName {
    const error = this.nextRefusal;
    this.nextRefusal = "NONE";
    return error;
  }

  append(batch: Uint8Array, done: (error: ErrorName) => void): void {
    const error = this.nextError;
    this.nextError = "NONE";
    if (error === "NONE") this.batches.push(batch);
    if (this.isHolding) this.#held.push(() => done(error));
    else done(error);
  }

  sync(): void {
    this.isHolding = false;
    for (const done of this.#held.splice(0)) done("NONE");
  }
}

const text = new TextEncoder();
/** What every decoded message has. */
export const untagged = { unknownTaggedFields: [] };

export interface JoinOptions {
  readonly groupId: string;
  readonly memberId: string;
  readonly instanceId?: string | null;
  readonly protocols?: readonly string[];
  readonly metadata?: string;
  readonly sessionMs?: number;
  readonly rebalanceMs?: number;
  readonly version?: number;
  readonly protocolType?: string;
}

/** One shard with its timers on a simulated clock. Member ids are `<client>-<number>`. */
export class GroupRig {
  readonly clock = new SimulatedClock();
  readonly log = new MemoryLog();
  readonly config: { -readonly [Key in keyof GroupConfig]: GroupConfig[Key] } = {
    initialRebalanceDelayMs: 3_000,
    groupSizeMax: 100,
    offsetMetadataBytesMax: 16,
    offsetsRetentionMs: 60_000,
    offsetsRetentionCheckIntervalMs: 10_000,
    consumerGroupSizeMax: 100,
    consumerAssignors: ["uniform", "range"],
    consumerRegexRefreshIntervalMs: 600_000,
    consumerMigrationPolicy: "BIDIRECTIONAL",
  };
  readonly consumerConfig: { -readonly [Key in keyof ConsumerGroupConfig]: number } = {
    sessionTimeoutMs: 45_000,
    heartbeatIntervalMs: 5_000,
    assignmentIntervalMs: 1_000,
  };
  readonly topics = new TopicsRig();
  #ids = 0;
  shard = this.#newShard();

  constructor(config: Partial<GroupConfig> = {}) {
    Object.assign(this.config, config);
    this.shard.load();
  }

  get machine(): GroupMachine {
    const { machine } = this.shard;
    assert.ok(machine !== undefined, "the shard serves");
    return machine;
  }

  classicGroup(groupId: string): ClassicGroup | undefined {
    const group = this.machine.groups.get(groupId);
    return group?.type === "classic" ? group : undefined;
  }

  ask<Response>(
    run: Request<Response>["run"],
    how: { failed: (error: ErrorName) => Response; done: (response: Response) => void },
  ): void {
    this.shard.run({ run, ...how });
  }

  join(
    client: string,
    options: JoinOptions,
    done: (response: JoinGroupResponseDraft) => void,
  ): void {
    const { protocols = ["range"], metadata = `topics of ${client}` } = options;
    const request: JoinGroupRequest = {
      groupId: options.groupId,
      memberId: options.memberId,
      groupInstanceId: options.instanceId ?? null,
      sessionTimeoutMs: options.sessionMs ?? 10_000,
      rebalanceTimeoutMs: options.rebalanceMs ?? 30_000,
      protocolType: options.protocolType ?? "consumer",
      protocols: protocols.map((name) => ({ name, metadata: text.encode(metadata), ...untagged })),
      reason: null,
      ...untagged,
    };
    const who = { clientId: client, clientHost: "/127.0.0.1" };
    this.ask<JoinGroupResponseDraft>(
      (machine, step, to) =>
        joinGroup(machine, { request, apiVersion: options.version ?? 9, ...who, to }, step),
      { failed: (error) => failedJoin(options.memberId, error), done },
    );
  }

  sync(
    who: { groupId: string; memberId: string; generationId: number; instanceId?: string | null },
    assignments: ReadonlyMap<string, string>,
    done: (response: SyncGroupResponseDraft) => void,
  ): void {
    const request = {
      groupId: who.groupId,
      memberId: who.memberId,
      generationId: who.generationId,
      groupInstanceId: who.instanceId ?? null,
      protocolType: null,
      protocolName: null,
      assignments: Array.from(assignments, ([memberId, assignment]) => ({
        memberId,
        assignment: text.encode(assignment),
        ...untagged,
      })),
      ...untagged,
    };
    this.ask<SyncGroupResponseDraft>(
      (machine, step, to) => syncGroup(machine, { request, to }, step),
      { failed: failedSync, done },
    );
  }

  /** Another life of the shard, from the log. */
  restart(): void {
    this.shard.unload();
    this.shard = this.#newShard();
    this.shard.load();
  }

  /**
   * Goal: what is durable of the live state is what the log gives.
   * Method: replay all of the log into a new machine, and compare.
   */
  checkReplay(): void {
    const replayed = this.#newMachine();
    const replay = new LogReplay(replayed);
    for (const batch of this.log.batches) replay.batches(batch);
    assert.deepEqual(
      [...replayed.groups.keys()].toSorted(),
      [...this.machine.groups.keys()].toSorted(),
    );
    for (const [groupId, group] of this.machine.groups) {
      assert.deepEqual(replayed.offsets.topicsOf(groupId), this.machine.offsets.topicsOf(groupId));
      for (const key of this.machine.offsets.keysOf(groupId)) {
        const { topic, partition } = key;
        const isPending = this.machine.offsets.isPending(groupId, topic, partition);
        assert.equal(replayed.offsets.isPending(groupId, topic, partition), isPending);
      }
      // Between two generations the newest record is of the one before.
      const isBetween =
        group.state === "PreparingRebalance" || group.state === "CompletingRebalance";
      if (isBetween) continue;
      const stored = replayed.groups.get(groupId)!;
      assert.deepEqual(durableOf(stored), durableOf(group));
    }
  }

  #newMachine(): GroupMachine {
    return new GroupMachine({
      config: () => this.config,
      newUuid: () => {
        this.#ids += 1;
        return String(this.#ids);
      },
      newShortUuid: () => {
        this.#ids += 1;
        return `member-${this.#ids}`;
      },
      consumerGroupConfig: () => this.consumerConfig,
      topics: () => this.topics,
    });
  }

  #newShard(): Shard<GroupRecord, GroupTimer, GroupMachine> {
    return new Shard({
      name: "groups-0",
      log: this.log,
      clock: this.clock,
      logger: { ...silentLogger, error: (what) => assert.fail(what) },
      newMachine: () => this.#newMachine(),
    });
  }
}

/** The records of one batch. */
export function recordsOf(bytes: Uint8Array): GroupRecord[] {
  return [...batchesIn(bytes)]
    .flatMap((batch) => readRecords(batch))
    .map(({ key, value }) => decodeGroupRecord(key!, value));
}

function durableOf(group: Group): unknown {
  return group.type === "classic" ? durableClassic(group) : durableConsumer(group);
}

function durableConsumer(group: ConsumerGroup): unknown {
  const { state, groupEpoch, metadataHash, assignmentEpoch, assignmentTimestampMs } = group;
  const { staticMembers, targets, resolvedPatterns, subscribedTopics } = group;
  const members = Array.from(group.members.values(), (member) => ({
    ...member,
    classic: member.classic?.supportedProtocols.map(({ name, metadata }) => [
      name,
      Buffer.from(metadata).toString("hex"),
    ]),
    sessionTimeoutMs: member.classic?.sessionTimeoutMs,
  }));
  const epochs = { groupEpoch, metadataHash, assignmentEpoch, assignmentTimestampMs };
  const sets = { members, staticMembers, targets, resolvedPatterns, subscribedTopics };
  return { state, ...epochs, ...sets };
}

function durableClassic(group: ClassicGroup): unknown {
  const { generationId, protocolType, protocolName, leaderId, state, members, staticMembers } =
    group;
  return {
    state,
    generationId,
    protocolType,
    protocolName,
    leaderId,
    staticMembers: [...staticMembers],
    members: Array.from(members.values(), ({ memberId, assignment, protocols }) => ({
      memberId,
      assignment: Buffer.from(assignment).toString(),
      metadata: Buffer.from(
        protocols.find(({ name }) => name === protocolName)?.metadata ?? [],
      ).toString(),
    })),
  };
}

export function errorOf({ errorCode }: { readonly errorCode: number }): ErrorName {
  return errorByCode(errorCode);
}
