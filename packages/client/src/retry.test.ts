import assert from "node:assert/strict";
import { test } from "node:test";
import { ProtocolError } from "@naru/protocol";
import { simulatedRuntime } from "@naru/runtime/simulated";
import { withRetries, type RetryPolicy } from "./retry.ts";

const policy: RetryPolicy = { backoffMs: 100, backoffMaxMs: 1_000, timeoutMs: 20_000 };
const busy = new ProtocolError("COORDINATOR_LOAD_IN_PROGRESS", "busy");

test("what may succeed later is tried again, ever less often, until it does", async () => {
  const sim = simulatedRuntime({ seed: 5 });
  const triesMs: number[] = [];
  const options = { clock: sim.clock, random: sim.random, policy };
  const result = withRetries("work", options, () => {
    triesMs.push(sim.clock.monotonicMs());
    return triesMs.length < 8 ? Promise.reject(busy) : Promise.resolve("done");
  });
  assert.equal(await sim.run(result), "done");
  const waitsMs = triesMs.slice(1).map((atMs, index) => atMs - triesMs[index]!);
  for (const [index, waitMs] of waitsMs.entries()) {
    assert.ok(waitMs <= Math.min(1_000, 100 * 2 ** index), `wait ${index} was ${waitMs} ms`);
  }
});

test("when the time is over, the last error is told and kept as the cause", async () => {
  const sim = simulatedRuntime({ seed: 5 });
  const options = { clock: sim.clock, random: sim.random, policy };
  await assert.rejects(
    sim.run(withRetries("the work", options, () => Promise.reject(busy))),
    (error: Error & { code?: string }) =>
      error.code === "TIMED_OUT" &&
      error.cause === busy &&
      /^the work: not done within 20000 ms, in \d+ attempts\. The last one: busy$/.test(
        error.message,
      ),
  );
  assert.ok(sim.clock.monotonicMs() <= 20_000);
});

test("what can never succeed is not tried again, nor what the caller gives up", async () => {
  const sim = simulatedRuntime({ seed: 5 });
  let attempts = 0;
  const attempt = (error: Error) => () => {
    attempts += 1;
    return Promise.reject(error);
  };
  const options = { clock: sim.clock, random: sim.random, policy };
  const fatal = new ProtocolError("TOPIC_AUTHORIZATION_FAILED");
  await assert.rejects(sim.run(withRetries("a", options, attempt(fatal))), fatal);
  assert.equal(attempts, 1);
  const mayRetry = (_: unknown, count: number): boolean => count < 3;
  await assert.rejects(sim.run(withRetries("b", { ...options, mayRetry }, attempt(busy))), busy);
  assert.equal(attempts, 4);
});
