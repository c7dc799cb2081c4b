import { apis, codeOf, errorByCode, ProtocolError } from "@naru/protocol";
import {
  decodeWriteTxnMarkersResponse,
  encodeWriteTxnMarkersRequest,
} from "@naru/protocol/messages/write-txn-markers";
import { apiCall } from "../../network/api-call.ts";
import type { Cluster } from "../../cluster/cluster.ts";
import type { TopicPartition } from "../../consumer/fetched-record.ts";

const writeTxnMarkersCall = apiCall(
  apis.WriteTxnMarkers,
  encodeWriteTxnMarkersRequest,
  decodeWriteTxnMarkersResponse,
);

/** An open transaction in one partition, by the producer that the partition names. */
export interface AbortTransactionSpec extends TopicPartition {
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly coordinatorEpoch: number;
}

/**
 * Ends what is open in one partition with an ABORT marker, past the coordinator: for a transaction
 * that hangs, of which the coordinator knows no more.
 */
export async function abortTransaction(
  cluster: Cluster,
  { topic, partition, producerId, producerEpoch, coordinatorEpoch }: AbortTransactionSpec,
): Promise<void> {
  const marker = {
    producerId,
    producerEpoch,
    coordinatorEpoch,
    transactionResult: false,
    topics: [{ name: topic, partitionIndexes: [partition] }],
  };
  await cluster.withRetries(`${topic}-${partition}`, async () => {
    const { partitions } = await cluster.topic(topic);
    const leaderId = partitions[partition]?.leaderId;
    const response =
      leaderId === undefined
        ? undefined
        : await cluster.requestNode(leaderId, writeTxnMarkersCall, { markers: [marker] });
    const answer = response?.markers
      .flatMap((each) => each.topics)
      .flatMap((each) => each.partitions)
      .find(({ partitionIndex }) => partitionIndex === partition);
    const error = errorByCode(answer?.errorCode ?? codeOf("UNKNOWN_TOPIC_OR_PARTITION"));
    if (error === "NONE") return;
    throw new ProtocolError(error, `${topic}-${partition}: the broker answered ${error}.`);
  });
}
