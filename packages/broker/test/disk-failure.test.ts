import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { orders } from "./broker-life.ts";
import { failAt } from "./crash-runs.ts";
import { inWorld, isOfLog, type World } from "./world.ts";

/** One call in so many; all of them are a slow test. */
const STRIDE = 29;

describe("a disk that fails", () => {
  test("a failed sync stops the broker, and nothing is acknowledged after it", async () => {
    await inWorld(async (world) => {
      const { client, machine, broker, send } = world;
      await client.createTopic("orders");
      assert.deepEqual(await send(orders, "kept"), { error: "NONE", baseOffset: 0 });
      const syncs: number[] = [];
      machine.disk.failAt((call) => {
        const isSync = isOfLog("orders-0", "sync")(call);
        if (isSync) syncs.push(call.number);
        return isSync;
      }, "EIO");
      const second = send(orders, "not acknowledged");
      const third = send(orders, "neither");
      await assert.rejects(second, /connection ended/);
      await assert.rejects(third, /connection ended/);
      await assert.rejects(broker.closed, /sync failed: input\/output error/);
      assert.equal(syncs.length, 1, "a failed sync is not tried again");
      await assertServesAgain(world, "kept");
    });
  });

  test("a metadata log that cannot be synced stops the broker", async () => {
    await inWorld(async (world) => {
      const { client, machine, broker, send } = world;
      await client.createTopic("orders");
      await send(orders, "kept");
      machine.disk.failAt(isOfLog("__cluster_metadata-0", "sync"), "EIO");
      await assert.rejects(client.createTopic("more"), /connection ended/);
      await assert.rejects(broker.closed, /__cluster_metadata-0/);
      await assertServesAgain(world, "kept");
    });
  });

  test("a segment that cannot be read stops the broker", async () => {
    const config = { "naru.hot.tail.bytes": 0 };
    await inWorld(
      async (world) => {
        const { client, machine, broker, send } = world;
        await client.createTopic("orders");
        await send(orders, "kept");
        const again = await endAndRestart(world);
        again.machine.disk.failAt(isOfLog("orders-0", "readAt"), "EIO");
        const answer = await again.client.fetch(orders, 0).catch(() => undefined);
        assert.ok(answer === undefined || answer.error === "KAFKA_STORAGE_ERROR", answer?.error);
        await assert.rejects(again.broker.closed, /readAt failed/);
        assert.notEqual(machine, again.machine);
        await broker.closed;
      },
      { config },
    );
  });

  test("wherever a call fails, what was acknowledged is served afterwards", async () => {
    for (let call = 5; ; call += STRIDE) {
      if ((await failAt(call, "EIO")) === "not reached") break;
    }
  });
});

describe("a disk that is full", () => {
  test("produce answers KAFKA_STORAGE_ERROR, and reads go on", async () => {
    await inWorld(async ({ client, machine, send, lines }) => {
      await client.createTopic("orders");
      await send(orders, "before");
      const makeRoom = machine.disk.failAt(isOfLog("orders-0", "append"), "ENOSPC");
      assert.equal((await send(orders, "no room")).error, "KAFKA_STORAGE_ERROR");
      assert.equal((await send(orders, "no room", 1)).error, "KAFKA_STORAGE_ERROR");
      const { records, highWatermark } = await client.fetchAll(orders);
      assert.deepEqual([...records.values()], ["before"]);
      assert.equal(highWatermark, 1);
      makeRoom();
      assert.deepEqual(await send(orders, "after"), { error: "NONE", baseOffset: 1 });
      assert.deepEqual([...(await client.fetchAll(orders)).records.values()], ["before", "after"]);
      assert.ok(lines.some((line) => line.includes("orders-0") && line.includes("full")));
    });
  });

  test("no room for a new segment refuses what needs it and harms nothing", async () => {
    await inWorld(async (world) => {
      const { client, machine, send, sim } = world;
      await client.createTopic("orders", { configs: { "segment.ms": "1000" } });
      await send(orders, "old segment");
      await sim.clock.after(1_500);
      const makeRoom = machine.disk.failAt(isOfLog("orders-0", "open"), "ENOSPC");
      assert.equal((await send(orders, "no room")).error, "KAFKA_STORAGE_ERROR");
      makeRoom();
      assert.deepEqual(await send(orders, "new segment"), { error: "NONE", baseOffset: 1 });
      const again = await endAndRestart(world);
      const { records } = await again.client.fetchAll(orders);
      assert.deepEqual([...records.values()], ["old segment", "new segment"]);
      await again.broker.close();
    });
  });

  test("a topic for whose metadata there is no room is refused", async () => {
    await inWorld(async ({ client, machine, broker }) => {
      const makeRoom = machine.disk.failAt(isOfLog("__cluster_metadata-0", "append"), "ENOSPC");
      assert.equal(await client.createTopic("orders"), "KAFKA_STORAGE_ERROR");
      makeRoom();
      assert.equal(await client.createTopic("orders"), "NONE");
      await broker.close();
    });
  });

  test("a topic for whose log there is no room is served once there is", async () => {
    await inWorld(async (world) => {
      const { client, machine, send, sim } = world;
      const inFolder = ({ path, kind }: { path: string; kind: string }): boolean =>
        path.endsWith("/orders-0") && kind === "makeFolder";
      const makeRoom = machine.disk.failAt(inFolder, "ENOSPC");
      assert.equal(await client.createTopic("orders"), "NONE");
      assert.equal((await send(orders, "too early")).error, "NOT_LEADER_OR_FOLLOWER");
      await client.createTopic("payments");
      assert.equal((await send({ topic: "payments", partition: 0 }, "elsewhere")).error, "NONE");
      makeRoom();
      await sim.clock.after(2_000);
      assert.deepEqual(await send(orders, "in time"), { error: "NONE", baseOffset: 0 });
      await world.broker.close();
    });
  });

  test("checkpoints that find no room are written later", async () => {
    const name = "log-start-offset-checkpoint";
    const config = { "log.flush.start.offset.checkpoint.interval.ms": 1_000 };
    await inWorld(
      async (world) => {
        const { client, machine, send, sim, lines } = world;
        await client.createTopic("orders");
        for (const value of ["a", "b", "c"]) await send(orders, value);
        await client.deleteRecords(orders, 2);
        const ofCheckpoint = ({ path }: { path: string }): boolean => path.includes(name);
        const makeRoom = machine.disk.failAt(ofCheckpoint, "ENOSPC");
        await sim.clock.after(3_000);
        assert.ok(lines.some((line) => line.includes(name)));
        assert.equal((await send(orders, "d")).error, "NONE");
        makeRoom();
        await sim.clock.after(3_000);
        const text = Buffer.from(machine.disk.readWhole(`/data/${name}`, 10_000)).toString();
        assert.equal(text, "0\n1\norders 0 2\n");
        await world.broker.close();
      },
      { config },
    );
  });

  test("wherever a call finds no room, what was acknowledged is served afterwards", async () => {
    for (let call = 7; ; call += STRIDE) {
      if ((await failAt(call, "ENOSPC")) === "not reached") break;
    }
  });
});

async function endAndRestart(world: World): Promise<World> {
  await world.broker.close();
  return world.restart();
}

async function assertServesAgain(world: World, ...values: string[]): Promise<void> {
  // The power goes as well, so that only what is durable counts.
  const disk = world.machine.disk.crash();
  world.machine.crash();
  const again = await world.restart(disk);
  const { records } = await again.client.fetchAll(orders);
  assert.deepEqual([...records.values()].slice(0, values.length), values);
  await again.broker.close();
}
