// IncrementalAlterConfigs, api key 44, versions 0-1 (KIP-339).
//   v1  flexible versions
import { codeOf } from "@naru/protocol";
import {
  decodeIncrementalAlterConfigsRequest,
  encodeIncrementalAlterConfigsResponse,
  type IncrementalAlterConfigsRequest,
  type IncrementalAlterConfigsRequestAlterConfigsResource as Resource,
  type IncrementalAlterConfigsResponseDraft,
} from "@naru/protocol/messages/incremental-alter-configs";

import { alterBrokerConfigs } from "../metadata/config/alter-broker-configs.ts";
import {
  alterOperations,
  type AlterResult,
  type ConfigChange,
} from "../metadata/config/alter-configs.ts";
import { checkAltered, forwardAltered, type AlterBroker } from "./altered-resources.ts";
import type { ApiBroker } from "./api-broker.ts";
import type { Api } from "./api.ts";

/** Sets, deletes, appends to and subtracts from single configurations. */
export function incrementalAlterConfigsApi(
  broker: ApiBroker,
): Api<IncrementalAlterConfigsRequest, IncrementalAlterConfigsResponseDraft> {
  return {
    key: 44,
    name: "IncrementalAlterConfigs",
    minVersion: 0,
    maxVersion: 1,
    gaps: ["Topics, brokers and groups only: no loggers or client metrics."],
    decode: decodeIncrementalAlterConfigsRequest,
    handle: (request, { principal }) => {
      const refusals = checkAltered(broker, request.resources, alterBroker);
      return forwardAltered(request.resources, refusals, async (resources) => {
        const forwarded = { ...request, resources };
        const response = await broker.controller.incrementalAlterConfigs(forwarded, { principal });
        return response.responses;
      });
    },
    encode: encodeIncrementalAlterConfigsResponse,
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

const alterBroker: AlterBroker<Resource> = (layers, scope, { configs }): AlterResult => {
  const changes: ConfigChange[] = [];
  for (const { name, configOperation, value } of configs) {
    const operation = alterOperations[configOperation];
    if (operation === undefined) {
      const message = `Unknown operations type ${configOperation}`;
      return { error: "INVALID_REQUEST", message };
    }
    changes.push({ name, operation, value });
  }
  return alterBrokerConfigs(layers, scope, changes);
};
