import assert from "node:assert/strict";
import { API, createKafkaClient } from "kafka-ts";
import { bothTargets, type Check, type Suite } from "../runner/suite.ts";
import { WireConnection } from "../wire/connection.ts";
import { readAll } from "../wire/topic.ts";

type Client = ReturnType<typeof createKafkaClient>;
type Cluster = ReturnType<Client["createCluster"]>;
type Producer = ReturnType<Client["createProducer"]>;

const RECORDS = 500;

/** kafka-ts: its producer, and the admin requests that it sends by name. */
export const kafkaTs: Suite = {
  name: "kafka-ts",
  about: "kafka-ts 1.5.0: producer, and requests of its cluster",
  targets: bothTargets,
  needs: [],
  async run({ target, check }) {
    await using broker = await target.start();
    using connection = await WireConnection.open(broker);
    const client = createKafkaClient({
      clientId: "conformance",
      bootstrapServers: [{ host: broker.host, port: broker.port }],
    });
    const cluster = client.createCluster();
    await cluster.connect();
    const producer = client.createProducer({ allowTopicAutoCreation: true });

    await checkTopics(check, cluster);
    await checkProducer(check, producer, connection);
    await checkRest(check, cluster);
    await producer.close();
    await cluster.disconnect();
  },
};

async function checkTopics(check: Check, cluster: Cluster): Promise<void> {
  await check("CREATE_TOPICS and METADATA", async () => {
    await cluster.sendRequest(API.CREATE_TOPICS, {
      validateOnly: false,
      timeoutMs: 10_000,
      topics: [
        { name: "parcels", numPartitions: 3, replicationFactor: 1, assignments: [], configs: [] },
      ],
    });
    const metadata = await cluster.sendRequest(API.METADATA, {
      allowTopicAutoCreation: false,
      includeTopicAuthorizedOperations: false,
      topics: [{ id: null, name: "parcels" }],
    });
    assert.equal(metadata.topics[0]?.name, "parcels");
    assert.equal(metadata.topics[0]?.partitions.length, 3);
  });
}

async function checkProducer(
  check: Check,
  producer: Producer,
  connection: WireConnection,
): Promise<void> {
  await check("the producer's records come back with keys and headers", async () => {
    const messages = Array.from({ length: RECORDS }, (_, i) => ({
      topic: "parcels",
      partition: i % 3,
      key: i % 10 === 0 ? null : `k${i}`,
      value: i % 50 === 0 ? null : `parcel ${i} ${"ü".repeat(20)}`,
      headers: { index: String(i) },
      timestamp: BigInt(1_700_000_000_000 + i),
    }));
    await producer.send(messages);
    const text = (bytes: Uint8Array | null): string | null =>
      bytes === null ? null : Buffer.from(bytes).toString();
    const read = [];
    for (const partition of [0, 1, 2]) {
      for (const record of await readAll(connection, { topic: "parcels", partition })) {
        const index = text(record.headers[0]!.value);
        read.push({ index, partition, key: text(record.key), value: text(record.value) });
      }
    }
    const wanted = messages.map(({ headers, partition, key, value }) => ({
      index: headers.index,
      partition,
      key,
      value,
    }));
    const byIndex = (a: { index: string | null }, b: { index: string | null }): number =>
      Number(a.index) - Number(b.index);
    assert.deepEqual(read.toSorted(byIndex), wanted);
  });
  await check("a topic that is not there is created by its first record", async () => {
    await producer.send([{ topic: "made-by-use", value: "hello" }]);
    assert.equal((await readAll(connection, { topic: "made-by-use", partition: 0 })).length, 1);
  });
}

async function checkRest(check: Check, cluster: Cluster): Promise<void> {
  await check("LIST_OFFSETS, CREATE_PARTITIONS, DESCRIBE_CLUSTER, DELETE_TOPICS", async () => {
    const offsets = await cluster.sendRequest(API.LIST_OFFSETS, {
      replicaId: -1,
      isolationLevel: 0,
      topics: [
        {
          name: "parcels",
          partitions: [{ partitionIndex: 0, currentLeaderEpoch: -1, timestamp: -1n }],
        },
      ],
    });
    assert.equal(offsets.topics[0]?.partitions[0]?.offset, 167n);
    await cluster.sendRequest(API.CREATE_PARTITIONS, {
      topics: [{ name: "parcels", count: 4, assignments: null }],
      timeoutMs: 10_000,
      validateOnly: false,
    });
    await cluster.sendRequest(API.DELETE_TOPICS, {
      topics: [{ name: "parcels", topicId: null }],
      timeoutMs: 10_000,
    });
  });
}
