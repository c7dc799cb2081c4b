import * as timers from "node:timers/promises";
import type { ConsumerGroupHeartbeatRequestDraft as Heartbeat } from "@naru/protocol/messages/consumer-group-heartbeat";
import { until } from "../runner/waiting.ts";
import { calls } from "../wire/calls.ts";
import type { WireConnection } from "../wire/connection.ts";
import { groupCalls } from "../wire/group-calls.ts";
import { createTopic, nameOf } from "../wire/topic.ts";
import { groupRecords } from "./group-records.ts";

const TIMEOUT_MS = 10_000;
/** Kafka's coordinator hears of a topic a little later than clients do. */
const HEARD_OF_MS = 300;
const HEARTBEAT_VERSION = 1;
const COMMIT_VERSION = 9;

/** What a member says with its first heartbeat, and later when it has changed. */
export interface Wishes {
  readonly topics?: readonly string[];
  readonly pattern?: string;
  readonly assignor?: string;
  readonly instanceId?: string;
  readonly rebalanceTimeoutMs?: number;
}

interface Member {
  readonly wishes: Wishes;
  epoch: number;
  owned: readonly { topicId: string; partitions: readonly number[] }[];
}

/** A talk with the coordinator of one group. What is heard is told without ids and times. */
export class GroupTalk {
  readonly heard: string[] = [];
  readonly groupId: string;
  #connection: WireConnection;
  readonly #members = new Map<string, Member>();
  readonly #topicNames = new Map<string, string>();

  constructor(connection: WireConnection, groupId: string) {
    this.#connection = connection;
    this.groupId = groupId;
  }

  /** The group's own name for a topic: scripts do not disturb one another. */
  topic(name: string): string {
    return `${this.groupId}.${name}`;
  }

  /** The talk goes on with another broker, which has the folder now. */
  async moveTo(connection: WireConnection): Promise<void> {
    this.#connection = connection;
    await this.#coordinatorServes("NONE");
  }

  async begin(): Promise<void> {
    await this.#coordinatorServes("GROUP_ID_NOT_FOUND");
  }

  async #coordinatorServes(expected: string): Promise<void> {
    await until("the coordinator", TIMEOUT_MS, async () => {
      const found = await this.#connection.answer(groupCalls.findCoordinator, 4, {
        keyType: 0,
        coordinatorKeys: [this.groupId],
      });
      return found.coordinators[0]!.errorCode === 0 ? true : undefined;
    });
    await until("the group's shard", TIMEOUT_MS, async () => {
      const answer = await this.#connection.answer(groupCalls.describeConsumer, 1, {
        groupIds: [this.groupId],
        includeAuthorizedOperations: false,
      });
      return nameOf(answer.groups[0]!.errorCode) === expected ? true : undefined;
    });
  }

  async create(name: string, partitions: number): Promise<void> {
    await createTopic(this.#connection, this.topic(name), { partitions });
    const metadata = await this.#connection.answer(calls.metadata, 12, {
      topics: [{ name: this.topic(name), topicId: "AAAAAAAAAAAAAAAAAAAAAA" }],
    });
    this.#topicNames.set(metadata.topics[0]!.topicId, name);
    await this.pause(HEARD_OF_MS);
  }

  async grow(name: string, count: number): Promise<void> {
    await this.#connection.answer(calls.createPartitions, 3, {
      topics: [{ name: this.topic(name), count, assignments: null }],
      timeoutMs: TIMEOUT_MS,
      validateOnly: false,
    });
    await this.pause(HEARD_OF_MS);
  }

  async remove(name: string): Promise<void> {
    await this.#connection.answer(calls.deleteTopics, 5, {
      topicNames: [this.topic(name)],
      timeoutMs: TIMEOUT_MS,
    });
    await this.pause(HEARD_OF_MS);
  }

  async pause(ms: number): Promise<void> {
    await timers.setTimeout(ms);
  }

  join(name: string, wishes: Wishes): Promise<void> {
    this.#members.set(name, { wishes, epoch: 0, owned: [] });
    return this.say(name, {
      memberEpoch: 0,
      topicPartitions: [],
      ...this.#said(wishes),
      rebalanceTimeoutMs: wishes.rebalanceTimeoutMs ?? 30_000,
    });
  }

  /** An ordinary heartbeat: the epoch, and what the member has when that is to be said. */
  beat(name: string, how: { says?: "owned" | "nothing"; epoch?: number } = {}): Promise<void> {
    const member = this.#members.get(name);
    return this.say(name, {
      memberEpoch: how.epoch ?? member?.epoch ?? -7,
      instanceId: member?.wishes.instanceId ?? null,
      topicPartitions: how.says === "nothing" ? null : (member?.owned ?? []),
    });
  }

  change(name: string, wishes: Wishes): Promise<void> {
    const member = this.#members.get(name)!;
    return this.say(name, {
      memberEpoch: member.epoch,
      topicPartitions: member.owned,
      ...this.#said({ instanceId: member.wishes.instanceId ?? "", ...wishes }),
    });
  }

  leave(name: string, epoch = -1): Promise<void> {
    const instanceId = this.#members.get(name)?.wishes.instanceId ?? null;
    return this.say(name, { memberEpoch: epoch, instanceId });
  }

  /** Any heartbeat, right or wrong. */
  async say(name: string, draft: Partial<Heartbeat>, version = HEARTBEAT_VERSION): Promise<void> {
    const answer = await this.#connection.answer(groupCalls.heartbeat, version, {
      groupId: this.groupId,
      memberId: name,
      memberEpoch: 0,
      ...draft,
    });
    const member = this.#members.get(name);
    if (member !== undefined && answer.errorCode === 0) {
      member.epoch = answer.memberEpoch;
      if (answer.assignment !== null) member.owned = answer.assignment.topicPartitions;
    }
    const assigned = answer.assignment === null ? "" : ` ${this.#shown(answer.assignment)}`;
    const message = answer.errorMessage === null ? "" : ` ${answer.errorMessage}`;
    const epoch = answer.errorCode === 0 ? ` epoch ${answer.memberEpoch}` : "";
    const interval = ` every ${answer.heartbeatIntervalMs}`;
    this.#hear(`${name} <- ${nameOf(answer.errorCode)}${message}${epoch}${assigned}${interval}`);
  }

  async commit(
    name: string,
    offsets: Readonly<Record<string, number>>,
    how: { epoch?: number; version?: number } = {},
  ): Promise<void> {
    const topics = Object.entries(offsets).map(([at, committedOffset]) => {
      const [topic = "", index] = at.split("-");
      const partitions = [
        { partitionIndex: Number(index), committedOffset, committedMetadata: "" },
      ];
      return { name: this.topic(topic), partitions };
    });
    const answer = await this.#connection.answer(groupCalls.commit, how.version ?? COMMIT_VERSION, {
      groupId: this.groupId,
      memberId: name,
      generationIdOrMemberEpoch: how.epoch ?? this.#members.get(name)?.epoch ?? -1,
      groupInstanceId: null,
      topics,
    });
    const codes = answer.topics.flatMap(({ partitions }) => partitions.map((p) => p.errorCode));
    this.#hear(`${name} commits <- ${codes.map(nameOf).join()}`);
  }

  async fetch(name: string | null, epoch: number): Promise<void> {
    const answer = await this.#connection.answer(groupCalls.fetchOffsets, 9, {
      groups: [{ groupId: this.groupId, memberId: name, memberEpoch: epoch, topics: null }],
      requireStable: false,
    });
    const { errorCode, topics } = answer.groups[0]!;
    const offsets = topics.flatMap((topic) =>
      topic.partitions.map((p) => `${topic.name}-${p.partitionIndex}:${p.committedOffset}`),
    );
    this.#hear(`${name} fetches <- ${nameOf(errorCode)} ${offsets.toSorted().join()}`);
  }

  async describe(): Promise<void> {
    const answer = await this.#connection.answer(groupCalls.describeConsumer, 1, {
      groupIds: [this.groupId],
      includeAuthorizedOperations: true,
    });
    for (const group of answer.groups) {
      const { members, errorCode, ...state } = group;
      this.#hear(`${nameOf(errorCode)} ${JSON.stringify(state)}`);
      for (const member of members.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))) {
        const { assignment, targetAssignment, subscribedTopicNames, ...rest } = member;
        const facts = { ...rest, subscribedTopicNames: subscribedTopicNames.toSorted() };
        const has = this.#shown(assignment);
        this.#hear(`  ${JSON.stringify(facts)} has ${has} of ${this.#shown(targetAssignment)}`);
      }
    }
  }

  /** How the APIs of classic groups and of all groups see it. */
  async lookAround(): Promise<void> {
    for (const version of [5, 6]) {
      const groups = [this.groupId];
      const answer = await this.#connection.answer(groupCalls.describeClassic, version, {
        groups,
        includeAuthorizedOperations: false,
      });
      this.#hear(`described as classic, version ${version}: ${JSON.stringify(answer.groups)}`);
    }
    const filters = { statesFilter: [], typesFilter: ["Consumer"] };
    const { groups } = await this.#connection.answer(groupCalls.list, 5, filters);
    const listed = groups.filter(({ groupId }) => groupId === this.groupId);
    this.#hear(`listed as consumer: ${JSON.stringify(listed)}`);
  }

  async deleteOffset(topic: string, partitionIndex: number): Promise<void> {
    const topics = [{ name: this.topic(topic), partitions: [{ partitionIndex }] }];
    const draft = { groupId: this.groupId, topics };
    const answer = await this.#connection.answer(groupCalls.deleteOffsets, 0, draft);
    const code = answer.topics[0]?.partitions[0]?.errorCode ?? answer.errorCode;
    this.#hear(`offset of ${topic}-${partitionIndex} deleted <- ${nameOf(code)}`);
  }

  async delete(): Promise<void> {
    const groupsNames = [this.groupId];
    const answer = await this.#connection.answer(groupCalls.delete, 2, { groupsNames });
    this.#hear(`deleted <- ${answer.results.map((r) => nameOf(r.errorCode)).join()}`);
  }

  /** A new member of the classic protocol asks for its id. */
  async joinClassic(): Promise<void> {
    const answer = await this.#connection.answer(groupCalls.join, 9, {
      groupId: this.groupId,
      sessionTimeoutMs: 10_000,
      rebalanceTimeoutMs: 10_000,
      memberId: "",
      protocolType: "consumer",
      protocols: [{ name: "range", metadata: new Uint8Array(0) }],
    });
    this.#hear(`classic member <- ${nameOf(answer.errorCode)}`);
  }

  async leaveClassic(
    members: readonly { memberId: string; groupInstanceId?: string }[],
  ): Promise<void> {
    const draft = { groupId: this.groupId, members };
    const answer = await this.#connection.answer(groupCalls.leave, 5, draft);
    const codes = answer.members.map(({ errorCode }) => nameOf(errorCode));
    this.#hear(`taken out <- ${nameOf(answer.errorCode)} ${codes.join()}`);
  }

  /** All that was written of the group, batch by batch. */
  async records(): Promise<void> {
    const batches = await groupRecords(this.#connection, this.groupId);
    for (const batch of batches) {
      // Members are kept in no order that can be seen.
      const lines = batch.map((record) => this.plainly(JSON.stringify(this.#sorted(record))));
      this.heard.push(`  batch: ${lines.toSorted().join("\n         ")}`);
    }
  }

  #said(wishes: Wishes): Partial<Heartbeat> {
    const { topics, pattern, instanceId } = wishes;
    return {
      subscribedTopicNames: topics?.map((name) => this.topic(name)) ?? null,
      subscribedTopicRegex: pattern ?? null,
      serverAssignor: wishes.assignor ?? null,
      instanceId: instanceId === undefined || instanceId === "" ? null : instanceId,
    };
  }

  #shown({
    topicPartitions,
  }: {
    readonly topicPartitions: readonly { topicId: string; partitions: readonly number[] }[];
  }): string {
    const all = topicPartitions.flatMap(({ topicId, partitions }) =>
      partitions.map((partition) => `${this.#topicNames.get(topicId) ?? topicId}-${partition}`),
    );
    return `[${all.toSorted().join(" ")}]`;
  }

  /** The same with all topics in the order of their names: Kafka has none. */
  #sorted(value: unknown): unknown {
    if (Array.isArray(value)) {
      const name = (item: unknown): string =>
        this.#topicNames.get((item as { topicId?: string } | null)?.topicId ?? "") ?? "";
      return value
        .map((item) => this.#sorted(item))
        .toSorted((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [key, this.#sorted(field)]),
    );
  }

  #hear(line: string): void {
    this.heard.push(this.plainly(line));
  }

  /** Without ids and addresses. */
  protected plainly(text: string): string {
    let plain = text;
    for (const [id, name] of this.#topicNames) plain = plain.replaceAll(id, name);
    // What is left of that form is the id of a member that did not choose one.
    return plain.replaceAll("/127.0.0.1", "/host").replaceAll(/"[\w-]{22}"/g, '"some id"');
  }
}
