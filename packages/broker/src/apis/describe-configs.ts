// DescribeConfigs, api key 32, versions 1-4.
//   v1  where a value comes from, and its synonyms (KIP-226)
//   v3  types and documentation (KIP-569)
//   v4  flexible versions
import { codeOf } from "@naru/protocol";
import {
  decodeDescribeConfigsRequest,
  encodeDescribeConfigsResponse,
  type DescribeConfigsRequest,
  type DescribeConfigsRequestDescribeConfigsResource as Resource,
  type DescribeConfigsResponseDescribeConfigsResultDraft as ResourceAnswer,
  type DescribeConfigsResponseDraft,
} from "@naru/protocol/messages/describe-configs";

import { invalidTopicName } from "../controller/topic-names.ts";
import { wrongBrokerName } from "../metadata/config/alter-broker-configs.ts";
import {
  describeBrokerConfigs,
  describeClusterDefaults,
  describeGroupConfigs,
  describeTopicConfigs,
  type DescribedConfig,
} from "../metadata/config/describe-configs.ts";
import { configResourceTypes } from "../metadata/configs-image.ts";
import { MALFORMED_REQUEST } from "./malformed-request.ts";
import type { ApiBroker } from "./api-broker.ts";
import type { Api } from "./api.ts";
import { refuseResourceType, type ResourceRefusal } from "./config-resources.ts";

const { TOPIC, BROKER, GROUP } = configResourceTypes;

/** Tells the configuration of topics, of groups, of this broker, and of all brokers. */
export function describeConfigsApi(
  broker: ApiBroker,
): Api<DescribeConfigsRequest, DescribeConfigsResponseDraft> {
  return {
    key: 32,
    name: "DescribeConfigs",
    minVersion: 1,
    maxVersion: 4,
    gaps: ["Topics, brokers and groups only: no loggers or client metrics."],
    decode: decodeDescribeConfigsRequest,
    handle: (request) => ({
      throttleTimeMs: 0,
      results: request.resources.map((resource) => describeResource(broker, request, resource)),
    }),
    encode: encodeDescribeConfigsResponse,
    failed: (request, error, message) => ({
      throttleTimeMs: 0,
      results: request.resources.map((resource) => refused(resource, { error, message })),
    }),
  };
}

function describeResource(
  broker: ApiBroker,
  request: DescribeConfigsRequest,
  resource: Resource,
): ResourceAnswer {
  const found = configsOf(broker, resource);
  if (!Array.isArray(found)) return refused(resource, found);
  const { configurationKeys } = resource;
  const wanted =
    configurationKeys === null || configurationKeys.length === 0
      ? undefined
      : new Set(configurationKeys);
  return {
    errorCode: 0,
    errorMessage: "",
    resourceType: resource.resourceType,
    resourceName: resource.resourceName,
    configs: found
      .filter(({ name }) => wanted?.has(name) ?? true)
      .map((config) => ({
        ...config,
        synonyms: request.includeSynonyms ? config.synonyms : [],
        documentation: request.includeDocumentation ? config.documentation : null,
      })),
  };
}

function configsOf(
  broker: ApiBroker,
  { resourceType, resourceName }: Resource,
): DescribedConfig[] | ResourceRefusal {
  if (resourceType === TOPIC) return topicConfigs(broker, resourceName);
  if (resourceType === GROUP) return groupConfigs(broker, resourceName);
  if (resourceType !== BROKER) return refuseResourceType(resourceType, MALFORMED_REQUEST);
  const wrongName = wrongBrokerName(resourceName, broker.nodeId, "describe");
  if (wrongName !== undefined) return wrongName;
  const layers = broker.configLayers();
  return resourceName === "" ? describeClusterDefaults(layers) : describeBrokerConfigs(layers);
}

function topicConfigs(broker: ApiBroker, topic: string): DescribedConfig[] | ResourceRefusal {
  const { topics, configs } = broker.image();
  if (topics.byName(topic) !== undefined) {
    return describeTopicConfigs(configs.of(TOPIC, topic), broker.configLayers());
  }
  const message = invalidTopicName(topic);
  if (message !== undefined) return { error: "INVALID_TOPIC_EXCEPTION", message };
  return { error: "UNKNOWN_TOPIC_OR_PARTITION", message: "" };
}

/** A group need not exist to be described. */
function groupConfigs(broker: ApiBroker, groupId: string): DescribedConfig[] | ResourceRefusal {
  if (groupId === "") return { error: "INVALID_REQUEST", message: "Group name must not be empty" };
  return describeGroupConfigs(broker.image().configs.of(GROUP, groupId), broker.configLayers());
}

function refused(
  { resourceType, resourceName }: Resource,
  { error, message }: ResourceRefusal,
): ResourceAnswer {
  return {
    errorCode: codeOf(error),
    errorMessage: message,
    resourceType,
    resourceName,
    configs: [],
  };
}
