// Generated from schema/api/delete-share-group-state.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Forgets the delivery state of share partitions. Api key 86, version 0. */
export interface DeleteShareGroupStateRequest {
  groupId: string;
  topics: DeleteShareGroupStateRequestDeleteStateData[];
}

export interface DeleteShareGroupStateRequestDeleteStateData {
  topicId: string;
  partitions: DeleteShareGroupStateRequestPartitionData[];
}

export interface DeleteShareGroupStateRequestPartitionData {
  partition: number;
}

/** What `encodeDeleteShareGroupStateRequest` takes. */
export interface DeleteShareGroupStateRequestDraft {
  groupId: string;
  topics: readonly DeleteShareGroupStateRequestDeleteStateDataDraft[];
}

/** What `encodeDeleteShareGroupStateRequest` takes, in part. */
export interface DeleteShareGroupStateRequestDeleteStateDataDraft {
  topicId: string;
  partitions: readonly DeleteShareGroupStateRequestPartitionDataDraft[];
}

/** What `encodeDeleteShareGroupStateRequest` takes, in part. */
export interface DeleteShareGroupStateRequestPartitionDataDraft {
  partition: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteShareGroupStateRequest(
  writer: Writer,
  draft: DeleteShareGroupStateRequestDraft,
  version: number,
): void {
  checkVersion("DeleteShareGroupStateRequest", version, 0, 0);
  writer.string(draft.groupId, true);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeDeleteShareGroupStateRequestDeleteStateData(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteShareGroupStateRequest(
  reader: Reader,
  version: number,
): DeleteShareGroupStateRequest {
  reader.begin("DeleteShareGroupStateRequest", version, 0, 0);
  const groupId = reader.string("groupId", true);
  const topics: DeleteShareGroupStateRequestDeleteStateData[] =
    decodeDeleteShareGroupStateRequestDeleteStateDataArray(
      reader,
      version,
      reader.count("topics", true, 18),
    );
  reader.skipTags();
  return { groupId, topics };
}

function encodeDeleteShareGroupStateRequestDeleteStateData(
  writer: Writer,
  draft: DeleteShareGroupStateRequestDeleteStateDataDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeDeleteShareGroupStateRequestPartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeDeleteShareGroupStateRequestDeleteStateData(
  reader: Reader,
  version: number,
): DeleteShareGroupStateRequestDeleteStateData {
  const topicId = reader.uuid("DeleteStateData.topicId");
  const partitions: DeleteShareGroupStateRequestPartitionData[] =
    decodeDeleteShareGroupStateRequestPartitionDataArray(
      reader,
      version,
      reader.count("DeleteStateData.partitions", true, 5),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeDeleteShareGroupStateRequestPartitionData(
  writer: Writer,
  draft: DeleteShareGroupStateRequestPartitionDataDraft,
  _version: number,
): void {
  writer.int32(draft.partition);
  writer.uvarint(0);
}

function decodeDeleteShareGroupStateRequestPartitionData(
  reader: Reader,
  _version: number,
): DeleteShareGroupStateRequestPartitionData {
  const partition = reader.int32("PartitionData.partition");
  reader.skipTags();
  return { partition };
}

function decodeDeleteShareGroupStateRequestDeleteStateDataArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupStateRequestDeleteStateData[] {
  const elements: DeleteShareGroupStateRequestDeleteStateData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteShareGroupStateRequestDeleteStateData(reader, version));
  return elements;
}

function decodeDeleteShareGroupStateRequestPartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupStateRequestPartitionData[] {
  const elements: DeleteShareGroupStateRequestPartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteShareGroupStateRequestPartitionData(reader, version));
  return elements;
}

/** Api key 86, version 0. */
export interface DeleteShareGroupStateResponse {
  results: DeleteShareGroupStateResponseDeleteStateResult[];
}

export interface DeleteShareGroupStateResponseDeleteStateResult {
  topicId: string;
  partitions: DeleteShareGroupStateResponsePartitionResult[];
}

export interface DeleteShareGroupStateResponsePartitionResult {
  partition: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeDeleteShareGroupStateResponse` takes. */
export interface DeleteShareGroupStateResponseDraft {
  results: readonly DeleteShareGroupStateResponseDeleteStateResultDraft[];
}

/** What `encodeDeleteShareGroupStateResponse` takes, in part. */
export interface DeleteShareGroupStateResponseDeleteStateResultDraft {
  topicId: string;
  partitions: readonly DeleteShareGroupStateResponsePartitionResultDraft[];
}

/** What `encodeDeleteShareGroupStateResponse` takes, in part. */
export interface DeleteShareGroupStateResponsePartitionResultDraft {
  partition: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteShareGroupStateResponse(
  writer: Writer,
  draft: DeleteShareGroupStateResponseDraft,
  version: number,
): void {
  checkVersion("DeleteShareGroupStateResponse", version, 0, 0);
  const results = draft.results;
  writer.count(results.length, true);
  for (const element of results)
    encodeDeleteShareGroupStateResponseDeleteStateResult(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteShareGroupStateResponse(
  reader: Reader,
  version: number,
): DeleteShareGroupStateResponse {
  reader.begin("DeleteShareGroupStateResponse", version, 0, 0);
  const results: DeleteShareGroupStateResponseDeleteStateResult[] =
    decodeDeleteShareGroupStateResponseDeleteStateResultArray(
      reader,
      version,
      reader.count("results", true, 18),
    );
  reader.skipTags();
  return { results };
}

function encodeDeleteShareGroupStateResponseDeleteStateResult(
  writer: Writer,
  draft: DeleteShareGroupStateResponseDeleteStateResultDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeDeleteShareGroupStateResponsePartitionResult(writer, element, version);
  writer.uvarint(0);
}

function decodeDeleteShareGroupStateResponseDeleteStateResult(
  reader: Reader,
  version: number,
): DeleteShareGroupStateResponseDeleteStateResult {
  const topicId = reader.uuid("DeleteStateResult.topicId");
  const partitions: DeleteShareGroupStateResponsePartitionResult[] =
    decodeDeleteShareGroupStateResponsePartitionResultArray(
      reader,
      version,
      reader.count("DeleteStateResult.partitions", true, 8),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeDeleteShareGroupStateResponsePartitionResult(
  writer: Writer,
  draft: DeleteShareGroupStateResponsePartitionResultDraft,
  _version: number,
): void {
  writer.int32(draft.partition);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.uvarint(0);
}

function decodeDeleteShareGroupStateResponsePartitionResult(
  reader: Reader,
  _version: number,
): DeleteShareGroupStateResponsePartitionResult {
  const partition = reader.int32("PartitionResult.partition");
  const errorCode = reader.int16("PartitionResult.errorCode");
  const errorMessage = reader.nullableString("PartitionResult.errorMessage", true);
  reader.skipTags();
  return { partition, errorCode, errorMessage };
}

function decodeDeleteShareGroupStateResponseDeleteStateResultArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupStateResponseDeleteStateResult[] {
  const elements: DeleteShareGroupStateResponseDeleteStateResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteShareGroupStateResponseDeleteStateResult(reader, version));
  return elements;
}

function decodeDeleteShareGroupStateResponsePartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupStateResponsePartitionResult[] {
  const elements: DeleteShareGroupStateResponsePartitionResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteShareGroupStateResponsePartitionResult(reader, version));
  return elements;
}
