import assert from "node:assert/strict";
import { Consumer as PlatformaticConsumer } from "@platformatic/kafka";
import kafkaJs, { type Kafka } from "kafkajs";
import { KafkaTools } from "../kafka/tools.ts";
import { apacheKafka, command } from "../runner/needs.ts";
import { output } from "../runner/processes.ts";
import { bothTargets, type Suite, type SuiteContext } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { batchOf, createTopic, produce, textRecord } from "../wire/topic.ts";

const TOPIC = "orders";
const PARTITIONS = 4;
const RECORDS_EACH = 25;
const RECORDS = PARTITIONS * RECORDS_EACH;
const QUICK = { "group.initial.rebalance.delay.ms": "300" };
const WAIT_MS = 40_000;

/** What is under judgement: a broker with a topic full of records, and who talks to it. */
interface Setting extends SuiteContext {
  broker: RunningBroker;
  readonly data: string;
}

/** Groups of the classic protocol, by the members that other people wrote. */
export const consumerGroups: Suite = {
  name: "consumer-groups",
  about: "classic groups of KafkaJS, @platformatic/kafka, kcat and the Java consumer",
  targets: bothTargets,
  needs: [command("kcat"), apacheKafka],
  limitMs: 400_000,
  checkLimitMs: 90_000,
  async run(context) {
    const data = `${context.folder}/data`;
    const broker = await context.target.start({ folder: data, settings: QUICK });
    const setting: Setting = { ...context, broker, data };
    try {
      await fill(broker);
      await checkKafkaJs(setting);
      await checkPlatformatic(setting);
      await checkKcat(setting);
      await checkJava(setting);
    } finally {
      await setting.broker[Symbol.asyncDispose]();
    }
  },
};

async function fill(broker: RunningBroker): Promise<void> {
  using connection = await WireConnection.open(broker);
  await createTopic(connection, TOPIC, { partitions: PARTITIONS });
  await addRecords(connection);
}

async function addRecords(connection: WireConnection): Promise<void> {
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    const records = Array.from({ length: RECORDS_EACH }, (_, i) =>
      textRecord(`k${i}`, `${partition}:${i}`),
    );
    await produce(connection, { topic: TOPIC, partition }, batchOf(records));
  }
}

function kafkaOf({ broker }: Setting): Kafka {
  return new kafkaJs.Kafka({
    clientId: "conformance",
    brokers: [broker.bootstrap],
    logLevel: kafkaJs.logLevel.NOTHING,
    retry: { initialRetryTime: 100, retries: 20 },
  });
}

/** A KafkaJS member that counts what it is given, and notes which partitions it has. */
class Member {
  readonly seen: string[] = [];
  partitions: readonly number[] = [];
  readonly #consumer;

  constructor(kafka: Kafka, groupId: string) {
    this.#consumer = kafka.consumer({ groupId, sessionTimeout: 10_000, heartbeatInterval: 500 });
    this.#consumer.on("consumer.group_join", ({ payload }) => {
      this.partitions = payload.memberAssignment[TOPIC] ?? [];
    });
  }

  async start(): Promise<this> {
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topic: TOPIC, fromBeginning: true });
    await this.#consumer.run({
      autoCommitThreshold: 10,
      eachMessage: async ({ partition, message }) => {
        this.seen.push(`${partition}-${message.offset}`);
      },
    });
    return this;
  }

  stop(): Promise<void> {
    return this.#consumer.disconnect();
  }
}

async function checkKafkaJs(setting: Setting): Promise<void> {
  const { check, target } = setting;
  await check("KafkaJS: two members divide the partitions, and see every record", async () => {
    const kafka = kafkaOf(setting);
    const first = await new Member(kafka, "js").start();
    const second = await new Member(kafka, "js").start();
    await until("both have partitions", WAIT_MS, () =>
      first.partitions.length + second.partitions.length === PARTITIONS &&
      first.partitions.length === second.partitions.length
        ? true
        : undefined,
    );
    const overlap = first.partitions.filter((one) => second.partitions.includes(one));
    assert.deepEqual(overlap, []);
    await until("all records", WAIT_MS, () =>
      new Set([...first.seen, ...second.seen]).size === RECORDS ? true : undefined,
    );
    await second.stop();
    await until("the one that is left has all", WAIT_MS, () =>
      first.partitions.length === PARTITIONS ? true : undefined,
    );
    await first.stop();
  });
  await check(
    "KafkaJS: offsets outlive a restart of the broker, and the group resumes",
    async () => {
      await setting.broker.stop();
      setting.broker = await target.start({ folder: setting.data, settings: QUICK });
      const kafka = kafkaOf(setting);
      const admin = kafka.admin();
      await admin.connect();
      // Kafka reads its groups only after it has begun to serve.
      const [committed] = await until("the group is loaded", WAIT_MS, () =>
        admin.fetchOffsets({ groupId: "js", topics: [TOPIC] }),
      );
      assert.deepEqual(
        committed!.partitions.map(({ offset }) => Number(offset)),
        Array.from({ length: PARTITIONS }, () => RECORDS_EACH),
      );
      using connection = await WireConnection.open(setting.broker);
      await addRecords(connection);
      const member = await new Member(kafka, "js").start();
      await until("the new records", WAIT_MS, () =>
        member.seen.length >= RECORDS ? true : undefined,
      );
      assert.ok(member.seen.every((id) => Number(id.split("-")[1]) >= RECORDS_EACH));
      assert.equal(member.seen.length, RECORDS);
      const { groups } = await admin.describeGroups(["js"]);
      assert.equal(groups[0]?.state, "Stable");
      assert.equal(groups[0]?.protocolType, "consumer");
      assert.equal(groups[0]?.members.length, 1);
      await member.stop();
      await admin.disconnect();
    },
  );
  await check("KafkaJS: a group is deleted, with its offsets", async () => {
    const admin = kafkaOf(setting).admin();
    await admin.connect();
    await admin.deleteGroups(["js"]);
    const { groups } = await admin.listGroups();
    assert.ok(!groups.some(({ groupId }) => groupId === "js"));
    const [gone] = await admin.fetchOffsets({ groupId: "js", topics: [TOPIC] });
    assert.ok(gone!.partitions.every(({ offset }) => offset === "-1"));
    await admin.disconnect();
  });
}

async function checkPlatformatic({ check, broker }: Setting): Promise<void> {
  await check("@platformatic/kafka: a member reads all and commits", async () => {
    const options = {
      clientId: "conformance",
      groupId: "platformatic",
      bootstrapBrokers: [broker.bootstrap],
      sessionTimeout: 10_000,
      heartbeatInterval: 500,
    };
    const consumer = new PlatformaticConsumer(options);
    const stream = await consumer.consume({ topics: [TOPIC], mode: "earliest", autocommit: true });
    const seen = new Set<string>();
    for await (const message of stream) {
      seen.add(`${message.partition}-${message.offset}`);
      if (seen.size === 2 * RECORDS) break;
    }
    await stream.close();
    const committed = await consumer.listCommittedOffsets({
      topics: [{ topic: TOPIC, partitions: Array.from({ length: PARTITIONS }, (_, i) => i) }],
    });
    assert.deepEqual(
      committed.get(TOPIC),
      Array.from({ length: PARTITIONS }, () => BigInt(2 * RECORDS_EACH)),
    );
    await consumer.close();
  });
}

async function checkKcat({ check, broker }: Setting): Promise<void> {
  const read = async (group: string): Promise<string[]> => {
    const words = ["-b", broker.bootstrap, "-G", group, "-e", "-q", "-f", "%p-%o\\n"];
    const from = ["-X", "auto.offset.reset=earliest", TOPIC];
    const text = await output("kcat", [...words, ...from], { limitMs: 45_000 });
    return text
      .trimEnd()
      .split("\n")
      .filter((line) => line !== "");
  };
  await check("kcat -G reads all, and nothing the second time", async () => {
    assert.equal(new Set(await read("kcat")).size, 2 * RECORDS);
    assert.deepEqual(await read("kcat"), []);
  });
}

async function checkJava({ check, broker }: Setting): Promise<void> {
  using tools = new KafkaTools();
  const server = ["--bootstrap-server", broker.bootstrap];
  const groups = (...words: string[]): Promise<string> =>
    tools.output("kafka-consumer-groups", [...server, ...words]);
  await check("kafka-console-consumer --group, classic", async () => {
    const words = ["--topic", TOPIC, "--group", "java", "--from-beginning"];
    const classic = ["--command-property", "group.protocol=classic"];
    const count = ["--max-messages", String(2 * RECORDS), "--timeout-ms", "30000"];
    const text = await tools.output("kafka-console-consumer", [
      ...server,
      ...words,
      ...classic,
      ...count,
    ]);
    assert.equal(text.trimEnd().split("\n").length, 2 * RECORDS);
  });
  await check("kafka-consumer-groups lists and describes", async () => {
    const listed = (await groups("--list")).trimEnd().split("\n").toSorted();
    assert.deepEqual(listed, ["java", "kcat", "platformatic"]);
    const states = await groups("--list", "--state");
    assert.match(states, /^java +Empty +$/m);
    assert.match(await groups("--list", "--type", "classic"), /^java +Classic +$/m);
    const described = await tools.run("kafka-consumer-groups", [
      ...server,
      "--describe",
      "--group",
      "java",
    ]);
    assert.match(described.stderr, /Consumer group 'java' has no active members\./);
    for (let partition = 0; partition < PARTITIONS; partition += 1) {
      const offset = 2 * RECORDS_EACH;
      const row = new RegExp(`^java +orders +${partition} +${offset} +${offset} +0 +- +- +-$`, "m");
      assert.match(described.stdout, row);
    }
    const state = await groups("--describe", "--group", "java", "--state");
    assert.match(state, /^java +\S+ +\(1\) +- +Empty +0$/m);
  });
  await check("kafka-consumer-groups says that a group does not exist", async () => {
    const told = await groups("--describe", "--group", "nobody");
    assert.match(told, /GroupIdNotFoundException: Group nobody not found\./);
  });
  await check("kafka-consumer-groups resets, deletes offsets and deletes", async () => {
    const reset = ["--reset-offsets", "--group", "java", "--topic", TOPIC];
    await groups(...reset, "--to-offset", "7", "--execute");
    assert.match(await groups("--describe", "--group", "java"), /^java +orders +0 +7 +50 +43 /m);
    const offsets = await groups("--delete-offsets", "--group", "java", "--topic", TOPIC);
    assert.match(offsets, /Request succeeded for deleting offsets from group java\./);
    const missing = await groups("--delete-offsets", "--group", "nobody", "--topic", TOPIC);
    assert.match(missing, /Error: The group id does not exist\./);
    const deleted = await groups("--delete", "--group", "kcat", "--group", "nobody");
    assert.match(deleted, /'nobody' could not be deleted due to: .*The group id does not exist\./);
    assert.match(deleted, /These consumer groups were deleted successfully: 'kcat'/);
  });
}
