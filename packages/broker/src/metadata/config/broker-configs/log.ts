import type { ConfigDefinition } from "@naru/runtime";

/** Where partitions lie and how their segments are cut. */
export const logConfigs = {
  "log.dir": {
    type: "list",
    default: "/tmp/kafka-logs",
    valid: { kind: "non-empty" },
    importance: "high",
    state: "has-effect",
    doc: "The data folder, when log.dirs is not set. One folder only.",
  },
  "log.dirs": {
    type: "list",
    default: null,
    valid: { kind: "non-empty" },
    importance: "high",
    state: "has-effect",
    doc:
      "The data folder; goes before log.dir. " +
      "Several folders are not served yet and are refused.",
  },
  "cordoned.log.dirs": {
    type: "list",
    default: "",
    importance: "medium",
    state: "not-yet",
    dynamic: "per-broker",
    doc:
      "Data folders that take no new partitions. " +
      "With one folder there is nothing to choose from yet.",
  },
  "log.dir.failure.timeout.ms": {
    type: "long",
    default: "30000",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc:
      "How long a broker may fail to report a broken data folder. " +
      "Here a disk error stops the broker at once.",
  },
  "log.segment.bytes": {
    type: "int",
    default: "1073741824",
    valid: { kind: "range", min: 1_048_576 },
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "Size at which a segment is closed and a new one begun.",
  },
  "log.roll.ms": {
    type: "long",
    default: null,
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "Age of its first record at which a segment is closed. Goes before log.roll.hours.",
  },
  "log.roll.hours": {
    type: "int",
    default: "168",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    doc: "Age of its first record, in hours, at which a segment is closed, when log.roll.ms is not set.",
  },
  "log.roll.jitter.ms": {
    type: "long",
    default: null,
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "Most time taken off log.roll.ms by chance, so that segments do not all roll together. " +
      "Goes before log.roll.jitter.hours.",
  },
  "log.roll.jitter.hours": {
    type: "int",
    default: "0",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "has-effect",
    doc: "The same in hours, when log.roll.jitter.ms is not set.",
  },
  "log.index.size.max.bytes": {
    type: "int",
    default: "10485760",
    valid: { kind: "range", min: 4 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "Most bytes of an offset or time index; a full index rolls the segment.",
  },
  "log.index.interval.bytes": {
    type: "int",
    default: "4096",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "Bytes of batches between two entries of the offset index.",
  },
  "log.preallocate": {
    type: "boolean",
    default: "false",
    importance: "medium",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc:
      "Whether segment files are given their full size when created. " +
      "Here they grow as they are written.",
  },
  "log.segment.delete.delay.ms": {
    type: "long",
    default: "60000",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "How long a removed segment waits as a `.deleted` file before it leaves the disk.",
  },
  "log.message.timestamp.type": {
    type: "string",
    default: "CreateTime",
    valid: { kind: "one-of", values: ["CreateTime", "LogAppendTime"] },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "Whether records keep the producer's time (CreateTime) or get the time of the append (LogAppendTime).",
  },
  "log.message.timestamp.before.max.ms": {
    type: "long",
    default: "9223372036854775807",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "How far a producer's timestamp may lie in the past before the batch is refused.",
  },
  "log.message.timestamp.after.max.ms": {
    type: "long",
    default: "3600000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "How far a producer's timestamp may lie in the future before the batch is refused.",
  },
  "producer.id.expiration.ms": {
    type: "int",
    default: "86400000",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "An idempotent producer that was silent for this long is forgotten by its partitions.",
  },
} as const satisfies Record<string, ConfigDefinition>;
