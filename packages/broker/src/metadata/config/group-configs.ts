import type { ConfigDefinition } from "@naru/runtime";

/** A group's key also names the broker key that counts where the group does not set it. */
export interface GroupConfigDefinition extends ConfigDefinition {
  readonly brokerKey: string | null;
}

/**
 * Every configuration key of a group. Those of groups that are not served are known, so that they
 * are described as Kafka describes them, and refused by name whatever their value.
 */
export const groupConfigs = {
  "consumer.session.timeout.ms": {
    type: "int",
    default: "45000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "group.consumer.session.timeout.ms",
    doc: "Silence after which a member of the consumer group is removed.",
  },
  "consumer.heartbeat.interval.ms": {
    type: "int",
    default: "5000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "group.consumer.heartbeat.interval.ms",
    doc: "How often members of the consumer group send heartbeats.",
  },
  "consumer.assignment.interval.ms": {
    type: "int",
    default: "1000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    brokerKey: "group.consumer.assignment.interval.ms",
    doc: "Shortest time between two assignments of the consumer group.",
  },
  "share.session.timeout.ms": {
    type: "int",
    default: "45000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "not-yet",
    brokerKey: "group.share.session.timeout.ms",
    doc: "Silence after which a member of a share group is removed. Share groups are not served.",
  },
  "share.heartbeat.interval.ms": {
    type: "int",
    default: "5000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "not-yet",
    brokerKey: "group.share.heartbeat.interval.ms",
    doc: "How often members of a share group send heartbeats. Share groups are not served.",
  },
  "share.record.lock.duration.ms": {
    type: "int",
    default: "30000",
    valid: { kind: "range", min: 1000 },
    importance: "medium",
    state: "not-yet",
    brokerKey: "group.share.record.lock.duration.ms",
    doc: "How long a record is held for the member that fetched it. Share groups are not served.",
  },
  "share.delivery.count.limit": {
    type: "int",
    default: "5",
    valid: { kind: "range", min: 2 },
    importance: "medium",
    state: "not-yet",
    brokerKey: "group.share.delivery.count.limit",
    doc: "How often a record is delivered at the most. Share groups are not served.",
  },
  "share.partition.max.record.locks": {
    type: "int",
    default: "2000",
    valid: { kind: "range", min: 100 },
    importance: "medium",
    state: "not-yet",
    brokerKey: "group.share.partition.max.record.locks",
    doc: "Most records of a partition that are held at a time. Share groups are not served.",
  },
  "share.auto.offset.reset": {
    type: "string",
    default: "latest",
    importance: "medium",
    state: "not-yet",
    brokerKey: null,
    doc: "Where a share group begins to read. Share groups are not served.",
  },
  "share.isolation.level": {
    type: "string",
    default: "read_uncommitted",
    valid: { kind: "one-of", values: ["read_committed", "read_uncommitted"] },
    importance: "medium",
    state: "not-yet",
    brokerKey: null,
    doc: "Whether records of open and aborted transactions are delivered. Share groups are not served.",
  },
  "share.renew.acknowledge.enable": {
    type: "boolean",
    default: "true",
    importance: "medium",
    state: "not-yet",
    brokerKey: null,
    doc: "Whether a member may ask to hold a record longer. Share groups are not served.",
  },
  "share.assignment.interval.ms": {
    type: "int",
    default: "1000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "not-yet",
    brokerKey: "group.share.assignment.interval.ms",
    doc: "Shortest time between two assignments of a share group. Share groups are not served.",
  },
  "streams.session.timeout.ms": {
    type: "int",
    default: "45000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "not-yet",
    brokerKey: "group.streams.session.timeout.ms",
    doc: "Silence after which a member of a streams group is removed. Streams groups are not served.",
  },
  "streams.heartbeat.interval.ms": {
    type: "int",
    default: "5000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "not-yet",
    brokerKey: "group.streams.heartbeat.interval.ms",
    doc: "How often members of a streams group send heartbeats. Streams groups are not served.",
  },
  "streams.num.standby.replicas": {
    type: "int",
    default: "0",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "not-yet",
    brokerKey: "group.streams.num.standby.replicas",
    doc: "Standby copies of each task. Streams groups are not served.",
  },
  "streams.initial.rebalance.delay.ms": {
    type: "int",
    default: "3000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "not-yet",
    brokerKey: "group.streams.initial.rebalance.delay.ms",
    doc: "How long the first rebalance of a streams group waits for more members. Streams groups are not served.",
  },
  "streams.assignment.interval.ms": {
    type: "int",
    default: "1000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "not-yet",
    brokerKey: "group.streams.assignment.interval.ms",
    doc: "Shortest time between two assignments of a streams group. Streams groups are not served.",
  },
} as const satisfies Readonly<Record<string, GroupConfigDefinition>>;

/** A key of `groupConfigs`. */
export type GroupConfigKey = keyof typeof groupConfigs;

/** The group's keys by name, for those that look a name up which may not exist. */
export const groupConfigTable: ReadonlyMap<string, GroupConfigDefinition> = new Map(
  Object.entries(groupConfigs),
);
