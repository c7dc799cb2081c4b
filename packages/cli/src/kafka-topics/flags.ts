// The flags of Kafka 4.3's kafka-topics, declared once: reading, checks and help come from here.
import { commandConfig, helpAndVersion, type Flag } from "../kafka-tool/flag.ts";
import type { GivenFlags } from "../kafka-tool/given-flags.ts";

export type Action = "create" | "list" | "describe" | "alter" | "delete";

export interface TopicFlag extends Flag {
  /** The actions that it goes with; all when left out. */
  readonly actions?: readonly Action[];
}

/** In the order in which Kafka looks for those that do not go together. */
export const flags = {
  "bootstrap-server": {
    value: "String: server to connect to",
    doc: "REQUIRED: the Kafka server to connect to.",
  },
  "command-config": commandConfig,
  list: { doc: "List the topics." },
  create: { doc: "Create a topic." },
  delete: { doc: "Delete topics." },
  alter: {
    doc: "Give topics more partitions. Their configurations are changed with kafka-configs.",
  },
  describe: { doc: "Describe topics and their partitions." },
  topic: {
    value: "String: topic",
    doc: "The topic; but for --create it may be a regular expression.",
  },
  "topic-id": { value: "String: topic-id", doc: "The id of the topic to describe." },
  config: {
    value: "String: name=value",
    actions: ["create"],
    doc: "A configuration of the new topic. May be repeated.",
  },
  "delete-config": { value: "String: name", doc: "No longer supported since Kafka 4.0." },
  partitions: {
    value: "Integer: # of partitions",
    actions: ["create", "alter"],
    doc:
      "How many partitions there shall be. With --create the default is the broker's. Records with a key " +
      "may go elsewhere once there are more.",
  },
  "replication-factor": {
    value: "Integer: replication factor",
    actions: ["create"],
    doc: "How many replicas each partition has. The default is the broker's.",
  },
  "replica-assignment": {
    value: "String: broker_id_for_part1_replica1 : broker_id_for_part1_replica2 , ...",
    actions: ["create", "alter"],
    doc: "The brokers of each partition, by hand.",
  },
  "under-replicated-partitions": {
    actions: ["describe"],
    doc: "Only partitions with fewer in-sync replicas than replicas.",
  },
  "under-min-isr-partitions": {
    actions: ["describe"],
    doc: "Only partitions with fewer in-sync replicas than the least.",
  },
  "at-min-isr-partitions": {
    actions: ["describe"],
    doc: "Only partitions with just the least number of in-sync replicas.",
  },
  "unavailable-partitions": { actions: ["describe"], doc: "Only partitions without a leader." },
  "topics-with-overrides": {
    actions: ["describe"],
    doc: "Only topics with configurations of their own, without partitions.",
  },
  "if-exists": {
    actions: ["alter", "delete", "describe"],
    doc: "A topic that does not exist is no failure.",
  },
  "if-not-exists": { actions: ["create"], doc: "A topic that exists is no failure." },
  "exclude-internal": { actions: ["list", "describe"], doc: "Leave out Kafka's own topics." },
  "partition-size-limit-per-response": {
    value: "Integer: maximum number of partitions per response",
    doc: "How many partitions one answer to --describe may have.",
  },
  ...helpAndVersion,
} as const satisfies Record<string, TopicFlag>;

export type FlagName = keyof typeof flags;
export type GivenTopicFlags = GivenFlags<FlagName>;
