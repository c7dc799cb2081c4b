import assert from "node:assert/strict";
import * as path from "node:path";
import { apacheKafka } from "../runner/needs.ts";
import type { Suite, SuiteContext } from "../runner/suite.ts";
import { accepted, acceptedBy, met } from "./accepted.ts";
import { consumerProtocol } from "./consumer-protocol.ts";
import { type Difference, describe } from "./difference.ts";
import { Pair } from "./pair.ts";
import { RestartRun } from "./restart.ts";
import { brokerSettings, runSeed, scenarios } from "./scenarios.ts";
import { transactions } from "./transactions.ts";

/** How many sequences of each kind: as many as take a few seconds. */
const seedCounts: Readonly<Record<string, number>> = {
  idempotence: 20,
  produce: 10,
  fetch: 10,
  offsets: 15,
  cluster: 10,
  admin: 3,
  transactions: 6,
  coordination: 15,
  "member-offsets": 6,
  "consumer-protocol": 12,
};
const FAILURES_SHOWN_MAX = 5;

/** Seeded sequences of requests to our broker and to Apache Kafka: same answers, or a reason. */
export const differential: Suite = {
  name: "differential",
  about: "our broker and Apache Kafka, asked the same, answer the same but for what is listed",
  targets: ["naru"],
  needs: [apacheKafka],
  limitMs: 300_000,
  checkLimitMs: 120_000,
  async run(context) {
    await compareAnswers(context);
    await compareUnverified(context);
    await comparePolicies(context);
    await compareRestarts(context);
    for (const rule of accepted) {
      if (rule.kind !== "open") continue;
      context.note(`${met.has(rule) ? "still to be done" : "not met any more"}: ${rule.because}`);
    }
  },
};

async function compareAnswers({ check, note }: SuiteContext): Promise<void> {
  await using pair = await Pair.start({ settings: brokerSettings });
  for (const scenario of scenarios) {
    const count = seedCounts[scenario.name]!;
    await check(`${count} sequences of ${scenario.name}`, async () => {
      const before = pair.differences.length;
      for (let seed = 1; seed <= count; seed += 1) await runSeed(pair, scenario, seed);
      judge(pair.differences.slice(before));
    });
  }
  note(`${pair.asked} requests to each`);
}

/** With it off, whoever says so writes in a transaction that no coordinator knows of. */
async function compareUnverified({ check }: SuiteContext): Promise<void> {
  const settings = { ...brokerSettings, "transaction.partition.verification.enable": "false" };
  await using pair = await Pair.start({ settings });
  await check("3 sequences of transactions without verification", async () => {
    for (let seed = 101; seed <= 103; seed += 1) await runSeed(pair, transactions, seed);
    judge(pair.differences);
  });
}

/** Groups that may not be converted, or one way only. */
async function comparePolicies({ check }: SuiteContext): Promise<void> {
  for (const [first, policy] of [
    [100, "disabled"],
    [130, "upgrade"],
    [160, "downgrade"],
  ] as const) {
    const settings = { ...brokerSettings, "group.consumer.migration.policy": policy };
    await using pair = await Pair.start({ settings });
    await check(`2 sequences of consumer-protocol, conversion ${policy}`, async () => {
      for (let seed = first; seed < first + 2; seed += 1) {
        await runSeed(pair, consumerProtocol, seed);
      }
      judge(pair.differences);
    });
  }
}

async function compareRestarts({ check, folder }: SuiteContext): Promise<void> {
  for (const [seed, end] of [
    [1, "kill"],
    [2, "stop"],
  ] as const) {
    await check(`the same state after ${end}, and in each other's folder`, async () => {
      const folders = {
        naru: path.join(folder, `naru-${end}`),
        kafka: path.join(folder, `kafka-${end}`),
      };
      const run = await RestartRun.begin(folders, seed);
      if (end === "kill") await run.again(end, "own folders");
      await run.again(end, "each other's");
      await run.end();
      judge(run.differences);
    });
  }
}

function judge(differences: readonly Difference[]): void {
  const failures = differences.filter((each) => acceptedBy(each) === undefined);
  const shown = failures.slice(0, FAILURES_SHOWN_MAX).map(describe).join("\n");
  assert.equal(failures.length, 0, `${failures.length} differences\n${shown}`);
}
