// Generated from schema/api/alter-replica-log-dirs.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Moves replicas between the log directories of a broker. Api key 34, versions 1-2. */
export interface AlterReplicaLogDirsRequest {
  dirs: AlterReplicaLogDirsRequestAlterReplicaLogDir[];
}

export interface AlterReplicaLogDirsRequestAlterReplicaLogDir {
  path: string;
  topics: AlterReplicaLogDirsRequestAlterReplicaLogDirTopic[];
}

export interface AlterReplicaLogDirsRequestAlterReplicaLogDirTopic {
  name: string;
  partitions: number[];
}

/** What `encodeAlterReplicaLogDirsRequest` takes. */
export interface AlterReplicaLogDirsRequestDraft {
  dirs: readonly AlterReplicaLogDirsRequestAlterReplicaLogDirDraft[];
}

/** What `encodeAlterReplicaLogDirsRequest` takes, in part. */
export interface AlterReplicaLogDirsRequestAlterReplicaLogDirDraft {
  path: string;
  topics: readonly AlterReplicaLogDirsRequestAlterReplicaLogDirTopicDraft[];
}

/** What `encodeAlterReplicaLogDirsRequest` takes, in part. */
export interface AlterReplicaLogDirsRequestAlterReplicaLogDirTopicDraft {
  name: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterReplicaLogDirsRequest(
  writer: Writer,
  draft: AlterReplicaLogDirsRequestDraft,
  version: number,
): void {
  checkVersion("AlterReplicaLogDirsRequest", version, 1, 2);
  const flexible = version >= 2;
  const dirs = draft.dirs;
  writer.count(dirs.length, flexible);
  for (const element of dirs)
    encodeAlterReplicaLogDirsRequestAlterReplicaLogDir(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterReplicaLogDirsRequest(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsRequest {
  reader.begin("AlterReplicaLogDirsRequest", version, 1, 2);
  const flexible = version >= 2;
  const dirs: AlterReplicaLogDirsRequestAlterReplicaLogDir[] =
    decodeAlterReplicaLogDirsRequestAlterReplicaLogDirArray(
      reader,
      version,
      reader.count("dirs", flexible, version >= 2 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { dirs };
}

function encodeAlterReplicaLogDirsRequestAlterReplicaLogDir(
  writer: Writer,
  draft: AlterReplicaLogDirsRequestAlterReplicaLogDirDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.path, flexible);
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterReplicaLogDirsRequestAlterReplicaLogDir(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsRequestAlterReplicaLogDir {
  const flexible = version >= 2;
  const path = reader.string("AlterReplicaLogDir.path", flexible);
  const topics: AlterReplicaLogDirsRequestAlterReplicaLogDirTopic[] =
    decodeAlterReplicaLogDirsRequestAlterReplicaLogDirTopicArray(
      reader,
      version,
      reader.count("AlterReplicaLogDir.topics", flexible, version >= 2 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { path, topics };
}

function encodeAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(
  writer: Writer,
  draft: AlterReplicaLogDirsRequestAlterReplicaLogDirTopicDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.name, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions) writer.int32(element);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsRequestAlterReplicaLogDirTopic {
  const flexible = version >= 2;
  const name = reader.string("AlterReplicaLogDirTopic.name", flexible);
  const partitions: number[] = readInt32Array(
    reader,
    "AlterReplicaLogDirTopic.partitions",
    reader.count("AlterReplicaLogDirTopic.partitions", flexible, 4),
  );
  if (flexible) reader.skipTags();
  return { name, partitions };
}

function decodeAlterReplicaLogDirsRequestAlterReplicaLogDirArray(
  reader: Reader,
  version: number,
  count: number,
): AlterReplicaLogDirsRequestAlterReplicaLogDir[] {
  const elements: AlterReplicaLogDirsRequestAlterReplicaLogDir[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterReplicaLogDirsRequestAlterReplicaLogDir(reader, version));
  return elements;
}

function decodeAlterReplicaLogDirsRequestAlterReplicaLogDirTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AlterReplicaLogDirsRequestAlterReplicaLogDirTopic[] {
  const elements: AlterReplicaLogDirsRequestAlterReplicaLogDirTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(reader, version));
  return elements;
}

/** Api key 34, versions 1-2. */
export interface AlterReplicaLogDirsResponse {
  throttleTimeMs: number;
  results: AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult[];
}

export interface AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult {
  topicName: string;
  partitions: AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult[];
}

export interface AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult {
  partitionIndex: number;
  errorCode: number;
}

/** What `encodeAlterReplicaLogDirsResponse` takes. */
export interface AlterReplicaLogDirsResponseDraft {
  throttleTimeMs: number;
  results: readonly AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResultDraft[];
}

/** What `encodeAlterReplicaLogDirsResponse` takes, in part. */
export interface AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResultDraft {
  topicName: string;
  partitions: readonly AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResultDraft[];
}

/** What `encodeAlterReplicaLogDirsResponse` takes, in part. */
export interface AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResultDraft {
  partitionIndex: number;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterReplicaLogDirsResponse(
  writer: Writer,
  draft: AlterReplicaLogDirsResponseDraft,
  version: number,
): void {
  checkVersion("AlterReplicaLogDirsResponse", version, 1, 2);
  const flexible = version >= 2;
  writer.int32(draft.throttleTimeMs);
  const results = draft.results;
  writer.count(results.length, flexible);
  for (const element of results)
    encodeAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterReplicaLogDirsResponse(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsResponse {
  reader.begin("AlterReplicaLogDirsResponse", version, 1, 2);
  const flexible = version >= 2;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const results: AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult[] =
    decodeAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResultArray(
      reader,
      version,
      reader.count("results", flexible, version >= 2 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, results };
}

function encodeAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(
  writer: Writer,
  draft: AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResultDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.topicName, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult {
  const flexible = version >= 2;
  const topicName = reader.string("AlterReplicaLogDirTopicResult.topicName", flexible);
  const partitions: AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult[] =
    decodeAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResultArray(
      reader,
      version,
      reader.count("AlterReplicaLogDirTopicResult.partitions", flexible, version >= 2 ? 7 : 6),
    );
  if (flexible) reader.skipTags();
  return { topicName, partitions };
}

function encodeAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(
  writer: Writer,
  draft: AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResultDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult {
  const flexible = version >= 2;
  const partitionIndex = reader.int32("AlterReplicaLogDirPartitionResult.partitionIndex");
  const errorCode = reader.int16("AlterReplicaLogDirPartitionResult.errorCode");
  if (flexible) reader.skipTags();
  return { partitionIndex, errorCode };
}

function decodeAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResultArray(
  reader: Reader,
  version: number,
  count: number,
): AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult[] {
  const elements: AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(reader, version));
  return elements;
}

function decodeAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult[] {
  const elements: AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(reader, version),
    );
  return elements;
}
