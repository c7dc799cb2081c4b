import { apis, errorByCode, ProtocolError } from "@naru/protocol";
import {
  decodeDescribeTransactionsResponse,
  encodeDescribeTransactionsRequest,
} from "@naru/protocol/messages/describe-transactions";
import { apiCall } from "../../network/api-call.ts";
import type { Cluster } from "../../cluster/cluster.ts";
import type { TopicPartition } from "../../consumer/fetched-record.ts";
import { withTransactionCoordinator } from "../groups/coordinator.ts";

const describeTransactionsCall = apiCall(
  apis.DescribeTransactions,
  encodeDescribeTransactionsRequest,
  decodeDescribeTransactionsResponse,
);

/** A transactional id as its coordinator describes it. */
export interface TransactionDescription {
  readonly transactionalId: string;
  readonly coordinatorId: number;
  readonly state: string;
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly timeoutMs: number;
  /** undefined when it has begun none yet. */
  readonly startMs: number | undefined;
  /** Those of the open transaction; while it ends, those that have no marker yet. */
  readonly partitions: readonly TopicPartition[];
}

/** Throws TRANSACTIONAL_ID_NOT_FOUND for an id that the coordinator does not know. */
export function describeTransaction(
  cluster: Cluster,
  transactionalId: string,
): Promise<TransactionDescription> {
  return withTransactionCoordinator(cluster, transactionalId, async ({ nodeId }) => {
    const response = await cluster.requestNode(nodeId, describeTransactionsCall, {
      transactionalIds: [transactionalId],
    });
    const answer = response.transactionStates.find(
      (each) => each.transactionalId === transactionalId,
    );
    const error = answer === undefined ? "UNKNOWN_SERVER_ERROR" : errorByCode(answer.errorCode);
    if (answer === undefined || error !== "NONE") {
      throw new ProtocolError(
        error,
        `transactional id ${transactionalId}: its coordinator answered ${error}.`,
      );
    }
    return {
      transactionalId,
      coordinatorId: nodeId,
      state: answer.transactionState,
      producerId: answer.producerId,
      producerEpoch: answer.producerEpoch,
      timeoutMs: answer.transactionTimeoutMs,
      startMs: answer.transactionStartTimeMs < 0 ? undefined : answer.transactionStartTimeMs,
      partitions: answer.topics.flatMap(({ topic, partitions }) =>
        partitions.map((partition) => ({ topic, partition })),
      ),
    };
  });
}
