// CreatePartitions, api key 37, versions 0-3.
//   v2  flexible versions
//   v3  the error THROTTLING_QUOTA_EXCEEDED (KIP-599)
import { codeOf } from "@naru/protocol";
import {
  decodeCreatePartitionsRequest,
  encodeCreatePartitionsResponse,
  type CreatePartitionsRequest,
  type CreatePartitionsResponseDraft,
} from "@naru/protocol/messages/create-partitions";

import type { ApiBroker } from "./api-broker.ts";
import type { Api } from "./api.ts";

/** Hands the topics that are to have more partitions on to the controller. */
export function createPartitionsApi(
  broker: ApiBroker,
): Api<CreatePartitionsRequest, CreatePartitionsResponseDraft> {
  return {
    key: 37,
    name: "CreatePartitions",
    minVersion: 0,
    maxVersion: 3,
    decode: decodeCreatePartitionsRequest,
    handle: (request, { principal }) => broker.controller.createPartitions(request, { principal }),
    encode: encodeCreatePartitionsResponse,
    failed: (request, error, errorMessage) => ({
      throttleTimeMs: 0,
      results: request.topics.map(({ name }) => ({ name, errorCode: codeOf(error), errorMessage })),
    }),
  };
}
