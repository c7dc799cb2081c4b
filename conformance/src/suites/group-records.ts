import assert from "node:assert/strict";
import { coordinatorPartition } from "@naru/protocol";
import { decodeGroupRecord, type GroupRecord } from "@naru/protocol/messages/group-records";
import kafkaJs from "kafkajs";
import { bothTargets, type Check, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { WireConnection } from "../wire/connection.ts";
import { createTopic, readAll } from "../wire/topic.ts";

const TOPIC = "orders";
const PARTITIONS = 4;
const OFFSETS_PARTITIONS = 5;

/** What a session of a classic group leaves in `__consumer_offsets`. */
export const groupRecords: Suite = {
  name: "group-records",
  about: "the records that the session of a member writes",
  targets: bothTargets,
  needs: [],
  async run({ target, check }) {
    const settings = {
      "group.initial.rebalance.delay.ms": "300",
      "offsets.topic.num.partitions": String(OFFSETS_PARTITIONS),
    };
    await using broker = await target.start({ settings });
    using connection = await WireConnection.open(broker);
    await createTopic(connection, TOPIC, { partitions: PARTITIONS });
    await checkRecords(check, broker, connection);
  },
};

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
