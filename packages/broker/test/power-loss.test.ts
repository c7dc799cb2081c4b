import assert from "node:assert/strict";
import { test } from "node:test";
import { simulatedRuntime } from "@naru/runtime/simulated";
import { Promises, live, machineOf, startAt } from "./broker-life.ts";
import { crashAt } from "./crash-runs.ts";

/** Every call while the folder is made, and then one in so many; all of them are a slow test. */
const EVERY_CALL_UNTIL = 24;
const STRIDE = 13;

// Goal: nothing that a client was told is lost, and the broker always starts again.
// Method: turn the machine off before a disk call of two whole lives, start on what is left, and
// hold it against what was answered.
test("what was acknowledged outlives a power loss", { timeout: 60_000 }, async () => {
  let crashes = 0;
  for (let call = 1; ; call += call < EVERY_CALL_UNTIL ? 1 : STRIDE) {
    if ((await crashAt(call, { outcomes: 1 })) === "lived on") break;
    crashes += 1;
  }
  assert.ok(crashes > 50, `${crashes} crashes`);
});

test("one seed, one history of a whole broker and its clients", async () => {
  const histories = [];
  for (let run = 0; run < 2; run += 1) {
    const sim = simulatedRuntime({ seed: "twice" });
    await sim.run(live(sim, machineOf(sim, sim.node("broker").disk, "first life"), new Promises()));
    histories.push({ hash: sim.trace.hash(), events: sim.trace.count });
  }
  assert.deepEqual(histories[0], histories[1]);
  assert.ok(histories[0]!.events > 1_000);
});

// Goal: a machine that goes off again and again piles nothing up.
// Method: twenty starts that end after a few more disk calls each, and one that may end well.
test("a loop of crashes leaves no files behind", { timeout: 60_000 }, async () => {
  const sim = simulatedRuntime({ seed: "crash loop" });
  let machine = machineOf(sim, sim.node("broker").disk, "first life");
  await sim.run(live(sim, machine, new Promises()));
  const before = filesOf(machine);
  for (let life = 0; life < 20; life += 1) {
    machine = machineOf(sim, machine.disk.crash(), `life ${life}`);
    machine.disk.crashAt(12 * life + 7);
    const start = startAt(machine).then((broker) => broker.close());
    await sim.run(start).catch(() => {});
    machine.crash();
  }
  machine = machineOf(sim, machine.disk.crash(), "last life");
  const broker = await sim.run(startAt(machine));
  await sim.run(broker.close());
  const after = filesOf(machine);
  // What was there may have been found damaged and left out; nothing may have come.
  const known = new Set(before);
  const isNew = (path: string): boolean => !known.has(path) && !path.includes("__cluster");
  assert.deepEqual(after.filter(isNew), []);
});

function filesOf({ disk }: { disk: ReturnType<typeof machineOf>["disk"] }): string[] {
  const paths: string[] = [];
  const visit = (folder: string): void => {
    for (const { name, kind } of disk.list(folder)) {
      if (kind === "folder") visit(`${folder}/${name}`);
      else paths.push(`${folder}/${name}`);
    }
  };
  visit("/data");
  return paths;
}
