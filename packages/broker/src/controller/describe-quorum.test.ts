import assert from "node:assert/strict";
import { test } from "node:test";
import { describeQuorum } from "./describe-quorum.ts";

const voter = {
  nodeId: 1,
  directoryId: "sZ0bUBZpSUyqy2OsNa__QQ",
  epoch: 3,
  endOffset: 42,
  listeners: [{ name: "CONTROLLER", host: "localhost", port: 9093 }],
  nowMs: 7,
};

type Asked = readonly [topic: string, ...partitions: number[]];

function describe(...asked: readonly Asked[]): string {
  const topics = asked.map(([topicName, ...partitions]) => ({
    topicName,
    partitions: partitions.map((partitionIndex) => ({ partitionIndex })),
  }));
  const answer = describeQuorum(voter, { topics });
  assert.equal(answer.errorMessage, "");
  const partitions = answer.topics.flatMap((topic) => topic.partitions);
  const said = partitions.map(({ errorCode, errorMessage }) => `${errorCode}:${errorMessage}`);
  return [...said, `${answer.nodes.length} nodes`].join(" ");
}

test("the quorum is described to who asks for its partition and nothing else", () => {
  assert.equal(describe(["__cluster_metadata", 0]), "0: 1 nodes");
});

// Seen of Apache Kafka 4.3.1.
test("any other request is answered like one for partitions that do not exist", () => {
  const unknown = "3:This server does not host this topic-partition.";
  assert.equal(describe(), "0 nodes");
  assert.equal(describe(["__cluster_metadata"]), "0 nodes");
  assert.equal(describe(["__cluster_metadata", 1]), `${unknown} 0 nodes`);
  assert.equal(describe(["__cluster_metadata", 0, 1]), `${unknown} ${unknown} 0 nodes`);
  assert.equal(describe(["__cluster_metadata", 0], ["orders", 0]), `${unknown} ${unknown} 0 nodes`);
});
