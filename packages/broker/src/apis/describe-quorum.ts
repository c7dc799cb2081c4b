// DescribeQuorum, api key 55, versions 0-2 (KIP-595).
//   v1  when a replica last fetched and was last caught up (KIP-836)
//   v2  error messages, directory ids, the voters' endpoints (KIP-853)
import { codeOf, ZERO_UUID } from "@naru/protocol";
import {
  decodeDescribeQuorumRequest,
  encodeDescribeQuorumResponse,
  type DescribeQuorumRequest,
  type DescribeQuorumResponse,
  type DescribeQuorumResponseDraft,
} from "@naru/protocol/messages/describe-quorum";

import type { ApiBroker } from "./api-broker.ts";
import type { Api } from "./api.ts";

const ENDPOINTS_SINCE_VERSION = 2;

/** Asks the controller about the quorum that it belongs to. */
export function describeQuorumApi(
  broker: ApiBroker,
): Api<DescribeQuorumRequest, DescribeQuorumResponseDraft> {
  return {
    key: 55,
    name: "DescribeQuorum",
    minVersion: 0,
    maxVersion: 2,
    decode: decodeDescribeQuorumRequest,
    handle: async (request, { apiVersion }) => {
      const response = await broker.controller.describeQuorum(request);
      return apiVersion < ENDPOINTS_SINCE_VERSION ? withoutEndpoints(response) : response;
    },
    encode: encodeDescribeQuorumResponse,
    failed: (_request, error, errorMessage) => ({
      errorCode: codeOf(error),
      errorMessage,
      topics: [],
    }),
  };
}

/** Older clients cannot be told of directories and endpoints; the rest is the same. */
function withoutEndpoints(response: DescribeQuorumResponse): DescribeQuorumResponseDraft {
  const withoutDirectory = <Replica>(replica: Replica) => ({
    ...replica,
    replicaDirectoryId: ZERO_UUID,
  });
  const topics = response.topics.map((topic) => ({
    ...topic,
    partitions: topic.partitions.map((partition) => ({
      ...partition,
      currentVoters: partition.currentVoters.map(withoutDirectory),
      observers: partition.observers.map(withoutDirectory),
    })),
  }));
  return { ...response, topics, nodes: [] };
}
