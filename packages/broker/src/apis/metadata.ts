// Metadata, api key 3, versions 0-13.
//   v1   rack, controller, internal topics; null asks for all topics, no longer the empty list
//   v2   cluster id
//   v3   throttleTimeMs in the response
//   v4   allowAutoTopicCreation in the request
//   v5   offline replicas
//   v7   leader epochs
//   v8   authorized operations (those of the cluster: 8-10 only)
//   v9   flexible versions
//   v10  topic ids in the response; in requests since v12 (KIP-516)
//   v13  an error of the whole response (KIP-1102)
import { codeOf, ProtocolError, ZERO_UUID, type ErrorName } from "@naru/protocol";
import {
  decodeMetadataRequest,
  encodeMetadataResponse,
  type MetadataRequest,
  type MetadataResponseDraft,
  type MetadataResponseMetadataResponsePartitionDraft as PartitionAnswer,
  type MetadataResponseMetadataResponseTopicDraft as TopicAnswer,
} from "@naru/protocol/messages/metadata";

import { invalidTopicName } from "../controller/topic-names.ts";
import type { PartitionImage } from "../metadata/partition-image.ts";
import type { TopicImage } from "../metadata/topics-image.ts";
import type { ApiBroker } from "./api-broker.ts";
import type { Api, RequestContext } from "./api.ts";
import {
  clusterOperations,
  OPERATIONS_NOT_ASKED,
  topicOperations,
} from "./authorized-operations.ts";
import { AutoTopicCreation } from "./auto-topic-creation.ts";
import { ClusterView } from "./cluster-view.ts";
import { isInternalTopic } from "./record-broker.ts";

const TOPIC_IDS_SINCE_VERSION = 12;
const LISTENER_NOT_FOUND_SINCE_VERSION = 6;
const OPERATIONS_SINCE_VERSION = 8;

/** Tells where the brokers are, which topics there are, and who leads their partitions. */
export function metadataApi(broker: ApiBroker): Api<MetadataRequest, MetadataResponseDraft> {
  const autoCreation = new AutoTopicCreation(broker);
  return {
    key: 3,
    name: "Metadata",
    minVersion: 0,
    maxVersion: 13,
    decode: decodeMetadataRequest,
    handle: (request, context) => handleMetadata(request, context, { broker, autoCreation }),
    encode: encodeMetadataResponse,
    failed,
  };
}

function handleMetadata(
  request: MetadataRequest,
  context: RequestContext,
  { broker, autoCreation }: { broker: ApiBroker; autoCreation: AutoTopicCreation },
): MetadataResponseDraft {
  const version = context.apiVersion;
  checkTopics(request, version);
  const view = new ClusterView(broker.image(), context.listenerName);
  const answers = new TopicAnswers(view, version, (name) => {
    if (request.allowAutoTopicCreation) autoCreation.begin(name, context);
  });
  const withOperations = version >= OPERATIONS_SINCE_VERSION;
  return {
    throttleTimeMs: 0,
    brokers: view.brokers({ withFenced: false }).map(({ broker: { id, rack }, endpoint }) => ({
      nodeId: id,
      host: endpoint.host,
      port: endpoint.port,
      rack,
    })),
    clusterId: broker.clusterId,
    controllerId: view.controllerFor(broker.nodeId),
    topics: answers.of(request).map((topic) =>
      // As Apache Kafka: of unknown names too, but not of unknown ids.
      withOperations && request.includeTopicAuthorizedOperations && topic.name !== null
        ? { ...topic, topicAuthorizedOperations: topicOperations }
        : topic,
    ),
    clusterAuthorizedOperations:
      withOperations && request.includeClusterAuthorizedOperations
        ? clusterOperations
        : OPERATIONS_NOT_ASKED,
  };
}

/** What the fields allow and the version does not. */
function checkTopics(request: MetadataRequest, version: number): void {
  if (version >= TOPIC_IDS_SINCE_VERSION) return;
  for (const { name, topicId } of request.topics ?? []) {
    if (name === null) {
      const message = `Topic name can not be null for version ${version}`;
      throw new ProtocolError("INVALID_REQUEST", message);
    }
    if (topicId !== ZERO_UUID) {
      const message = `Topic IDs are not supported in requests for version ${version}`;
      throw new ProtocolError("INVALID_REQUEST", message);
    }
  }
}

/** The topics of one response. */
class TopicAnswers {
  readonly #view: ClusterView;
  readonly #version: number;
  /** Told of each legal name that no topic has. */
  readonly #onUnknown: (name: string) => void;

  constructor(view: ClusterView, version: number, onUnknown: (name: string) => void) {
    this.#view = view;
    this.#version = version;
    this.#onUnknown = onUnknown;
  }

  of(request: MetadataRequest): TopicAnswer[] {
    const { topics } = request;
    // Version 0 has no null: there the empty list asks for all.
    if (topics === null || (this.#version === 0 && topics.length === 0)) {
      return [...this.#view.image.topics.all()].map((topic) => this.#known(topic));
    }
    // As Kafka: one id in the request, and names in it are not looked at.
    const ids = new Set(topics.map(({ topicId }) => topicId).filter((id) => id !== ZERO_UUID));
    if (ids.size > 0) return [...ids].map((id) => this.#byId(id));
    return [...new Set(topics.map(({ name }) => name ?? ""))].map((name) => this.#byName(name));
  }

  #byId(id: string): TopicAnswer {
    const topic = this.#view.image.topics.byId(id);
    if (topic !== undefined) return this.#known(topic);
    return {
      errorCode: codeOf("UNKNOWN_TOPIC_ID"),
      name: null,
      topicId: id,
      isInternal: false,
      partitions: [],
    };
  }

  #byName(name: string): TopicAnswer {
    const topic = this.#view.image.topics.byName(name);
    if (topic !== undefined) return this.#known(topic);
    const isLegal = invalidTopicName(name) === undefined;
    if (isLegal) this.#onUnknown(name);
    return {
      errorCode: codeOf(isLegal ? "UNKNOWN_TOPIC_OR_PARTITION" : "INVALID_TOPIC_EXCEPTION"),
      name,
      topicId: ZERO_UUID,
      isInternal: isInternalTopic(name),
      partitions: [],
    };
  }

  #known(topic: TopicImage): TopicAnswer {
    const { name, id, partitions } = topic;
    return {
      errorCode: 0,
      name,
      topicId: id,
      isInternal: isInternalTopic(name),
      partitions: [...partitions].map(([index, partition]) => this.#partition(index, partition)),
    };
  }

  #partition(partitionIndex: number, partition: PartitionImage): PartitionAnswer {
    const view = this.#view;
    // Version 0 leaves unreachable replicas out, and says so with an error.
    const isVisible = (id: number): boolean => this.#version > 0 || view.isReachable(id);
    const replicaNodes = partition.replicas.filter(isVisible);
    const isrNodes = partition.isr.filter(isVisible);
    const isWhole =
      replicaNodes.length === partition.replicas.length && isrNodes.length === partition.isr.length;
    const hasLeader = view.isReachable(partition.leader);
    const error = hasLeader ? "NONE" : this.#leaderError(partition.leader);
    return {
      errorCode: codeOf(hasLeader && !isWhole ? "REPLICA_NOT_AVAILABLE" : error),
      partitionIndex,
      leaderId: hasLeader ? partition.leader : -1,
      leaderEpoch: partition.leaderEpoch,
      replicaNodes,
      isrNodes,
      offlineReplicas: view.offlineReplicas(partition),
    };
  }

  #leaderError(leader: number): ErrorName {
    const isRegistered = this.#view.isRegistered(leader);
    return isRegistered && this.#version >= LISTENER_NOT_FOUND_SINCE_VERSION
      ? "LISTENER_NOT_FOUND"
      : "LEADER_NOT_AVAILABLE";
  }
}

function failed(request: MetadataRequest, error: ErrorName): MetadataResponseDraft {
  const errorCode = codeOf(error);
  return {
    brokers: [],
    topics: (request.topics ?? []).map(({ name, topicId }) => ({
      errorCode,
      name: name ?? "",
      topicId,
      isInternal: false,
      partitions: [],
    })),
    errorCode,
  };
}
