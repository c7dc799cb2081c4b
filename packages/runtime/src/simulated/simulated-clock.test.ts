import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedClock } from "./simulated-clock.ts";
import { SimulatedRandom } from "./simulated-random.ts";

test("time jumps from timer to timer and callbacks come in order of time", async () => {
  const clock = new SimulatedClock();
  const seen: string[] = [];
  const mark = (name: string) => () => void seen.push(`${name}@${clock.monotonicMs()}`);
  clock.schedule(3_600_000, mark("hour"));
  clock.schedule(5, mark("five"));
  clock.schedule(2 ** 40, mark("decades"));
  const cancelled = clock.schedule(7, mark("never"));
  cancelled.cancel();
  await clock.runUntilIdle();
  assert.deepEqual(seen, ["five@5", "hour@3600000", `decades@${2 ** 40}`]);
});

test("advance lets exactly that much time pass", async () => {
  const clock = new SimulatedClock({ startMs: 1000 });
  let fired = 0;
  const again = (): void => {
    fired += 1;
    clock.schedule(10, again);
  };
  clock.schedule(10, again);
  await clock.advance(35);
  assert.equal(fired, 3);
  assert.equal(clock.monotonicMs(), 35);
  assert.equal(clock.nowMs(), 1035);
  await clock.advance(5);
  assert.equal(fired, 4);
});

test("a promise that waits for timers is driven to its end", async () => {
  const clock = new SimulatedClock();
  const work = async (): Promise<number> => {
    await clock.after(1000);
    await clock.after(500);
    return clock.monotonicMs();
  };
  assert.equal(await clock.run(work()), 1500);
  await assert.rejects(
    clock.run(clock.after(1).then(() => Promise.reject(new Error("its own")))),
    /its own/,
  );
});

test("a promise that nothing will settle is called a deadlock, with the time", async () => {
  const clock = new SimulatedClock();
  clock.schedule(42, () => {});
  await assert.rejects(clock.run(new Promise(() => {})), /deadlock at 42 ms/);
});

test("a callback that throws ends the run with its error", async () => {
  const clock = new SimulatedClock();
  clock.schedule(1, () => {
    throw new Error("broken invariant");
  });
  await assert.rejects(clock.runUntilIdle(), /broken invariant/);
});

test("the seed decides the order of timers of one time, and the same seed the same order", async () => {
  const order = async (seed: number): Promise<string> => {
    const clock = new SimulatedClock({ random: new SimulatedRandom(seed) });
    let seen = "";
    for (const name of "abcdef") clock.schedule(1, () => void (seen += name));
    await clock.runUntilIdle();
    return seen;
  };
  const orders = await Promise.all([1, 2, 3, 4].map(order));
  assert.equal(new Set(orders).size, 4);
  assert.equal(await order(1), orders[0]);
});

test("the end of a turn comes after promise reactions, in order, with what its callbacks add", async () => {
  const clock = new SimulatedClock();
  const seen: string[] = [];
  clock.schedule(1, () => {
    clock.atEndOfTurn(() => {
      seen.push("end 1");
      clock.atEndOfTurn(() => seen.push("added"));
    });
    clock.atEndOfTurn(() => seen.push("end 2"));
    void Promise.resolve().then(() => seen.push("reaction"));
  });
  await clock.runUntilIdle();
  assert.deepEqual(seen, ["reaction", "end 1", "end 2", "added"]);
  assert.equal(clock.monotonicMs(), 1, "ending a turn takes no time");
});

test("an aborted wait rejects with the reason and leaves no timer", async () => {
  const clock = new SimulatedClock();
  const controller = new AbortController();
  const wait = clock.after(1000, controller.signal);
  clock.schedule(10, () => controller.abort(new Error("enough")));
  await assert.rejects(clock.run(wait), /enough/);
  await clock.runUntilIdle();
  assert.equal(clock.monotonicMs(), 10);
});

test("a jump of the wall clock moves no timer", async () => {
  const clock = new SimulatedClock({ startMs: 0 });
  let firedAtMs = 0;
  clock.schedule(10, () => void (firedAtMs = clock.nowMs()));
  clock.jumpWall(86_400_000);
  await clock.advance(10);
  assert.equal(clock.monotonicMs(), 10);
  assert.equal(firedAtMs, 86_400_010);
});
