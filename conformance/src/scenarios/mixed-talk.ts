import { apis } from "@naru/protocol";
import { decodeHeartbeatResponse, encodeHeartbeatRequest } from "@naru/protocol/messages/heartbeat";
import type { JoinGroupResponse } from "@naru/protocol/messages/join-group";
import {
  decodeSyncGroupResponse,
  encodeSyncGroupRequest,
} from "@naru/protocol/messages/sync-group";
import { call } from "../wire/calls.ts";
import type { WireConnection } from "../wire/connection.ts";
import { assignmentBytes, assignmentText, subscriptionBytes } from "../wire/embedded-protocol.ts";
import { groupCalls } from "../wire/group-calls.ts";
import { nameOf } from "../wire/topic.ts";
import { groupRecords } from "./group-records.ts";
import { GroupTalk } from "./group-talk.ts";

const SYNC_VERSION = 5;
const HEARTBEAT_VERSION = 4;
const COMMIT_VERSION = 8;

const syncCall = call(apis.SyncGroup, encodeSyncGroupRequest, decodeSyncGroupResponse);
const heartbeatCall = call(apis.Heartbeat, encodeHeartbeatRequest, decodeHeartbeatResponse);

/** What a member of the classic protocol says when it joins. */
export interface ClassicWishes {
  readonly topics?: readonly string[];
  /** `orders:0,1` */
  readonly owned?: string;
  readonly protocols?: readonly string[];
  readonly instanceId?: string;
  readonly sessionTimeoutMs?: number;
  readonly rebalanceTimeoutMs?: number;
  readonly version?: number;
  /** The answer comes only after others have said something. */
  readonly waits?: boolean;
}

const usualWishes = {
  topics: ["orders"],
  protocols: ["range"],
  owned: "",
  version: 9,
  sessionTimeoutMs: 10_000,
  rebalanceTimeoutMs: 10_000,
} as const satisfies ClassicWishes;

/** A talk that members of the classic protocol take part in, too. Brokers give them their ids. */
export class MixedTalk extends GroupTalk {
  #connection: WireConnection;
  /** For a request that waits while others go on. */
  readonly #aside: WireConnection;
  readonly #ids = new Map<string, string>();
  readonly #generations = new Map<string, number>();
  readonly #instances = new Map<string, string>();

  constructor(groupId: string, connection: WireConnection, aside: WireConnection) {
    super(connection, groupId);
    this.#connection = connection;
    this.#aside = aside;
  }

  override async moveTo(connection: WireConnection): Promise<void> {
    this.#connection = connection;
    await super.moveTo(connection);
  }

  /** Once more with the id, where one is given first. */
  async joinClassicAs(name: string, wishes: ClassicWishes = {}): Promise<void> {
    const { topics, protocols, owned, version, ...times } = { ...usualWishes, ...wishes };
    const named = topics.map((topic) => this.topic(topic));
    const metadata = subscriptionBytes(named, this.#named(owned));
    if (wishes.instanceId !== undefined) this.#instances.set(name, wishes.instanceId);
    const connection = wishes.waits === true ? this.#aside : this.#connection;
    const { groupId, memberId, groupInstanceId } = this.#who(name);
    const answer = await connection.answer(groupCalls.join, version, {
      groupId,
      sessionTimeoutMs: times.sessionTimeoutMs,
      rebalanceTimeoutMs: times.rebalanceTimeoutMs,
      memberId: this.#ids.has(name) ? memberId : "",
      groupInstanceId,
      protocolType: "consumer",
      protocols: protocols.map((protocol) => ({ name: protocol, metadata })),
    });
    if (answer.memberId !== "") this.#ids.set(name, answer.memberId);
    this.#heardOfJoin(name, answer);
    if (nameOf(answer.errorCode) === "MEMBER_ID_REQUIRED") await this.joinClassicAs(name, wishes);
  }

  #heardOfJoin(name: string, answer: JoinGroupResponse): void {
    const error = nameOf(answer.errorCode);
    if (error !== "NONE") {
      this.heard.push(`${name} joins <- ${error}`);
      return;
    }
    const { generationId, protocolName, leader, members, skipAssignment } = answer;
    this.#generations.set(name, generationId);
    this.heard.push(
      `${name} joins <- generation ${generationId} ${protocolName} leader '${leader}' ` +
        `of ${members.length}${skipAssignment ? ", nothing to assign" : ""}`,
    );
  }

  /** `assignments` by name, of a leader: `orders:0,1`, and after a plus what is the assignor's. */
  async sync(
    name: string,
    assignments: Readonly<Record<string, string>> = {},
    protocolName = "range",
  ): Promise<void> {
    const answer = await this.#connection.answer(syncCall, SYNC_VERSION, {
      ...this.#who(name),
      protocolType: "consumer",
      protocolName,
      assignments: Object.entries(assignments).map(([other, text]) => {
        const [partitions = "", userData] = text.split("+");
        const assignment = assignmentBytes(this.#named(partitions), userData);
        return { memberId: this.#ids.get(other) ?? "", assignment };
      }),
    });
    const error = nameOf(answer.errorCode);
    const what = error === "NONE" ? assignmentText(answer.assignment) : "";
    this.heard.push(`${name} syncs <- ${error} ${answer.protocolName} ${what}`);
  }

  async heartbeat(name: string, generationId?: number): Promise<void> {
    const who = this.#who(name);
    const answer = await this.#connection.answer(heartbeatCall, HEARTBEAT_VERSION, {
      ...who,
      generationId: generationId ?? who.generationId,
    });
    this.heard.push(`${name} beats <- ${nameOf(answer.errorCode)}`);
  }

  async leaveAs(name: string): Promise<void> {
    const members = [{ memberId: this.#ids.get(name) ?? name }];
    const answer = await this.#connection.answer(groupCalls.leave, 5, {
      groupId: this.groupId,
      members,
    });
    const codes = answer.members.map(({ errorCode }) => nameOf(errorCode));
    this.heard.push(`${name} leaves <- ${nameOf(answer.errorCode)} ${codes.join()}`);
  }

  async commitAs(name: string, offset: number, generationId?: number): Promise<void> {
    const { memberId, groupInstanceId, generationId: current } = this.#who(name);
    const partitions = [{ partitionIndex: 0, committedOffset: offset, committedMetadata: "" }];
    const answer = await this.#connection.answer(groupCalls.commit, COMMIT_VERSION, {
      groupId: this.groupId,
      memberId,
      generationIdOrMemberEpoch: generationId ?? current,
      groupInstanceId,
      topics: [{ name: this.topic("orders"), partitions }],
    });
    const codes = answer.topics.flatMap((topic) => topic.partitions.map((p) => p.errorCode));
    this.heard.push(`${name} commits <- ${codes.map(nameOf).join()}`);
  }

  override async describe(): Promise<void> {
    const from = this.heard.length;
    await super.describe();
    const [group = "", ...members] = this.heard.splice(from);
    this.heard.push(group, ...members.toSorted());
  }

  /** All that was written of the group, with names in place of the ids that a broker gave. */
  override async records(): Promise<void> {
    for (const batch of await groupRecords(this.#connection, this.groupId)) {
      const lines = batch.map((record) => this.plainly(JSON.stringify(inNoOrder(record))));
      this.heard.push(`  batch: ${lines.toSorted().join("\n         ")}`);
    }
    this.heard.splice(0, this.heard.length, ...this.heard.map((line) => this.plainly(line)));
  }

  protected override plainly(text: string): string {
    let plain = text;
    for (const [name, id] of this.#ids) plain = plain.replaceAll(id, name);
    return super.plainly(plain);
  }

  #who(name: string) {
    return {
      groupId: this.groupId,
      memberId: this.#ids.get(name) ?? name,
      generationId: this.#generations.get(name) ?? -1,
      groupInstanceId: this.#instances.get(name) ?? null,
    };
  }

  /** `orders:0,1` with the talk's own name of the topic; nothing of "". */
  #named(text: string): { topic: string; partitions: number[] }[] {
    if (text === "") return [];
    const [topic = "", partitions = ""] = text.split(":");
    return [{ topic: this.topic(topic), partitions: partitions.split(",").map(Number) }];
  }
}

/** A classic group that was a consumer group has its members, and its leader, by chance. */
function inNoOrder(record: unknown): unknown {
  const { type, value } = record as { type: string; value: StoredGroup | null };
  if (type !== "GroupMetadata" || value === null || value.members.length < 2) return record;
  const members = value.members.toSorted((a, b) =>
    String(a.groupInstanceId) < String(b.groupInstanceId) ? -1 : 1,
  );
  return { ...(record as object), value: { ...value, leader: "one of them", members } };
}

interface StoredGroup {
  readonly members: readonly { readonly groupInstanceId: string | null }[];
}
