// Generated from schema/api/read-share-group-state.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Reads the delivery state of share partitions. Api key 84, version 0. */
export interface ReadShareGroupStateRequest {
  groupId: string;
  topics: ReadShareGroupStateRequestReadStateData[];
}

export interface ReadShareGroupStateRequestReadStateData {
  topicId: string;
  partitions: ReadShareGroupStateRequestPartitionData[];
}

export interface ReadShareGroupStateRequestPartitionData {
  partition: number;
  leaderEpoch: number;
}

/** What `encodeReadShareGroupStateRequest` takes. */
export interface ReadShareGroupStateRequestDraft {
  groupId: string;
  topics: readonly ReadShareGroupStateRequestReadStateDataDraft[];
}

/** What `encodeReadShareGroupStateRequest` takes, in part. */
export interface ReadShareGroupStateRequestReadStateDataDraft {
  topicId: string;
  partitions: readonly ReadShareGroupStateRequestPartitionDataDraft[];
}

/** What `encodeReadShareGroupStateRequest` takes, in part. */
export interface ReadShareGroupStateRequestPartitionDataDraft {
  partition: number;
  leaderEpoch: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeReadShareGroupStateRequest(
  writer: Writer,
  draft: ReadShareGroupStateRequestDraft,
  version: number,
): void {
  checkVersion("ReadShareGroupStateRequest", version, 0, 0);
  writer.string(draft.groupId, true);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeReadShareGroupStateRequestReadStateData(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeReadShareGroupStateRequest(
  reader: Reader,
  version: number,
): ReadShareGroupStateRequest {
  reader.begin("ReadShareGroupStateRequest", version, 0, 0);
  const groupId = reader.string("groupId", true);
  const topics: ReadShareGroupStateRequestReadStateData[] =
    decodeReadShareGroupStateRequestReadStateDataArray(
      reader,
      version,
      reader.count("topics", true, 18),
    );
  reader.skipTags();
  return { groupId, topics };
}

function encodeReadShareGroupStateRequestReadStateData(
  writer: Writer,
  draft: ReadShareGroupStateRequestReadStateDataDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeReadShareGroupStateRequestPartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeReadShareGroupStateRequestReadStateData(
  reader: Reader,
  version: number,
): ReadShareGroupStateRequestReadStateData {
  const topicId = reader.uuid("ReadStateData.topicId");
  const partitions: ReadShareGroupStateRequestPartitionData[] =
    decodeReadShareGroupStateRequestPartitionDataArray(
      reader,
      version,
      reader.count("ReadStateData.partitions", true, 9),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeReadShareGroupStateRequestPartitionData(
  writer: Writer,
  draft: ReadShareGroupStateRequestPartitionDataDraft,
  _version: number,
): void {
  writer.int32(draft.partition);
  writer.int32(draft.leaderEpoch);
  writer.uvarint(0);
}

function decodeReadShareGroupStateRequestPartitionData(
  reader: Reader,
  _version: number,
): ReadShareGroupStateRequestPartitionData {
  const partition = reader.int32("PartitionData.partition");
  const leaderEpoch = reader.int32("PartitionData.leaderEpoch");
  reader.skipTags();
  return { partition, leaderEpoch };
}

function decodeReadShareGroupStateRequestReadStateDataArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateRequestReadStateData[] {
  const elements: ReadShareGroupStateRequestReadStateData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeReadShareGroupStateRequestReadStateData(reader, version));
  return elements;
}

function decodeReadShareGroupStateRequestPartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateRequestPartitionData[] {
  const elements: ReadShareGroupStateRequestPartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeReadShareGroupStateRequestPartitionData(reader, version));
  return elements;
}

/** Api key 84, version 0. */
export interface ReadShareGroupStateResponse {
  results: ReadShareGroupStateResponseReadStateResult[];
}

export interface ReadShareGroupStateResponseReadStateResult {
  topicId: string;
  partitions: ReadShareGroupStateResponsePartitionResult[];
}

export interface ReadShareGroupStateResponsePartitionResult {
  partition: number;
  errorCode: number;
  errorMessage: string | null;
  stateEpoch: number;
  startOffset: number;
  stateBatches: ReadShareGroupStateResponseStateBatch[];
}

export interface ReadShareGroupStateResponseStateBatch {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

/** What `encodeReadShareGroupStateResponse` takes. */
export interface ReadShareGroupStateResponseDraft {
  results: readonly ReadShareGroupStateResponseReadStateResultDraft[];
}

/** What `encodeReadShareGroupStateResponse` takes, in part. */
export interface ReadShareGroupStateResponseReadStateResultDraft {
  topicId: string;
  partitions: readonly ReadShareGroupStateResponsePartitionResultDraft[];
}

/** What `encodeReadShareGroupStateResponse` takes, in part. */
export interface ReadShareGroupStateResponsePartitionResultDraft {
  partition: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  stateEpoch: number;
  startOffset: number;
  stateBatches: readonly ReadShareGroupStateResponseStateBatchDraft[];
}

/** What `encodeReadShareGroupStateResponse` takes, in part. */
export interface ReadShareGroupStateResponseStateBatchDraft {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeReadShareGroupStateResponse(
  writer: Writer,
  draft: ReadShareGroupStateResponseDraft,
  version: number,
): void {
  checkVersion("ReadShareGroupStateResponse", version, 0, 0);
  const results = draft.results;
  writer.count(results.length, true);
  for (const element of results)
    encodeReadShareGroupStateResponseReadStateResult(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeReadShareGroupStateResponse(
  reader: Reader,
  version: number,
): ReadShareGroupStateResponse {
  reader.begin("ReadShareGroupStateResponse", version, 0, 0);
  const results: ReadShareGroupStateResponseReadStateResult[] =
    decodeReadShareGroupStateResponseReadStateResultArray(
      reader,
      version,
      reader.count("results", true, 18),
    );
  reader.skipTags();
  return { results };
}

function encodeReadShareGroupStateResponseReadStateResult(
  writer: Writer,
  draft: ReadShareGroupStateResponseReadStateResultDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeReadShareGroupStateResponsePartitionResult(writer, element, version);
  writer.uvarint(0);
}

function decodeReadShareGroupStateResponseReadStateResult(
  reader: Reader,
  version: number,
): ReadShareGroupStateResponseReadStateResult {
  const topicId = reader.uuid("ReadStateResult.topicId");
  const partitions: ReadShareGroupStateResponsePartitionResult[] =
    decodeReadShareGroupStateResponsePartitionResultArray(
      reader,
      version,
      reader.count("ReadStateResult.partitions", true, 21),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeReadShareGroupStateResponsePartitionResult(
  writer: Writer,
  draft: ReadShareGroupStateResponsePartitionResultDraft,
  version: number,
): void {
  writer.int32(draft.partition);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.int32(draft.stateEpoch);
  writer.int64(draft.startOffset);
  const stateBatches = draft.stateBatches;
  writer.count(stateBatches.length, true);
  for (const element of stateBatches)
    encodeReadShareGroupStateResponseStateBatch(writer, element, version);
  writer.uvarint(0);
}

function decodeReadShareGroupStateResponsePartitionResult(
  reader: Reader,
  version: number,
): ReadShareGroupStateResponsePartitionResult {
  const partition = reader.int32("PartitionResult.partition");
  const errorCode = reader.int16("PartitionResult.errorCode");
  const errorMessage = reader.nullableString("PartitionResult.errorMessage", true);
  const stateEpoch = reader.int32("PartitionResult.stateEpoch");
  const startOffset = reader.int64("PartitionResult.startOffset");
  const stateBatches: ReadShareGroupStateResponseStateBatch[] =
    decodeReadShareGroupStateResponseStateBatchArray(
      reader,
      version,
      reader.count("PartitionResult.stateBatches", true, 20),
    );
  reader.skipTags();
  return { partition, errorCode, errorMessage, stateEpoch, startOffset, stateBatches };
}

function encodeReadShareGroupStateResponseStateBatch(
  writer: Writer,
  draft: ReadShareGroupStateResponseStateBatchDraft,
  _version: number,
): void {
  writer.int64(draft.firstOffset);
  writer.int64(draft.lastOffset);
  writer.int8(draft.deliveryState);
  writer.int16(draft.deliveryCount);
  writer.uvarint(0);
}

function decodeReadShareGroupStateResponseStateBatch(
  reader: Reader,
  _version: number,
): ReadShareGroupStateResponseStateBatch {
  const firstOffset = reader.int64("StateBatch.firstOffset");
  const lastOffset = reader.int64("StateBatch.lastOffset");
  const deliveryState = reader.int8("StateBatch.deliveryState");
  const deliveryCount = reader.int16("StateBatch.deliveryCount");
  reader.skipTags();
  return { firstOffset, lastOffset, deliveryState, deliveryCount };
}

function decodeReadShareGroupStateResponseReadStateResultArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateResponseReadStateResult[] {
  const elements: ReadShareGroupStateResponseReadStateResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeReadShareGroupStateResponseReadStateResult(reader, version));
  return elements;
}

function decodeReadShareGroupStateResponsePartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateResponsePartitionResult[] {
  const elements: ReadShareGroupStateResponsePartitionResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeReadShareGroupStateResponsePartitionResult(reader, version));
  return elements;
}

function decodeReadShareGroupStateResponseStateBatchArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateResponseStateBatch[] {
  const elements: ReadShareGroupStateResponseStateBatch[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeReadShareGroupStateResponseStateBatch(reader, version));
  return elements;
}
