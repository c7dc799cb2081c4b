// Generated from schema/api/describe-quorum.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** Asks for leader, voters and observers of the metadata quorum. Api key 55, versions 0-2. */
export interface DescribeQuorumRequest {
  topics: DescribeQuorumRequestTopicData[];
}

export interface DescribeQuorumRequestTopicData {
  topicName: string;
  partitions: DescribeQuorumRequestPartitionData[];
}

export interface DescribeQuorumRequestPartitionData {
  partitionIndex: number;
}

/** What `encodeDescribeQuorumRequest` takes. */
export interface DescribeQuorumRequestDraft {
  topics: readonly DescribeQuorumRequestTopicDataDraft[];
}

/** What `encodeDescribeQuorumRequest` takes, in part. */
export interface DescribeQuorumRequestTopicDataDraft {
  topicName: string;
  partitions: readonly DescribeQuorumRequestPartitionDataDraft[];
}

/** What `encodeDescribeQuorumRequest` takes, in part. */
export interface DescribeQuorumRequestPartitionDataDraft {
  partitionIndex: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeQuorumRequest(
  writer: Writer,
  draft: DescribeQuorumRequestDraft,
  version: number,
): void {
  checkVersion("DescribeQuorumRequest", version, 0, 2);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics) encodeDescribeQuorumRequestTopicData(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeQuorumRequest(
  reader: Reader,
  version: number,
): DescribeQuorumRequest {
  reader.begin("DescribeQuorumRequest", version, 0, 2);
  const topics: DescribeQuorumRequestTopicData[] = decodeDescribeQuorumRequestTopicDataArray(
    reader,
    version,
    reader.count("topics", true, 3),
  );
  reader.skipTags();
  return { topics };
}

function encodeDescribeQuorumRequestTopicData(
  writer: Writer,
  draft: DescribeQuorumRequestTopicDataDraft,
  version: number,
): void {
  writer.string(draft.topicName, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeDescribeQuorumRequestPartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeDescribeQuorumRequestTopicData(
  reader: Reader,
  version: number,
): DescribeQuorumRequestTopicData {
  const topicName = reader.string("TopicData.topicName", true);
  const partitions: DescribeQuorumRequestPartitionData[] =
    decodeDescribeQuorumRequestPartitionDataArray(
      reader,
      version,
      reader.count("TopicData.partitions", true, 5),
    );
  reader.skipTags();
  return { topicName, partitions };
}

function encodeDescribeQuorumRequestPartitionData(
  writer: Writer,
  draft: DescribeQuorumRequestPartitionDataDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.uvarint(0);
}

function decodeDescribeQuorumRequestPartitionData(
  reader: Reader,
  _version: number,
): DescribeQuorumRequestPartitionData {
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  reader.skipTags();
  return { partitionIndex };
}

function decodeDescribeQuorumRequestTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumRequestTopicData[] {
  const elements: DescribeQuorumRequestTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeQuorumRequestTopicData(reader, version));
  return elements;
}

function decodeDescribeQuorumRequestPartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumRequestPartitionData[] {
  const elements: DescribeQuorumRequestPartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeQuorumRequestPartitionData(reader, version));
  return elements;
}

/** Api key 55, versions 0-2. */
export interface DescribeQuorumResponse {
  errorCode: number;
  /** Version 2. */
  errorMessage: string | null;
  topics: DescribeQuorumResponseTopicData[];
  /** Version 2. */
  nodes: DescribeQuorumResponseNode[];
}

export interface DescribeQuorumResponseTopicData {
  topicName: string;
  partitions: DescribeQuorumResponsePartitionData[];
}

export interface DescribeQuorumResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  /** Version 2. */
  errorMessage: string | null;
  leaderId: number;
  leaderEpoch: number;
  highWatermark: number;
  currentVoters: DescribeQuorumResponseReplicaState[];
  observers: DescribeQuorumResponseReplicaState[];
}

export interface DescribeQuorumResponseNode {
  nodeId: number;
  listeners: DescribeQuorumResponseListener[];
}

export interface DescribeQuorumResponseListener {
  name: string;
  host: string;
  port: number;
}

export interface DescribeQuorumResponseReplicaState {
  replicaId: number;
  /** Version 2. */
  replicaDirectoryId: string;
  logEndOffset: number;
  /** Versions 1 and later. */
  lastFetchTimestamp: number;
  /** Versions 1 and later. */
  lastCaughtUpTimestamp: number;
}

/** What `encodeDescribeQuorumResponse` takes. */
export interface DescribeQuorumResponseDraft {
  errorCode: number;
  errorMessage?: string | null | undefined;
  topics: readonly DescribeQuorumResponseTopicDataDraft[];
  nodes?: readonly DescribeQuorumResponseNodeDraft[] | undefined;
}

/** What `encodeDescribeQuorumResponse` takes, in part. */
export interface DescribeQuorumResponseTopicDataDraft {
  topicName: string;
  partitions: readonly DescribeQuorumResponsePartitionDataDraft[];
}

/** What `encodeDescribeQuorumResponse` takes, in part. */
export interface DescribeQuorumResponsePartitionDataDraft {
  partitionIndex: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  leaderId: number;
  leaderEpoch: number;
  highWatermark: number;
  currentVoters: readonly DescribeQuorumResponseReplicaStateDraft[];
  observers: readonly DescribeQuorumResponseReplicaStateDraft[];
}

/** What `encodeDescribeQuorumResponse` takes, in part. */
export interface DescribeQuorumResponseNodeDraft {
  nodeId: number;
  listeners: readonly DescribeQuorumResponseListenerDraft[];
}

/** What `encodeDescribeQuorumResponse` takes, in part. */
export interface DescribeQuorumResponseListenerDraft {
  name: string;
  host: string;
  port: number;
}

/** What `encodeDescribeQuorumResponse` takes, in part. */
export interface DescribeQuorumResponseReplicaStateDraft {
  replicaId: number;
  replicaDirectoryId?: string | undefined;
  logEndOffset: number;
  lastFetchTimestamp?: number | undefined;
  lastCaughtUpTimestamp?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeQuorumResponse(
  writer: Writer,
  draft: DescribeQuorumResponseDraft,
  version: number,
): void {
  checkVersion("DescribeQuorumResponse", version, 0, 2);
  writer.int16(draft.errorCode);
  if (version >= 2) {
    writer.nullableString(draft.errorMessage === undefined ? "" : draft.errorMessage, true);
  }
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics) encodeDescribeQuorumResponseTopicData(writer, element, version);
  const nodes = draft.nodes ?? [];
  if (version >= 2) {
    writer.count(nodes.length, true);
    for (const element of nodes) encodeDescribeQuorumResponseNode(writer, element, version);
  } else if (nodes.length > 0) {
    throw unsupportedField("DescribeQuorumResponse", "nodes", version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeQuorumResponse(
  reader: Reader,
  version: number,
): DescribeQuorumResponse {
  reader.begin("DescribeQuorumResponse", version, 0, 2);
  const errorCode = reader.int16("errorCode");
  const errorMessage = version >= 2 ? reader.nullableString("errorMessage", true) : "";
  const topics: DescribeQuorumResponseTopicData[] = decodeDescribeQuorumResponseTopicDataArray(
    reader,
    version,
    reader.count("topics", true, 3),
  );
  const nodes: DescribeQuorumResponseNode[] =
    version >= 2
      ? decodeDescribeQuorumResponseNodeArray(reader, version, reader.count("nodes", true, 6))
      : [];
  reader.skipTags();
  return { errorCode, errorMessage, topics, nodes };
}

function encodeDescribeQuorumResponseTopicData(
  writer: Writer,
  draft: DescribeQuorumResponseTopicDataDraft,
  version: number,
): void {
  writer.string(draft.topicName, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeDescribeQuorumResponsePartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeDescribeQuorumResponseTopicData(
  reader: Reader,
  version: number,
): DescribeQuorumResponseTopicData {
  const topicName = reader.string("TopicData.topicName", true);
  const partitions: DescribeQuorumResponsePartitionData[] =
    decodeDescribeQuorumResponsePartitionDataArray(
      reader,
      version,
      reader.count("TopicData.partitions", true, version >= 2 ? 26 : 25),
    );
  reader.skipTags();
  return { topicName, partitions };
}

function encodeDescribeQuorumResponsePartitionData(
  writer: Writer,
  draft: DescribeQuorumResponsePartitionDataDraft,
  version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  if (version >= 2) {
    writer.nullableString(draft.errorMessage === undefined ? "" : draft.errorMessage, true);
  }
  writer.int32(draft.leaderId);
  writer.int32(draft.leaderEpoch);
  writer.int64(draft.highWatermark);
  const currentVoters = draft.currentVoters;
  writer.count(currentVoters.length, true);
  for (const element of currentVoters)
    encodeDescribeQuorumResponseReplicaState(writer, element, version);
  const observers = draft.observers;
  writer.count(observers.length, true);
  for (const element of observers)
    encodeDescribeQuorumResponseReplicaState(writer, element, version);
  writer.uvarint(0);
}

function decodeDescribeQuorumResponsePartitionData(
  reader: Reader,
  version: number,
): DescribeQuorumResponsePartitionData {
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const errorCode = reader.int16("PartitionData.errorCode");
  const errorMessage =
    version >= 2 ? reader.nullableString("PartitionData.errorMessage", true) : "";
  const leaderId = reader.int32("PartitionData.leaderId");
  const leaderEpoch = reader.int32("PartitionData.leaderEpoch");
  const highWatermark = reader.int64("PartitionData.highWatermark");
  const currentVoters: DescribeQuorumResponseReplicaState[] =
    decodeDescribeQuorumResponseReplicaStateArray(
      reader,
      version,
      reader.count("PartitionData.currentVoters", true, version >= 2 ? 45 : version >= 1 ? 29 : 13),
    );
  const observers: DescribeQuorumResponseReplicaState[] =
    decodeDescribeQuorumResponseReplicaStateArray(
      reader,
      version,
      reader.count("PartitionData.observers", true, version >= 2 ? 45 : version >= 1 ? 29 : 13),
    );
  reader.skipTags();
  return {
    partitionIndex,
    errorCode,
    errorMessage,
    leaderId,
    leaderEpoch,
    highWatermark,
    currentVoters,
    observers,
  };
}

function encodeDescribeQuorumResponseNode(
  writer: Writer,
  draft: DescribeQuorumResponseNodeDraft,
  version: number,
): void {
  writer.int32(draft.nodeId);
  const listeners = draft.listeners;
  writer.count(listeners.length, true);
  for (const element of listeners) encodeDescribeQuorumResponseListener(writer, element, version);
  writer.uvarint(0);
}

function decodeDescribeQuorumResponseNode(
  reader: Reader,
  version: number,
): DescribeQuorumResponseNode {
  const nodeId = reader.int32("Node.nodeId");
  const listeners: DescribeQuorumResponseListener[] = decodeDescribeQuorumResponseListenerArray(
    reader,
    version,
    reader.count("Node.listeners", true, 5),
  );
  reader.skipTags();
  return { nodeId, listeners };
}

function encodeDescribeQuorumResponseListener(
  writer: Writer,
  draft: DescribeQuorumResponseListenerDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeDescribeQuorumResponseListener(
  reader: Reader,
  _version: number,
): DescribeQuorumResponseListener {
  const name = reader.string("Listener.name", true);
  const host = reader.string("Listener.host", true);
  const port = reader.uint16("Listener.port");
  reader.skipTags();
  return { name, host, port };
}

function encodeDescribeQuorumResponseReplicaState(
  writer: Writer,
  draft: DescribeQuorumResponseReplicaStateDraft,
  version: number,
): void {
  writer.int32(draft.replicaId);
  if (version >= 2) {
    writer.uuid(draft.replicaDirectoryId ?? ZERO_UUID);
  } else if ((draft.replicaDirectoryId ?? ZERO_UUID) !== ZERO_UUID) {
    throw unsupportedField("DescribeQuorumResponse", "ReplicaState.replicaDirectoryId", version);
  }
  writer.int64(draft.logEndOffset);
  if (version >= 1) {
    writer.int64(draft.lastFetchTimestamp ?? -1);
  }
  if (version >= 1) {
    writer.int64(draft.lastCaughtUpTimestamp ?? -1);
  }
  writer.uvarint(0);
}

function decodeDescribeQuorumResponseReplicaState(
  reader: Reader,
  version: number,
): DescribeQuorumResponseReplicaState {
  const replicaId = reader.int32("ReplicaState.replicaId");
  const replicaDirectoryId =
    version >= 2 ? reader.uuid("ReplicaState.replicaDirectoryId") : ZERO_UUID;
  const logEndOffset = reader.int64("ReplicaState.logEndOffset");
  const lastFetchTimestamp = version >= 1 ? reader.int64("ReplicaState.lastFetchTimestamp") : -1;
  const lastCaughtUpTimestamp =
    version >= 1 ? reader.int64("ReplicaState.lastCaughtUpTimestamp") : -1;
  reader.skipTags();
  return { replicaId, replicaDirectoryId, logEndOffset, lastFetchTimestamp, lastCaughtUpTimestamp };
}

function decodeDescribeQuorumResponseTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumResponseTopicData[] {
  const elements: DescribeQuorumResponseTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeQuorumResponseTopicData(reader, version));
  return elements;
}

function decodeDescribeQuorumResponsePartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumResponsePartitionData[] {
  const elements: DescribeQuorumResponsePartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeQuorumResponsePartitionData(reader, version));
  return elements;
}

function decodeDescribeQuorumResponseNodeArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumResponseNode[] {
  const elements: DescribeQuorumResponseNode[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeQuorumResponseNode(reader, version));
  return elements;
}

function decodeDescribeQuorumResponseListenerArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumResponseListener[] {
  const elements: DescribeQuorumResponseListener[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeQuorumResponseListener(reader, version));
  return elements;
}

function decodeDescribeQuorumResponseReplicaStateArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumResponseReplicaState[] {
  const elements: DescribeQuorumResponseReplicaState[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeQuorumResponseReplicaState(reader, version));
  return elements;
}
