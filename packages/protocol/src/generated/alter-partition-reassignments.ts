// Generated from schema/api/alter-partition-reassignments.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readNullableInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Starts or cancels moving partitions to other brokers (KIP-455). Api key 45, versions 0-1. */
export interface AlterPartitionReassignmentsRequest {
  timeoutMs: number;
  /** Version 1. */
  allowReplicationFactorChange: boolean;
  topics: AlterPartitionReassignmentsRequestReassignableTopic[];
}

export interface AlterPartitionReassignmentsRequestReassignableTopic {
  name: string;
  partitions: AlterPartitionReassignmentsRequestReassignablePartition[];
}

export interface AlterPartitionReassignmentsRequestReassignablePartition {
  partitionIndex: number;
  replicas: number[] | null;
}

/** What `encodeAlterPartitionReassignmentsRequest` takes. */
export interface AlterPartitionReassignmentsRequestDraft {
  timeoutMs?: number | undefined;
  allowReplicationFactorChange?: boolean | undefined;
  topics: readonly AlterPartitionReassignmentsRequestReassignableTopicDraft[];
}

/** What `encodeAlterPartitionReassignmentsRequest` takes, in part. */
export interface AlterPartitionReassignmentsRequestReassignableTopicDraft {
  name: string;
  partitions: readonly AlterPartitionReassignmentsRequestReassignablePartitionDraft[];
}

/** What `encodeAlterPartitionReassignmentsRequest` takes, in part. */
export interface AlterPartitionReassignmentsRequestReassignablePartitionDraft {
  partitionIndex: number;
  replicas?: readonly number[] | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterPartitionReassignmentsRequest(
  writer: Writer,
  draft: AlterPartitionReassignmentsRequestDraft,
  version: number,
): void {
  checkVersion("AlterPartitionReassignmentsRequest", version, 0, 1);
  writer.int32(draft.timeoutMs ?? 60000);
  if (version >= 1) {
    writer.bool(draft.allowReplicationFactorChange ?? true);
  } else if ((draft.allowReplicationFactorChange ?? true) !== true) {
    throw unsupportedField(
      "AlterPartitionReassignmentsRequest",
      "allowReplicationFactorChange",
      version,
    );
  }
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeAlterPartitionReassignmentsRequestReassignableTopic(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterPartitionReassignmentsRequest(
  reader: Reader,
  version: number,
): AlterPartitionReassignmentsRequest {
  reader.begin("AlterPartitionReassignmentsRequest", version, 0, 1);
  const timeoutMs = reader.int32("timeoutMs");
  const allowReplicationFactorChange =
    version >= 1 ? reader.bool("allowReplicationFactorChange") : true;
  const topics: AlterPartitionReassignmentsRequestReassignableTopic[] =
    decodeAlterPartitionReassignmentsRequestReassignableTopicArray(
      reader,
      version,
      reader.count("topics", true, 3),
    );
  reader.skipTags();
  return { timeoutMs, allowReplicationFactorChange, topics };
}

function encodeAlterPartitionReassignmentsRequestReassignableTopic(
  writer: Writer,
  draft: AlterPartitionReassignmentsRequestReassignableTopicDraft,
  version: number,
): void {
  writer.string(draft.name, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeAlterPartitionReassignmentsRequestReassignablePartition(writer, element, version);
  writer.uvarint(0);
}

function decodeAlterPartitionReassignmentsRequestReassignableTopic(
  reader: Reader,
  version: number,
): AlterPartitionReassignmentsRequestReassignableTopic {
  const name = reader.string("ReassignableTopic.name", true);
  const partitions: AlterPartitionReassignmentsRequestReassignablePartition[] =
    decodeAlterPartitionReassignmentsRequestReassignablePartitionArray(
      reader,
      version,
      reader.count("ReassignableTopic.partitions", true, 6),
    );
  reader.skipTags();
  return { name, partitions };
}

function encodeAlterPartitionReassignmentsRequestReassignablePartition(
  writer: Writer,
  draft: AlterPartitionReassignmentsRequestReassignablePartitionDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  const replicas = draft.replicas ?? null;
  if (replicas === null) {
    writer.nullCount(true);
  } else {
    writer.count(replicas.length, true);
    for (const element of replicas) writer.int32(element);
  }
  writer.uvarint(0);
}

function decodeAlterPartitionReassignmentsRequestReassignablePartition(
  reader: Reader,
  _version: number,
): AlterPartitionReassignmentsRequestReassignablePartition {
  const partitionIndex = reader.int32("ReassignablePartition.partitionIndex");
  const replicas: number[] | null = readNullableInt32Array(
    reader,
    "ReassignablePartition.replicas",
    reader.nullableCount("ReassignablePartition.replicas", true, 4),
  );
  reader.skipTags();
  return { partitionIndex, replicas };
}

function decodeAlterPartitionReassignmentsRequestReassignableTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionReassignmentsRequestReassignableTopic[] {
  const elements: AlterPartitionReassignmentsRequestReassignableTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterPartitionReassignmentsRequestReassignableTopic(reader, version));
  return elements;
}

function decodeAlterPartitionReassignmentsRequestReassignablePartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionReassignmentsRequestReassignablePartition[] {
  const elements: AlterPartitionReassignmentsRequestReassignablePartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterPartitionReassignmentsRequestReassignablePartition(reader, version));
  return elements;
}

/** Api key 45, versions 0-1. */
export interface AlterPartitionReassignmentsResponse {
  throttleTimeMs: number;
  /** Version 1. */
  allowReplicationFactorChange: boolean;
  errorCode: number;
  errorMessage: string | null;
  responses: AlterPartitionReassignmentsResponseReassignableTopicResponse[];
}

export interface AlterPartitionReassignmentsResponseReassignableTopicResponse {
  name: string;
  partitions: AlterPartitionReassignmentsResponseReassignablePartitionResponse[];
}

export interface AlterPartitionReassignmentsResponseReassignablePartitionResponse {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeAlterPartitionReassignmentsResponse` takes. */
export interface AlterPartitionReassignmentsResponseDraft {
  throttleTimeMs: number;
  allowReplicationFactorChange?: boolean | undefined;
  errorCode: number;
  errorMessage: string | null;
  responses: readonly AlterPartitionReassignmentsResponseReassignableTopicResponseDraft[];
}

/** What `encodeAlterPartitionReassignmentsResponse` takes, in part. */
export interface AlterPartitionReassignmentsResponseReassignableTopicResponseDraft {
  name: string;
  partitions: readonly AlterPartitionReassignmentsResponseReassignablePartitionResponseDraft[];
}

/** What `encodeAlterPartitionReassignmentsResponse` takes, in part. */
export interface AlterPartitionReassignmentsResponseReassignablePartitionResponseDraft {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterPartitionReassignmentsResponse(
  writer: Writer,
  draft: AlterPartitionReassignmentsResponseDraft,
  version: number,
): void {
  checkVersion("AlterPartitionReassignmentsResponse", version, 0, 1);
  writer.int32(draft.throttleTimeMs);
  if (version >= 1) {
    writer.bool(draft.allowReplicationFactorChange ?? true);
  }
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  const responses = draft.responses;
  writer.count(responses.length, true);
  for (const element of responses)
    encodeAlterPartitionReassignmentsResponseReassignableTopicResponse(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterPartitionReassignmentsResponse(
  reader: Reader,
  version: number,
): AlterPartitionReassignmentsResponse {
  reader.begin("AlterPartitionReassignmentsResponse", version, 0, 1);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const allowReplicationFactorChange =
    version >= 1 ? reader.bool("allowReplicationFactorChange") : true;
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const responses: AlterPartitionReassignmentsResponseReassignableTopicResponse[] =
    decodeAlterPartitionReassignmentsResponseReassignableTopicResponseArray(
      reader,
      version,
      reader.count("responses", true, 3),
    );
  reader.skipTags();
  return { throttleTimeMs, allowReplicationFactorChange, errorCode, errorMessage, responses };
}

function encodeAlterPartitionReassignmentsResponseReassignableTopicResponse(
  writer: Writer,
  draft: AlterPartitionReassignmentsResponseReassignableTopicResponseDraft,
  version: number,
): void {
  writer.string(draft.name, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeAlterPartitionReassignmentsResponseReassignablePartitionResponse(
      writer,
      element,
      version,
    );
  writer.uvarint(0);
}

function decodeAlterPartitionReassignmentsResponseReassignableTopicResponse(
  reader: Reader,
  version: number,
): AlterPartitionReassignmentsResponseReassignableTopicResponse {
  const name = reader.string("ReassignableTopicResponse.name", true);
  const partitions: AlterPartitionReassignmentsResponseReassignablePartitionResponse[] =
    decodeAlterPartitionReassignmentsResponseReassignablePartitionResponseArray(
      reader,
      version,
      reader.count("ReassignableTopicResponse.partitions", true, 8),
    );
  reader.skipTags();
  return { name, partitions };
}

function encodeAlterPartitionReassignmentsResponseReassignablePartitionResponse(
  writer: Writer,
  draft: AlterPartitionReassignmentsResponseReassignablePartitionResponseDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  writer.uvarint(0);
}

function decodeAlterPartitionReassignmentsResponseReassignablePartitionResponse(
  reader: Reader,
  _version: number,
): AlterPartitionReassignmentsResponseReassignablePartitionResponse {
  const partitionIndex = reader.int32("ReassignablePartitionResponse.partitionIndex");
  const errorCode = reader.int16("ReassignablePartitionResponse.errorCode");
  const errorMessage = reader.nullableString("ReassignablePartitionResponse.errorMessage", true);
  reader.skipTags();
  return { partitionIndex, errorCode, errorMessage };
}

function decodeAlterPartitionReassignmentsResponseReassignableTopicResponseArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionReassignmentsResponseReassignableTopicResponse[] {
  const elements: AlterPartitionReassignmentsResponseReassignableTopicResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeAlterPartitionReassignmentsResponseReassignableTopicResponse(reader, version),
    );
  return elements;
}

function decodeAlterPartitionReassignmentsResponseReassignablePartitionResponseArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionReassignmentsResponseReassignablePartitionResponse[] {
  const elements: AlterPartitionReassignmentsResponseReassignablePartitionResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeAlterPartitionReassignmentsResponseReassignablePartitionResponse(reader, version),
    );
  return elements;
}
