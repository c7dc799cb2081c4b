import assert from "node:assert/strict";
import kafkaJs from "kafkajs";
import { startKafka } from "../kafka/server.ts";
import { startNaru } from "../naru/broker.ts";
import { apacheKafka } from "../runner/needs.ts";
import type { Suite } from "../runner/suite.ts";
import type { RunningBroker, StartOptions } from "../runner/target.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { batchOf, createTopic, produce, textRecord } from "../wire/topic.ts";

const TOPIC = "orders";
const GROUP = "swapped";
const ROUND_RECORDS = 10;
const WAIT_MS = 40_000;
const settings = { "group.initial.rebalance.delay.ms": "300" };

type Start = (options: StartOptions) => Promise<RunningBroker>;

/** One folder, three brokers one after the other, and a group that goes on where it was. */
export const groupSwap: Suite = {
  name: "group-swap",
  about: "a group goes on where it was: on Naru, then Apache Kafka on the folder, then Naru",
  targets: ["naru"],
  needs: [apacheKafka],
  checkLimitMs: 90_000,
  async run({ check, folder }) {
    const data = `${folder}/data`;
    const lives: readonly (readonly [string, Start])[] = [
      ["Naru", startNaru],
      ["Apache Kafka on its folder", startKafka],
      ["Naru on what that leaves", startNaru],
    ];
    for (const [index, [name, start]] of lives.entries()) {
      await check(`${name}: reads what is new, once, and commits`, async () => {
        await using broker = await start({ folder: data, settings });
        using connection = await WireConnection.open(broker);
        if (index === 0) await createTopic(connection, TOPIC);
        const values = Array.from({ length: ROUND_RECORDS }, (_, i) => `${index}:${i}`);
        const records = values.map((value) => textRecord(null, value));
        await until("the records are taken", WAIT_MS, async () => {
          const at = { topic: TOPIC, partition: 0 };
          const taken = await produce(connection, at, batchOf(records));
          // A broker that has just started may not lead yet.
          return taken?.error === "NONE" ? true : undefined;
        });
        const kafka = new kafkaJs.Kafka({
          brokers: [broker.bootstrap],
          logLevel: kafkaJs.logLevel.NOTHING,
          retry: { initialRetryTime: 100, retries: 30 },
        });
        const admin = kafka.admin();
        await admin.connect();
        const [committed] = await until("the group's offsets", WAIT_MS, () =>
          admin.fetchOffsets({ groupId: GROUP, topics: [TOPIC] }),
        );
        const expected = index === 0 ? -1 : index * ROUND_RECORDS;
        assert.equal(Number(committed!.partitions[0]!.offset), expected);
        await admin.disconnect();
        const seen: string[] = [];
        const consumer = kafka.consumer({ groupId: GROUP, maxWaitTimeInMs: 300 });
        await consumer.connect();
        await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
        await consumer.run({
          autoCommitThreshold: 1,
          eachMessage: async ({ message }) => {
            seen.push(String(message.value));
          },
        });
        await until("the new records", WAIT_MS, () =>
          seen.length >= ROUND_RECORDS ? true : undefined,
        );
        await consumer.disconnect();
        assert.deepEqual(seen, values);
        await broker.stop();
      });
    }
  },
};
