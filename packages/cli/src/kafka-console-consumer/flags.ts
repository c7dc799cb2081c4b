// The flags of Kafka 4.3's kafka-console-consumer, declared once.
import { helpAndVersion, type Flag } from "../kafka-tool/flag.ts";
import type { GivenFlags } from "../kafka-tool/given-flags.ts";

export const flags = {
  "bootstrap-server": {
    value: "String: server to connect to",
    doc: "REQUIRED: the Kafka servers to connect to.",
  },
  topic: { value: "String: topic", doc: "The topic to read." },
  include: {
    value: "String: regular expression",
    doc: "Read all topics whose whole name it matches; Kafka's own topics are left out.",
  },
  partition: {
    value: "Integer: partition",
    doc: "Read this partition only, without a group: from its end, if --offset does not say otherwise.",
  },
  offset: {
    value: "String: consume offset",
    doc: "With --partition: where to begin, an offset, 'earliest' or 'latest' (the default).",
  },
  "from-beginning": {
    doc: "Begin with the earliest record where the group has no offset; without it at the end.",
  },
  "max-messages": { value: "Integer: num_messages", doc: "End after so many records." },
  "timeout-ms": { value: "Long: timeout_ms", doc: "End when no record has come for so long." },
  group: { value: "String: consumer group id", doc: "The group to join. Default: a new one." },
  "isolation-level": {
    value: "String",
    doc: "read_committed leaves out what was not committed; read_uncommitted, the default, does not.",
  },
  formatter: {
    value: "String: class",
    doc: "How records are written, by the name of Kafka's class. Default: DefaultMessageFormatter.",
  },
  "formatter-property": {
    value: "String: prop",
    doc:
      "A setting of the formatter, as key=value. May be repeated. There are print.timestamp, print.partition, " +
      "print.offset, print.delivery, print.epoch, print.headers, print.key, print.value, key.separator, " +
      "line.separator, headers.separator, null.literal, key.deserializer, value.deserializer and " +
      "headers.deserializer.",
  },
  property: { value: "String: prop", doc: "(DEPRECATED) The same as --formatter-property." },
  "formatter-config": {
    value: "String: config file",
    doc: "A properties file with settings of the formatter; those of --formatter-property go over it.",
  },
  "key-deserializer": {
    value: "String: deserializer for keys",
    doc: "What keys are, by the name of one of Kafka's deserializers.",
  },
  "value-deserializer": {
    value: "String: deserializer for values",
    doc: "What values are, by the name of one of Kafka's deserializers.",
  },
  "skip-message-on-error": { doc: "Pass over a record that cannot be written; do not end." },
  "command-property": {
    value: "String: consumer_prop",
    doc: "A setting of the consumer, as key=value. May be repeated.",
  },
  "command-config": {
    value: "String: config file",
    doc: "A properties file with settings of the consumer; those of --command-property go over it.",
  },
  "consumer-property": {
    value: "String: consumer_prop",
    doc: "(DEPRECATED) The same as --command-property.",
  },
  "consumer.config": {
    value: "String: config file",
    doc: "(DEPRECATED) The same as --command-config.",
  },
  "enable-systest-events": { doc: "Print shutdown_complete at the end." },
  ...helpAndVersion,
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof flags;
export type Given = GivenFlags<FlagName>;
