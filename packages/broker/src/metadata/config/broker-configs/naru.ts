import type { ConfigDefinition } from "@naru/runtime";

/** Keys that Kafka does not have. */
export const naruConfigs = {
  "naru.acks.all.flush": {
    type: "string",
    default: "disk",
    valid: { kind: "one-of", values: ["disk", "page-cache"] },
    importance: "high",
    state: "has-effect",
    doc: "What acks=all waits for: `disk` is the sync that covers its bytes, `page-cache` is Kafka's way, the write alone.",
  },
  "naru.frame.timeout.ms": {
    type: "int",
    default: "30000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    doc: "How long a request that has begun to arrive may take for each 64 KiB of it, before its connection is closed.",
  },
  "naru.decompressed.batch.max.bytes": {
    type: "int",
    default: "67108864",
    valid: { kind: "range", min: 1024 },
    importance: "medium",
    state: "has-effect",
    doc: "Most bytes that one compressed batch may become where the broker has to open it.",
  },
  "naru.hot.tail.bytes": {
    type: "long",
    default: "67108864",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    doc: "Memory for the newest bytes of all partitions together, from which consumers at the end of a log are served.",
  },
} as const satisfies Record<string, ConfigDefinition>;
