// Keys that Kafka's producer and consumer have in common: the connection, and what only Java has.
import type { ClusterOptions } from "@naru/client";
import { oneOf, wholeNumber, type KeyTable } from "./client-properties.ts";

/** Settings of the connection, with the three parts of its retry policy on their own. */
export interface ConnectionSettings {
  readonly clientId: string;
  readonly requestTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly retryBackoffMs: number;
  readonly retryBackoffMaxMs: number;
  readonly metadataMaxAgeMs: number;
}

type Served = KeyTable<ConnectionSettings>["served"];

export const connectionKeys: Served = {
  "client.id": (clientId) => ({ clientId }),
  "request.timeout.ms": wholeNumber(1, (requestTimeoutMs) => ({ requestTimeoutMs })),
  "socket.connection.setup.timeout.ms": wholeNumber(1, (connectTimeoutMs) => ({
    connectTimeoutMs,
  })),
  "retry.backoff.ms": wholeNumber(0, (retryBackoffMs) => ({ retryBackoffMs })),
  "retry.backoff.max.ms": wholeNumber(0, (retryBackoffMaxMs) => ({ retryBackoffMaxMs })),
  "metadata.max.age.ms": wholeNumber(1, (metadataMaxAgeMs) => ({ metadataMaxAgeMs })),
  // The flag says where; Kafka's tools put it over this one.
  "bootstrap.servers": () => ({}),
  // Other protocols need TLS or SASL, which the client does not speak yet.
  "security.protocol": oneOf(["PLAINTEXT"], () => ({})),
};

/** Sizes and counts inside the Java client. */
export const connectionKeysWithoutEffect: readonly string[] = [
  "auto.include.jmx.reporter",
  "enable.metrics.push",
  "metrics.num.samples",
  "metrics.recording.level",
  "metrics.sample.window.ms",
  "receive.buffer.bytes",
  "send.buffer.bytes",
];

export const refusedConnectionKeys: readonly string[] = [
  "client.dns.lookup",
  "config.providers",
  "connections.max.idle.ms",
  "interceptor.classes",
  "metadata.recovery.rebootstrap.trigger.ms",
  "metadata.recovery.strategy",
  "metric.reporters",
  "reconnect.backoff.max.ms",
  "reconnect.backoff.ms",
  "sasl.",
  "security.providers",
  "socket.connection.setup.timeout.max.ms",
  "ssl.",
];

/** The settings of a cluster among those of a client. */
export function clusterOptions(
  settings: Partial<ConnectionSettings> & { readonly apiTimeoutMs?: number },
): Partial<ClusterOptions> {
  const { clientId, requestTimeoutMs, connectTimeoutMs } = settings;
  return {
    ...(clientId === undefined ? {} : { clientId }),
    ...(requestTimeoutMs === undefined ? {} : { requestTimeoutMs }),
    ...(connectTimeoutMs === undefined ? {} : { connectTimeoutMs }),
    retry: {
      backoffMs: settings.retryBackoffMs ?? 100,
      backoffMaxMs: settings.retryBackoffMaxMs ?? 1_000,
      timeoutMs: settings.apiTimeoutMs ?? 60_000,
    },
  };
}
