import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

import { NodeClock } from "./node-clock.ts";

const clock = new NodeClock();

// Node's own timers come up to a millisecond early: nearly half of those that are set like this.
test("no timer fires early by the monotonic clock", async () => {
  const lasted: Promise<number>[] = [];
  for (let count = 0; count < 1000; count += 1) {
    const beforeMs = clock.monotonicMs();
    lasted.push(clock.after(30).then(() => clock.monotonicMs() - beforeMs));
    while (clock.monotonicMs() < beforeMs + 0.02);
  }
  const shortest = Math.min(...(await keepAlive(Promise.all(lasted))));
  assert.ok(shortest >= 30, `${shortest} ms`);
});

test("a delay beyond Node's longest is kept, and Node is not asked for it", async () => {
  const warnings: Error[] = [];
  process.on("warning", (warning) => void warnings.push(warning));
  let hasFired = false;
  const timer = clock.schedule(2 ** 31 + 1000, () => void (hasFired = true));
  await keepAlive(clock.after(5));
  assert.equal(hasFired, false);
  assert.deepEqual(warnings, []);
  timer.cancel();
});

test("a cancelled timer does not fire, an aborted wait rejects with the reason", async () => {
  const timer = clock.schedule(1, () => assert.fail("was cancelled"));
  timer.cancel();
  const controller = new AbortController();
  const wait = clock.after(100_000, controller.signal);
  controller.abort(new Error("enough"));
  await assert.rejects(wait, /enough/);
  await assert.rejects(clock.after(1, controller.signal), /enough/);
  await keepAlive(clock.after(3));
});

test("the end of a turn comes after promise reactions, in order, with what its callbacks add", async () => {
  const seen: string[] = [];
  await new Promise<void>((resolve) => {
    clock.atEndOfTurn(() => {
      seen.push("first");
      clock.atEndOfTurn(() => {
        seen.push("added");
      });
    });
    clock.atEndOfTurn(() => seen.push("second"));
    void Promise.resolve().then(() => seen.push("reaction"));
    // Promises go on when the whole turn has ended.
    setImmediate(resolve);
  });
  assert.deepEqual(seen, ["reaction", "first", "second", "added"]);
});

test("a process stays for what is awaited and for the end of a turn, not for a timer", () => {
  const script = `
    import { nodeRuntime } from "@naru/runtime/node";
    const { clock } = nodeRuntime();
    clock.schedule(600_000, () => console.log("timer"));
    clock.atEndOfTurn(() => console.log("end of turn"));
    clock.after(20).then(() => console.log("awaited"));
  `;
  const words = ["--conditions=@naru/source", "--input-type=module", "--eval", script];
  const cwd = import.meta.dirname;
  const result = spawnSync(process.execPath, words, { cwd, encoding: "utf8", timeout: 30_000 });
  assert.equal(result.stdout, "end of turn\nawaited\n", result.stderr);
});

/** A bare timer of ours does not keep the process alive: this does. */
function keepAlive<Result>(wait: Promise<Result>): Promise<Result> {
  const interval = setInterval(() => {}, 1000);
  return wait.finally(() => clearInterval(interval));
}
