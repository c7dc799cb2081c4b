// Generated from schema/api/share-acknowledge.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt8Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Acknowledges, releases or rejects records that were acquired. Api key 79, versions 1-2. */
export interface ShareAcknowledgeRequest {
  groupId: string | null;
  memberId: string | null;
  shareSessionEpoch: number;
  /** Version 2. */
  isRenewAck: boolean;
  topics: ShareAcknowledgeRequestAcknowledgeTopic[];
}

export interface ShareAcknowledgeRequestAcknowledgeTopic {
  topicId: string;
  partitions: ShareAcknowledgeRequestAcknowledgePartition[];
}

export interface ShareAcknowledgeRequestAcknowledgePartition {
  partitionIndex: number;
  acknowledgementBatches: ShareAcknowledgeRequestAcknowledgementBatch[];
}

export interface ShareAcknowledgeRequestAcknowledgementBatch {
  firstOffset: number;
  lastOffset: number;
  acknowledgeTypes: number[];
}

/** What `encodeShareAcknowledgeRequest` takes. */
export interface ShareAcknowledgeRequestDraft {
  groupId?: string | null | undefined;
  memberId: string | null;
  shareSessionEpoch: number;
  isRenewAck?: boolean | undefined;
  topics: readonly ShareAcknowledgeRequestAcknowledgeTopicDraft[];
}

/** What `encodeShareAcknowledgeRequest` takes, in part. */
export interface ShareAcknowledgeRequestAcknowledgeTopicDraft {
  topicId: string;
  partitions: readonly ShareAcknowledgeRequestAcknowledgePartitionDraft[];
}

/** What `encodeShareAcknowledgeRequest` takes, in part. */
export interface ShareAcknowledgeRequestAcknowledgePartitionDraft {
  partitionIndex: number;
  acknowledgementBatches: readonly ShareAcknowledgeRequestAcknowledgementBatchDraft[];
}

/** What `encodeShareAcknowledgeRequest` takes, in part. */
export interface ShareAcknowledgeRequestAcknowledgementBatchDraft {
  firstOffset: number;
  lastOffset: number;
  acknowledgeTypes: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareAcknowledgeRequest(
  writer: Writer,
  draft: ShareAcknowledgeRequestDraft,
  version: number,
): void {
  checkVersion("ShareAcknowledgeRequest", version, 1, 2);
  writer.nullableString(draft.groupId ?? null, true);
  writer.nullableString(draft.memberId, true);
  writer.int32(draft.shareSessionEpoch);
  if (version >= 2) {
    writer.bool(draft.isRenewAck ?? false);
  } else if ((draft.isRenewAck ?? false) !== false) {
    throw unsupportedField("ShareAcknowledgeRequest", "isRenewAck", version);
  }
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeShareAcknowledgeRequestAcknowledgeTopic(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareAcknowledgeRequest(
  reader: Reader,
  version: number,
): ShareAcknowledgeRequest {
  reader.begin("ShareAcknowledgeRequest", version, 1, 2);
  const groupId = reader.nullableString("groupId", true);
  const memberId = reader.nullableString("memberId", true);
  const shareSessionEpoch = reader.int32("shareSessionEpoch");
  const isRenewAck = version >= 2 ? reader.bool("isRenewAck") : false;
  const topics: ShareAcknowledgeRequestAcknowledgeTopic[] =
    decodeShareAcknowledgeRequestAcknowledgeTopicArray(
      reader,
      version,
      reader.count("topics", true, 18),
    );
  reader.skipTags();
  return { groupId, memberId, shareSessionEpoch, isRenewAck, topics };
}

function encodeShareAcknowledgeRequestAcknowledgeTopic(
  writer: Writer,
  draft: ShareAcknowledgeRequestAcknowledgeTopicDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeShareAcknowledgeRequestAcknowledgePartition(writer, element, version);
  writer.uvarint(0);
}

function decodeShareAcknowledgeRequestAcknowledgeTopic(
  reader: Reader,
  version: number,
): ShareAcknowledgeRequestAcknowledgeTopic {
  const topicId = reader.uuid("AcknowledgeTopic.topicId");
  const partitions: ShareAcknowledgeRequestAcknowledgePartition[] =
    decodeShareAcknowledgeRequestAcknowledgePartitionArray(
      reader,
      version,
      reader.count("AcknowledgeTopic.partitions", true, 6),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeShareAcknowledgeRequestAcknowledgePartition(
  writer: Writer,
  draft: ShareAcknowledgeRequestAcknowledgePartitionDraft,
  version: number,
): void {
  writer.int32(draft.partitionIndex);
  const acknowledgementBatches = draft.acknowledgementBatches;
  writer.count(acknowledgementBatches.length, true);
  for (const element of acknowledgementBatches)
    encodeShareAcknowledgeRequestAcknowledgementBatch(writer, element, version);
  writer.uvarint(0);
}

function decodeShareAcknowledgeRequestAcknowledgePartition(
  reader: Reader,
  version: number,
): ShareAcknowledgeRequestAcknowledgePartition {
  const partitionIndex = reader.int32("AcknowledgePartition.partitionIndex");
  const acknowledgementBatches: ShareAcknowledgeRequestAcknowledgementBatch[] =
    decodeShareAcknowledgeRequestAcknowledgementBatchArray(
      reader,
      version,
      reader.count("AcknowledgePartition.acknowledgementBatches", true, 18),
    );
  reader.skipTags();
  return { partitionIndex, acknowledgementBatches };
}

function encodeShareAcknowledgeRequestAcknowledgementBatch(
  writer: Writer,
  draft: ShareAcknowledgeRequestAcknowledgementBatchDraft,
  _version: number,
): void {
  writer.int64(draft.firstOffset);
  writer.int64(draft.lastOffset);
  const acknowledgeTypes = draft.acknowledgeTypes;
  writer.count(acknowledgeTypes.length, true);
  for (const element of acknowledgeTypes) writer.int8(element);
  writer.uvarint(0);
}

function decodeShareAcknowledgeRequestAcknowledgementBatch(
  reader: Reader,
  _version: number,
): ShareAcknowledgeRequestAcknowledgementBatch {
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

function decodeShareAcknowledgeRequestAcknowledgeTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeRequestAcknowledgeTopic[] {
  const elements: ShareAcknowledgeRequestAcknowledgeTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareAcknowledgeRequestAcknowledgeTopic(reader, version));
  return elements;
}

function decodeShareAcknowledgeRequestAcknowledgePartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeRequestAcknowledgePartition[] {
  const elements: ShareAcknowledgeRequestAcknowledgePartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareAcknowledgeRequestAcknowledgePartition(reader, version));
  return elements;
}

function decodeShareAcknowledgeRequestAcknowledgementBatchArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeRequestAcknowledgementBatch[] {
  const elements: ShareAcknowledgeRequestAcknowledgementBatch[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareAcknowledgeRequestAcknowledgementBatch(reader, version));
  return elements;
}

/** Api key 79, versions 1-2. */
export interface ShareAcknowledgeResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  /** Version 2. */
  acquisitionLockTimeoutMs: number;
  responses: ShareAcknowledgeResponseShareAcknowledgeTopicResponse[];
  nodeEndpoints: ShareAcknowledgeResponseNodeEndpoint[];
}

export interface ShareAcknowledgeResponseShareAcknowledgeTopicResponse {
  topicId: string;
  partitions: ShareAcknowledgeResponsePartitionData[];
}

export interface ShareAcknowledgeResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
  currentLeader: ShareAcknowledgeResponseLeaderIdAndEpoch;
}

export interface ShareAcknowledgeResponseLeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
}

export interface ShareAcknowledgeResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
  rack: string | null;
}

/** What `encodeShareAcknowledgeResponse` takes. */
export interface ShareAcknowledgeResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  acquisitionLockTimeoutMs?: number | undefined;
  responses: readonly ShareAcknowledgeResponseShareAcknowledgeTopicResponseDraft[];
  nodeEndpoints: readonly ShareAcknowledgeResponseNodeEndpointDraft[];
}

/** What `encodeShareAcknowledgeResponse` takes, in part. */
export interface ShareAcknowledgeResponseShareAcknowledgeTopicResponseDraft {
  topicId: string;
  partitions: readonly ShareAcknowledgeResponsePartitionDataDraft[];
}

/** What `encodeShareAcknowledgeResponse` takes, in part. */
export interface ShareAcknowledgeResponsePartitionDataDraft {
  partitionIndex: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  currentLeader: ShareAcknowledgeResponseLeaderIdAndEpochDraft;
}

/** What `encodeShareAcknowledgeResponse` takes, in part. */
export interface ShareAcknowledgeResponseLeaderIdAndEpochDraft {
  leaderId: number;
  leaderEpoch: number;
}

/** What `encodeShareAcknowledgeResponse` takes, in part. */
export interface ShareAcknowledgeResponseNodeEndpointDraft {
  nodeId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareAcknowledgeResponse(
  writer: Writer,
  draft: ShareAcknowledgeResponseDraft,
  version: number,
): void {
  checkVersion("ShareAcknowledgeResponse", version, 1, 2);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  if (version >= 2) {
    writer.int32(draft.acquisitionLockTimeoutMs ?? 0);
  }
  const responses = draft.responses;
  writer.count(responses.length, true);
  for (const element of responses)
    encodeShareAcknowledgeResponseShareAcknowledgeTopicResponse(writer, element, version);
  const nodeEndpoints = draft.nodeEndpoints;
  writer.count(nodeEndpoints.length, true);
  for (const element of nodeEndpoints)
    encodeShareAcknowledgeResponseNodeEndpoint(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareAcknowledgeResponse(
  reader: Reader,
  version: number,
): ShareAcknowledgeResponse {
  reader.begin("ShareAcknowledgeResponse", version, 1, 2);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const acquisitionLockTimeoutMs = version >= 2 ? reader.int32("acquisitionLockTimeoutMs") : 0;
  const responses: ShareAcknowledgeResponseShareAcknowledgeTopicResponse[] =
    decodeShareAcknowledgeResponseShareAcknowledgeTopicResponseArray(
      reader,
      version,
      reader.count("responses", true, 18),
    );
  const nodeEndpoints: ShareAcknowledgeResponseNodeEndpoint[] =
    decodeShareAcknowledgeResponseNodeEndpointArray(
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

function encodeShareAcknowledgeResponseShareAcknowledgeTopicResponse(
  writer: Writer,
  draft: ShareAcknowledgeResponseShareAcknowledgeTopicResponseDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeShareAcknowledgeResponsePartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeShareAcknowledgeResponseShareAcknowledgeTopicResponse(
  reader: Reader,
  version: number,
): ShareAcknowledgeResponseShareAcknowledgeTopicResponse {
  const topicId = reader.uuid("ShareAcknowledgeTopicResponse.topicId");
  const partitions: ShareAcknowledgeResponsePartitionData[] =
    decodeShareAcknowledgeResponsePartitionDataArray(
      reader,
      version,
      reader.count("ShareAcknowledgeTopicResponse.partitions", true, 17),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeShareAcknowledgeResponsePartitionData(
  writer: Writer,
  draft: ShareAcknowledgeResponsePartitionDataDraft,
  version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  const currentLeader = draft.currentLeader;
  encodeShareAcknowledgeResponseLeaderIdAndEpoch(writer, currentLeader, version);
  writer.uvarint(0);
}

function decodeShareAcknowledgeResponsePartitionData(
  reader: Reader,
  version: number,
): ShareAcknowledgeResponsePartitionData {
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const errorCode = reader.int16("PartitionData.errorCode");
  const errorMessage = reader.nullableString("PartitionData.errorMessage", true);
  const currentLeader = decodeShareAcknowledgeResponseLeaderIdAndEpoch(reader, version);
  reader.skipTags();
  return { partitionIndex, errorCode, errorMessage, currentLeader };
}

function encodeShareAcknowledgeResponseLeaderIdAndEpoch(
  writer: Writer,
  draft: ShareAcknowledgeResponseLeaderIdAndEpochDraft,
  _version: number,
): void {
  writer.int32(draft.leaderId);
  writer.int32(draft.leaderEpoch);
  writer.uvarint(0);
}

function decodeShareAcknowledgeResponseLeaderIdAndEpoch(
  reader: Reader,
  _version: number,
): ShareAcknowledgeResponseLeaderIdAndEpoch {
  const leaderId = reader.int32("LeaderIdAndEpoch.leaderId");
  const leaderEpoch = reader.int32("LeaderIdAndEpoch.leaderEpoch");
  reader.skipTags();
  return { leaderId, leaderEpoch };
}

function encodeShareAcknowledgeResponseNodeEndpoint(
  writer: Writer,
  draft: ShareAcknowledgeResponseNodeEndpointDraft,
  _version: number,
): void {
  writer.int32(draft.nodeId);
  writer.string(draft.host, true);
  writer.int32(draft.port);
  writer.nullableString(draft.rack ?? null, true);
  writer.uvarint(0);
}

function decodeShareAcknowledgeResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): ShareAcknowledgeResponseNodeEndpoint {
  const nodeId = reader.int32("NodeEndpoint.nodeId");
  const host = reader.string("NodeEndpoint.host", true);
  const port = reader.int32("NodeEndpoint.port");
  const rack = reader.nullableString("NodeEndpoint.rack", true);
  reader.skipTags();
  return { nodeId, host, port, rack };
}

function decodeShareAcknowledgeResponseShareAcknowledgeTopicResponseArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeResponseShareAcknowledgeTopicResponse[] {
  const elements: ShareAcknowledgeResponseShareAcknowledgeTopicResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareAcknowledgeResponseShareAcknowledgeTopicResponse(reader, version));
  return elements;
}

function decodeShareAcknowledgeResponsePartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeResponsePartitionData[] {
  const elements: ShareAcknowledgeResponsePartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareAcknowledgeResponsePartitionData(reader, version));
  return elements;
}

function decodeShareAcknowledgeResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeResponseNodeEndpoint[] {
  const elements: ShareAcknowledgeResponseNodeEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareAcknowledgeResponseNodeEndpoint(reader, version));
  return elements;
}
