import assert from "node:assert/strict";
import { test } from "node:test";
import { brokerConfigTable } from "./broker-configs.ts";
import { groupConfigs } from "./group-configs.ts";
import { nearestKey } from "./nearest-key.ts";
import { brokerConfigsPage, groupConfigsPage, topicConfigsPage } from "./reference-page.ts";
import { topicConfigs } from "./topic-configs.ts";

function keysOf(page: string): string[] {
  return [...page.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? "");
}

test("the reference pages have one row for each key", () => {
  assert.deepEqual(keysOf(brokerConfigsPage()).sort(), [...brokerConfigTable.keys()].sort());
  assert.deepEqual(keysOf(topicConfigsPage()).sort(), Object.keys(topicConfigs).sort());
  assert.deepEqual(keysOf(groupConfigsPage()).sort(), Object.keys(groupConfigs).sort());
});

test("a row of the reference says all that the table knows", () => {
  const row = topicConfigsPage()
    .split("\n")
    .find((line) => line.startsWith("| `retention.ms`"));
  assert.equal(
    row,
    "| `retention.ms` | long | `604800000` | at least -1 | medium | has effect | `log.retention.ms` | " +
      "How long a segment is kept after its newest record. -1 keeps it for ever. |",
  );
});

test("a misspelt key is near to the one that was meant, a strange one to none", () => {
  const keys = [...brokerConfigTable.keys()];
  assert.equal(nearestKey("num.partition", keys), "num.partitions");
  assert.equal(nearestKey("Log.Retention.Ms", keys), "log.retention.ms");
  assert.equal(nearestKey("foo", keys), undefined);
  assert.equal(nearestKey("confluent.metrics.reporter", keys), undefined);
});
