import assert from "node:assert/strict";
import {
  Admin,
  ConfigResourceTypes,
  IncrementalAlterConfigOperationTypes,
  Producer,
  ProduceAcks,
  stringSerializers,
} from "@platformatic/kafka";
import { bothTargets, type Check, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { readAll } from "../wire/topic.ts";

const codecs = ["none", "gzip", "snappy", "lz4", "zstd"] as const;

/** @platformatic/kafka: its producer in every codec, and what its admin can do without groups. */
export const platformatic: Suite = {
  name: "platformatic",
  about: "@platformatic/kafka 2.12.1: producer and admin",
  targets: bothTargets,
  needs: [],
  async run({ target, check }) {
    await using broker = await target.start();
    const base = { clientId: "conformance", bootstrapBrokers: [broker.bootstrap], strict: true };
    const admin = new Admin(base);
    try {
      await checkTopics(check, admin);
      await checkProducer(check, broker, base);
      await checkRest(check, admin);
    } finally {
      await admin.close();
    }
  },
};

async function checkTopics(check: Check, admin: Admin): Promise<void> {
  await check("createTopics answers with counts, id and configuration", async () => {
    const [topic] = await admin.createTopics({
      topics: ["crates"],
      partitions: 2,
      replicas: 1,
      configs: [{ name: "retention.bytes", value: "1000000" }],
    });
    assert.equal(topic?.name, "crates");
    assert.equal(topic?.partitions, 2);
    assert.equal(topic?.replicas, 1);
    assert.match(topic.id, /^[0-9a-f-]{36}$/);
    assert.equal(topic.configuration["retention.bytes"], "1000000");
  });
  await check("listTopics and metadata", async () => {
    assert.deepEqual(await admin.listTopics(), ["crates"]);
    const metadata = await admin.metadata({ topics: ["crates"] });
    assert.equal(metadata.topics.get("crates")?.partitionsCount, 2);
    assert.deepEqual([...metadata.brokers.keys()], [1]);
  });
  await check("createPartitions adds partitions", async () => {
    await admin.createPartitions({ topics: [{ name: "crates", count: 6 }] });
    // The controller has answered; the broker may learn of it a little later.
    await until("six partitions", 5000, async () => {
      const metadata = await admin.metadata({ topics: ["crates"], forceUpdate: true });
      return metadata.topics.get("crates")?.partitionsCount === 6 ? true : undefined;
    });
  });
}

async function checkProducer(
  check: Check,
  broker: RunningBroker,
  base: { clientId: string; bootstrapBrokers: string[] },
): Promise<void> {
  using connection = await WireConnection.open(broker);
  const producer = new Producer({ ...base, serializers: stringSerializers });
  for (const [partition, compression] of codecs.entries()) {
    await check(`records in ${compression} come back with keys and headers`, async () => {
      const messages = Array.from({ length: 60 }, (_, i) => ({
        topic: "crates",
        partition,
        key: `k${i}`,
        value: `${compression} ${"value ".repeat(10)}${i}`,
        headers: new Map([["codec", compression]]),
      }));
      const { offsets } = await producer.send({ messages, compression, acks: ProduceAcks.ALL });
      assert.deepEqual(offsets, [{ topic: "crates", partition, offset: 0n }]);
      const records = await readAll(connection, { topic: "crates", partition });
      assert.deepEqual(
        records.map(({ key, value }) => [String(Buffer.from(key!)), String(Buffer.from(value!))]),
        messages.map(({ key, value }) => [key, value]),
      );
      assert.equal(String(Buffer.from(records[0]!.headers[0]!.value!)), compression);
    });
  }
  await producer.close();
  await check("the idempotent producer keeps order", async () => {
    const idempotent = new Producer({ ...base, serializers: stringSerializers, idempotent: true });
    for (let i = 0; i < 20; i += 1) {
      await idempotent.send({
        messages: [{ topic: "crates", partition: 5, value: String(i) }],
        acks: ProduceAcks.ALL,
      });
    }
    await idempotent.close();
    const records = await readAll(connection, { topic: "crates", partition: 5 });
    const values = records.map(({ value }) => String(Buffer.from(value!)));
    assert.deepEqual(
      values,
      Array.from({ length: 20 }, (_, i) => String(i)),
    );
  });
}

async function checkRest(check: Check, admin: Admin): Promise<void> {
  await check("listOffsets and deleteRecords", async () => {
    const deleted = await admin.deleteRecords({
      topics: [{ name: "crates", partitions: [{ partition: 0, offset: 20n }] }],
    });
    assert.equal(deleted[0]?.partitions[0]?.lowWatermark, 20n);
    const at = async (timestamp: bigint): Promise<bigint | undefined> => {
      const partitions = [{ partitionIndex: 0, timestamp }];
      const [topic] = await admin.listOffsets({ topics: [{ name: "crates", partitions }] });
      return topic?.partitions[0]?.offset;
    };
    assert.equal(await at(-2n), 20n);
    assert.equal(await at(-1n), 60n);
  });
  const resource = { resourceType: ConfigResourceTypes.TOPIC, resourceName: "crates" };
  await check("describeConfigs and incrementalAlterConfigs", async () => {
    await admin.incrementalAlterConfigs({
      resources: [
        {
          ...resource,
          configs: [
            {
              name: "retention.ms",
              configOperation: IncrementalAlterConfigOperationTypes.SET,
              value: "5000",
            },
          ],
        },
      ],
    });
    const [described] = await admin.describeConfigs({
      resources: [{ ...resource, configurationKeys: ["retention.ms", "retention.bytes"] }],
    });
    const values = described!.configs.map(({ name, value }) => `${name}=${value}`).toSorted();
    assert.deepEqual(values, ["retention.bytes=1000000", "retention.ms=5000"]);
  });
  await check("describeLogDirs gives sizes", async () => {
    const [node] = await admin.describeLogDirs({
      topics: [{ name: "crates", partitions: [0, 1] }],
    });
    const [topic] = node!.results[0]!.topics;
    assert.equal(topic?.name, "crates");
    assert.ok(topic.partitions.every(({ partitionSize }) => partitionSize > 0n));
  });
  await check("deleteTopics", async () => {
    await admin.deleteTopics({ topics: ["crates"] });
    assert.deepEqual(await admin.listTopics(), []);
  });
}
