// Generated from schema/api/create-partitions.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Adds partitions to topics. Api key 37, versions 0-3. */
export interface CreatePartitionsRequest {
  topics: CreatePartitionsRequestCreatePartitionsTopic[];
  timeoutMs: number;
  validateOnly: boolean;
}

export interface CreatePartitionsRequestCreatePartitionsTopic {
  name: string;
  count: number;
  assignments: CreatePartitionsRequestCreatePartitionsAssignment[] | null;
}

export interface CreatePartitionsRequestCreatePartitionsAssignment {
  brokerIds: number[];
}

/** What `encodeCreatePartitionsRequest` takes. */
export interface CreatePartitionsRequestDraft {
  topics: readonly CreatePartitionsRequestCreatePartitionsTopicDraft[];
  timeoutMs: number;
  validateOnly: boolean;
}

/** What `encodeCreatePartitionsRequest` takes, in part. */
export interface CreatePartitionsRequestCreatePartitionsTopicDraft {
  name: string;
  count: number;
  assignments: readonly CreatePartitionsRequestCreatePartitionsAssignmentDraft[] | null;
}

/** What `encodeCreatePartitionsRequest` takes, in part. */
export interface CreatePartitionsRequestCreatePartitionsAssignmentDraft {
  brokerIds: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeCreatePartitionsRequest(
  writer: Writer,
  draft: CreatePartitionsRequestDraft,
  version: number,
): void {
  checkVersion("CreatePartitionsRequest", version, 0, 3);
  const flexible = version >= 2;
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeCreatePartitionsRequestCreatePartitionsTopic(writer, element, version);
  writer.int32(draft.timeoutMs);
  writer.bool(draft.validateOnly);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeCreatePartitionsRequest(
  reader: Reader,
  version: number,
): CreatePartitionsRequest {
  reader.begin("CreatePartitionsRequest", version, 0, 3);
  const flexible = version >= 2;
  const topics: CreatePartitionsRequestCreatePartitionsTopic[] =
    decodeCreatePartitionsRequestCreatePartitionsTopicArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 2 ? 7 : 10),
    );
  const timeoutMs = reader.int32("timeoutMs");
  const validateOnly = reader.bool("validateOnly");
  if (flexible) reader.skipTags();
  return { topics, timeoutMs, validateOnly };
}

function encodeCreatePartitionsRequestCreatePartitionsTopic(
  writer: Writer,
  draft: CreatePartitionsRequestCreatePartitionsTopicDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.name, flexible);
  writer.int32(draft.count);
  const assignments = draft.assignments;
  if (assignments === null) {
    writer.nullCount(flexible);
  } else {
    writer.count(assignments.length, flexible);
    for (const element of assignments)
      encodeCreatePartitionsRequestCreatePartitionsAssignment(writer, element, version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeCreatePartitionsRequestCreatePartitionsTopic(
  reader: Reader,
  version: number,
): CreatePartitionsRequestCreatePartitionsTopic {
  const flexible = version >= 2;
  const name = reader.string("CreatePartitionsTopic.name", flexible);
  const count = reader.int32("CreatePartitionsTopic.count");
  const assignments: CreatePartitionsRequestCreatePartitionsAssignment[] | null =
    decodeNullableCreatePartitionsRequestCreatePartitionsAssignmentArray(
      reader,
      version,
      reader.nullableCount("CreatePartitionsTopic.assignments", flexible, version >= 2 ? 2 : 4),
    );
  if (flexible) reader.skipTags();
  return { name, count, assignments };
}

function encodeCreatePartitionsRequestCreatePartitionsAssignment(
  writer: Writer,
  draft: CreatePartitionsRequestCreatePartitionsAssignmentDraft,
  version: number,
): void {
  const flexible = version >= 2;
  const brokerIds = draft.brokerIds;
  writer.count(brokerIds.length, flexible);
  for (const element of brokerIds) writer.int32(element);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeCreatePartitionsRequestCreatePartitionsAssignment(
  reader: Reader,
  version: number,
): CreatePartitionsRequestCreatePartitionsAssignment {
  const flexible = version >= 2;
  const brokerIds: number[] = readInt32Array(
    reader,
    "CreatePartitionsAssignment.brokerIds",
    reader.count("CreatePartitionsAssignment.brokerIds", flexible, 4),
  );
  if (flexible) reader.skipTags();
  return { brokerIds };
}

function decodeCreatePartitionsRequestCreatePartitionsTopicArray(
  reader: Reader,
  version: number,
  count: number,
): CreatePartitionsRequestCreatePartitionsTopic[] {
  const elements: CreatePartitionsRequestCreatePartitionsTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeCreatePartitionsRequestCreatePartitionsTopic(reader, version));
  return elements;
}

function decodeNullableCreatePartitionsRequestCreatePartitionsAssignmentArray(
  reader: Reader,
  version: number,
  count: number,
): CreatePartitionsRequestCreatePartitionsAssignment[] | null {
  return count < 0
    ? null
    : decodeCreatePartitionsRequestCreatePartitionsAssignmentArray(reader, version, count);
}

function decodeCreatePartitionsRequestCreatePartitionsAssignmentArray(
  reader: Reader,
  version: number,
  count: number,
): CreatePartitionsRequestCreatePartitionsAssignment[] {
  const elements: CreatePartitionsRequestCreatePartitionsAssignment[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeCreatePartitionsRequestCreatePartitionsAssignment(reader, version));
  return elements;
}

/** Api key 37, versions 0-3. */
export interface CreatePartitionsResponse {
  throttleTimeMs: number;
  results: CreatePartitionsResponseCreatePartitionsTopicResult[];
}

export interface CreatePartitionsResponseCreatePartitionsTopicResult {
  name: string;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeCreatePartitionsResponse` takes. */
export interface CreatePartitionsResponseDraft {
  throttleTimeMs: number;
  results: readonly CreatePartitionsResponseCreatePartitionsTopicResultDraft[];
}

/** What `encodeCreatePartitionsResponse` takes, in part. */
export interface CreatePartitionsResponseCreatePartitionsTopicResultDraft {
  name: string;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeCreatePartitionsResponse(
  writer: Writer,
  draft: CreatePartitionsResponseDraft,
  version: number,
): void {
  checkVersion("CreatePartitionsResponse", version, 0, 3);
  const flexible = version >= 2;
  writer.int32(draft.throttleTimeMs);
  const results = draft.results;
  writer.count(results.length, flexible);
  for (const element of results)
    encodeCreatePartitionsResponseCreatePartitionsTopicResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeCreatePartitionsResponse(
  reader: Reader,
  version: number,
): CreatePartitionsResponse {
  reader.begin("CreatePartitionsResponse", version, 0, 3);
  const flexible = version >= 2;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const results: CreatePartitionsResponseCreatePartitionsTopicResult[] =
    decodeCreatePartitionsResponseCreatePartitionsTopicResultArray(
      reader,
      version,
      reader.count("results", flexible, version >= 2 ? 5 : 6),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, results };
}

function encodeCreatePartitionsResponseCreatePartitionsTopicResult(
  writer: Writer,
  draft: CreatePartitionsResponseCreatePartitionsTopicResultDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.name, flexible);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeCreatePartitionsResponseCreatePartitionsTopicResult(
  reader: Reader,
  version: number,
): CreatePartitionsResponseCreatePartitionsTopicResult {
  const flexible = version >= 2;
  const name = reader.string("CreatePartitionsTopicResult.name", flexible);
  const errorCode = reader.int16("CreatePartitionsTopicResult.errorCode");
  const errorMessage = reader.nullableString("CreatePartitionsTopicResult.errorMessage", flexible);
  if (flexible) reader.skipTags();
  return { name, errorCode, errorMessage };
}

function decodeCreatePartitionsResponseCreatePartitionsTopicResultArray(
  reader: Reader,
  version: number,
  count: number,
): CreatePartitionsResponseCreatePartitionsTopicResult[] {
  const elements: CreatePartitionsResponseCreatePartitionsTopicResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeCreatePartitionsResponseCreatePartitionsTopicResult(reader, version));
  return elements;
}
