/**
 * What is told of the metadata quorum and of partitions on their way to other brokers: answers from
 * the image, without records. In a quorum of one the voter is caught up by definition.
 */
import { codeOf } from "@naru/protocol";
import type {
  DescribeQuorumRequestDraft,
  DescribeQuorumResponse,
} from "@naru/protocol/messages/describe-quorum";
import type {
  ListPartitionReassignmentsRequestDraft,
  ListPartitionReassignmentsResponse,
} from "@naru/protocol/messages/list-partition-reassignments";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import { CLUSTER_METADATA_TOPIC } from "./create-topics.ts";

/** The quorum of one: this node, which leads it. */
export interface SingleVoter {
  readonly nodeId: number;
  readonly directoryId: string;
  readonly epoch: number;
  /** What is synced is committed: the high watermark is the end. */
  readonly endOffset: number;
  readonly listeners: readonly {
    readonly name: string;
    readonly host: string;
    readonly port: number;
  }[];
  readonly nowMs: number;
}

export function describeQuorum(
  voter: SingleVoter,
  request: DescribeQuorumRequestDraft,
): DescribeQuorumResponse {
  const isKnown = asksForTheQuorum(request);
  return {
    errorCode: codeOf("NONE"),
    errorMessage: "",
    topics: request.topics.map(({ topicName, partitions }) => ({
      topicName,
      partitions: partitions.map(({ partitionIndex }) =>
        isKnown ? partition(voter) : unknownPartition(partitionIndex),
      ),
    })),
    nodes: isKnown
      ? [
          {
            nodeId: voter.nodeId,
            listeners: voter.listeners.map(({ name, host, port }) => ({ name, host, port })),
          },
        ]
      : [],
  };
}

/** Kafka answers for its one partition when nothing else is asked for, and else for none. */
function asksForTheQuorum({ topics }: DescribeQuorumRequestDraft): boolean {
  const [topic] = topics;
  return (
    topics.length === 1 &&
    topic?.topicName === CLUSTER_METADATA_TOPIC &&
    topic.partitions.length === 1 &&
    topic.partitions[0]?.partitionIndex === 0
  );
}

type QuorumPartition = DescribeQuorumResponse["topics"][number]["partitions"][number];

function partition(voter: SingleVoter): QuorumPartition {
  const { nodeId, directoryId, epoch, endOffset, nowMs } = voter;
  return {
    partitionIndex: 0,
    errorCode: codeOf("NONE"),
    errorMessage: "",
    leaderId: nodeId,
    leaderEpoch: epoch,
    highWatermark: endOffset,
    currentVoters: [
      {
        replicaId: nodeId,
        replicaDirectoryId: directoryId,
        logEndOffset: endOffset,
        lastFetchTimestamp: nowMs,
        lastCaughtUpTimestamp: nowMs,
      },
    ],
    observers: [],
  };
}

function unknownPartition(partitionIndex: number): QuorumPartition {
  return {
    partitionIndex,
    errorCode: codeOf("UNKNOWN_TOPIC_OR_PARTITION"),
    errorMessage: "This server does not host this topic-partition.",
    leaderId: 0,
    leaderEpoch: 0,
    highWatermark: 0,
    currentVoters: [],
    observers: [],
  };
}

/** The partitions that are being moved; a folder of Kafka's may have some. */
export function listPartitionReassignments(
  image: MetadataImage,
  request: ListPartitionReassignmentsRequestDraft,
): ListPartitionReassignmentsResponse {
  const wanted = request.topics ?? null;
  const topics: ListPartitionReassignmentsResponse["topics"] = [];
  for (const topic of image.topics.all()) {
    const asked = wanted?.find(({ name }) => name === topic.name);
    if (wanted !== null && asked === undefined) continue;
    const partitions = [...topic.partitions]
      .filter(([index, { adding, removing }]) => {
        const isAsked = asked === undefined || asked.partitionIndexes.includes(index);
        return isAsked && adding.length + removing.length > 0;
      })
      .map(([partitionIndex, { replicas, adding, removing }]) => ({
        partitionIndex,
        replicas: [...replicas],
        addingReplicas: [...adding],
        removingReplicas: [...removing],
      }));
    if (partitions.length > 0) topics.push({ name: topic.name, partitions });
  }
  return { throttleTimeMs: 0, errorCode: codeOf("NONE"), errorMessage: null, topics };
}
