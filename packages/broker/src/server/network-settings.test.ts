import assert from "node:assert/strict";
import { test } from "node:test";
import { parseBrokerConfig } from "../metadata/config/parse-broker-config.ts";
import { networkLimitsOf } from "./network-settings.ts";

const limitsWith = (key: string, value: string): ReturnType<typeof networkLimitsOf> =>
  networkLimitsOf(parseBrokerConfig([{ key, value, source: "test" }]).config);

test("request memory of 0 or less is no limit", () => {
  const key = "queued.max.request.bytes";
  assert.equal(limitsWith(key, "200000000").requestBytesInFlightMax, 200_000_000);
  assert.equal(limitsWith(key, "0").requestBytesInFlightMax, -1);
  assert.equal(limitsWith(key, "-1").requestBytesInFlightMax, -1);
});

test("limits of single addresses are read from their list", () => {
  const limits = limitsWith("max.connections.per.ip.overrides", "127.0.0.1:3, ::1:4");
  assert.deepEqual(
    [...limits.connectionsPerHostOverrides],
    [
      ["127.0.0.1", 3],
      ["::1", 4],
    ],
  );
});
