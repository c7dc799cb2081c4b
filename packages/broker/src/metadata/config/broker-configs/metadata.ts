import type { ConfigDefinition } from "@naru/runtime";

/** The log of cluster metadata. */
export const metadataConfigs = {
  "metadata.log.dir": {
    type: "string",
    default: null,
    importance: "high",
    state: "not-yet",
    doc:
      "A folder of its own for the cluster metadata log. " +
      "Here the log always lies in the one data folder.",
  },
  "metadata.log.max.record.bytes.between.snapshots": {
    type: "long",
    default: "20971520",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    doc: "Bytes of metadata records after which a new snapshot is written.",
  },
  "metadata.log.max.snapshot.interval.ms": {
    type: "long",
    default: "3600000",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "has-effect",
    doc:
      "Longest time between two snapshots while there are new records; " +
      "0 leaves only the rule by bytes.",
  },
  "metadata.log.segment.bytes": {
    type: "int",
    default: "1073741824",
    valid: { kind: "range", min: 8_388_608 },
    importance: "high",
    state: "has-effect",
    doc: "Size at which a segment of the metadata log is closed and a new one begun.",
  },
  "metadata.log.segment.ms": {
    type: "long",
    default: "604800000",
    importance: "high",
    state: "has-effect",
    doc: "Age at which a segment of the metadata log is closed and a new one begun.",
  },
  "metadata.max.idle.interval.ms": {
    type: "int",
    default: "500",
    valid: { kind: "range", min: 0 },
    importance: "low",
    state: "has-effect",
    doc:
      "How often the active controller writes a no-op record when nothing else happens; " +
      "0 turns that off.",
  },
  "metadata.max.retention.bytes": {
    type: "long",
    default: "104857600",
    importance: "high",
    state: "not-yet",
    doc:
      "Size of metadata log and snapshots above which old ones are removed. " +
      "Removal by size is not served yet.",
  },
  "metadata.max.retention.ms": {
    type: "long",
    default: "604800000",
    importance: "high",
    state: "not-yet",
    doc:
      "Age above which old metadata segments and snapshots are removed. " +
      "Removal by age is not served yet.",
  },
} as const satisfies Record<string, ConfigDefinition>;
