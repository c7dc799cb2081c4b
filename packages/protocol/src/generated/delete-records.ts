// Generated from schema/api/delete-records.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Moves the log start offset of partitions forward. Api key 21, versions 0-2. */
export interface DeleteRecordsRequest {
  topics: DeleteRecordsRequestDeleteRecordsTopic[];
  timeoutMs: number;
}

export interface DeleteRecordsRequestDeleteRecordsTopic {
  name: string;
  partitions: DeleteRecordsRequestDeleteRecordsPartition[];
}

export interface DeleteRecordsRequestDeleteRecordsPartition {
  partitionIndex: number;
  offset: number;
}

/** What `encodeDeleteRecordsRequest` takes. */
export interface DeleteRecordsRequestDraft {
  topics: readonly DeleteRecordsRequestDeleteRecordsTopicDraft[];
  timeoutMs: number;
}

/** What `encodeDeleteRecordsRequest` takes, in part. */
export interface DeleteRecordsRequestDeleteRecordsTopicDraft {
  name: string;
  partitions: readonly DeleteRecordsRequestDeleteRecordsPartitionDraft[];
}

/** What `encodeDeleteRecordsRequest` takes, in part. */
export interface DeleteRecordsRequestDeleteRecordsPartitionDraft {
  partitionIndex: number;
  offset: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteRecordsRequest(
  writer: Writer,
  draft: DeleteRecordsRequestDraft,
  version: number,
): void {
  checkVersion("DeleteRecordsRequest", version, 0, 2);
  const flexible = version >= 2;
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeDeleteRecordsRequestDeleteRecordsTopic(writer, element, version);
  writer.int32(draft.timeoutMs);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteRecordsRequest(reader: Reader, version: number): DeleteRecordsRequest {
  reader.begin("DeleteRecordsRequest", version, 0, 2);
  const flexible = version >= 2;
  const topics: DeleteRecordsRequestDeleteRecordsTopic[] =
    decodeDeleteRecordsRequestDeleteRecordsTopicArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 2 ? 3 : 6),
    );
  const timeoutMs = reader.int32("timeoutMs");
  if (flexible) reader.skipTags();
  return { topics, timeoutMs };
}

function encodeDeleteRecordsRequestDeleteRecordsTopic(
  writer: Writer,
  draft: DeleteRecordsRequestDeleteRecordsTopicDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.name, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeDeleteRecordsRequestDeleteRecordsPartition(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDeleteRecordsRequestDeleteRecordsTopic(
  reader: Reader,
  version: number,
): DeleteRecordsRequestDeleteRecordsTopic {
  const flexible = version >= 2;
  const name = reader.string("DeleteRecordsTopic.name", flexible);
  const partitions: DeleteRecordsRequestDeleteRecordsPartition[] =
    decodeDeleteRecordsRequestDeleteRecordsPartitionArray(
      reader,
      version,
      reader.count("DeleteRecordsTopic.partitions", flexible, version >= 2 ? 13 : 12),
    );
  if (flexible) reader.skipTags();
  return { name, partitions };
}

function encodeDeleteRecordsRequestDeleteRecordsPartition(
  writer: Writer,
  draft: DeleteRecordsRequestDeleteRecordsPartitionDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int32(draft.partitionIndex);
  writer.int64(draft.offset);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDeleteRecordsRequestDeleteRecordsPartition(
  reader: Reader,
  version: number,
): DeleteRecordsRequestDeleteRecordsPartition {
  const flexible = version >= 2;
  const partitionIndex = reader.int32("DeleteRecordsPartition.partitionIndex");
  const offset = reader.int64("DeleteRecordsPartition.offset");
  if (flexible) reader.skipTags();
  return { partitionIndex, offset };
}

function decodeDeleteRecordsRequestDeleteRecordsTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteRecordsRequestDeleteRecordsTopic[] {
  const elements: DeleteRecordsRequestDeleteRecordsTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteRecordsRequestDeleteRecordsTopic(reader, version));
  return elements;
}

function decodeDeleteRecordsRequestDeleteRecordsPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteRecordsRequestDeleteRecordsPartition[] {
  const elements: DeleteRecordsRequestDeleteRecordsPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteRecordsRequestDeleteRecordsPartition(reader, version));
  return elements;
}

/** Api key 21, versions 0-2. */
export interface DeleteRecordsResponse {
  throttleTimeMs: number;
  topics: DeleteRecordsResponseDeleteRecordsTopicResult[];
}

export interface DeleteRecordsResponseDeleteRecordsTopicResult {
  name: string;
  partitions: DeleteRecordsResponseDeleteRecordsPartitionResult[];
}

export interface DeleteRecordsResponseDeleteRecordsPartitionResult {
  partitionIndex: number;
  lowWatermark: number;
  errorCode: number;
}

/** What `encodeDeleteRecordsResponse` takes. */
export interface DeleteRecordsResponseDraft {
  throttleTimeMs: number;
  topics: readonly DeleteRecordsResponseDeleteRecordsTopicResultDraft[];
}

/** What `encodeDeleteRecordsResponse` takes, in part. */
export interface DeleteRecordsResponseDeleteRecordsTopicResultDraft {
  name: string;
  partitions: readonly DeleteRecordsResponseDeleteRecordsPartitionResultDraft[];
}

/** What `encodeDeleteRecordsResponse` takes, in part. */
export interface DeleteRecordsResponseDeleteRecordsPartitionResultDraft {
  partitionIndex: number;
  lowWatermark: number;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteRecordsResponse(
  writer: Writer,
  draft: DeleteRecordsResponseDraft,
  version: number,
): void {
  checkVersion("DeleteRecordsResponse", version, 0, 2);
  const flexible = version >= 2;
  writer.int32(draft.throttleTimeMs);
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeDeleteRecordsResponseDeleteRecordsTopicResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteRecordsResponse(
  reader: Reader,
  version: number,
): DeleteRecordsResponse {
  reader.begin("DeleteRecordsResponse", version, 0, 2);
  const flexible = version >= 2;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const topics: DeleteRecordsResponseDeleteRecordsTopicResult[] =
    decodeDeleteRecordsResponseDeleteRecordsTopicResultArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 2 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, topics };
}

function encodeDeleteRecordsResponseDeleteRecordsTopicResult(
  writer: Writer,
  draft: DeleteRecordsResponseDeleteRecordsTopicResultDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.name, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeDeleteRecordsResponseDeleteRecordsPartitionResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDeleteRecordsResponseDeleteRecordsTopicResult(
  reader: Reader,
  version: number,
): DeleteRecordsResponseDeleteRecordsTopicResult {
  const flexible = version >= 2;
  const name = reader.string("DeleteRecordsTopicResult.name", flexible);
  const partitions: DeleteRecordsResponseDeleteRecordsPartitionResult[] =
    decodeDeleteRecordsResponseDeleteRecordsPartitionResultArray(
      reader,
      version,
      reader.count("DeleteRecordsTopicResult.partitions", flexible, version >= 2 ? 15 : 14),
    );
  if (flexible) reader.skipTags();
  return { name, partitions };
}

function encodeDeleteRecordsResponseDeleteRecordsPartitionResult(
  writer: Writer,
  draft: DeleteRecordsResponseDeleteRecordsPartitionResultDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int32(draft.partitionIndex);
  writer.int64(draft.lowWatermark);
  writer.int16(draft.errorCode);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDeleteRecordsResponseDeleteRecordsPartitionResult(
  reader: Reader,
  version: number,
): DeleteRecordsResponseDeleteRecordsPartitionResult {
  const flexible = version >= 2;
  const partitionIndex = reader.int32("DeleteRecordsPartitionResult.partitionIndex");
  const lowWatermark = reader.int64("DeleteRecordsPartitionResult.lowWatermark");
  const errorCode = reader.int16("DeleteRecordsPartitionResult.errorCode");
  if (flexible) reader.skipTags();
  return { partitionIndex, lowWatermark, errorCode };
}

function decodeDeleteRecordsResponseDeleteRecordsTopicResultArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteRecordsResponseDeleteRecordsTopicResult[] {
  const elements: DeleteRecordsResponseDeleteRecordsTopicResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteRecordsResponseDeleteRecordsTopicResult(reader, version));
  return elements;
}

function decodeDeleteRecordsResponseDeleteRecordsPartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteRecordsResponseDeleteRecordsPartitionResult[] {
  const elements: DeleteRecordsResponseDeleteRecordsPartitionResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteRecordsResponseDeleteRecordsPartitionResult(reader, version));
  return elements;
}
