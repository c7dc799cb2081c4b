// Brokers on real sockets and real files, as a program that embeds them sees them.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { describe, test, type TestContext } from "node:test";
import { nodeRuntime } from "@naru/runtime/node";
import { startBroker, type Broker, type BrokerOptions } from "../src/index.ts";
import { TestClient, batchOf } from "./test-client.ts";

const runtime = nodeRuntime();
const orders = { topic: "orders", partition: 0 };

function connect(broker: Broker): Promise<TestClient> {
  return TestClient.connect(runtime.network, broker.bootstrapServers);
}

function send(client: TestClient, value: string): ReturnType<TestClient["produce"]> {
  return client.produce(orders, batchOf([value], { timestamp: runtime.clock.nowMs() }));
}

async function newFolder(context: TestContext): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "naru-broker-"));
  context.after(() => fs.rm(folder, { recursive: true, force: true }));
  return path.join(folder, "data");
}

describe("a broker inside a process", () => {
  test("keeps everything in memory, several at once, each on a port of its own", async () => {
    await using one = await startBroker();
    await using two = await startBroker();
    await using three = await startBroker({ config: { "num.partitions": 3 } });
    const ports = [one, two, three].map(({ endpoints }) => endpoints[0]!.port);
    assert.equal(new Set(ports).size, 3);
    for (const broker of [one, two, three]) {
      assert.equal(broker.dataDir, undefined);
      const client = await connect(broker);
      assert.deepEqual(await client.topics(), new Map());
      await client.createTopic("orders");
      assert.deepEqual(await send(client, "a"), { error: "NONE", baseOffset: 0 });
      assert.deepEqual([...(await client.fetchAll(orders)).records.values()], ["a"]);
      client.close();
    }
  });

  test("serves soon after the call", async (context) => {
    const startedMs = performance.now();
    await using broker = await startBroker({ dataDir: await newFolder(context) });
    const listensMs = performance.now() - startedMs;
    const client = await connect(broker);
    await client.createTopic("orders");
    await send(client, "a");
    const ackedMs = performance.now() - startedMs;
    context.diagnostic(
      `started in ${listensMs.toFixed(0)} ms, first acks=all after ${ackedMs.toFixed(0)} ms`,
    );
    client.close();
  });

  test("keeps its data in a folder from one start to the next", async (context) => {
    const dataDir = await newFolder(context);
    let clusterId: string;
    {
      await using broker = await startBroker({ dataDir });
      clusterId = broker.clusterId;
      assert.equal(broker.dataDir, dataDir);
      const client = await connect(broker);
      await client.createTopic("orders");
      await send(client, "a");
      client.close();
    }
    await using broker = await startBroker({ dataDir });
    assert.equal(broker.clusterId, clusterId);
    const client = await connect(broker);
    assert.deepEqual(await send(client, "b"), { error: "NONE", baseOffset: 1 });
    assert.deepEqual([...(await client.fetchAll(orders)).records.values()], ["a", "b"]);
    client.close();
  });

  test("closes while a fetch waits, and answers it", async () => {
    const broker = await startBroker();
    const client = await connect(broker);
    await client.createTopic("orders");
    const waiting = client.fetch(orders, 0, { maxWaitMs: 60_000 });
    // An answer to a later request of another connection says that the fetch has arrived.
    const other = await connect(broker);
    await other.topics();
    await other.topics();
    await broker.close();
    assert.equal((await waiting).error, "NOT_LEADER_OR_FOLLOWER");
    await client.wire.closedByBroker;
    await broker.closed;
  });

  test("may be closed twice, and at once", async () => {
    const broker = await startBroker();
    await Promise.all([broker.close(), broker.close()]);
    await broker.closed;
    await assert.rejects(connect(broker));
  });
});

describe("a start that fails", () => {
  test("because another holds the folder leaves that one alone", async (context) => {
    const dataDir = await newFolder(context);
    await using broker = await startBroker({ dataDir });
    await assert.rejects(startBroker({ dataDir }), (error: Error & { code?: string }) => {
      assert.match(error.message, /\.lock/);
      return true;
    });
    const client = await connect(broker);
    await client.createTopic("orders");
    assert.equal((await send(client, "a")).error, "NONE");
    client.close();
  });

  test("because the port is taken leaves no lock and no listener behind", async (context) => {
    const dataDir = await newFolder(context);
    const taken = net.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const { port } = taken.address() as net.AddressInfo;
    const two = await freePort();
    const listeners = `A://127.0.0.1:${two},B://127.0.0.1:${port}`;
    const protocols = "A:PLAINTEXT,B:PLAINTEXT,CONTROLLER:PLAINTEXT";
    const config = {
      listeners,
      "listener.security.protocol.map": protocols,
      "inter.broker.listener.name": "A",
    };
    await assert.rejects(startBroker({ dataDir, config }), /in use|EADDRINUSE/);
    await new Promise((resolve) => taken.close(resolve));
    await using broker = await startBroker({ dataDir, config });
    assert.deepEqual(
      broker.endpoints.map((endpoint) => endpoint.port),
      [two, port],
    );
  });

  test("because of its settings says all that is wrong, and touches nothing", async (context) => {
    const dataDir = await newFolder(context);
    const options: BrokerOptions = {
      dataDir,
      host: "0.0.0.0",
      config: { "num.partitions": "many", "log.segment.bytes": -5 },
    };
    await assert.rejects(startBroker(options), (error: Error & { code?: string }) => {
      assert.match(error.message, /num\.partitions/);
      assert.match(error.message, /log\.segment\.bytes/);
      return true;
    });
    await assert.rejects(fs.stat(dataDir));
    const everywhere = { dataDir, config: { listeners: "PLAINTEXT://:0" } };
    await assert.rejects(startBroker(everywhere), /insecure-listen/);
    await assert.rejects(fs.stat(dataDir));
  });
});

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
