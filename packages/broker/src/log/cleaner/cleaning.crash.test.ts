import assert from "node:assert/strict";
import { test } from "node:test";

import { crashAt, wholeLife } from "./cleaning-crash-rig.test.ts";

// Goal: whenever the machine goes off, also in the middle of a pass, every key has its latest
// value, nothing aborted is seen, and what was synced is there.
// Method: a life of more than two thousand records and four passes, ended at some disk calls of the
// passes; `cleaning.crash.slow.test.ts` takes all calls and more outcomes.
test("a crash in a pass of the cleaner changes no key's latest value", async () => {
  const { life } = await wholeLife();
  assert.ok(life.written.length > 2_000);
  const calls = life.passes.flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, at) => from + at),
  );
  assert.ok(calls.length > 300, `${calls.length} calls`);
  const step = Math.ceil(calls.length / 30);
  for (let at = 1; at < calls.length; at += step) await crashAt(calls[at]!, ["first"]);
});
