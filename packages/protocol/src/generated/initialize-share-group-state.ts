// Generated from schema/api/initialize-share-group-state.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Begins the delivery state of share partitions. Api key 83, version 0. */
export interface InitializeShareGroupStateRequest {
  groupId: string;
  topics: InitializeShareGroupStateRequestInitializeStateData[];
}

export interface InitializeShareGroupStateRequestInitializeStateData {
  topicId: string;
  partitions: InitializeShareGroupStateRequestPartitionData[];
}

export interface InitializeShareGroupStateRequestPartitionData {
  partition: number;
  stateEpoch: number;
  startOffset: number;
}

/** What `encodeInitializeShareGroupStateRequest` takes. */
export interface InitializeShareGroupStateRequestDraft {
  groupId: string;
  topics: readonly InitializeShareGroupStateRequestInitializeStateDataDraft[];
}

/** What `encodeInitializeShareGroupStateRequest` takes, in part. */
export interface InitializeShareGroupStateRequestInitializeStateDataDraft {
  topicId: string;
  partitions: readonly InitializeShareGroupStateRequestPartitionDataDraft[];
}

/** What `encodeInitializeShareGroupStateRequest` takes, in part. */
export interface InitializeShareGroupStateRequestPartitionDataDraft {
  partition: number;
  stateEpoch: number;
  startOffset: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeInitializeShareGroupStateRequest(
  writer: Writer,
  draft: InitializeShareGroupStateRequestDraft,
  version: number,
): void {
  checkVersion("InitializeShareGroupStateRequest", version, 0, 0);
  writer.string(draft.groupId, true);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeInitializeShareGroupStateRequestInitializeStateData(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeInitializeShareGroupStateRequest(
  reader: Reader,
  version: number,
): InitializeShareGroupStateRequest {
  reader.begin("InitializeShareGroupStateRequest", version, 0, 0);
  const groupId = reader.string("groupId", true);
  const topics: InitializeShareGroupStateRequestInitializeStateData[] =
    decodeInitializeShareGroupStateRequestInitializeStateDataArray(
      reader,
      version,
      reader.count("topics", true, 18),
    );
  reader.skipTags();
  return { groupId, topics };
}

function encodeInitializeShareGroupStateRequestInitializeStateData(
  writer: Writer,
  draft: InitializeShareGroupStateRequestInitializeStateDataDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeInitializeShareGroupStateRequestPartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeInitializeShareGroupStateRequestInitializeStateData(
  reader: Reader,
  version: number,
): InitializeShareGroupStateRequestInitializeStateData {
  const topicId = reader.uuid("InitializeStateData.topicId");
  const partitions: InitializeShareGroupStateRequestPartitionData[] =
    decodeInitializeShareGroupStateRequestPartitionDataArray(
      reader,
      version,
      reader.count("InitializeStateData.partitions", true, 17),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeInitializeShareGroupStateRequestPartitionData(
  writer: Writer,
  draft: InitializeShareGroupStateRequestPartitionDataDraft,
  _version: number,
): void {
  writer.int32(draft.partition);
  writer.int32(draft.stateEpoch);
  writer.int64(draft.startOffset);
  writer.uvarint(0);
}

function decodeInitializeShareGroupStateRequestPartitionData(
  reader: Reader,
  _version: number,
): InitializeShareGroupStateRequestPartitionData {
  const partition = reader.int32("PartitionData.partition");
  const stateEpoch = reader.int32("PartitionData.stateEpoch");
  const startOffset = reader.int64("PartitionData.startOffset");
  reader.skipTags();
  return { partition, stateEpoch, startOffset };
}

function decodeInitializeShareGroupStateRequestInitializeStateDataArray(
  reader: Reader,
  version: number,
  count: number,
): InitializeShareGroupStateRequestInitializeStateData[] {
  const elements: InitializeShareGroupStateRequestInitializeStateData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeInitializeShareGroupStateRequestInitializeStateData(reader, version));
  return elements;
}

function decodeInitializeShareGroupStateRequestPartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): InitializeShareGroupStateRequestPartitionData[] {
  const elements: InitializeShareGroupStateRequestPartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeInitializeShareGroupStateRequestPartitionData(reader, version));
  return elements;
}

/** Api key 83, version 0. */
export interface InitializeShareGroupStateResponse {
  results: InitializeShareGroupStateResponseInitializeStateResult[];
}

export interface InitializeShareGroupStateResponseInitializeStateResult {
  topicId: string;
  partitions: InitializeShareGroupStateResponsePartitionResult[];
}

export interface InitializeShareGroupStateResponsePartitionResult {
  partition: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeInitializeShareGroupStateResponse` takes. */
export interface InitializeShareGroupStateResponseDraft {
  results: readonly InitializeShareGroupStateResponseInitializeStateResultDraft[];
}

/** What `encodeInitializeShareGroupStateResponse` takes, in part. */
export interface InitializeShareGroupStateResponseInitializeStateResultDraft {
  topicId: string;
  partitions: readonly InitializeShareGroupStateResponsePartitionResultDraft[];
}

/** What `encodeInitializeShareGroupStateResponse` takes, in part. */
export interface InitializeShareGroupStateResponsePartitionResultDraft {
  partition: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeInitializeShareGroupStateResponse(
  writer: Writer,
  draft: InitializeShareGroupStateResponseDraft,
  version: number,
): void {
  checkVersion("InitializeShareGroupStateResponse", version, 0, 0);
  const results = draft.results;
  writer.count(results.length, true);
  for (const element of results)
    encodeInitializeShareGroupStateResponseInitializeStateResult(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeInitializeShareGroupStateResponse(
  reader: Reader,
  version: number,
): InitializeShareGroupStateResponse {
  reader.begin("InitializeShareGroupStateResponse", version, 0, 0);
  const results: InitializeShareGroupStateResponseInitializeStateResult[] =
    decodeInitializeShareGroupStateResponseInitializeStateResultArray(
      reader,
      version,
      reader.count("results", true, 18),
    );
  reader.skipTags();
  return { results };
}

function encodeInitializeShareGroupStateResponseInitializeStateResult(
  writer: Writer,
  draft: InitializeShareGroupStateResponseInitializeStateResultDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeInitializeShareGroupStateResponsePartitionResult(writer, element, version);
  writer.uvarint(0);
}

function decodeInitializeShareGroupStateResponseInitializeStateResult(
  reader: Reader,
  version: number,
): InitializeShareGroupStateResponseInitializeStateResult {
  const topicId = reader.uuid("InitializeStateResult.topicId");
  const partitions: InitializeShareGroupStateResponsePartitionResult[] =
    decodeInitializeShareGroupStateResponsePartitionResultArray(
      reader,
      version,
      reader.count("InitializeStateResult.partitions", true, 8),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeInitializeShareGroupStateResponsePartitionResult(
  writer: Writer,
  draft: InitializeShareGroupStateResponsePartitionResultDraft,
  _version: number,
): void {
  writer.int32(draft.partition);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.uvarint(0);
}

function decodeInitializeShareGroupStateResponsePartitionResult(
  reader: Reader,
  _version: number,
): InitializeShareGroupStateResponsePartitionResult {
  const partition = reader.int32("PartitionResult.partition");
  const errorCode = reader.int16("PartitionResult.errorCode");
  const errorMessage = reader.nullableString("PartitionResult.errorMessage", true);
  reader.skipTags();
  return { partition, errorCode, errorMessage };
}

function decodeInitializeShareGroupStateResponseInitializeStateResultArray(
  reader: Reader,
  version: number,
  count: number,
): InitializeShareGroupStateResponseInitializeStateResult[] {
  const elements: InitializeShareGroupStateResponseInitializeStateResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeInitializeShareGroupStateResponseInitializeStateResult(reader, version));
  return elements;
}

function decodeInitializeShareGroupStateResponsePartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): InitializeShareGroupStateResponsePartitionResult[] {
  const elements: InitializeShareGroupStateResponsePartitionResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeInitializeShareGroupStateResponsePartitionResult(reader, version));
  return elements;
}
