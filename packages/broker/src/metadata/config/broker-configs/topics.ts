import type { ConfigDefinition } from "@naru/runtime";

/** How topics come to be, and what they accept unless they say otherwise. */
export const topicCreationConfigs = {
  "auto.create.topics.enable": {
    type: "boolean",
    default: "true",
    importance: "high",
    state: "has-effect",
    doc: "Whether a Metadata request may create the topic that it asks for.",
  },
  "delete.topic.enable": {
    type: "boolean",
    default: "true",
    importance: "high",
    state: "has-effect",
    doc: "Whether topics can be deleted. When false, DeleteTopics answers TOPIC_DELETION_DISABLED.",
  },
  "num.partitions": {
    type: "int",
    default: "1",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    doc: "Partitions of a new topic when the request names no count.",
  },
  "default.replication.factor": {
    type: "int",
    default: "1",
    importance: "medium",
    state: "has-effect",
    doc:
      "Replicas of a new topic when the request names no count. " +
      "More than there are brokers makes creation fail.",
  },
  "create.topic.policy.class.name": {
    type: "class",
    default: null,
    importance: "low",
    state: "not-yet",
    doc: "A Java class that may refuse a new topic. Such policies are not served.",
  },
  "alter.config.policy.class.name": {
    type: "class",
    default: null,
    importance: "low",
    state: "not-yet",
    doc: "A Java class that may refuse a change of configuration. Such policies are not served.",
  },
  "max.request.partition.size.limit": {
    type: "int",
    default: "2000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    doc: "Most partitions that one DescribeTopicPartitions answer holds.",
  },
  "message.max.bytes": {
    type: "int",
    default: "1048588",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "Largest record batch that is accepted, after compression. " +
      "Topics override it with max.message.bytes.",
  },
  "compression.type": {
    type: "string",
    default: "producer",
    valid: {
      kind: "one-of",
      values: ["uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"],
    },
    notYetValues: ["uncompressed", "zstd", "lz4", "snappy", "gzip"],
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "How batches are stored. `producer` keeps them as they were sent; " +
      "recompression is not served yet, so other values are refused.",
  },
  "compression.gzip.level": {
    type: "int",
    default: "-1",
    valid: { kind: "range", min: 1, max: 9, or: -1 },
    importance: "medium",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc: "Level of gzip when the broker recompresses. Recompression is not served yet.",
  },
  "compression.lz4.level": {
    type: "int",
    default: "9",
    valid: { kind: "range", min: 1, max: 17 },
    importance: "medium",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc: "Level of lz4 when the broker recompresses. Recompression is not served yet.",
  },
  "compression.zstd.level": {
    type: "int",
    default: "3",
    valid: { kind: "range", min: -131_072, max: 22 },
    importance: "medium",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc: "Level of zstd when the broker recompresses. Recompression is not served yet.",
  },
  "min.insync.replicas": {
    type: "int",
    default: "1",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "How many replicas must be in sync for an acks=all produce to be accepted.",
  },
  "unclean.leader.election.enable": {
    type: "boolean",
    default: "false",
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "Whether a replica that is not in sync may lead when none is left that is. " +
      "Asked when a broker comes back; with one broker this is a folder of a larger cluster.",
  },
} as const satisfies Record<string, ConfigDefinition>;
