// Generated from schema/api/describe-topic-partitions.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array, readNullableInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks for topics and partitions, a page at a time (KIP-966). Api key 75, version 0. */
export interface DescribeTopicPartitionsRequest {
  topics: DescribeTopicPartitionsRequestTopicRequest[];
  responsePartitionLimit: number;
  cursor: DescribeTopicPartitionsRequestCursor | null;
}

export interface DescribeTopicPartitionsRequestTopicRequest {
  name: string;
}

export interface DescribeTopicPartitionsRequestCursor {
  topicName: string;
  partitionIndex: number;
}

/** What `encodeDescribeTopicPartitionsRequest` takes. */
export interface DescribeTopicPartitionsRequestDraft {
  topics: readonly DescribeTopicPartitionsRequestTopicRequestDraft[];
  responsePartitionLimit?: number | undefined;
  cursor?: DescribeTopicPartitionsRequestCursorDraft | null | undefined;
}

/** What `encodeDescribeTopicPartitionsRequest` takes, in part. */
export interface DescribeTopicPartitionsRequestTopicRequestDraft {
  name: string;
}

/** What `encodeDescribeTopicPartitionsRequest` takes, in part. */
export interface DescribeTopicPartitionsRequestCursorDraft {
  topicName: string;
  partitionIndex: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeTopicPartitionsRequest(
  writer: Writer,
  draft: DescribeTopicPartitionsRequestDraft,
  version: number,
): void {
  checkVersion("DescribeTopicPartitionsRequest", version, 0, 0);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeDescribeTopicPartitionsRequestTopicRequest(writer, element, version);
  writer.int32(draft.responsePartitionLimit ?? 2000);
  const cursor = draft.cursor ?? null;
  if (cursor === null) {
    writer.int8(-1);
  } else {
    writer.int8(1);
    encodeDescribeTopicPartitionsRequestCursor(writer, cursor, version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeTopicPartitionsRequest(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsRequest {
  reader.begin("DescribeTopicPartitionsRequest", version, 0, 0);
  const topics: DescribeTopicPartitionsRequestTopicRequest[] =
    decodeDescribeTopicPartitionsRequestTopicRequestArray(
      reader,
      version,
      reader.count("topics", true, 2),
    );
  const responsePartitionLimit = reader.int32("responsePartitionLimit");
  const cursor = reader.isPresent("cursor")
    ? decodeDescribeTopicPartitionsRequestCursor(reader, version)
    : null;
  reader.skipTags();
  return { topics, responsePartitionLimit, cursor };
}

function encodeDescribeTopicPartitionsRequestTopicRequest(
  writer: Writer,
  draft: DescribeTopicPartitionsRequestTopicRequestDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.uvarint(0);
}

function decodeDescribeTopicPartitionsRequestTopicRequest(
  reader: Reader,
  _version: number,
): DescribeTopicPartitionsRequestTopicRequest {
  const name = reader.string("TopicRequest.name", true);
  reader.skipTags();
  return { name };
}

function encodeDescribeTopicPartitionsRequestCursor(
  writer: Writer,
  draft: DescribeTopicPartitionsRequestCursorDraft,
  _version: number,
): void {
  writer.string(draft.topicName, true);
  writer.int32(draft.partitionIndex);
  writer.uvarint(0);
}

function decodeDescribeTopicPartitionsRequestCursor(
  reader: Reader,
  _version: number,
): DescribeTopicPartitionsRequestCursor {
  const topicName = reader.string("Cursor.topicName", true);
  const partitionIndex = reader.int32("Cursor.partitionIndex");
  reader.skipTags();
  return { topicName, partitionIndex };
}

function decodeDescribeTopicPartitionsRequestTopicRequestArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeTopicPartitionsRequestTopicRequest[] {
  const elements: DescribeTopicPartitionsRequestTopicRequest[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeTopicPartitionsRequestTopicRequest(reader, version));
  return elements;
}

/** Api key 75, version 0. */
export interface DescribeTopicPartitionsResponse {
  throttleTimeMs: number;
  topics: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic[];
  nextCursor: DescribeTopicPartitionsResponseCursor | null;
}

export interface DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic {
  errorCode: number;
  name: string | null;
  topicId: string;
  isInternal: boolean;
  partitions: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition[];
  topicAuthorizedOperations: number;
}

export interface DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition {
  errorCode: number;
  partitionIndex: number;
  leaderId: number;
  leaderEpoch: number;
  replicaNodes: number[];
  isrNodes: number[];
  eligibleLeaderReplicas: number[] | null;
  lastKnownElr: number[] | null;
  offlineReplicas: number[];
}

export interface DescribeTopicPartitionsResponseCursor {
  topicName: string;
  partitionIndex: number;
}

/** What `encodeDescribeTopicPartitionsResponse` takes. */
export interface DescribeTopicPartitionsResponseDraft {
  throttleTimeMs: number;
  topics: readonly DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopicDraft[];
  nextCursor?: DescribeTopicPartitionsResponseCursorDraft | null | undefined;
}

/** What `encodeDescribeTopicPartitionsResponse` takes, in part. */
export interface DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopicDraft {
  errorCode: number;
  name: string | null;
  topicId: string;
  isInternal?: boolean | undefined;
  partitions: readonly DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartitionDraft[];
  topicAuthorizedOperations?: number | undefined;
}

/** What `encodeDescribeTopicPartitionsResponse` takes, in part. */
export interface DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartitionDraft {
  errorCode: number;
  partitionIndex: number;
  leaderId: number;
  leaderEpoch?: number | undefined;
  replicaNodes: readonly number[];
  isrNodes: readonly number[];
  eligibleLeaderReplicas?: readonly number[] | null | undefined;
  lastKnownElr?: readonly number[] | null | undefined;
  offlineReplicas: readonly number[];
}

/** What `encodeDescribeTopicPartitionsResponse` takes, in part. */
export interface DescribeTopicPartitionsResponseCursorDraft {
  topicName: string;
  partitionIndex: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeTopicPartitionsResponse(
  writer: Writer,
  draft: DescribeTopicPartitionsResponseDraft,
  version: number,
): void {
  checkVersion("DescribeTopicPartitionsResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic(
      writer,
      element,
      version,
    );
  const nextCursor = draft.nextCursor ?? null;
  if (nextCursor === null) {
    writer.int8(-1);
  } else {
    writer.int8(1);
    encodeDescribeTopicPartitionsResponseCursor(writer, nextCursor, version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeTopicPartitionsResponse(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsResponse {
  reader.begin("DescribeTopicPartitionsResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const topics: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic[] =
    decodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopicArray(
      reader,
      version,
      reader.count("topics", true, 26),
    );
  const nextCursor = reader.isPresent("nextCursor")
    ? decodeDescribeTopicPartitionsResponseCursor(reader, version)
    : null;
  reader.skipTags();
  return { throttleTimeMs, topics, nextCursor };
}

function encodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic(
  writer: Writer,
  draft: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopicDraft,
  version: number,
): void {
  writer.int16(draft.errorCode);
  writer.nullableString(draft.name, true);
  writer.uuid(draft.topicId);
  writer.bool(draft.isInternal ?? false);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition(
      writer,
      element,
      version,
    );
  writer.int32(draft.topicAuthorizedOperations ?? -2147483648);
  writer.uvarint(0);
}

function decodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic {
  const errorCode = reader.int16("DescribeTopicPartitionsResponseTopic.errorCode");
  const name = reader.nullableString("DescribeTopicPartitionsResponseTopic.name", true);
  const topicId = reader.uuid("DescribeTopicPartitionsResponseTopic.topicId");
  const isInternal = reader.bool("DescribeTopicPartitionsResponseTopic.isInternal");
  const partitions: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition[] =
    decodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartitionArray(
      reader,
      version,
      reader.count("DescribeTopicPartitionsResponseTopic.partitions", true, 20),
    );
  const topicAuthorizedOperations = reader.int32(
    "DescribeTopicPartitionsResponseTopic.topicAuthorizedOperations",
  );
  reader.skipTags();
  return { errorCode, name, topicId, isInternal, partitions, topicAuthorizedOperations };
}

function encodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition(
  writer: Writer,
  draft: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartitionDraft,
  _version: number,
): void {
  writer.int16(draft.errorCode);
  writer.int32(draft.partitionIndex);
  writer.int32(draft.leaderId);
  writer.int32(draft.leaderEpoch ?? -1);
  const replicaNodes = draft.replicaNodes;
  writer.count(replicaNodes.length, true);
  for (const element of replicaNodes) writer.int32(element);
  const isrNodes = draft.isrNodes;
  writer.count(isrNodes.length, true);
  for (const element of isrNodes) writer.int32(element);
  const eligibleLeaderReplicas = draft.eligibleLeaderReplicas ?? null;
  if (eligibleLeaderReplicas === null) {
    writer.nullCount(true);
  } else {
    writer.count(eligibleLeaderReplicas.length, true);
    for (const element of eligibleLeaderReplicas) writer.int32(element);
  }
  const lastKnownElr = draft.lastKnownElr ?? null;
  if (lastKnownElr === null) {
    writer.nullCount(true);
  } else {
    writer.count(lastKnownElr.length, true);
    for (const element of lastKnownElr) writer.int32(element);
  }
  const offlineReplicas = draft.offlineReplicas;
  writer.count(offlineReplicas.length, true);
  for (const element of offlineReplicas) writer.int32(element);
  writer.uvarint(0);
}

function decodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition(
  reader: Reader,
  _version: number,
): DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition {
  const errorCode = reader.int16("DescribeTopicPartitionsResponsePartition.errorCode");
  const partitionIndex = reader.int32("DescribeTopicPartitionsResponsePartition.partitionIndex");
  const leaderId = reader.int32("DescribeTopicPartitionsResponsePartition.leaderId");
  const leaderEpoch = reader.int32("DescribeTopicPartitionsResponsePartition.leaderEpoch");
  const replicaNodes: number[] = readInt32Array(
    reader,
    "DescribeTopicPartitionsResponsePartition.replicaNodes",
    reader.count("DescribeTopicPartitionsResponsePartition.replicaNodes", true, 4),
  );
  const isrNodes: number[] = readInt32Array(
    reader,
    "DescribeTopicPartitionsResponsePartition.isrNodes",
    reader.count("DescribeTopicPartitionsResponsePartition.isrNodes", true, 4),
  );
  const eligibleLeaderReplicas: number[] | null = readNullableInt32Array(
    reader,
    "DescribeTopicPartitionsResponsePartition.eligibleLeaderReplicas",
    reader.nullableCount(
      "DescribeTopicPartitionsResponsePartition.eligibleLeaderReplicas",
      true,
      4,
    ),
  );
  const lastKnownElr: number[] | null = readNullableInt32Array(
    reader,
    "DescribeTopicPartitionsResponsePartition.lastKnownElr",
    reader.nullableCount("DescribeTopicPartitionsResponsePartition.lastKnownElr", true, 4),
  );
  const offlineReplicas: number[] = readInt32Array(
    reader,
    "DescribeTopicPartitionsResponsePartition.offlineReplicas",
    reader.count("DescribeTopicPartitionsResponsePartition.offlineReplicas", true, 4),
  );
  reader.skipTags();
  return {
    errorCode,
    partitionIndex,
    leaderId,
    leaderEpoch,
    replicaNodes,
    isrNodes,
    eligibleLeaderReplicas,
    lastKnownElr,
    offlineReplicas,
  };
}

function encodeDescribeTopicPartitionsResponseCursor(
  writer: Writer,
  draft: DescribeTopicPartitionsResponseCursorDraft,
  _version: number,
): void {
  writer.string(draft.topicName, true);
  writer.int32(draft.partitionIndex);
  writer.uvarint(0);
}

function decodeDescribeTopicPartitionsResponseCursor(
  reader: Reader,
  _version: number,
): DescribeTopicPartitionsResponseCursor {
  const topicName = reader.string("Cursor.topicName", true);
  const partitionIndex = reader.int32("Cursor.partitionIndex");
  reader.skipTags();
  return { topicName, partitionIndex };
}

function decodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic[] {
  const elements: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponseTopic(reader, version),
    );
  return elements;
}

function decodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition[] {
  const elements: DescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDescribeTopicPartitionsResponseDescribeTopicPartitionsResponsePartition(
        reader,
        version,
      ),
    );
  return elements;
}
