// TxnOffsetCommit, api key 28, versions 0-5.
//   v2  committedLeaderEpoch; COORDINATOR_LOAD_IN_PROGRESS is told
//   v3  flexible versions; member, generation and groupInstanceId (KIP-447)
//   v4  TRANSACTION_ABORTABLE
//   v5  the broker adds the offsets to the transaction (KIP-890)
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeTxnOffsetCommitRequest,
  encodeTxnOffsetCommitResponse,
  type TxnOffsetCommitRequest,
  type TxnOffsetCommitRequestTxnOffsetCommitRequestTopic as TopicToCommit,
  type TxnOffsetCommitResponseDraft,
} from "@naru/protocol/messages/txn-offset-commit";
import type { BatchTransaction } from "../coordinator/runtime/coordinator-log.ts";
import {
  commitTransactionalOffsets,
  failedTxnOffsetCommit,
} from "../coordinator/group/offsets/commit-transactional-offsets.ts";
import { OFFSETS_TOPIC } from "../metadata/internal-topics.ts";
import { LaterAnswer } from "../network/later-answer.ts";
import type { Answer, Api, RequestContext } from "./api.ts";
import { enrolWrites, type EnrolmentKind } from "./enrol-writes.ts";
import type { GroupBroker } from "./group-broker.ts";
import { findLeader, type RecordBroker } from "./record-broker.ts";

const ADDS_SINCE_VERSION = 5;
const KNOWS_ABORTABLE_SINCE_VERSION = 4;
const KNOWS_LOADING_SINCE_VERSION = 2;
/** What a group coordinator writes has no sequence. */
const NO_SEQUENCE = -1;

/** What TxnOffsetCommit needs of the broker. */
export type TxnOffsetBroker = GroupBroker & RecordBroker;

/** Writes down how far a group has come, for when the transaction is committed. */
export function txnOffsetCommitApi(
  broker: TxnOffsetBroker,
): Api<TxnOffsetCommitRequest, TxnOffsetCommitResponseDraft> {
  return {
    key: 28,
    name: "TxnOffsetCommit",
    minVersion: 0,
    maxVersion: 5,
    decode: decodeTxnOffsetCommitRequest,
    handle: (request, context) => handleTxnOffsetCommit(broker, request, context),
    encode: encodeTxnOffsetCommitResponse,
    failed: failedTxnOffsetCommit,
  };
}

function handleTxnOffsetCommit(
  broker: TxnOffsetBroker,
  request: TxnOffsetCommitRequest,
  { apiVersion }: RequestContext,
): Answer<TxnOffsetCommitResponseDraft> {
  const known = { ...request, topics: knownTopics(broker, request.topics) };
  const answer = new LaterAnswer<TxnOffsetCommitResponseDraft>();
  const done = (response: TxnOffsetCommitResponseDraft): void =>
    answer.resolve(forAll(request, response, apiVersion));
  const failed = (error: ErrorName): void => done(failedTxnOffsetCommit(known, error));
  if (known.topics.length === 0) done({ throttleTimeMs: 0, topics: [] });
  else if (request.groupId === "") failed("INVALID_GROUP_ID");
  else {
    enrolOffsets(broker, { request, apiVersion }, (error, guard) => {
      if (error === "NONE") commit(broker, known, { guard, done });
      else failed(asCoordinator(error));
    });
  }
  return answer;
}

/** Makes the group's offsets, a partition like others, part of the transaction. */
function enrolOffsets(
  broker: TxnOffsetBroker,
  call: { readonly request: TxnOffsetCommitRequest; readonly apiVersion: number },
  done: (error: ErrorName, guard: number | undefined) => void,
): void {
  const { request, apiVersion } = call;
  const index = broker.groups.partitionFor(request.groupId) ?? -1;
  const found = findLeader(broker, { name: OFFSETS_TOPIC }, index);
  if (found.partition === undefined) return done(found.error, undefined);
  const { transactionalId, producerId, producerEpoch } = request;
  const kind = kindOf(apiVersion);
  const writer = { transactionalId, producerId, producerEpoch, kind, retries: false };
  const write = { partition: found.partition, baseSequence: NO_SEQUENCE };
  enrolWrites(broker, writer, [write], ([admission]) => done(admission!.error, admission!.guard));
}

function kindOf(apiVersion: number): EnrolmentKind {
  if (apiVersion >= ADDS_SINCE_VERSION) return "add";
  return apiVersion >= KNOWS_ABORTABLE_SINCE_VERSION ? "verify-abortable" : "verify";
}

function commit(
  broker: TxnOffsetBroker,
  request: TxnOffsetCommitRequest,
  how: { guard: number | undefined; done: (response: TxnOffsetCommitResponseDraft) => void },
): void {
  const { producerId, producerEpoch } = request;
  // As Kafka: where nothing is verified, what no producer commits counts at once.
  const transaction: BatchTransaction | undefined =
    producerId < 0 ? undefined : { producerId, producerEpoch, verificationGuard: how.guard };
  const failed = (error: ErrorName): TxnOffsetCommitResponseDraft =>
    failedTxnOffsetCommit(request, error);
  broker.groups.run<TxnOffsetCommitResponseDraft>(request.groupId, {
    run: (machine, step, to) => commitTransactionalOffsets(machine, { request, to }, step),
    transaction,
    failed,
    done: how.done,
  });
}

function knownTopics(broker: TxnOffsetBroker, asked: readonly TopicToCommit[]): TopicToCommit[] {
  const { topics } = broker.image();
  return asked.flatMap((topic) => {
    const image = topics.byName(topic.name);
    const partitions = topic.partitions.filter(
      ({ partitionIndex }) => image?.partitions.has(partitionIndex) === true,
    );
    return partitions.length === 0 ? [] : [{ ...topic, partitions }];
  });
}

/** All that was asked, in its order: what is not there was not asked of the group. */
function forAll(
  { topics }: TxnOffsetCommitRequest,
  response: TxnOffsetCommitResponseDraft,
  apiVersion: number,
): TxnOffsetCommitResponseDraft {
  const codes = new Map(
    response.topics.map(({ name, partitions }) => [
      name,
      new Map(partitions.map(({ partitionIndex, errorCode }) => [partitionIndex, errorCode])),
    ]),
  );
  const loading = codeOf("COORDINATOR_LOAD_IN_PROGRESS");
  const told = (errorCode: number): number =>
    apiVersion < KNOWS_LOADING_SINCE_VERSION && errorCode === loading
      ? codeOf("COORDINATOR_NOT_AVAILABLE")
      : errorCode;
  const unknown = codeOf("UNKNOWN_TOPIC_OR_PARTITION");
  return {
    throttleTimeMs: 0,
    topics: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => ({
        partitionIndex,
        errorCode: told(codes.get(name)?.get(partitionIndex) ?? unknown),
      })),
    })),
  };
}

/** A group's client knows its coordinator's errors, not those of a partition's leader. */
function asCoordinator(error: ErrorName): ErrorName {
  switch (error) {
    // Known to all, and sent again without a look for another coordinator.
    case "NETWORK_EXCEPTION":
      return "COORDINATOR_LOAD_IN_PROGRESS";
    case "UNKNOWN_TOPIC_OR_PARTITION":
    case "NOT_ENOUGH_REPLICAS":
    case "REQUEST_TIMED_OUT":
      return "COORDINATOR_NOT_AVAILABLE";
    case "NOT_LEADER_OR_FOLLOWER":
    case "KAFKA_STORAGE_ERROR":
      return "NOT_COORDINATOR";
    default:
      return error;
  }
}
