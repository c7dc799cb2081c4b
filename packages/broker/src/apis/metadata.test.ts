import assert from "node:assert/strict";
import { test } from "node:test";

import { ZERO_UUID } from "@naru/protocol";
import { decodeMetadataResponse, encodeMetadataRequest } from "@naru/protocol/messages/metadata";

import {
  call,
  testBroker,
  topicId,
  withBroker,
  withTopic,
  type TestBroker,
} from "./api-rig.test.ts";
import { metadataApi } from "./metadata.ts";

const codec = { encode: encodeMetadataRequest, decode: decodeMetadataResponse };
const versions = Array.from({ length: 14 }, (_, version) => version);

function brokerWithTopics(
  answers: Parameters<typeof testBroker>[0] = { createTopics: () => ({ topics: [] }) },
): TestBroker {
  const broker = testBroker(answers);
  broker.metadata = withTopic(broker.metadata, "orders", [{}, {}]);
  broker.metadata = withTopic(broker.metadata, "__consumer_offsets", [{}]);
  return broker;
}

function named(...names: string[]) {
  return names.map((name) => ({ topicId: ZERO_UUID, name }));
}

type Request = Parameters<typeof encodeMetadataRequest>[1];

async function ask(broker: TestBroker, version: number, request: Request) {
  // The default is true, which versions below 4 cannot say otherwise.
  return call(metadataApi(broker), codec, { version, request });
}

for (const version of versions) {
  test(`version ${version} tells brokers, topics and leaders`, async () => {
    const answer = await ask(brokerWithTopics(), version, { topics: named("orders") });
    assert.deepEqual(
      answer.brokers.map(({ nodeId, host, port }) => [nodeId, host, port]),
      [[1, "host1", 9_091]],
    );
    if (version >= 1) assert.equal(answer.controllerId, 1);
    if (version >= 2) assert.equal(answer.clusterId, "test-cluster");
    const [topic] = answer.topics;
    assert.equal(topic?.name, "orders");
    assert.equal(topic.topicId, version >= 10 ? topicId("o") : ZERO_UUID);
    assert.deepEqual(
      topic.partitions.map((partition) => [
        partition.partitionIndex,
        partition.errorCode,
        partition.leaderId,
        partition.leaderEpoch,
        partition.replicaNodes,
        partition.isrNodes,
      ]),
      [0, 1].map((index) => [index, 0, 1, version >= 7 ? 3 : -1, [1], [1]]),
    );
  });
}

test("version 0 asks for all topics with an empty list, later ones with null", async () => {
  const broker = brokerWithTopics();
  const all = ["__consumer_offsets", "orders"];
  const names = async (version: number, topics: [] | null) =>
    (await ask(broker, version, { topics })).topics.map(({ name }) => name);
  assert.deepEqual(await names(0, []), all);
  assert.deepEqual(await names(1, []), []);
  assert.deepEqual(await names(1, null), all);
  assert.deepEqual(await names(13, null), all);
});

test("internal topics are marked", async () => {
  const answer = await ask(brokerWithTopics(), 12, { topics: null });
  assert.deepEqual(
    answer.topics.map(({ isInternal }) => isInternal),
    [true, false],
  );
});

test("topics may be asked for by id", async () => {
  const topics = [topicId("o"), topicId("u")].map((id) => ({ topicId: id, name: null }));
  const answer = await ask(brokerWithTopics(), 12, { topics });
  assert.deepEqual(
    answer.topics.map(({ name, errorCode }) => [name, errorCode]),
    [
      ["orders", 0],
      [null, 100],
    ],
  );
});

test("an id in a version that has none for requests is refused", async () => {
  const topics = [{ topicId: topicId("o"), name: "orders" }];
  const answer = await ask(brokerWithTopics(), 10, { topics });
  assert.deepEqual(
    answer.topics.map(({ errorCode }) => errorCode),
    [42],
  );
});

for (const name of ["", ".", "..", "a/b", "a b", "ü", "x".repeat(250)]) {
  test(`a topic cannot be named ${JSON.stringify(name.slice(0, 9))}`, async () => {
    const broker = brokerWithTopics();
    const answer = await ask(broker, 9, { topics: named(name), allowAutoTopicCreation: true });
    assert.equal(answer.topics[0]?.errorCode, 17);
    assert.deepEqual(broker.asked, []);
  });
}

test("an unknown topic is created by Kafka's rule, once, while its asker is told it is unknown", async () => {
  let created: (answer: unknown) => void = () => {};
  const broker = brokerWithTopics({
    createTopics: () =>
      new Promise((resolve) => {
        created = resolve;
      }),
  });
  broker.settings.set("num.partitions", "3");
  const api = metadataApi(broker);
  const request = { topics: named("new"), allowAutoTopicCreation: true };
  for (let times = 0; times < 2; times += 1) {
    const answer = await call(api, codec, { version: 12, request });
    assert.equal(answer.topics[0]?.errorCode, 3);
  }
  assert.equal(broker.asked.length, 1);
  assert.match(broker.asked[0]!, /"name":"new","numPartitions":3,"replicationFactor":1/);

  created({ topics: [{ errorCode: 0, errorMessage: null }] });
  for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
  await call(api, codec, { version: 12, request });
  assert.equal(broker.asked.length, 2, "it is not there: it may be tried again");
});

test("nothing is created when the client or the configuration forbids it, nor an internal topic", async () => {
  const broker = brokerWithTopics();
  await ask(broker, 12, { topics: named("new"), allowAutoTopicCreation: false });
  await ask(broker, 12, { topics: named("__transaction_state"), allowAutoTopicCreation: true });
  broker.settings.set("auto.create.topics.enable", "false");
  const answer = await ask(broker, 12, { topics: named("new"), allowAutoTopicCreation: true });
  assert.equal(answer.topics[0]?.errorCode, 3);
  assert.deepEqual(broker.asked, []);
});

test("a fenced broker is not shown, and its replicas are offline", async () => {
  const broker = testBroker();
  broker.metadata = withBroker(broker.metadata, { id: 2, fenced: true });
  broker.metadata = withTopic(broker.metadata, "orders", [{ replicas: [1, 2], isr: [1] }]);
  const answer = await ask(broker, 9, { topics: null });
  assert.equal(answer.brokers.length, 1);
  const [partition] = answer.topics[0]!.partitions;
  assert.deepEqual(partition?.replicaNodes, [1, 2]);
  assert.deepEqual(partition.offlineReplicas, [2]);
  assert.equal(partition.errorCode, 0);

  const old = await ask(broker, 0, { topics: [] });
  assert.deepEqual(old.topics[0]!.partitions[0]?.replicaNodes, [1]);
  assert.equal(old.topics[0]!.partitions[0]?.errorCode, 9, "REPLICA_NOT_AVAILABLE");
});

test("a partition without a leader says so", async () => {
  const broker = testBroker();
  broker.metadata = withTopic(broker.metadata, "orders", [{ leader: -1 }]);
  const answer = await ask(broker, 9, { topics: null });
  assert.equal(answer.topics[0]!.partitions[0]?.errorCode, 5);
  assert.equal(answer.topics[0]!.partitions[0]?.leaderId, -1);
});

test("authorized operations are told to those who ask", async () => {
  const broker = brokerWithTopics();
  const answer = await ask(broker, 9, {
    topics: named("orders"),
    includeClusterAuthorizedOperations: true,
    includeTopicAuthorizedOperations: true,
  });
  assert.equal(answer.clusterAuthorizedOperations, 8_096);
  assert.equal(answer.topics[0]?.topicAuthorizedOperations, 3_576);
  const plain = await ask(broker, 9, { topics: named("orders") });
  assert.equal(plain.clusterAuthorizedOperations, -2_147_483_648);
  assert.equal(plain.topics[0]?.topicAuthorizedOperations, -2_147_483_648);
});
