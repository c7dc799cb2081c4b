// EndTxn, api key 26, versions 0-5.
//   v2  PRODUCER_FENCED
//   v3  flexible versions
//   v4  TRANSACTION_ABORTABLE
//   v5  the end bumps the producer's epoch, and the answer brings it (KIP-890)
import { codeOf } from "@naru/protocol";
import {
  decodeEndTxnRequest,
  encodeEndTxnResponse,
  type EndTxnRequest,
  type EndTxnResponseDraft,
} from "@naru/protocol/messages/end-txn";
import { endTransactionV2 } from "../coordinator/transaction/end-transaction-v2.ts";
import { endTransaction } from "../coordinator/transaction/end-transaction.ts";
import { noIdentity, type ProducerIdentity } from "../coordinator/transaction/producer-identity.ts";
import type { Api, RequestContext } from "./api.ts";
import { askTransaction, fencedInVersion, type TransactionBroker } from "./transaction-broker.ts";

const PRODUCER_FENCED_SINCE_VERSION = 2;
const EPOCH_BUMP_SINCE_VERSION = 5;

/** Commits or aborts a transaction; answered once that is decided, before the markers are out. */
export function endTxnApi(broker: TransactionBroker): Api<EndTxnRequest, EndTxnResponseDraft> {
  return {
    key: 26,
    name: "EndTxn",
    minVersion: 0,
    maxVersion: 5,
    decode: decodeEndTxnRequest,
    handle: async (request, context) => answer(await end(broker, request, context), context),
    encode: encodeEndTxnResponse,
    failed: (_request, error) => ({ throttleTimeMs: 0, errorCode: codeOf(error) }),
  };
}

async function end(
  broker: TransactionBroker,
  { transactionalId, producerId, producerEpoch, committed }: EndTxnRequest,
  { apiVersion }: RequestContext,
): Promise<ProducerIdentity> {
  if (transactionalId === "") return noIdentity("INVALID_REQUEST");
  const bumpsEpoch = apiVersion >= EPOCH_BUMP_SINCE_VERSION;
  // Its epochs may be used up: then it goes on with another id.
  if (bumpsEpoch) await broker.producerIdAtHand();
  const outcome = committed ? "COMMIT" : "ABORT";
  const identity = await askTransaction<ProducerIdentity>(broker, transactionalId, {
    run: (machine, step, to) => {
      const call = { transactionalId, producerId, producerEpoch, outcome, to } as const;
      (bumpsEpoch ? endTransactionV2 : endTransaction)(machine, call, step);
    },
    failed: noIdentity,
  });
  return identity ?? noIdentity("UNKNOWN_SERVER_ERROR");
}

function answer(
  { error, producerId, producerEpoch }: ProducerIdentity,
  { apiVersion }: RequestContext,
): EndTxnResponseDraft {
  const told = fencedInVersion(error, apiVersion >= PRODUCER_FENCED_SINCE_VERSION);
  return { throttleTimeMs: 0, errorCode: codeOf(told), producerId, producerEpoch };
}
