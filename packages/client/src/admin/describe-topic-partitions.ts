import { apis, errorByCode, type ErrorName } from "@naru/protocol";
import {
  decodeDescribeTopicPartitionsResponse,
  encodeDescribeTopicPartitionsRequest,
  type DescribeTopicPartitionsResponse,
} from "@naru/protocol/messages/describe-topic-partitions";
import { apiCall } from "../network/api-call.ts";
import type { Cluster } from "../cluster/cluster.ts";

const describeTopicPartitionsCall = apiCall(
  apis.DescribeTopicPartitions,
  encodeDescribeTopicPartitionsRequest,
  decodeDescribeTopicPartitionsResponse,
);

export interface PartitionDescription {
  readonly index: number;
  /** -1 when there is none. */
  readonly leaderId: number;
  readonly replicas: readonly number[];
  readonly isr: readonly number[];
  /** Replicas that may lead though they left the in-sync set (KIP-966); null: none are known. */
  readonly eligibleLeaders: readonly number[] | null;
  readonly lastKnownEligibleLeaders: readonly number[] | null;
}

export interface TopicDescription {
  readonly name: string;
  readonly topicId: string;
  readonly isInternal: boolean;
  readonly error: ErrorName;
  readonly partitions: readonly PartitionDescription[];
}

/** Topics with all that is known of their replicas, page by page of `partitionCountMax`. */
export async function describeTopicPartitions(
  cluster: Cluster,
  names: readonly string[],
  partitionCountMax: number = DEFAULT_PARTITION_COUNT_MAX,
): Promise<TopicDescription[]> {
  const topics = new Map<string, TopicDescription & { partitions: PartitionDescription[] }>();
  let cursor: DescribeTopicPartitionsResponse["nextCursor"] = null;
  do {
    const left: readonly string[] =
      cursor === null ? names : names.slice(names.indexOf(cursor.topicName));
    const response: DescribeTopicPartitionsResponse = await cluster.requestAny(
      describeTopicPartitionsCall,
      {
        topics: left.map((name) => ({ name })),
        responsePartitionLimit: partitionCountMax,
        cursor,
      },
    );
    for (const topic of response.topics) {
      const name = topic.name ?? "";
      const known = topics.get(name);
      const partitions = topic.partitions.map((partition) => ({
        index: partition.partitionIndex,
        leaderId: partition.leaderId,
        replicas: partition.replicaNodes,
        isr: partition.isrNodes,
        eligibleLeaders: partition.eligibleLeaderReplicas,
        lastKnownEligibleLeaders: partition.lastKnownElr,
      }));
      if (known !== undefined) {
        known.partitions.push(...partitions);
        continue;
      }
      const { topicId, isInternal } = topic;
      const error = errorByCode(topic.errorCode);
      topics.set(name, { name, topicId, isInternal, error, partitions });
    }
    cursor = response.nextCursor;
  } while (cursor !== null);
  return [...topics.values()];
}

/** What Kafka's admin client asks for. */
const DEFAULT_PARTITION_COUNT_MAX = 2_000;
