import { apis } from "@naru/protocol";
import {
  decodeListConfigResourcesResponse,
  encodeListConfigResourcesRequest,
} from "@naru/protocol/messages/list-config-resources";
import type { Cluster } from "../cluster/cluster.ts";
import { apiCall } from "../network/api-call.ts";
import { resourceTypes, type ConfigResource } from "./configs.ts";
import { outcomeOf, throwIfFailed } from "./outcome.ts";

const listConfigResourcesCall = apiCall(
  apis.ListConfigResources,
  encodeListConfigResourcesRequest,
  decodeListConfigResourcesResponse,
);

/** Names of what has a configuration, of one type; those of groups need not be groups. */
export async function listConfigResources(
  cluster: Cluster,
  type: ConfigResource["type"],
): Promise<string[]> {
  const response = await cluster.requestAny(listConfigResourcesCall, {
    // A broker older than Kafka 4.1 knows client metrics only, and is not asked for a type.
    resourceTypes: type === "clientMetrics" ? [] : [resourceTypes[type]],
  });
  throwIfFailed("resources", outcomeOf("resources", response.errorCode, null));
  return response.configResources
    .filter(({ resourceType }) => resourceType === resourceTypes[type])
    .map(({ resourceName }) => resourceName);
}
