import assert from "node:assert/strict";
import { test } from "node:test";
import { withBroker, withTopic } from "../apis/api-rig.test.ts";
import { emptyImage } from "../metadata/metadata-image.ts";
import { GroupTopics } from "./group-topics.ts";

test("a topic is the same object until it, or some broker, has changed", () => {
  const topics = new GroupTopics();
  const image = withTopic(withBroker(emptyImage, { id: 1, rack: "a" }), "orders", [{}]);
  const shown = topics.view(image).byName("orders")!;
  assert.deepEqual(shown.racksOf(0), ["a"]);
  assert.equal(topics.view(withTopic(image, "payments", [{}])).byName("orders"), shown);
  const moved = topics.view(withBroker(image, { id: 1, rack: "b" })).byName("orders")!;
  assert.deepEqual(moved.racksOf(0), ["b"]);
  assert.equal(topics.view(image).byName("absent"), undefined);
});
