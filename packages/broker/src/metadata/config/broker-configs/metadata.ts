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
    state: "does-not-apply",
    doc:
      "How often an idle controller writes a no-op record, so that followers see it alive. " +
      "The only voter has nobody to show it to.",
  },
  "metadata.max.retention.bytes": {
    type: "long",
    default: "104857600",
    importance: "high",
    state: "has-effect",
    doc:
      "Size of metadata log and snapshots together above which old ones are removed, " +
      "never the newest snapshot; -1 sets no limit.",
  },
  "metadata.max.retention.ms": {
    type: "long",
    default: "604800000",
    importance: "high",
    state: "has-effect",
    doc:
      "Age above which a metadata snapshot is removed, with the segments before the next one, " +
      "never the newest snapshot; -1 sets no limit.",
  },
} as const satisfies Record<string, ConfigDefinition>;
