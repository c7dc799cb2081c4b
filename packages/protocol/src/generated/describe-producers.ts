// Generated from schema/api/describe-producers.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Lists the producers that a partition remembers. Api key 61, version 0. */
export interface DescribeProducersRequest {
  topics: DescribeProducersRequestTopicRequest[];
}

export interface DescribeProducersRequestTopicRequest {
  name: string;
  partitionIndexes: number[];
}

/** What `encodeDescribeProducersRequest` takes. */
export interface DescribeProducersRequestDraft {
  topics: readonly DescribeProducersRequestTopicRequestDraft[];
}

/** What `encodeDescribeProducersRequest` takes, in part. */
export interface DescribeProducersRequestTopicRequestDraft {
  name: string;
  partitionIndexes: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeProducersRequest(
  writer: Writer,
  draft: DescribeProducersRequestDraft,
  version: number,
): void {
  checkVersion("DescribeProducersRequest", version, 0, 0);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeDescribeProducersRequestTopicRequest(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeProducersRequest(
  reader: Reader,
  version: number,
): DescribeProducersRequest {
  reader.begin("DescribeProducersRequest", version, 0, 0);
  const topics: DescribeProducersRequestTopicRequest[] =
    decodeDescribeProducersRequestTopicRequestArray(
      reader,
      version,
      reader.count("topics", true, 3),
    );
  reader.skipTags();
  return { topics };
}

function encodeDescribeProducersRequestTopicRequest(
  writer: Writer,
  draft: DescribeProducersRequestTopicRequestDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  const partitionIndexes = draft.partitionIndexes;
  writer.count(partitionIndexes.length, true);
  for (const element of partitionIndexes) writer.int32(element);
  writer.uvarint(0);
}

function decodeDescribeProducersRequestTopicRequest(
  reader: Reader,
  _version: number,
): DescribeProducersRequestTopicRequest {
  const name = reader.string("TopicRequest.name", true);
  const partitionIndexes: number[] = readInt32Array(
    reader,
    "TopicRequest.partitionIndexes",
    reader.count("TopicRequest.partitionIndexes", true, 4),
  );
  reader.skipTags();
  return { name, partitionIndexes };
}

function decodeDescribeProducersRequestTopicRequestArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeProducersRequestTopicRequest[] {
  const elements: DescribeProducersRequestTopicRequest[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeProducersRequestTopicRequest(reader, version));
  return elements;
}

/** Api key 61, version 0. */
export interface DescribeProducersResponse {
  throttleTimeMs: number;
  topics: DescribeProducersResponseTopicResponse[];
}

export interface DescribeProducersResponseTopicResponse {
  name: string;
  partitions: DescribeProducersResponsePartitionResponse[];
}

export interface DescribeProducersResponsePartitionResponse {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
  activeProducers: DescribeProducersResponseProducerState[];
}

export interface DescribeProducersResponseProducerState {
  producerId: number;
  producerEpoch: number;
  lastSequence: number;
  lastTimestamp: number;
  coordinatorEpoch: number;
  currentTxnStartOffset: number;
}

/** What `encodeDescribeProducersResponse` takes. */
export interface DescribeProducersResponseDraft {
  throttleTimeMs: number;
  topics: readonly DescribeProducersResponseTopicResponseDraft[];
}

/** What `encodeDescribeProducersResponse` takes, in part. */
export interface DescribeProducersResponseTopicResponseDraft {
  name: string;
  partitions: readonly DescribeProducersResponsePartitionResponseDraft[];
}

/** What `encodeDescribeProducersResponse` takes, in part. */
export interface DescribeProducersResponsePartitionResponseDraft {
  partitionIndex: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  activeProducers: readonly DescribeProducersResponseProducerStateDraft[];
}

/** What `encodeDescribeProducersResponse` takes, in part. */
export interface DescribeProducersResponseProducerStateDraft {
  producerId: number;
  producerEpoch: number;
  lastSequence?: number | undefined;
  lastTimestamp?: number | undefined;
  coordinatorEpoch: number;
  currentTxnStartOffset?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeProducersResponse(
  writer: Writer,
  draft: DescribeProducersResponseDraft,
  version: number,
): void {
  checkVersion("DescribeProducersResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeDescribeProducersResponseTopicResponse(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeProducersResponse(
  reader: Reader,
  version: number,
): DescribeProducersResponse {
  reader.begin("DescribeProducersResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const topics: DescribeProducersResponseTopicResponse[] =
    decodeDescribeProducersResponseTopicResponseArray(
      reader,
      version,
      reader.count("topics", true, 3),
    );
  reader.skipTags();
  return { throttleTimeMs, topics };
}

function encodeDescribeProducersResponseTopicResponse(
  writer: Writer,
  draft: DescribeProducersResponseTopicResponseDraft,
  version: number,
): void {
  writer.string(draft.name, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeDescribeProducersResponsePartitionResponse(writer, element, version);
  writer.uvarint(0);
}

function decodeDescribeProducersResponseTopicResponse(
  reader: Reader,
  version: number,
): DescribeProducersResponseTopicResponse {
  const name = reader.string("TopicResponse.name", true);
  const partitions: DescribeProducersResponsePartitionResponse[] =
    decodeDescribeProducersResponsePartitionResponseArray(
      reader,
      version,
      reader.count("TopicResponse.partitions", true, 9),
    );
  reader.skipTags();
  return { name, partitions };
}

function encodeDescribeProducersResponsePartitionResponse(
  writer: Writer,
  draft: DescribeProducersResponsePartitionResponseDraft,
  version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  const activeProducers = draft.activeProducers;
  writer.count(activeProducers.length, true);
  for (const element of activeProducers)
    encodeDescribeProducersResponseProducerState(writer, element, version);
  writer.uvarint(0);
}

function decodeDescribeProducersResponsePartitionResponse(
  reader: Reader,
  version: number,
): DescribeProducersResponsePartitionResponse {
  const partitionIndex = reader.int32("PartitionResponse.partitionIndex");
  const errorCode = reader.int16("PartitionResponse.errorCode");
  const errorMessage = reader.nullableString("PartitionResponse.errorMessage", true);
  const activeProducers: DescribeProducersResponseProducerState[] =
    decodeDescribeProducersResponseProducerStateArray(
      reader,
      version,
      reader.count("PartitionResponse.activeProducers", true, 37),
    );
  reader.skipTags();
  return { partitionIndex, errorCode, errorMessage, activeProducers };
}

function encodeDescribeProducersResponseProducerState(
  writer: Writer,
  draft: DescribeProducersResponseProducerStateDraft,
  _version: number,
): void {
  writer.int64(draft.producerId);
  writer.int32(draft.producerEpoch);
  writer.int32(draft.lastSequence ?? -1);
  writer.int64(draft.lastTimestamp ?? -1);
  writer.int32(draft.coordinatorEpoch);
  writer.int64(draft.currentTxnStartOffset ?? -1);
  writer.uvarint(0);
}

function decodeDescribeProducersResponseProducerState(
  reader: Reader,
  _version: number,
): DescribeProducersResponseProducerState {
  const producerId = reader.int64("ProducerState.producerId");
  const producerEpoch = reader.int32("ProducerState.producerEpoch");
  const lastSequence = reader.int32("ProducerState.lastSequence");
  const lastTimestamp = reader.int64("ProducerState.lastTimestamp");
  const coordinatorEpoch = reader.int32("ProducerState.coordinatorEpoch");
  const currentTxnStartOffset = reader.int64("ProducerState.currentTxnStartOffset");
  reader.skipTags();
  return {
    producerId,
    producerEpoch,
    lastSequence,
    lastTimestamp,
    coordinatorEpoch,
    currentTxnStartOffset,
  };
}

function decodeDescribeProducersResponseTopicResponseArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeProducersResponseTopicResponse[] {
  const elements: DescribeProducersResponseTopicResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeProducersResponseTopicResponse(reader, version));
  return elements;
}

function decodeDescribeProducersResponsePartitionResponseArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeProducersResponsePartitionResponse[] {
  const elements: DescribeProducersResponsePartitionResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeProducersResponsePartitionResponse(reader, version));
  return elements;
}

function decodeDescribeProducersResponseProducerStateArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeProducersResponseProducerState[] {
  const elements: DescribeProducersResponseProducerState[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeProducersResponseProducerState(reader, version));
  return elements;
}
