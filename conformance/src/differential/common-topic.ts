import { calls } from "../wire/calls.ts";
import type { Pair } from "./pair.ts";

const CREATE_VERSION = 7;
const TIMEOUT_MS = 10_000;

export interface CommonTopic {
  readonly name: string;
  readonly partitions?: number;
  readonly configs?: Readonly<Record<string, string>>;
}

/** A topic of both brokers; comes back when both lead it. */
export async function createCommonTopic(pair: Pair, topic: CommonTopic): Promise<void> {
  const partitions = topic.partitions ?? 1;
  const configs = Object.entries(topic.configs ?? {}).map(([name, value]) => ({ name, value }));
  await pair.ask(calls.createTopics, CREATE_VERSION, {
    topics: [
      {
        name: topic.name,
        numPartitions: partitions,
        replicationFactor: 1,
        assignments: [],
        configs,
      },
    ],
    timeoutMs: TIMEOUT_MS,
    validateOnly: false,
  });
  for (const side of pair.sides) await side.untilLed(topic.name, partitions);
}
