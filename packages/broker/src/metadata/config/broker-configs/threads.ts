import type { ConfigDefinition } from "@naru/runtime";

/** The thread pools of Kafka, none of which exist here. */
export const threadConfigs = {
  "num.network.threads": {
    type: "int",
    default: "3",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc:
      "Threads that read and write sockets. " +
      "One event loop does it here; more cores are used by more brokers.",
  },
  "num.io.threads": {
    type: "int",
    default: "8",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc:
      "Threads that handle requests. " +
      "One event loop does it here; more cores are used by more brokers.",
  },
  "background.threads": {
    type: "int",
    default: "10",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc: "Threads for housekeeping. Timers of the one event loop do it here.",
  },
  "num.recovery.threads.per.data.dir": {
    type: "int",
    default: "2",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc:
      "Threads that check logs at start-up. " +
      "Recovery scans run off the event loop without a number to choose.",
  },
  "num.replica.alter.log.dirs.threads": {
    type: "int",
    default: null,
    importance: "high",
    state: "does-not-apply",
    doc: "Threads that move replicas between data folders. There is one data folder.",
  },
} as const satisfies Record<string, ConfigDefinition>;
