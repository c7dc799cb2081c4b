import assert from "node:assert/strict";
import { test } from "node:test";
import { configEntries } from "./config-entries.ts";
import type { StartOptions } from "./start-options.ts";

const file = "log.dirs=/data\nlisteners=PLAINTEXT://:9092\nnum.partitions=2\n";

function entries(options: Partial<StartOptions>): Promise<string[]> {
  const given: StartOptions = {
    dataDir: undefined,
    port: undefined,
    memory: false,
    config: "file",
    set: [],
    insecureListen: false,
    logLevel: "warn",
    ...options,
  };
  return configEntries(given, () => Promise.resolve(file)).then((found) =>
    found.map(({ key, value, source }) => `${key}=${value} (${source})`),
  );
}

test("a file's settings know their line, and those of --set come after them", async () => {
  assert.deepEqual(await entries({ set: ["num.partitions=3"] }), [
    "log.dirs=/data (file line 1)",
    "listeners=PLAINTEXT://:9092 (file line 2)",
    "num.partitions=2 (file line 3)",
    "num.partitions=3 (--set)",
  ]);
});

test("flags replace what they stand for", async () => {
  const left = ["num.partitions=2 (file line 3)"];
  assert.deepEqual(await entries({ dataDir: "here", port: 1 }), left);
  assert.deepEqual(await entries({ memory: true, port: 0 }), left);
});

test("all words of --set that are no setting are named at once", async () => {
  await assert.rejects(entries({ set: ["a", "=b", "c=d"] }), {
    code: "INVALID_CONFIG",
    message: /found 'a', expected KEY=VALUE[\s\S]*found '=b'/,
  });
});
