import { ConfigError, wrongValue, type CompressionType, type ConfigProblem } from "@naru/protocol";

/** Kafka's keys in camel case, with Kafka 4.3's defaults. */
export interface ProducerOptions {
  /** How many replicas must have a batch before it is answered. */
  readonly acks?: "all" | 1 | 0;
  /** How long a batch waits for company. */
  readonly lingerMs?: number;
  /** Bytes of records, before compression, at which a batch is full. */
  readonly batchSize?: number;
  readonly compressionType?: CompressionType;
  /** For gzip and zstd. */
  readonly compressionLevel?: number;
  /** What one request, and so one record before compression, may have. */
  readonly maxRequestSize?: number;
  /** What all batches that wait or travel may take; `send` waits for room. */
  readonly bufferMemory?: number;
  /** How long `send` waits for metadata and for room. */
  readonly maxBlockMs?: number;
  /** From the batch's beginning to its success or failure, all attempts included. */
  readonly deliveryTimeoutMs?: number;
  readonly requestTimeoutMs?: number;
  /** Requests on their way to one broker. Batches of one partition always go one by one. */
  readonly maxInFlightRequestsPerConnection?: number;
  /** Metadata older than this is asked for again. */
  readonly metadataMaxAgeMs?: number;
  /** Attempts beside the first one; `deliveryTimeoutMs` ends them too. */
  readonly retries?: number;
  readonly retryBackoffMs?: number;
  readonly retryBackoffMaxMs?: number;
}

export type ProducerSettings = Required<Omit<ProducerOptions, "compressionLevel">> &
  Pick<ProducerOptions, "compressionLevel">;

const defaults: ProducerSettings = {
  acks: "all",
  lingerMs: 5,
  batchSize: 16_384,
  compressionType: "none",
  maxRequestSize: 1_048_576,
  bufferMemory: 33_554_432,
  maxBlockMs: 60_000,
  deliveryTimeoutMs: 120_000,
  requestTimeoutMs: 30_000,
  maxInFlightRequestsPerConnection: 5,
  metadataMaxAgeMs: 300_000,
  retries: 2_147_483_647,
  retryBackoffMs: 100,
  retryBackoffMaxMs: 1_000,
};

const leastValues = {
  lingerMs: 0,
  batchSize: 0,
  maxRequestSize: 1,
  bufferMemory: 1,
  maxBlockMs: 0,
  deliveryTimeoutMs: 1,
  requestTimeoutMs: 1,
  maxInFlightRequestsPerConnection: 1,
  metadataMaxAgeMs: 1,
  retries: 0,
  retryBackoffMs: 0,
  retryBackoffMaxMs: 0,
} as const satisfies Partial<Record<keyof ProducerSettings, number>>;

/** Fills in the defaults; throws a ConfigError that names every wrong key. */
export function producerSettings(options: ProducerOptions): ProducerSettings {
  const given = Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  );
  const settings: ProducerSettings = { ...defaults, ...given };
  const problems: ConfigProblem[] = [];
  for (const [name, least] of Object.entries(leastValues)) {
    const value = settings[name as keyof typeof leastValues];
    if (Number.isFinite(value) && value >= least) continue;
    problems.push(
      wrongValue({
        key: dotted(name),
        value: String(value),
        rule: `a number of at least ${least}`,
      }),
    );
  }
  if (!["all", 1, 0].includes(settings.acks)) {
    problems.push(wrongValue({ key: "acks", value: String(settings.acks), rule: "all, 1 or 0" }));
  }
  const leastDeliveryMs = settings.lingerMs + settings.requestTimeoutMs;
  if (settings.deliveryTimeoutMs < leastDeliveryMs && options.deliveryTimeoutMs !== undefined) {
    problems.push(
      wrongValue({
        key: "delivery.timeout.ms",
        value: String(settings.deliveryTimeoutMs),
        rule: `at least linger.ms + request.timeout.ms, ${leastDeliveryMs}`,
      }),
    );
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...settings, deliveryTimeoutMs: Math.max(settings.deliveryTimeoutMs, leastDeliveryMs) };
}

function dotted(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`);
}
