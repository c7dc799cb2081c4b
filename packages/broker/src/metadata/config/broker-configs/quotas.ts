import type { ConfigDefinition } from "@naru/runtime";

/** Quotas, throttles and their windows. */
export const quotaConfigs = {
  "quota.window.num": {
    type: "int",
    default: "11",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "not-yet",
    doc: "Samples that a client quota keeps. Quotas are not served yet.",
  },
  "quota.window.size.seconds": {
    type: "int",
    default: "1",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "not-yet",
    doc: "Length of one sample of a client quota. Quotas are not served yet.",
  },
  "controller.quota.window.num": {
    type: "int",
    default: "11",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "not-yet",
    doc: "Samples that the quota on topic changes keeps. Quotas are not served yet.",
  },
  "controller.quota.window.size.seconds": {
    type: "int",
    default: "1",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "not-yet",
    doc: "Length of one sample of the quota on topic changes. Quotas are not served yet.",
  },
  "replication.quota.window.num": {
    type: "int",
    default: "11",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc: "Samples that the replication throttle keeps. With one broker nothing is replicated.",
  },
  "replication.quota.window.size.seconds": {
    type: "int",
    default: "1",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc: "Length of one sample of the replication throttle. With one broker nothing is replicated.",
  },
  "alter.log.dirs.replication.quota.window.num": {
    type: "int",
    default: "11",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc: "Samples of the throttle for moves between data folders. There is one folder.",
  },
  "alter.log.dirs.replication.quota.window.size.seconds": {
    type: "int",
    default: "1",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc:
      "Length of one sample of the throttle for moves between data folders. " +
      "There is one folder.",
  },
  "client.quota.callback.class": {
    type: "class",
    default: null,
    importance: "low",
    state: "not-yet",
    doc: "A Java class that computes client quotas. Quotas are not served yet.",
  },
} as const satisfies Record<string, ConfigDefinition>;
