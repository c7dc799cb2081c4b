// DescribeProducers, api key 61, version 0 (KIP-664).
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeDescribeProducersRequest,
  encodeDescribeProducersResponse,
  type DescribeProducersRequest,
  type DescribeProducersResponseDraft,
  type DescribeProducersResponsePartitionResponseDraft as PartitionAnswer,
} from "@naru/protocol/messages/describe-producers";
import { invalidTopicName } from "../controller/topic-names.ts";
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
        partitions: describeTopic(broker, name, partitionIndexes),
      })),
    }),
    encode: encodeDescribeProducersResponse,
  };
}

/** Kafka has a text for what is wrong with a topic, and none for a partition of a known one. */
function describeTopic(
  broker: RecordBroker,
  topic: string,
  partitionIndexes: readonly number[],
): PartitionAnswer[] {
  const invalid = invalidTopicName(topic);
  if (invalid !== undefined) {
    const failure = { error: "INVALID_TOPIC_EXCEPTION", message: invalid } as const;
    return partitionIndexes.map((index) => failed(index, failure));
  }
  if (broker.image().topics.byName(topic) === undefined) {
    const message = "This server does not host this topic-partition.";
    const failure = { error: "UNKNOWN_TOPIC_OR_PARTITION", message } as const;
    return partitionIndexes.map((index) => failed(index, failure));
  }
  return partitionIndexes.map((index) => describeOne(broker, topic, index));
}

function describeOne(broker: RecordBroker, topic: string, partitionIndex: number): PartitionAnswer {
  const found = findLeader(broker, { name: topic }, partitionIndex);
  if (found.partition === undefined) {
    return failed(partitionIndex, { error: found.error, message: null });
  }
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

function failed(
  partitionIndex: number,
  { error, message }: { readonly error: ErrorName; readonly message: string | null },
): PartitionAnswer {
  return { partitionIndex, errorCode: codeOf(error), errorMessage: message, activeProducers: [] };
}
