// OffsetForLeaderEpoch, api key 23, versions 2-4.
//   v3  replica id
//   v4  flexible versions
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeOffsetForLeaderEpochRequest,
  encodeOffsetForLeaderEpochResponse,
  type OffsetForLeaderEpochRequest,
  type OffsetForLeaderEpochRequestOffsetForLeaderPartition as AskedPartition,
  type OffsetForLeaderEpochResponseDraft,
  type OffsetForLeaderEpochResponseEpochEndOffsetDraft as PartitionAnswer,
} from "@naru/protocol/messages/offset-for-leader-epoch";
import type { Api } from "./api.ts";
import { checkLeaderEpoch, findLeader, type RecordBroker } from "./record-broker.ts";

/** Where a leader epoch ended: how a reader finds out that its log went another way. */
export function offsetForLeaderEpochApi(
  broker: RecordBroker,
): Api<OffsetForLeaderEpochRequest, OffsetForLeaderEpochResponseDraft> {
  return {
    key: 23,
    name: "OffsetForLeaderEpoch",
    minVersion: 2,
    maxVersion: 4,
    decode: decodeOffsetForLeaderEpochRequest,
    handle: (request) => ({
      throttleTimeMs: 0,
      topics: request.topics.map(({ topic, partitions }) => ({
        topic,
        partitions: partitions.map((asked) => answerOne(broker, topic, asked)),
      })),
    }),
    encode: encodeOffsetForLeaderEpochResponse,
  };
}

function answerOne(broker: RecordBroker, topic: string, asked: AskedPartition): PartitionAnswer {
  const found = findLeader(broker, { name: topic }, asked.partition);
  if (found.partition === undefined) return failed(asked, found.error);
  const { partition } = found;
  const error = checkLeaderEpoch(partition, asked.currentLeaderEpoch);
  if (error !== "NONE") return failed(asked, error);
  const end = partition.log.endOffsetForEpoch(asked.leaderEpoch);
  return {
    errorCode: 0,
    partition: asked.partition,
    leaderEpoch: end.epoch,
    endOffset: end.endOffset,
  };
}

function failed(asked: AskedPartition, error: ErrorName): PartitionAnswer {
  return { errorCode: codeOf(error), partition: asked.partition, leaderEpoch: -1, endOffset: -1 };
}
