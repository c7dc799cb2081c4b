import kafkaJs, { type Kafka } from "kafkajs";

/** What the customers ask for, keyed by order. */
export const ORDERS = "orders";
/** What the bank tells, keyed by order: in any order, and not always for an order that is there. */
export const PAYMENTS = "payments";
/** Orders that still wait for their payment, and payments for their order. Compacted. */
export const UNMATCHED = "unmatched";
/** Orders that are paid: each once. */
export const PAID_ORDERS = "paid-orders";

/** The group that reads orders and payments; its offsets are committed in the transactions. */
export const GROUP = "orders-and-payments";
export const PARTITIONS = 3;

/** A client that says what goes wrong only when it gives up. */
export function connectTo(bootstrapServers: string): Kafka {
  return new kafkaJs.Kafka({
    clientId: "orders-and-payments",
    brokers: bootstrapServers.split(","),
    logLevel: kafkaJs.logLevel.NOTHING,
    retry: { initialRetryTime: 50, maxRetryTime: 1_000, retries: 30 },
  });
}

/** Makes the four topics where they are not there yet. */
export async function createTopics(kafka: Kafka): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  const topics = [ORDERS, PAYMENTS, PAID_ORDERS].map((topic) => ({
    topic,
    numPartitions: PARTITIONS,
  }));
  const configEntries = [{ name: "cleanup.policy", value: "compact" }];
  const unmatched = { topic: UNMATCHED, numPartitions: PARTITIONS, configEntries };
  await admin.createTopics({ topics: [...topics, unmatched], waitForLeaders: true });
  await admin.disconnect();
}
