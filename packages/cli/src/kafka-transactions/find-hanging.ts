import type { Admin } from "@naru/client";
import type { Io } from "../io.ts";
import type { Given } from "./parse.ts";
import { Failure, orFail, printRows } from "./report.ts";

const DEFAULT_MINUTES = 15;
const MINUTE_MS = 60_000;

/** `find-hanging`: open transactions that no coordinator will end. */
export async function findHanging(
  admin: Admin,
  given: Given,
  { io, nowMs }: { readonly io: Io; readonly nowMs: number },
): Promise<void> {
  const topic = given.text("topic");
  const partition = given.number("partition");
  const brokerId = given.number("broker-id");
  if (topic === undefined && brokerId === undefined) {
    throw new Failure(
      "The `find-hanging` command requires either --topic or --broker-id to limit the scope of the search",
    );
  }
  if (partition !== undefined && topic === undefined) {
    throw new Failure("The --partition argument requires --topic to be provided");
  }
  const minutes = given.number("max-transaction-timeout") ?? DEFAULT_MINUTES;
  const hanging = await orFail("Failed to describe 1 topics", () =>
    admin.findHangingTransactions({
      topic,
      partition,
      brokerId,
      maxTimeoutMs: minutes * MINUTE_MS,
    }),
  );
  const rows = hanging.map(({ topic: name, partition: index, producer }) => [
    name,
    String(index),
    String(producer.producerId),
    String(producer.producerEpoch),
    String(producer.coordinatorEpoch),
    String(producer.transactionStartOffset ?? -1),
    String(producer.lastTimestamp),
    String(Math.trunc((nowMs - producer.lastTimestamp) / MINUTE_MS)),
  ]);
  printRows(titles, rows, io);
}

const titles = [
  "Topic",
  "Partition",
  "ProducerId",
  "ProducerEpoch",
  "CoordinatorEpoch",
  "StartOffset",
  "LastTimestamp",
  "Duration(min)",
];
