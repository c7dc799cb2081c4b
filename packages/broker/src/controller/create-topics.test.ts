import assert from "node:assert/strict";
import { test } from "node:test";
import { ControllerRig } from "./controller-rig.test.ts";
import { createTopics } from "./create-topics.ts";

test("the answer says what was set as it was written, and what is kept out of documentation", () => {
  const rig = new ControllerRig();
  rig.register(1);
  rig.beat(1);
  const configs = [
    { name: "preallocate", value: "TRUE" },
    { name: "retention.ms", value: " 5000 " },
    { name: "internal.segment.bytes", value: "3000" },
  ];
  const topic = {
    name: "orders",
    numPartitions: 1,
    replicationFactor: 1,
    assignments: [],
    configs,
  };
  const request = { topics: [topic], validateOnly: false };
  const answer = rig.run((view) => createTopics(view, request)).topics[0]!;
  const valueOf = (name: string): string | null | undefined =>
    answer.configs?.find((config) => config.name === name)?.value;
  for (const { name, value } of configs) assert.equal(valueOf(name), value);
  assert.equal(valueOf("segment.ms"), "604800000");
});
