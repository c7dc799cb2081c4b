// Generated from schema/api/fetch-snapshot.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { RecordsDraft, Writer } from "../writer.ts";

/** Reads a piece of a snapshot of the metadata log. Api key 59, versions 0-1. */
export interface FetchSnapshotRequest {
  clusterId: string | null;
  replicaId: number;
  maxBytes: number;
  topics: FetchSnapshotRequestTopicSnapshot[];
}

export interface FetchSnapshotRequestTopicSnapshot {
  name: string;
  partitions: FetchSnapshotRequestPartitionSnapshot[];
}

export interface FetchSnapshotRequestPartitionSnapshot {
  partition: number;
  currentLeaderEpoch: number;
  snapshotId: FetchSnapshotRequestSnapshotId;
  position: number;
  /** Version 1. */
  replicaDirectoryId: string;
}

export interface FetchSnapshotRequestSnapshotId {
  endOffset: number;
  epoch: number;
}

/** What `encodeFetchSnapshotRequest` takes. */
export interface FetchSnapshotRequestDraft {
  clusterId?: string | null | undefined;
  replicaId?: number | undefined;
  maxBytes?: number | undefined;
  topics: readonly FetchSnapshotRequestTopicSnapshotDraft[];
}

/** What `encodeFetchSnapshotRequest` takes, in part. */
export interface FetchSnapshotRequestTopicSnapshotDraft {
  name: string;
  partitions: readonly FetchSnapshotRequestPartitionSnapshotDraft[];
}

/** What `encodeFetchSnapshotRequest` takes, in part. */
export interface FetchSnapshotRequestPartitionSnapshotDraft {
  partition: number;
  currentLeaderEpoch: number;
  snapshotId: FetchSnapshotRequestSnapshotIdDraft;
  position: number;
  replicaDirectoryId?: string | undefined;
}

/** What `encodeFetchSnapshotRequest` takes, in part. */
export interface FetchSnapshotRequestSnapshotIdDraft {
  endOffset: number;
  epoch: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeFetchSnapshotRequest(
  writer: Writer,
  draft: FetchSnapshotRequestDraft,
  version: number,
): void {
  checkVersion("FetchSnapshotRequest", version, 0, 1);
  writer.int32(draft.replicaId ?? -1);
  writer.int32(draft.maxBytes ?? 2147483647);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics) encodeFetchSnapshotRequestTopicSnapshot(writer, element, version);
  const clusterId = draft.clusterId ?? null;
  const hasClusterId = clusterId !== null;
  writer.uvarint(hasClusterId ? 1 : 0);
  if (hasClusterId) {
    const mark = writer.beginTag(0);
    writer.nullableString(clusterId, true);
    writer.endTag(mark);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeFetchSnapshotRequest(reader: Reader, version: number): FetchSnapshotRequest {
  reader.begin("FetchSnapshotRequest", version, 0, 1);
  const replicaId = reader.int32("replicaId");
  const maxBytes = reader.int32("maxBytes");
  const topics: FetchSnapshotRequestTopicSnapshot[] = decodeFetchSnapshotRequestTopicSnapshotArray(
    reader,
    version,
    reader.count("topics", true, 3),
  );
  let clusterId: string | null = null;
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      clusterId = reader.nullableString("clusterId", true);
      reader.closeTag(tag, end);
    } else {
      reader.skipTag(end);
    }
  }
  return { clusterId, replicaId, maxBytes, topics };
}

function encodeFetchSnapshotRequestTopicSnapshot(
  writer: Writer,
  draft: FetchSnapshotRequestTopicSnapshotDraft,
  version: number,
): void {
  writer.string(draft.name, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeFetchSnapshotRequestPartitionSnapshot(writer, element, version);
  writer.uvarint(0);
}

function decodeFetchSnapshotRequestTopicSnapshot(
  reader: Reader,
  version: number,
): FetchSnapshotRequestTopicSnapshot {
  const name = reader.string("TopicSnapshot.name", true);
  const partitions: FetchSnapshotRequestPartitionSnapshot[] =
    decodeFetchSnapshotRequestPartitionSnapshotArray(
      reader,
      version,
      reader.count("TopicSnapshot.partitions", true, 30),
    );
  reader.skipTags();
  return { name, partitions };
}

function encodeFetchSnapshotRequestPartitionSnapshot(
  writer: Writer,
  draft: FetchSnapshotRequestPartitionSnapshotDraft,
  version: number,
): void {
  writer.int32(draft.partition);
  writer.int32(draft.currentLeaderEpoch);
  const snapshotId = draft.snapshotId;
  encodeFetchSnapshotRequestSnapshotId(writer, snapshotId, version);
  writer.int64(draft.position);
  const replicaDirectoryId = draft.replicaDirectoryId ?? ZERO_UUID;
  const hasReplicaDirectoryId = version >= 1 && replicaDirectoryId !== ZERO_UUID;
  writer.uvarint(hasReplicaDirectoryId ? 1 : 0);
  if (hasReplicaDirectoryId) {
    const mark = writer.beginTag(0);
    writer.uuid(replicaDirectoryId);
    writer.endTag(mark);
  }
}

function decodeFetchSnapshotRequestPartitionSnapshot(
  reader: Reader,
  version: number,
): FetchSnapshotRequestPartitionSnapshot {
  const partition = reader.int32("PartitionSnapshot.partition");
  const currentLeaderEpoch = reader.int32("PartitionSnapshot.currentLeaderEpoch");
  const snapshotId = decodeFetchSnapshotRequestSnapshotId(reader, version);
  const position = reader.int64("PartitionSnapshot.position");
  let replicaDirectoryId: string = ZERO_UUID;
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0 && version >= 1) {
      replicaDirectoryId = reader.uuid("PartitionSnapshot.replicaDirectoryId");
      reader.closeTag(tag, end);
    } else {
      reader.skipTag(end);
    }
  }
  return { partition, currentLeaderEpoch, snapshotId, position, replicaDirectoryId };
}

function encodeFetchSnapshotRequestSnapshotId(
  writer: Writer,
  draft: FetchSnapshotRequestSnapshotIdDraft,
  _version: number,
): void {
  writer.int64(draft.endOffset);
  writer.int32(draft.epoch);
  writer.uvarint(0);
}

function decodeFetchSnapshotRequestSnapshotId(
  reader: Reader,
  _version: number,
): FetchSnapshotRequestSnapshotId {
  const endOffset = reader.int64("SnapshotId.endOffset");
  const epoch = reader.int32("SnapshotId.epoch");
  reader.skipTags();
  return { endOffset, epoch };
}

function decodeFetchSnapshotRequestTopicSnapshotArray(
  reader: Reader,
  version: number,
  count: number,
): FetchSnapshotRequestTopicSnapshot[] {
  const elements: FetchSnapshotRequestTopicSnapshot[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchSnapshotRequestTopicSnapshot(reader, version));
  return elements;
}

function decodeFetchSnapshotRequestPartitionSnapshotArray(
  reader: Reader,
  version: number,
  count: number,
): FetchSnapshotRequestPartitionSnapshot[] {
  const elements: FetchSnapshotRequestPartitionSnapshot[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchSnapshotRequestPartitionSnapshot(reader, version));
  return elements;
}

/** Api key 59, versions 0-1. */
export interface FetchSnapshotResponse {
  throttleTimeMs: number;
  errorCode: number;
  topics: FetchSnapshotResponseTopicSnapshot[];
  /** Version 1. */
  nodeEndpoints: FetchSnapshotResponseNodeEndpoint[];
}

export interface FetchSnapshotResponseTopicSnapshot {
  name: string;
  partitions: FetchSnapshotResponsePartitionSnapshot[];
}

export interface FetchSnapshotResponsePartitionSnapshot {
  index: number;
  errorCode: number;
  snapshotId: FetchSnapshotResponseSnapshotId;
  currentLeader: FetchSnapshotResponseLeaderIdAndEpoch;
  size: number;
  position: number;
  unalignedRecords: Uint8Array;
}

export interface FetchSnapshotResponseSnapshotId {
  endOffset: number;
  epoch: number;
}

export interface FetchSnapshotResponseLeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
}

export interface FetchSnapshotResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
}

/** What `encodeFetchSnapshotResponse` takes. */
export interface FetchSnapshotResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  topics: readonly FetchSnapshotResponseTopicSnapshotDraft[];
  nodeEndpoints?: readonly FetchSnapshotResponseNodeEndpointDraft[] | undefined;
}

/** What `encodeFetchSnapshotResponse` takes, in part. */
export interface FetchSnapshotResponseTopicSnapshotDraft {
  name: string;
  partitions: readonly FetchSnapshotResponsePartitionSnapshotDraft[];
}

/** What `encodeFetchSnapshotResponse` takes, in part. */
export interface FetchSnapshotResponsePartitionSnapshotDraft {
  index: number;
  errorCode: number;
  snapshotId: FetchSnapshotResponseSnapshotIdDraft;
  currentLeader?: FetchSnapshotResponseLeaderIdAndEpochDraft | undefined;
  size: number;
  position: number;
  unalignedRecords: RecordsDraft;
}

/** What `encodeFetchSnapshotResponse` takes, in part. */
export interface FetchSnapshotResponseSnapshotIdDraft {
  endOffset: number;
  epoch: number;
}

/** What `encodeFetchSnapshotResponse` takes, in part. */
export interface FetchSnapshotResponseLeaderIdAndEpochDraft {
  leaderId: number;
  leaderEpoch: number;
}

/** What `encodeFetchSnapshotResponse` takes, in part. */
export interface FetchSnapshotResponseNodeEndpointDraft {
  nodeId: number;
  host: string;
  port: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeFetchSnapshotResponse(
  writer: Writer,
  draft: FetchSnapshotResponseDraft,
  version: number,
): void {
  checkVersion("FetchSnapshotResponse", version, 0, 1);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics) encodeFetchSnapshotResponseTopicSnapshot(writer, element, version);
  const nodeEndpoints = draft.nodeEndpoints ?? [];
  const hasNodeEndpoints = version >= 1 && nodeEndpoints.length > 0;
  if (version < 1 && nodeEndpoints.length > 0)
    throw unsupportedField("FetchSnapshotResponse", "nodeEndpoints", version);
  writer.uvarint(hasNodeEndpoints ? 1 : 0);
  if (hasNodeEndpoints) {
    const mark = writer.beginTag(0);
    writer.count(nodeEndpoints.length, true);
    for (const element of nodeEndpoints)
      encodeFetchSnapshotResponseNodeEndpoint(writer, element, version);
    writer.endTag(mark);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeFetchSnapshotResponse(
  reader: Reader,
  version: number,
): FetchSnapshotResponse {
  reader.begin("FetchSnapshotResponse", version, 0, 1);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const topics: FetchSnapshotResponseTopicSnapshot[] =
    decodeFetchSnapshotResponseTopicSnapshotArray(reader, version, reader.count("topics", true, 3));
  let nodeEndpoints: FetchSnapshotResponseNodeEndpoint[] = [];
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0 && version >= 1) {
      nodeEndpoints = decodeFetchSnapshotResponseNodeEndpointArray(
        reader,
        version,
        reader.count("nodeEndpoints", true, 8),
      );
      reader.closeTag(tag, end);
    } else {
      reader.skipTag(end);
    }
  }
  return { throttleTimeMs, errorCode, topics, nodeEndpoints };
}

function encodeFetchSnapshotResponseTopicSnapshot(
  writer: Writer,
  draft: FetchSnapshotResponseTopicSnapshotDraft,
  version: number,
): void {
  writer.string(draft.name, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeFetchSnapshotResponsePartitionSnapshot(writer, element, version);
  writer.uvarint(0);
}

function decodeFetchSnapshotResponseTopicSnapshot(
  reader: Reader,
  version: number,
): FetchSnapshotResponseTopicSnapshot {
  const name = reader.string("TopicSnapshot.name", true);
  const partitions: FetchSnapshotResponsePartitionSnapshot[] =
    decodeFetchSnapshotResponsePartitionSnapshotArray(
      reader,
      version,
      reader.count("TopicSnapshot.partitions", true, 37),
    );
  reader.skipTags();
  return { name, partitions };
}

function encodeFetchSnapshotResponsePartitionSnapshot(
  writer: Writer,
  draft: FetchSnapshotResponsePartitionSnapshotDraft,
  version: number,
): void {
  writer.int32(draft.index);
  writer.int16(draft.errorCode);
  const snapshotId = draft.snapshotId;
  encodeFetchSnapshotResponseSnapshotId(writer, snapshotId, version);
  writer.int64(draft.size);
  writer.int64(draft.position);
  writer.records(draft.unalignedRecords, true);
  const currentLeader = draft.currentLeader;
  const hasCurrentLeader =
    currentLeader !== undefined && !isDefaultFetchSnapshotResponseLeaderIdAndEpoch(currentLeader);
  writer.uvarint(hasCurrentLeader ? 1 : 0);
  if (hasCurrentLeader) {
    const mark = writer.beginTag(0);
    encodeFetchSnapshotResponseLeaderIdAndEpoch(writer, currentLeader, version);
    writer.endTag(mark);
  }
}

function decodeFetchSnapshotResponsePartitionSnapshot(
  reader: Reader,
  version: number,
): FetchSnapshotResponsePartitionSnapshot {
  const index = reader.int32("PartitionSnapshot.index");
  const errorCode = reader.int16("PartitionSnapshot.errorCode");
  const snapshotId = decodeFetchSnapshotResponseSnapshotId(reader, version);
  const size = reader.int64("PartitionSnapshot.size");
  const position = reader.int64("PartitionSnapshot.position");
  const unalignedRecords = reader.bytes("PartitionSnapshot.unalignedRecords", true);
  let currentLeader: FetchSnapshotResponseLeaderIdAndEpoch =
    defaultFetchSnapshotResponseLeaderIdAndEpoch();
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      currentLeader = decodeFetchSnapshotResponseLeaderIdAndEpoch(reader, version);
      reader.closeTag(tag, end);
    } else {
      reader.skipTag(end);
    }
  }
  return { index, errorCode, snapshotId, currentLeader, size, position, unalignedRecords };
}

function encodeFetchSnapshotResponseSnapshotId(
  writer: Writer,
  draft: FetchSnapshotResponseSnapshotIdDraft,
  _version: number,
): void {
  writer.int64(draft.endOffset);
  writer.int32(draft.epoch);
  writer.uvarint(0);
}

function decodeFetchSnapshotResponseSnapshotId(
  reader: Reader,
  _version: number,
): FetchSnapshotResponseSnapshotId {
  const endOffset = reader.int64("SnapshotId.endOffset");
  const epoch = reader.int32("SnapshotId.epoch");
  reader.skipTags();
  return { endOffset, epoch };
}

function encodeFetchSnapshotResponseLeaderIdAndEpoch(
  writer: Writer,
  draft: FetchSnapshotResponseLeaderIdAndEpochDraft,
  _version: number,
): void {
  writer.int32(draft.leaderId);
  writer.int32(draft.leaderEpoch);
  writer.uvarint(0);
}

function decodeFetchSnapshotResponseLeaderIdAndEpoch(
  reader: Reader,
  _version: number,
): FetchSnapshotResponseLeaderIdAndEpoch {
  const leaderId = reader.int32("LeaderIdAndEpoch.leaderId");
  const leaderEpoch = reader.int32("LeaderIdAndEpoch.leaderEpoch");
  reader.skipTags();
  return { leaderId, leaderEpoch };
}

function encodeFetchSnapshotResponseNodeEndpoint(
  writer: Writer,
  draft: FetchSnapshotResponseNodeEndpointDraft,
  _version: number,
): void {
  writer.int32(draft.nodeId);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeFetchSnapshotResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): FetchSnapshotResponseNodeEndpoint {
  const nodeId = reader.int32("NodeEndpoint.nodeId");
  const host = reader.string("NodeEndpoint.host", true);
  const port = reader.uint16("NodeEndpoint.port");
  reader.skipTags();
  return { nodeId, host, port };
}

function decodeFetchSnapshotResponseTopicSnapshotArray(
  reader: Reader,
  version: number,
  count: number,
): FetchSnapshotResponseTopicSnapshot[] {
  const elements: FetchSnapshotResponseTopicSnapshot[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchSnapshotResponseTopicSnapshot(reader, version));
  return elements;
}

function decodeFetchSnapshotResponsePartitionSnapshotArray(
  reader: Reader,
  version: number,
  count: number,
): FetchSnapshotResponsePartitionSnapshot[] {
  const elements: FetchSnapshotResponsePartitionSnapshot[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchSnapshotResponsePartitionSnapshot(reader, version));
  return elements;
}

function defaultFetchSnapshotResponseLeaderIdAndEpoch(): FetchSnapshotResponseLeaderIdAndEpoch {
  return {
    leaderId: 0,
    leaderEpoch: 0,
  };
}

function isDefaultFetchSnapshotResponseLeaderIdAndEpoch(
  draft: FetchSnapshotResponseLeaderIdAndEpochDraft,
): boolean {
  return draft.leaderId === 0 && draft.leaderEpoch === 0;
}

function decodeFetchSnapshotResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): FetchSnapshotResponseNodeEndpoint[] {
  const elements: FetchSnapshotResponseNodeEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchSnapshotResponseNodeEndpoint(reader, version));
  return elements;
}
