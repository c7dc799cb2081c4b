// Goal: what a producer promises of order, batches, memory and time, whatever the brokers answer.
// Method: scripted brokers on a simulated network; no time passes but that of the simulated clock.
import assert from "node:assert/strict";
import { test } from "node:test";
import { apis, codeOf, RecordBatch, readRecords, type ErrorName } from "@naru/protocol";
import {
  decodeProduceRequest,
  encodeProduceResponse,
  type ProduceRequest,
  type ProduceResponseDraft,
} from "@naru/protocol/messages/produce";
import { silentLogger } from "@naru/runtime";
import { script, ScriptedCluster, TOPIC_ID } from "../scripted-broker.test.ts";
import { Producer } from "./producer.ts";

interface Arrived {
  readonly partition: number;
  readonly values: string[];
}

/** Answers Produce, keeps what arrived, and fails as often as `errors` says. */
class ProduceScript {
  readonly requests: Arrived[][] = [];
  readonly errors: (ErrorName | "hang-up" | "silent")[] = [];
  readonly #ends = new Map<number, number>();
  delayMs = 0;

  constructor(cluster: ScriptedCluster) {
    cluster.on(
      apis.Produce,
      script(decodeProduceRequest, encodeProduceResponse, (request) => {
        const error = this.errors.shift() ?? "NONE";
        const arrived = arrivedIn(request);
        this.requests.push(arrived);
        if (error === "hang-up") return error;
        if (error === "silent" || request.acks === 0) return "silent";
        const response = this.#response(arrived, error);
        return this.delayMs === 0
          ? response
          : cluster.sim.clock.after(this.delayMs).then(() => response);
      }),
    );
  }

  get values(): string[] {
    return this.requests.flat().flatMap(({ values }) => values);
  }

  #response(arrived: readonly Arrived[], error: ErrorName): ProduceResponseDraft {
    const partitionResponses = arrived.map(({ partition, values }) => {
      const baseOffset = this.#ends.get(partition) ?? 0;
      if (error === "NONE") this.#ends.set(partition, baseOffset + values.length);
      return { index: partition, errorCode: codeOf(error), baseOffset };
    });
    return { responses: [{ topicId: TOPIC_ID, partitionResponses }] };
  }
}

function arrivedIn({ topicData }: ProduceRequest): Arrived[] {
  return topicData.flatMap(({ partitionData }) =>
    partitionData.map(({ index, records }) => ({
      partition: index,
      values: readRecords(RecordBatch.at(records!)).map(({ value }) => String(value)),
    })),
  );
}

async function start(leaders = [1], brokerCount = 1): Promise<[ScriptedCluster, ProduceScript]> {
  const cluster = await ScriptedCluster.start({ brokerCount });
  cluster.topics.set("t", { leaders });
  return [cluster, new ProduceScript(cluster)];
}

function words(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `v${index}`);
}

test("records sent in one turn travel in one request, a batch a partition, and know where they went", async () => {
  const [cluster, produce] = await start([1, 1]);
  const producer = new Producer(cluster.client());
  const sends = words(4).map((value, index) =>
    producer.send({ topic: "t", partition: index % 2, value, timestamp: 7 }),
  );
  const metadata = await cluster.run(Promise.all(sends));
  assert.deepEqual(produce.requests, [
    [
      { partition: 0, values: ["v0", "v2"] },
      { partition: 1, values: ["v1", "v3"] },
    ],
  ]);
  assert.deepEqual(metadata.at(-1), { topic: "t", partition: 1, offset: 1, timestamp: 7 });
});

test("a key decides the partition as Kafka's clients do", async () => {
  const [cluster] = await start([1, 1, 1, 1, 1, 1]);
  const producer = new Producer(cluster.client());
  const { partition } = await cluster.run(producer.send({ topic: "t", key: "21", value: "x" }));
  // murmur2 of "21" is -973932308 in Kafka's own test.
  assert.equal(partition, (-973_932_308 & 0x7fff_ffff) % 6);
});

test("a batch waits linger.ms for company, and not when flush is called", async () => {
  const [cluster, produce] = await start();
  const producer = new Producer(cluster.client(), { lingerMs: 50_000, deliveryTimeoutMs: 200_000 });
  await cluster.run(producer.send({ topic: "t", value: "first" }));
  assert.ok(cluster.sim.clock.monotonicMs() >= 50_000);
  const before = cluster.sim.clock.monotonicMs();
  const sent = producer.send({ topic: "t", value: "second" });
  await cluster.run(producer.flush());
  assert.ok(cluster.sim.clock.monotonicMs() - before < 1_000);
  assert.deepEqual(produce.values, ["first", "second"]);
  assert.equal((await sent).offset, 1);
});

test("the next batch of a partition waits for the answer to the one before", async () => {
  const [cluster, produce] = await start();
  produce.delayMs = 1_000;
  const producer = new Producer(cluster.client(), { batchSize: 100, lingerMs: 0 });
  const sends = words(20).map((value) => producer.send({ topic: "t", value }));
  await cluster.run(Promise.all(sends));
  assert.deepEqual(produce.values, words(20));
  assert.ok(produce.requests.length > 1);
  assert.ok(cluster.sim.clock.monotonicMs() >= produce.requests.length * 1_000);
});

test("a retriable error is tried again at the new leader, and order is kept", async () => {
  const [cluster, produce] = await start([1], 2);
  const client = cluster.client();
  const producer = new Producer(client, { batchSize: 100, lingerMs: 0 });
  await cluster.run(producer.send({ topic: "t", value: "before" }));
  cluster.topics.set("t", { leaders: [2] });
  produce.errors.push("NOT_LEADER_OR_FOLLOWER", "NOT_ENOUGH_REPLICAS");
  await cluster.run(Promise.all(words(9).map((value) => producer.send({ topic: "t", value }))));
  const asked = cluster.asked.filter((name) => name.startsWith("Produce"));
  assert.deepEqual(asked.slice(0, 3), ["Produce@1", "Produce@1", "Produce@2"]);
  const [, refused, again, ...rest] = produce.requests;
  assert.deepEqual(refused, again);
  const written = [again, ...rest].slice(1).flatMap((each) => each?.flatMap((one) => one.values));
  assert.deepEqual(written, words(9));
});

test("what a broken connection and an unanswered request held is sent again", async () => {
  const [cluster, produce] = await start();
  produce.errors.push("hang-up", "silent");
  const told: string[] = [];
  const logger = { ...silentLogger, warn: (line: string) => void told.push(line) };
  const client = cluster.client({ requestTimeoutMs: 3_000, logger });
  const producer = new Producer(client, { requestTimeoutMs: 3_000 });
  const { offset } = await cluster.run(producer.send({ topic: "t", value: "x" }));
  assert.equal(offset, 0);
  assert.equal(told.length, 2);
  assert.match(told[0] ?? "", /^producer: broker1:9092: .* It is tried again\.$/);
  assert.equal(told[1], "producer: it works again.");
  assert.deepEqual(produce.values, ["x", "x", "x"]);
});

test("an error that no retry mends fails the records in the broker's name", async () => {
  const [cluster, produce] = await start();
  produce.errors.push("TOPIC_AUTHORIZATION_FAILED");
  const producer = new Producer(cluster.client());
  const failed = producer.send({ topic: "t", value: "x" });
  await assert.rejects(cluster.run(failed), { code: "TOPIC_AUTHORIZATION_FAILED" });
  await cluster.run(producer.send({ topic: "t", value: "y" }));
  assert.deepEqual(produce.values, ["x", "y"]);
});

test("a batch that cannot be delivered in time fails, with what was tried", async () => {
  const [cluster, produce] = await start();
  produce.errors.push(...Array.from({ length: 1_000 }, () => "NOT_ENOUGH_REPLICAS" as const));
  const producer = new Producer(cluster.client(), { deliveryTimeoutMs: 40_000 });
  const failed = producer.send({ topic: "t", value: "x" });
  await assert.rejects(cluster.run(failed), {
    code: "TIMED_OUT",
    message: /delivery\.timeout\.ms/,
  });
  assert.ok(cluster.sim.clock.monotonicMs() < 45_000);
});

test("a batch that the broker finds too large goes in two", async () => {
  const [cluster, produce] = await start();
  produce.errors.push("MESSAGE_TOO_LARGE", "MESSAGE_TOO_LARGE");
  const producer = new Producer(cluster.client());
  const sends = words(4).map((value) => producer.send({ topic: "t", value }));
  const metadata = await cluster.run(Promise.all(sends));
  assert.deepEqual(
    produce.requests.map(([batch]) => batch?.values),
    [words(4), ["v0", "v1"], ["v0"], ["v1"], ["v2", "v3"]],
  );
  assert.deepEqual(
    metadata.map(({ offset }) => offset),
    [0, 1, 2, 3],
  );
});

test("send waits for room in buffer.memory, and max.block.ms ends the wait", async () => {
  const [cluster, produce] = await start();
  produce.delayMs = 2_000;
  const options = { batchSize: 200, bufferMemory: 400, lingerMs: 0, maxBlockMs: 5_000 };
  const producer = new Producer(cluster.client(), options);
  const value = "x".repeat(150);
  const sends = Array.from({ length: 6 }, () => producer.send({ topic: "t", value }));
  const settled = await cluster.run(Promise.allSettled(sends));
  const delivered = settled.filter(({ status }) => status === "fulfilled").length;
  assert.ok(delivered >= 2 && delivered < 6, `${delivered} of 6 were delivered`);
  const refused = settled.find((one) => one.status === "rejected");
  assert.match(String(refused?.reason), /max\.block\.ms/);
});

test("a flush covers what waits for room", async () => {
  const [cluster, produce] = await start();
  const options = {
    batchSize: 200,
    bufferMemory: 400,
    lingerMs: 60_000,
    deliveryTimeoutMs: 200_000,
  };
  const producer = new Producer(cluster.client(), options);
  const sends = words(40).map((value) => producer.send({ topic: "t", value: value.padEnd(60) }));
  await cluster.run(producer.flush());
  assert.equal(produce.values.length, 40);
  await Promise.all(sends);
});

test("with acks 0 a record is done when it is sent, and has no offset", async () => {
  const [cluster, produce] = await start();
  const producer = new Producer(cluster.client(), { acks: 0 });
  const { offset } = await cluster.run(producer.send({ topic: "t", value: "x" }));
  assert.equal(offset, -1);
  await cluster.sim.clock.runUntilIdle();
  assert.deepEqual(produce.values, ["x"]);
});

test("with acks 0 a closed producer's records have been read by the broker", async () => {
  const [cluster, produce] = await start();
  const client = cluster.client();
  const producer = new Producer(client, { acks: 0 });
  const sent = producer.send({ topic: "t", value: "x" });
  await cluster.run(producer.close());
  client.close();
  await sent;
  assert.deepEqual(produce.values, ["x"]);
});

test("a record is tried again as often as retries says", async () => {
  const [cluster, produce] = await start();
  produce.errors.push(...Array<"NOT_ENOUGH_REPLICAS">(3).fill("NOT_ENOUGH_REPLICAS"));
  const producer = new Producer(cluster.client(), { retries: 2 });
  await assert.rejects(cluster.run(producer.send({ topic: "t", value: "x" })), {
    code: "NOT_ENOUGH_REPLICAS",
  });
  assert.equal(produce.errors.length, 0);
  const sent = await cluster.run(producer.send({ topic: "t", value: "y" }));
  assert.equal(sent.offset, 0);
});

test("records wait for a topic that is about to exist, in their order", async () => {
  const [cluster, produce] = await start();
  cluster.topics.delete("t");
  const producer = new Producer(cluster.client());
  const sends = words(3).map((value) => producer.send({ topic: "t", value }));
  cluster.sim.clock.schedule(2_000, () => cluster.topics.set("t", { leaders: [1] }));
  await cluster.run(Promise.all(sends));
  assert.deepEqual(produce.values, words(3));
});

test("a topic that never exists, a partition that does not, and a giant record are refused", async () => {
  const [cluster] = await start();
  const producer = new Producer(cluster.client(), { maxBlockMs: 3_000 });
  await assert.rejects(cluster.run(producer.send({ topic: "no", value: "x" })), {
    code: "UNKNOWN_TOPIC_OR_PARTITION",
  });
  await assert.rejects(cluster.run(producer.send({ topic: "t", partition: 4, value: "x" })), {
    message: /there is no partition 4, expected 0 to 0/,
  });
  await assert.rejects(producer.send({ topic: "t", value: new Uint8Array(1_048_576) }), {
    code: "MESSAGE_TOO_LARGE",
  });
});

test("a closed producer has delivered everything and takes nothing more", async () => {
  const [cluster, produce] = await start();
  const producer = new Producer(cluster.client(), { lingerMs: 10_000 });
  const sent = producer.send({ topic: "t", value: "x" });
  await cluster.run(producer.close());
  assert.equal((await sent).offset, 0);
  await assert.rejects(producer.send({ topic: "t", value: "y" }), { code: "CLOSED" });
  assert.deepEqual(produce.values, ["x"]);
});

test("wrong settings are all named at once, by Kafka's keys", () => {
  const cluster = {} as never;
  assert.throws(() => new Producer(cluster, { lingerMs: -1, batchSize: Number.NaN }), {
    code: "INVALID_CONFIG",
    message: /linger\.ms[\s\S]*batch\.size/,
  });
});
