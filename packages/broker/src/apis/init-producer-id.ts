// InitProducerId, api key 22, versions 0-5 (6 is not stable in Kafka 4.3: two-phase commit,
// KIP-939).
//   v2  flexible versions
//   v3  the producer's present id and epoch, for recovery (KIP-360)
//   v4  PRODUCER_FENCED
//   v5  TRANSACTION_ABORTABLE
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeInitProducerIdRequest,
  encodeInitProducerIdResponse,
  type InitProducerIdRequest,
  type InitProducerIdResponseDraft,
} from "@naru/protocol/messages/init-producer-id";
import { initProducerId } from "../coordinator/transaction/init-producer-id.ts";
import { noIdentity, type ProducerIdentity } from "../coordinator/transaction/producer-identity.ts";
import type { Api, RequestContext } from "./api.ts";
import { askTransaction, fencedInVersion, type TransactionBroker } from "./transaction-broker.ts";

const PRODUCER_FENCED_SINCE_VERSION = 4;

type ProducerIdBroker = Pick<
  TransactionBroker,
  "nextProducerId" | "producerIdAtHand" | "transactions"
> & { config(): { readonly transactionMaxTimeoutMs: number } };

/** Gives an idempotent or transactional producer its id and epoch. */
export function initProducerIdApi(
  broker: ProducerIdBroker,
): Api<InitProducerIdRequest, InitProducerIdResponseDraft> {
  return {
    key: 22,
    name: "InitProducerId",
    minVersion: 0,
    maxVersion: 5,
    decode: decodeInitProducerIdRequest,
    handle: async (request, context) => answer(await identify(broker, request), context),
    encode: encodeInitProducerIdResponse,
    failed: (_request, error) => failed(error),
  };
}

/** No producer id, or no epoch. */
const NONE = -1;

async function identify(
  broker: ProducerIdBroker,
  request: InitProducerIdRequest,
): Promise<ProducerIdentity> {
  const { transactionalId, producerId, producerEpoch } = request;
  if ((producerId === NONE) !== (producerEpoch === NONE)) return noIdentity("INVALID_REQUEST");
  if (transactionalId !== null) return identifyTransactional(broker, request, transactionalId);
  // Without a transactional id the old id and epoch are not looked at: the new id starts afresh.
  const newId = await broker.nextProducerId();
  if (typeof newId === "string") return noIdentity(newId);
  return { error: "NONE", producerId: newId, producerEpoch: 0 };
}

async function identifyTransactional(
  broker: ProducerIdBroker,
  { transactionTimeoutMs: timeoutMs, producerId, producerEpoch }: InitProducerIdRequest,
  transactionalId: string,
): Promise<ProducerIdentity> {
  if (transactionalId === "") return noIdentity("INVALID_REQUEST");
  const { transactionMaxTimeoutMs } = broker.config();
  if (timeoutMs <= 0 || timeoutMs > transactionMaxTimeoutMs) {
    return noIdentity("INVALID_TRANSACTION_TIMEOUT");
  }
  await broker.producerIdAtHand();
  const expected = producerId === NONE ? undefined : { producerId, producerEpoch };
  const identity = await askTransaction<ProducerIdentity>(broker, transactionalId, {
    run: (machine, step, to) =>
      initProducerId(machine, { transactionalId, timeoutMs, expected, to }, step),
    failed: noIdentity,
  });
  return identity ?? noIdentity("UNKNOWN_SERVER_ERROR");
}

function answer(
  { error, producerId, producerEpoch }: ProducerIdentity,
  { apiVersion }: RequestContext,
): InitProducerIdResponseDraft {
  const told = fencedInVersion(error, apiVersion >= PRODUCER_FENCED_SINCE_VERSION);
  return { throttleTimeMs: 0, errorCode: codeOf(told), producerId, producerEpoch };
}

function failed(error: ErrorName): InitProducerIdResponseDraft {
  return { throttleTimeMs: 0, errorCode: codeOf(error), producerId: NONE, producerEpoch: NONE };
}
