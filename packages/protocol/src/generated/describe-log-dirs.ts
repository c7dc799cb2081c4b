// Generated from schema/api/describe-log-dirs.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks for sizes by log directory and partition. Api key 35, versions 1-5. */
export interface DescribeLogDirsRequest {
  topics: DescribeLogDirsRequestDescribableLogDirTopic[] | null;
}

export interface DescribeLogDirsRequestDescribableLogDirTopic {
  topic: string;
  partitions: number[];
}

/** What `encodeDescribeLogDirsRequest` takes. */
export interface DescribeLogDirsRequestDraft {
  topics: readonly DescribeLogDirsRequestDescribableLogDirTopicDraft[] | null;
}

/** What `encodeDescribeLogDirsRequest` takes, in part. */
export interface DescribeLogDirsRequestDescribableLogDirTopicDraft {
  topic: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeLogDirsRequest(
  writer: Writer,
  draft: DescribeLogDirsRequestDraft,
  version: number,
): void {
  checkVersion("DescribeLogDirsRequest", version, 1, 5);
  const flexible = version >= 2;
  const topics = draft.topics;
  if (topics === null) {
    writer.nullCount(flexible);
  } else {
    writer.count(topics.length, flexible);
    for (const element of topics)
      encodeDescribeLogDirsRequestDescribableLogDirTopic(writer, element, version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeLogDirsRequest(
  reader: Reader,
  version: number,
): DescribeLogDirsRequest {
  reader.begin("DescribeLogDirsRequest", version, 1, 5);
  const flexible = version >= 2;
  const topics: DescribeLogDirsRequestDescribableLogDirTopic[] | null =
    decodeNullableDescribeLogDirsRequestDescribableLogDirTopicArray(
      reader,
      version,
      reader.nullableCount("topics", flexible, version >= 2 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { topics };
}

function encodeDescribeLogDirsRequestDescribableLogDirTopic(
  writer: Writer,
  draft: DescribeLogDirsRequestDescribableLogDirTopicDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.topic, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions) writer.int32(element);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeLogDirsRequestDescribableLogDirTopic(
  reader: Reader,
  version: number,
): DescribeLogDirsRequestDescribableLogDirTopic {
  const flexible = version >= 2;
  const topic = reader.string("DescribableLogDirTopic.topic", flexible);
  const partitions: number[] = readInt32Array(
    reader,
    "DescribableLogDirTopic.partitions",
    reader.count("DescribableLogDirTopic.partitions", flexible, 4),
  );
  if (flexible) reader.skipTags();
  return { topic, partitions };
}

function decodeNullableDescribeLogDirsRequestDescribableLogDirTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeLogDirsRequestDescribableLogDirTopic[] | null {
  return count < 0
    ? null
    : decodeDescribeLogDirsRequestDescribableLogDirTopicArray(reader, version, count);
}

function decodeDescribeLogDirsRequestDescribableLogDirTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeLogDirsRequestDescribableLogDirTopic[] {
  const elements: DescribeLogDirsRequestDescribableLogDirTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeLogDirsRequestDescribableLogDirTopic(reader, version));
  return elements;
}

/** Api key 35, versions 1-5. */
export interface DescribeLogDirsResponse {
  throttleTimeMs: number;
  /** Versions 3 and later. */
  errorCode: number;
  results: DescribeLogDirsResponseDescribeLogDirsResult[];
}

export interface DescribeLogDirsResponseDescribeLogDirsResult {
  errorCode: number;
  logDir: string;
  topics: DescribeLogDirsResponseDescribeLogDirsTopic[];
  /** Versions 4 and later. */
  totalBytes: number;
  /** Versions 4 and later. */
  usableBytes: number;
  /** Version 5. */
  isCordoned: boolean;
}

export interface DescribeLogDirsResponseDescribeLogDirsTopic {
  name: string;
  partitions: DescribeLogDirsResponseDescribeLogDirsPartition[];
}

export interface DescribeLogDirsResponseDescribeLogDirsPartition {
  partitionIndex: number;
  partitionSize: number;
  offsetLag: number;
  isFutureKey: boolean;
}

/** What `encodeDescribeLogDirsResponse` takes. */
export interface DescribeLogDirsResponseDraft {
  throttleTimeMs: number;
  errorCode?: number | undefined;
  results: readonly DescribeLogDirsResponseDescribeLogDirsResultDraft[];
}

/** What `encodeDescribeLogDirsResponse` takes, in part. */
export interface DescribeLogDirsResponseDescribeLogDirsResultDraft {
  errorCode: number;
  logDir: string;
  topics: readonly DescribeLogDirsResponseDescribeLogDirsTopicDraft[];
  totalBytes?: number | undefined;
  usableBytes?: number | undefined;
  isCordoned?: boolean | undefined;
}

/** What `encodeDescribeLogDirsResponse` takes, in part. */
export interface DescribeLogDirsResponseDescribeLogDirsTopicDraft {
  name: string;
  partitions: readonly DescribeLogDirsResponseDescribeLogDirsPartitionDraft[];
}

/** What `encodeDescribeLogDirsResponse` takes, in part. */
export interface DescribeLogDirsResponseDescribeLogDirsPartitionDraft {
  partitionIndex: number;
  partitionSize: number;
  offsetLag: number;
  isFutureKey: boolean;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeLogDirsResponse(
  writer: Writer,
  draft: DescribeLogDirsResponseDraft,
  version: number,
): void {
  checkVersion("DescribeLogDirsResponse", version, 1, 5);
  const flexible = version >= 2;
  writer.int32(draft.throttleTimeMs);
  if (version >= 3) {
    writer.int16(draft.errorCode ?? 0);
  }
  const results = draft.results;
  writer.count(results.length, flexible);
  for (const element of results)
    encodeDescribeLogDirsResponseDescribeLogDirsResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeLogDirsResponse(
  reader: Reader,
  version: number,
): DescribeLogDirsResponse {
  reader.begin("DescribeLogDirsResponse", version, 1, 5);
  const flexible = version >= 2;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = version >= 3 ? reader.int16("errorCode") : 0;
  const results: DescribeLogDirsResponseDescribeLogDirsResult[] =
    decodeDescribeLogDirsResponseDescribeLogDirsResultArray(
      reader,
      version,
      reader.count(
        "results",
        flexible,
        version >= 5 ? 22 : version >= 4 ? 21 : version >= 2 ? 5 : 8,
      ),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode, results };
}

function encodeDescribeLogDirsResponseDescribeLogDirsResult(
  writer: Writer,
  draft: DescribeLogDirsResponseDescribeLogDirsResultDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int16(draft.errorCode);
  writer.string(draft.logDir, flexible);
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeDescribeLogDirsResponseDescribeLogDirsTopic(writer, element, version);
  if (version >= 4) {
    writer.int64(draft.totalBytes ?? -1);
  }
  if (version >= 4) {
    writer.int64(draft.usableBytes ?? -1);
  }
  if (version >= 5) {
    writer.bool(draft.isCordoned ?? false);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeLogDirsResponseDescribeLogDirsResult(
  reader: Reader,
  version: number,
): DescribeLogDirsResponseDescribeLogDirsResult {
  const flexible = version >= 2;
  const errorCode = reader.int16("DescribeLogDirsResult.errorCode");
  const logDir = reader.string("DescribeLogDirsResult.logDir", flexible);
  const topics: DescribeLogDirsResponseDescribeLogDirsTopic[] =
    decodeDescribeLogDirsResponseDescribeLogDirsTopicArray(
      reader,
      version,
      reader.count("DescribeLogDirsResult.topics", flexible, version >= 2 ? 3 : 6),
    );
  const totalBytes = version >= 4 ? reader.int64("DescribeLogDirsResult.totalBytes") : -1;
  const usableBytes = version >= 4 ? reader.int64("DescribeLogDirsResult.usableBytes") : -1;
  const isCordoned = version >= 5 ? reader.bool("DescribeLogDirsResult.isCordoned") : false;
  if (flexible) reader.skipTags();
  return { errorCode, logDir, topics, totalBytes, usableBytes, isCordoned };
}

function encodeDescribeLogDirsResponseDescribeLogDirsTopic(
  writer: Writer,
  draft: DescribeLogDirsResponseDescribeLogDirsTopicDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.name, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeDescribeLogDirsResponseDescribeLogDirsPartition(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeLogDirsResponseDescribeLogDirsTopic(
  reader: Reader,
  version: number,
): DescribeLogDirsResponseDescribeLogDirsTopic {
  const flexible = version >= 2;
  const name = reader.string("DescribeLogDirsTopic.name", flexible);
  const partitions: DescribeLogDirsResponseDescribeLogDirsPartition[] =
    decodeDescribeLogDirsResponseDescribeLogDirsPartitionArray(
      reader,
      version,
      reader.count("DescribeLogDirsTopic.partitions", flexible, version >= 2 ? 22 : 21),
    );
  if (flexible) reader.skipTags();
  return { name, partitions };
}

function encodeDescribeLogDirsResponseDescribeLogDirsPartition(
  writer: Writer,
  draft: DescribeLogDirsResponseDescribeLogDirsPartitionDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int32(draft.partitionIndex);
  writer.int64(draft.partitionSize);
  writer.int64(draft.offsetLag);
  writer.bool(draft.isFutureKey);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeLogDirsResponseDescribeLogDirsPartition(
  reader: Reader,
  version: number,
): DescribeLogDirsResponseDescribeLogDirsPartition {
  const flexible = version >= 2;
  const partitionIndex = reader.int32("DescribeLogDirsPartition.partitionIndex");
  const partitionSize = reader.int64("DescribeLogDirsPartition.partitionSize");
  const offsetLag = reader.int64("DescribeLogDirsPartition.offsetLag");
  const isFutureKey = reader.bool("DescribeLogDirsPartition.isFutureKey");
  if (flexible) reader.skipTags();
  return { partitionIndex, partitionSize, offsetLag, isFutureKey };
}

function decodeDescribeLogDirsResponseDescribeLogDirsResultArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeLogDirsResponseDescribeLogDirsResult[] {
  const elements: DescribeLogDirsResponseDescribeLogDirsResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeLogDirsResponseDescribeLogDirsResult(reader, version));
  return elements;
}

function decodeDescribeLogDirsResponseDescribeLogDirsTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeLogDirsResponseDescribeLogDirsTopic[] {
  const elements: DescribeLogDirsResponseDescribeLogDirsTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeLogDirsResponseDescribeLogDirsTopic(reader, version));
  return elements;
}

function decodeDescribeLogDirsResponseDescribeLogDirsPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeLogDirsResponseDescribeLogDirsPartition[] {
  const elements: DescribeLogDirsResponseDescribeLogDirsPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeLogDirsResponseDescribeLogDirsPartition(reader, version));
  return elements;
}
