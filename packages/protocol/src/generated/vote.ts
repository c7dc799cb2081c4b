// Generated from schema/api/vote.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** Asks for a vote in an election of the metadata quorum. Api key 52, versions 0-2. */
export interface VoteRequest {
  clusterId: string | null;
  /** Versions 1 and later. */
  voterId: number;
  topics: VoteRequestTopicData[];
}

export interface VoteRequestTopicData {
  topicName: string;
  partitions: VoteRequestPartitionData[];
}

export interface VoteRequestPartitionData {
  partitionIndex: number;
  replicaEpoch: number;
  replicaId: number;
  /** Versions 1 and later. */
  replicaDirectoryId: string;
  /** Versions 1 and later. */
  voterDirectoryId: string;
  lastOffsetEpoch: number;
  lastOffset: number;
  /** Version 2. */
  preVote: boolean;
}

/** What `encodeVoteRequest` takes. */
export interface VoteRequestDraft {
  clusterId?: string | null | undefined;
  voterId?: number | undefined;
  topics: readonly VoteRequestTopicDataDraft[];
}

/** What `encodeVoteRequest` takes, in part. */
export interface VoteRequestTopicDataDraft {
  topicName: string;
  partitions: readonly VoteRequestPartitionDataDraft[];
}

/** What `encodeVoteRequest` takes, in part. */
export interface VoteRequestPartitionDataDraft {
  partitionIndex: number;
  replicaEpoch: number;
  replicaId: number;
  replicaDirectoryId?: string | undefined;
  voterDirectoryId?: string | undefined;
  lastOffsetEpoch: number;
  lastOffset: number;
  preVote?: boolean | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeVoteRequest(writer: Writer, draft: VoteRequestDraft, version: number): void {
  checkVersion("VoteRequest", version, 0, 2);
  writer.nullableString(draft.clusterId ?? null, true);
  if (version >= 1) {
    writer.int32(draft.voterId ?? -1);
  }
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics) encodeVoteRequestTopicData(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeVoteRequest(reader: Reader, version: number): VoteRequest {
  reader.begin("VoteRequest", version, 0, 2);
  const clusterId = reader.nullableString("clusterId", true);
  const voterId = version >= 1 ? reader.int32("voterId") : -1;
  const topics: VoteRequestTopicData[] = decodeVoteRequestTopicDataArray(
    reader,
    version,
    reader.count("topics", true, 3),
  );
  reader.skipTags();
  return { clusterId, voterId, topics };
}

function encodeVoteRequestTopicData(
  writer: Writer,
  draft: VoteRequestTopicDataDraft,
  version: number,
): void {
  writer.string(draft.topicName, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) encodeVoteRequestPartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeVoteRequestTopicData(reader: Reader, version: number): VoteRequestTopicData {
  const topicName = reader.string("TopicData.topicName", true);
  const partitions: VoteRequestPartitionData[] = decodeVoteRequestPartitionDataArray(
    reader,
    version,
    reader.count("TopicData.partitions", true, version >= 2 ? 58 : version >= 1 ? 57 : 25),
  );
  reader.skipTags();
  return { topicName, partitions };
}

function encodeVoteRequestPartitionData(
  writer: Writer,
  draft: VoteRequestPartitionDataDraft,
  version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int32(draft.replicaEpoch);
  writer.int32(draft.replicaId);
  if (version >= 1) {
    writer.uuid(draft.replicaDirectoryId ?? ZERO_UUID);
  }
  if (version >= 1) {
    writer.uuid(draft.voterDirectoryId ?? ZERO_UUID);
  }
  writer.int32(draft.lastOffsetEpoch);
  writer.int64(draft.lastOffset);
  if (version >= 2) {
    writer.bool(draft.preVote ?? false);
  } else if ((draft.preVote ?? false) !== false) {
    throw unsupportedField("VoteRequest", "PartitionData.preVote", version);
  }
  writer.uvarint(0);
}

function decodeVoteRequestPartitionData(reader: Reader, version: number): VoteRequestPartitionData {
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const replicaEpoch = reader.int32("PartitionData.replicaEpoch");
  const replicaId = reader.int32("PartitionData.replicaId");
  const replicaDirectoryId =
    version >= 1 ? reader.uuid("PartitionData.replicaDirectoryId") : ZERO_UUID;
  const voterDirectoryId = version >= 1 ? reader.uuid("PartitionData.voterDirectoryId") : ZERO_UUID;
  const lastOffsetEpoch = reader.int32("PartitionData.lastOffsetEpoch");
  const lastOffset = reader.int64("PartitionData.lastOffset");
  const preVote = version >= 2 ? reader.bool("PartitionData.preVote") : false;
  reader.skipTags();
  return {
    partitionIndex,
    replicaEpoch,
    replicaId,
    replicaDirectoryId,
    voterDirectoryId,
    lastOffsetEpoch,
    lastOffset,
    preVote,
  };
}

function decodeVoteRequestTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): VoteRequestTopicData[] {
  const elements: VoteRequestTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeVoteRequestTopicData(reader, version));
  return elements;
}

function decodeVoteRequestPartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): VoteRequestPartitionData[] {
  const elements: VoteRequestPartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeVoteRequestPartitionData(reader, version));
  return elements;
}

/** Api key 52, versions 0-2. */
export interface VoteResponse {
  errorCode: number;
  topics: VoteResponseTopicData[];
  /** Versions 1 and later. */
  nodeEndpoints: VoteResponseNodeEndpoint[];
}

export interface VoteResponseTopicData {
  topicName: string;
  partitions: VoteResponsePartitionData[];
}

export interface VoteResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
  voteGranted: boolean;
}

export interface VoteResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
}

/** What `encodeVoteResponse` takes. */
export interface VoteResponseDraft {
  errorCode: number;
  topics: readonly VoteResponseTopicDataDraft[];
  nodeEndpoints?: readonly VoteResponseNodeEndpointDraft[] | undefined;
}

/** What `encodeVoteResponse` takes, in part. */
export interface VoteResponseTopicDataDraft {
  topicName: string;
  partitions: readonly VoteResponsePartitionDataDraft[];
}

/** What `encodeVoteResponse` takes, in part. */
export interface VoteResponsePartitionDataDraft {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
  voteGranted: boolean;
}

/** What `encodeVoteResponse` takes, in part. */
export interface VoteResponseNodeEndpointDraft {
  nodeId: number;
  host: string;
  port: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeVoteResponse(
  writer: Writer,
  draft: VoteResponseDraft,
  version: number,
): void {
  checkVersion("VoteResponse", version, 0, 2);
  writer.int16(draft.errorCode);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics) encodeVoteResponseTopicData(writer, element, version);
  const nodeEndpoints = draft.nodeEndpoints ?? [];
  const hasNodeEndpoints = version >= 1 && nodeEndpoints.length > 0;
  if (version < 1 && nodeEndpoints.length > 0)
    throw unsupportedField("VoteResponse", "nodeEndpoints", version);
  writer.uvarint(hasNodeEndpoints ? 1 : 0);
  if (hasNodeEndpoints) {
    const mark = writer.beginTag(0);
    writer.count(nodeEndpoints.length, true);
    for (const element of nodeEndpoints) encodeVoteResponseNodeEndpoint(writer, element, version);
    writer.endTag(mark);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeVoteResponse(reader: Reader, version: number): VoteResponse {
  reader.begin("VoteResponse", version, 0, 2);
  const errorCode = reader.int16("errorCode");
  const topics: VoteResponseTopicData[] = decodeVoteResponseTopicDataArray(
    reader,
    version,
    reader.count("topics", true, 3),
  );
  let nodeEndpoints: VoteResponseNodeEndpoint[] = [];
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0 && version >= 1) {
      nodeEndpoints = decodeVoteResponseNodeEndpointArray(
        reader,
        version,
        reader.count("nodeEndpoints", true, 8),
      );
      reader.closeTag(tag, end);
    } else {
      reader.skipTag(end);
    }
  }
  return { errorCode, topics, nodeEndpoints };
}

function encodeVoteResponseTopicData(
  writer: Writer,
  draft: VoteResponseTopicDataDraft,
  version: number,
): void {
  writer.string(draft.topicName, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) encodeVoteResponsePartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeVoteResponseTopicData(reader: Reader, version: number): VoteResponseTopicData {
  const topicName = reader.string("TopicData.topicName", true);
  const partitions: VoteResponsePartitionData[] = decodeVoteResponsePartitionDataArray(
    reader,
    version,
    reader.count("TopicData.partitions", true, 16),
  );
  reader.skipTags();
  return { topicName, partitions };
}

function encodeVoteResponsePartitionData(
  writer: Writer,
  draft: VoteResponsePartitionDataDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.int32(draft.leaderId);
  writer.int32(draft.leaderEpoch);
  writer.bool(draft.voteGranted);
  writer.uvarint(0);
}

function decodeVoteResponsePartitionData(
  reader: Reader,
  _version: number,
): VoteResponsePartitionData {
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const errorCode = reader.int16("PartitionData.errorCode");
  const leaderId = reader.int32("PartitionData.leaderId");
  const leaderEpoch = reader.int32("PartitionData.leaderEpoch");
  const voteGranted = reader.bool("PartitionData.voteGranted");
  reader.skipTags();
  return { partitionIndex, errorCode, leaderId, leaderEpoch, voteGranted };
}

function encodeVoteResponseNodeEndpoint(
  writer: Writer,
  draft: VoteResponseNodeEndpointDraft,
  _version: number,
): void {
  writer.int32(draft.nodeId);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeVoteResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): VoteResponseNodeEndpoint {
  const nodeId = reader.int32("NodeEndpoint.nodeId");
  const host = reader.string("NodeEndpoint.host", true);
  const port = reader.uint16("NodeEndpoint.port");
  reader.skipTags();
  return { nodeId, host, port };
}

function decodeVoteResponseTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): VoteResponseTopicData[] {
  const elements: VoteResponseTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeVoteResponseTopicData(reader, version));
  return elements;
}

function decodeVoteResponsePartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): VoteResponsePartitionData[] {
  const elements: VoteResponsePartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeVoteResponsePartitionData(reader, version));
  return elements;
}

function decodeVoteResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): VoteResponseNodeEndpoint[] {
  const elements: VoteResponseNodeEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeVoteResponseNodeEndpoint(reader, version));
  return elements;
}
