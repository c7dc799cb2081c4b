// Generated from schema/api/write-share-group-state.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Stores changes of the delivery state of share partitions. Api key 85, versions 0-1. */
export interface WriteShareGroupStateRequest {
  groupId: string;
  topics: WriteShareGroupStateRequestWriteStateData[];
}

export interface WriteShareGroupStateRequestWriteStateData {
  topicId: string;
  partitions: WriteShareGroupStateRequestPartitionData[];
}

export interface WriteShareGroupStateRequestPartitionData {
  partition: number;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  /** Version 1. */
  deliveryCompleteCount: number;
  stateBatches: WriteShareGroupStateRequestStateBatch[];
}

export interface WriteShareGroupStateRequestStateBatch {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

/** What `encodeWriteShareGroupStateRequest` takes. */
export interface WriteShareGroupStateRequestDraft {
  groupId: string;
  topics: readonly WriteShareGroupStateRequestWriteStateDataDraft[];
}

/** What `encodeWriteShareGroupStateRequest` takes, in part. */
export interface WriteShareGroupStateRequestWriteStateDataDraft {
  topicId: string;
  partitions: readonly WriteShareGroupStateRequestPartitionDataDraft[];
}

/** What `encodeWriteShareGroupStateRequest` takes, in part. */
export interface WriteShareGroupStateRequestPartitionDataDraft {
  partition: number;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount?: number | undefined;
  stateBatches: readonly WriteShareGroupStateRequestStateBatchDraft[];
}

/** What `encodeWriteShareGroupStateRequest` takes, in part. */
export interface WriteShareGroupStateRequestStateBatchDraft {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeWriteShareGroupStateRequest(
  writer: Writer,
  draft: WriteShareGroupStateRequestDraft,
  version: number,
): void {
  checkVersion("WriteShareGroupStateRequest", version, 0, 1);
  writer.string(draft.groupId, true);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeWriteShareGroupStateRequestWriteStateData(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeWriteShareGroupStateRequest(
  reader: Reader,
  version: number,
): WriteShareGroupStateRequest {
  reader.begin("WriteShareGroupStateRequest", version, 0, 1);
  const groupId = reader.string("groupId", true);
  const topics: WriteShareGroupStateRequestWriteStateData[] =
    decodeWriteShareGroupStateRequestWriteStateDataArray(
      reader,
      version,
      reader.count("topics", true, 18),
    );
  reader.skipTags();
  return { groupId, topics };
}

function encodeWriteShareGroupStateRequestWriteStateData(
  writer: Writer,
  draft: WriteShareGroupStateRequestWriteStateDataDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeWriteShareGroupStateRequestPartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeWriteShareGroupStateRequestWriteStateData(
  reader: Reader,
  version: number,
): WriteShareGroupStateRequestWriteStateData {
  const topicId = reader.uuid("WriteStateData.topicId");
  const partitions: WriteShareGroupStateRequestPartitionData[] =
    decodeWriteShareGroupStateRequestPartitionDataArray(
      reader,
      version,
      reader.count("WriteStateData.partitions", true, version >= 1 ? 26 : 22),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeWriteShareGroupStateRequestPartitionData(
  writer: Writer,
  draft: WriteShareGroupStateRequestPartitionDataDraft,
  version: number,
): void {
  writer.int32(draft.partition);
  writer.int32(draft.stateEpoch);
  writer.int32(draft.leaderEpoch);
  writer.int64(draft.startOffset);
  if (version >= 1) {
    writer.int32(draft.deliveryCompleteCount ?? -1);
  }
  const stateBatches = draft.stateBatches;
  writer.count(stateBatches.length, true);
  for (const element of stateBatches)
    encodeWriteShareGroupStateRequestStateBatch(writer, element, version);
  writer.uvarint(0);
}

function decodeWriteShareGroupStateRequestPartitionData(
  reader: Reader,
  version: number,
): WriteShareGroupStateRequestPartitionData {
  const partition = reader.int32("PartitionData.partition");
  const stateEpoch = reader.int32("PartitionData.stateEpoch");
  const leaderEpoch = reader.int32("PartitionData.leaderEpoch");
  const startOffset = reader.int64("PartitionData.startOffset");
  const deliveryCompleteCount =
    version >= 1 ? reader.int32("PartitionData.deliveryCompleteCount") : -1;
  const stateBatches: WriteShareGroupStateRequestStateBatch[] =
    decodeWriteShareGroupStateRequestStateBatchArray(
      reader,
      version,
      reader.count("PartitionData.stateBatches", true, 20),
    );
  reader.skipTags();
  return { partition, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount, stateBatches };
}

function encodeWriteShareGroupStateRequestStateBatch(
  writer: Writer,
  draft: WriteShareGroupStateRequestStateBatchDraft,
  _version: number,
): void {
  writer.int64(draft.firstOffset);
  writer.int64(draft.lastOffset);
  writer.int8(draft.deliveryState);
  writer.int16(draft.deliveryCount);
  writer.uvarint(0);
}

function decodeWriteShareGroupStateRequestStateBatch(
  reader: Reader,
  _version: number,
): WriteShareGroupStateRequestStateBatch {
  const firstOffset = reader.int64("StateBatch.firstOffset");
  const lastOffset = reader.int64("StateBatch.lastOffset");
  const deliveryState = reader.int8("StateBatch.deliveryState");
  const deliveryCount = reader.int16("StateBatch.deliveryCount");
  reader.skipTags();
  return { firstOffset, lastOffset, deliveryState, deliveryCount };
}

function decodeWriteShareGroupStateRequestWriteStateDataArray(
  reader: Reader,
  version: number,
  count: number,
): WriteShareGroupStateRequestWriteStateData[] {
  const elements: WriteShareGroupStateRequestWriteStateData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeWriteShareGroupStateRequestWriteStateData(reader, version));
  return elements;
}

function decodeWriteShareGroupStateRequestPartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): WriteShareGroupStateRequestPartitionData[] {
  const elements: WriteShareGroupStateRequestPartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeWriteShareGroupStateRequestPartitionData(reader, version));
  return elements;
}

function decodeWriteShareGroupStateRequestStateBatchArray(
  reader: Reader,
  version: number,
  count: number,
): WriteShareGroupStateRequestStateBatch[] {
  const elements: WriteShareGroupStateRequestStateBatch[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeWriteShareGroupStateRequestStateBatch(reader, version));
  return elements;
}

/** Api key 85, versions 0-1. */
export interface WriteShareGroupStateResponse {
  results: WriteShareGroupStateResponseWriteStateResult[];
}

export interface WriteShareGroupStateResponseWriteStateResult {
  topicId: string;
  partitions: WriteShareGroupStateResponsePartitionResult[];
}

export interface WriteShareGroupStateResponsePartitionResult {
  partition: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeWriteShareGroupStateResponse` takes. */
export interface WriteShareGroupStateResponseDraft {
  results: readonly WriteShareGroupStateResponseWriteStateResultDraft[];
}

/** What `encodeWriteShareGroupStateResponse` takes, in part. */
export interface WriteShareGroupStateResponseWriteStateResultDraft {
  topicId: string;
  partitions: readonly WriteShareGroupStateResponsePartitionResultDraft[];
}

/** What `encodeWriteShareGroupStateResponse` takes, in part. */
export interface WriteShareGroupStateResponsePartitionResultDraft {
  partition: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeWriteShareGroupStateResponse(
  writer: Writer,
  draft: WriteShareGroupStateResponseDraft,
  version: number,
): void {
  checkVersion("WriteShareGroupStateResponse", version, 0, 1);
  const results = draft.results;
  writer.count(results.length, true);
  for (const element of results)
    encodeWriteShareGroupStateResponseWriteStateResult(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeWriteShareGroupStateResponse(
  reader: Reader,
  version: number,
): WriteShareGroupStateResponse {
  reader.begin("WriteShareGroupStateResponse", version, 0, 1);
  const results: WriteShareGroupStateResponseWriteStateResult[] =
    decodeWriteShareGroupStateResponseWriteStateResultArray(
      reader,
      version,
      reader.count("results", true, 18),
    );
  reader.skipTags();
  return { results };
}

function encodeWriteShareGroupStateResponseWriteStateResult(
  writer: Writer,
  draft: WriteShareGroupStateResponseWriteStateResultDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeWriteShareGroupStateResponsePartitionResult(writer, element, version);
  writer.uvarint(0);
}

function decodeWriteShareGroupStateResponseWriteStateResult(
  reader: Reader,
  version: number,
): WriteShareGroupStateResponseWriteStateResult {
  const topicId = reader.uuid("WriteStateResult.topicId");
  const partitions: WriteShareGroupStateResponsePartitionResult[] =
    decodeWriteShareGroupStateResponsePartitionResultArray(
      reader,
      version,
      reader.count("WriteStateResult.partitions", true, 8),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeWriteShareGroupStateResponsePartitionResult(
  writer: Writer,
  draft: WriteShareGroupStateResponsePartitionResultDraft,
  _version: number,
): void {
  writer.int32(draft.partition);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.uvarint(0);
}

function decodeWriteShareGroupStateResponsePartitionResult(
  reader: Reader,
  _version: number,
): WriteShareGroupStateResponsePartitionResult {
  const partition = reader.int32("PartitionResult.partition");
  const errorCode = reader.int16("PartitionResult.errorCode");
  const errorMessage = reader.nullableString("PartitionResult.errorMessage", true);
  reader.skipTags();
  return { partition, errorCode, errorMessage };
}

function decodeWriteShareGroupStateResponseWriteStateResultArray(
  reader: Reader,
  version: number,
  count: number,
): WriteShareGroupStateResponseWriteStateResult[] {
  const elements: WriteShareGroupStateResponseWriteStateResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeWriteShareGroupStateResponseWriteStateResult(reader, version));
  return elements;
}

function decodeWriteShareGroupStateResponsePartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): WriteShareGroupStateResponsePartitionResult[] {
  const elements: WriteShareGroupStateResponsePartitionResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeWriteShareGroupStateResponsePartitionResult(reader, version));
  return elements;
}
