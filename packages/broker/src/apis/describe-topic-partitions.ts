// DescribeTopicPartitions, api key 75, version 0 (KIP-966).
// Topics in the order of their names, a limited number of partitions, and where to go on.
import { codeOf, ProtocolError, ZERO_UUID } from "@naru/protocol";
import {
  decodeDescribeTopicPartitionsRequest,
  encodeDescribeTopicPartitionsResponse,
  type DescribeTopicPartitionsRequest,
  type DescribeTopicPartitionsResponseDraft,
} from "@naru/protocol/messages/describe-topic-partitions";

import { invalidTopicName } from "../controller/topic-names.ts";
import type { PartitionImage } from "../metadata/partition-image.ts";
import type { ApiBroker } from "./api-broker.ts";
import type { Api, RequestContext } from "./api.ts";
import { OPERATIONS_NOT_ASKED, topicOperations } from "./authorized-operations.ts";
import { ClusterView } from "./cluster-view.ts";
import { isInternalTopic } from "./record-broker.ts";

type TopicAnswer = DescribeTopicPartitionsResponseDraft["topics"][number];
type PartitionAnswer = TopicAnswer["partitions"][number];

/** Describes partitions, those of all topics when none is named. */
export function describeTopicPartitionsApi(
  broker: ApiBroker,
): Api<DescribeTopicPartitionsRequest, DescribeTopicPartitionsResponseDraft> {
  return {
    key: 75,
    name: "DescribeTopicPartitions",
    minVersion: 0,
    maxVersion: 0,
    decode: decodeDescribeTopicPartitionsRequest,
    handle: (request, context) => handleDescribeTopicPartitions(request, context, broker),
    encode: encodeDescribeTopicPartitionsResponse,
    failed: (request, error) => ({
      throttleTimeMs: 0,
      topics: request.topics.map(({ name }) => ({
        ...emptyTopic(name),
        errorCode: codeOf(error),
        topicAuthorizedOperations: OPERATIONS_NOT_ASKED,
      })),
    }),
  };
}

function handleDescribeTopicPartitions(
  request: DescribeTopicPartitionsRequest,
  { listenerName }: RequestContext,
  broker: ApiBroker,
): DescribeTopicPartitionsResponseDraft {
  const view = new ClusterView(broker.image(), listenerName);
  const limit = Math.min(
    broker.config().maxRequestPartitionSizeLimit,
    request.responsePartitionLimit,
  );
  let left = Math.max(limit, 1);
  const topics: TopicAnswer[] = [];
  for (const name of namesOf(request, view)) {
    if (left === 0) return answer(topics, { topicName: name, partitionIndex: 0 });
    const start = name === request.cursor?.topicName ? request.cursor.partitionIndex : 0;
    const { topic, next } = describe(view, name, { start, limit: left });
    topics.push(topic);
    if (next !== undefined) return answer(topics, { topicName: name, partitionIndex: next });
    left -= topic.partitions.length;
  }
  return answer(topics, null);
}

function answer(
  topics: TopicAnswer[],
  nextCursor: NonNullable<DescribeTopicPartitionsResponseDraft["nextCursor"]> | null,
): DescribeTopicPartitionsResponseDraft {
  return { throttleTimeMs: 0, topics, nextCursor };
}

/** What is asked for, from the cursor on, sorted. */
function namesOf(request: DescribeTopicPartitionsRequest, view: ClusterView): string[] {
  const { cursor } = request;
  const from = cursor?.topicName ?? "";
  if (cursor !== null && cursor.partitionIndex < 0) {
    const message = `DescribeTopicPartitionsRequest cursor partition must be valid: ${cursor.partitionIndex}`;
    throw new ProtocolError("INVALID_REQUEST", message);
  }
  if (request.topics.length === 0) {
    return [...view.image.topics.from(from)].map(({ name }) => name);
  }
  const names = [...new Set(request.topics.map(({ name }) => name))].filter((name) => name >= from);
  if (cursor !== null && !names.includes(cursor.topicName)) {
    throw new ProtocolError(
      "INVALID_REQUEST",
      `DescribeTopicPartitionsRequest topic list should contain the cursor topic: ${cursor.topicName}`,
    );
  }
  return names.toSorted();
}

/** At most `limit` partitions of one topic, and the first that was left out. */
function describe(
  view: ClusterView,
  name: string,
  { start, limit }: { start: number; limit: number },
): { topic: TopicAnswer; next: number | undefined } {
  const found = view.image.topics.byName(name);
  if (found === undefined) {
    const error =
      invalidTopicName(name) === undefined
        ? "UNKNOWN_TOPIC_OR_PARTITION"
        : "INVALID_TOPIC_EXCEPTION";
    return { topic: { ...emptyTopic(name), errorCode: codeOf(error) }, next: undefined };
  }
  const partitions: PartitionAnswer[] = [];
  for (const [index, partition] of found.partitions.from(start)) {
    if (partitions.length === limit) {
      return { topic: { ...emptyTopic(name), topicId: found.id, partitions }, next: index };
    }
    partitions.push(describePartition(view, index, partition));
  }
  return { topic: { ...emptyTopic(name), topicId: found.id, partitions }, next: undefined };
}

function describePartition(
  view: ClusterView,
  partitionIndex: number,
  partition: PartitionImage,
): PartitionAnswer {
  return {
    errorCode: 0,
    partitionIndex,
    leaderId: view.isReachable(partition.leader) ? partition.leader : -1,
    leaderEpoch: partition.leaderEpoch,
    replicaNodes: partition.replicas,
    isrNodes: partition.isr,
    eligibleLeaderReplicas: partition.elr,
    lastKnownElr: partition.lastKnownElr,
    offlineReplicas: view.offlineReplicas(partition),
  };
}

function emptyTopic(name: string): TopicAnswer {
  return {
    errorCode: 0,
    name,
    topicId: ZERO_UUID,
    isInternal: isInternalTopic(name),
    partitions: [],
    topicAuthorizedOperations: topicOperations,
  };
}
