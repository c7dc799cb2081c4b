import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigsImage, configResourceTypes, replayConfig } from "../metadata/configs-image.ts";
import type { ConfigResource } from "../metadata/configs-image.ts";
import { ClusterConfigs } from "./cluster-configs.ts";

const { BROKER, GROUP } = configResourceTypes;

function set(image: ConfigsImage, of: ConfigResource, name: string, value: string): ConfigsImage {
  const { type: resourceType, name: resourceName } = of;
  return replayConfig(image, { resourceType, resourceName, name, value, unknownTaggedFields: [] });
}

test("a group has the broker's values, or its own, and both when they are changed", () => {
  const configs = new ClusterConfigs({ fixed: new Map(), nodeId: 1, image: ConfigsImage.none });
  const intervals = (): number[] =>
    ["plain", "special"].map((group) => configs.consumerGroup(group).heartbeatIntervalMs);
  assert.deepEqual(intervals(), [5_000, 5_000]);
  assert.equal(configs.consumerGroup("a"), configs.consumerGroup("b"), "worked out once");

  const special = { type: GROUP, name: "special" };
  let image = set(ConfigsImage.none, special, "consumer.heartbeat.interval.ms", "6000");
  configs.take(image);
  assert.deepEqual(intervals(), [5_000, 6_000]);

  const all = { type: BROKER, name: "" };
  image = set(image, all, "group.consumer.heartbeat.interval.ms", "7000");
  configs.take(image);
  assert.deepEqual(intervals(), [7_000, 6_000]);
});
