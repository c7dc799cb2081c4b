// ListConfigResources, api key 74, versions 0-1.
//   v0  named ListClientMetricsResources, and lists only those (KIP-714)
//   v1  resources of any type (KIP-1142)
import { codeOf } from "@naru/protocol";
import {
  decodeListConfigResourcesRequest,
  encodeListConfigResourcesResponse,
  type ListConfigResourcesRequest,
  type ListConfigResourcesResponseDraft,
} from "@naru/protocol/messages/list-config-resources";

import { configResourceTypes } from "../metadata/configs-image.ts";
import type { ApiBroker } from "./api-broker.ts";
import type { Api, RequestContext } from "./api.ts";
import { ClusterView } from "./cluster-view.ts";

const ANY_TYPE_SINCE_VERSION = 1;
const { TOPIC, BROKER, BROKER_LOGGER, CLIENT_METRICS, GROUP } = configResourceTypes;
const allTypes: readonly number[] = [TOPIC, BROKER, BROKER_LOGGER, CLIENT_METRICS, GROUP];

/** Lists what can have a configuration. */
export function listConfigResourcesApi(
  broker: ApiBroker,
): Api<ListConfigResourcesRequest, ListConfigResourcesResponseDraft> {
  return {
    key: 74,
    name: "ListConfigResources",
    minVersion: 0,
    maxVersion: 1,
    decode: decodeListConfigResourcesRequest,
    handle: (request, context) => handleListConfigResources(request, context, broker),
    encode: encodeListConfigResourcesResponse,
    failed: (_request, error) => ({
      throttleTimeMs: 0,
      errorCode: codeOf(error),
      configResources: [],
    }),
  };
}

function handleListConfigResources(
  request: ListConfigResourcesRequest,
  context: RequestContext,
  broker: ApiBroker,
): ListConfigResourcesResponseDraft {
  const types = typesOf(request, context.apiVersion);
  if (types.some((type) => !allTypes.includes(type))) {
    return { throttleTimeMs: 0, errorCode: codeOf("UNSUPPORTED_VERSION"), configResources: [] };
  }
  const configResources = types.flatMap((resourceType) =>
    namesOf(resourceType, context, broker).map((resourceName) => ({ resourceName, resourceType })),
  );
  return { throttleTimeMs: 0, errorCode: 0, configResources };
}

function typesOf(request: ListConfigResourcesRequest, version: number): readonly number[] {
  if (version < ANY_TYPE_SINCE_VERSION) return [CLIENT_METRICS];
  return request.resourceTypes.length === 0 ? allTypes : [...new Set(request.resourceTypes)];
}

function namesOf(type: number, { listenerName }: RequestContext, broker: ApiBroker): string[] {
  const image = broker.image();
  if (type === TOPIC) return [...image.topics.all()].map(({ name }) => name);
  if (type === BROKER || type === BROKER_LOGGER) {
    const view = new ClusterView(image, listenerName);
    return view.brokers({ withFenced: true }).map(({ broker: { id } }) => String(id));
  }
  // Groups and client metrics are listed when something is configured for them.
  return [...image.configs.resources()]
    .filter((resource) => resource.type === type)
    .map(({ name }) => name);
}
