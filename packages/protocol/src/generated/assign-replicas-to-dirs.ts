// Generated from schema/api/assign-replicas-to-dirs.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/**
 * Tells the controller in which log directories replicas live (KIP-858). Api key 73, version
 * 0.
 */
export interface AssignReplicasToDirsRequest {
  brokerId: number;
  brokerEpoch: number;
  directories: AssignReplicasToDirsRequestDirectoryData[];
}

export interface AssignReplicasToDirsRequestDirectoryData {
  id: string;
  topics: AssignReplicasToDirsRequestTopicData[];
}

export interface AssignReplicasToDirsRequestTopicData {
  topicId: string;
  partitions: AssignReplicasToDirsRequestPartitionData[];
}

export interface AssignReplicasToDirsRequestPartitionData {
  partitionIndex: number;
}

/** What `encodeAssignReplicasToDirsRequest` takes. */
export interface AssignReplicasToDirsRequestDraft {
  brokerId: number;
  brokerEpoch?: number | undefined;
  directories: readonly AssignReplicasToDirsRequestDirectoryDataDraft[];
}

/** What `encodeAssignReplicasToDirsRequest` takes, in part. */
export interface AssignReplicasToDirsRequestDirectoryDataDraft {
  id: string;
  topics: readonly AssignReplicasToDirsRequestTopicDataDraft[];
}

/** What `encodeAssignReplicasToDirsRequest` takes, in part. */
export interface AssignReplicasToDirsRequestTopicDataDraft {
  topicId: string;
  partitions: readonly AssignReplicasToDirsRequestPartitionDataDraft[];
}

/** What `encodeAssignReplicasToDirsRequest` takes, in part. */
export interface AssignReplicasToDirsRequestPartitionDataDraft {
  partitionIndex: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAssignReplicasToDirsRequest(
  writer: Writer,
  draft: AssignReplicasToDirsRequestDraft,
  version: number,
): void {
  checkVersion("AssignReplicasToDirsRequest", version, 0, 0);
  writer.int32(draft.brokerId);
  writer.int64(draft.brokerEpoch ?? -1);
  const directories = draft.directories;
  writer.count(directories.length, true);
  for (const element of directories)
    encodeAssignReplicasToDirsRequestDirectoryData(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAssignReplicasToDirsRequest(
  reader: Reader,
  version: number,
): AssignReplicasToDirsRequest {
  reader.begin("AssignReplicasToDirsRequest", version, 0, 0);
  const brokerId = reader.int32("brokerId");
  const brokerEpoch = reader.int64("brokerEpoch");
  const directories: AssignReplicasToDirsRequestDirectoryData[] =
    decodeAssignReplicasToDirsRequestDirectoryDataArray(
      reader,
      version,
      reader.count("directories", true, 18),
    );
  reader.skipTags();
  return { brokerId, brokerEpoch, directories };
}

function encodeAssignReplicasToDirsRequestDirectoryData(
  writer: Writer,
  draft: AssignReplicasToDirsRequestDirectoryDataDraft,
  version: number,
): void {
  writer.uuid(draft.id);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeAssignReplicasToDirsRequestTopicData(writer, element, version);
  writer.uvarint(0);
}

function decodeAssignReplicasToDirsRequestDirectoryData(
  reader: Reader,
  version: number,
): AssignReplicasToDirsRequestDirectoryData {
  const id = reader.uuid("DirectoryData.id");
  const topics: AssignReplicasToDirsRequestTopicData[] =
    decodeAssignReplicasToDirsRequestTopicDataArray(
      reader,
      version,
      reader.count("DirectoryData.topics", true, 18),
    );
  reader.skipTags();
  return { id, topics };
}

function encodeAssignReplicasToDirsRequestTopicData(
  writer: Writer,
  draft: AssignReplicasToDirsRequestTopicDataDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeAssignReplicasToDirsRequestPartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeAssignReplicasToDirsRequestTopicData(
  reader: Reader,
  version: number,
): AssignReplicasToDirsRequestTopicData {
  const topicId = reader.uuid("TopicData.topicId");
  const partitions: AssignReplicasToDirsRequestPartitionData[] =
    decodeAssignReplicasToDirsRequestPartitionDataArray(
      reader,
      version,
      reader.count("TopicData.partitions", true, 5),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeAssignReplicasToDirsRequestPartitionData(
  writer: Writer,
  draft: AssignReplicasToDirsRequestPartitionDataDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.uvarint(0);
}

function decodeAssignReplicasToDirsRequestPartitionData(
  reader: Reader,
  _version: number,
): AssignReplicasToDirsRequestPartitionData {
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  reader.skipTags();
  return { partitionIndex };
}

function decodeAssignReplicasToDirsRequestDirectoryDataArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsRequestDirectoryData[] {
  const elements: AssignReplicasToDirsRequestDirectoryData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAssignReplicasToDirsRequestDirectoryData(reader, version));
  return elements;
}

function decodeAssignReplicasToDirsRequestTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsRequestTopicData[] {
  const elements: AssignReplicasToDirsRequestTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAssignReplicasToDirsRequestTopicData(reader, version));
  return elements;
}

function decodeAssignReplicasToDirsRequestPartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsRequestPartitionData[] {
  const elements: AssignReplicasToDirsRequestPartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAssignReplicasToDirsRequestPartitionData(reader, version));
  return elements;
}

/** Api key 73, version 0. */
export interface AssignReplicasToDirsResponse {
  throttleTimeMs: number;
  errorCode: number;
  directories: AssignReplicasToDirsResponseDirectoryData[];
}

export interface AssignReplicasToDirsResponseDirectoryData {
  id: string;
  topics: AssignReplicasToDirsResponseTopicData[];
}

export interface AssignReplicasToDirsResponseTopicData {
  topicId: string;
  partitions: AssignReplicasToDirsResponsePartitionData[];
}

export interface AssignReplicasToDirsResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
}

/** What `encodeAssignReplicasToDirsResponse` takes. */
export interface AssignReplicasToDirsResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  directories: readonly AssignReplicasToDirsResponseDirectoryDataDraft[];
}

/** What `encodeAssignReplicasToDirsResponse` takes, in part. */
export interface AssignReplicasToDirsResponseDirectoryDataDraft {
  id: string;
  topics: readonly AssignReplicasToDirsResponseTopicDataDraft[];
}

/** What `encodeAssignReplicasToDirsResponse` takes, in part. */
export interface AssignReplicasToDirsResponseTopicDataDraft {
  topicId: string;
  partitions: readonly AssignReplicasToDirsResponsePartitionDataDraft[];
}

/** What `encodeAssignReplicasToDirsResponse` takes, in part. */
export interface AssignReplicasToDirsResponsePartitionDataDraft {
  partitionIndex: number;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAssignReplicasToDirsResponse(
  writer: Writer,
  draft: AssignReplicasToDirsResponseDraft,
  version: number,
): void {
  checkVersion("AssignReplicasToDirsResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  const directories = draft.directories;
  writer.count(directories.length, true);
  for (const element of directories)
    encodeAssignReplicasToDirsResponseDirectoryData(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAssignReplicasToDirsResponse(
  reader: Reader,
  version: number,
): AssignReplicasToDirsResponse {
  reader.begin("AssignReplicasToDirsResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const directories: AssignReplicasToDirsResponseDirectoryData[] =
    decodeAssignReplicasToDirsResponseDirectoryDataArray(
      reader,
      version,
      reader.count("directories", true, 18),
    );
  reader.skipTags();
  return { throttleTimeMs, errorCode, directories };
}

function encodeAssignReplicasToDirsResponseDirectoryData(
  writer: Writer,
  draft: AssignReplicasToDirsResponseDirectoryDataDraft,
  version: number,
): void {
  writer.uuid(draft.id);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeAssignReplicasToDirsResponseTopicData(writer, element, version);
  writer.uvarint(0);
}

function decodeAssignReplicasToDirsResponseDirectoryData(
  reader: Reader,
  version: number,
): AssignReplicasToDirsResponseDirectoryData {
  const id = reader.uuid("DirectoryData.id");
  const topics: AssignReplicasToDirsResponseTopicData[] =
    decodeAssignReplicasToDirsResponseTopicDataArray(
      reader,
      version,
      reader.count("DirectoryData.topics", true, 18),
    );
  reader.skipTags();
  return { id, topics };
}

function encodeAssignReplicasToDirsResponseTopicData(
  writer: Writer,
  draft: AssignReplicasToDirsResponseTopicDataDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeAssignReplicasToDirsResponsePartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeAssignReplicasToDirsResponseTopicData(
  reader: Reader,
  version: number,
): AssignReplicasToDirsResponseTopicData {
  const topicId = reader.uuid("TopicData.topicId");
  const partitions: AssignReplicasToDirsResponsePartitionData[] =
    decodeAssignReplicasToDirsResponsePartitionDataArray(
      reader,
      version,
      reader.count("TopicData.partitions", true, 7),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeAssignReplicasToDirsResponsePartitionData(
  writer: Writer,
  draft: AssignReplicasToDirsResponsePartitionDataDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.uvarint(0);
}

function decodeAssignReplicasToDirsResponsePartitionData(
  reader: Reader,
  _version: number,
): AssignReplicasToDirsResponsePartitionData {
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const errorCode = reader.int16("PartitionData.errorCode");
  reader.skipTags();
  return { partitionIndex, errorCode };
}

function decodeAssignReplicasToDirsResponseDirectoryDataArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsResponseDirectoryData[] {
  const elements: AssignReplicasToDirsResponseDirectoryData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAssignReplicasToDirsResponseDirectoryData(reader, version));
  return elements;
}

function decodeAssignReplicasToDirsResponseTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsResponseTopicData[] {
  const elements: AssignReplicasToDirsResponseTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAssignReplicasToDirsResponseTopicData(reader, version));
  return elements;
}

function decodeAssignReplicasToDirsResponsePartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): AssignReplicasToDirsResponsePartitionData[] {
  const elements: AssignReplicasToDirsResponsePartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAssignReplicasToDirsResponsePartitionData(reader, version));
  return elements;
}
