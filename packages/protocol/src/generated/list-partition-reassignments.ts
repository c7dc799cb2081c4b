// Generated from schema/api/list-partition-reassignments.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Lists the partitions that are being moved. Api key 46, version 0. */
export interface ListPartitionReassignmentsRequest {
  timeoutMs: number;
  topics: ListPartitionReassignmentsRequestListPartitionReassignmentsTopics[] | null;
}

export interface ListPartitionReassignmentsRequestListPartitionReassignmentsTopics {
  name: string;
  partitionIndexes: number[];
}

/** What `encodeListPartitionReassignmentsRequest` takes. */
export interface ListPartitionReassignmentsRequestDraft {
  timeoutMs?: number | undefined;
  topics?:
    | readonly ListPartitionReassignmentsRequestListPartitionReassignmentsTopicsDraft[]
    | null
    | undefined;
}

/** What `encodeListPartitionReassignmentsRequest` takes, in part. */
export interface ListPartitionReassignmentsRequestListPartitionReassignmentsTopicsDraft {
  name: string;
  partitionIndexes: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeListPartitionReassignmentsRequest(
  writer: Writer,
  draft: ListPartitionReassignmentsRequestDraft,
  version: number,
): void {
  checkVersion("ListPartitionReassignmentsRequest", version, 0, 0);
  writer.int32(draft.timeoutMs ?? 60000);
  const topics = draft.topics ?? null;
  if (topics === null) {
    writer.nullCount(true);
  } else {
    writer.count(topics.length, true);
    for (const element of topics)
      encodeListPartitionReassignmentsRequestListPartitionReassignmentsTopics(
        writer,
        element,
        version,
      );
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeListPartitionReassignmentsRequest(
  reader: Reader,
  version: number,
): ListPartitionReassignmentsRequest {
  reader.begin("ListPartitionReassignmentsRequest", version, 0, 0);
  const timeoutMs = reader.int32("timeoutMs");
  const topics: ListPartitionReassignmentsRequestListPartitionReassignmentsTopics[] | null =
    decodeNullableListPartitionReassignmentsRequestListPartitionReassignmentsTopicsArray(
      reader,
      version,
      reader.nullableCount("topics", true, 3),
    );
  reader.skipTags();
  return { timeoutMs, topics };
}

function encodeListPartitionReassignmentsRequestListPartitionReassignmentsTopics(
  writer: Writer,
  draft: ListPartitionReassignmentsRequestListPartitionReassignmentsTopicsDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  const partitionIndexes = draft.partitionIndexes;
  writer.count(partitionIndexes.length, true);
  for (const element of partitionIndexes) writer.int32(element);
  writer.uvarint(0);
}

function decodeListPartitionReassignmentsRequestListPartitionReassignmentsTopics(
  reader: Reader,
  _version: number,
): ListPartitionReassignmentsRequestListPartitionReassignmentsTopics {
  const name = reader.string("ListPartitionReassignmentsTopics.name", true);
  const partitionIndexes: number[] = readInt32Array(
    reader,
    "ListPartitionReassignmentsTopics.partitionIndexes",
    reader.count("ListPartitionReassignmentsTopics.partitionIndexes", true, 4),
  );
  reader.skipTags();
  return { name, partitionIndexes };
}

function decodeNullableListPartitionReassignmentsRequestListPartitionReassignmentsTopicsArray(
  reader: Reader,
  version: number,
  count: number,
): ListPartitionReassignmentsRequestListPartitionReassignmentsTopics[] | null {
  return count < 0
    ? null
    : decodeListPartitionReassignmentsRequestListPartitionReassignmentsTopicsArray(
        reader,
        version,
        count,
      );
}

function decodeListPartitionReassignmentsRequestListPartitionReassignmentsTopicsArray(
  reader: Reader,
  version: number,
  count: number,
): ListPartitionReassignmentsRequestListPartitionReassignmentsTopics[] {
  const elements: ListPartitionReassignmentsRequestListPartitionReassignmentsTopics[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeListPartitionReassignmentsRequestListPartitionReassignmentsTopics(reader, version),
    );
  return elements;
}

/** Api key 46, version 0. */
export interface ListPartitionReassignmentsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  topics: ListPartitionReassignmentsResponseOngoingTopicReassignment[];
}

export interface ListPartitionReassignmentsResponseOngoingTopicReassignment {
  name: string;
  partitions: ListPartitionReassignmentsResponseOngoingPartitionReassignment[];
}

export interface ListPartitionReassignmentsResponseOngoingPartitionReassignment {
  partitionIndex: number;
  replicas: number[];
  addingReplicas: number[];
  removingReplicas: number[];
}

/** What `encodeListPartitionReassignmentsResponse` takes. */
export interface ListPartitionReassignmentsResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  topics: readonly ListPartitionReassignmentsResponseOngoingTopicReassignmentDraft[];
}

/** What `encodeListPartitionReassignmentsResponse` takes, in part. */
export interface ListPartitionReassignmentsResponseOngoingTopicReassignmentDraft {
  name: string;
  partitions: readonly ListPartitionReassignmentsResponseOngoingPartitionReassignmentDraft[];
}

/** What `encodeListPartitionReassignmentsResponse` takes, in part. */
export interface ListPartitionReassignmentsResponseOngoingPartitionReassignmentDraft {
  partitionIndex: number;
  replicas: readonly number[];
  addingReplicas: readonly number[];
  removingReplicas: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeListPartitionReassignmentsResponse(
  writer: Writer,
  draft: ListPartitionReassignmentsResponseDraft,
  version: number,
): void {
  checkVersion("ListPartitionReassignmentsResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeListPartitionReassignmentsResponseOngoingTopicReassignment(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeListPartitionReassignmentsResponse(
  reader: Reader,
  version: number,
): ListPartitionReassignmentsResponse {
  reader.begin("ListPartitionReassignmentsResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const topics: ListPartitionReassignmentsResponseOngoingTopicReassignment[] =
    decodeListPartitionReassignmentsResponseOngoingTopicReassignmentArray(
      reader,
      version,
      reader.count("topics", true, 3),
    );
  reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage, topics };
}

function encodeListPartitionReassignmentsResponseOngoingTopicReassignment(
  writer: Writer,
  draft: ListPartitionReassignmentsResponseOngoingTopicReassignmentDraft,
  version: number,
): void {
  writer.string(draft.name, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeListPartitionReassignmentsResponseOngoingPartitionReassignment(writer, element, version);
  writer.uvarint(0);
}

function decodeListPartitionReassignmentsResponseOngoingTopicReassignment(
  reader: Reader,
  version: number,
): ListPartitionReassignmentsResponseOngoingTopicReassignment {
  const name = reader.string("OngoingTopicReassignment.name", true);
  const partitions: ListPartitionReassignmentsResponseOngoingPartitionReassignment[] =
    decodeListPartitionReassignmentsResponseOngoingPartitionReassignmentArray(
      reader,
      version,
      reader.count("OngoingTopicReassignment.partitions", true, 8),
    );
  reader.skipTags();
  return { name, partitions };
}

function encodeListPartitionReassignmentsResponseOngoingPartitionReassignment(
  writer: Writer,
  draft: ListPartitionReassignmentsResponseOngoingPartitionReassignmentDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  const replicas = draft.replicas;
  writer.count(replicas.length, true);
  for (const element of replicas) writer.int32(element);
  const addingReplicas = draft.addingReplicas;
  writer.count(addingReplicas.length, true);
  for (const element of addingReplicas) writer.int32(element);
  const removingReplicas = draft.removingReplicas;
  writer.count(removingReplicas.length, true);
  for (const element of removingReplicas) writer.int32(element);
  writer.uvarint(0);
}

function decodeListPartitionReassignmentsResponseOngoingPartitionReassignment(
  reader: Reader,
  _version: number,
): ListPartitionReassignmentsResponseOngoingPartitionReassignment {
  const partitionIndex = reader.int32("OngoingPartitionReassignment.partitionIndex");
  const replicas: number[] = readInt32Array(
    reader,
    "OngoingPartitionReassignment.replicas",
    reader.count("OngoingPartitionReassignment.replicas", true, 4),
  );
  const addingReplicas: number[] = readInt32Array(
    reader,
    "OngoingPartitionReassignment.addingReplicas",
    reader.count("OngoingPartitionReassignment.addingReplicas", true, 4),
  );
  const removingReplicas: number[] = readInt32Array(
    reader,
    "OngoingPartitionReassignment.removingReplicas",
    reader.count("OngoingPartitionReassignment.removingReplicas", true, 4),
  );
  reader.skipTags();
  return { partitionIndex, replicas, addingReplicas, removingReplicas };
}

function decodeListPartitionReassignmentsResponseOngoingTopicReassignmentArray(
  reader: Reader,
  version: number,
  count: number,
): ListPartitionReassignmentsResponseOngoingTopicReassignment[] {
  const elements: ListPartitionReassignmentsResponseOngoingTopicReassignment[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeListPartitionReassignmentsResponseOngoingTopicReassignment(reader, version),
    );
  return elements;
}

function decodeListPartitionReassignmentsResponseOngoingPartitionReassignmentArray(
  reader: Reader,
  version: number,
  count: number,
): ListPartitionReassignmentsResponseOngoingPartitionReassignment[] {
  const elements: ListPartitionReassignmentsResponseOngoingPartitionReassignment[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeListPartitionReassignmentsResponseOngoingPartitionReassignment(reader, version),
    );
  return elements;
}
