// Generated from schema/api/share-fetch.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt8Array, readInt32Array } from "../reader-arrays.ts";
import type { RecordsDraft, Writer } from "../writer.ts";

/**
 * Acquires records for a member of a share group, and acknowledges earlier ones. Api key 78,
 * versions 1-2.
 */
export interface ShareFetchRequest {
  groupId: string | null;
  memberId: string | null;
  shareSessionEpoch: number;
  maxWaitMs: number;
  minBytes: number;
  maxBytes: number;
  maxRecords: number;
  batchSize: number;
  /** Version 2. */
  shareAcquireMode: number;
  /** Version 2. */
  isRenewAck: boolean;
  topics: ShareFetchRequestFetchTopic[];
  forgottenTopicsData: ShareFetchRequestForgottenTopic[];
}

export interface ShareFetchRequestFetchTopic {
  topicId: string;
  partitions: ShareFetchRequestFetchPartition[];
}

export interface ShareFetchRequestFetchPartition {
  partitionIndex: number;
  acknowledgementBatches: ShareFetchRequestAcknowledgementBatch[];
}

export interface ShareFetchRequestAcknowledgementBatch {
  firstOffset: number;
  lastOffset: number;
  acknowledgeTypes: number[];
}

export interface ShareFetchRequestForgottenTopic {
  topicId: string;
  partitions: number[];
}

/** What `encodeShareFetchRequest` takes. */
export interface ShareFetchRequestDraft {
  groupId?: string | null | undefined;
  memberId: string | null;
  shareSessionEpoch: number;
  maxWaitMs: number;
  minBytes: number;
  maxBytes?: number | undefined;
  maxRecords: number;
  batchSize: number;
  shareAcquireMode?: number | undefined;
  isRenewAck?: boolean | undefined;
  topics: readonly ShareFetchRequestFetchTopicDraft[];
  forgottenTopicsData: readonly ShareFetchRequestForgottenTopicDraft[];
}

/** What `encodeShareFetchRequest` takes, in part. */
export interface ShareFetchRequestFetchTopicDraft {
  topicId: string;
  partitions: readonly ShareFetchRequestFetchPartitionDraft[];
}

/** What `encodeShareFetchRequest` takes, in part. */
export interface ShareFetchRequestFetchPartitionDraft {
  partitionIndex: number;
  acknowledgementBatches: readonly ShareFetchRequestAcknowledgementBatchDraft[];
}

/** What `encodeShareFetchRequest` takes, in part. */
export interface ShareFetchRequestAcknowledgementBatchDraft {
  firstOffset: number;
  lastOffset: number;
  acknowledgeTypes: readonly number[];
}

/** What `encodeShareFetchRequest` takes, in part. */
export interface ShareFetchRequestForgottenTopicDraft {
  topicId: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareFetchRequest(
  writer: Writer,
  draft: ShareFetchRequestDraft,
  version: number,
): void {
  checkVersion("ShareFetchRequest", version, 1, 2);
  writer.nullableString(draft.groupId ?? null, true);
  writer.nullableString(draft.memberId, true);
  writer.int32(draft.shareSessionEpoch);
  writer.int32(draft.maxWaitMs);
  writer.int32(draft.minBytes);
  writer.int32(draft.maxBytes ?? 2147483647);
  writer.int32(draft.maxRecords);
  writer.int32(draft.batchSize);
  if (version >= 2) {
    writer.int8(draft.shareAcquireMode ?? 0);
  }
  if (version >= 2) {
    writer.bool(draft.isRenewAck ?? false);
  } else if ((draft.isRenewAck ?? false) !== false) {
    throw unsupportedField("ShareFetchRequest", "isRenewAck", version);
  }
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics) encodeShareFetchRequestFetchTopic(writer, element, version);
  const forgottenTopicsData = draft.forgottenTopicsData;
  writer.count(forgottenTopicsData.length, true);
  for (const element of forgottenTopicsData)
    encodeShareFetchRequestForgottenTopic(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareFetchRequest(reader: Reader, version: number): ShareFetchRequest {
  reader.begin("ShareFetchRequest", version, 1, 2);
  const groupId = reader.nullableString("groupId", true);
  const memberId = reader.nullableString("memberId", true);
  const shareSessionEpoch = reader.int32("shareSessionEpoch");
  const maxWaitMs = reader.int32("maxWaitMs");
  const minBytes = reader.int32("minBytes");
  const maxBytes = reader.int32("maxBytes");
  const maxRecords = reader.int32("maxRecords");
  const batchSize = reader.int32("batchSize");
  const shareAcquireMode = version >= 2 ? reader.int8("shareAcquireMode") : 0;
  const isRenewAck = version >= 2 ? reader.bool("isRenewAck") : false;
  const topics: ShareFetchRequestFetchTopic[] = decodeShareFetchRequestFetchTopicArray(
    reader,
    version,
    reader.count("topics", true, 18),
  );
  const forgottenTopicsData: ShareFetchRequestForgottenTopic[] =
    decodeShareFetchRequestForgottenTopicArray(
      reader,
      version,
      reader.count("forgottenTopicsData", true, 18),
    );
  reader.skipTags();
  return {
    groupId,
    memberId,
    shareSessionEpoch,
    maxWaitMs,
    minBytes,
    maxBytes,
    maxRecords,
    batchSize,
    shareAcquireMode,
    isRenewAck,
    topics,
    forgottenTopicsData,
  };
}

function encodeShareFetchRequestFetchTopic(
  writer: Writer,
  draft: ShareFetchRequestFetchTopicDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) encodeShareFetchRequestFetchPartition(writer, element, version);
  writer.uvarint(0);
}

function decodeShareFetchRequestFetchTopic(
  reader: Reader,
  version: number,
): ShareFetchRequestFetchTopic {
  const topicId = reader.uuid("FetchTopic.topicId");
  const partitions: ShareFetchRequestFetchPartition[] = decodeShareFetchRequestFetchPartitionArray(
    reader,
    version,
    reader.count("FetchTopic.partitions", true, 6),
  );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeShareFetchRequestFetchPartition(
  writer: Writer,
  draft: ShareFetchRequestFetchPartitionDraft,
  version: number,
): void {
  writer.int32(draft.partitionIndex);
  const acknowledgementBatches = draft.acknowledgementBatches;
  writer.count(acknowledgementBatches.length, true);
  for (const element of acknowledgementBatches)
    encodeShareFetchRequestAcknowledgementBatch(writer, element, version);
  writer.uvarint(0);
}

function decodeShareFetchRequestFetchPartition(
  reader: Reader,
  version: number,
): ShareFetchRequestFetchPartition {
  const partitionIndex = reader.int32("FetchPartition.partitionIndex");
  const acknowledgementBatches: ShareFetchRequestAcknowledgementBatch[] =
    decodeShareFetchRequestAcknowledgementBatchArray(
      reader,
      version,
      reader.count("FetchPartition.acknowledgementBatches", true, 18),
    );
  reader.skipTags();
  return { partitionIndex, acknowledgementBatches };
}

function encodeShareFetchRequestAcknowledgementBatch(
  writer: Writer,
  draft: ShareFetchRequestAcknowledgementBatchDraft,
  _version: number,
): void {
  writer.int64(draft.firstOffset);
  writer.int64(draft.lastOffset);
  const acknowledgeTypes = draft.acknowledgeTypes;
  writer.count(acknowledgeTypes.length, true);
  for (const element of acknowledgeTypes) writer.int8(element);
  writer.uvarint(0);
}

function decodeShareFetchRequestAcknowledgementBatch(
  reader: Reader,
  _version: number,
): ShareFetchRequestAcknowledgementBatch {
  const firstOffset = reader.int64("AcknowledgementBatch.firstOffset");
  const lastOffset = reader.int64("AcknowledgementBatch.lastOffset");
  const acknowledgeTypes: number[] = readInt8Array(
    reader,
    "AcknowledgementBatch.acknowledgeTypes",
    reader.count("AcknowledgementBatch.acknowledgeTypes", true, 1),
  );
  reader.skipTags();
  return { firstOffset, lastOffset, acknowledgeTypes };
}

function encodeShareFetchRequestForgottenTopic(
  writer: Writer,
  draft: ShareFetchRequestForgottenTopicDraft,
  _version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeShareFetchRequestForgottenTopic(
  reader: Reader,
  _version: number,
): ShareFetchRequestForgottenTopic {
  const topicId = reader.uuid("ForgottenTopic.topicId");
  const partitions: number[] = readInt32Array(
    reader,
    "ForgottenTopic.partitions",
    reader.count("ForgottenTopic.partitions", true, 4),
  );
  reader.skipTags();
  return { topicId, partitions };
}

function decodeShareFetchRequestFetchTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchRequestFetchTopic[] {
  const elements: ShareFetchRequestFetchTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareFetchRequestFetchTopic(reader, version));
  return elements;
}

function decodeShareFetchRequestFetchPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchRequestFetchPartition[] {
  const elements: ShareFetchRequestFetchPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareFetchRequestFetchPartition(reader, version));
  return elements;
}

function decodeShareFetchRequestAcknowledgementBatchArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchRequestAcknowledgementBatch[] {
  const elements: ShareFetchRequestAcknowledgementBatch[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareFetchRequestAcknowledgementBatch(reader, version));
  return elements;
}

function decodeShareFetchRequestForgottenTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchRequestForgottenTopic[] {
  const elements: ShareFetchRequestForgottenTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareFetchRequestForgottenTopic(reader, version));
  return elements;
}

/** Api key 78, versions 1-2. */
export interface ShareFetchResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  acquisitionLockTimeoutMs: number;
  responses: ShareFetchResponseShareFetchableTopicResponse[];
  nodeEndpoints: ShareFetchResponseNodeEndpoint[];
}

export interface ShareFetchResponseShareFetchableTopicResponse {
  topicId: string;
  partitions: ShareFetchResponsePartitionData[];
}

export interface ShareFetchResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
  acknowledgeErrorCode: number;
  acknowledgeErrorMessage: string | null;
  currentLeader: ShareFetchResponseLeaderIdAndEpoch;
  records: Uint8Array;
  acquiredRecords: ShareFetchResponseAcquiredRecords[];
}

export interface ShareFetchResponseLeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
}

export interface ShareFetchResponseAcquiredRecords {
  firstOffset: number;
  lastOffset: number;
  deliveryCount: number;
}

export interface ShareFetchResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
  rack: string | null;
}

/** What `encodeShareFetchResponse` takes. */
export interface ShareFetchResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  acquisitionLockTimeoutMs: number;
  responses: readonly ShareFetchResponseShareFetchableTopicResponseDraft[];
  nodeEndpoints: readonly ShareFetchResponseNodeEndpointDraft[];
}

/** What `encodeShareFetchResponse` takes, in part. */
export interface ShareFetchResponseShareFetchableTopicResponseDraft {
  topicId: string;
  partitions: readonly ShareFetchResponsePartitionDataDraft[];
}

/** What `encodeShareFetchResponse` takes, in part. */
export interface ShareFetchResponsePartitionDataDraft {
  partitionIndex: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  acknowledgeErrorCode: number;
  acknowledgeErrorMessage?: string | null | undefined;
  currentLeader: ShareFetchResponseLeaderIdAndEpochDraft;
  records: RecordsDraft;
  acquiredRecords: readonly ShareFetchResponseAcquiredRecordsDraft[];
}

/** What `encodeShareFetchResponse` takes, in part. */
export interface ShareFetchResponseLeaderIdAndEpochDraft {
  leaderId: number;
  leaderEpoch: number;
}

/** What `encodeShareFetchResponse` takes, in part. */
export interface ShareFetchResponseAcquiredRecordsDraft {
  firstOffset: number;
  lastOffset: number;
  deliveryCount: number;
}

/** What `encodeShareFetchResponse` takes, in part. */
export interface ShareFetchResponseNodeEndpointDraft {
  nodeId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareFetchResponse(
  writer: Writer,
  draft: ShareFetchResponseDraft,
  version: number,
): void {
  checkVersion("ShareFetchResponse", version, 1, 2);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.int32(draft.acquisitionLockTimeoutMs);
  const responses = draft.responses;
  writer.count(responses.length, true);
  for (const element of responses)
    encodeShareFetchResponseShareFetchableTopicResponse(writer, element, version);
  const nodeEndpoints = draft.nodeEndpoints;
  writer.count(nodeEndpoints.length, true);
  for (const element of nodeEndpoints)
    encodeShareFetchResponseNodeEndpoint(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareFetchResponse(reader: Reader, version: number): ShareFetchResponse {
  reader.begin("ShareFetchResponse", version, 1, 2);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const acquisitionLockTimeoutMs = reader.int32("acquisitionLockTimeoutMs");
  const responses: ShareFetchResponseShareFetchableTopicResponse[] =
    decodeShareFetchResponseShareFetchableTopicResponseArray(
      reader,
      version,
      reader.count("responses", true, 18),
    );
  const nodeEndpoints: ShareFetchResponseNodeEndpoint[] = decodeShareFetchResponseNodeEndpointArray(
    reader,
    version,
    reader.count("nodeEndpoints", true, 11),
  );
  reader.skipTags();
  return {
    throttleTimeMs,
    errorCode,
    errorMessage,
    acquisitionLockTimeoutMs,
    responses,
    nodeEndpoints,
  };
}

function encodeShareFetchResponseShareFetchableTopicResponse(
  writer: Writer,
  draft: ShareFetchResponseShareFetchableTopicResponseDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) encodeShareFetchResponsePartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeShareFetchResponseShareFetchableTopicResponse(
  reader: Reader,
  version: number,
): ShareFetchResponseShareFetchableTopicResponse {
  const topicId = reader.uuid("ShareFetchableTopicResponse.topicId");
  const partitions: ShareFetchResponsePartitionData[] = decodeShareFetchResponsePartitionDataArray(
    reader,
    version,
    reader.count("ShareFetchableTopicResponse.partitions", true, 22),
  );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeShareFetchResponsePartitionData(
  writer: Writer,
  draft: ShareFetchResponsePartitionDataDraft,
  version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.int16(draft.acknowledgeErrorCode);
  writer.nullableString(draft.acknowledgeErrorMessage ?? null, true);
  const currentLeader = draft.currentLeader;
  encodeShareFetchResponseLeaderIdAndEpoch(writer, currentLeader, version);
  writer.records(draft.records, true);
  const acquiredRecords = draft.acquiredRecords;
  writer.count(acquiredRecords.length, true);
  for (const element of acquiredRecords)
    encodeShareFetchResponseAcquiredRecords(writer, element, version);
  writer.uvarint(0);
}

function decodeShareFetchResponsePartitionData(
  reader: Reader,
  version: number,
): ShareFetchResponsePartitionData {
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const errorCode = reader.int16("PartitionData.errorCode");
  const errorMessage = reader.nullableString("PartitionData.errorMessage", true);
  const acknowledgeErrorCode = reader.int16("PartitionData.acknowledgeErrorCode");
  const acknowledgeErrorMessage = reader.nullableString(
    "PartitionData.acknowledgeErrorMessage",
    true,
  );
  const currentLeader = decodeShareFetchResponseLeaderIdAndEpoch(reader, version);
  const records = reader.bytes("PartitionData.records", true);
  const acquiredRecords: ShareFetchResponseAcquiredRecords[] =
    decodeShareFetchResponseAcquiredRecordsArray(
      reader,
      version,
      reader.count("PartitionData.acquiredRecords", true, 19),
    );
  reader.skipTags();
  return {
    partitionIndex,
    errorCode,
    errorMessage,
    acknowledgeErrorCode,
    acknowledgeErrorMessage,
    currentLeader,
    records,
    acquiredRecords,
  };
}

function encodeShareFetchResponseLeaderIdAndEpoch(
  writer: Writer,
  draft: ShareFetchResponseLeaderIdAndEpochDraft,
  _version: number,
): void {
  writer.int32(draft.leaderId);
  writer.int32(draft.leaderEpoch);
  writer.uvarint(0);
}

function decodeShareFetchResponseLeaderIdAndEpoch(
  reader: Reader,
  _version: number,
): ShareFetchResponseLeaderIdAndEpoch {
  const leaderId = reader.int32("LeaderIdAndEpoch.leaderId");
  const leaderEpoch = reader.int32("LeaderIdAndEpoch.leaderEpoch");
  reader.skipTags();
  return { leaderId, leaderEpoch };
}

function encodeShareFetchResponseAcquiredRecords(
  writer: Writer,
  draft: ShareFetchResponseAcquiredRecordsDraft,
  _version: number,
): void {
  writer.int64(draft.firstOffset);
  writer.int64(draft.lastOffset);
  writer.int16(draft.deliveryCount);
  writer.uvarint(0);
}

function decodeShareFetchResponseAcquiredRecords(
  reader: Reader,
  _version: number,
): ShareFetchResponseAcquiredRecords {
  const firstOffset = reader.int64("AcquiredRecords.firstOffset");
  const lastOffset = reader.int64("AcquiredRecords.lastOffset");
  const deliveryCount = reader.int16("AcquiredRecords.deliveryCount");
  reader.skipTags();
  return { firstOffset, lastOffset, deliveryCount };
}

function encodeShareFetchResponseNodeEndpoint(
  writer: Writer,
  draft: ShareFetchResponseNodeEndpointDraft,
  _version: number,
): void {
  writer.int32(draft.nodeId);
  writer.string(draft.host, true);
  writer.int32(draft.port);
  writer.nullableString(draft.rack ?? null, true);
  writer.uvarint(0);
}

function decodeShareFetchResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): ShareFetchResponseNodeEndpoint {
  const nodeId = reader.int32("NodeEndpoint.nodeId");
  const host = reader.string("NodeEndpoint.host", true);
  const port = reader.int32("NodeEndpoint.port");
  const rack = reader.nullableString("NodeEndpoint.rack", true);
  reader.skipTags();
  return { nodeId, host, port, rack };
}

function decodeShareFetchResponseShareFetchableTopicResponseArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchResponseShareFetchableTopicResponse[] {
  const elements: ShareFetchResponseShareFetchableTopicResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareFetchResponseShareFetchableTopicResponse(reader, version));
  return elements;
}

function decodeShareFetchResponsePartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchResponsePartitionData[] {
  const elements: ShareFetchResponsePartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareFetchResponsePartitionData(reader, version));
  return elements;
}

function decodeShareFetchResponseAcquiredRecordsArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchResponseAcquiredRecords[] {
  const elements: ShareFetchResponseAcquiredRecords[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareFetchResponseAcquiredRecords(reader, version));
  return elements;
}

function decodeShareFetchResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchResponseNodeEndpoint[] {
  const elements: ShareFetchResponseNodeEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareFetchResponseNodeEndpoint(reader, version));
  return elements;
}
