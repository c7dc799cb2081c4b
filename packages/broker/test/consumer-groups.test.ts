import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { apis, errorByCode } from "@naru/protocol";
import {
  decodeConsumerGroupHeartbeatResponse,
  encodeConsumerGroupHeartbeatRequest,
} from "@naru/protocol/messages/consumer-group-heartbeat";
import {
  decodeCreatePartitionsResponse,
  encodeCreatePartitionsRequest,
} from "@naru/protocol/messages/create-partitions";
import { connect } from "./broker-life.ts";
import { GroupClient } from "./group-client.ts";
import type { WireClient } from "./wire-client.ts";
import { inWorld, type World } from "./world.ts";

const heartbeat = {
  api: apis.ConsumerGroupHeartbeat,
  encode: encodeConsumerGroupHeartbeatRequest,
  decode: decodeConsumerGroupHeartbeatResponse,
};
const createPartitions = {
  api: apis.CreatePartitions,
  encode: encodeCreatePartitionsRequest,
  decode: decodeCreatePartitionsResponse,
};
const config = {
  "offsets.topic.num.partitions": 3,
  "group.consumer.assignment.interval.ms": 0,
} as const;

/** A member that does as it is told; `has` are the numbers of its partitions. */
class Member {
  readonly #wire: WireClient;
  readonly #memberId: string;
  #epoch = 0;
  #owned: readonly { topicId: string; partitions: readonly number[] }[] = [];

  constructor(wire: WireClient, memberId: string) {
    this.#wire = wire;
    this.#memberId = memberId;
  }

  async beat(wishes: { topics?: string[]; pattern?: string } = {}): Promise<string> {
    const request = {
      groupId: "g",
      memberId: this.#memberId,
      memberEpoch: this.#epoch,
      rebalanceTimeoutMs: this.#epoch === 0 ? 30_000 : -1,
      subscribedTopicNames: wishes.topics ?? null,
      subscribedTopicRegex: wishes.pattern ?? null,
      topicPartitions: this.#owned,
    };
    const answer = await this.#wire.call(heartbeat, request, 1);
    if (answer.errorCode !== 0) return errorByCode(answer.errorCode);
    this.#epoch = answer.memberEpoch;
    if (answer.assignment !== null) this.#owned = answer.assignment.topicPartitions;
    const has = this.#owned.flatMap(({ partitions }) => partitions).join();
    return `epoch ${this.#epoch} has ${has || "nothing"}`;
  }
}

async function memberOf(world: World, memberId: string): Promise<Member> {
  const { wire } = await connect(world.sim, world.broker);
  const client = new GroupClient(wire);
  assert.equal((await client.find("g")).error, "NONE");
  return new Member(wire, memberId);
}

describe("consumer groups of a broker", () => {
  test("follow the topics that are created, grow and are deleted", async () => {
    await inWorld(
      async (world) => {
        const a = await memberOf(world, "a");
        assert.equal(await a.beat({ topics: ["orders"] }), "epoch 2 has nothing");
        await world.client.createTopic("orders");
        const created = await a.beat();
        assert.match(created, /^epoch 3 has 0/);
        const count = created.split(",").length;
        const { wire } = await connect(world.sim, world.broker);
        const topics = [{ name: "orders", count: count + 1, assignments: null }];
        const request = { topics, timeoutMs: 1_000, validateOnly: false };
        assert.equal((await wire.call(createPartitions, request, 3)).results[0]!.errorCode, 0);
        assert.equal(await a.beat(), created.replace("3", "4").concat(`,${count}`));
        await world.client.deleteTopic("orders");
        assert.equal(await a.beat(), "epoch 4 has nothing");
        assert.equal(await a.beat(), "epoch 5 has nothing");
        await world.broker.close();
      },
      { config },
    );
  });

  test("divide what they read, and go on after a restart", async () => {
    await inWorld(
      async (world) => {
        await world.client.createTopic("orders");
        const a = await memberOf(world, "a");
        const b = await memberOf(world, "b");
        const first = await a.beat({ pattern: "ord.*" });
        assert.equal(first, "epoch 1 has nothing");
        await world.sim.clock.after(1);
        assert.match(await a.beat(), /^epoch 2 has 0/);
        assert.equal(await b.beat({ topics: ["orders"] }), "epoch 3 has nothing");
        await world.broker.close();
        const next = await world.restart();
        const again = new Member((await connect(next.sim, next.broker)).wire, "b");
        assert.match(await again.beat({ topics: ["orders"] }), /^epoch 3 has nothing/);
        await next.broker.close();
      },
      { config },
    );
  });
});
