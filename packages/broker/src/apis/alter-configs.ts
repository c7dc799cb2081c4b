// AlterConfigs, api key 33, versions 0-2 (KIP-133); IncrementalAlterConfigs replaces it.
//   v2  flexible versions
import { codeOf } from "@naru/protocol";
import {
  decodeAlterConfigsRequest,
  encodeAlterConfigsResponse,
  type AlterConfigsRequest,
  type AlterConfigsResponseDraft,
} from "@naru/protocol/messages/alter-configs";

import { replaceBrokerConfigs } from "../metadata/config/alter-broker-configs.ts";
import { checkAltered, forwardAltered } from "./altered-resources.ts";
import type { ApiBroker } from "./api-broker.ts";
import type { Api } from "./api.ts";

/**
 * Replaces all that was set on a resource: what the request does not name goes back to its default.
 */
export function alterConfigsApi(
  broker: ApiBroker,
): Api<AlterConfigsRequest, AlterConfigsResponseDraft> {
  return {
    key: 33,
    name: "AlterConfigs",
    minVersion: 0,
    maxVersion: 2,
    gaps: ["Topics, brokers and groups only: no loggers or client metrics."],
    decode: decodeAlterConfigsRequest,
    handle: (request, { principal }) => {
      const refusals = checkAltered(broker, request.resources, (layers, scope, { configs }) =>
        replaceBrokerConfigs(layers, scope, configs),
      );
      return forwardAltered(request.resources, refusals, async (resources) => {
        const forwarded = { ...request, resources };
        const response = await broker.controller.alterConfigs(forwarded, { principal });
        return response.responses;
      });
    },
    encode: encodeAlterConfigsResponse,
    failed: (request, error, errorMessage) => ({
      throttleTimeMs: 0,
      responses: request.resources.map(({ resourceType, resourceName }) => ({
        errorCode: codeOf(error),
        errorMessage,
        resourceType,
        resourceName,
      })),
    }),
  };
}
