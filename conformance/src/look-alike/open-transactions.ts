import assert from "node:assert/strict";
import { apis } from "@naru/protocol";
import {
  decodeAddPartitionsToTxnResponse,
  encodeAddPartitionsToTxnRequest,
} from "@naru/protocol/messages/add-partitions-to-txn";
import type { Call, WireConnection } from "../wire/connection.ts";
import { batchOf, createTopic, produce, textRecord, type PartitionName } from "../wire/topic.ts";
import { transactionalProducer } from "../wire/transactions.ts";

const addPartitions: Call<
  Parameters<typeof encodeAddPartitionsToTxnRequest>[1],
  ReturnType<typeof decodeAddPartitionsToTxnResponse>
> = {
  api: apis.AddPartitionsToTxn,
  encode: encodeAddPartitionsToTxnRequest,
  decode: decodeAddPartitionsToTxnResponse,
};

const HOUR_MS = 3_600_000;

/**
 * `hung-0` has a transaction of an hour ago that no coordinator knows; the id `open` has one open
 * in twelve partitions of `several`, and the id `ended` has none.
 */
export async function makeTransactions(connection: WireConnection): Promise<void> {
  const hung = { topic: "hung", partition: 0 };
  await createTopic(connection, hung.topic);
  await produce(connection, hung, batchOf([textRecord(null, "before")]));
  const hanging = await transactionalProducer(connection, "hanging");
  await produceIn(connection, hung, { ...hanging, transactionalId: "hanging" });
  await transactionalProducer(connection, "ended");
  const open = await transactionalProducer(connection, "open");
  const partitions = Array.from({ length: 12 }, (_, partition) => partition);
  await createTopic(connection, "several", { partitions: partitions.length });
  const answer = await connection.answer(addPartitions, 3, {
    v3AndBelowTransactionalId: "open",
    v3AndBelowProducerId: open.producerId,
    v3AndBelowProducerEpoch: open.producerEpoch,
    v3AndBelowTopics: [{ name: "several", partitions }],
  });
  const errors = answer.resultsByTopicV3AndBelow.flatMap((each) => each.resultsByPartition);
  assert.ok(errors.every(({ partitionErrorCode }) => partitionErrorCode === 0));
}

async function produceIn(
  connection: WireConnection,
  at: PartitionName,
  producer: { transactionalId: string; producerId: number; producerEpoch: number },
): Promise<void> {
  const { transactionalId, producerId, producerEpoch } = producer;
  const records = [textRecord(null, "lost", Date.now() - HOUR_MS)];
  const options = { producerId, producerEpoch, baseSequence: 0, isTransactional: true };
  const appended = await produce(connection, at, batchOf(records, options), { transactionalId });
  assert.equal(appended?.error, "NONE");
}
