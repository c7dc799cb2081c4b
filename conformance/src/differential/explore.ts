/**
 * Runs scenarios at length, for whoever looks for differences.
 *
 *   explore.ts [--scenario NAME] [--first SEED] [--count N] [--all] [--set KEY=VALUE]
 *
 * Prints each difference that is not accepted (with --all: also the accepted), each kind once.
 */
import { parseArgs } from "node:util";
import { newFolder, removeAllFolders } from "../runner/folders.ts";
import { endAllProcesses } from "../runner/processes.ts";
import { acceptedBy } from "./accepted.ts";
import { describe, type Difference } from "./difference.ts";
import { Pair } from "./pair.ts";
import { RestartRun } from "./restart.ts";
import { brokerSettings, runSeed, scenarios } from "./scenarios.ts";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenario: { type: "string", multiple: true, default: [] },
      first: { type: "string", default: "1" },
      count: { type: "string", default: "10" },
      all: { type: "boolean", default: false },
      restart: { type: "boolean", default: false },
      limit: { type: "string", default: "40" },
      set: { type: "string", multiple: true, default: [] },
    },
  });
  if (values.restart) return report(await restarted(Number(values.first)), values);
  const set = values.set.map((each) => each.split("=") as [string, string]);
  const settings = { ...brokerSettings, ...Object.fromEntries(set) };
  await using pair = await Pair.start({ settings });
  const first = Number(values.first);
  for (const scenario of scenarios) {
    if (values.scenario.length > 0 && !values.scenario.includes(scenario.name)) continue;
    const startMs = performance.now();
    for (let seed = first; seed < first + Number(values.count); seed += 1) {
      try {
        await runSeed(pair, scenario, seed);
      } catch (error) {
        console.log(`${scenario.name} seed ${seed}: ${String(error)}`);
        console.log(pair.naru.broker.output().split("\n").slice(-8).join("\n"));
        await pair.reconnect();
      }
    }
    console.log(`${scenario.name}: ${Math.round(performance.now() - startMs)} ms`);
  }
  console.log(`${pair.asked} requests`);
  report(pair.differences, values);
}

async function restarted(seed: number): Promise<readonly Difference[]> {
  const folders = { naru: newFolder("naru"), kafka: newFolder("kafka") };
  const run = await RestartRun.begin(folders, seed);
  const end = seed % 2 === 0 ? "stop" : "kill";
  await run.again(end, "own folders");
  await run.again(end, "each other's");
  await run.again(end, "own folders");
  await run.end();
  return run.differences;
}

function report(
  differences: readonly Difference[],
  values: { readonly all: boolean; readonly limit: string },
): void {
  const counts = new Map<string, number>();
  let shown = 0;
  for (const difference of differences) {
    const rule = acceptedBy(difference);
    if (rule !== undefined && !values.all) continue;
    const { api, path, naru, kafka } = difference;
    const blank = (text: string): string =>
      text.replaceAll(/(0x)?[\da-f]*\d[\da-f]*/g, "n").slice(0, 160);
    const kind = `${api} ${blank(path)} ${blank(naru)} ${blank(kafka)}`;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    if (count > 0 || shown >= Number(values.limit)) continue;
    shown += 1;
    console.log(describe(difference));
  }
  console.log(`${counts.size} kinds`);
  const open = differences.filter((each) => acceptedBy(each) === undefined).length;
  console.log(`${differences.length} differences, ${open} not accepted`);
}

process.on("exit", () => {
  endAllProcesses();
  removeAllFolders();
});
await main();
process.exit(0);
