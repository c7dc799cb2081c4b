// Generated from schema/api/create-topics.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** Creates topics, or checks whether they could be created. Api key 19, versions 2-7. */
export interface CreateTopicsRequest {
  topics: CreateTopicsRequestCreatableTopic[];
  timeoutMs: number;
  validateOnly: boolean;
}

export interface CreateTopicsRequestCreatableTopic {
  name: string;
  numPartitions: number;
  replicationFactor: number;
  assignments: CreateTopicsRequestCreatableReplicaAssignment[];
  configs: CreateTopicsRequestCreatableTopicConfig[];
}

export interface CreateTopicsRequestCreatableReplicaAssignment {
  partitionIndex: number;
  brokerIds: number[];
}

export interface CreateTopicsRequestCreatableTopicConfig {
  name: string;
  value: string | null;
}

/** What `encodeCreateTopicsRequest` takes. */
export interface CreateTopicsRequestDraft {
  topics: readonly CreateTopicsRequestCreatableTopicDraft[];
  timeoutMs?: number | undefined;
  validateOnly?: boolean | undefined;
}

/** What `encodeCreateTopicsRequest` takes, in part. */
export interface CreateTopicsRequestCreatableTopicDraft {
  name: string;
  numPartitions: number;
  replicationFactor: number;
  assignments: readonly CreateTopicsRequestCreatableReplicaAssignmentDraft[];
  configs: readonly CreateTopicsRequestCreatableTopicConfigDraft[];
}

/** What `encodeCreateTopicsRequest` takes, in part. */
export interface CreateTopicsRequestCreatableReplicaAssignmentDraft {
  partitionIndex: number;
  brokerIds: readonly number[];
}

/** What `encodeCreateTopicsRequest` takes, in part. */
export interface CreateTopicsRequestCreatableTopicConfigDraft {
  name: string;
  value: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeCreateTopicsRequest(
  writer: Writer,
  draft: CreateTopicsRequestDraft,
  version: number,
): void {
  checkVersion("CreateTopicsRequest", version, 2, 7);
  const flexible = version >= 5;
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics) encodeCreateTopicsRequestCreatableTopic(writer, element, version);
  writer.int32(draft.timeoutMs ?? 60000);
  writer.bool(draft.validateOnly ?? false);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeCreateTopicsRequest(reader: Reader, version: number): CreateTopicsRequest {
  reader.begin("CreateTopicsRequest", version, 2, 7);
  const flexible = version >= 5;
  const topics: CreateTopicsRequestCreatableTopic[] = decodeCreateTopicsRequestCreatableTopicArray(
    reader,
    version,
    reader.count("topics", flexible, version >= 5 ? 10 : 16),
  );
  const timeoutMs = reader.int32("timeoutMs");
  const validateOnly = reader.bool("validateOnly");
  if (flexible) reader.skipTags();
  return { topics, timeoutMs, validateOnly };
}

function encodeCreateTopicsRequestCreatableTopic(
  writer: Writer,
  draft: CreateTopicsRequestCreatableTopicDraft,
  version: number,
): void {
  const flexible = version >= 5;
  writer.string(draft.name, flexible);
  writer.int32(draft.numPartitions);
  writer.int16(draft.replicationFactor);
  const assignments = draft.assignments;
  writer.count(assignments.length, flexible);
  for (const element of assignments)
    encodeCreateTopicsRequestCreatableReplicaAssignment(writer, element, version);
  const configs = draft.configs;
  writer.count(configs.length, flexible);
  for (const element of configs)
    encodeCreateTopicsRequestCreatableTopicConfig(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeCreateTopicsRequestCreatableTopic(
  reader: Reader,
  version: number,
): CreateTopicsRequestCreatableTopic {
  const flexible = version >= 5;
  const name = reader.string("CreatableTopic.name", flexible);
  const numPartitions = reader.int32("CreatableTopic.numPartitions");
  const replicationFactor = reader.int16("CreatableTopic.replicationFactor");
  const assignments: CreateTopicsRequestCreatableReplicaAssignment[] =
    decodeCreateTopicsRequestCreatableReplicaAssignmentArray(
      reader,
      version,
      reader.count("CreatableTopic.assignments", flexible, version >= 5 ? 6 : 8),
    );
  const configs: CreateTopicsRequestCreatableTopicConfig[] =
    decodeCreateTopicsRequestCreatableTopicConfigArray(
      reader,
      version,
      reader.count("CreatableTopic.configs", flexible, version >= 5 ? 3 : 4),
    );
  if (flexible) reader.skipTags();
  return { name, numPartitions, replicationFactor, assignments, configs };
}

function encodeCreateTopicsRequestCreatableReplicaAssignment(
  writer: Writer,
  draft: CreateTopicsRequestCreatableReplicaAssignmentDraft,
  version: number,
): void {
  const flexible = version >= 5;
  writer.int32(draft.partitionIndex);
  const brokerIds = draft.brokerIds;
  writer.count(brokerIds.length, flexible);
  for (const element of brokerIds) writer.int32(element);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeCreateTopicsRequestCreatableReplicaAssignment(
  reader: Reader,
  version: number,
): CreateTopicsRequestCreatableReplicaAssignment {
  const flexible = version >= 5;
  const partitionIndex = reader.int32("CreatableReplicaAssignment.partitionIndex");
  const brokerIds: number[] = readInt32Array(
    reader,
    "CreatableReplicaAssignment.brokerIds",
    reader.count("CreatableReplicaAssignment.brokerIds", flexible, 4),
  );
  if (flexible) reader.skipTags();
  return { partitionIndex, brokerIds };
}

function encodeCreateTopicsRequestCreatableTopicConfig(
  writer: Writer,
  draft: CreateTopicsRequestCreatableTopicConfigDraft,
  version: number,
): void {
  const flexible = version >= 5;
  writer.string(draft.name, flexible);
  writer.nullableString(draft.value, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeCreateTopicsRequestCreatableTopicConfig(
  reader: Reader,
  version: number,
): CreateTopicsRequestCreatableTopicConfig {
  const flexible = version >= 5;
  const name = reader.string("CreatableTopicConfig.name", flexible);
  const value = reader.nullableString("CreatableTopicConfig.value", flexible);
  if (flexible) reader.skipTags();
  return { name, value };
}

function decodeCreateTopicsRequestCreatableTopicArray(
  reader: Reader,
  version: number,
  count: number,
): CreateTopicsRequestCreatableTopic[] {
  const elements: CreateTopicsRequestCreatableTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeCreateTopicsRequestCreatableTopic(reader, version));
  return elements;
}

function decodeCreateTopicsRequestCreatableReplicaAssignmentArray(
  reader: Reader,
  version: number,
  count: number,
): CreateTopicsRequestCreatableReplicaAssignment[] {
  const elements: CreateTopicsRequestCreatableReplicaAssignment[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeCreateTopicsRequestCreatableReplicaAssignment(reader, version));
  return elements;
}

function decodeCreateTopicsRequestCreatableTopicConfigArray(
  reader: Reader,
  version: number,
  count: number,
): CreateTopicsRequestCreatableTopicConfig[] {
  const elements: CreateTopicsRequestCreatableTopicConfig[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeCreateTopicsRequestCreatableTopicConfig(reader, version));
  return elements;
}

/** Api key 19, versions 2-7. */
export interface CreateTopicsResponse {
  throttleTimeMs: number;
  topics: CreateTopicsResponseCreatableTopicResult[];
}

export interface CreateTopicsResponseCreatableTopicResult {
  name: string;
  /** Version 7. */
  topicId: string;
  errorCode: number;
  errorMessage: string | null;
  /** Versions 5 and later. */
  topicConfigErrorCode: number;
  /** Versions 5 and later. */
  numPartitions: number;
  /** Versions 5 and later. */
  replicationFactor: number;
  /** Versions 5 and later. */
  configs: CreateTopicsResponseCreatableTopicConfigs[] | null;
}

export interface CreateTopicsResponseCreatableTopicConfigs {
  name: string;
  value: string | null;
  readOnly: boolean;
  configSource: number;
  isSensitive: boolean;
}

/** What `encodeCreateTopicsResponse` takes. */
export interface CreateTopicsResponseDraft {
  throttleTimeMs: number;
  topics: readonly CreateTopicsResponseCreatableTopicResultDraft[];
}

/** What `encodeCreateTopicsResponse` takes, in part. */
export interface CreateTopicsResponseCreatableTopicResultDraft {
  name: string;
  topicId?: string | undefined;
  errorCode: number;
  errorMessage: string | null;
  topicConfigErrorCode?: number | undefined;
  numPartitions?: number | undefined;
  replicationFactor?: number | undefined;
  configs?: readonly CreateTopicsResponseCreatableTopicConfigsDraft[] | null | undefined;
}

/** What `encodeCreateTopicsResponse` takes, in part. */
export interface CreateTopicsResponseCreatableTopicConfigsDraft {
  name: string;
  value: string | null;
  readOnly: boolean;
  configSource?: number | undefined;
  isSensitive: boolean;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeCreateTopicsResponse(
  writer: Writer,
  draft: CreateTopicsResponseDraft,
  version: number,
): void {
  checkVersion("CreateTopicsResponse", version, 2, 7);
  const flexible = version >= 5;
  writer.int32(draft.throttleTimeMs);
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeCreateTopicsResponseCreatableTopicResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeCreateTopicsResponse(reader: Reader, version: number): CreateTopicsResponse {
  reader.begin("CreateTopicsResponse", version, 2, 7);
  const flexible = version >= 5;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const topics: CreateTopicsResponseCreatableTopicResult[] =
    decodeCreateTopicsResponseCreatableTopicResultArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 7 ? 28 : version >= 5 ? 12 : 6),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, topics };
}

function encodeCreateTopicsResponseCreatableTopicResult(
  writer: Writer,
  draft: CreateTopicsResponseCreatableTopicResultDraft,
  version: number,
): void {
  const flexible = version >= 5;
  writer.string(draft.name, flexible);
  if (version >= 7) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  if (version >= 5) {
    writer.int32(draft.numPartitions ?? -1);
  }
  if (version >= 5) {
    writer.int16(draft.replicationFactor ?? -1);
  }
  const configs = draft.configs === undefined ? [] : draft.configs;
  if (version >= 5) {
    if (configs === null) {
      writer.nullCount(flexible);
    } else {
      writer.count(configs.length, flexible);
      for (const element of configs)
        encodeCreateTopicsResponseCreatableTopicConfigs(writer, element, version);
    }
  }
  const topicConfigErrorCode = draft.topicConfigErrorCode ?? 0;
  const hasTopicConfigErrorCode = version >= 5 && topicConfigErrorCode !== 0;
  if (flexible) {
    writer.uvarint(hasTopicConfigErrorCode ? 1 : 0);
    if (hasTopicConfigErrorCode) {
      const mark = writer.beginTag(0);
      writer.int16(topicConfigErrorCode);
      writer.endTag(mark);
    }
  }
}

function decodeCreateTopicsResponseCreatableTopicResult(
  reader: Reader,
  version: number,
): CreateTopicsResponseCreatableTopicResult {
  const flexible = version >= 5;
  const name = reader.string("CreatableTopicResult.name", flexible);
  const topicId = version >= 7 ? reader.uuid("CreatableTopicResult.topicId") : ZERO_UUID;
  const errorCode = reader.int16("CreatableTopicResult.errorCode");
  const errorMessage = reader.nullableString("CreatableTopicResult.errorMessage", flexible);
  const numPartitions = version >= 5 ? reader.int32("CreatableTopicResult.numPartitions") : -1;
  const replicationFactor =
    version >= 5 ? reader.int16("CreatableTopicResult.replicationFactor") : -1;
  const configs: CreateTopicsResponseCreatableTopicConfigs[] | null =
    version >= 5
      ? decodeNullableCreateTopicsResponseCreatableTopicConfigsArray(
          reader,
          version,
          reader.nullableCount("CreatableTopicResult.configs", flexible, 6),
        )
      : [];
  let topicConfigErrorCode: number = 0;
  if (flexible) {
    for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0) {
        topicConfigErrorCode = reader.int16("CreatableTopicResult.topicConfigErrorCode");
        reader.closeTag(tag, end);
      } else {
        reader.skipTag(end);
      }
    }
  }
  return {
    name,
    topicId,
    errorCode,
    errorMessage,
    topicConfigErrorCode,
    numPartitions,
    replicationFactor,
    configs,
  };
}

function encodeCreateTopicsResponseCreatableTopicConfigs(
  writer: Writer,
  draft: CreateTopicsResponseCreatableTopicConfigsDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.nullableString(draft.value, true);
  writer.bool(draft.readOnly);
  writer.int8(draft.configSource ?? -1);
  writer.bool(draft.isSensitive);
  writer.uvarint(0);
}

function decodeCreateTopicsResponseCreatableTopicConfigs(
  reader: Reader,
  _version: number,
): CreateTopicsResponseCreatableTopicConfigs {
  const name = reader.string("CreatableTopicConfigs.name", true);
  const value = reader.nullableString("CreatableTopicConfigs.value", true);
  const readOnly = reader.bool("CreatableTopicConfigs.readOnly");
  const configSource = reader.int8("CreatableTopicConfigs.configSource");
  const isSensitive = reader.bool("CreatableTopicConfigs.isSensitive");
  reader.skipTags();
  return { name, value, readOnly, configSource, isSensitive };
}

function decodeCreateTopicsResponseCreatableTopicResultArray(
  reader: Reader,
  version: number,
  count: number,
): CreateTopicsResponseCreatableTopicResult[] {
  const elements: CreateTopicsResponseCreatableTopicResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeCreateTopicsResponseCreatableTopicResult(reader, version));
  return elements;
}

function decodeNullableCreateTopicsResponseCreatableTopicConfigsArray(
  reader: Reader,
  version: number,
  count: number,
): CreateTopicsResponseCreatableTopicConfigs[] | null {
  return count < 0
    ? null
    : decodeCreateTopicsResponseCreatableTopicConfigsArray(reader, version, count);
}

function decodeCreateTopicsResponseCreatableTopicConfigsArray(
  reader: Reader,
  version: number,
  count: number,
): CreateTopicsResponseCreatableTopicConfigs[] {
  const elements: CreateTopicsResponseCreatableTopicConfigs[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeCreateTopicsResponseCreatableTopicConfigs(reader, version));
  return elements;
}
