import { administration } from "./administration.ts";
import { cluster } from "./cluster.ts";
import { coordination } from "./coordination.ts";
import { consumerProtocol } from "./consumer-protocol.ts";
import { Dice } from "./dice.ts";
import { fetching } from "./fetching.ts";
import { idempotence } from "./idempotence.ts";
import { memberOffsets } from "./member-offsets.ts";
import { offsets } from "./offsets.ts";
import type { Pair } from "./pair.ts";
import { plainProduce } from "./plain-produce.ts";
import type { Scenario } from "./scenario.ts";
import { transactions } from "./transactions.ts";

export const scenarios: readonly Scenario[] = [
  idempotence,
  plainProduce,
  fetching,
  offsets,
  cluster,
  administration,
  transactions,
  coordination,
  memberOffsets,
  consumerProtocol,
];

/** Both brokers run with these, so that what they answer can be compared. */
export const brokerSettings = {
  // The watermarks that readers see follow at once, as Kafka's do.
  "log.retention.check.interval.ms": "3600000",
  // Which partition a group has is seen in its transactions.
  "offsets.topic.num.partitions": "3",
  "group.initial.rebalance.delay.ms": "0",
  // The uniform assignor divides in the order of a hash table.
  "group.consumer.assignors": "range",
  "group.consumer.assignment.interval.ms": "0",
} as const;

/** One sequence, told by its scenario and its seed. */
export async function runSeed(pair: Pair, scenario: Scenario, seed: number): Promise<void> {
  pair.at(`${scenario.name} seed ${seed}`);
  await scenario.run(pair, new Dice(seed), { topic: `${scenario.name}-${seed}` });
}
