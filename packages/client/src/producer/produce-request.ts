import { apis, errorByCode, ProtocolError } from "@naru/protocol";
import {
  decodeProduceResponse,
  encodeProduceRequest,
  type ProduceRequestDraft,
  type ProduceResponse,
  type ProduceResponsePartitionProduceResponse as PartitionAnswer,
} from "@naru/protocol/messages/produce";
import { apiCall } from "../network/api-call.ts";
import type { ProducerBatch } from "./producer-batch.ts";
import type { ProducerMetadata } from "./producer-metadata.ts";
import type { ProducerSettings } from "./producer-options.ts";

export const produceCall = apiCall(apis.Produce, encodeProduceRequest, decodeProduceResponse);

/** One request with batches of many partitions, each at most once. */
export function produceRequest(
  batches: readonly ProducerBatch[],
  metadata: ProducerMetadata,
  { acks, requestTimeoutMs }: ProducerSettings,
): ProduceRequestDraft {
  const topics = new Map<string, { index: number; records: Uint8Array }[]>();
  for (const { topic, partition, bytes } of batches) {
    const partitions = topics.get(topic) ?? [];
    topics.set(topic, partitions);
    partitions.push({ index: partition, records: bytes });
  }
  return {
    acks: acks === "all" ? -1 : acks,
    timeoutMs: requestTimeoutMs,
    topicData: [...topics].map(([name, partitionData]) => ({
      name,
      // Version 13 names a topic by its id.
      topicId: metadata.topic(name)?.view.topicId,
      partitionData,
    })),
  };
}

/** The broker's answer to one batch; undefined when it has none. */
export function answerFor(
  { topic, partition }: ProducerBatch,
  response: ProduceResponse,
  metadata: ProducerMetadata,
): PartitionAnswer | undefined {
  const topicId = metadata.topic(topic)?.view.topicId;
  return response.responses
    .find((answer) => (answer.name === "" ? answer.topicId === topicId : answer.name === topic))
    ?.partitionResponses.find(({ index }) => index === partition);
}

/** What the broker said against a batch, in its own words where it gave some. */
export function answerError(
  { topic, partition }: ProducerBatch,
  answer: PartitionAnswer,
): ProtocolError {
  const error = errorByCode(answer.errorCode);
  const said = answer.errorMessage ?? `the broker answered Produce with ${error}.`;
  return new ProtocolError(error, `${topic}-${partition}: ${said}`);
}

/** The error of one record, where the broker named the records at fault. */
export function recordErrorOf(
  batch: ProducerBatch,
  answer: PartitionAnswer,
): (index: number) => Error | undefined {
  const said = new Map(
    answer.recordErrors.map((record) => [record.batchIndex, record.batchIndexErrorMessage]),
  );
  if (said.size === 0) return () => undefined;
  return (index) => {
    const where = `${batch.topic}-${batch.partition}`;
    const message = said.has(index)
      ? `${where}: ${said.get(index) ?? "the broker found this record at fault."}`
      : `${where}: not written, because another record of its batch was at fault.`;
    return new ProtocolError(errorByCode(answer.errorCode), message);
  };
}
