import assert from "node:assert/strict";
import { test } from "node:test";

import { apiByKey } from "@naru/protocol";

import { compatibilityPage } from "./compatibility-page.ts";
import { apiTable, requestTable, type ServingBroker } from "./table.ts";

const served = apiTable({} as ServingBroker);

test("every API is served in exactly the versions that Apache Kafka advertises", () => {
  for (const api of served) {
    const { name, minVersion, maxStableVersion } = apiByKey(api.key)!;
    assert.deepEqual(
      [api.name, api.minVersion, api.maxVersion],
      [name, minVersion, maxStableVersion],
    );
  }
});

test("no key stands in the table twice, and each is found", () => {
  const table = requestTable(served);
  for (const api of served) assert.equal(table.find(api.key), api);
  assert.equal(table.find(9_999), undefined);
  assert.equal(table.find(-1), undefined);
});

test("only Produce is advertised from a lower version, for librdkafka", () => {
  const lower = served.filter(({ advertisedMinVersion }) => advertisedMinVersion !== undefined);
  assert.deepEqual(
    lower.map(({ name, advertisedMinVersion }) => [name, advertisedMinVersion]),
    [["Produce", 0]],
  );
});

test("the compatibility page has a row for every API of Kafka's brokers", () => {
  const page = compatibilityPage();
  assert.match(page, /\| 3 \| Metadata \| 0-13 \| 0-13 \| {2}\|/);
  assert.match(page, /\| 76 \| ShareGroupHeartbeat \| 1 \| no \|/);
  assert.doesNotMatch(page, /BrokerHeartbeat/);
});
