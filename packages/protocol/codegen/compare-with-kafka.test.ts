import assert from "node:assert/strict";
import { test } from "node:test";

import { compareMessages } from "./compare-with-kafka.ts";
import { parseSchema } from "./parse.ts";

const ours = parseSchema(
  `request PingRequest key 99 versions 0-3 flexible 2+ listeners broker
  name    string           topicName
  rack    string? = null   1+  tag 0, ignorable
  nodes   []Node           nullable 2+
    port  uint16 = 9092    3
`,
  "ping",
);

const kafka = {
  type: "request",
  name: "PingRequest",
  apiKey: 99,
  validVersions: "0-3",
  flexibleVersions: "2+",
  listeners: ["broker"],
  fields: [
    { name: "Name", type: "string", versions: "0+", entityType: "topicName" },
    {
      name: "Rack",
      type: "string",
      versions: "1+",
      nullableVersions: "1+",
      taggedVersions: "1+",
      tag: 0,
      default: "null",
      ignorable: true,
    },
    {
      name: "Nodes",
      type: "[]Node",
      versions: "0+",
      nullableVersions: "2+",
      fields: [{ name: "Port", type: "uint16", versions: "3", default: "0x2384" }],
    },
  ],
};

function compare(json: object): string[] {
  const text = `// A comment, as Kafka's files have.\n${JSON.stringify(json)}`;
  return compareMessages(ours, new Map([["PingRequest.json", text]]));
}

test("the same facts differ in nothing", () => {
  assert.deepEqual(compare(kafka), []);
});

test("every kind of fact is compared", () => {
  const changes: readonly [object, string][] = [
    [{ type: "response" }, "PingRequest: kind: ours is request, Kafka's is response."],
    [{ apiKey: 98 }, "PingRequest: key: ours is 99, Kafka's is 98."],
    [{ validVersions: "0-4" }, "PingRequest: versions: ours is 0-3, Kafka's is 0-4."],
    [
      { flexibleVersions: "3+" },
      "PingRequest: flexible: ours is 2-Infinity, Kafka's is 3-Infinity.",
    ],
    [{ latestVersionUnstable: true }, "PingRequest: unstable: ours is false, Kafka's is true."],
    [{ listeners: [] }, "PingRequest: listeners: ours is broker, Kafka's is ."],
  ];
  for (const [change, sentence] of changes) {
    assert.deepEqual(compare({ ...kafka, ...change }), [sentence]);
  }
});

test("every kind of fact about a field is compared", () => {
  const changes: readonly object[] = [
    { type: "int32" },
    { versions: "2+" },
    { nullableVersions: "2+" },
    { tag: 1 },
    { taggedVersions: "2+" },
    { default: "" },
    { ignorable: false },
    { mapKey: true },
    { entityType: "groupId" },
    { flexibleVersions: "none" },
  ];
  for (const change of changes) {
    const [name, rack, nodes] = kafka.fields;
    const found = compare({ ...kafka, fields: [name, { ...rack, ...change }, nodes] });
    assert.equal(found.length, 1, JSON.stringify(change));
    assert.match(found[0]!, /^PingRequest\.rack: /);
  }
});

test("a missing message and a missing field are told", () => {
  const [name, rack] = kafka.fields;
  assert.deepEqual(compare({ ...kafka, fields: [name, rack] }), [
    "PingRequest: fields: ours is name,rack,nodes, Kafka's is name,rack.",
  ]);
  assert.deepEqual(compare({ ...kafka, name: "PongRequest" }), [
    "PongRequest: ours lacks it (PingRequest.json).",
    "PingRequest: Kafka lacks it.",
  ]);
});
