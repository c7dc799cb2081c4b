import assert from "node:assert/strict";
import kafkaJs, { type Admin, type Kafka, type Producer } from "kafkajs";
import { bothTargets, type Check, type Suite } from "../runner/suite.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { readAll } from "../wire/topic.ts";

const { CompressionTypes, ConfigResourceTypes, logLevel, Partitioners } = kafkaJs;

/** KafkaJS: its producer, and what its admin can do without groups. */
export const kafkajs: Suite = {
  name: "kafkajs",
  about: "KafkaJS 2.2.4: producer and admin",
  targets: bothTargets,
  needs: [],
  async run({ target, check }) {
    await using broker = await target.start();
    using connection = await WireConnection.open(broker);
    const kafka = new kafkaJs.Kafka({
      clientId: "conformance",
      brokers: [broker.bootstrap],
      logLevel: logLevel.NOTHING,
    });
    const admin = kafka.admin();
    await admin.connect();
    try {
      await checkTopics(check, admin);
      await checkProducer(check, kafka, connection);
      await checkDelivery(check, kafka, connection);
      await checkOffsets(check, admin);
      await checkConfigs(check, admin);
      await checkEnd(check, admin);
    } finally {
      await admin.disconnect();
    }
  },
};

async function checkTopics(check: Check, admin: Admin): Promise<void> {
  await check("describeCluster names the one broker, its controller", async () => {
    const cluster = await admin.describeCluster();
    assert.deepEqual(
      cluster.brokers.map(({ nodeId }) => nodeId),
      [1],
    );
    assert.equal(cluster.controller, 1);
    assert.match(cluster.clusterId, /^\S{22}$/);
  });
  await check("createTopics says true for a new topic and false for one that exists", async () => {
    const entries = [{ name: "retention.ms", value: "60000" }];
    const topics = [{ topic: "orders", numPartitions: 2, configEntries: entries }];
    assert.equal(await admin.createTopics({ topics, waitForLeaders: true }), true);
    assert.equal(await admin.createTopics({ topics }), false);
    assert.deepEqual(await admin.listTopics(), ["orders"]);
  });
  await check("createTopics refuses a wrong name and a wrong setting", async () => {
    await assert.rejects(admin.createTopics({ topics: [{ topic: "wrong name" }] }), (error) => {
      const [inner] = (error as { errors: { type: string }[] }).errors;
      assert.equal(inner?.type, "INVALID_TOPIC_EXCEPTION");
      return true;
    });
    const configEntries = [{ name: "retention.ms", value: "soon" }];
    await assert.rejects(admin.createTopics({ topics: [{ topic: "soon", configEntries }] }));
  });
  await check("createPartitions adds, and fetchTopicMetadata shows them", async () => {
    await admin.createPartitions({ topicPartitions: [{ topic: "orders", count: 4 }] });
    // The controller has answered; the broker may learn of it a little later.
    const partitions = await until("four partitions", 5000, async () => {
      const { topics } = await admin.fetchTopicMetadata({ topics: ["orders"] });
      const found = topics[0]!.partitions.toSorted((a, b) => a.partitionId - b.partitionId);
      return found.length === 4 ? found : undefined;
    });
    assert.deepEqual(
      partitions.map(({ partitionId, leader, isr, replicas }) => ({
        partitionId,
        leader,
        isr,
        replicas,
      })),
      [0, 1, 2, 3].map((partitionId) => ({ partitionId, leader: 1, isr: [1], replicas: [1] })),
    );
  });
  await check("fewer partitions than there are is an error", async () => {
    await assert.rejects(
      admin.createPartitions({ topicPartitions: [{ topic: "orders", count: 2 }] }),
    );
  });
}

async function withProducer(
  kafka: Kafka,
  options: Parameters<Kafka["producer"]>[0],
  use: (producer: Producer) => Promise<void>,
): Promise<void> {
  const createPartitioner = Partitioners.DefaultPartitioner;
  const producer = kafka.producer({ createPartitioner, ...options });
  await producer.connect();
  try {
    await use(producer);
  } finally {
    await producer.disconnect();
  }
}

async function checkProducer(
  check: Check,
  kafka: Kafka,
  connection: WireConnection,
): Promise<void> {
  await check("a batch is answered with its offsets and read back with headers", async () => {
    await withProducer(kafka, {}, async (producer) => {
      const messages = Array.from({ length: 100 }, (_, i) => ({
        key: `k${i}`,
        value: `plain ${i}`,
        headers: { index: String(i), twice: ["a", "b"] },
        partition: 0,
        timestamp: String(1_700_000_000_000 + i),
      }));
      const [answer] = await producer.send({ topic: "orders", acks: -1, messages });
      assert.equal(answer?.errorCode, 0);
      assert.equal(answer?.baseOffset, "0");
    });
    const records = await readAll(connection, { topic: "orders", partition: 0 });
    assert.equal(records.length, 100);
    const last = records[99]!;
    assert.equal(String(Buffer.from(last.value!)), "plain 99");
    assert.equal(last.timestamp, 1_700_000_000_099);
    const text = new TextDecoder();
    assert.deepEqual(
      last.headers.map(({ key, value }) => `${key}=${text.decode(value ?? undefined)}`),
      ["index=99", "twice=a", "twice=b"],
    );
  });
  await check("gzip, and tombstones", async () => {
    await withProducer(kafka, {}, async (producer) => {
      const messages = [{ key: "gone", value: null }, { value: "v".repeat(100_000) }].map(
        (message) => ({ ...message, partition: 1 }),
      );
      await producer.send({ topic: "orders", compression: CompressionTypes.GZIP, messages });
    });
    const records = await readAll(connection, { topic: "orders", partition: 1 });
    assert.deepEqual(
      records.map(({ value }) => value?.length ?? null),
      [null, 100_000],
    );
  });
}

async function checkDelivery(
  check: Check,
  kafka: Kafka,
  connection: WireConnection,
): Promise<void> {
  await check("the idempotent producer writes each record once, in order", async () => {
    const wanted = Array.from({ length: 40 }, (_, i) => String(i));
    await withProducer(kafka, { idempotent: true, maxInFlightRequests: 1 }, async (producer) => {
      for (const value of wanted) {
        await producer.send({ topic: "orders", messages: [{ value, partition: 2 }] });
      }
    });
    const records = await readAll(connection, { topic: "orders", partition: 2 });
    assert.deepEqual(
      records.map(({ value }) => Buffer.from(value!).toString()),
      wanted,
    );
  });
  await check("acks 0, 1 and all; sendBatch to several topics", async () => {
    await withProducer(kafka, { allowAutoTopicCreation: true }, async (producer) => {
      for (const acks of [0, 1, -1]) {
        await producer.send({ topic: "orders", acks, messages: [{ value: "x", partition: 3 }] });
      }
      const messages = [{ value: "first" }];
      await producer.sendBatch({
        topicMessages: [
          { topic: "orders", messages: [{ value: "x", partition: 3 }] },
          { topic: "made-by-use", messages },
        ],
      });
    });
    assert.equal((await readAll(connection, { topic: "orders", partition: 3 })).length, 4);
  });
}

async function checkOffsets(check: Check, admin: Admin): Promise<void> {
  await check("fetchTopicOffsets gives low and high of each partition", async () => {
    const offsets = await admin.fetchTopicOffsets("orders");
    assert.deepEqual(
      offsets
        .toSorted((a, b) => a.partition - b.partition)
        .map(({ low, high }) => `${low}-${high}`),
      ["0-100", "0-2", "0-40", "0-4"],
    );
  });
  await check("fetchTopicOffsetsByTimestamp finds the record at or after a time", async () => {
    const offsets = await admin.fetchTopicOffsetsByTimestamp("orders", 1_700_000_000_050);
    assert.equal(offsets.find(({ partition }) => partition === 0)?.offset, "50");
  });
  await check("deleteTopicRecords moves the start of the log", async () => {
    await admin.deleteTopicRecords({
      topic: "orders",
      partitions: [{ partition: 0, offset: "30" }],
    });
    const offsets = await admin.fetchTopicOffsets("orders");
    assert.equal(offsets.find(({ partition }) => partition === 0)?.low, "30");
  });
}

async function checkConfigs(check: Check, admin: Admin): Promise<void> {
  const describe = async (): Promise<Map<string, string>> => {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: true,
      resources: [{ type: ConfigResourceTypes.TOPIC, name: "orders" }],
    });
    return new Map(
      resources[0]!.configEntries.map(({ configName, configValue }) => [configName, configValue]),
    );
  };
  await check("describeConfigs gives all of a topic's settings", async () => {
    const configs = await describe();
    assert.equal(configs.get("retention.ms"), "60000");
    assert.equal(configs.get("cleanup.policy"), "delete");
    assert.equal(configs.get("max.message.bytes"), "1048588");
    assert.ok(configs.size >= 30, `${configs.size} settings`);
  });
  await check("alterConfigs replaces what was set", async () => {
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: ConfigResourceTypes.TOPIC,
          name: "orders",
          configEntries: [{ name: "max.message.bytes", value: "2000000" }],
        },
      ],
    });
    const configs = await describe();
    assert.equal(configs.get("max.message.bytes"), "2000000");
    // AlterConfigs says all that is set: what it leaves out is back at its default.
    assert.equal(configs.get("retention.ms"), "604800000");
  });
  await check("describeConfigs of the broker", async () => {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: ConfigResourceTypes.BROKER, name: "1" }],
    });
    const ids = resources[0]!.configEntries.filter(({ configName }) => configName === "node.id");
    assert.equal(ids[0]?.configValue, "1");
  });
}

async function checkEnd(check: Check, admin: Admin): Promise<void> {
  await check("deleteTopics, after which the topic is not listed", async () => {
    await admin.deleteTopics({ topics: ["orders"] });
    assert.deepEqual(await admin.listTopics(), ["made-by-use"]);
  });
}
