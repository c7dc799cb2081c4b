// Generated from schema/api/describe-transactions.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array, readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks for the state of transactional ids. Api key 65, version 0. */
export interface DescribeTransactionsRequest {
  transactionalIds: string[];
}

/** What `encodeDescribeTransactionsRequest` takes. */
export interface DescribeTransactionsRequestDraft {
  transactionalIds: readonly string[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeTransactionsRequest(
  writer: Writer,
  draft: DescribeTransactionsRequestDraft,
  version: number,
): void {
  checkVersion("DescribeTransactionsRequest", version, 0, 0);
  const transactionalIds = draft.transactionalIds;
  writer.count(transactionalIds.length, true);
  for (const element of transactionalIds) writer.string(element, true);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeTransactionsRequest(
  reader: Reader,
  version: number,
): DescribeTransactionsRequest {
  reader.begin("DescribeTransactionsRequest", version, 0, 0);
  const transactionalIds: string[] = readStringArray(
    reader,
    "transactionalIds",
    reader.count("transactionalIds", true, 1),
    true,
  );
  reader.skipTags();
  return { transactionalIds };
}

/** Api key 65, version 0. */
export interface DescribeTransactionsResponse {
  throttleTimeMs: number;
  transactionStates: DescribeTransactionsResponseTransactionState[];
}

export interface DescribeTransactionsResponseTransactionState {
  errorCode: number;
  transactionalId: string;
  transactionState: string;
  transactionTimeoutMs: number;
  transactionStartTimeMs: number;
  producerId: number;
  producerEpoch: number;
  topics: DescribeTransactionsResponseTopicData[];
}

export interface DescribeTransactionsResponseTopicData {
  topic: string;
  partitions: number[];
}

/** What `encodeDescribeTransactionsResponse` takes. */
export interface DescribeTransactionsResponseDraft {
  throttleTimeMs: number;
  transactionStates: readonly DescribeTransactionsResponseTransactionStateDraft[];
}

/** What `encodeDescribeTransactionsResponse` takes, in part. */
export interface DescribeTransactionsResponseTransactionStateDraft {
  errorCode: number;
  transactionalId: string;
  transactionState: string;
  transactionTimeoutMs: number;
  transactionStartTimeMs: number;
  producerId: number;
  producerEpoch: number;
  topics: readonly DescribeTransactionsResponseTopicDataDraft[];
}

/** What `encodeDescribeTransactionsResponse` takes, in part. */
export interface DescribeTransactionsResponseTopicDataDraft {
  topic: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeTransactionsResponse(
  writer: Writer,
  draft: DescribeTransactionsResponseDraft,
  version: number,
): void {
  checkVersion("DescribeTransactionsResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  const transactionStates = draft.transactionStates;
  writer.count(transactionStates.length, true);
  for (const element of transactionStates)
    encodeDescribeTransactionsResponseTransactionState(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeTransactionsResponse(
  reader: Reader,
  version: number,
): DescribeTransactionsResponse {
  reader.begin("DescribeTransactionsResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const transactionStates: DescribeTransactionsResponseTransactionState[] =
    decodeDescribeTransactionsResponseTransactionStateArray(
      reader,
      version,
      reader.count("transactionStates", true, 28),
    );
  reader.skipTags();
  return { throttleTimeMs, transactionStates };
}

function encodeDescribeTransactionsResponseTransactionState(
  writer: Writer,
  draft: DescribeTransactionsResponseTransactionStateDraft,
  version: number,
): void {
  writer.int16(draft.errorCode);
  writer.string(draft.transactionalId, true);
  writer.string(draft.transactionState, true);
  writer.int32(draft.transactionTimeoutMs);
  writer.int64(draft.transactionStartTimeMs);
  writer.int64(draft.producerId);
  writer.int16(draft.producerEpoch);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeDescribeTransactionsResponseTopicData(writer, element, version);
  writer.uvarint(0);
}

function decodeDescribeTransactionsResponseTransactionState(
  reader: Reader,
  version: number,
): DescribeTransactionsResponseTransactionState {
  const errorCode = reader.int16("TransactionState.errorCode");
  const transactionalId = reader.string("TransactionState.transactionalId", true);
  const transactionState = reader.string("TransactionState.transactionState", true);
  const transactionTimeoutMs = reader.int32("TransactionState.transactionTimeoutMs");
  const transactionStartTimeMs = reader.int64("TransactionState.transactionStartTimeMs");
  const producerId = reader.int64("TransactionState.producerId");
  const producerEpoch = reader.int16("TransactionState.producerEpoch");
  const topics: DescribeTransactionsResponseTopicData[] =
    decodeDescribeTransactionsResponseTopicDataArray(
      reader,
      version,
      reader.count("TransactionState.topics", true, 3),
    );
  reader.skipTags();
  return {
    errorCode,
    transactionalId,
    transactionState,
    transactionTimeoutMs,
    transactionStartTimeMs,
    producerId,
    producerEpoch,
    topics,
  };
}

function encodeDescribeTransactionsResponseTopicData(
  writer: Writer,
  draft: DescribeTransactionsResponseTopicDataDraft,
  _version: number,
): void {
  writer.string(draft.topic, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeDescribeTransactionsResponseTopicData(
  reader: Reader,
  _version: number,
): DescribeTransactionsResponseTopicData {
  const topic = reader.string("TopicData.topic", true);
  const partitions: number[] = readInt32Array(
    reader,
    "TopicData.partitions",
    reader.count("TopicData.partitions", true, 4),
  );
  reader.skipTags();
  return { topic, partitions };
}

function decodeDescribeTransactionsResponseTransactionStateArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeTransactionsResponseTransactionState[] {
  const elements: DescribeTransactionsResponseTransactionState[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeTransactionsResponseTransactionState(reader, version));
  return elements;
}

function decodeDescribeTransactionsResponseTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeTransactionsResponseTopicData[] {
  const elements: DescribeTransactionsResponseTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeTransactionsResponseTopicData(reader, version));
  return elements;
}
