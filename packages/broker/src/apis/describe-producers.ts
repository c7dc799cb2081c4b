// DescribeProducers, api key 61, version 0 (KIP-664).
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeDescribeProducersRequest,
  encodeDescribeProducersResponse,
  type DescribeProducersRequest,
  type DescribeProducersResponseDraft,
  type DescribeProducersResponsePartitionResponseDraft as PartitionAnswer,
} from "@naru/protocol/messages/describe-producers";
import type { Api } from "./api.ts";
import { findLeader, type RecordBroker } from "./record-broker.ts";

/** Which idempotent and transactional producers a partition knows, and what they did last. */
export function describeProducersApi(
  broker: RecordBroker,
): Api<DescribeProducersRequest, DescribeProducersResponseDraft> {
  return {
    key: 61,
    name: "DescribeProducers",
    minVersion: 0,
    maxVersion: 0,
    decode: decodeDescribeProducersRequest,
    handle: (request) => ({
      throttleTimeMs: 0,
      topics: request.topics.map(({ name, partitionIndexes }) => ({
        name,
        partitions: partitionIndexes.map((index) => describeOne(broker, name, index)),
      })),
    }),
    encode: encodeDescribeProducersResponse,
  };
}

function describeOne(broker: RecordBroker, topic: string, partitionIndex: number): PartitionAnswer {
  const found = findLeader(broker, { name: topic, topicId: "" }, partitionIndex);
  if (found.partition === undefined) return failed(partitionIndex, found.error);
  return {
    partitionIndex,
    errorCode: 0,
    errorMessage: null,
    activeProducers: found.partition.log.producers().map((producer) => ({
      producerId: producer.producerId,
      producerEpoch: producer.producerEpoch,
      lastSequence: producer.lastSequence,
      lastTimestamp: producer.lastTimestamp,
      coordinatorEpoch: producer.coordinatorEpoch,
      currentTxnStartOffset: producer.currentTxnStartOffset,
    })),
  };
}

function failed(partitionIndex: number, error: ErrorName): PartitionAnswer {
  return { partitionIndex, errorCode: codeOf(error), errorMessage: null, activeProducers: [] };
}
