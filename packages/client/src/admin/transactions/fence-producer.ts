import { apis, errorByCode, ProtocolError } from "@naru/protocol";
import {
  decodeInitProducerIdResponse,
  encodeInitProducerIdRequest,
} from "@naru/protocol/messages/init-producer-id";
import { apiCall } from "../../network/api-call.ts";
import type { Cluster } from "../../cluster/cluster.ts";
import { withTransactionCoordinator } from "../groups/coordinator.ts";

const initProducerIdCall = apiCall(
  apis.InitProducerId,
  encodeInitProducerIdRequest,
  decodeInitProducerIdResponse,
);

/** `request.timeout.ms` of Kafka's admin client: from now on the id's transaction time-out. */
const TRANSACTION_TIMEOUT_MS = 30_000;

/**
 * Shuts out the producer that has this transactional id, and ends its open transaction with an
 * abort, as a new producer of that id would. An id that nobody has used exists afterwards.
 */
export async function fenceProducer(cluster: Cluster, transactionalId: string): Promise<void> {
  await withTransactionCoordinator(cluster, transactionalId, async ({ nodeId }) => {
    const response = await cluster.requestNode(nodeId, initProducerIdCall, {
      transactionalId,
      transactionTimeoutMs: TRANSACTION_TIMEOUT_MS,
    });
    const error = errorByCode(response.errorCode);
    if (error === "NONE") return;
    throw new ProtocolError(
      error,
      `transactional id ${transactionalId}: its coordinator answered ${error}.`,
    );
  });
}
