import assert from "node:assert/strict";
import * as path from "node:path";
import { KafkaTools } from "../kafka/tools.ts";
import type { Check } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { groups } from "./groups.ts";
import { plainly, withoutIds } from "./plainly.ts";

/** The partitions of coordinators, how they are read, and whose records are compared. */
const dumps = [
  {
    partition: "__consumer_offsets-0",
    decoder: "--offsets-decoder",
    names: Object.keys(groups).map((name) => `k-${name}`),
  },
  {
    partition: "__transaction_state-0",
    decoder: "--transaction-log-decoder",
    names: ["hanging", "ended", "open"],
  },
] as const;

/** What kafka-dump-log tells of the records that both brokers' coordinators have written. */
export async function checkDumps(
  { naru, kafka }: { readonly naru: RunningBroker; readonly kafka: RunningBroker },
  check: Check,
): Promise<void> {
  using tools = new KafkaTools();
  for (const { partition, decoder, names } of dumps) {
    const dump = async ({ folder }: RunningBroker): Promise<string> => {
      const log = path.join(folder, partition, "00000000000000000000.log");
      return tools.output("kafka-dump-log", [decoder, "--files", log]);
    };
    await check(`kafka-dump-log ${decoder}`, async () => {
      const [ours, theirs] = [await dump(naru), await dump(kafka)];
      for (const name of names) {
        const expected = recordsOf(name, theirs);
        assert.ok(expected.length > 0, name);
        assert.deepEqual(recordsOf(name, ours), expected, name);
      }
    });
  }
}

/** Keys and payloads of what is about this group or transactional id, in no order. */
function recordsOf(name: string, dumped: string): string[] {
  return dumped
    .split("\n")
    .filter((line) => line.startsWith("|") && line.includes(`"${name}"`))
    .map((line) => withoutIds(plainly(line.slice(line.indexOf("key:")))))
    .map((line) => line.replace(/"metadataHash":-?\d+/, '"metadataHash":<hash>'))
    .map((line) => line.replaceAll(/\[[\d,]+\]/g, inOrder))
    .toSorted();
}

/** A set of partitions, in whatever order a hash table has them. */
function inOrder(ids: string): string {
  const numbers = JSON.parse(ids) as number[];
  return JSON.stringify(numbers.toSorted((a, b) => a - b));
}
