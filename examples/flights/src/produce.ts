import { Admin, Cluster, Producer } from "@naru/client";
import { nodeRuntime } from "@naru/runtime/node";
import kafkaJs from "kafkajs";
import type { FlightRecord } from "./flight-file.ts";

type Chunks = AsyncIterable<readonly FlightRecord[]>;

const { CompressionTypes, logLevel, Partitioners } = kafkaJs;
const KAFKAJS_BATCH_RECORDS = 5_000;

/** Produces with Naru's own client: every record is acknowledged before this resolves. */
export async function produceWithNaru(
  bootstrapServers: string,
  topic: string,
  chunks: Chunks,
): Promise<void> {
  const cluster = new Cluster({ runtime: nodeRuntime(), bootstrapServers });
  const producer = new Producer(cluster, { compressionType: "lz4", lingerMs: 5 });
  for await (const chunk of chunks) {
    await Promise.all(chunk.map(({ key, value }) => producer.send({ topic, key, value })));
  }
  await producer.close();
  cluster.close();
}

/** The same with KafkaJS, which knows nothing of Naru. */
export async function produceWithKafkaJs(
  bootstrapServers: string,
  topic: string,
  chunks: Chunks,
): Promise<void> {
  const kafka = new kafkaJs.Kafka({
    clientId: "flights",
    brokers: bootstrapServers.split(","),
    logLevel: logLevel.ERROR,
  });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += KAFKAJS_BATCH_RECORDS) {
      const messages = chunk.slice(from, from + KAFKAJS_BATCH_RECORDS);
      await producer.send({ topic, acks: -1, compression: CompressionTypes.GZIP, messages });
    }
  }
  await producer.disconnect();
}

/** Makes the topics anew. */
export async function createTopics(
  bootstrapServers: string,
  names: readonly string[],
  partitions: number,
): Promise<void> {
  const cluster = new Cluster({ runtime: nodeRuntime(), bootstrapServers });
  const admin = new Admin(cluster);
  for (const name of names) await admin.createTopic({ name, partitionCount: partitions });
  cluster.close();
}

/** The partition of a key as KafkaJS's copy of Kafka's rule says it. */
export function partitionerOf(topic: string, partitions: number): (key: string) => number {
  const choose = Partitioners.DefaultPartitioner();
  const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 1,
    replicas: [1],
    isr: [1],
  }));
  const known = new Map<string, number>();
  return (key) => {
    const partition =
      known.get(key) ?? choose({ topic, partitionMetadata, message: { key, value: null } });
    known.set(key, partition);
    return partition;
  };
}
