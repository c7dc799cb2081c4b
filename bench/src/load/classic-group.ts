import * as timers from "node:timers/promises";
import { within } from "../../../conformance/src/runner/waiting.ts";
import { type Address, WireConnection } from "../../../conformance/src/wire/connection.ts";
import {
  assignmentBytes,
  subscriptionBytes,
} from "../../../conformance/src/wire/embedded-protocol.ts";
import { groupCalls } from "../../../conformance/src/wire/group-calls.ts";
import { nameOf } from "../../../conformance/src/wire/topic.ts";
import { askedOnce } from "./asked-once.ts";
import {
  HEARTBEAT_MS,
  STABLE_LIMIT_MS,
  type GroupToMake,
  type StableGroup,
} from "./stable-group.ts";

const JOIN_VERSION = 9;
const SYNC_VERSION = 5;
const HEARTBEAT_VERSION = 4;
const LEAVE_VERSION = 5;
const SESSION_MS = 300_000;
const PROTOCOL = "range";

/** Members that start all at once, each on a connection of its own. */
export async function stableClassicGroup(
  address: Address,
  group: GroupToMake,
): Promise<StableGroup> {
  const members: ClassicMember[] = [];
  for (let at = 0; at < group.members; at += 1) {
    members.push(new ClassicMember(await WireConnection.open(address), group));
  }
  const startMs = performance.now();
  const isStable = (): boolean => {
    const generation = members[0]!.syncedGeneration;
    return generation > 0 && members.every((each) => each.syncedGeneration === generation);
  };
  const all = Promise.all(members.map((member) => member.run(isStable)));
  await within(`a stable ${group.groupId}`, STABLE_LIMIT_MS, all);
  const ms = Math.max(...members.map(({ syncedAtMs }) => syncedAtMs)) - startMs;
  const heartbeats = [];
  for (const member of members) heartbeats.push(await member.heartbeat());
  return { ms, heartbeats, end: () => endOf(members) };
}

async function endOf(members: readonly ClassicMember[]): Promise<void> {
  for (const member of members) await member.leave();
}

class ClassicMember {
  /** The generation in which it has its partitions; 0 while it has none. */
  syncedGeneration = 0;
  syncedAtMs = 0;
  readonly #connection: WireConnection;
  readonly #group: GroupToMake;
  #memberId = "";
  #generationId = -1;

  constructor(connection: WireConnection, group: GroupToMake) {
    this.#connection = connection;
    this.#group = group;
  }

  /** As a consumer does: joins, syncs, beats, and joins again whenever it is told to. */
  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const members = await this.#join();
      if (!(await this.#sync(members))) continue;
      this.syncedGeneration = this.#generationId;
      this.syncedAtMs = performance.now();
      while (!isOver()) {
        await timers.setTimeout(HEARTBEAT_MS);
        if (isOver() || (await this.#beat()) !== "NONE") break;
      }
      if (!isOver()) this.syncedGeneration = 0;
    }
  }

  heartbeat(): ReturnType<typeof askedOnce> {
    return askedOnce(this.#connection, groupCalls.classicHeartbeat, {
      version: HEARTBEAT_VERSION,
      draft: this.#identity,
      errorCodes: ({ errorCode }) => [errorCode],
    });
  }

  async leave(): Promise<void> {
    const members = [{ memberId: this.#memberId }];
    const draft = { groupId: this.#group.groupId, members };
    await this.#connection.answer(groupCalls.leave, LEAVE_VERSION, draft);
    this.#connection[Symbol.dispose]();
  }

  get #identity(): { groupId: string; memberId: string; generationId: number } {
    const { groupId } = this.#group;
    return { groupId, memberId: this.#memberId, generationId: this.#generationId };
  }

  /** The ids of all members, where this one leads. */
  async #join(): Promise<readonly string[]> {
    for (;;) {
      const response = await this.#connection.answer(groupCalls.join, JOIN_VERSION, {
        groupId: this.#group.groupId,
        memberId: this.#memberId,
        sessionTimeoutMs: SESSION_MS,
        rebalanceTimeoutMs: SESSION_MS,
        protocolType: "consumer",
        protocols: [{ name: PROTOCOL, metadata: subscriptionBytes([this.#group.topic], []) }],
      });
      const error = nameOf(response.errorCode);
      this.#memberId = response.memberId;
      this.#generationId = response.generationId;
      if (error === "NONE") return response.members.map(({ memberId }) => memberId);
      if (error !== "MEMBER_ID_REQUIRED") throw new Error(`JoinGroup: ${error}, expected NONE.`);
    }
  }

  async #sync(members: readonly string[]): Promise<boolean> {
    const { topic, partitions } = this.#group;
    const indexes = Array.from({ length: partitions }, (_, index) => index);
    const assignments = members.map((memberId, at) => {
      const own = indexes.filter((index) => index % members.length === at);
      return { memberId, assignment: assignmentBytes([{ topic, partitions: own }]) };
    });
    const response = await this.#connection.answer(groupCalls.sync, SYNC_VERSION, {
      ...this.#identity,
      protocolType: "consumer",
      protocolName: PROTOCOL,
      assignments,
    });
    const error = nameOf(response.errorCode);
    if (error === "NONE" || error === "REBALANCE_IN_PROGRESS") return error === "NONE";
    throw new Error(`SyncGroup: ${error}, expected NONE or REBALANCE_IN_PROGRESS.`);
  }

  async #beat(): Promise<string> {
    const { classicHeartbeat } = groupCalls;
    const draft = this.#identity;
    const response = await this.#connection.answer(classicHeartbeat, HEARTBEAT_VERSION, draft);
    return nameOf(response.errorCode);
  }
}
