// DescribeQuorum, api key 55, versions 0-2 (KIP-595).
//   v1  when a replica last fetched and was last caught up (KIP-836)
//   v2  error messages, directory ids, the voters' endpoints (KIP-853)
import { codeOf } from "@naru/protocol";
import {
  decodeDescribeQuorumRequest,
  encodeDescribeQuorumResponse,
  type DescribeQuorumRequest,
  type DescribeQuorumResponseDraft,
} from "@naru/protocol/messages/describe-quorum";

import type { ApiBroker } from "./api-broker.ts";
import type { Api } from "./api.ts";

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
    handle: (request) => broker.controller.describeQuorum(request),
    encode: encodeDescribeQuorumResponse,
    failed: (_request, error, errorMessage) => ({
      errorCode: codeOf(error),
      errorMessage,
      topics: [],
    }),
  };
}
