import assert from "node:assert/strict";
import { test } from "node:test";
import { untilStopped } from "./until-stopped.ts";

/** One item, and then nothing for ever. */
async function* oneThenSilence(): AsyncGenerator<string> {
  yield "typed";
  await new Promise(() => {});
}

test("a stop ends an input that has nothing more to say, after what it has said", async () => {
  const stop = new AbortController();
  const seen: string[] = [];
  for await (const item of untilStopped(oneThenSilence(), stop.signal)) {
    seen.push(item);
    queueMicrotask(() => stop.abort());
  }
  assert.deepEqual(seen, ["typed"]);
});

test("without a stop everything comes, and a failure of the input as well", async () => {
  const { signal } = new AbortController();
  const failing = async function* (): AsyncGenerator<number> {
    yield 1;
    throw new Error("the pipe broke");
  };
  const seen: number[] = [];
  await assert.rejects(async () => {
    for await (const item of untilStopped(failing(), signal)) seen.push(item);
  }, /the pipe broke/);
  assert.deepEqual(seen, [1]);
});
