// CreateTopics, api key 19, versions 2-7.
//   v4  -1 for the default number of partitions and replicas (KIP-464)
//   v5  flexible versions; counts and configurations in the response (KIP-525)
//   v6  the error THROTTLING_QUOTA_EXCEEDED (KIP-599)
//   v7  topic ids in the response (KIP-516)
import { codeOf } from "@naru/protocol";
import {
  decodeCreateTopicsRequest,
  encodeCreateTopicsResponse,
  type CreateTopicsRequest,
  type CreateTopicsResponseDraft,
} from "@naru/protocol/messages/create-topics";

import type { ApiBroker } from "./api-broker.ts";
import type { Api } from "./api.ts";

/** Hands the topics to create on to the controller. */
export function createTopicsApi(
  broker: ApiBroker,
): Api<CreateTopicsRequest, CreateTopicsResponseDraft> {
  return {
    key: 19,
    name: "CreateTopics",
    minVersion: 2,
    maxVersion: 7,
    decode: decodeCreateTopicsRequest,
    handle: (request, { principal }) => broker.controller.createTopics(request, { principal }),
    encode: encodeCreateTopicsResponse,
    failed: (request, error, errorMessage) => ({
      throttleTimeMs: 0,
      topics: request.topics.map(({ name }) => ({ name, errorCode: codeOf(error), errorMessage })),
    }),
  };
}
