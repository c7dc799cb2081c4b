import assert from "node:assert/strict";
import { test } from "node:test";

import {
  decodeDeleteTopicsResponse,
  encodeDeleteTopicsRequest,
} from "@naru/protocol/messages/delete-topics";
import {
  decodeDescribeClusterResponse,
  encodeDescribeClusterRequest,
} from "@naru/protocol/messages/describe-cluster";
import {
  decodeDescribeLogDirsResponse,
  encodeDescribeLogDirsRequest,
} from "@naru/protocol/messages/describe-log-dirs";
import {
  decodeListConfigResourcesResponse,
  encodeListConfigResourcesRequest,
} from "@naru/protocol/messages/list-config-resources";

import { SortedMap } from "../metadata/sorted-map.ts";
import { call, testBroker, topicId, withBroker, withTopic } from "./api-rig.test.ts";
import { deleteTopicsApi } from "./delete-topics.ts";
import { describeClusterApi } from "./describe-cluster.ts";
import { describeLogDirsApi } from "./describe-log-dirs.ts";
import { listConfigResourcesApi } from "./list-config-resources.ts";

const clusterCodec = {
  encode: encodeDescribeClusterRequest,
  decode: decodeDescribeClusterResponse,
};

type ClusterRequest = Parameters<typeof encodeDescribeClusterRequest>[1];

function describeCluster(version: number, request: Partial<ClusterRequest> = {}) {
  const broker = testBroker();
  broker.metadata = withBroker(broker.metadata, { id: 2, fenced: true, rack: "r2" });
  return call(describeClusterApi(broker), clusterCodec, {
    version,
    request: { includeClusterAuthorizedOperations: false, ...request },
  });
}

for (const version of [0, 1, 2]) {
  test(`DescribeCluster version ${version} tells the brokers that are not fenced`, async () => {
    const answer = await describeCluster(version);
    assert.deepEqual(
      [answer.errorCode, answer.clusterId, answer.controllerId],
      [0, "test-cluster", 1],
    );
    assert.deepEqual(
      answer.brokers.map(({ brokerId, host, port }) => [brokerId, host, port]),
      [[1, "host1", 9_091]],
    );
  });
}

test("fenced brokers are told to those who ask", async () => {
  const answer = await describeCluster(2, { includeFencedBrokers: true });
  assert.deepEqual(
    answer.brokers.map(({ brokerId, isFenced }) => [brokerId, isFenced]),
    [
      [1, false],
      [2, true],
    ],
  );
});

test("a broker is no endpoint of controllers", async () => {
  const controllers = await describeCluster(1, { endpointType: 2 });
  assert.equal(controllers.errorCode, 114);
  assert.match(controllers.errorMessage ?? "", /of type BROKER, but we wanted .* CONTROLLER/);
  const unknown = await describeCluster(1, { endpointType: 9 });
  assert.equal(unknown.errorCode, 115);
});

const deleteCodec = { encode: encodeDeleteTopicsRequest, decode: decodeDeleteTopicsResponse };

test("with delete.topic.enable=false nothing is deleted, in words that each version knows", async () => {
  const broker = testBroker();
  broker.settings.set("delete.topic.enable", "false");
  const api = deleteTopicsApi(broker);
  const codes = [];
  for (const version of [1, 2, 3, 5]) {
    const request = { topicNames: ["a"], timeoutMs: 1 };
    const answer = await call(api, deleteCodec, { version, request });
    codes.push(answer.responses[0]?.errorCode);
  }
  const request = { topics: [{ name: null, topicId: topicId("a") }], timeoutMs: 1 };
  const byId = await call(api, deleteCodec, { version: 6, request });
  assert.deepEqual(codes, [42, 42, 73, 73]);
  assert.equal(byId.responses[0]?.topicId, topicId("a"));
  assert.equal(byId.responses[0]?.errorMessage, "Topic deletion is disabled.");
  assert.deepEqual(broker.asked, []);
});

const resourcesCodec = {
  encode: encodeListConfigResourcesRequest,
  decode: decodeListConfigResourcesResponse,
};

async function listResources(version: number, resourceTypes: number[]) {
  const broker = testBroker();
  const one = SortedMap.empty<string, string>().set("key", "value");
  const withTopics = withTopic(broker.metadata, "orders", [{}]);
  const configs = withTopics.configs
    .with({ type: 16, name: "metrics" }, one)
    .with({ type: 32, name: "group" }, one);
  broker.metadata = { ...withTopics, configs };
  const request = version === 0 ? {} : { resourceTypes };
  const answer = await call(listConfigResourcesApi(broker), resourcesCodec, { version, request });
  return {
    errorCode: answer.errorCode,
    names: answer.configResources.map(({ resourceName, resourceType }) => [
      resourceType,
      resourceName,
    ]),
  };
}

test("version 0 lists client metrics, version 1 what is asked for, or everything", async () => {
  assert.deepEqual((await listResources(0, [])).names, [[16, "metrics"]]);
  assert.deepEqual((await listResources(1, [2, 32])).names, [
    [2, "orders"],
    [32, "group"],
  ]);
  assert.deepEqual((await listResources(1, [])).names, [
    [2, "orders"],
    [4, "1"],
    [8, "1"],
    [16, "metrics"],
    [32, "group"],
  ]);
});

test("a resource type that does not exist is answered with error 35", async () => {
  assert.deepEqual(await listResources(1, [2, 3]), { errorCode: 35, names: [] });
});

const logDirsCodec = {
  encode: encodeDescribeLogDirsRequest,
  decode: decodeDescribeLogDirsResponse,
};

for (const version of [1, 2, 3, 4, 5]) {
  test(`DescribeLogDirs version ${version} tells sizes, of all or of those asked for`, async () => {
    const replica = { sizeBytes: 100, logEndOffset: 7, highWatermark: 7 };
    const replicas = [
      { topic: "a", partition: 0, ...replica },
      { topic: "a", partition: 1, ...replica },
      { topic: "b", partition: 0, ...replica },
    ];
    const dir = { path: "/data", error: "NONE", totalBytes: 1_000, usableBytes: 400 } as const;
    const broker = { ...testBroker(), logDirs: () => [{ ...dir, replicas }] };
    const ask = async (topics: { topic: string; partitions: number[] }[] | null) => {
      const request = { topics };
      const answer = await call(describeLogDirsApi(broker), logDirsCodec, { version, request });
      const [result] = answer.results;
      assert.equal(result?.logDir, "/data");
      assert.equal(result.totalBytes, version >= 4 ? 1_000 : -1);
      return result.topics.flatMap(({ name, partitions }) =>
        partitions.map((p) => `${name}-${p.partitionIndex} ${p.partitionSize} ${p.offsetLag}`),
      );
    };
    assert.deepEqual(await ask(null), ["a-0 100 0", "a-1 100 0", "b-0 100 0"]);
    assert.deepEqual(await ask([{ topic: "a", partitions: [1, 9] }]), ["a-1 100 0"]);
    assert.deepEqual(await ask([]), []);
  });
}
