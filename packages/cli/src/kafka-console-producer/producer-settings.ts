// What the properties of Kafka's producer set here.
import type { ProducerOptions } from "@naru/client";
import {
  oneOf,
  wholeNumber,
  type KeyTable,
  type Properties,
} from "../kafka-tool/client-properties.ts";
import {
  connectionKeys,
  connectionKeysWithoutEffect,
  refusedConnectionKeys,
  type ConnectionSettings,
} from "../kafka-tool/connection-keys.ts";
import type { FlagName, Given } from "./flags.ts";

/** Kafka's keys in camel case. */
export type ProducerSettings = ProducerOptions & ConnectionSettings;

const ACKS = { all: "all", "-1": "all", 1: 1, 0: 0 } as const;
const CODECS = ["none", "gzip", "snappy", "lz4", "zstd"] as const;

export const producerKeys: KeyTable<ProducerSettings> = {
  served: {
    ...connectionKeys,
    acks: oneOf(["all", "-1", "0", "1"], (word) => ({ acks: ACKS[word] })),
    "batch.size": wholeNumber(0, (batchSize) => ({ batchSize })),
    "buffer.memory": wholeNumber(1, (bufferMemory) => ({ bufferMemory })),
    "compression.type": oneOf(CODECS, (compressionType) => ({ compressionType })),
    "compression.gzip.level": level(1, 9),
    "compression.zstd.level": level(1, 22),
    "delivery.timeout.ms": wholeNumber(1, (deliveryTimeoutMs) => ({ deliveryTimeoutMs })),
    // Records may stand twice after a lost answer: who counts on idempotence is told.
    "enable.idempotence": (value) =>
      value.toLowerCase() === "false"
        ? {}
        : `found '${value}', expected false: the producer is not idempotent yet.`,
    "linger.ms": wholeNumber(0, (lingerMs) => ({ lingerMs })),
    "max.block.ms": wholeNumber(0, (maxBlockMs) => ({ maxBlockMs })),
    "max.in.flight.requests.per.connection": wholeNumber(1, (maxInFlightRequestsPerConnection) => ({
      maxInFlightRequestsPerConnection,
    })),
    "max.request.size": wholeNumber(1, (maxRequestSize) => ({ maxRequestSize })),
    retries: wholeNumber(0, (retries) => ({ retries })),
    // Kafka's tool sends bytes whatever these say.
    "key.serializer": () => ({}),
    "value.serializer": () => ({}),
  },
  withoutEffect: new Set(connectionKeysWithoutEffect),
  refused: new Set([
    ...refusedConnectionKeys,
    "compression.lz4.level",
    "metadata.max.idle.ms",
    "partitioner.",
    "transaction.timeout.ms",
    "transaction.two.phase.commit.enable",
    "transactional.id",
  ]),
};

function level(least: number, most: number): KeyTable<ProducerSettings>["served"][string] {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) {
      return { compressionLevel: number };
    }
    return `found '${value}', expected a whole number from ${least} to ${most}.`;
  };
}

/** A flag, its key, and the value where neither is given; null leaves it to the client. */
const merged: readonly (readonly [FlagName, string, string | null])[] = [
  ["timeout", "linger.ms", "1000"],
  ["request-required-acks", "acks", "-1"],
  ["request-timeout-ms", "request.timeout.ms", "1500"],
  ["message-send-max-retries", "retries", "3"],
  ["retry-backoff-ms", "retry.backoff.ms", "100"],
  ["socket-buffer-size", "send.buffer.bytes", null],
  ["max-memory-bytes", "buffer.memory", "33554432"],
  ["batch-size", "batch.size", "16384"],
  ["max-partition-memory-bytes", "batch.size", "16384"],
  ["metadata-expiry-ms", "metadata.max.age.ms", "300000"],
  ["max-block-ms", "max.block.ms", "60000"],
];

/** The properties with what the flags put over them. */
export function mergedProperties(given: Given, properties: Properties): Properties {
  const all = new Map(properties);
  // Kafka's tool has no other way to say this than its flag.
  all.set("compression.type", codec(given));
  if (!all.has("client.id")) all.set("client.id", "console-producer");
  for (const [flag, key, fallback] of merged) {
    const value = given.has(flag) ? numberOrWord(given, flag) : undefined;
    if (value !== undefined) all.set(key, value);
    else if (fallback !== null && !all.has(key)) all.set(key, fallback);
  }
  return all;
}

function codec(given: Given): string {
  if (!given.has("compression-codec")) return "none";
  return given.text("compression-codec") ?? "gzip";
}

function numberOrWord(given: Given, flag: FlagName): string | undefined {
  if (flag === "request-required-acks") return given.text(flag);
  return given.integer(flag, Number.MAX_SAFE_INTEGER)?.toString();
}
