// Goal: whatever bytes a client sends as a request about the cluster, they are refused by the
// decoder or answered, and every answer can be written.
// Method: valid requests of every version with bytes changed and cut; fast-check prints its seed.
import assert from "node:assert/strict";
import { test } from "node:test";

import { DecodeError, errors, Reader, Writer, ZERO_UUID } from "@naru/protocol";
import { encodeAlterConfigsRequest } from "@naru/protocol/messages/alter-configs";
import { encodeApiVersionsRequest } from "@naru/protocol/messages/api-versions";
import { encodeCreatePartitionsRequest } from "@naru/protocol/messages/create-partitions";
import { encodeCreateTopicsRequest } from "@naru/protocol/messages/create-topics";
import { encodeDescribeClusterRequest } from "@naru/protocol/messages/describe-cluster";
import { encodeDescribeConfigsRequest } from "@naru/protocol/messages/describe-configs";
import { encodeDescribeLogDirsRequest } from "@naru/protocol/messages/describe-log-dirs";
import { encodeDescribeTopicPartitionsRequest } from "@naru/protocol/messages/describe-topic-partitions";
import { encodeIncrementalAlterConfigsRequest } from "@naru/protocol/messages/incremental-alter-configs";
import { encodeListConfigResourcesRequest } from "@naru/protocol/messages/list-config-resources";
import { encodeMetadataRequest } from "@naru/protocol/messages/metadata";
import fc from "fast-check";

import { alterConfigsApi } from "./alter-configs.ts";
import type { ApiBroker } from "./api-broker.ts";
import { testBroker, testContext, withTopic } from "./api-rig.test.ts";
import { apiVersionsApi } from "./api-versions.ts";
import type { AnyApi } from "./api.ts";
import { createPartitionsApi } from "./create-partitions.ts";
import { createTopicsApi } from "./create-topics.ts";
import { describeClusterApi } from "./describe-cluster.ts";
import { describeConfigsApi } from "./describe-configs.ts";
import { describeLogDirsApi } from "./describe-log-dirs.ts";
import { describeTopicPartitionsApi } from "./describe-topic-partitions.ts";
import { incrementalAlterConfigsApi } from "./incremental-alter-configs.ts";
import { listConfigResourcesApi } from "./list-config-resources.ts";
import { metadataApi } from "./metadata.ts";

type Encode = (writer: Writer, request: never, version: number) => void;
type Sample = [api: (broker: ApiBroker) => AnyApi, encode: Encode, request: (v: number) => object];

const change = { name: "retention.ms", value: "5" };
const resource = { resourceType: 2, resourceName: "orders" };
const topic = { name: "new", numPartitions: 1, replicationFactor: 1 };

const samples: readonly Sample[] = [
  [
    (broker) => apiVersionsApi(broker, () => []),
    encodeApiVersionsRequest,
    () => ({ clientSoftwareName: "a", clientSoftwareVersion: "1" }),
  ],
  [
    metadataApi,
    encodeMetadataRequest,
    () => ({ topics: [{ topicId: ZERO_UUID, name: "orders" }] }),
  ],
  [
    describeClusterApi,
    encodeDescribeClusterRequest,
    () => ({ includeClusterAuthorizedOperations: true }),
  ],
  [
    describeTopicPartitionsApi,
    encodeDescribeTopicPartitionsRequest,
    () => ({ topics: [{ name: "orders" }], cursor: { topicName: "orders", partitionIndex: 1 } }),
  ],
  [
    describeConfigsApi,
    encodeDescribeConfigsRequest,
    () => ({ resources: [{ ...resource, configurationKeys: ["retention.ms"] }] }),
  ],
  [
    alterConfigsApi,
    encodeAlterConfigsRequest,
    () => ({
      resources: [{ ...resource, resourceType: 4, configs: [change] }],
      validateOnly: true,
    }),
  ],
  [
    incrementalAlterConfigsApi,
    encodeIncrementalAlterConfigsRequest,
    () => ({
      resources: [{ ...resource, resourceType: 4, configs: [{ ...change, configOperation: 0 }] }],
      validateOnly: true,
    }),
  ],
  [
    listConfigResourcesApi,
    encodeListConfigResourcesRequest,
    (version) => (version === 0 ? {} : { resourceTypes: [2, 4] }),
  ],
  [
    describeLogDirsApi,
    encodeDescribeLogDirsRequest,
    () => ({ topics: [{ topic: "orders", partitions: [0] }] }),
  ],
  [
    createTopicsApi,
    encodeCreateTopicsRequest,
    () => ({ topics: [{ ...topic, assignments: [], configs: [change] }] }),
  ],
  [
    createPartitionsApi,
    encodeCreatePartitionsRequest,
    () => ({
      topics: [{ name: "orders", count: 9, assignments: null }],
      timeoutMs: 1,
      validateOnly: true,
    }),
  ],
];

/** Bytes to change, and how much to keep. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 4 }),
  keep: fc.oneof({ weight: 4, arbitrary: fc.constant(1_000) }, fc.nat(60)),
});

async function serve(api: AnyApi, bytes: Uint8Array, version: number): Promise<void> {
  let request: unknown;
  try {
    request = api.decode(new Reader(bytes), version);
  } catch (error) {
    assert.ok(error instanceof DecodeError, `the decoder threw ${String(error)}`);
    return;
  }
  let response: unknown;
  try {
    response = await api.handle(request, testContext(version));
  } catch (error) {
    // The test's controller answers nothing: forwarding ends with this.
    const { code, message } = error as { code?: string; message: string };
    const isKnown = code !== undefined && Object.hasOwn(errors, code);
    assert.ok(isKnown || message.includes("The test's controller has no"), String(error));
    response = api.failed?.(request, "UNKNOWN_SERVER_ERROR", message);
  }
  api.encode(new Writer(), response, version);
}

for (const [makeApi, encode, requestOf] of samples) {
  const { name, minVersion, maxVersion } = makeApi(testBroker());
  test(`damaged requests for ${name} are refused or answered`, async () => {
    const broker = testBroker();
    broker.metadata = withTopic(broker.metadata, "orders", [{}, {}]);
    const api = makeApi(broker);
    const versions = fc.integer({ min: minVersion, max: maxVersion });
    await fc.assert(
      fc.asyncProperty(versions, damage, async (version, { changes, keep }) => {
        const writer = new Writer();
        encode(writer, requestOf(version) as never, version);
        const bytes = Uint8Array.from(writer.toBytes());
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        await serve(api, bytes.subarray(0, keep), version);
      }),
      { numRuns: 300 },
    );
  });
}
