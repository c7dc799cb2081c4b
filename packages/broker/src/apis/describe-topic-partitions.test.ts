import assert from "node:assert/strict";
import { test } from "node:test";

import {
  decodeDescribeTopicPartitionsResponse,
  encodeDescribeTopicPartitionsRequest,
} from "@naru/protocol/messages/describe-topic-partitions";

import { call, testBroker, withTopic } from "./api-rig.test.ts";
import { describeTopicPartitionsApi } from "./describe-topic-partitions.ts";

const codec = {
  encode: encodeDescribeTopicPartitionsRequest,
  decode: decodeDescribeTopicPartitionsResponse,
};

type Request = Parameters<typeof encodeDescribeTopicPartitionsRequest>[1];

function ask(request: Request) {
  const broker = testBroker();
  for (const [name, count] of [
    ["apples", 3],
    ["bananas", 0],
    ["cherries", 2],
  ] as const) {
    const partitions = Array.from({ length: count }, () => ({ elr: [4], lastKnownElr: [5] }));
    broker.metadata = withTopic(broker.metadata, name, partitions);
  }
  return call(describeTopicPartitionsApi(broker), codec, { version: 0, request });
}

function names(...topics: string[]) {
  return topics.map((name) => ({ name }));
}

/** `apples 0 1 2` for each topic. */
function shown(answer: Awaited<ReturnType<typeof ask>>): string[] {
  return answer.topics.map(({ name, partitions }) =>
    [name, ...partitions.map(({ partitionIndex }) => partitionIndex)].join(" "),
  );
}

test("without names all topics are described, sorted, with their eligible leaders", async () => {
  const answer = await ask({ topics: [] });
  assert.deepEqual(shown(answer), ["apples 0 1 2", "bananas", "cherries 0 1"]);
  assert.equal(answer.nextCursor, null);
  const [partition] = answer.topics[0]!.partitions;
  assert.deepEqual(partition?.eligibleLeaderReplicas, [4]);
  assert.deepEqual(partition.lastKnownElr, [5]);
  assert.equal(answer.topics[0]?.topicAuthorizedOperations, 3_576);
});

test("pages of one partition follow each other to the end", async () => {
  const pages: string[] = [];
  let cursor: Request["cursor"] = null;
  for (let page = 0; page < 10; page += 1) {
    const answer = await ask({ topics: [], responsePartitionLimit: 1, cursor });
    pages.push(shown(answer).join(", "));
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  assert.deepEqual(pages, [
    "apples 0",
    "apples 1",
    "apples 2",
    "bananas, cherries 0",
    "cherries 1",
  ]);
});

test("a limit that ends with a topic goes on at the next", async () => {
  const answer = await ask({ topics: [], responsePartitionLimit: 3 });
  assert.deepEqual(answer.nextCursor, { topicName: "bananas", partitionIndex: 0 });
});

test("named topics that do not exist are answered with errors", async () => {
  const answer = await ask({ topics: names("dates", "cherries", "no/name") });
  assert.deepEqual(
    answer.topics.map(({ name, errorCode }) => [name, errorCode]),
    [
      ["cherries", 0],
      ["dates", 3],
      ["no/name", 17],
    ],
  );
});

test("a cursor may name a topic that is gone when all topics are asked for", async () => {
  const answer = await ask({ topics: [], cursor: { topicName: "bb", partitionIndex: 7 } });
  assert.deepEqual(shown(answer), ["cherries 0 1"]);
});

test("a cursor outside the names that are asked for is refused", async () => {
  const cursor = { topicName: "bananas", partitionIndex: 0 };
  const answer = await ask({ topics: names("cherries"), cursor });
  assert.deepEqual(
    answer.topics.map(({ errorCode }) => errorCode),
    [42],
  );
});
