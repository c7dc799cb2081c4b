// Produce, api key 0, versions 3-13 (advertised from 0: librdkafka otherwise switches compression
// off).
//   v3   transactionalId; only record batches v2
//   v5   logStartOffset in the response
//   v7   zstd
//   v8   recordErrors and errorMessage in the response
//   v9   flexible versions
//   v10  currentLeader and nodeEndpoints when a partition has moved
//   v12  implicit enrolment of partitions in a transaction (KIP-890)
//   v13  topic ids instead of names (KIP-516)
import { RecordBatch, batchFrameAt, codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeProduceRequest,
  encodeProduceResponse,
  type ProduceRequest,
  type ProduceRequestPartitionProduceData as PartitionData,
  type ProduceRequestTopicProduceData as TopicData,
  type ProduceResponseDraft,
  type ProduceResponsePartitionProduceResponseDraft as PartitionAnswer,
  type ProduceResponseTopicProduceResponseDraft as TopicAnswer,
} from "@naru/protocol/messages/produce";
import type { AppendResult } from "../log/log.ts";
import type { Partition } from "../partition/partition.ts";
import { enrolWrites, type Admission } from "./enrol-writes.ts";
import { endpointsOf } from "./node-endpoints.ts";
import { LaterAnswer } from "../network/later-answer.ts";
import type { Answer, Api, RequestContext } from "./api.ts";
import {
  enrolmentFailure,
  enrolmentKindOf,
  isInTransaction,
  transactionOf,
  type ProducedTransaction,
  type ProduceFailure,
} from "./produced-transaction.ts";
import {
  findLeader,
  isInternalTopic,
  topicImageOf,
  type AskedTopic,
  type RecordBroker,
} from "./record-broker.ts";

const ACKS_ALL = -1;
const IDS_SINCE_VERSION = 13;
const LEADER_SINCE_VERSION = 10;

/** Answered by Kafka as if there were no log. */
const withoutLogStart: ReadonlySet<ErrorName> = new Set<ErrorName>([
  "CORRUPT_MESSAGE",
  "INVALID_REQUIRED_ACKS",
  "INVALID_TOPIC_EXCEPTION",
  "KAFKA_STORAGE_ERROR",
  "MESSAGE_TOO_LARGE",
  "NOT_LEADER_OR_FOLLOWER",
  "RECORD_LIST_TOO_LARGE",
  "UNSUPPORTED_COMPRESSION_TYPE",
]);

/** Appends batches to the partitions that this broker leads. */
export function produceApi(broker: RecordBroker): Api<ProduceRequest, ProduceResponseDraft> {
  return {
    key: 0,
    name: "Produce",
    minVersion: 3,
    maxVersion: 13,
    advertisedMinVersion: 0,
    pipelined: true,
    decode: decodeProduceRequest,
    handle: (request, context) => new ProduceCall(broker, request, context).start(),
    encode: encodeProduceResponse,
    failed: (request, error, message) => failAll(request, error, message),
  };
}

/** One Produce request on its way: an answer per partition, and a count of those still open. */
class ProduceCall {
  readonly #broker: RecordBroker;
  readonly #request: ProduceRequest;
  readonly #context: RequestContext;
  readonly #responses: TopicAnswer[] = [];
  #open = 1;
  #hasError = false;
  #hasMoved = false;
  #later: LaterAnswer<ProduceResponseDraft> | undefined;

  constructor(broker: RecordBroker, request: ProduceRequest, context: RequestContext) {
    this.#broker = broker;
    this.#request = request;
    this.#context = context;
  }

  start(): Answer<ProduceResponseDraft> {
    const transaction = transactionOf(this.#request);
    if (transaction !== undefined) this.#startInTransaction(transaction);
    else {
      for (const topic of this.#request.topicData) {
        const answers = this.#answersOf(topic);
        for (const data of topic.partitionData) {
          const answer = emptyAnswer(data.index);
          answers.push(answer);
          this.#append(topic, data, answer);
        }
      }
    }
    this.#open -= 1;
    if (this.#open === 0) return this.#response();
    this.#later = new LaterAnswer();
    return this.#later;
  }

  #answersOf({ name, topicId }: TopicData): PartitionAnswer[] {
    const partitionResponses: PartitionAnswer[] = [];
    this.#responses.push({ name, topicId, partitionResponses });
    return partitionResponses;
  }

  /** What is of the transaction is enrolled first, unless it would be refused in any case. */
  #startInTransaction(transaction: ProducedTransaction | ProduceFailure): void {
    const writes: TransactionalWrite[] = [];
    for (const topic of this.#request.topicData) {
      const answers = this.#answersOf(topic);
      for (const data of topic.partitionData) {
        const answer = emptyAnswer(data.index);
        answers.push(answer);
        const write = { topic, data, answer };
        if ("error" in transaction) this.#fail(answer, transaction);
        else if (!this.#isToEnrol(write, writes)) this.#append(topic, data, answer);
      }
    }
    if (writes.length > 0 && !("error" in transaction)) this.#enrol(transaction, writes);
  }

  #isToEnrol(write: Write, writes: TransactionalWrite[]): boolean {
    const { topic, data } = write;
    const bytes = data.records;
    if (bytes === null || !isInTransaction(bytes)) return false;
    const { partition } = findLeader(this.#broker, this.#asked(topic), data.index);
    if (partition === undefined || this.#refusal(partition) !== undefined) return false;
    writes.push({ ...write, partition, bytes });
    return true;
  }

  #enrol(transaction: ProducedTransaction, writes: TransactionalWrite[]): void {
    const kind = enrolmentKindOf(this.#context.apiVersion);
    const transactionalId = this.#request.transactionalId ?? "";
    const toEnrol = writes.map(({ partition, bytes }) => {
      const { baseSequence } = RecordBatch.at(bytes);
      return { partition, baseSequence };
    });
    let isWaiting = true;
    this.#open += 1;
    const writer = { transactionalId, ...transaction, kind, retries: true };
    enrolWrites(this.#broker, writer, toEnrol, (admissions) => {
      isWaiting = false;
      for (const [index, { error, guard }] of admissions.entries()) {
        const { topic, data, answer, bytes } = writes[index]!;
        if (error === "NONE") this.#append(topic, data, answer, { bytes, guard });
        else this.#fail(answer, enrolmentFailure(error, kind));
      }
      this.#closeOne();
    });
    if (!isWaiting) return;
    // The frame is used again once this returns; and what comes behind may not overtake.
    for (const write of writes) write.bytes = new Uint8Array(write.bytes);
    this.#context.holdLaterRequests();
  }

  #append(
    topic: TopicData,
    data: PartitionData,
    answer: PartitionAnswer,
    admitted?: Admitted,
  ): void {
    const found = findLeader(this.#broker, this.#asked(topic), data.index);
    if (found.partition === undefined) {
      if (found.error === "NOT_LEADER_OR_FOLLOWER") this.#noteMove(answer, { topic, data });
      return this.#fail(answer, { error: found.error, message: null });
    }
    const { partition } = found;
    const bytes = admitted?.bytes ?? data.records;
    if (bytes === null) return this.#fail(answer, { error: "INVALID_RECORD", message: null });
    const refusal = this.#refusal(partition);
    if (refusal !== undefined) {
      this.#fail(answer, refusal);
      this.#tellLogStart(answer, refusal.error, partition.log.logStartOffset);
      return;
    }
    this.#open += 1;
    // Asked now: the frame that the bytes lie in is not ours any more when the answer comes.
    const isOne = isOneBatch(bytes);
    partition.append({
      bytes,
      requiredAcks: this.#request.acks,
      origin: "client",
      produceVersion: this.#context.apiVersion,
      verificationGuard: admitted?.guard,
      done: (error, result) => {
        this.#fill(answer, error, result);
        // What is not one batch is refused by Kafka before it asks the log.
        if (error !== "NONE" && isOne) {
          this.#tellLogStart(answer, error, result.logStartOffset);
        }
        if (error === "NOT_LEADER_OR_FOLLOWER") this.#noteMove(answer, { topic, data });
        this.#closeOne();
      },
    });
  }

  #refusal(partition: Partition): ProduceFailure | undefined {
    const { acks } = this.#request;
    if (acks !== ACKS_ALL && acks !== 0 && acks !== 1) {
      return { error: "INVALID_REQUIRED_ACKS", message: null };
    }
    if (isInternalTopic(partition.topic)) {
      const message = `Cannot append to internal topic ${partition.topic}`;
      return { error: "INVALID_TOPIC_EXCEPTION", message };
    }
    const error = acks === ACKS_ALL ? partition.checkInsync() : "NONE";
    return error === "NONE" ? undefined : { error, message: null };
  }

  /** Whether names or ids are meant is the version's to say: an empty name is a name, too. */
  #asked({ name, topicId }: TopicData): AskedTopic {
    return this.#context.apiVersion < IDS_SINCE_VERSION ? { name } : { topicId };
  }

  /** With most refusals Kafka says where the log begins. */
  #tellLogStart(answer: PartitionAnswer, error: ErrorName, logStartOffset: number): void {
    if (!withoutLogStart.has(error)) answer.logStartOffset = logStartOffset;
  }

  /** Tells who leads now, where that is known, so that the client need not ask for it. */
  #noteMove(
    answer: PartitionAnswer,
    { topic, data }: { topic: TopicData; data: PartitionData },
  ): void {
    if (this.#context.apiVersion < LEADER_SINCE_VERSION) return;
    const image = topicImageOf(this.#broker, this.#asked(topic));
    const partition = image?.partitions.get(data.index);
    if (partition === undefined) return;
    answer.currentLeader = { leaderId: partition.leader, leaderEpoch: partition.leaderEpoch };
    this.#hasMoved = true;
  }

  #fill(answer: PartitionAnswer, error: ErrorName, result: AppendResult): void {
    if (error !== "NONE") {
      this.#fail(answer, { error, message: result.message });
      answer.recordErrors = result.recordErrors.map((record) => ({
        batchIndex: record.batchIndex,
        batchIndexErrorMessage: record.message,
      }));
      return;
    }
    answer.baseOffset = result.firstOffset;
    answer.logAppendTimeMs = result.logAppendTimeMs;
    answer.logStartOffset = result.logStartOffset;
  }

  #fail(answer: PartitionAnswer, { error, message }: ProduceFailure): void {
    this.#hasError = true;
    answer.errorCode = codeOf(error);
    answer.errorMessage = message;
  }

  #closeOne(): void {
    this.#open -= 1;
    if (this.#open === 0) this.#later?.resolve(this.#response());
  }

  #response(): ProduceResponseDraft | undefined {
    if (this.#request.acks === 0) {
      // There is nobody to tell; a closed connection is how Kafka says that something was refused.
      if (this.#hasError) this.#context.closeConnection("a Produce with acks=0 was refused");
      return undefined;
    }
    return this.#hasMoved
      ? { responses: this.#responses, nodeEndpoints: endpointsOf(this.#broker.image()) }
      : { responses: this.#responses };
  }
}

interface Write {
  readonly topic: TopicData;
  readonly data: PartitionData;
  readonly answer: PartitionAnswer;
}

interface TransactionalWrite extends Write {
  readonly partition: Partition;
  /** The frame's, or a copy once the write must wait. */
  bytes: Uint8Array;
}

/** A transactional batch that its coordinator knows of. */
interface Admitted extends Pick<Admission, "guard"> {
  readonly bytes: Uint8Array;
}

/** Nothing or an end that is cut off may follow, but no second batch. */
function isOneBatch(records: Uint8Array): boolean {
  if (batchFrameAt(records, 0) !== "whole") return false;
  return batchFrameAt(records, RecordBatch.at(records).endPosition) === "truncated";
}

function emptyAnswer(index: number): PartitionAnswer {
  return {
    index,
    errorCode: 0,
    baseOffset: -1,
    logAppendTimeMs: -1,
    logStartOffset: -1,
    recordErrors: [],
    errorMessage: null,
    currentLeader: undefined,
  };
}

function failAll(
  request: ProduceRequest,
  error: ErrorName,
  message: string | null,
): ProduceResponseDraft {
  return {
    responses: request.topicData.map((topic) => ({
      name: topic.name,
      topicId: topic.topicId,
      partitionResponses: topic.partitionData.map((data) => ({
        ...emptyAnswer(data.index),
        errorCode: codeOf(error),
        errorMessage: message,
      })),
    })),
  };
}
