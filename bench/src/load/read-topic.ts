import * as path from "node:path";
import { output } from "../../../conformance/src/runner/processes.ts";
import type { MeasuredBroker } from "../brokers/measured-broker.ts";
import { cpuSecondsOf } from "../measure/process-usage.ts";

const script = path.join(import.meta.dirname, "reader.ts");
const LIMIT_MS = 120_000;

export interface ReadFigures {
  readonly seconds: number;
  readonly bytes: number;
  readonly cpuSeconds: number;
}

/** Reads `bytes` of a topic from its start in a process of its own. */
export async function readTopic(
  broker: MeasuredBroker,
  options: { topic: string; partitions: number; bytes: number },
): Promise<ReadFigures> {
  const { topic, partitions, bytes } = options;
  const words = [broker.port, topic, partitions, Math.floor(bytes)].map(String);
  const before = cpuSecondsOf(broker.pid);
  const text = await output(process.execPath, [...process.execArgv, script, ...words], {
    limitMs: LIMIT_MS,
  });
  const cpuSeconds = cpuSecondsOf(broker.pid) - before;
  return { ...(JSON.parse(text) as { seconds: number; bytes: number }), cpuSeconds };
}
