import type { ConfigDefinition } from "@naru/runtime";

/** Java metrics and configuration providers. */
export const metricConfigs = {
  "metric.reporters": {
    type: "list",
    default: "org.apache.kafka.common.metrics.JmxReporter",
    importance: "low",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc: "Java classes that publish metrics. Java classes cannot be loaded here.",
  },
  "metrics.num.samples": {
    type: "int",
    default: "2",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc: "Samples that a Java metric keeps. There are no Java metrics.",
  },
  "metrics.recording.level": {
    type: "string",
    default: "INFO",
    importance: "low",
    state: "does-not-apply",
    doc: "Which Java metrics are recorded. There are no Java metrics.",
  },
  "metrics.sample.window.ms": {
    type: "long",
    default: "30000",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc: "Length of one sample of a Java metric. There are no Java metrics.",
  },
  "kafka.metrics.reporters": {
    type: "list",
    default: "",
    importance: "low",
    state: "does-not-apply",
    doc: "Java classes that publish the older metrics. Java classes cannot be loaded here.",
  },
  "kafka.metrics.polling.interval.secs": {
    type: "int",
    default: "10",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc: "How often the older metrics are published. Java classes cannot be loaded here.",
  },
  "telemetry.max.bytes": {
    type: "int",
    default: "1048576",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc: "Largest push of client metrics that is taken. The broker does not offer to take any.",
  },
  "config.providers": {
    type: "list",
    default: "",
    importance: "low",
    state: "not-yet",
    dynamic: "cluster-wide",
    doc: "Java classes that fetch configuration values from elsewhere. They are not served.",
  },
} as const satisfies Record<string, ConfigDefinition>;
