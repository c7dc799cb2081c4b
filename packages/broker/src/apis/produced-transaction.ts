import { BATCH_HEADER_BYTES, RecordBatch, type ErrorName } from "@naru/protocol";
import type { ProduceRequest } from "@naru/protocol/messages/produce";
import type { EnrolmentKind } from "./enrol-writes.ts";

const MAGIC_AT = 16;
const CURRENT_MAGIC = 2;
const ADDS_SINCE_VERSION = 12;
const KNOWS_ABORTABLE_SINCE_VERSION = 11;

/** Whose transaction a request writes in. */
export interface ProducedTransaction {
  readonly producerId: number;
  readonly producerEpoch: number;
}

/** Why a request, or a partition of it, is refused before the log is asked. */
export interface ProduceFailure {
  readonly error: ErrorName;
  readonly message: string | null;
}

const NOT_ALLOWED: ProduceFailure = {
  error: "TRANSACTIONAL_ID_AUTHORIZATION_FAILED",
  message: null,
};

/** The transaction of a request; undefined for a plain one, and a failure for one that is wrong. */
export function transactionOf(
  request: ProduceRequest,
): ProducedTransaction | ProduceFailure | undefined {
  let found: ProducedTransaction | undefined;
  for (const { partitionData } of request.topicData) {
    for (const { records } of partitionData) {
      if (records === null || !isTransactional(records)) continue;
      // Kafka asks whether the client may use the id, and nobody may use none.
      if (request.transactionalId === null) return NOT_ALLOWED;
      if (!isInTransaction(records)) continue;
      const { producerId, producerEpoch } = RecordBatch.at(records);
      if (found === undefined) found = { producerId, producerEpoch };
      else if (found.producerId !== producerId || found.producerEpoch !== producerEpoch) {
        const message = "Transactional records contained more than one producer ID";
        return { error: "INVALID_PRODUCER_ID_MAPPING", message };
      }
    }
  }
  return found;
}

/** As for Kafka, what nobody has written is in nobody's transaction, whatever it says. */
export function isInTransaction(records: Uint8Array): boolean {
  return isTransactional(records) && RecordBatch.at(records).hasProducerId;
}

/** Older formats have other things at the places of the header. */
function isTransactional(records: Uint8Array): boolean {
  const hasHeader = records.length >= BATCH_HEADER_BYTES && records[MAGIC_AT] === CURRENT_MAGIC;
  return hasHeader && RecordBatch.at(records).isTransactional;
}

/** What a client of this version of Produce leaves to the broker. */
export function enrolmentKindOf(apiVersion: number): EnrolmentKind {
  if (apiVersion >= ADDS_SINCE_VERSION) return "add";
  return apiVersion >= KNOWS_ABORTABLE_SINCE_VERSION ? "verify-abortable" : "verify";
}

/** What a producer is told of an enrolment that failed. */
export function enrolmentFailure(error: ErrorName, kind: EnrolmentKind): ProduceFailure {
  switch (error) {
    case "INVALID_TXN_STATE":
      return { error, message: "Partition was not added to the transaction" };
    case "CONCURRENT_TRANSACTIONS":
      return kind === "add" ? { error, message: null } : sendAgain(error);
    case "NETWORK_EXCEPTION":
    case "COORDINATOR_LOAD_IN_PROGRESS":
    case "COORDINATOR_NOT_AVAILABLE":
    case "NOT_COORDINATOR":
      return sendAgain(error);
    default:
      return { error, message: null };
  }
}

/** Old producers do not know these on Produce; this one they all answer by sending it again. */
function sendAgain(underlying: ErrorName): ProduceFailure {
  const message =
    "Unable to verify the partition has been added to the transaction. " +
    `Underlying error: ${underlying}`;
  return { error: "NOT_ENOUGH_REPLICAS", message };
}
