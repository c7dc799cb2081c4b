import { apis } from "@naru/protocol";
import {
  decodeDescribeConfigsResponse,
  encodeDescribeConfigsRequest,
  type DescribeConfigsResponseDescribeConfigsResourceResult as DescribedConfig,
} from "@naru/protocol/messages/describe-configs";
import {
  decodeIncrementalAlterConfigsResponse,
  encodeIncrementalAlterConfigsRequest,
} from "@naru/protocol/messages/incremental-alter-configs";
import { apiCall } from "../network/api-call.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";

const describeConfigsCall = apiCall(
  apis.DescribeConfigs,
  encodeDescribeConfigsRequest,
  decodeDescribeConfigsResponse,
);
const alterConfigsCall = apiCall(
  apis.IncrementalAlterConfigs,
  encodeIncrementalAlterConfigsRequest,
  decodeIncrementalAlterConfigsResponse,
);

/** Kafka's numbers for what a configuration belongs to. */
export const resourceTypes = {
  topic: 2,
  broker: 4,
  brokerLogger: 8,
  clientMetrics: 16,
  group: 32,
} as const;
const operations = { set: 0, delete: 1, append: 2, subtract: 3 } as const;

export interface ConfigResource {
  readonly type: keyof typeof resourceTypes;
  /** A topic's name, a broker's id, or "" for all brokers. */
  readonly name: string;
}

export interface ResourceConfigs extends Outcome {
  readonly configs: readonly DescribedConfig[];
}

/** The configuration of topics, brokers or groups, with where each value comes from. */
export async function describeConfigs(
  cluster: Cluster,
  resources: readonly ConfigResource[],
): Promise<ResourceConfigs[]> {
  const request = {
    resources: resources.map((resource) => ({
      resourceType: resourceTypes[resource.type],
      resourceName: resource.name,
      configurationKeys: null,
    })),
    includeSynonyms: true,
  };
  const owner = resources.find(belongsToOneBroker);
  const response =
    owner === undefined
      ? await cluster.requestAny(describeConfigsCall, request)
      : await cluster.requestNode(Number(owner.name), describeConfigsCall, request);
  return response.results.map((result) => ({
    ...outcomeOf(result.resourceName, result.errorCode, result.errorMessage),
    configs: result.configs,
  }));
}

export interface ConfigChange {
  readonly key: string;
  readonly operation: keyof typeof operations;
  /** null with `delete`. */
  readonly value: string | null;
}

/** Changes single keys and leaves the others as they are. */
export async function alterConfigs(
  cluster: Cluster,
  resource: ConfigResource,
  changes: readonly ConfigChange[],
): Promise<Outcome> {
  const request = {
    resources: [
      {
        resourceType: resourceTypes[resource.type],
        resourceName: resource.name,
        configs: changes.map(({ key, operation, value }) => ({
          name: key,
          configOperation: operations[operation],
          value,
        })),
      },
    ],
    validateOnly: false,
  };
  const response = belongsToOneBroker(resource)
    ? await cluster.requestNode(Number(resource.name), alterConfigsCall, request)
    : await cluster.requestAny(alterConfigsCall, request);
  const [result] = response.responses;
  return outcomeOf(resource.name, result?.errorCode ?? -1, result?.errorMessage ?? null);
}

/** Only the broker itself knows, and may change, what is set on it alone. */
function belongsToOneBroker({ type, name }: ConfigResource): boolean {
  return (type === "broker" && name !== "") || type === "brokerLogger";
}
