import type { ConfigDefinition } from "@naru/runtime";

/** The log cleaner: compaction. */
export const cleanerConfigs = {
  "log.cleaner.enable": {
    type: "boolean",
    default: "true",
    importance: "medium",
    state: "has-effect",
    doc: "Whether logs whose cleanup.policy has `compact` are compacted. Without it they only grow.",
  },
  "log.cleaner.threads": {
    type: "int",
    default: "1",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "How many logs may be compacted at once. " +
      "Records are looked at off the event loop, on the worker threads that all share.",
  },
  "log.cleaner.backoff.ms": {
    type: "long",
    default: "15000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "How long the cleaner rests when no log is dirty enough.",
  },
  "log.cleaner.dedupe.buffer.size": {
    type: "long",
    default: "134217728",
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "Most memory for the tables of keys of all passes, 24 bytes a key. A table begins small " +
      "and grows up to its share; keys beyond it wait for the next pass.",
  },
  "log.cleaner.io.buffer.size": {
    type: "int",
    default: "524288",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "Memory for what is read and written at once, shared by all passes.",
  },
  "log.cleaner.io.buffer.load.factor": {
    type: "double",
    default: "0.9",
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "How full the table of keys may get.",
  },
  "log.cleaner.io.max.bytes.per.second": {
    type: "double",
    default: "1.7976931348623157E308",
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "Bytes a second that the cleaner may read and write together.",
  },
  "log.cleaner.min.cleanable.ratio": {
    type: "double",
    default: "0.5",
    valid: { kind: "range", min: 0, max: 1 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "Share of uncleaned bytes above which a log is compacted.",
  },
  "log.cleaner.min.compaction.lag.ms": {
    type: "long",
    default: "0",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "How long a record stays uncompacted at least.",
  },
  "log.cleaner.max.compaction.lag.ms": {
    type: "long",
    default: "9223372036854775807",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "How long a record stays uncompacted at most, once its segment is closed; " +
      "compacted topics close segments in this time, too.",
  },
  "log.cleaner.delete.retention.ms": {
    type: "long",
    default: "86400000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "How long tombstones and transaction markers are kept in compacted topics " +
      "after the first pass that saw them.",
  },
} as const satisfies Record<string, ConfigDefinition>;
