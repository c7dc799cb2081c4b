// InitProducerId, api key 22, versions 0-5 (6 is not stable in Kafka 4.3: two-phase commit,
// KIP-939).
//   v2  flexible versions
//   v3  the producer's present id and epoch, for recovery (KIP-360)
//   v4  PRODUCER_FENCED
//   v5  TRANSACTION_ABORTABLE
// Not served yet: transactions; a transactional id is answered with error 53.
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeInitProducerIdRequest,
  encodeInitProducerIdResponse,
  type InitProducerIdRequest,
  type InitProducerIdResponseDraft,
} from "@naru/protocol/messages/init-producer-id";
import type { Api, RequestContext } from "./api.ts";
import type { RecordBroker } from "./record-broker.ts";

/** Gives an idempotent producer its id. */
export function initProducerIdApi(
  broker: RecordBroker,
): Api<InitProducerIdRequest, InitProducerIdResponseDraft> {
  return {
    key: 22,
    name: "InitProducerId",
    minVersion: 0,
    maxVersion: 5,
    gaps: ["Transactions: a transactional id is answered with error 53."],
    decode: decodeInitProducerIdRequest,
    handle: (request, context) => handleInitProducerId(broker, request, context),
    encode: encodeInitProducerIdResponse,
    failed: (_request, error) => failed(error),
  };
}

/** No producer id, or no epoch. */
const NONE = -1;

async function handleInitProducerId(
  broker: RecordBroker,
  request: InitProducerIdRequest,
  context: RequestContext,
): Promise<InitProducerIdResponseDraft> {
  const { transactionalId, producerId: oldId, producerEpoch: oldEpoch } = request;
  const hasHalfOfOld = (oldId === NONE) !== (oldEpoch === NONE);
  if (transactionalId === "" || hasHalfOfOld) return failed("INVALID_REQUEST");
  if (transactionalId !== null) {
    broker.logger.warn(
      `InitProducerId from ${context.connectionId}: transactional.id ` +
        `'${transactionalId}' asks for transactions, which are not served yet. ` +
        `Answered TRANSACTIONAL_ID_AUTHORIZATION_FAILED.`,
    );
    return failed("TRANSACTIONAL_ID_AUTHORIZATION_FAILED");
  }
  // Without a transactional id the old id and epoch are not looked at: the new id starts afresh.
  const producerId = await broker.nextProducerId();
  if (typeof producerId === "string") return failed(producerId);
  return { throttleTimeMs: 0, errorCode: 0, producerId, producerEpoch: 0 };
}

function failed(error: ErrorName): InitProducerIdResponseDraft {
  return { throttleTimeMs: 0, errorCode: codeOf(error), producerId: -1, producerEpoch: -1 };
}
