// The flags of Kafka 4.3's kafka-get-offsets, declared once.
import { helpAndVersion, type Flag } from "../kafka-tool/flag.ts";
import type { GivenFlags } from "../kafka-tool/given-flags.ts";

export const flags = {
  "bootstrap-server": {
    value: "String: HOST1:PORT1,...,HOST3:PORT3",
    doc: "REQUIRED: the servers to connect to.",
  },
  "topic-partitions": {
    value: "String: topic1:1,topic2:0-3,topic3,topic4:5-,topic5:-3",
    doc:
      "Topics (regular expressions) with a partition, or a range whose upper end is not in it; " +
      "all of a topic without.",
  },
  topic: { value: "String: topic", doc: "The topic; it may be a regular expression." },
  partitions: { value: "String: partition ids", doc: "Only these partitions, by comma." },
  time: {
    value: "String: <timestamp> / -1 or latest / -2 or earliest / -3 or max-timestamp",
    doc: "Offsets of this time; the latest by default. Nothing is printed where there is no record.",
  },
  "command-config": {
    value: "String: config file",
    doc: "A properties file with settings for the connection.",
  },
  "exclude-internal-topics": { doc: "Leave out Kafka's own topics." },
  ...helpAndVersion,
} as const satisfies Record<string, Flag>;

export type Given = GivenFlags<keyof typeof flags>;
