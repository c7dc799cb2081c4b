import assert from "node:assert/strict";
import { coordinatorPartition } from "@naru/protocol";
import { decodeGroupRecord, type GroupRecord } from "@naru/protocol/messages/group-records";
import kafkaJs from "kafkajs";
import { javaWords } from "../kafka/installation.ts";
import { apacheKafka, command } from "../runner/needs.ts";
import { RunningProcess } from "../runner/processes.ts";
import { bothTargets, type Check, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { batchOf, createTopic, produce, readAll, textRecord } from "../wire/topic.ts";

const TOPIC = "orders";
const PARTITIONS = 4;
const OFFSETS_PARTITIONS = 5;
const WAIT_MS = 45_000;
const MANY = 20;

/** Members that die, that are many, that are of different makes, and what is written of them. */
export const groupMembers: Suite = {
  name: "group-members",
  about: "members that are killed, many, or of different makes; the records of a session",
  targets: bothTargets,
  needs: [command("kcat"), apacheKafka],
  limitMs: 300_000,
  checkLimitMs: 90_000,
  async run({ target, check }) {
    const settings = {
      "group.initial.rebalance.delay.ms": "300",
      "offsets.topic.num.partitions": String(OFFSETS_PARTITIONS),
    };
    await using broker = await target.start({ settings });
    using connection = await WireConnection.open(broker);
    await createTopic(connection, TOPIC, { partitions: PARTITIONS });
    await checkRecords(check, broker, connection);
    await checkKilled(check, broker);
    await checkMixed(check, broker, connection);
    await checkMany(check, broker, connection);
  },
};

/** kcat as a member; it says on standard error what it is assigned. */
class KcatMember implements Disposable {
  readonly #process: RunningProcess;

  constructor(broker: RunningBroker, group: string) {
    const quick = "-X session.timeout.ms=6000 -X heartbeat.interval.ms=500";
    const from = `-X auto.offset.reset=earliest ${TOPIC}`;
    const words = `-b ${broker.bootstrap} -G ${group} -u -f %p-%o\n ${quick} ${from}`;
    this.#process = new RunningProcess("kcat", words.split(" "));
  }

  /** Of the last rebalance. */
  get partitions(): number[] {
    const last = this.#process.stderr.split("rebalanced").at(-1) ?? "";
    const assigned = last.split("assigned:")[1]?.split("\n")[0] ?? "";
    return [...assigned.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index));
  }

  get seen(): string[] {
    return this.#process.stdout.split("\n").filter((line) => line !== "");
  }

  async kill(): Promise<void> {
    this.#process.signal("SIGKILL");
    await this.#process.exited;
  }

  [Symbol.dispose](): void {
    this.#process.signal("SIGKILL");
  }
}

async function addRecords(connection: WireConnection, value: string): Promise<void> {
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    const records = Array.from({ length: 10 }, (_, i) => textRecord(`k${i}`, `${value} ${i}`));
    await produce(connection, { topic: TOPIC, partition }, batchOf(records));
  }
}

async function checkKilled(check: Check, broker: RunningBroker): Promise<void> {
  await check("what a killed member had goes to the other after its session", async () => {
    using first = new KcatMember(broker, "killed");
    await until("the first has all", WAIT_MS, () =>
      first.partitions.length === PARTITIONS ? true : undefined,
    );
    using second = new KcatMember(broker, "killed");
    await until("both have two", WAIT_MS, () =>
      first.partitions.length === 2 && second.partitions.length === 2 ? true : undefined,
    );
    await first.kill();
    await until("the second has all", WAIT_MS, () =>
      second.partitions.length === PARTITIONS ? true : undefined,
    );
  });
}

async function checkMixed(
  check: Check,
  broker: RunningBroker,
  connection: WireConnection,
): Promise<void> {
  await check("kcat and the Java consumer share a group by the range assignor", async () => {
    using kcat = new KcatMember(broker, "mixed");
    await until("kcat has all", WAIT_MS, () =>
      kcat.partitions.length === PARTITIONS ? true : undefined,
    );
    const consumer = `--bootstrap-server ${broker.bootstrap} --topic ${TOPIC} --group mixed`;
    const classic = "--command-property group.protocol=classic";
    const words = `${consumer} ${classic} --formatter-property print.partition=true`.split(" ");
    const tool = "org.apache.kafka.tools.consumer.ConsoleConsumer";
    const java = new RunningProcess("java", javaWords([tool, ...words], { logLevel: "ERROR" }));
    try {
      await until("kcat has half", WAIT_MS, () =>
        kcat.partitions.length === PARTITIONS / 2 ? true : undefined,
      );
      const javaPartitions = (): Set<string> =>
        new Set([...java.stdout.matchAll(/Partition:(\d)\tmixed/g)].map(([, index]) => index!));
      // A new member begins at the end of the log, wherever that is by then.
      await until("Java has the other half", WAIT_MS, async () => {
        await addRecords(connection, "mixed");
        return javaPartitions().size === PARTITIONS / 2 ? true : undefined;
      });
      const ofKcat = kcat.partitions.map(String);
      assert.deepEqual([...ofKcat, ...javaPartitions()].toSorted(), ["0", "1", "2", "3"]);
    } finally {
      java.signal("SIGTERM");
      await java.exited;
    }
  });
}

async function checkMany(
  check: Check,
  broker: RunningBroker,
  connection: WireConnection,
): Promise<void> {
  await check(`${MANY} members divide as many partitions, one each`, async () => {
    await createTopic(connection, "wide", { partitions: MANY });
    const kafka = new kafkaJs.Kafka({
      brokers: [broker.bootstrap],
      logLevel: kafkaJs.logLevel.NOTHING,
    });
    const owned = new Map<number, readonly number[]>();
    const members = Array.from({ length: MANY }, (_, index) => {
      const consumer = kafka.consumer({
        groupId: "many",
        heartbeatInterval: 300,
        maxWaitTimeInMs: 300,
      });
      consumer.on("consumer.group_join", ({ payload }) => {
        owned.set(index, payload.memberAssignment["wide"] ?? []);
      });
      return consumer;
    });
    await Promise.all(
      members.map(async (member) => {
        await member.connect();
        await member.subscribe({ topic: "wide" });
        await member.run({ eachMessage: async () => {} });
      }),
    );
    await until("one each", WAIT_MS, () => {
      const all = [...owned.values()];
      const isEven = all.length === MANY && all.every(({ length }) => length === 1);
      return isEven && new Set(all.flat()).size === MANY ? true : undefined;
    });
    await Promise.all(members.map((member) => member.disconnect()));
  });
}

async function checkRecords(
  check: Check,
  broker: RunningBroker,
  connection: WireConnection,
): Promise<void> {
  await check("a session of one member writes these records, in these batches", async () => {
    const groupId = "recorded";
    const kafka = new kafkaJs.Kafka({
      brokers: [broker.bootstrap],
      logLevel: kafkaJs.logLevel.NOTHING,
    });
    const consumer = kafka.consumer({ groupId });
    const joined = Promise.withResolvers<void>();
    consumer.on("consumer.group_join", () => joined.resolve());
    await consumer.connect();
    await consumer.subscribe({ topic: TOPIC });
    await consumer.run({ autoCommit: false, eachMessage: async () => {} });
    await joined.promise;
    const offsets = [0, 1].map((partition) => ({ topic: TOPIC, partition, offset: "0" }));
    await consumer.commitOffsets(offsets);
    await consumer.disconnect();
    const partition = coordinatorPartition(groupId, OFFSETS_PARTITIONS);
    const records = await readAll(connection, { topic: "__consumer_offsets", partition });
    const written = records
      .map(({ key, value }) => decodeGroupRecord(key!, value))
      .filter(({ key }) => "group" in key && key.group === groupId);
    assert.deepEqual(written.map(summary), [
      "GroupMetadata v3 '' generation 0 null null []",
      "GroupMetadata v3 'consumer' generation 1 RoundRobinAssigner leads [orders: /127.0.0.1]",
      "OffsetCommit v4 orders-0 0 '' with id",
      "OffsetCommit v4 orders-1 0 '' with id",
      "GroupMetadata v3 'consumer' generation 2 null null []",
    ]);
  });
}

function summary(record: GroupRecord): string {
  const { type, version } = record;
  const start = `${type} v${version}`;
  if (record.type === "GroupMetadata" && record.value !== null) {
    const { protocolType, generation, protocol, leader, members } = record.value;
    const leads = leader === null ? null : leader === members[0]?.memberId ? "leads" : leader;
    const listed = members.map(({ subscription, clientHost }) => {
      const names = Buffer.from(subscription).toString("latin1");
      return `${names.includes(TOPIC) ? TOPIC : "?"}: ${clientHost}`;
    });
    return `${start} '${protocolType}' generation ${generation} ${protocol} ${leads} [${listed.join()}]`;
  }
  if (record.type === "OffsetCommit" && record.value !== null) {
    const { topic, partition } = record.key;
    const { offset, metadata, topicId } = record.value;
    const id = topicId.startsWith("AAAAAAAAAAAAAAAAAAAAA") ? "without id" : "with id";
    return `${start} ${topic}-${partition} ${offset} '${metadata}' ${id}`;
  }
  return start;
}
