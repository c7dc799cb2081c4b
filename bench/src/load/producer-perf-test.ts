import { output } from "../../../conformance/src/runner/processes.ts";
import { toolWords } from "../brokers/apache-kafka.ts";
import type { MeasuredBroker } from "../brokers/measured-broker.ts";
import { cpuPartsOf } from "../measure/process-usage.ts";

const CLASS = "org.apache.kafka.tools.ProducerPerformance";
const LIMIT_MS = 240_000;

export interface ProducerLoad {
  readonly topic: string;
  readonly records: number;
  readonly recordBytes: number;
  /** Keys of the producer's configuration. */
  readonly producer: Readonly<Record<string, string>>;
  /** Records go in transactions that are committed when they are this old. */
  readonly transactionMs?: number;
}

export interface ProducerFigures {
  readonly recordsPerSecond: number;
  readonly userSeconds: number;
  readonly systemSeconds: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  /** Inside commitTransaction, all of them together. */
  readonly commitMs: number;
}

/** Kafka's own kafka-producer-perf-test, and what it cost the broker. */
export async function producerPerfTest(
  broker: MeasuredBroker,
  load: ProducerLoad,
): Promise<ProducerFigures> {
  const producer = Object.entries({ "bootstrap.servers": broker.bootstrap, ...load.producer });
  const options = {
    "--topic": load.topic,
    "--num-records": String(load.records),
    "--record-size": String(load.recordBytes),
    "--throughput": "-1",
  };
  const properties = producer.map(([key, value]) => `${key}=${value}`);
  const words = [...Object.entries(options).flat(), "--producer-props", ...properties];
  if (load.transactionMs !== undefined) words.push(...transactionWords(load.transactionMs));
  const before = cpuPartsOf(broker.pid);
  const text = await output("java", toolWords(CLASS, words), { limitMs: LIMIT_MS });
  const after = cpuPartsOf(broker.pid);
  const found = /^(\d+) records sent, ([\d.]+) records\/sec.* (\d+) ms 50th.* (\d+) ms 99th/m.exec(
    text,
  );
  if (found === null || Number(found[1]) !== load.records) {
    const end = text.slice(-1000);
    throw new Error(`kafka-producer-perf-test: '${end}', expected ${load.records} records sent.`);
  }
  return {
    recordsPerSecond: Number(found[2]),
    userSeconds: after.user - before.user,
    systemSeconds: after.system - before.system,
    latencyMs: { p50: Number(found[3]), p99: Number(found[4]) },
    commitMs: Number(/txn-commit-time-ns-total.*: ([\d.]+)/.exec(text)?.[1] ?? 0) / 1e6,
  };
}

function transactionWords(durationMs: number): string[] {
  const id = ["--transactional-id", "bench"];
  return [...id, "--transaction-duration-ms", String(durationMs), "--print-metrics"];
}
