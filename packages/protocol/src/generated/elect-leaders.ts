// Generated from schema/api/elect-leaders.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Has the preferred (or any) replica become leader of partitions. Api key 43, versions 0-2. */
export interface ElectLeadersRequest {
  /** Versions 1 and later. */
  electionType: number;
  topicPartitions: ElectLeadersRequestTopicPartitions[] | null;
  timeoutMs: number;
}

export interface ElectLeadersRequestTopicPartitions {
  topic: string;
  partitions: number[];
}

/** What `encodeElectLeadersRequest` takes. */
export interface ElectLeadersRequestDraft {
  electionType?: number | undefined;
  topicPartitions: readonly ElectLeadersRequestTopicPartitionsDraft[] | null;
  timeoutMs?: number | undefined;
}

/** What `encodeElectLeadersRequest` takes, in part. */
export interface ElectLeadersRequestTopicPartitionsDraft {
  topic: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeElectLeadersRequest(
  writer: Writer,
  draft: ElectLeadersRequestDraft,
  version: number,
): void {
  checkVersion("ElectLeadersRequest", version, 0, 2);
  const flexible = version >= 2;
  if (version >= 1) {
    writer.int8(draft.electionType ?? 0);
  } else if ((draft.electionType ?? 0) !== 0) {
    throw unsupportedField("ElectLeadersRequest", "electionType", version);
  }
  const topicPartitions = draft.topicPartitions;
  if (topicPartitions === null) {
    writer.nullCount(flexible);
  } else {
    writer.count(topicPartitions.length, flexible);
    for (const element of topicPartitions)
      encodeElectLeadersRequestTopicPartitions(writer, element, version);
  }
  writer.int32(draft.timeoutMs ?? 60000);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeElectLeadersRequest(reader: Reader, version: number): ElectLeadersRequest {
  reader.begin("ElectLeadersRequest", version, 0, 2);
  const flexible = version >= 2;
  const electionType = version >= 1 ? reader.int8("electionType") : 0;
  const topicPartitions: ElectLeadersRequestTopicPartitions[] | null =
    decodeNullableElectLeadersRequestTopicPartitionsArray(
      reader,
      version,
      reader.nullableCount("topicPartitions", flexible, version >= 2 ? 3 : 6),
    );
  const timeoutMs = reader.int32("timeoutMs");
  if (flexible) reader.skipTags();
  return { electionType, topicPartitions, timeoutMs };
}

function encodeElectLeadersRequestTopicPartitions(
  writer: Writer,
  draft: ElectLeadersRequestTopicPartitionsDraft,
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

function decodeElectLeadersRequestTopicPartitions(
  reader: Reader,
  version: number,
): ElectLeadersRequestTopicPartitions {
  const flexible = version >= 2;
  const topic = reader.string("TopicPartitions.topic", flexible);
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartitions.partitions",
    reader.count("TopicPartitions.partitions", flexible, 4),
  );
  if (flexible) reader.skipTags();
  return { topic, partitions };
}

function decodeNullableElectLeadersRequestTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ElectLeadersRequestTopicPartitions[] | null {
  return count < 0 ? null : decodeElectLeadersRequestTopicPartitionsArray(reader, version, count);
}

function decodeElectLeadersRequestTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ElectLeadersRequestTopicPartitions[] {
  const elements: ElectLeadersRequestTopicPartitions[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeElectLeadersRequestTopicPartitions(reader, version));
  return elements;
}

/** Api key 43, versions 0-2. */
export interface ElectLeadersResponse {
  throttleTimeMs: number;
  /** Versions 1 and later. */
  errorCode: number;
  replicaElectionResults: ElectLeadersResponseReplicaElectionResult[];
}

export interface ElectLeadersResponseReplicaElectionResult {
  topic: string;
  partitionResult: ElectLeadersResponsePartitionResult[];
}

export interface ElectLeadersResponsePartitionResult {
  partitionId: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeElectLeadersResponse` takes. */
export interface ElectLeadersResponseDraft {
  throttleTimeMs: number;
  errorCode?: number | undefined;
  replicaElectionResults: readonly ElectLeadersResponseReplicaElectionResultDraft[];
}

/** What `encodeElectLeadersResponse` takes, in part. */
export interface ElectLeadersResponseReplicaElectionResultDraft {
  topic: string;
  partitionResult: readonly ElectLeadersResponsePartitionResultDraft[];
}

/** What `encodeElectLeadersResponse` takes, in part. */
export interface ElectLeadersResponsePartitionResultDraft {
  partitionId: number;
  errorCode: number;
  errorMessage: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeElectLeadersResponse(
  writer: Writer,
  draft: ElectLeadersResponseDraft,
  version: number,
): void {
  checkVersion("ElectLeadersResponse", version, 0, 2);
  const flexible = version >= 2;
  writer.int32(draft.throttleTimeMs);
  if (version >= 1) {
    writer.int16(draft.errorCode ?? 0);
  } else if ((draft.errorCode ?? 0) !== 0) {
    throw unsupportedField("ElectLeadersResponse", "errorCode", version);
  }
  const replicaElectionResults = draft.replicaElectionResults;
  writer.count(replicaElectionResults.length, flexible);
  for (const element of replicaElectionResults)
    encodeElectLeadersResponseReplicaElectionResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeElectLeadersResponse(reader: Reader, version: number): ElectLeadersResponse {
  reader.begin("ElectLeadersResponse", version, 0, 2);
  const flexible = version >= 2;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = version >= 1 ? reader.int16("errorCode") : 0;
  const replicaElectionResults: ElectLeadersResponseReplicaElectionResult[] =
    decodeElectLeadersResponseReplicaElectionResultArray(
      reader,
      version,
      reader.count("replicaElectionResults", flexible, version >= 2 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode, replicaElectionResults };
}

function encodeElectLeadersResponseReplicaElectionResult(
  writer: Writer,
  draft: ElectLeadersResponseReplicaElectionResultDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.topic, flexible);
  const partitionResult = draft.partitionResult;
  writer.count(partitionResult.length, flexible);
  for (const element of partitionResult)
    encodeElectLeadersResponsePartitionResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeElectLeadersResponseReplicaElectionResult(
  reader: Reader,
  version: number,
): ElectLeadersResponseReplicaElectionResult {
  const flexible = version >= 2;
  const topic = reader.string("ReplicaElectionResult.topic", flexible);
  const partitionResult: ElectLeadersResponsePartitionResult[] =
    decodeElectLeadersResponsePartitionResultArray(
      reader,
      version,
      reader.count("ReplicaElectionResult.partitionResult", flexible, 8),
    );
  if (flexible) reader.skipTags();
  return { topic, partitionResult };
}

function encodeElectLeadersResponsePartitionResult(
  writer: Writer,
  draft: ElectLeadersResponsePartitionResultDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int32(draft.partitionId);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeElectLeadersResponsePartitionResult(
  reader: Reader,
  version: number,
): ElectLeadersResponsePartitionResult {
  const flexible = version >= 2;
  const partitionId = reader.int32("PartitionResult.partitionId");
  const errorCode = reader.int16("PartitionResult.errorCode");
  const errorMessage = reader.nullableString("PartitionResult.errorMessage", flexible);
  if (flexible) reader.skipTags();
  return { partitionId, errorCode, errorMessage };
}

function decodeElectLeadersResponseReplicaElectionResultArray(
  reader: Reader,
  version: number,
  count: number,
): ElectLeadersResponseReplicaElectionResult[] {
  const elements: ElectLeadersResponseReplicaElectionResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeElectLeadersResponseReplicaElectionResult(reader, version));
  return elements;
}

function decodeElectLeadersResponsePartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): ElectLeadersResponsePartitionResult[] {
  const elements: ElectLeadersResponsePartitionResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeElectLeadersResponsePartitionResult(reader, version));
  return elements;
}
