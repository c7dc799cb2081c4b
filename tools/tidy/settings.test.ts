import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSettings, type SettingTables } from "./settings.ts";
import { plant } from "./tree.ts";

const tables: SettingTables = {
  broker: {
    "max.things": { state: "has-effect" },
    "log.segment.bytes": { state: "has-effect" },
    "num.threads": { state: "does-not-apply" },
  },
  topic: { "segment.bytes": { state: "has-effect", brokerKey: "log.segment.bytes" } },
  group: {},
};

const reading = {
  "packages/broker/src/server/limits.ts": "const limit = config.maxThings;",
  "packages/broker/src/log/roll.ts": "const { segmentBytes, other } = config;",
};

const found = (files: Readonly<Record<string, string>>): string[] =>
  checkSettings(plant(files), tables).map(({ message }) => message.split(",")[0]!);

test("a key that something reads may say that it has effect", () => {
  assert.deepEqual(found(reading), []);
});

test("a key that nothing reads is found, and so is the broker key behind a topic's", () => {
  const without = {
    "packages/broker/src/server/limits.ts": reading["packages/broker/src/server/limits.ts"],
  };
  assert.deepEqual(found(without), [
    "log.segment.bytes is said to have effect",
    "segment.bytes is said to have effect",
  ]);
});

test("a table, a test and a copy under the same name read nothing", () => {
  const files = {
    "packages/broker/src/metadata/config/broker-configs/network.ts": '"max.things": {}',
    "packages/broker/src/server/limits.test.ts": "config.maxThings",
    "packages/broker/src/server/settings.ts": "  maxThings: config.maxThings,\n",
    "packages/broker/src/log/roll.ts": reading["packages/broker/src/log/roll.ts"],
  };
  assert.deepEqual(found(files), ["max.things is said to have effect"]);
});

test("a key that is read may not say that it does not apply", () => {
  const files = { ...reading, "packages/broker/src/server/pool.ts": "pool(config.numThreads)" };
  assert.deepEqual(found(files), ["num.threads is said not to apply"]);
});
