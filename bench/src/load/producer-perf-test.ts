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
}

export interface ProducerFigures {
  readonly recordsPerSecond: number;
  readonly userSeconds: number;
  readonly systemSeconds: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number };
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
  const before = cpuPartsOf(broker.pid);
  const text = await output("java", toolWords(CLASS, words), { limitMs: LIMIT_MS });
  const after = cpuPartsOf(broker.pid);
  const last = text.trimEnd().split("\n").at(-1)!;
  const found = /^(\d+) records sent, ([\d.]+) records\/sec.* (\d+) ms 50th.* (\d+) ms 99th/.exec(
    last,
  );
  if (found === null || Number(found[1]) !== load.records) {
    throw new Error(`kafka-producer-perf-test: '${last}', expected ${load.records} records sent.`);
  }
  return {
    recordsPerSecond: Number(found[2]),
    userSeconds: after.user - before.user,
    systemSeconds: after.system - before.system,
    latencyMs: { p50: Number(found[3]), p99: Number(found[4]) },
  };
}
