import type { Kafka, Producer } from "kafkajs";
import { randomUUID } from "node:crypto";
import type { Unmatched } from "./matching.ts";
import { PARTITIONS, UNMATCHED } from "./topics.ts";

/** Stands in each partition where a run of the program began. */
const START_KEY = "start";

/**
 * Replays the topic of unmatched orders and payments, up to this very start.
 *
 *   1. The first transaction of a producer asks for its transactional id. With that an older run
 *      is fenced, and what it left open is aborted.
 *   2. That transaction writes a record of this start to each partition.
 *   3. Read with read_committed: when the record of this start has come, all before it has.
 */
export async function restore(kafka: Kafka, producer: Producer, into: Unmatched): Promise<void> {
  const start = randomUUID();
  const transaction = await producer.transaction();
  await transaction.send({
    topic: UNMATCHED,
    messages: Array.from({ length: PARTITIONS }, (_, partition) => {
      return { partition, key: START_KEY, value: start };
    }),
  });
  await transaction.commit();
  await readUntil(kafka, start, into);
}

async function readUntil(kafka: Kafka, start: string, into: Unmatched): Promise<void> {
  // A group of this start's own, for KafkaJS reads in groups only. It never commits.
  const groupId = `orders-and-payments-restore-${start}`;
  const consumer = kafka.consumer({ groupId });
  await consumer.connect();
  await consumer.subscribe({ topic: UNMATCHED, fromBeginning: true });
  const { promise: isRestored, resolve, reject } = Promise.withResolvers<void>();
  consumer.on("consumer.crash", ({ payload }) => reject(payload.error));
  const left = new Set(Array.from({ length: PARTITIONS }, (_, partition) => partition));
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ partition, message }) => {
      const key = message.key?.toString() ?? "";
      const value = message.value?.toString() ?? null;
      if (key !== START_KEY) into.replay(key, value);
      else if (value === start) left.delete(partition);
      if (left.size === 0) resolve();
    },
  });
  try {
    await isRestored;
  } finally {
    await consumer.disconnect();
  }
  const admin = kafka.admin();
  await admin.connect();
  await admin.deleteGroups([groupId]);
  await admin.disconnect();
}
