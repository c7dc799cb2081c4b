import kafkaJs from "kafkajs";
import { arrivalsOf, type Script } from "./arrivals.ts";
import { connectTo, createTopics, ORDERS, PAYMENTS } from "./topics.ts";

const CHUNK_RECORDS = 50;

/** Writes the orders and payments of a script, each once: the producer is idempotent. */
export async function generate(bootstrapServers: string, script: Script): Promise<number> {
  const kafka = connectTo(bootstrapServers);
  await createTopics(kafka);
  const createPartitioner = kafkaJs.Partitioners.DefaultPartitioner;
  const producer = kafka.producer({ idempotent: true, createPartitioner });
  await producer.connect();
  const arrivals = arrivalsOf(script);
  for (let from = 0; from < arrivals.length; from += CHUNK_RECORDS) {
    const chunk = arrivals.slice(from, from + CHUNK_RECORDS);
    const messagesOf = (wanted: string): { key: string; value: string }[] =>
      chunk
        .filter(({ kind }) => kind === wanted)
        .map(({ orderId, value }) => ({ key: orderId, value }));
    await producer.sendBatch({
      topicMessages: [
        { topic: ORDERS, messages: messagesOf("order") },
        { topic: PAYMENTS, messages: messagesOf("payment") },
      ],
    });
  }
  await producer.disconnect();
  return arrivals.length;
}
