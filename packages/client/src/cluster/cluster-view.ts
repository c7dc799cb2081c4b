import { errorByCode, isRetriable, type ErrorName } from "@naru/protocol";
import type { MetadataResponse } from "@naru/protocol/messages/metadata";

export interface BrokerView {
  readonly nodeId: number;
  readonly host: string;
  readonly port: number;
  readonly rack: string | null;
}

export interface PartitionView {
  readonly index: number;
  readonly error: ErrorName;
  /** -1 when there is none at the moment. */
  readonly leaderId: number;
  readonly leaderEpoch: number;
  readonly replicas: readonly number[];
  readonly isr: readonly number[];
}

export interface TopicView {
  readonly name: string;
  readonly topicId: string;
  readonly isInternal: boolean;
  readonly error: ErrorName;
  /** By index, without gaps. */
  readonly partitions: readonly PartitionView[];
}

/** The cluster as one broker described it. */
export interface ClusterView {
  readonly clusterId: string | null;
  readonly controllerId: number;
  readonly brokers: ReadonlyMap<number, BrokerView>;
  readonly topics: ReadonlyMap<string, TopicView>;
}

/** Turns a Metadata response into a view. */
export function clusterViewOf(response: MetadataResponse): ClusterView {
  return {
    clusterId: response.clusterId,
    controllerId: response.controllerId,
    brokers: new Map(response.brokers.map((broker) => [broker.nodeId, broker])),
    topics: new Map(
      response.topics.map((topic) => [
        topic.name ?? "",
        {
          name: topic.name ?? "",
          topicId: topic.topicId,
          isInternal: topic.isInternal,
          error: errorByCode(topic.errorCode),
          partitions: topic.partitions
            .map((partition) => ({
              index: partition.partitionIndex,
              error: errorByCode(partition.errorCode),
              leaderId: partition.leaderId,
              leaderEpoch: partition.leaderEpoch,
              replicas: partition.replicaNodes,
              isr: partition.isrNodes,
            }))
            .toSorted((a, b) => a.index - b.index),
        },
      ]),
    ),
  };
}

/** Whether a topic's answer is worth another try: it exists soon, or its leader is on its way. */
export function isUnsettled(topic: TopicView | undefined): boolean {
  if (topic === undefined) return true;
  if (topic.error !== "NONE") return isRetriable(topic.error);
  return topic.partitions.some(({ leaderId }) => leaderId === -1);
}

/** The partitions of a topic by the broker that leads them. */
export function byLeader(topic: TopicView): Map<number, PartitionView[]> {
  const leaders = new Map<number, PartitionView[]>();
  for (const partition of topic.partitions) {
    const led = leaders.get(partition.leaderId);
    if (led === undefined) leaders.set(partition.leaderId, [partition]);
    else led.push(partition);
  }
  return leaders;
}
