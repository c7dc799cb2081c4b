// AddPartitionsToTxn, api key 24, versions 0-5.
//   v2  PRODUCER_FENCED
//   v3  flexible versions
//   v4  between brokers: several transactions, or only whether they have the partitions (KIP-890)
//   v5  TRANSACTION_ABORTABLE
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeAddPartitionsToTxnRequest,
  encodeAddPartitionsToTxnResponse,
  type AddPartitionsToTxnRequest,
  type AddPartitionsToTxnRequestAddPartitionsToTxnTopic as Topic,
  type AddPartitionsToTxnResponseAddPartitionsToTxnTopicResultDraft as TopicResult,
  type AddPartitionsToTxnResponseDraft,
} from "@naru/protocol/messages/add-partitions-to-txn";
import {
  addPartitions,
  verifyPartitions,
  type AddPartitions,
} from "../coordinator/transaction/add-partitions.ts";
import type { TopicPartition } from "../coordinator/transaction/topic-partition.ts";
import { isInternalTopic } from "../metadata/internal-topics.ts";
import type { Api } from "./api.ts";
import { askTransaction, fencedInVersion, type TransactionBroker } from "./transaction-broker.ts";

const PRODUCER_FENCED_SINCE_VERSION = 2;
const BETWEEN_BROKERS_SINCE_VERSION = 4;
const VERSION_OF_BROKERS = 2;
const UNSUPPORTED_VERSION = codeOf("UNSUPPORTED_VERSION");

/** Makes partitions part of a transaction: all that are named, or none. */
export function addPartitionsToTxnApi(
  broker: TransactionBroker,
): Api<AddPartitionsToTxnRequest, AddPartitionsToTxnResponseDraft> {
  return {
    key: 24,
    name: "AddPartitionsToTxn",
    minVersion: 0,
    maxVersion: 5,
    decode: decodeAddPartitionsToTxnRequest,
    handle: (request, { apiVersion }) =>
      apiVersion >= BETWEEN_BROKERS_SINCE_VERSION
        ? handleBrokers(broker, request)
        : handleClient(broker, request, apiVersion),
    encode: encodeAddPartitionsToTxnResponse,
    failed: (request, error) => ({
      throttleTimeMs: 0,
      errorCode: codeOf(error),
      resultsByTransaction: [],
      resultsByTopicV3AndBelow: resultsOf(request.v3AndBelowTopics, () => error),
    }),
  };
}

function isUnwritable({ resultsByPartition }: TopicResult): boolean {
  return resultsByPartition.some((each) => each.partitionErrorCode === UNSUPPORTED_VERSION);
}

interface Asked extends Omit<AddPartitions, "partitions"> {
  readonly topics: readonly Topic[];
  readonly verifyOnly: boolean;
  readonly isClients: boolean;
}

async function handleBrokers(
  broker: TransactionBroker,
  { transactions }: AddPartitionsToTxnRequest,
): Promise<AddPartitionsToTxnResponseDraft> {
  const results = transactions.map(async (transaction) => {
    const asked = {
      ...transaction,
      isClients: false,
      clientTransactionVersion: VERSION_OF_BROKERS,
    };
    const topicResults = await ask(broker, asked);
    return { transactionalId: transaction.transactionalId, topicResults };
  });
  const resultsByTransaction = await Promise.all(results);
  // What Kafka cannot write down, for one transaction, fails the request.
  const isFailed = resultsByTransaction.some(({ topicResults }) => topicResults.some(isUnwritable));
  return isFailed
    ? { throttleTimeMs: 0, errorCode: UNSUPPORTED_VERSION }
    : { throttleTimeMs: 0, errorCode: 0, resultsByTransaction };
}

async function handleClient(
  broker: TransactionBroker,
  request: AddPartitionsToTxnRequest,
  apiVersion: number,
): Promise<AddPartitionsToTxnResponseDraft> {
  const asked = {
    transactionalId: request.v3AndBelowTransactionalId,
    producerId: request.v3AndBelowProducerId,
    producerEpoch: request.v3AndBelowProducerEpoch,
    topics: request.v3AndBelowTopics,
    verifyOnly: false,
    isClients: true,
    clientTransactionVersion: 0,
  };
  const hasFenced = apiVersion >= PRODUCER_FENCED_SINCE_VERSION;
  const results = await ask(broker, asked, (error) => fencedInVersion(error, hasFenced));
  return { throttleTimeMs: 0, resultsByTopicV3AndBelow: results };
}

async function ask(
  broker: TransactionBroker,
  asked: Asked,
  told: (error: ErrorName) => ErrorName = (error) => error,
): Promise<TopicResult[]> {
  const { transactionalId, verifyOnly } = asked;
  const topics = verifyOnly ? withoutRepetition(asked.topics) : asked.topics;
  const partitions = partitionsIn(topics);
  const refusals = partitions.map((partition) => refusalOf(broker, asked, partition));
  if (refusals.some((refusal) => refusal !== undefined)) {
    return resultsOf(topics, (_partition, index) => refusals[index] ?? "OPERATION_NOT_ATTEMPTED");
  }
  if (transactionalId === "") return resultsOf(topics, () => "INVALID_REQUEST");
  const call = { ...asked, partitions };
  const all = (error: ErrorName): readonly ErrorName[] => partitions.map(() => told(error));
  const errors = await askTransaction<readonly ErrorName[]>(broker, transactionalId, {
    run: (machine, step, to) => {
      const found = verifyOnly
        ? verifyPartitions(machine, call)
        : all(addPartitions(machine, call, step));
      step.reply(to, found);
    },
    failed: all,
  });
  return resultsOf(topics, (_partition, index) => errors?.[index] ?? "UNKNOWN_SERVER_ERROR");
}

/** Where it is only looked, Kafka has one answer for a partition, however often it is named. */
function withoutRepetition(topics: readonly Topic[]): Topic[] {
  return topics
    .filter(({ partitions }) => partitions.length > 0)
    .map(({ name, partitions }) => ({ name, partitions: [...new Set(partitions)] }));
}

function partitionsIn(topics: readonly Topic[]): TopicPartition[] {
  return topics.flatMap(({ name, partitions }) =>
    partitions.map((partition) => ({ topic: name, partition })),
  );
}

function refusalOf(
  broker: TransactionBroker,
  { isClients }: Pick<Asked, "isClients">,
  { topic, partition }: TopicPartition,
): ErrorName | undefined {
  // Coordinators write there; a client adds a group's offsets with AddOffsetsToTxn.
  if (isClients && isInternalTopic(topic)) return "TOPIC_AUTHORIZATION_FAILED";
  const exists = broker.image().topics.byName(topic)?.partitions.has(partition) === true;
  return exists ? undefined : "UNKNOWN_TOPIC_OR_PARTITION";
}

/** In the order of the request; `index` counts over all topics. */
function resultsOf(
  topics: readonly Topic[],
  errorOf: (partition: TopicPartition, index: number) => ErrorName,
): TopicResult[] {
  let index = -1;
  return topics.map(({ name, partitions }) => ({
    name,
    resultsByPartition: partitions.map((partition) => {
      index += 1;
      const error = errorOf({ topic: name, partition }, index);
      return { partitionIndex: partition, partitionErrorCode: codeOf(error) };
    }),
  }));
}
