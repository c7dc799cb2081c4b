import type { ConfigDefinition } from "@naru/runtime";

/** Streams groups. */
export const streamsConfigs = {
  "group.streams.assignment.interval.ms": {
    type: "int",
    default: "1000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc: "Shortest time between two assignments of a streams group. Streams groups are not served.",
  },
  "group.streams.max.assignment.interval.ms": {
    type: "int",
    default: "15000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    doc: "Largest assignment interval a streams group may be given. Streams groups are not served.",
  },
  "group.streams.min.assignment.interval.ms": {
    type: "int",
    default: "0",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    doc:
      "Smallest assignment interval a streams group may be given. " +
      "Streams groups are not served.",
  },
  "group.streams.heartbeat.interval.ms": {
    type: "int",
    default: "5000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "does-not-apply",
    doc: "How often members of a streams group send heartbeats. Streams groups are not served.",
  },
  "group.streams.max.heartbeat.interval.ms": {
    type: "int",
    default: "15000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "does-not-apply",
    doc: "Largest heartbeat interval a streams group may be given. Streams groups are not served.",
  },
  "group.streams.min.heartbeat.interval.ms": {
    type: "int",
    default: "5000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "does-not-apply",
    doc: "Smallest heartbeat interval a streams group may be given. Streams groups are not served.",
  },
  "group.streams.session.timeout.ms": {
    type: "int",
    default: "45000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "does-not-apply",
    doc:
      "Silence after which a member of a streams group is removed. " +
      "Streams groups are not served.",
  },
  "group.streams.max.session.timeout.ms": {
    type: "int",
    default: "60000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "does-not-apply",
    doc: "Largest session timeout a streams group may be given. Streams groups are not served.",
  },
  "group.streams.min.session.timeout.ms": {
    type: "int",
    default: "45000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "does-not-apply",
    doc: "Smallest session timeout a streams group may be given. Streams groups are not served.",
  },
  "group.streams.initial.rebalance.delay.ms": {
    type: "int",
    default: "3000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    doc: "How long a new streams group waits for more members. Streams groups are not served.",
  },
  "group.streams.num.standby.replicas": {
    type: "int",
    default: "0",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    doc: "Standby copies of each task. Streams groups are not served.",
  },
  "group.streams.max.standby.replicas": {
    type: "int",
    default: "2",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    doc: "Most standby copies a streams group may be given. Streams groups are not served.",
  },
  "group.streams.max.size": {
    type: "int",
    default: "2147483647",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "does-not-apply",
    doc: "Most members of a streams group. Streams groups are not served.",
  },
} as const satisfies Record<string, ConfigDefinition>;
