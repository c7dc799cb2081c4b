import { apis, errorByCode, isRetriable, ProtocolError } from "@naru/protocol";
import {
  decodeDescribeProducersResponse,
  encodeDescribeProducersRequest,
} from "@naru/protocol/messages/describe-producers";
import { apiCall } from "../../network/api-call.ts";
import type { Cluster } from "../../cluster/cluster.ts";
import type { TopicPartition } from "../../consumer/fetched-record.ts";

const describeProducersCall = apiCall(
  apis.DescribeProducers,
  encodeDescribeProducersRequest,
  decodeDescribeProducersResponse,
);

/** What a replica remembers of a producer that wrote to a partition. */
export interface ProducerState {
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly lastSequence: number;
  readonly lastTimestamp: number;
  /** Of the last marker; -1 when there was none. */
  readonly coordinatorEpoch: number;
  /** Where its open transaction begins; undefined when none is open. */
  readonly transactionStartOffset: number | undefined;
}

/** The producers of one partition. */
export interface PartitionProducers extends TopicPartition {
  readonly producers: readonly ProducerState[];
}

/** Asks the leaders, or one broker for its replicas. Waits for partitions that are not there. */
export function describeProducers(
  cluster: Cluster,
  partitions: readonly TopicPartition[],
  brokerId?: number,
): Promise<PartitionProducers[]> {
  return cluster.withRetries("producers of partitions", async () => {
    const { topics } = await cluster.refresh([...new Set(partitions.map(({ topic }) => topic))]);
    const byBroker = Map.groupBy(partitions, (where) => {
      if (brokerId !== undefined) return brokerId;
      const view = topics.get(where.topic);
      const error = view?.error ?? "UNKNOWN_TOPIC_OR_PARTITION";
      if (error !== "NONE" && !isRetriable(error)) throw failed(where, error);
      const leaderId = view?.partitions[where.partition]?.leaderId ?? -1;
      if (leaderId >= 0) return leaderId;
      throw failed(where, error === "NONE" ? "UNKNOWN_TOPIC_OR_PARTITION" : error);
    });
    const found: PartitionProducers[] = [];
    for (const [nodeId, asked] of byBroker) found.push(...(await ask(cluster, nodeId, asked)));
    return found;
  });
}

async function ask(
  cluster: Cluster,
  nodeId: number,
  asked: readonly TopicPartition[],
): Promise<PartitionProducers[]> {
  const byTopic = Map.groupBy(asked, ({ topic }) => topic);
  const response = await cluster.requestNode(nodeId, describeProducersCall, {
    topics: Array.from(byTopic, ([name, where]) => ({
      name,
      partitionIndexes: where.map(({ partition }) => partition),
    })),
  });
  return response.topics.flatMap(({ name, partitions }) =>
    partitions.map(({ partitionIndex, errorCode, errorMessage, activeProducers }) => {
      const where = { topic: name, partition: partitionIndex };
      const error = errorByCode(errorCode);
      if (error !== "NONE") throw failed(where, error, errorMessage);
      const producers = activeProducers.map(({ currentTxnStartOffset: start, ...state }) => ({
        ...state,
        transactionStartOffset: start < 0 ? undefined : start,
      }));
      return { ...where, producers };
    }),
  );
}

function failed(
  { topic, partition }: TopicPartition,
  error: ProtocolError["code"],
  message: string | null = null,
): ProtocolError {
  const words = message ?? `the broker answered DescribeProducers with ${error}.`;
  return new ProtocolError(error, `${topic}-${partition}: ${words}`);
}
