import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { randomUuid } from "@naru/protocol";
import { silentLogger } from "@naru/runtime";
import { simulatedRuntime, type SimulatedRuntime } from "@naru/runtime/simulated";
import { HotTail } from "../log/hot-tail.ts";
import { batch } from "../log/log-rig.test.ts";
import { WriteTurn } from "../log/write-turn.ts";
import { parseBrokerConfig } from "../metadata/config/parse-broker-config.ts";
import { Replicas } from "../partition/replicas.ts";
import { ClusterConfigs } from "./cluster-configs.ts";
import { Logs } from "./logs.ts";
import { MetadataPublisher } from "./metadata-publisher.ts";
import { openData, type OpenedData } from "./opened-data.ts";

interface Rig {
  readonly sim: SimulatedRuntime;
  readonly data: OpenedData;
  readonly replicas: Replicas;
  readonly publisher: MetadataPublisher;
  readonly failures: unknown[];
  readonly create: (
    name: string,
    partitions?: number,
    configs?: Record<string, string>,
  ) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

/** A controller over its log, and the publisher that takes over what it commits. */
async function open(sim: SimulatedRuntime): Promise<Rig> {
  const settings = parseBrokerConfig([
    { key: "log.dirs", value: "/data", source: "test" },
    { key: "listeners", value: "PLAINTEXT://localhost:0", source: "test" },
  ]);
  const failures: unknown[] = [];
  const onFailure = (error: unknown): void => void failures.push(error);
  const data = await openData({ runtime: sim, logger: silentLogger, settings, onFailure });
  const { controller, folder } = data;
  const { nodeId } = folder;
  const configs = new ClusterConfigs({
    fixed: settings.layers.fixed,
    nodeId,
    image: controller.image.configs,
  });
  const logs = new Logs({
    runtime: sim,
    logger: silentLogger,
    folder,
    tail: new HotTail(1_048_576),
    turn: new WriteTurn(sim.clock),
    decompressedBatchBytesMax: 1_048_576,
    onDiskFailure: onFailure,
  });
  const replicas = new Replicas();
  const publisher = new MetadataPublisher({
    nodeId,
    replicas,
    logs,
    configs,
    acksAllFlush: "disk",
    logger: silentLogger,
    onFailure,
  });
  controller.subscribe((delta) => publisher.take(delta));
  const { brokerEpoch } = await controller.registerBroker({
    brokerId: nodeId,
    clusterId: folder.clusterId,
    incarnationId: randomUuid(sim.random),
    listeners: [],
    features: [
      { name: "metadata.version", minSupportedVersion: 25, maxSupportedVersion: 30 },
      { name: "transaction.version", minSupportedVersion: 0, maxSupportedVersion: 2 },
      { name: "group.version", minSupportedVersion: 0, maxSupportedVersion: 1 },
    ],
    rack: null,
    logDirs: [folder.directoryId],
    previousBrokerEpoch: -1,
  });
  const currentMetadataOffset = controller.image.offset;
  await controller.heartbeat({
    brokerId: nodeId,
    brokerEpoch,
    currentMetadataOffset,
    wantFence: false,
    wantShutDown: false,
  });
  return {
    sim,
    data,
    replicas,
    publisher,
    failures,
    create: async (name, numPartitions = 1, entries = {}) => {
      const topicConfigs = Object.entries(entries).map(([key, value]) => ({ name: key, value }));
      const topic = { name, numPartitions, replicationFactor: 1, assignments: [] };
      const request = { topics: [{ ...topic, configs: topicConfigs }] };
      const { topics } = await controller.createTopics(request);
      assert.equal(topics[0]!.errorCode, 0);
    },
    remove: async (name) => {
      const { responses } = await controller.deleteTopics({ topicNames: [name], timeoutMs: 0 });
      assert.equal(responses[0]!.errorCode, 0);
    },
  };
}

function inRig(script: (rig: Rig) => Promise<void>, seed = 1): Promise<void> {
  const sim = simulatedRuntime({ seed });
  return sim.run(open(sim).then(script));
}

describe("what the controller commits", () => {
  test("is shown only when it can be written to", async () => {
    await inRig(async ({ data, publisher, replicas, create }) => {
      const seen: string[] = [];
      publisher.onPublished(({ image }) => {
        for (const index of image.topics.byName("orders")?.partitions.keys() ?? []) {
          const leads = replicas.byName("orders", index)?.isLeader === true;
          seen.push(`orders-${index} ${leads ? "leads" : "is missing"}`);
        }
      });
      await create("orders", 2);
      await publisher.whenPublished(data.controller.image.offset);
      assert.deepEqual(seen, ["orders-0 leads", "orders-1 leads"]);
      assert.equal(publisher.image, data.controller.image);
    });
  });

  test("is taken over in its order, one commit after the other", async () => {
    await inRig(async ({ data, publisher, create, remove, failures }) => {
      const offsets: number[] = [];
      publisher.onPublished(({ image }) => offsets.push(image.offset));
      await Promise.all([create("a"), create("b", 3), create("c")]);
      await remove("b");
      await create("b");
      await publisher.whenPublished(data.controller.image.offset);
      assert.deepEqual(
        offsets,
        offsets.toSorted((x, y) => x - y),
      );
      assert.ok(offsets.length >= 3);
      assert.deepEqual(failures, []);
    });
  });

  test("a topic that is deleted while appends wait refuses them", async () => {
    for (let seed = 0; seed < 20; seed += 1) {
      await inRig(async ({ sim, data, publisher, replicas, create, remove, failures }) => {
        await create("orders");
        await publisher.whenPublished(data.controller.image.offset);
        const partition = replicas.byName("orders", 0)!;
        const answers: string[] = [];
        const deleted = remove("orders");
        while (replicas.byName("orders", 0) !== undefined) {
          if (partition.isLeader) {
            const done = (error: string): void => void answers.push(error);
            partition.append({ bytes: batch(), requiredAcks: -1, origin: "client", done });
            partition.append({ bytes: batch(), requiredAcks: 1, origin: "client", done });
          }
          await sim.clock.after(0.7);
        }
        await deleted;
        await publisher.whenPublished(data.controller.image.offset);
        await sim.clock.after(200);
        assert.ok(answers.length > 0);
        assert.equal(answers.length % 2, 0, "each is answered");
        const known = ["NONE", "NOT_LEADER_OR_FOLLOWER", "KAFKA_STORAGE_ERROR"];
        assert.deepEqual(
          answers.filter((answer) => !known.includes(answer)),
          [],
        );
        const folders = sim.disk.list("/data").map(({ name }) => name);
        assert.ok(!folders.includes("orders-0"));
        assert.deepEqual(failures, []);
      }, seed);
    }
  });

  test("a configuration that changes reaches the logs of its topic, and no others", async () => {
    await inRig(async ({ data, publisher, replicas, create }) => {
      await create("orders", 2, { "retention.ms": "1000" });
      await create("payments");
      const entry = { name: "retention.ms", configOperation: 0, value: "2000" };
      const minInsync = { name: "min.insync.replicas", configOperation: 0, value: "2" };
      const configs = [entry, minInsync];
      const resources = [{ resourceType: 2, resourceName: "orders", configs }];
      await data.controller.incrementalAlterConfigs({ resources, validateOnly: false });
      await publisher.whenPublished(data.controller.image.offset);
      const kept = (topic: string, index: number): number =>
        replicas.byName(topic, index)!.log.config.retentionMs;
      assert.deepEqual([kept("orders", 0), kept("orders", 1)], [2_000, 2_000]);
      assert.equal(kept("payments", 0), 604_800_000);
    });
  });

  test("a broker's configuration reaches all logs whose topics do not say otherwise", async () => {
    await inRig(async ({ data, publisher, replicas, create }) => {
      await create("orders", 1, { "retention.ms": "1000" });
      await create("payments");
      const configs = [{ name: "log.retention.ms", configOperation: 0, value: "5000" }];
      const resources = [{ resourceType: 4, resourceName: "", configs }];
      await data.controller.incrementalAlterConfigs({ resources, validateOnly: false });
      await publisher.whenPublished(data.controller.image.offset);
      assert.equal(replicas.byName("orders", 0)!.log.config.retentionMs, 1_000);
      assert.equal(replicas.byName("payments", 0)!.log.config.retentionMs, 5_000);
    });
  });

  test("a log that cannot be opened ends the broker, and nobody waits for it", async () => {
    await inRig(async ({ sim, data, publisher, create, failures }) => {
      sim.disk.failAt(({ path }) => path.includes("/orders-0"), "EIO");
      await create("orders");
      await publisher.whenPublished(data.controller.image.offset);
      assert.equal(failures.length, 1);
      assert.equal(publisher.image.topics.byName("orders"), undefined);
    });
  });

  test("closing waits for the log that is being made, and begins no other", async () => {
    await inRig(async ({ sim, publisher, create, replicas }) => {
      const created = create("orders", 20);
      while (replicas.byName("orders", 0) === undefined) await sim.clock.after(1);
      await publisher.close();
      const { size } = new Set(replicas.ofTopic("orders"));
      assert.ok(size > 0 && size < 20, `${size} logs`);
      const calls = sim.disk.callCount;
      await created;
      await sim.clock.after(100);
      assert.equal(new Set(replicas.ofTopic("orders")).size, size);
      assert.ok(sim.disk.callCount - calls < 10);
    });
  });
});
