import assert from "node:assert/strict";
import { test } from "node:test";

import { ZERO_UUID } from "@naru/protocol";
import {
  decodeCreatePartitionsResponse,
  encodeCreatePartitionsRequest,
} from "@naru/protocol/messages/create-partitions";
import {
  decodeCreateTopicsResponse,
  encodeCreateTopicsRequest,
} from "@naru/protocol/messages/create-topics";
import {
  decodeDeleteTopicsResponse,
  encodeDeleteTopicsRequest,
} from "@naru/protocol/messages/delete-topics";
import {
  decodeDescribeQuorumResponse,
  encodeDescribeQuorumRequest,
} from "@naru/protocol/messages/describe-quorum";
import {
  decodeListPartitionReassignmentsResponse,
  encodeListPartitionReassignmentsRequest,
} from "@naru/protocol/messages/list-partition-reassignments";
import {
  decodeUpdateFeaturesResponse,
  encodeUpdateFeaturesRequest,
} from "@naru/protocol/messages/update-features";

import { call, testBroker, topicId, type ClientCodec } from "./api-rig.test.ts";
import type { ApiBroker } from "./api-broker.ts";
import type { AnyApi } from "./api.ts";
import { createPartitionsApi } from "./create-partitions.ts";
import { createTopicsApi } from "./create-topics.ts";
import { deleteTopicsApi } from "./delete-topics.ts";
import { describeQuorumApi } from "./describe-quorum.ts";
import { listPartitionReassignmentsApi } from "./list-partition-reassignments.ts";
import { updateFeaturesApi } from "./update-features.ts";

/**
 * An API that a broker hands on: a request, the controller's answer, and where its error stands.
 */
interface Forwarded {
  readonly method: string;
  readonly api: (broker: ApiBroker) => AnyApi;
  readonly codec: ClientCodec<never, unknown>;
  readonly request: (version: number) => unknown;
  readonly answer: unknown;
  readonly errorIn: (response: never) => number | undefined;
}

const replica = {
  replicaId: 1,
  replicaDirectoryId: topicId("d"),
  logEndOffset: 10,
  lastFetchTimestamp: -1,
  lastCaughtUpTimestamp: -1,
};

const forwarded: readonly Forwarded[] = [
  {
    method: "createTopics",
    api: createTopicsApi,
    codec: { encode: encodeCreateTopicsRequest, decode: decodeCreateTopicsResponse },
    request: () => ({
      topics: [{ name: "a", numPartitions: 2, replicationFactor: 1, assignments: [], configs: [] }],
    }),
    answer: {
      throttleTimeMs: 0,
      topics: [
        {
          name: "a",
          topicId: topicId("a"),
          errorCode: 0,
          errorMessage: null,
          topicConfigErrorCode: 0,
          numPartitions: 2,
          replicationFactor: 1,
          configs: [
            { name: "k", value: "v", readOnly: false, configSource: 5, isSensitive: false },
          ],
        },
      ],
    },
    errorIn: (response: { topics: { errorCode: number }[] }) => response.topics[0]?.errorCode,
  },
  {
    method: "deleteTopics",
    api: deleteTopicsApi,
    codec: { encode: encodeDeleteTopicsRequest, decode: decodeDeleteTopicsResponse },
    request: (version) =>
      version >= 6
        ? { topics: [{ name: "a", topicId: ZERO_UUID }], timeoutMs: 1 }
        : { topicNames: ["a"], timeoutMs: 1 },
    answer: {
      throttleTimeMs: 0,
      responses: [{ name: "a", topicId: topicId("a"), errorCode: 0, errorMessage: null }],
    },
    errorIn: (response: { responses: { errorCode: number }[] }) => response.responses[0]?.errorCode,
  },
  {
    method: "createPartitions",
    api: createPartitionsApi,
    codec: { encode: encodeCreatePartitionsRequest, decode: decodeCreatePartitionsResponse },
    request: () => ({
      topics: [{ name: "a", count: 3, assignments: null }],
      timeoutMs: 1,
      validateOnly: false,
    }),
    answer: { throttleTimeMs: 0, results: [{ name: "a", errorCode: 0, errorMessage: null }] },
    errorIn: (response: { results: { errorCode: number }[] }) => response.results[0]?.errorCode,
  },
  {
    method: "describeQuorum",
    api: describeQuorumApi,
    codec: { encode: encodeDescribeQuorumRequest, decode: decodeDescribeQuorumResponse },
    request: () => ({
      topics: [{ topicName: "__cluster_metadata", partitions: [{ partitionIndex: 0 }] }],
    }),
    answer: {
      errorCode: 0,
      errorMessage: null,
      topics: [
        {
          topicName: "__cluster_metadata",
          partitions: [
            {
              partitionIndex: 0,
              errorCode: 0,
              errorMessage: null,
              leaderId: 1,
              leaderEpoch: 1,
              highWatermark: 10,
              currentVoters: [replica],
              observers: [],
            },
          ],
        },
      ],
      nodes: [{ nodeId: 1, listeners: [{ name: "CONTROLLER", host: "localhost", port: 9_093 }] }],
    },
    errorIn: (response: { errorCode: number }) => response.errorCode,
  },
  {
    method: "listPartitionReassignments",
    api: listPartitionReassignmentsApi,
    codec: {
      encode: encodeListPartitionReassignmentsRequest,
      decode: decodeListPartitionReassignmentsResponse,
    },
    request: () => ({}),
    answer: { throttleTimeMs: 0, errorCode: 0, errorMessage: null, topics: [] },
    errorIn: (response: { errorCode: number }) => response.errorCode,
  },
  {
    method: "updateFeatures",
    api: updateFeaturesApi,
    codec: { encode: encodeUpdateFeaturesRequest, decode: decodeUpdateFeaturesResponse },
    request: () => ({ featureUpdates: [{ feature: "metadata.version", maxVersionLevel: 26 }] }),
    answer: { throttleTimeMs: 0, errorCode: 0, errorMessage: null, results: [] },
    errorIn: (response: { errorCode: number }) => response.errorCode,
  },
];

for (const { method, api, codec, request, answer, errorIn } of forwarded) {
  const { name, minVersion, maxVersion } = api(testBroker());
  for (let version = minVersion; version <= maxVersion; version += 1) {
    const asked = { version, request: request(version) as never };

    test(`${name} version ${version} is the controller's to answer`, async () => {
      const broker = testBroker({ [method]: () => answer });
      const response = await call(api(broker), codec, asked);
      assert.equal(errorIn(response as never), 0);
      assert.equal(broker.asked.length, 1);
    });

    test(`${name} version ${version} says so when the controller cannot be asked`, async () => {
      const response = await call(api(testBroker()), codec, asked);
      assert.equal(errorIn(response as never), -1);
    });
  }
}
