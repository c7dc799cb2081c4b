// The flags of Kafka 4.3's kafka-console-producer, declared once.
import { helpAndVersion, type Flag } from "../kafka-tool/flag.ts";
import type { GivenFlags } from "../kafka-tool/given-flags.ts";

export const flags = {
  "bootstrap-server": {
    value: "String: server to connect to",
    doc: "REQUIRED: the Kafka servers to connect to, as HOST1:PORT1,HOST2:PORT2.",
  },
  topic: { value: "String: topic", doc: "REQUIRED: the topic to write to." },
  sync: { doc: "Write one record after the other, and end with 1 when one fails." },
  "compression-codec": {
    value: "String: compression-codec",
    isOptional: true,
    doc: "none, gzip, snappy, lz4 or zstd; gzip when it stands without a value. Default: none.",
  },
  "batch-size": {
    value: "Integer: size",
    doc: "batch.size: bytes at which a batch is full. Default: 16384.",
  },
  "max-partition-memory-bytes": {
    value: "Integer: memory in bytes per partition",
    doc: "(DEPRECATED) The same as --batch-size, and goes over it.",
  },
  "message-send-max-retries": {
    value: "Integer",
    doc: "retries: attempts beside the first one. Default: 3.",
  },
  "retry-backoff-ms": {
    value: "Long",
    doc: "retry.backoff.ms: the wait before the second attempt. Default: 100.",
  },
  timeout: {
    value: "Long: timeout_ms",
    doc: "linger.ms: how long a batch waits for company. Default: 1000.",
  },
  "request-required-acks": {
    value: "String: request required acks",
    doc: "acks: all (or -1, the default), 1 or 0.",
  },
  "request-timeout-ms": {
    value: "Integer: request timeout ms",
    doc: "request.timeout.ms: how long an answer may take. Default: 1500.",
  },
  "metadata-expiry-ms": {
    value: "Long: metadata expiration interval",
    doc: "metadata.max.age.ms: metadata older than this is asked for again. Default: 300000.",
  },
  "max-block-ms": {
    value: "Long: max block on send",
    doc: "max.block.ms: how long a record may wait for metadata and for room. Default: 60000.",
  },
  "max-memory-bytes": {
    value: "Long: total memory in bytes",
    doc: "buffer.memory: what all records that wait may take. Default: 33554432.",
  },
  "socket-buffer-size": {
    value: "Integer: size",
    doc: "send.buffer.bytes: has no effect, for Node leaves it to the system.",
  },
  "line-reader": {
    value: "String: reader_class",
    doc: "What reads the lines: org.apache.kafka.tools.LineMessageReader, and no other.",
  },
  "reader-property": {
    value: "String: prop",
    doc:
      "A setting of the reader, as key=value. May be repeated. There are parse.key, key.separator (default: tab), " +
      "parse.headers, headers.delimiter (tab), headers.separator (comma), headers.key.separator (colon), " +
      "ignore.error and null.marker. A line is h1:v1,h2:v2, the delimiter, the key, the separator, the value.",
  },
  property: { value: "String: prop", doc: "(DEPRECATED) The same as --reader-property." },
  "reader-config": {
    value: "String: config file",
    doc: "A properties file with settings of the reader; those of --reader-property go over it.",
  },
  "command-property": {
    value: "String: producer_prop",
    doc: "A setting of the producer, as key=value. May be repeated.",
  },
  "command-config": {
    value: "String: config file",
    doc: "A properties file with settings of the producer; those of --command-property go over it.",
  },
  "producer-property": {
    value: "String: producer_prop",
    doc: "(DEPRECATED) The same as --command-property.",
  },
  "producer.config": {
    value: "String: config file",
    doc: "(DEPRECATED) The same as --command-config.",
  },
  ...helpAndVersion,
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof flags;
export type Given = GivenFlags<FlagName>;
