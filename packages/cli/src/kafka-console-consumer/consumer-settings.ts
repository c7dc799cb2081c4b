// What the properties of Kafka's consumer set here.
import type { PartitionReaderOptions } from "@naru/client";
import { oneOf, trueOrFalse, wholeNumber, type KeyTable } from "../kafka-tool/client-properties.ts";
import {
  connectionKeys,
  connectionKeysWithoutEffect,
  refusedConnectionKeys,
  type ConnectionSettings,
} from "../kafka-tool/connection-keys.ts";

/** Kafka's keys in camel case, with Kafka 4.3's defaults. */
export interface ConsumerSettings
  extends Required<Omit<PartitionReaderOptions, "autoOffsetReset">>, ConnectionSettings {
  readonly groupId: string;
  readonly groupInstanceId: string | null;
  readonly autoOffsetReset: "earliest" | "latest" | "none";
  readonly enableAutoCommit: boolean;
  readonly autoCommitIntervalMs: number;
  readonly heartbeatIntervalMs: number;
  readonly sessionTimeoutMs: number;
  readonly maxPollIntervalMs: number;
  readonly apiTimeoutMs: number;
  readonly allowAutoCreateTopics: boolean;
  readonly excludeInternalTopics: boolean;
}

export const consumerDefaults: Omit<ConsumerSettings, "groupId"> = {
  clientId: "console-consumer",
  requestTimeoutMs: 30_000,
  connectTimeoutMs: 10_000,
  retryBackoffMs: 100,
  retryBackoffMaxMs: 1_000,
  metadataMaxAgeMs: 300_000,
  apiTimeoutMs: 60_000,
  groupInstanceId: null,
  autoOffsetReset: "latest",
  enableAutoCommit: true,
  autoCommitIntervalMs: 5_000,
  heartbeatIntervalMs: 3_000,
  sessionTimeoutMs: 45_000,
  maxPollIntervalMs: 300_000,
  allowAutoCreateTopics: true,
  excludeInternalTopics: true,
  isolationLevel: "read_uncommitted",
  fetchMinBytes: 1,
  fetchMaxWaitMs: 500,
  fetchMaxBytes: 52_428_800,
  maxPartitionFetchBytes: 1_048_576,
  maxPollRecords: 500,
  checkCrcs: true,
};

const RANGE = "org.apache.kafka.clients.consumer.RangeAssignor";
/** What Java's consumer offers by default: the group may settle on either, ours speaks range. */
const DEFAULT_ASSIGNORS = `${RANGE}, org.apache.kafka.clients.consumer.CooperativeStickyAssignor`;

export const consumerKeys: KeyTable<ConsumerSettings> = {
  served: {
    ...connectionKeys,
    "group.id": (groupId) => (groupId === "" ? "found '', expected a name." : { groupId }),
    "group.instance.id": (groupInstanceId) => ({ groupInstanceId }),
    "group.protocol": (value) =>
      value.toLowerCase() === "classic"
        ? {}
        : `found '${value}', expected classic: no other is served yet.`,
    "partition.assignment.strategy": (value) =>
      ["range", RANGE, DEFAULT_ASSIGNORS].includes(value)
        ? {}
        : `found '${value}', expected ${RANGE}: no other is served yet.`,
    "auto.offset.reset": oneOf(["earliest", "latest", "none"], (autoOffsetReset) => ({
      autoOffsetReset,
    })),
    "enable.auto.commit": trueOrFalse((enableAutoCommit) => ({ enableAutoCommit })),
    "auto.commit.interval.ms": wholeNumber(0, (autoCommitIntervalMs) => ({
      autoCommitIntervalMs,
    })),
    "heartbeat.interval.ms": wholeNumber(1, (heartbeatIntervalMs) => ({ heartbeatIntervalMs })),
    "session.timeout.ms": wholeNumber(1, (sessionTimeoutMs) => ({ sessionTimeoutMs })),
    "max.poll.interval.ms": wholeNumber(1, (maxPollIntervalMs) => ({ maxPollIntervalMs })),
    "default.api.timeout.ms": wholeNumber(0, (apiTimeoutMs) => ({ apiTimeoutMs })),
    "allow.auto.create.topics": trueOrFalse((allowAutoCreateTopics) => ({
      allowAutoCreateTopics,
    })),
    "exclude.internal.topics": trueOrFalse((excludeInternalTopics) => ({
      excludeInternalTopics,
    })),
    "isolation.level": oneOf(["read_committed", "read_uncommitted"], (isolationLevel) => ({
      isolationLevel,
    })),
    "fetch.min.bytes": wholeNumber(0, (fetchMinBytes) => ({ fetchMinBytes })),
    "fetch.max.wait.ms": wholeNumber(0, (fetchMaxWaitMs) => ({ fetchMaxWaitMs })),
    "fetch.max.bytes": wholeNumber(0, (fetchMaxBytes) => ({ fetchMaxBytes })),
    "max.partition.fetch.bytes": wholeNumber(0, (maxPartitionFetchBytes) => ({
      maxPartitionFetchBytes,
    })),
    "max.poll.records": wholeNumber(1, (maxPollRecords) => ({ maxPollRecords })),
    "check.crcs": trueOrFalse((checkCrcs) => ({ checkCrcs })),
    // Kafka's tool reads bytes whatever these say; its formatter has deserializers of its own.
    "key.deserializer": () => ({}),
    "value.deserializer": () => ({}),
  },
  withoutEffect: new Set(connectionKeysWithoutEffect),
  refused: new Set([
    ...refusedConnectionKeys,
    "client.rack",
    "group.remote.assignor",
    "internal.leave.group.on.close",
    "share.acknowledgement.mode",
  ]),
};
