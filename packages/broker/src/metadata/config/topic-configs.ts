import type { ConfigDefinition } from "@naru/runtime";

/** A topic's key also names the broker key that counts where the topic does not override it. */
export interface TopicConfigDefinition extends ConfigDefinition {
  readonly brokerKey: string | null;
}

/** Every configuration key of a topic. */
export const topicConfigs = {
  "cleanup.policy": {
    type: "list",
    default: "delete",
    valid: { kind: "list-of", values: ["compact", "delete"] },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.cleanup.policy",
    doc:
      "What happens to old segments. `delete` removes them by retention; " +
      "`compact` keeps the latest record of each key; with both, both happen.",
  },
  "compression.type": {
    type: "string",
    default: "producer",
    valid: {
      kind: "one-of",
      values: ["uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"],
    },
    notYetValues: ["uncompressed", "zstd", "lz4", "snappy", "gzip"],
    importance: "medium",
    state: "has-effect",
    brokerKey: "compression.type",
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
    brokerKey: "compression.gzip.level",
    doc: "Level of gzip when the broker recompresses. Recompression is not served yet.",
  },
  "compression.lz4.level": {
    type: "int",
    default: "9",
    valid: { kind: "range", min: 1, max: 17 },
    importance: "medium",
    state: "does-not-apply",
    brokerKey: "compression.lz4.level",
    doc: "Level of lz4 when the broker recompresses. Recompression is not served yet.",
  },
  "compression.zstd.level": {
    type: "int",
    default: "3",
    valid: { kind: "range", min: -131_072, max: 22 },
    importance: "medium",
    state: "does-not-apply",
    brokerKey: "compression.zstd.level",
    doc: "Level of zstd when the broker recompresses. Recompression is not served yet.",
  },
  "retention.ms": {
    type: "long",
    default: "604800000",
    valid: { kind: "range", min: -1 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.retention.ms",
    doc: "How long a segment is kept after its newest record. -1 keeps it for ever.",
  },
  "retention.bytes": {
    type: "long",
    default: "-1",
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.retention.bytes",
    doc:
      "Bytes that a partition keeps; older segments are deleted. " +
      "A negative value sets no limit.",
  },
  "max.message.bytes": {
    type: "int",
    default: "1048588",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "message.max.bytes",
    doc: "Largest record batch that the topic accepts, after compression.",
  },
  "min.insync.replicas": {
    type: "int",
    default: "1",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "min.insync.replicas",
    doc: "How many replicas must be in sync for an acks=all produce to be accepted.",
  },
  "segment.bytes": {
    type: "int",
    default: "1073741824",
    valid: { kind: "range", min: 1_048_576 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.segment.bytes",
    doc: "Size at which a segment is closed and a new one begun.",
  },
  "segment.ms": {
    type: "long",
    default: "604800000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.roll.ms",
    doc: "Age of its first record at which a segment is closed, so that retention can reach it.",
  },
  "segment.jitter.ms": {
    type: "long",
    default: "0",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.roll.jitter.ms",
    doc: "Most time taken off segment.ms by chance, so that segments do not all roll together.",
  },
  "segment.index.bytes": {
    type: "int",
    default: "10485760",
    valid: { kind: "range", min: 4 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.index.size.max.bytes",
    doc: "Most bytes of an offset or time index; a full index rolls the segment.",
  },
  "index.interval.bytes": {
    type: "int",
    default: "4096",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.index.interval.bytes",
    doc: "Bytes of batches between two entries of the offset index.",
  },
  "flush.messages": {
    type: "long",
    default: "9223372036854775807",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.flush.interval.messages",
    doc: "Records after which a partition is synced to disk, besides the syncs that acks=all waits for.",
  },
  "flush.ms": {
    type: "long",
    default: "9223372036854775807",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.flush.interval.ms",
    doc: "Longest time that a record stays unsynced.",
  },
  "file.delete.delay.ms": {
    type: "long",
    default: "60000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.segment.delete.delay.ms",
    doc: "How long a removed segment waits as a `.deleted` file before it leaves the disk.",
  },
  "message.timestamp.type": {
    type: "string",
    default: "CreateTime",
    valid: { kind: "one-of", values: ["CreateTime", "LogAppendTime"] },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.message.timestamp.type",
    doc: "Whether records keep the producer's time (CreateTime) or get the time of the append (LogAppendTime).",
  },
  "message.timestamp.before.max.ms": {
    type: "long",
    default: "9223372036854775807",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.message.timestamp.before.max.ms",
    doc: "How far a producer's timestamp may lie in the past before the batch is refused.",
  },
  "message.timestamp.after.max.ms": {
    type: "long",
    default: "3600000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.message.timestamp.after.max.ms",
    doc: "How far a producer's timestamp may lie in the future before the batch is refused.",
  },
  preallocate: {
    type: "boolean",
    default: "false",
    importance: "medium",
    state: "does-not-apply",
    brokerKey: "log.preallocate",
    doc:
      "Whether segment files are given their full size when created. " +
      "Here they grow as they are written.",
  },
  "unclean.leader.election.enable": {
    type: "boolean",
    default: "false",
    importance: "medium",
    state: "has-effect",
    brokerKey: "unclean.leader.election.enable",
    doc:
      "Whether a replica that is not in sync may lead when none is left that is. " +
      "Asked when a broker comes back; with one broker this is a folder of a larger cluster.",
  },
  "delete.retention.ms": {
    type: "long",
    default: "86400000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.cleaner.delete.retention.ms",
    doc:
      "How long tombstones and transaction markers are kept in a compacted topic " +
      "after the first pass of the cleaner that saw them.",
  },
  "min.compaction.lag.ms": {
    type: "long",
    default: "0",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.cleaner.min.compaction.lag.ms",
    doc: "How long a record stays uncompacted at least.",
  },
  "max.compaction.lag.ms": {
    type: "long",
    default: "9223372036854775807",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.cleaner.max.compaction.lag.ms",
    doc:
      "How long a record stays uncompacted at most, once its segment is closed; " +
      "a compacted topic closes segments in this time, too.",
  },
  "min.cleanable.dirty.ratio": {
    type: "double",
    default: "0.5",
    valid: { kind: "range", min: 0, max: 1 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "log.cleaner.min.cleanable.ratio",
    doc: "Share of uncleaned bytes above which the log is compacted.",
  },
  "leader.replication.throttled.replicas": {
    type: "list",
    default: "",
    valid: { kind: "replica-list" },
    importance: "medium",
    state: "does-not-apply",
    brokerKey: null,
    doc:
      "Replicas whose leaders send at the throttled rate. " +
      "With one broker nothing is replicated.",
  },
  "follower.replication.throttled.replicas": {
    type: "list",
    default: "",
    valid: { kind: "replica-list" },
    importance: "medium",
    state: "does-not-apply",
    brokerKey: null,
    doc:
      "Replicas whose followers read at the throttled rate. " +
      "With one broker nothing is replicated.",
  },
  "remote.storage.enable": {
    type: "boolean",
    default: "false",
    importance: "medium",
    state: "not-yet",
    brokerKey: null,
    doc: "Whether segments are also kept in remote storage. Remote storage is not served.",
  },
  "remote.log.copy.disable": {
    type: "boolean",
    default: "false",
    importance: "medium",
    state: "does-not-apply",
    brokerKey: null,
    doc: "Whether copying to remote storage is stopped. Remote storage is not served.",
  },
  "remote.log.delete.on.disable": {
    type: "boolean",
    default: "false",
    importance: "medium",
    state: "does-not-apply",
    brokerKey: null,
    doc:
      "Whether remote segments go when remote storage is turned off. " +
      "Remote storage is not served.",
  },
  "local.retention.ms": {
    type: "long",
    default: "-2",
    valid: { kind: "range", min: -2 },
    importance: "medium",
    state: "does-not-apply",
    brokerKey: "log.local.retention.ms",
    doc:
      "How long segments stay locally once they are in remote storage. " +
      "Remote storage is not served.",
  },
  "local.retention.bytes": {
    type: "long",
    default: "-2",
    valid: { kind: "range", min: -2 },
    importance: "medium",
    state: "does-not-apply",
    brokerKey: "log.local.retention.bytes",
    doc: "Bytes kept locally once they are in remote storage. Remote storage is not served.",
  },
} as const satisfies Record<string, TopicConfigDefinition>;
