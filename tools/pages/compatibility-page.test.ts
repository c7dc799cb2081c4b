import assert from "node:assert/strict";
import { test } from "node:test";
import { compatibilityPage, type KafkaApi } from "./compatibility-page.ts";

function api(name: string, key: number, listener = "broker"): KafkaApi {
  return { name, key, minVersion: 0, maxStableVersion: 4, listeners: [listener] };
}

test("a served API stands with both ranges of versions, an unserved one under its subject", () => {
  const page = compatibilityPage(
    [api("Metadata", 3), api("Heartbeat", 12), api("Vote", 52, "controller")],
    [{ key: 3, minVersion: 1, maxVersion: 3 }],
  );
  assert.match(page, /\| 3 \| Metadata \| 1-3 \| 0-4 \| {2}\|/);
  assert.match(page, /\| Groups and stored offsets \| Heartbeat \|/);
  assert.doesNotMatch(page, /Vote|Transactions/);
});

test("an API that is neither served nor explained stops the page", () => {
  assert.throws(() => compatibilityPage([api("Teleport", 999)], []), /Teleport: not served/);
});
