// Settings reach what they are for: one of each kind, through a whole broker.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { apis, errorByCode } from "@naru/protocol";
import {
  decodeDescribeProducersResponse,
  encodeDescribeProducersRequest,
} from "@naru/protocol/messages/describe-producers";
import { orders } from "./broker-life.ts";
import { batchOf, codecs, type TestClient } from "./test-client.ts";
import { inWorld } from "./world.ts";

const describeProducers = {
  api: apis.DescribeProducers,
  encode: encodeDescribeProducersRequest,
  decode: decodeDescribeProducersResponse,
};

const BROKER_RESOURCE = 4;
const SET = 0;

async function setForAllBrokers(client: TestClient, name: string, value: string): Promise<string> {
  const configs = [{ name, configOperation: SET, value }];
  const resources = [{ resourceType: BROKER_RESOURCE, resourceName: "", configs }];
  const answer = await client.wire.call(codecs.alterConfigs, { resources, validateOnly: false });
  return errorByCode(answer.responses[0]!.errorCode);
}

async function producerCount(client: TestClient): Promise<number> {
  const topics = [{ name: orders.topic, partitionIndexes: [orders.partition] }];
  const answer = await client.wire.call(describeProducers, { topics });
  return answer.topics[0]!.partitions[0]!.activeProducers.length;
}

describe("a setting", () => {
  test("of how often silent producers are looked for, and for how long one may be silent", () =>
    inWorld(
      async ({ client, sim, broker }) => {
        await client.createTopic("orders");
        const producerId = await client.initProducerId();
        const sequence = { producerId, baseSequence: 0 };
        await client.produce(orders, batchOf(["a"], { timestamp: sim.clock.nowMs(), sequence }));
        await sim.clock.after(60_000);
        assert.equal(await producerCount(client), 1, "a day is the default");
        assert.equal(await setForAllBrokers(client, "producer.id.expiration.ms", "50000"), "NONE");
        await sim.clock.after(25_000);
        assert.equal(await producerCount(client), 1, "nobody has looked yet");
        await sim.clock.after(10_000);
        assert.equal(await producerCount(client), 0);
        await broker.close();
      },
      { config: { "producer.id.expiration.check.interval.ms": 90_000 } },
    ));

  test("of a topic that all brokers change while they run reaches logs that are open", () =>
    inWorld(async ({ client, send, broker }) => {
      await client.createTopic("orders");
      assert.equal((await send(orders, "x".repeat(500))).error, "NONE");
      assert.equal(await setForAllBrokers(client, "message.max.bytes", "200"), "NONE");
      assert.equal((await send(orders, "x".repeat(500))).error, "MESSAGE_TOO_LARGE");
      assert.equal(await client.setTopicConfig("orders", "max.message.bytes", "1000"), "NONE");
      assert.equal((await send(orders, "x".repeat(500))).error, "NONE");
      await broker.close();
    }));

  test("that forbids to delete topics, or to make them by asking for them, does", () =>
    inWorld(
      async ({ client, broker }) => {
        await client.createTopic("orders");
        assert.equal(await client.deleteTopic("orders"), "TOPIC_DELETION_DISABLED");
        await client.wire.call(codecs.metadata, { topics: [{ name: "asked" }] });
        assert.deepEqual([...(await client.topics()).keys()], ["orders"]);
        await broker.close();
      },
      { config: { "delete.topic.enable": "false", "auto.create.topics.enable": "false" } },
    ));

  test("of how much an answer to Fetch holds is a limit above the client's", () =>
    inWorld(
      async ({ client, send, broker }) => {
        await client.createTopic("orders");
        for (const value of ["a", "b", "c"]) await send(orders, value.repeat(600));
        const first = await client.fetch(orders, 0);
        assert.deepEqual([...first.records.keys()], [0]);
        await broker.close();
      },
      { config: { "fetch.max.bytes": 1024 } },
    ));
});
