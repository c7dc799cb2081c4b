import kafkaJs, { type Batch, type Producer } from "kafkajs";
import { type Arrival, Unmatched } from "./matching.ts";
import { restore } from "./restore.ts";
import { connectTo, GROUP, ORDERS, PAID_ORDERS, PAYMENTS, UNMATCHED } from "./topics.ts";

export interface MatchOptions {
  readonly bootstrapServers: string;
  /** After so long the group gives up a run that was killed, and the next gets its partitions. */
  readonly sessionTimeoutMs: number;
  /** Ends the program in good order. */
  readonly signal: AbortSignal;
}

/** One for the program, for ever: who starts with it fences who had it before. */
const TRANSACTIONAL_ID = "orders-and-payments";
/** Small, so that one batch, and with it one transaction, is some hundred records. */
const BATCH_BYTES_MAX = 16_384;

/**
 * Consumes orders and payments, and writes each order once as soon as it is paid.
 *
 * One batch is one transaction: the paid orders, what waits or waits no longer, and the offset of
 * the batch become visible together or not at all. Whatever fails ends the program (it throws),
 * for only a new start knows what was committed: it reads that back.
 */
export async function match(options: MatchOptions): Promise<void> {
  const kafka = connectTo(options.bootstrapServers);
  const createPartitioner = kafkaJs.Partitioners.DefaultPartitioner;
  const producer = kafka.producer({ transactionalId: TRANSACTIONAL_ID, createPartitioner });
  await producer.connect();
  const unmatched = new Unmatched();
  await restore(kafka, producer, unmatched);
  console.log(`started: ${unmatched.size} unmatched`);

  const consumer = kafka.consumer({
    groupId: GROUP,
    sessionTimeout: options.sessionTimeoutMs,
    heartbeatInterval: options.sessionTimeoutMs / 5,
    maxBytesPerPartition: BATCH_BYTES_MAX,
    maxWaitTimeInMs: 200,
    // A failure is for the next start, not for one more attempt.
    retry: { restartOnFailure: async () => false },
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [ORDERS, PAYMENTS], fromBeginning: true });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  options.signal.addEventListener("abort", () => resolve());
  consumer.on("consumer.crash", ({ payload }) => reject(payload.error));
  let isWorking = false;
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => {
      if (!isWorking) console.log("working");
      isWorking = true;
      try {
        await commitBatch(producer, unmatched, batch);
      } catch (error) {
        reject(error);
        // KafkaJS would give the batch once more; there is no more to this run.
        await new Promise(() => {});
      }
    },
  });
  await ended;
  await consumer.disconnect();
  await producer.disconnect();
}

async function commitBatch(producer: Producer, unmatched: Unmatched, batch: Batch): Promise<void> {
  const { topic, partition } = batch;
  const kind = topic === ORDERS ? "order" : "payment";
  const arrivals = batch.messages.map(({ key, value }): Arrival => {
    return { kind, orderId: String(key), value: String(value) };
  });
  const changes = unmatched.match(arrivals);
  const topicMessages = [
    { topic: UNMATCHED, messages: [...changes.unmatched] },
    { topic: PAID_ORDERS, messages: [...changes.paid] },
  ].filter(({ messages }) => messages.length > 0);
  const offset = String(BigInt(batch.lastOffset()) + 1n);

  const transaction = await producer.transaction();
  await transaction.sendBatch({ topicMessages });
  const topics = [{ topic, partitions: [{ partition, offset }] }];
  await transaction.sendOffsets({ consumerGroupId: GROUP, topics });
  await transaction.commit();
  for (const { key, value } of changes.unmatched) unmatched.replay(key, value);
}
