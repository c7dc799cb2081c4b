import type { Admin, TopicPartition } from "@naru/client";
import { javaStringHash } from "@naru/protocol";
import type { Io } from "../io.ts";
import { hashMapOrder } from "../kafka-tool/java-order.ts";
import { nameOf } from "../name-of.ts";
import type { Given } from "./parse.ts";
import { orFail, printRows } from "./report.ts";

/** `describe`: one transactional id. */
export async function describe(
  admin: Admin,
  given: Given,
  { io, nowMs }: { readonly io: Io; readonly nowMs: number },
): Promise<void> {
  const id = given.text("transactional-id") ?? "";
  const found = await orFail(
    `Failed to describe transaction state of transactional-id \`${id}\``,
    () => admin.describeTransaction(id),
    ({ code }) => {
      const reason =
        code === "TRANSACTIONAL_ID_NOT_FOUND"
          ? "because the ID could not be found"
          : "due to unexpected error";
      return `DescribeTransactions request for transactionalId \`${id}\` failed ${reason}`;
    },
  );
  const { startMs } = found;
  const row = [
    String(found.coordinatorId),
    id,
    String(found.producerId),
    String(found.producerEpoch),
    found.state,
    String(found.timeoutMs),
    startMs === undefined ? "None" : String(startMs),
    startMs === undefined ? "None" : String(nowMs - startMs),
    hashMapOrder(found.partitions, javaHash).map(nameOf).join(","),
  ];
  printRows(transactionTitles, [row], io);
}

const transactionTitles = [
  "CoordinatorId",
  "TransactionalId",
  "ProducerId",
  "ProducerEpoch",
  "TransactionState",
  "TransactionTimeoutMs",
  "CurrentTransactionStartTimeMs",
  "TransactionDurationMs",
  "TopicPartitions",
];

/** TopicPartition.hashCode of Kafka's clients. */
function javaHash({ topic, partition }: TopicPartition): number {
  return (Math.imul(31, 31 + partition) + javaStringHash(topic)) | 0;
}

/** `describe-producers`: what a replica remembers of the producers of a partition. */
export async function describeProducers(admin: Admin, given: Given, io: Io): Promise<void> {
  const where = { topic: given.text("topic") ?? "", partition: given.number("partition") ?? 0 };
  const brokerId = given.number("broker-id");
  const on = brokerId === undefined ? "leader" : `broker ${brokerId}`;
  const found = await orFail(
    `Failed to describe producers for partition ${nameOf(where)} on ${on}`,
    () => admin.describeProducers([where], { brokerId }),
  );
  const rows = found
    .flatMap(({ producers }) => producers)
    .map((producer) => [
      String(producer.producerId),
      String(producer.producerEpoch),
      String(producer.coordinatorEpoch),
      String(producer.lastSequence),
      String(producer.lastTimestamp),
      String(producer.transactionStartOffset ?? "None"),
    ]);
  printRows(producerTitles, rows, io);
}

const producerTitles = [
  "ProducerId",
  "ProducerEpoch",
  "LatestCoordinatorEpoch",
  "LastSequence",
  "LastTimestamp",
  "CurrentTransactionStartOffset",
];
