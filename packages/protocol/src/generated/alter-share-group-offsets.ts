// Generated from schema/api/alter-share-group-offsets.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Sets where a share group starts to read. Api key 91, version 0. */
export interface AlterShareGroupOffsetsRequest {
  groupId: string;
  topics: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic[];
}

export interface AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic {
  topicName: string;
  partitions: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition[];
}

export interface AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition {
  partitionIndex: number;
  startOffset: number;
}

/** What `encodeAlterShareGroupOffsetsRequest` takes. */
export interface AlterShareGroupOffsetsRequestDraft {
  groupId: string;
  topics: readonly AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopicDraft[];
}

/** What `encodeAlterShareGroupOffsetsRequest` takes, in part. */
export interface AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopicDraft {
  topicName: string;
  partitions: readonly AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartitionDraft[];
}

/** What `encodeAlterShareGroupOffsetsRequest` takes, in part. */
export interface AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartitionDraft {
  partitionIndex: number;
  startOffset: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterShareGroupOffsetsRequest(
  writer: Writer,
  draft: AlterShareGroupOffsetsRequestDraft,
  version: number,
): void {
  checkVersion("AlterShareGroupOffsetsRequest", version, 0, 0);
  writer.string(draft.groupId, true);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterShareGroupOffsetsRequest(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsRequest {
  reader.begin("AlterShareGroupOffsetsRequest", version, 0, 0);
  const groupId = reader.string("groupId", true);
  const topics: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic[] =
    decodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopicArray(
      reader,
      version,
      reader.count("topics", true, 3),
    );
  reader.skipTags();
  return { groupId, topics };
}

function encodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic(
  writer: Writer,
  draft: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopicDraft,
  version: number,
): void {
  writer.string(draft.topicName, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition(
      writer,
      element,
      version,
    );
  writer.uvarint(0);
}

function decodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic {
  const topicName = reader.string("AlterShareGroupOffsetsRequestTopic.topicName", true);
  const partitions: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition[] =
    decodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartitionArray(
      reader,
      version,
      reader.count("AlterShareGroupOffsetsRequestTopic.partitions", true, 13),
    );
  reader.skipTags();
  return { topicName, partitions };
}

function encodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition(
  writer: Writer,
  draft: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartitionDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int64(draft.startOffset);
  writer.uvarint(0);
}

function decodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition(
  reader: Reader,
  _version: number,
): AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition {
  const partitionIndex = reader.int32("AlterShareGroupOffsetsRequestPartition.partitionIndex");
  const startOffset = reader.int64("AlterShareGroupOffsetsRequestPartition.startOffset");
  reader.skipTags();
  return { partitionIndex, startOffset };
}

function decodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic[] {
  const elements: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestTopic(reader, version),
    );
  return elements;
}

function decodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition[] {
  const elements: AlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeAlterShareGroupOffsetsRequestAlterShareGroupOffsetsRequestPartition(reader, version),
    );
  return elements;
}

/** Api key 91, version 0. */
export interface AlterShareGroupOffsetsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  responses: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic[];
}

export interface AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic {
  topicName: string;
  topicId: string;
  partitions: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition[];
}

export interface AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeAlterShareGroupOffsetsResponse` takes. */
export interface AlterShareGroupOffsetsResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  responses: readonly AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopicDraft[];
}

/** What `encodeAlterShareGroupOffsetsResponse` takes, in part. */
export interface AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopicDraft {
  topicName: string;
  topicId: string;
  partitions: readonly AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartitionDraft[];
}

/** What `encodeAlterShareGroupOffsetsResponse` takes, in part. */
export interface AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartitionDraft {
  partitionIndex: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterShareGroupOffsetsResponse(
  writer: Writer,
  draft: AlterShareGroupOffsetsResponseDraft,
  version: number,
): void {
  checkVersion("AlterShareGroupOffsetsResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  const responses = draft.responses;
  writer.count(responses.length, true);
  for (const element of responses)
    encodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic(
      writer,
      element,
      version,
    );
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterShareGroupOffsetsResponse(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsResponse {
  reader.begin("AlterShareGroupOffsetsResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const responses: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic[] =
    decodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopicArray(
      reader,
      version,
      reader.count("responses", true, 19),
    );
  reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage, responses };
}

function encodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic(
  writer: Writer,
  draft: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopicDraft,
  version: number,
): void {
  writer.string(draft.topicName, true);
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition(
      writer,
      element,
      version,
    );
  writer.uvarint(0);
}

function decodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic {
  const topicName = reader.string("AlterShareGroupOffsetsResponseTopic.topicName", true);
  const topicId = reader.uuid("AlterShareGroupOffsetsResponseTopic.topicId");
  const partitions: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition[] =
    decodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartitionArray(
      reader,
      version,
      reader.count("AlterShareGroupOffsetsResponseTopic.partitions", true, 8),
    );
  reader.skipTags();
  return { topicName, topicId, partitions };
}

function encodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition(
  writer: Writer,
  draft: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartitionDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.uvarint(0);
}

function decodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition(
  reader: Reader,
  _version: number,
): AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition {
  const partitionIndex = reader.int32("AlterShareGroupOffsetsResponsePartition.partitionIndex");
  const errorCode = reader.int16("AlterShareGroupOffsetsResponsePartition.errorCode");
  const errorMessage = reader.nullableString(
    "AlterShareGroupOffsetsResponsePartition.errorMessage",
    true,
  );
  reader.skipTags();
  return { partitionIndex, errorCode, errorMessage };
}

function decodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic[] {
  const elements: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponseTopic(reader, version),
    );
  return elements;
}

function decodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition[] {
  const elements: AlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeAlterShareGroupOffsetsResponseAlterShareGroupOffsetsResponsePartition(reader, version),
    );
  return elements;
}
