// AddOffsetsToTxn, api key 25, versions 0-4.
//   v2  PRODUCER_FENCED
//   v3  flexible versions
//   v4  TRANSACTION_ABORTABLE
import { codeOf, coordinatorPartition, type ErrorName } from "@naru/protocol";
import {
  decodeAddOffsetsToTxnRequest,
  encodeAddOffsetsToTxnResponse,
  type AddOffsetsToTxnRequest,
  type AddOffsetsToTxnResponseDraft,
} from "@naru/protocol/messages/add-offsets-to-txn";
import { addPartitions } from "../coordinator/transaction/add-partitions.ts";
import { OFFSETS_TOPIC } from "../metadata/internal-topics.ts";
import type { LaterAnswer } from "../network/later-answer.ts";
import type { Api } from "./api.ts";
import { askTransaction, fencedInVersion, type TransactionBroker } from "./transaction-broker.ts";

const PRODUCER_FENCED_SINCE_VERSION = 2;

/** Makes the partition that keeps a group's offsets part of a transaction. */
export function addOffsetsToTxnApi(
  broker: TransactionBroker,
): Api<AddOffsetsToTxnRequest, AddOffsetsToTxnResponseDraft> {
  return {
    key: 25,
    name: "AddOffsetsToTxn",
    minVersion: 0,
    maxVersion: 4,
    decode: decodeAddOffsetsToTxnRequest,
    handle: (request, { apiVersion }) => handleAddOffsetsToTxn(broker, request, apiVersion),
    encode: encodeAddOffsetsToTxnResponse,
    failed: (_request, error) => answer(error),
  };
}

function handleAddOffsetsToTxn(
  broker: TransactionBroker,
  { transactionalId, producerId, producerEpoch, groupId }: AddOffsetsToTxnRequest,
  apiVersion: number,
): AddOffsetsToTxnResponseDraft | LaterAnswer<AddOffsetsToTxnResponseDraft> {
  if (transactionalId === "") return answer("INVALID_REQUEST");
  // The topic may not be there yet: it is made when the client looks for the group's coordinator.
  const partition =
    broker.groups.partitionFor(groupId) ??
    coordinatorPartition(groupId, broker.config().offsetsTopicNumPartitions);
  const call = {
    transactionalId,
    producerId,
    producerEpoch,
    partitions: [{ topic: OFFSETS_TOPIC, partition }],
    clientTransactionVersion: 0,
  };
  return askTransaction<AddOffsetsToTxnResponseDraft>(broker, transactionalId, {
    run: (machine, step, to) => {
      const error = addPartitions(machine, call, step);
      step.reply(to, answer(fencedInVersion(error, apiVersion >= PRODUCER_FENCED_SINCE_VERSION)));
    },
    failed: answer,
  });
}

function answer(error: ErrorName): AddOffsetsToTxnResponseDraft {
  return { throttleTimeMs: 0, errorCode: codeOf(error) };
}
