// Members of the two protocols, as clients behave: they give up what they are told before they say
// that they have.
import assert from "node:assert/strict";
import { Reader, Writer, apis, errorByCode } from "@naru/protocol";
import {
  decodeConsumerGroupHeartbeatResponse,
  encodeConsumerGroupHeartbeatRequest,
} from "@naru/protocol/messages/consumer-group-heartbeat";
import {
  decodeConsumerProtocolAssignment,
  encodeConsumerProtocolAssignment,
} from "@naru/protocol/messages/consumer-protocol-assignment";
import { encodeConsumerProtocolSubscription } from "@naru/protocol/messages/consumer-protocol-subscription";
import { groupCodecs } from "./group-client.ts";
import { AskAgain, GroupMember } from "./group-member-rig.test.ts";
import { GROUP, SESSION_MS, type GroupWorld } from "./group-world-rig.test.ts";
import type { TestClient } from "./test-client.ts";

const heartbeat = {
  api: apis.ConsumerGroupHeartbeat,
  encode: encodeConsumerGroupHeartbeatRequest,
  decode: decodeConsumerGroupHeartbeatResponse,
};
const TOPICS = ["orders", "payments"];
/** Longer than a session: who is silent is not waited for otherwise. */
const REBALANCE_MS = 30_000;
const VERSION = 1;

/** Errors after which a member begins anew. */
const FORGOTTEN = /^(UNKNOWN_MEMBER_ID|FENCED_MEMBER_EPOCH|GROUP_ID_NOT_FOUND|ILLEGAL_GENERATION)$/;

export class ConsumerMember extends GroupMember {
  readonly #pattern: string | null;
  #lives = 0;
  #epoch = 0;
  /** An answer was lost: it says all of itself, and is told all that it has. */
  #isUnsure = false;
  /** The newest heard: it only grows while it is the same member. */
  #highestEpoch = 0;

  constructor(world: GroupWorld, name: string, pattern: string | null) {
    super(world, name);
    this.#pattern = pattern;
  }

  protected get identity(): { readonly memberId: string; readonly epoch: number } {
    return { memberId: `${this.name}-${this.#lives}`, epoch: this.#epoch };
  }

  protected async beat(client: TestClient): Promise<void> {
    const sentAtMs = this.world.nowMs;
    const isFull = this.#epoch === 0 || this.#isUnsure;
    this.#isUnsure = true;
    const answer = await this.#send(client, {
      memberEpoch: this.#epoch,
      rebalanceTimeoutMs: isFull ? REBALANCE_MS : -1,
      subscribedTopicNames: isFull && this.#pattern === null ? TOPICS : null,
      subscribedTopicRegex: isFull ? this.#pattern : null,
      topicPartitions: listed(this.owned),
    });
    const error = errorByCode(answer.errorCode);
    if (FORGOTTEN.test(error)) {
      this.giveUpAll();
      this.#epoch = 0;
      this.#highestEpoch = 0;
      this.#lives += 1;
      return;
    }
    if (error !== "NONE") throw new AskAgain(error);
    const { memberEpoch, assignment } = answer;
    assert.ok(memberEpoch >= this.#highestEpoch, `${this.name}: ${memberEpoch} again`);
    this.#highestEpoch = memberEpoch;
    this.#isUnsure = false;
    this.#epoch = memberEpoch;
    if (assignment === null) return this.alive(sentAtMs);
    const names = assignment.topicPartitions.flatMap(({ topicId, partitions }) =>
      partitions.map((partition) => `${topicId}-${partition}`),
    );
    this.own(names, sentAtMs);
  }

  protected async sayGoodbye(client: TestClient): Promise<void> {
    await this.#send(client, { memberEpoch: -1 });
  }

  #send(
    client: TestClient,
    what: Partial<Parameters<typeof encodeConsumerGroupHeartbeatRequest>[1]>,
  ): Promise<ReturnType<typeof decodeConsumerGroupHeartbeatResponse>> {
    const { memberId, epoch } = this.identity;
    const request = { groupId: GROUP, memberId, memberEpoch: epoch, ...what };
    return this.world.within(client.wire.call(heartbeat, request, 1));
  }
}

function listed(owned: ReadonlySet<string>): { topicId: string; partitions: number[] }[] {
  const byTopic = new Map<string, number[]>();
  for (const name of owned) {
    const at = name.lastIndexOf("-");
    const partitions = byTopic.get(name.slice(0, at)) ?? [];
    byTopic.set(name.slice(0, at), [...partitions, Number(name.slice(at + 1))]);
  }
  return Array.from(byTopic, ([topicId, partitions]) => ({ topicId, partitions }));
}

/** An eager one: it gives up all before it joins. */
export class ClassicMember extends GroupMember {
  #memberId = "";
  #generationId = -1;
  /** What its last division as a leader was of; undefined when it is none. */
  #divided: string | undefined;

  protected get identity(): { readonly memberId: string; readonly epoch: number } {
    return { memberId: this.#memberId, epoch: this.#generationId };
  }

  protected async beat(client: TestClient): Promise<void> {
    if (this.#generationId < 0) return this.#join(client);
    // A leader sees that topics have changed.
    if (this.#divided !== undefined && this.#divided !== shapeOf(this.world)) {
      return this.#join(client);
    }
    const sentAtMs = this.world.nowMs;
    const { memberId, epoch: generationId } = this.identity;
    const request = { groupId: GROUP, memberId, generationId };
    const answer = await this.world.within(client.wire.call(groupCodecs.heartbeat, request, 4));
    const error = errorByCode(answer.errorCode);
    if (error === "NONE") return this.alive(sentAtMs);
    if (error === "REBALANCE_IN_PROGRESS") return this.#join(client);
    this.#failed(error);
  }

  protected async sayGoodbye(client: TestClient): Promise<void> {
    const request = { groupId: GROUP, members: [{ memberId: this.#memberId }] };
    await this.world.within(client.wire.call(groupCodecs.leave, request, 5));
  }

  async #join(client: TestClient): Promise<void> {
    this.giveUpAll();
    const request = {
      groupId: GROUP,
      memberId: this.#memberId,
      sessionTimeoutMs: SESSION_MS,
      rebalanceTimeoutMs: REBALANCE_MS,
      protocolType: "consumer",
      protocols: [{ name: "range", metadata: subscription() }],
    };
    const answer = await this.#answered(client.wire.call(groupCodecs.join, request, 9));
    const error = errorByCode(answer.errorCode);
    if (error === "MEMBER_ID_REQUIRED") {
      this.#memberId = answer.memberId;
      return this.#join(client);
    }
    if (error !== "NONE") return this.#failed(error);
    this.#memberId = answer.memberId;
    this.#generationId = answer.generationId;
    const isLeader = answer.leader === answer.memberId;
    this.#divided = isLeader ? shapeOf(this.world) : undefined;
    await this.#sync(client, answer.members);
  }

  async #sync(client: TestClient, members: readonly { memberId: string }[]): Promise<void> {
    const sentAtMs = this.world.nowMs;
    const request = {
      groupId: GROUP,
      memberId: this.#memberId,
      generationId: this.#generationId,
      protocolType: "consumer",
      protocolName: "range",
      assignments: members.map(({ memberId }, place) => ({
        memberId,
        assignment: assignmentOf(this.world, { place, count: members.length }),
      })),
    };
    const answer = await this.#answered(client.wire.call(groupCodecs.sync, request, 5));
    const error = errorByCode(answer.errorCode);
    if (error !== "NONE") return this.#failed(error);
    this.own(namesIn(this.world, answer.assignment), sentAtMs);
  }

  /** Others may take long; a broker that is gone ends the connection. */
  async #answered<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const late = this.world.sim.clock.after(2 * REBALANCE_MS).then(() => {
      throw new AskAgain("nobody else comes");
    });
    return Promise.race([answer, late]);
  }

  #failed(error: string): void {
    if (error === "REBALANCE_IN_PROGRESS") {
      this.giveUpAll();
      this.#generationId = -1;
      return;
    }
    if (!FORGOTTEN.test(error)) throw new AskAgain(error);
    this.giveUpAll();
    if (error === "UNKNOWN_MEMBER_ID") this.#memberId = "";
    this.#generationId = -1;
  }
}

function shapeOf({ topics }: GroupWorld): string {
  return Array.from(topics, ([name, { id, partitionCount }]) => `${name} ${id} ${partitionCount}`)
    .toSorted()
    .join();
}

function subscription(): Uint8Array {
  const writer = new Writer();
  writer.int16(VERSION);
  encodeConsumerProtocolSubscription(writer, { topics: TOPICS, ownedPartitions: [] }, VERSION);
  return writer.toBytes();
}

function assignmentOf(
  { topics }: GroupWorld,
  { place, count }: { place: number; count: number },
): Uint8Array {
  const assignedPartitions = Array.from(topics, ([topic, { partitionCount }]) => {
    const all = Array.from({ length: partitionCount }, (_, index) => index);
    return { topic, partitions: all.filter((index) => index % count === place) };
  });
  const writer = new Writer();
  writer.int16(VERSION);
  encodeConsumerProtocolAssignment(writer, { assignedPartitions }, VERSION);
  return writer.toBytes();
}

function namesIn({ topics }: GroupWorld, assignment: Uint8Array): string[] {
  if (assignment.length === 0) return [];
  const reader = new Reader(assignment);
  const decoded = decodeConsumerProtocolAssignment(reader, reader.int16("version"));
  return decoded.assignedPartitions.flatMap(({ topic, partitions }) => {
    const id = topics.get(topic)?.id;
    return id === undefined ? [] : partitions.map((partition) => `${id}-${partition}`);
  });
}
