import type { ConfigDefinition } from "@naru/runtime";

/** Fetch answers, fetch sessions and requests that wait. */
export const fetchConfigs = {
  "fetch.max.bytes": {
    type: "int",
    default: "57671680",
    valid: { kind: "range", min: 1024 },
    importance: "medium",
    state: "has-effect",
    doc:
      "Most bytes in one Fetch answer, whatever the client asks for; " +
      "a first batch that is larger is still sent whole.",
  },
  "max.incremental.fetch.session.cache.slots": {
    type: "int",
    default: "1000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    doc: "How many fetch sessions are remembered. When full, clients fetch without a session.",
  },
  "fetch.purgatory.purge.interval.requests": {
    type: "int",
    default: "1000",
    importance: "medium",
    state: "does-not-apply",
    doc:
      "How often Kafka sweeps its list of waiting fetches. " +
      "Here a finished wait leaves the list by itself.",
  },
  "producer.purgatory.purge.interval.requests": {
    type: "int",
    default: "1000",
    importance: "medium",
    state: "does-not-apply",
    doc:
      "How often Kafka sweeps its list of waiting produces. " +
      "Here a finished wait leaves the list by itself.",
  },
  "delete.records.purgatory.purge.interval.requests": {
    type: "int",
    default: "1",
    importance: "medium",
    state: "does-not-apply",
    doc:
      "How often Kafka sweeps its list of waiting DeleteRecords. " +
      "Here a finished wait leaves the list by itself.",
  },
} as const satisfies Record<string, ConfigDefinition>;
