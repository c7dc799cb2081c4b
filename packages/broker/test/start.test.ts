import assert from "node:assert/strict";
import { test } from "node:test";
import { simulatedRuntime } from "@naru/runtime/simulated";
import { startBroker } from "../src/server/start-broker.ts";
import { DATA_DIR, machineOf, orders } from "./broker-life.ts";
import { WireClient } from "./wire-client.ts";
import { TestClient, codecs } from "./test-client.ts";
import { inWorld } from "./world.ts";

// Goal: no client ever sees a cluster without brokers, or a topic without its leader.
// Method: a client that tries to connect from the first moment of a start on, and asks at once.
test("who connects while the broker starts is answered when it is ready", async () => {
  for (let seed = 0; seed < 10; seed += 1) {
    const sim = simulatedRuntime({ seed });
    const machine = machineOf(sim, sim.node("broker").disk, "life 0");
    const options = { runtime: machine, dataDir: DATA_DIR, host: "broker", insecureListen: true };
    const script = async (): Promise<void> => {
      const first = await startBroker(options);
      const client = await TestClient.connect(sim.network, first.bootstrapServers);
      await client.createTopic("orders");
      await first.close();

      const starting = startBroker({ ...options, port: 9_092 });
      const early = await untilConnected();
      const answer = await early.call(codecs.metadata, { topics: null });
      assert.equal(answer.brokers.length, 1);
      assert.equal(answer.topics[0]!.partitions[0]!.leaderId, 1);
      await (await starting).close();
    };
    const untilConnected = async (): Promise<WireClient> => {
      for (;;) {
        try {
          return await WireClient.connect(sim.network, "broker:9092");
        } catch {
          await sim.clock.after(0.5);
        }
      }
    };
    await sim.run(script());
  }
});

test("a topic that is deleted and made again begins at offset 0", async () => {
  // The checkpoints of the first one must not be taken for the second one's.
  const config = {
    "log.flush.offset.checkpoint.interval.ms": 500,
    "log.flush.start.offset.checkpoint.interval.ms": 500,
  };
  await inWorld(
    async (world) => {
      const { client, send, sim, machine } = world;
      await client.createTopic("orders");
      for (let index = 0; index < 5; index += 1) await send(orders, `old ${index}`);
      await client.deleteRecords(orders, 4);
      await sim.clock.after(1_000);
      await client.deleteTopic("orders");
      await client.createTopic("orders");
      assert.deepEqual(await send(orders, "new"), { error: "NONE", baseOffset: 0 });
      const disk = machine.disk.crash();
      machine.crash();
      const again = await world.restart(disk);
      const { records, logStartOffset } = await again.client.fetchAll(orders);
      assert.deepEqual([...records], [[0, "new"]]);
      assert.equal(logStartOffset, 0);
      await again.broker.close();
    },
    { config },
  );
});

test("folders that a crash has left are dealt with and named", async () => {
  await inWorld(async (world) => {
    const { client, broker, machine } = world;
    await client.createTopic("orders");
    await broker.close();
    const id = "0123456789abcdef0123456789abcdef";
    machine.disk.makeFolder(`/data/orders-7.${id}-delete`);
    machine.disk.makeFolder("/data/half-made-0");
    machine.disk.makeFolder("/data/stranger-0");
    const file = machine.disk.open("/data/stranger-0/00000000000000000000.log", { mode: "new" });
    file.append([Buffer.from("something")]);
    file.close();
    const again = await world.restart();
    const folders = machine.disk.list("/data").filter(({ kind }) => kind === "folder");
    const names = folders.map(({ name }) => name.replace(/[0-9a-f]{32}/, "ID"));
    assert.deepEqual(names, ["__cluster_metadata-0", "orders-0", "stranger-0.ID-stray"]);
    for (const name of [`orders-7.${id}-delete`, "half-made-0", "stranger-0"]) {
      assert.ok(
        again.lines.some((line) => line.includes(`/data/${name}: `)),
        name,
      );
    }
    await again.broker.close();
  });
});

test("checkpoints that are damaged cost time at the next start, and no record", async () => {
  const config = { "log.flush.offset.checkpoint.interval.ms": 500 };
  await inWorld(
    async (world) => {
      const { client, send, sim, machine } = world;
      await client.createTopic("orders");
      await send(orders, "a");
      await sim.clock.after(1_000);
      await send(orders, "b");
      const disk = machine.disk.crash();
      machine.crash();
      const names = ["recovery-point-offset-checkpoint", "log-start-offset-checkpoint"];
      for (const name of names) {
        const file = disk.open(`/data/${name}`, { mode: "any" });
        file.truncate(0);
        file.append([Buffer.from("0\n7\nnonsense")]);
        file.close();
      }
      const again = await world.restart(disk);
      for (const name of names)
        assert.ok(again.lines.some((line) => line.includes(`${name}: it has`)));
      assert.ok(
        again.lines.some((line) => line.startsWith("orders-0: opened after an unclean stop")),
      );
      assert.deepEqual([...(await again.client.fetchAll(orders)).records.values()], ["a", "b"]);
      await again.broker.close();
    },
    { config },
  );
});

test("a broker that has stopped does not fail over a topic it deleted", async () => {
  await inWorld(async (world) => {
    const { client, broker, sim, lines } = world;
    await client.createTopic("orders");
    await world.send(orders, "a");
    await client.deleteTopic("orders");
    await broker.close();
    // The next one removes what was left, and then the time of the first one comes.
    const again = await world.restart();
    assert.deepEqual(await again.client.topics(), new Map());
    await sim.clock.after(120_000);
    await broker.closed;
    assert.ok(![...lines, ...again.lines].some((line) => line.includes("The broker stops")));
    await again.broker.close();
  });
});
