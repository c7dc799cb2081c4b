import type { ConfigDefinition } from "@naru/runtime";

/** When old segments go, and when new bytes reach the disk. */
export const retentionConfigs = {
  "log.cleanup.policy": {
    type: "list",
    default: "delete",
    valid: { kind: "list-of", values: ["compact", "delete"] },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "What happens to old segments. `delete` removes them by retention; " +
      "`compact` keeps the latest record of each key; with both, both happen.",
  },
  "log.retention.bytes": {
    type: "long",
    default: "-1",
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "Bytes that a partition keeps; older segments are deleted. " +
      "A negative value sets no limit.",
  },
  "log.retention.ms": {
    type: "long",
    default: null,
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "How long a segment is kept after its newest record. -1 keeps it for ever. " +
      "Goes before minutes and hours.",
  },
  "log.retention.minutes": {
    type: "int",
    default: null,
    importance: "high",
    state: "has-effect",
    doc: "The same in minutes, when log.retention.ms is not set. Goes before hours.",
  },
  "log.retention.hours": {
    type: "int",
    default: "168",
    importance: "high",
    state: "has-effect",
    doc: "The same in hours, when neither log.retention.ms nor log.retention.minutes is set.",
  },
  "log.retention.check.interval.ms": {
    type: "long",
    default: "300000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    doc: "How often retention looks for segments to delete.",
  },
  "log.flush.interval.messages": {
    type: "long",
    default: "9223372036854775807",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "Records after which a partition is synced to disk, besides the syncs that acks=all waits for.",
  },
  "log.flush.interval.ms": {
    type: "long",
    default: null,
    importance: "high",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "Longest time that a record stays unsynced. " +
      "Without it log.flush.scheduler.interval.ms counts.",
  },
  "log.flush.scheduler.interval.ms": {
    type: "long",
    default: "9223372036854775807",
    importance: "high",
    state: "has-effect",
    doc: "How often the flusher looks for partitions whose log.flush.interval.ms has passed.",
  },
  "log.flush.offset.checkpoint.interval.ms": {
    type: "int",
    default: "60000",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "has-effect",
    doc: "How often the recovery points are written to the data folder.",
  },
  "log.flush.start.offset.checkpoint.interval.ms": {
    type: "int",
    default: "60000",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "has-effect",
    doc: "How often the log start offsets are written to the data folder.",
  },
} as const satisfies Record<string, ConfigDefinition>;
