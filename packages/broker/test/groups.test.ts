import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { connect } from "./broker-life.ts";
import { GroupClient, groupCodecs, type Joined } from "./group-client.ts";
import { codecs } from "./test-client.ts";
import { inWorld, type World } from "./world.ts";

const quick = { "group.initial.rebalance.delay.ms": 10, "offsets.topic.num.partitions": 3 };

async function clientOf(world: World): Promise<GroupClient> {
  const { wire } = await connect(world.sim, world.broker);
  return new GroupClient(wire);
}

/** A member alone in its group, in its first generation or in the next. */
async function joinAlone(client: GroupClient, groupId: string, version?: number): Promise<Joined> {
  const first = await client.join(groupId, "", version);
  if (first.error !== "MEMBER_ID_REQUIRED") return first;
  return await client.join(groupId, first.memberId, version);
}

async function topicIdOf(world: World, topic: string): Promise<string> {
  const { wire } = await connect(world.sim, world.broker);
  const answer = await wire.call(codecs.metadata, { topics: [{ name: topic }] });
  return answer.topics[0]!.topicId;
}

function versionsOf({ api }: { api: { minVersion: number; maxVersion: number } }): number[] {
  const count = api.maxVersion - api.minVersion + 1;
  return Array.from({ length: count }, (_, index) => api.minVersion + index);
}

describe("groups of a broker", () => {
  test("join, sync, beat and leave in every version", async () => {
    await inWorld(
      async (world) => {
        const client = await clientOf(world);
        assert.deepEqual(await client.find("g"), { error: "NONE", nodeId: 1 });
        for (const version of versionsOf(groupCodecs.join)) {
          const groupId = `join ${version}`;
          const joined = await joinAlone(client, groupId, version);
          assert.deepEqual([joined.error, joined.generationId], ["NONE", 1], groupId);
          assert.equal(await client.sync(groupId, joined, Math.min(version, 5)), "all of 1");
          assert.equal(await client.heartbeat(groupId, joined, Math.min(version, 4)), "NONE");
          assert.equal(await client.state(groupId, Math.min(version, 6)), "Stable");
          assert.equal(await client.leave(groupId, joined, Math.min(version, 5)), "NONE");
          assert.equal(
            await client.leave(groupId, joined, Math.min(version, 5)),
            "UNKNOWN_MEMBER_ID",
          );
        }
        const names = versionsOf(groupCodecs.join).map((version) => `join ${version}`);
        for (const version of versionsOf(groupCodecs.list)) {
          assert.deepEqual((await client.list(version)).toSorted(), names);
        }
        for (const version of versionsOf(groupCodecs.delete)) {
          assert.equal(await client.delete(names[version]!, version), "NONE");
        }
        for (const version of versionsOf(groupCodecs.find)) {
          assert.deepEqual(await client.find("g", version), { error: "NONE", nodeId: 1 });
        }
        await world.broker.close();
      },
      { config: quick },
    );
  });

  test("commit and fetch offsets in every version", async () => {
    await inWorld(
      async (world) => {
        const client = await clientOf(world);
        await world.client.createTopic("orders");
        const topicId = await topicIdOf(world, "orders");
        await client.find("g");
        for (const version of versionsOf(groupCodecs.commit)) {
          const named = version >= 10 ? { topic: "orders", topicId } : { topic: "orders" };
          const offset = version * 100;
          assert.equal(await client.commit("g", { ...named, offset }, version), "NONE");
          assert.equal(await client.committed("g", { topic: "orders" }), offset);
        }
        for (const version of versionsOf(groupCodecs.fetch)) {
          const named = version >= 10 ? { topic: "orders", topicId } : { topic: "orders" };
          assert.equal(await client.committed("g", named, version), 1_000);
        }
        const nowhere = { topic: "nowhere", offset: 1 };
        assert.equal(await client.commit("g", nowhere), "UNKNOWN_TOPIC_OR_PARTITION");
        assert.equal(await client.committed("g", { topic: "nowhere" }), -1);
        const unknown = { topic: "", topicId: "AAAAAAAAAAAAAAAAAAAAAg" };
        assert.equal(await client.commit("g", { ...unknown, offset: 1 }, 10), "UNKNOWN_TOPIC_ID");
        assert.equal(await client.committed("g", unknown, 10), "UNKNOWN_TOPIC_ID");
        await world.broker.close();
      },
      { config: quick },
    );
  });

  test("have what was acknowledged after a power loss", async () => {
    for (let seed = 0; seed < 5; seed += 1) {
      await inWorld(
        async (world) => {
          const client = await clientOf(world);
          await world.client.createTopic("orders");
          await client.find("g");
          const joined = await joinAlone(client, "g");
          assert.equal(await client.sync("g", joined), "all of 1");
          const what = { topic: "orders", offset: 42 + seed, who: joined };
          assert.equal(await client.commit("g", what), "NONE");
          const disk = world.machine.disk.crash();
          world.machine.crash();
          const again = await world.restart(disk);
          const after = await clientOf(again);
          assert.equal(await after.committed("g", { topic: "orders" }), 42 + seed);
          assert.equal(await after.heartbeat("g", joined), "NONE");
          assert.equal(await after.state("g"), "Stable");
          await again.broker.close();
        },
        { seed, config: quick },
      );
    }
  });

  test("lose the offsets of a topic that is deleted", async () => {
    await inWorld(
      async (world) => {
        const client = await clientOf(world);
        await world.client.createTopic("orders");
        await client.find("g");
        await client.commit("g", { topic: "orders", offset: 5 });
        const topicId = await topicIdOf(world, "orders");
        await world.client.deleteTopic("orders");
        await world.client.createTopic("orders");
        assert.notEqual(await topicIdOf(world, "orders"), topicId);
        assert.equal(await client.committed("g", { topic: "orders" }), -1);
        await world.broker.close();
      },
      { config: quick },
    );
  });

  test("do not hold up a stop: members that wait are told", async () => {
    await inWorld(
      async (world) => {
        const client = await clientOf(world);
        await client.find("g");
        const waiting = client.join("g", "", 3);
        await world.sim.clock.after(100);
        await world.broker.close();
        assert.equal((await waiting).error, "NOT_COORDINATOR");
      },
      { config: { ...quick, "group.initial.rebalance.delay.ms": 60_000 } },
    );
  });

  test("need as many brokers as their topic shall have replicas", async () => {
    await inWorld(
      async (world) => {
        const client = await clientOf(world);
        assert.equal((await client.find("g")).error, "COORDINATOR_NOT_AVAILABLE");
        assert.match(
          world.lines.join("\n"),
          /__consumer_offsets could not be created: INVALID_REP/,
        );
        await world.broker.close();
      },
      { config: { ...quick, "offsets.topic.replication.factor": 3 } },
    );
  });

  test("refuse sessions outside their limits, and groups without a name", async () => {
    await inWorld(
      async (world) => {
        const client = await clientOf(world);
        await client.find("g");
        assert.equal((await client.join("g")).error, "INVALID_SESSION_TIMEOUT");
        assert.equal((await client.join("")).error, "INVALID_GROUP_ID");
        await world.broker.close();
      },
      { config: { ...quick, "group.min.session.timeout.ms": 10_001 } },
    );
  });
});
