// ListOffsets, api key 2, versions 1-11.
//   v2   isolation level
//   v4   leader epochs, asked and answered
//   v6   flexible versions
//   v7   offset of the largest timestamp (-3, KIP-734)
//   v8   earliest local offset (-4, KIP-405)
//   v9   latest tiered offset (-5, KIP-1005); nothing is tiered here, so it is -1
//   v10  time-out of remote look-ups, which do not happen here
//   v11  earliest offset pending upload (-6, KIP-1023); -1 here
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeListOffsetsRequest,
  encodeListOffsetsResponse,
  type ListOffsetsRequest,
  type ListOffsetsRequestListOffsetsPartition as AskedPartition,
  type ListOffsetsResponseDraft,
  type ListOffsetsResponseListOffsetsPartitionResponseDraft as PartitionAnswer,
} from "@naru/protocol/messages/list-offsets";
import type { Partition } from "../partition/partition.ts";
import type { Api, RequestContext } from "./api.ts";
import { checkLeaderEpoch, findLeader, type RecordBroker } from "./record-broker.ts";

const LATEST = -1;
const EARLIEST = -2;
const MAX_TIMESTAMP = -3;
const EARLIEST_LOCAL = -4;
const LATEST_TIERED = -5;
const EARLIEST_PENDING_UPLOAD = -6;
/** The version that brought each special timestamp. */
const SINCE: ReadonlyMap<number, number> = new Map([
  [MAX_TIMESTAMP, 7],
  [EARLIEST_LOCAL, 8],
  [LATEST_TIERED, 9],
  [EARLIEST_PENDING_UPLOAD, 11],
]);
const LEADER_EPOCH_SINCE_VERSION = 4;
const DEBUGGING_REPLICA_ID = -2;

/** Finds offsets: the ends of a partition, or the first record at or after a time. */
export function listOffsetsApi(
  broker: RecordBroker,
): Api<ListOffsetsRequest, ListOffsetsResponseDraft> {
  return {
    key: 2,
    name: "ListOffsets",
    minVersion: 1,
    maxVersion: 11,
    decode: decodeListOffsetsRequest,
    handle: (request, context) => answerAll(broker, request, context),
    encode: encodeListOffsetsResponse,
  };
}

async function answerAll(
  broker: RecordBroker,
  request: ListOffsetsRequest,
  context: RequestContext,
): Promise<ListOffsetsResponseDraft> {
  const duplicates = duplicatePartitions(request);
  const topics = [];
  for (const { name, partitions } of request.topics) {
    const answers: PartitionAnswer[] = [];
    for (const asked of partitions) {
      const isDuplicate = duplicates.has(`${name}/${asked.partitionIndex}`);
      answers.push(
        isDuplicate
          ? failed(asked, "INVALID_REQUEST")
          : await answerOne(broker, { request, name, asked, version: context.apiVersion }),
      );
    }
    topics.push({ name, partitions: answers });
  }
  return { throttleTimeMs: 0, topics };
}

interface Question {
  readonly request: ListOffsetsRequest;
  readonly name: string;
  readonly asked: AskedPartition;
  readonly version: number;
}

async function answerOne(broker: RecordBroker, question: Question): Promise<PartitionAnswer> {
  const { request, name, asked, version } = question;
  const isKnown = asked.timestamp >= EARLIEST_PENDING_UPLOAD;
  if (!isKnown || version < (SINCE.get(asked.timestamp) ?? 0)) {
    return failed(asked, "UNSUPPORTED_VERSION");
  }
  const found = findLeader(broker, { name, topicId: "" }, asked.partitionIndex);
  if (found.partition === undefined) return failed(asked, found.error);
  const { partition } = found;
  const epochError = checkLeaderEpoch(partition, asked.currentLeaderEpoch);
  if (epochError !== "NONE") return failed(asked, epochError);
  if (request.replicaId >= 0) return failed(asked, "UNKNOWN_LEADER_EPOCH");
  const end =
    request.replicaId === DEBUGGING_REPLICA_ID
      ? partition.log.logEndOffset
      : partition.endFor(request.isolationLevel === 1 ? "read_committed" : "read_uncommitted");
  try {
    const { timestamp, offset, leaderEpoch } = await findOffset(partition, asked.timestamp, end);
    const answer = { partitionIndex: asked.partitionIndex, errorCode: 0, timestamp, offset };
    return version >= LEADER_EPOCH_SINCE_VERSION ? { ...answer, leaderEpoch } : answer;
  } catch (error) {
    // One batch that cannot be opened must not cost the client the other partitions' answers.
    broker.logger.warn(`ListOffsets of ${name}-${asked.partitionIndex} failed: ${String(error)}`);
    return failed(asked, partition.errorOf(error));
  }
}

interface FoundOffset {
  readonly timestamp: number;
  readonly offset: number;
  readonly leaderEpoch: number;
}

const NOTHING: FoundOffset = { timestamp: -1, offset: -1, leaderEpoch: -1 };

async function findOffset(
  partition: Partition,
  timestamp: number,
  end: number,
): Promise<FoundOffset> {
  const { log } = partition;
  switch (timestamp) {
    case LATEST:
      return { timestamp: -1, offset: end, leaderEpoch: partition.leaderEpoch };
    case EARLIEST:
    case EARLIEST_LOCAL:
      return {
        timestamp: -1,
        offset: log.logStartOffset,
        leaderEpoch: log.epochAt(log.logStartOffset),
      };
    case LATEST_TIERED:
    case EARLIEST_PENDING_UPLOAD:
      return NOTHING;
    default: {
      const found = await partition.lookUp((readable) =>
        timestamp === MAX_TIMESTAMP
          ? readable.maxTimestampOffset()
          : readable.offsetForTimestamp(timestamp),
      );
      // What lies at or past the reader's end does not exist for it yet.
      return found === undefined || found.offset >= end ? NOTHING : found;
    }
  }
}

function failed(asked: AskedPartition, error: ErrorName): PartitionAnswer {
  return { partitionIndex: asked.partitionIndex, errorCode: codeOf(error), ...NOTHING };
}

function duplicatePartitions(request: ListOffsetsRequest): Set<string> {
  const seen = new Set<string>();
  const duplicates = new Set<string>();
  for (const { name, partitions } of request.topics) {
    for (const { partitionIndex } of partitions) {
      const key = `${name}/${partitionIndex}`;
      if (seen.has(key)) duplicates.add(key);
      seen.add(key);
    }
  }
  return duplicates;
}
