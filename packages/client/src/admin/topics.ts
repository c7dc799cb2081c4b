import { apis } from "@naru/protocol";
import {
  decodeCreatePartitionsResponse,
  encodeCreatePartitionsRequest,
} from "@naru/protocol/messages/create-partitions";
import {
  decodeCreateTopicsResponse,
  encodeCreateTopicsRequest,
} from "@naru/protocol/messages/create-topics";
import {
  decodeDeleteTopicsResponse,
  encodeDeleteTopicsRequest,
} from "@naru/protocol/messages/delete-topics";
import { ZERO_UUID } from "@naru/protocol";
import { apiCall } from "../network/api-call.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";

const createTopicsCall = apiCall(
  apis.CreateTopics,
  encodeCreateTopicsRequest,
  decodeCreateTopicsResponse,
);
const deleteTopicsCall = apiCall(
  apis.DeleteTopics,
  encodeDeleteTopicsRequest,
  decodeDeleteTopicsResponse,
);
const createPartitionsCall = apiCall(
  apis.CreatePartitions,
  encodeCreatePartitionsRequest,
  decodeCreatePartitionsResponse,
);

export interface NewTopic {
  readonly name: string;
  /** -1 or absent: the broker's `num.partitions`. */
  readonly partitionCount?: number;
  /** -1 or absent: the broker's `default.replication.factor`. */
  readonly replicationFactor?: number;
  /** Broker ids for each partition; then the two counts above must be absent. */
  readonly assignments?: readonly (readonly number[])[];
  readonly configs?: Readonly<Record<string, string>>;
}

/** Creates topics; each has an outcome of its own. */
export async function createTopics(
  cluster: Cluster,
  topics: readonly NewTopic[],
  options: { validateOnly?: boolean; timeoutMs?: number } = {},
): Promise<Outcome[]> {
  const response = await cluster.requestAny(createTopicsCall, {
    topics: topics.map((topic) => ({
      name: topic.name,
      numPartitions: topic.partitionCount ?? -1,
      replicationFactor: topic.replicationFactor ?? -1,
      assignments: (topic.assignments ?? []).map((brokerIds, partitionIndex) => ({
        partitionIndex,
        brokerIds,
      })),
      configs: Object.entries(topic.configs ?? {}).map(([name, value]) => ({ name, value })),
    })),
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    validateOnly: options.validateOnly ?? false,
  });
  return response.topics.map((topic) => outcomeOf(topic.name, topic.errorCode, topic.errorMessage));
}

/** Deletes topics by name. */
export async function deleteTopics(
  cluster: Cluster,
  names: readonly string[],
  options: { timeoutMs?: number } = {},
): Promise<Outcome[]> {
  const response = await cluster.requestAny(deleteTopicsCall, {
    topics: names.map((name) => ({ name, topicId: ZERO_UUID })),
    topicNames: names,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  });
  return response.responses.map((topic) =>
    outcomeOf(topic.name ?? "", topic.errorCode, topic.errorMessage),
  );
}

export interface MorePartitions {
  readonly name: string;
  /** How many there shall be in all. */
  readonly count: number;
  /** Broker ids for each of the new ones. */
  readonly assignments?: readonly (readonly number[])[];
}

/** Gives topics more partitions; fewer is refused by the broker. */
export async function createPartitions(
  cluster: Cluster,
  topics: readonly MorePartitions[],
  options: { validateOnly?: boolean; timeoutMs?: number } = {},
): Promise<Outcome[]> {
  const response = await cluster.requestAny(createPartitionsCall, {
    topics: topics.map((topic) => ({
      name: topic.name,
      count: topic.count,
      assignments: topic.assignments?.map((brokerIds) => ({ brokerIds })) ?? null,
    })),
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    validateOnly: options.validateOnly ?? false,
  });
  return response.results.map((topic) =>
    outcomeOf(topic.name, topic.errorCode, topic.errorMessage),
  );
}

const DEFAULT_TIMEOUT_MS = 30_000;
