import type { ConfigDefinition } from "@naru/runtime";

/** Replication between brokers. */
export const replicationConfigs = {
  "num.replica.fetchers": {
    type: "int",
    default: "1",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc: "Fetchers for each source broker. With one broker nothing is replicated.",
  },
  "replica.fetch.max.bytes": {
    type: "int",
    default: "1048576",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    doc: "Bytes that a follower asks for in each partition. With one broker nothing is replicated.",
  },
  "replica.fetch.min.bytes": {
    type: "int",
    default: "1",
    importance: "high",
    state: "does-not-apply",
    doc: "Bytes that a follower waits for. With one broker nothing is replicated.",
  },
  "replica.fetch.response.max.bytes": {
    type: "int",
    default: "10485760",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    doc: "Bytes in one answer to a follower. With one broker nothing is replicated.",
  },
  "replica.fetch.wait.max.ms": {
    type: "int",
    default: "500",
    importance: "high",
    state: "does-not-apply",
    doc: "How long a follower's fetch waits. With one broker nothing is replicated.",
  },
  "replica.fetch.backoff.ms": {
    type: "int",
    default: "1000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    doc: "How long a follower rests after an error. With one broker nothing is replicated.",
  },
  "replica.lag.time.max.ms": {
    type: "long",
    default: "30000",
    importance: "high",
    state: "does-not-apply",
    doc:
      "How long a follower may lag before it leaves the in-sync replicas. " +
      "With one broker there are no followers.",
  },
  "replica.high.watermark.checkpoint.interval.ms": {
    type: "long",
    default: "5000",
    importance: "high",
    state: "has-effect",
    doc: "How often the high watermarks are written to the data folder.",
  },
  "replica.socket.timeout.ms": {
    type: "int",
    default: "30000",
    importance: "high",
    state: "does-not-apply",
    doc: "Time for a follower's request. With one broker nothing is replicated.",
  },
  "replica.socket.receive.buffer.bytes": {
    type: "int",
    default: "65536",
    importance: "high",
    state: "does-not-apply",
    doc: "Receive buffer of a follower's connection. With one broker nothing is replicated.",
  },
  "replica.selector.class": {
    type: "string",
    default: null,
    importance: "medium",
    state: "does-not-apply",
    doc:
      "A Java class that picks the replica a consumer reads from. " +
      "With one replica there is no choice.",
  },
  "auto.leader.rebalance.enable": {
    type: "boolean",
    default: "true",
    importance: "high",
    state: "does-not-apply",
    doc: "Whether leadership returns to preferred replicas. With one broker it never moves.",
  },
  "leader.imbalance.check.interval.seconds": {
    type: "long",
    default: "300",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    doc: "How often the balance of leaders is checked. With one broker it never changes.",
  },
  "leader.replication.throttled.rate": {
    type: "long",
    default: "9223372036854775807",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    dynamicOnly: true,
    doc:
      "Bytes a second that leaders send for throttled replicas. " +
      "With one broker nothing is replicated. Set dynamically only.",
  },
  "follower.replication.throttled.rate": {
    type: "long",
    default: "9223372036854775807",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    dynamicOnly: true,
    doc:
      "Bytes a second that followers read for throttled replicas. " +
      "With one broker nothing is replicated. Set dynamically only.",
  },
  "replica.alter.log.dirs.io.max.bytes.per.second": {
    type: "long",
    default: "9223372036854775807",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    dynamicOnly: true,
    doc:
      "Bytes a second when replicas move between data folders. There is one folder. " +
      "Set dynamically only.",
  },
} as const satisfies Record<string, ConfigDefinition>;
