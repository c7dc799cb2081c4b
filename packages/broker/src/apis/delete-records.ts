// DeleteRecords, api key 21, versions 0-2.
//   v2  flexible versions
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeDeleteRecordsRequest,
  encodeDeleteRecordsResponse,
  type DeleteRecordsRequest,
  type DeleteRecordsRequestDeleteRecordsPartition as AskedPartition,
  type DeleteRecordsResponseDeleteRecordsPartitionResultDraft as PartitionAnswer,
  type DeleteRecordsResponseDraft,
} from "@naru/protocol/messages/delete-records";
import type { Api } from "./api.ts";
import { findLeader, isInternalTopic, type RecordBroker } from "./record-broker.ts";

const UP_TO_HIGH_WATERMARK = -1;

/** Moves the start of partitions forward: what lies before is gone for readers at once. */
export function deleteRecordsApi(
  broker: RecordBroker,
): Api<DeleteRecordsRequest, DeleteRecordsResponseDraft> {
  return {
    key: 21,
    name: "DeleteRecords",
    minVersion: 0,
    maxVersion: 2,
    decode: decodeDeleteRecordsRequest,
    handle: (request) => ({
      throttleTimeMs: 0,
      topics: request.topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map((asked) => deleteFrom(broker, name, asked)),
      })),
    }),
    encode: encodeDeleteRecordsResponse,
  };
}

function deleteFrom(broker: RecordBroker, topic: string, asked: AskedPartition): PartitionAnswer {
  if (isInternalTopic(topic)) return failed(asked, "INVALID_TOPIC_EXCEPTION");
  const found = findLeader(broker, { name: topic }, asked.partitionIndex);
  if (found.partition === undefined) return failed(asked, found.error);
  const { partition } = found;
  if (!partition.log.config.cleanupDelete) return failed(asked, "POLICY_VIOLATION");
  const offset = asked.offset === UP_TO_HIGH_WATERMARK ? partition.highWatermark : asked.offset;
  if (offset < 0 || offset > partition.highWatermark) return failed(asked, "OFFSET_OUT_OF_RANGE");
  partition.log.raiseLogStartOffset(offset);
  return {
    partitionIndex: asked.partitionIndex,
    lowWatermark: partition.log.logStartOffset,
    errorCode: 0,
  };
}

function failed(asked: AskedPartition, error: ErrorName): PartitionAnswer {
  return {
    partitionIndex: asked.partitionIndex,
    lowWatermark: -1,
    errorCode: codeOf(error),
  };
}
