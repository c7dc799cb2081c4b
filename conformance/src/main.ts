/**
 * Holds our broker against other people's clients and tools, and against Apache Kafka itself.
 *
 *   main.ts [--target naru|apache-kafka] [--suite NAME]... [--all] [--list]
 *   main.ts --all              the long form of the suites that have one
 *   main.ts --prepare          brings what the suites need, and says what cannot be had
 *   main.ts --make-golden      makes the folders of conformance/golden anew
 *
 * Each suite is a list of checks; what a machine lacks is said and skipped. Against apache-kafka
 * the same suites show that they ask for nothing that Kafka does not do. Exit code 1 when a check
 * fails or nothing ran.
 */
import { parseArgs } from "node:util";
import { makeFolders } from "./golden/make-folders.ts";
import { kafkaTarget } from "./kafka/server.ts";
import { clients } from "./members/clients.ts";
import { naruTarget } from "./naru/broker.ts";
import { removeAllFolders } from "./runner/folders.ts";
import { endAllProcesses } from "./runner/processes.ts";
import { runSuite, type Tally } from "./runner/runner.ts";
import type { Target } from "./runner/target.ts";
import { suites } from "./suites/all.ts";

const targets: Readonly<Record<string, Target>> = {
  naru: naruTarget,
  "apache-kafka": kafkaTarget,
};

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      target: { type: "string", default: "naru" },
      suite: { type: "string", multiple: true, default: [] },
      all: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
      prepare: { type: "boolean", default: false },
      "make-golden": { type: "boolean", default: false },
    },
  });
  if (values["make-golden"]) {
    await makeFolders();
    return 0;
  }
  if (values.prepare) return prepare();
  if (values.list) {
    for (const suite of suites) console.log(`${suite.name.padEnd(24)} ${suite.about}`);
    return 0;
  }
  const target = targets[values.target];
  const unknown = values.suite.filter((name) => !suites.some((suite) => suite.name === name));
  if (target === undefined || unknown.length > 0) {
    const found = target === undefined ? values.target : unknown.join(", ");
    const known = `a target of ${Object.keys(targets).join(", ")} and suites that --list names`;
    console.error(`conformance: '${found}' is not known, expected ${known}.`);
    return 2;
  }
  return runSuites(target, values.suite, { isLong: values.all });
}

/** Downloads and builds, before the time of a suite is measured. What is missing is no failure. */
async function prepare(): Promise<number> {
  const needs = [...suites.flatMap((suite) => suite.needs), ...clients.map(({ need }) => need)];
  const missing = await Promise.all([...new Set(needs)].map((need) => need.missing()));
  for (const reason of new Set(missing)) {
    if (reason !== undefined) console.log(`conformance: ${reason}: what needs it will be skipped.`);
  }
  return 0;
}

async function runSuites(
  target: Target,
  names: readonly string[],
  { isLong }: { isLong: boolean },
): Promise<number> {
  const startMs = performance.now();
  const tally: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const suite of suites) {
    if (names.length > 0 && !names.includes(suite.name)) continue;
    if (!suite.targets.includes(target.name)) continue;
    await runSuite(suite, target, { tally, isLong });
  }
  console.log(`\nconformance took ${Math.round((performance.now() - startMs) / 1000)} s.`);
  for (const failure of tally.failures) console.log(`failed: ${failure}`);
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
}

function cleanUp(): void {
  endAllProcesses();
  removeAllFolders();
}

process.on("exit", cleanUp);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => process.exit(signal === "SIGINT" ? 130 : 143));
}
// Other people's clients may keep timers and sockets: the end is ours to say.
process.exit(await main());
