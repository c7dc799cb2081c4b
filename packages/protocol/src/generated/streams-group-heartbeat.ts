// Generated from schema/api/streams-group-heartbeat.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt16Array, readInt32Array, readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/**
 * All that a member of a streams group says: join, stay, change, leave (KIP-1071). Api key 88,
 * version 0.
 */
export interface StreamsGroupHeartbeatRequest {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  endpointInformationEpoch: number;
  instanceId: string | null;
  rackId: string | null;
  rebalanceTimeoutMs: number;
  topology: StreamsGroupHeartbeatRequestTopology | null;
  activeTasks: StreamsGroupHeartbeatRequestTaskIds[] | null;
  standbyTasks: StreamsGroupHeartbeatRequestTaskIds[] | null;
  warmupTasks: StreamsGroupHeartbeatRequestTaskIds[] | null;
  processId: string | null;
  userEndpoint: StreamsGroupHeartbeatRequestEndpoint | null;
  clientTags: StreamsGroupHeartbeatRequestKeyValue[] | null;
  taskOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null;
  taskEndOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null;
  shutdownApplication: boolean;
}

export interface StreamsGroupHeartbeatRequestTopology {
  epoch: number;
  subtopologies: StreamsGroupHeartbeatRequestSubtopology[];
}

export interface StreamsGroupHeartbeatRequestSubtopology {
  subtopologyId: string;
  sourceTopics: string[];
  sourceTopicRegex: string[];
  stateChangelogTopics: StreamsGroupHeartbeatRequestTopicInfo[];
  repartitionSinkTopics: string[];
  repartitionSourceTopics: StreamsGroupHeartbeatRequestTopicInfo[];
  copartitionGroups: StreamsGroupHeartbeatRequestCopartitionGroup[];
}

export interface StreamsGroupHeartbeatRequestCopartitionGroup {
  sourceTopics: number[];
  sourceTopicRegex: number[];
  repartitionSourceTopics: number[];
}

export interface StreamsGroupHeartbeatRequestKeyValue {
  key: string;
  value: string;
}

export interface StreamsGroupHeartbeatRequestTopicInfo {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: StreamsGroupHeartbeatRequestKeyValue[];
}

export interface StreamsGroupHeartbeatRequestEndpoint {
  host: string;
  port: number;
}

export interface StreamsGroupHeartbeatRequestTaskOffset {
  subtopologyId: string;
  partition: number;
  offset: number;
}

export interface StreamsGroupHeartbeatRequestTaskIds {
  subtopologyId: string;
  partitions: number[];
}

/** What `encodeStreamsGroupHeartbeatRequest` takes. */
export interface StreamsGroupHeartbeatRequestDraft {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  endpointInformationEpoch: number;
  instanceId?: string | null | undefined;
  rackId?: string | null | undefined;
  rebalanceTimeoutMs?: number | undefined;
  topology?: StreamsGroupHeartbeatRequestTopologyDraft | null | undefined;
  activeTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsDraft[] | null | undefined;
  standbyTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsDraft[] | null | undefined;
  warmupTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsDraft[] | null | undefined;
  processId?: string | null | undefined;
  userEndpoint?: StreamsGroupHeartbeatRequestEndpointDraft | null | undefined;
  clientTags?: readonly StreamsGroupHeartbeatRequestKeyValueDraft[] | null | undefined;
  taskOffsets?: readonly StreamsGroupHeartbeatRequestTaskOffsetDraft[] | null | undefined;
  taskEndOffsets?: readonly StreamsGroupHeartbeatRequestTaskOffsetDraft[] | null | undefined;
  shutdownApplication?: boolean | undefined;
}

/** What `encodeStreamsGroupHeartbeatRequest` takes, in part. */
export interface StreamsGroupHeartbeatRequestTopologyDraft {
  epoch: number;
  subtopologies: readonly StreamsGroupHeartbeatRequestSubtopologyDraft[];
}

/** What `encodeStreamsGroupHeartbeatRequest` takes, in part. */
export interface StreamsGroupHeartbeatRequestSubtopologyDraft {
  subtopologyId: string;
  sourceTopics: readonly string[];
  sourceTopicRegex: readonly string[];
  stateChangelogTopics: readonly StreamsGroupHeartbeatRequestTopicInfoDraft[];
  repartitionSinkTopics: readonly string[];
  repartitionSourceTopics: readonly StreamsGroupHeartbeatRequestTopicInfoDraft[];
  copartitionGroups: readonly StreamsGroupHeartbeatRequestCopartitionGroupDraft[];
}

/** What `encodeStreamsGroupHeartbeatRequest` takes, in part. */
export interface StreamsGroupHeartbeatRequestCopartitionGroupDraft {
  sourceTopics: readonly number[];
  sourceTopicRegex: readonly number[];
  repartitionSourceTopics: readonly number[];
}

/** What `encodeStreamsGroupHeartbeatRequest` takes, in part. */
export interface StreamsGroupHeartbeatRequestKeyValueDraft {
  key: string;
  value: string;
}

/** What `encodeStreamsGroupHeartbeatRequest` takes, in part. */
export interface StreamsGroupHeartbeatRequestTopicInfoDraft {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: readonly StreamsGroupHeartbeatRequestKeyValueDraft[];
}

/** What `encodeStreamsGroupHeartbeatRequest` takes, in part. */
export interface StreamsGroupHeartbeatRequestEndpointDraft {
  host: string;
  port: number;
}

/** What `encodeStreamsGroupHeartbeatRequest` takes, in part. */
export interface StreamsGroupHeartbeatRequestTaskOffsetDraft {
  subtopologyId: string;
  partition: number;
  offset: number;
}

/** What `encodeStreamsGroupHeartbeatRequest` takes, in part. */
export interface StreamsGroupHeartbeatRequestTaskIdsDraft {
  subtopologyId: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupHeartbeatRequest(
  writer: Writer,
  draft: StreamsGroupHeartbeatRequestDraft,
  version: number,
): void {
  checkVersion("StreamsGroupHeartbeatRequest", version, 0, 0);
  writer.string(draft.groupId, true);
  writer.string(draft.memberId, true);
  writer.int32(draft.memberEpoch);
  writer.int32(draft.endpointInformationEpoch);
  writer.nullableString(draft.instanceId ?? null, true);
  writer.nullableString(draft.rackId ?? null, true);
  writer.int32(draft.rebalanceTimeoutMs ?? -1);
  const topology = draft.topology ?? null;
  if (topology === null) {
    writer.int8(-1);
  } else {
    writer.int8(1);
    encodeStreamsGroupHeartbeatRequestTopology(writer, topology, version);
  }
  const activeTasks = draft.activeTasks ?? null;
  if (activeTasks === null) {
    writer.nullCount(true);
  } else {
    writer.count(activeTasks.length, true);
    for (const element of activeTasks)
      encodeStreamsGroupHeartbeatRequestTaskIds(writer, element, version);
  }
  const standbyTasks = draft.standbyTasks ?? null;
  if (standbyTasks === null) {
    writer.nullCount(true);
  } else {
    writer.count(standbyTasks.length, true);
    for (const element of standbyTasks)
      encodeStreamsGroupHeartbeatRequestTaskIds(writer, element, version);
  }
  const warmupTasks = draft.warmupTasks ?? null;
  if (warmupTasks === null) {
    writer.nullCount(true);
  } else {
    writer.count(warmupTasks.length, true);
    for (const element of warmupTasks)
      encodeStreamsGroupHeartbeatRequestTaskIds(writer, element, version);
  }
  writer.nullableString(draft.processId ?? null, true);
  const userEndpoint = draft.userEndpoint ?? null;
  if (userEndpoint === null) {
    writer.int8(-1);
  } else {
    writer.int8(1);
    encodeStreamsGroupHeartbeatRequestEndpoint(writer, userEndpoint, version);
  }
  const clientTags = draft.clientTags ?? null;
  if (clientTags === null) {
    writer.nullCount(true);
  } else {
    writer.count(clientTags.length, true);
    for (const element of clientTags)
      encodeStreamsGroupHeartbeatRequestKeyValue(writer, element, version);
  }
  const taskOffsets = draft.taskOffsets ?? null;
  if (taskOffsets === null) {
    writer.nullCount(true);
  } else {
    writer.count(taskOffsets.length, true);
    for (const element of taskOffsets)
      encodeStreamsGroupHeartbeatRequestTaskOffset(writer, element, version);
  }
  const taskEndOffsets = draft.taskEndOffsets ?? null;
  if (taskEndOffsets === null) {
    writer.nullCount(true);
  } else {
    writer.count(taskEndOffsets.length, true);
    for (const element of taskEndOffsets)
      encodeStreamsGroupHeartbeatRequestTaskOffset(writer, element, version);
  }
  writer.bool(draft.shutdownApplication ?? false);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupHeartbeatRequest(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatRequest {
  reader.begin("StreamsGroupHeartbeatRequest", version, 0, 0);
  const groupId = reader.string("groupId", true);
  const memberId = reader.string("memberId", true);
  const memberEpoch = reader.int32("memberEpoch");
  const endpointInformationEpoch = reader.int32("endpointInformationEpoch");
  const instanceId = reader.nullableString("instanceId", true);
  const rackId = reader.nullableString("rackId", true);
  const rebalanceTimeoutMs = reader.int32("rebalanceTimeoutMs");
  const topology = reader.isPresent("topology")
    ? decodeStreamsGroupHeartbeatRequestTopology(reader, version)
    : null;
  const activeTasks: StreamsGroupHeartbeatRequestTaskIds[] | null =
    decodeNullableStreamsGroupHeartbeatRequestTaskIdsArray(
      reader,
      version,
      reader.nullableCount("activeTasks", true, 3),
    );
  const standbyTasks: StreamsGroupHeartbeatRequestTaskIds[] | null =
    decodeNullableStreamsGroupHeartbeatRequestTaskIdsArray(
      reader,
      version,
      reader.nullableCount("standbyTasks", true, 3),
    );
  const warmupTasks: StreamsGroupHeartbeatRequestTaskIds[] | null =
    decodeNullableStreamsGroupHeartbeatRequestTaskIdsArray(
      reader,
      version,
      reader.nullableCount("warmupTasks", true, 3),
    );
  const processId = reader.nullableString("processId", true);
  const userEndpoint = reader.isPresent("userEndpoint")
    ? decodeStreamsGroupHeartbeatRequestEndpoint(reader, version)
    : null;
  const clientTags: StreamsGroupHeartbeatRequestKeyValue[] | null =
    decodeNullableStreamsGroupHeartbeatRequestKeyValueArray(
      reader,
      version,
      reader.nullableCount("clientTags", true, 3),
    );
  const taskOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null =
    decodeNullableStreamsGroupHeartbeatRequestTaskOffsetArray(
      reader,
      version,
      reader.nullableCount("taskOffsets", true, 14),
    );
  const taskEndOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null =
    decodeNullableStreamsGroupHeartbeatRequestTaskOffsetArray(
      reader,
      version,
      reader.nullableCount("taskEndOffsets", true, 14),
    );
  const shutdownApplication = reader.bool("shutdownApplication");
  reader.skipTags();
  return {
    groupId,
    memberId,
    memberEpoch,
    endpointInformationEpoch,
    instanceId,
    rackId,
    rebalanceTimeoutMs,
    topology,
    activeTasks,
    standbyTasks,
    warmupTasks,
    processId,
    userEndpoint,
    clientTags,
    taskOffsets,
    taskEndOffsets,
    shutdownApplication,
  };
}

function encodeStreamsGroupHeartbeatRequestTopology(
  writer: Writer,
  draft: StreamsGroupHeartbeatRequestTopologyDraft,
  version: number,
): void {
  writer.int32(draft.epoch);
  const subtopologies = draft.subtopologies;
  writer.count(subtopologies.length, true);
  for (const element of subtopologies)
    encodeStreamsGroupHeartbeatRequestSubtopology(writer, element, version);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatRequestTopology(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatRequestTopology {
  const epoch = reader.int32("Topology.epoch");
  const subtopologies: StreamsGroupHeartbeatRequestSubtopology[] =
    decodeStreamsGroupHeartbeatRequestSubtopologyArray(
      reader,
      version,
      reader.count("Topology.subtopologies", true, 8),
    );
  reader.skipTags();
  return { epoch, subtopologies };
}

function encodeStreamsGroupHeartbeatRequestSubtopology(
  writer: Writer,
  draft: StreamsGroupHeartbeatRequestSubtopologyDraft,
  version: number,
): void {
  writer.string(draft.subtopologyId, true);
  const sourceTopics = draft.sourceTopics;
  writer.count(sourceTopics.length, true);
  for (const element of sourceTopics) writer.string(element, true);
  const sourceTopicRegex = draft.sourceTopicRegex;
  writer.count(sourceTopicRegex.length, true);
  for (const element of sourceTopicRegex) writer.string(element, true);
  const stateChangelogTopics = draft.stateChangelogTopics;
  writer.count(stateChangelogTopics.length, true);
  for (const element of stateChangelogTopics)
    encodeStreamsGroupHeartbeatRequestTopicInfo(writer, element, version);
  const repartitionSinkTopics = draft.repartitionSinkTopics;
  writer.count(repartitionSinkTopics.length, true);
  for (const element of repartitionSinkTopics) writer.string(element, true);
  const repartitionSourceTopics = draft.repartitionSourceTopics;
  writer.count(repartitionSourceTopics.length, true);
  for (const element of repartitionSourceTopics)
    encodeStreamsGroupHeartbeatRequestTopicInfo(writer, element, version);
  const copartitionGroups = draft.copartitionGroups;
  writer.count(copartitionGroups.length, true);
  for (const element of copartitionGroups)
    encodeStreamsGroupHeartbeatRequestCopartitionGroup(writer, element, version);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatRequestSubtopology(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatRequestSubtopology {
  const subtopologyId = reader.string("Subtopology.subtopologyId", true);
  const sourceTopics: string[] = readStringArray(
    reader,
    "Subtopology.sourceTopics",
    reader.count("Subtopology.sourceTopics", true, 1),
    true,
  );
  const sourceTopicRegex: string[] = readStringArray(
    reader,
    "Subtopology.sourceTopicRegex",
    reader.count("Subtopology.sourceTopicRegex", true, 1),
    true,
  );
  const stateChangelogTopics: StreamsGroupHeartbeatRequestTopicInfo[] =
    decodeStreamsGroupHeartbeatRequestTopicInfoArray(
      reader,
      version,
      reader.count("Subtopology.stateChangelogTopics", true, 9),
    );
  const repartitionSinkTopics: string[] = readStringArray(
    reader,
    "Subtopology.repartitionSinkTopics",
    reader.count("Subtopology.repartitionSinkTopics", true, 1),
    true,
  );
  const repartitionSourceTopics: StreamsGroupHeartbeatRequestTopicInfo[] =
    decodeStreamsGroupHeartbeatRequestTopicInfoArray(
      reader,
      version,
      reader.count("Subtopology.repartitionSourceTopics", true, 9),
    );
  const copartitionGroups: StreamsGroupHeartbeatRequestCopartitionGroup[] =
    decodeStreamsGroupHeartbeatRequestCopartitionGroupArray(
      reader,
      version,
      reader.count("Subtopology.copartitionGroups", true, 4),
    );
  reader.skipTags();
  return {
    subtopologyId,
    sourceTopics,
    sourceTopicRegex,
    stateChangelogTopics,
    repartitionSinkTopics,
    repartitionSourceTopics,
    copartitionGroups,
  };
}

function encodeStreamsGroupHeartbeatRequestCopartitionGroup(
  writer: Writer,
  draft: StreamsGroupHeartbeatRequestCopartitionGroupDraft,
  _version: number,
): void {
  const sourceTopics = draft.sourceTopics;
  writer.count(sourceTopics.length, true);
  for (const element of sourceTopics) writer.int16(element);
  const sourceTopicRegex = draft.sourceTopicRegex;
  writer.count(sourceTopicRegex.length, true);
  for (const element of sourceTopicRegex) writer.int16(element);
  const repartitionSourceTopics = draft.repartitionSourceTopics;
  writer.count(repartitionSourceTopics.length, true);
  for (const element of repartitionSourceTopics) writer.int16(element);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatRequestCopartitionGroup(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatRequestCopartitionGroup {
  const sourceTopics: number[] = readInt16Array(
    reader,
    "CopartitionGroup.sourceTopics",
    reader.count("CopartitionGroup.sourceTopics", true, 2),
  );
  const sourceTopicRegex: number[] = readInt16Array(
    reader,
    "CopartitionGroup.sourceTopicRegex",
    reader.count("CopartitionGroup.sourceTopicRegex", true, 2),
  );
  const repartitionSourceTopics: number[] = readInt16Array(
    reader,
    "CopartitionGroup.repartitionSourceTopics",
    reader.count("CopartitionGroup.repartitionSourceTopics", true, 2),
  );
  reader.skipTags();
  return { sourceTopics, sourceTopicRegex, repartitionSourceTopics };
}

function encodeStreamsGroupHeartbeatRequestKeyValue(
  writer: Writer,
  draft: StreamsGroupHeartbeatRequestKeyValueDraft,
  _version: number,
): void {
  writer.string(draft.key, true);
  writer.string(draft.value, true);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatRequestKeyValue(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatRequestKeyValue {
  const key = reader.string("KeyValue.key", true);
  const value = reader.string("KeyValue.value", true);
  reader.skipTags();
  return { key, value };
}

function encodeStreamsGroupHeartbeatRequestTopicInfo(
  writer: Writer,
  draft: StreamsGroupHeartbeatRequestTopicInfoDraft,
  version: number,
): void {
  writer.string(draft.name, true);
  writer.int32(draft.partitions);
  writer.int16(draft.replicationFactor);
  const topicConfigs = draft.topicConfigs;
  writer.count(topicConfigs.length, true);
  for (const element of topicConfigs)
    encodeStreamsGroupHeartbeatRequestKeyValue(writer, element, version);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatRequestTopicInfo(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatRequestTopicInfo {
  const name = reader.string("TopicInfo.name", true);
  const partitions = reader.int32("TopicInfo.partitions");
  const replicationFactor = reader.int16("TopicInfo.replicationFactor");
  const topicConfigs: StreamsGroupHeartbeatRequestKeyValue[] =
    decodeStreamsGroupHeartbeatRequestKeyValueArray(
      reader,
      version,
      reader.count("TopicInfo.topicConfigs", true, 3),
    );
  reader.skipTags();
  return { name, partitions, replicationFactor, topicConfigs };
}

function encodeStreamsGroupHeartbeatRequestEndpoint(
  writer: Writer,
  draft: StreamsGroupHeartbeatRequestEndpointDraft,
  _version: number,
): void {
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatRequestEndpoint(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatRequestEndpoint {
  const host = reader.string("Endpoint.host", true);
  const port = reader.uint16("Endpoint.port");
  reader.skipTags();
  return { host, port };
}

function encodeStreamsGroupHeartbeatRequestTaskOffset(
  writer: Writer,
  draft: StreamsGroupHeartbeatRequestTaskOffsetDraft,
  _version: number,
): void {
  writer.string(draft.subtopologyId, true);
  writer.int32(draft.partition);
  writer.int64(draft.offset);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatRequestTaskOffset(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatRequestTaskOffset {
  const subtopologyId = reader.string("TaskOffset.subtopologyId", true);
  const partition = reader.int32("TaskOffset.partition");
  const offset = reader.int64("TaskOffset.offset");
  reader.skipTags();
  return { subtopologyId, partition, offset };
}

function encodeStreamsGroupHeartbeatRequestTaskIds(
  writer: Writer,
  draft: StreamsGroupHeartbeatRequestTaskIdsDraft,
  _version: number,
): void {
  writer.string(draft.subtopologyId, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatRequestTaskIds(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatRequestTaskIds {
  const subtopologyId = reader.string("TaskIds.subtopologyId", true);
  const partitions: number[] = readInt32Array(
    reader,
    "TaskIds.partitions",
    reader.count("TaskIds.partitions", true, 4),
  );
  reader.skipTags();
  return { subtopologyId, partitions };
}

function decodeStreamsGroupHeartbeatRequestSubtopologyArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestSubtopology[] {
  const elements: StreamsGroupHeartbeatRequestSubtopology[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupHeartbeatRequestSubtopology(reader, version));
  return elements;
}

function decodeStreamsGroupHeartbeatRequestCopartitionGroupArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestCopartitionGroup[] {
  const elements: StreamsGroupHeartbeatRequestCopartitionGroup[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupHeartbeatRequestCopartitionGroup(reader, version));
  return elements;
}

function decodeStreamsGroupHeartbeatRequestKeyValueArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestKeyValue[] {
  const elements: StreamsGroupHeartbeatRequestKeyValue[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupHeartbeatRequestKeyValue(reader, version));
  return elements;
}

function decodeNullableStreamsGroupHeartbeatRequestKeyValueArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestKeyValue[] | null {
  return count < 0 ? null : decodeStreamsGroupHeartbeatRequestKeyValueArray(reader, version, count);
}

function decodeStreamsGroupHeartbeatRequestTopicInfoArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestTopicInfo[] {
  const elements: StreamsGroupHeartbeatRequestTopicInfo[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupHeartbeatRequestTopicInfo(reader, version));
  return elements;
}

function decodeNullableStreamsGroupHeartbeatRequestTaskOffsetArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestTaskOffset[] | null {
  return count < 0
    ? null
    : decodeStreamsGroupHeartbeatRequestTaskOffsetArray(reader, version, count);
}

function decodeNullableStreamsGroupHeartbeatRequestTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestTaskIds[] | null {
  return count < 0 ? null : decodeStreamsGroupHeartbeatRequestTaskIdsArray(reader, version, count);
}

function decodeStreamsGroupHeartbeatRequestTaskOffsetArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestTaskOffset[] {
  const elements: StreamsGroupHeartbeatRequestTaskOffset[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupHeartbeatRequestTaskOffset(reader, version));
  return elements;
}

function decodeStreamsGroupHeartbeatRequestTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatRequestTaskIds[] {
  const elements: StreamsGroupHeartbeatRequestTaskIds[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupHeartbeatRequestTaskIds(reader, version));
  return elements;
}

/** Api key 88, version 0. */
export interface StreamsGroupHeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  memberId: string;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  acceptableRecoveryLag: number;
  taskOffsetIntervalMs: number;
  status: StreamsGroupHeartbeatResponseStatus[] | null;
  activeTasks: StreamsGroupHeartbeatResponseTaskIds[] | null;
  standbyTasks: StreamsGroupHeartbeatResponseTaskIds[] | null;
  warmupTasks: StreamsGroupHeartbeatResponseTaskIds[] | null;
  endpointInformationEpoch: number;
  partitionsByUserEndpoint: StreamsGroupHeartbeatResponseEndpointToPartitions[] | null;
}

export interface StreamsGroupHeartbeatResponseEndpointToPartitions {
  userEndpoint: StreamsGroupHeartbeatResponseEndpoint;
  activePartitions: StreamsGroupHeartbeatResponseTopicPartition[];
  standbyPartitions: StreamsGroupHeartbeatResponseTopicPartition[];
}

export interface StreamsGroupHeartbeatResponseStatus {
  statusCode: number;
  statusDetail: string;
}

export interface StreamsGroupHeartbeatResponseTopicPartition {
  topic: string;
  partitions: number[];
}

export interface StreamsGroupHeartbeatResponseTaskIds {
  subtopologyId: string;
  partitions: number[];
}

export interface StreamsGroupHeartbeatResponseEndpoint {
  host: string;
  port: number;
}

/** What `encodeStreamsGroupHeartbeatResponse` takes. */
export interface StreamsGroupHeartbeatResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  memberId: string;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  acceptableRecoveryLag: number;
  taskOffsetIntervalMs: number;
  status: readonly StreamsGroupHeartbeatResponseStatusDraft[] | null;
  activeTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsDraft[] | null | undefined;
  standbyTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsDraft[] | null | undefined;
  warmupTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsDraft[] | null | undefined;
  endpointInformationEpoch: number;
  partitionsByUserEndpoint?:
    | readonly StreamsGroupHeartbeatResponseEndpointToPartitionsDraft[]
    | null
    | undefined;
}

/** What `encodeStreamsGroupHeartbeatResponse` takes, in part. */
export interface StreamsGroupHeartbeatResponseEndpointToPartitionsDraft {
  userEndpoint: StreamsGroupHeartbeatResponseEndpointDraft;
  activePartitions: readonly StreamsGroupHeartbeatResponseTopicPartitionDraft[];
  standbyPartitions: readonly StreamsGroupHeartbeatResponseTopicPartitionDraft[];
}

/** What `encodeStreamsGroupHeartbeatResponse` takes, in part. */
export interface StreamsGroupHeartbeatResponseStatusDraft {
  statusCode: number;
  statusDetail: string;
}

/** What `encodeStreamsGroupHeartbeatResponse` takes, in part. */
export interface StreamsGroupHeartbeatResponseTopicPartitionDraft {
  topic: string;
  partitions: readonly number[];
}

/** What `encodeStreamsGroupHeartbeatResponse` takes, in part. */
export interface StreamsGroupHeartbeatResponseTaskIdsDraft {
  subtopologyId: string;
  partitions: readonly number[];
}

/** What `encodeStreamsGroupHeartbeatResponse` takes, in part. */
export interface StreamsGroupHeartbeatResponseEndpointDraft {
  host: string;
  port: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupHeartbeatResponse(
  writer: Writer,
  draft: StreamsGroupHeartbeatResponseDraft,
  version: number,
): void {
  checkVersion("StreamsGroupHeartbeatResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.string(draft.memberId, true);
  writer.int32(draft.memberEpoch);
  writer.int32(draft.heartbeatIntervalMs);
  writer.int32(draft.acceptableRecoveryLag);
  writer.int32(draft.taskOffsetIntervalMs);
  const status = draft.status;
  if (status === null) {
    writer.nullCount(true);
  } else {
    writer.count(status.length, true);
    for (const element of status)
      encodeStreamsGroupHeartbeatResponseStatus(writer, element, version);
  }
  const activeTasks = draft.activeTasks ?? null;
  if (activeTasks === null) {
    writer.nullCount(true);
  } else {
    writer.count(activeTasks.length, true);
    for (const element of activeTasks)
      encodeStreamsGroupHeartbeatResponseTaskIds(writer, element, version);
  }
  const standbyTasks = draft.standbyTasks ?? null;
  if (standbyTasks === null) {
    writer.nullCount(true);
  } else {
    writer.count(standbyTasks.length, true);
    for (const element of standbyTasks)
      encodeStreamsGroupHeartbeatResponseTaskIds(writer, element, version);
  }
  const warmupTasks = draft.warmupTasks ?? null;
  if (warmupTasks === null) {
    writer.nullCount(true);
  } else {
    writer.count(warmupTasks.length, true);
    for (const element of warmupTasks)
      encodeStreamsGroupHeartbeatResponseTaskIds(writer, element, version);
  }
  writer.int32(draft.endpointInformationEpoch);
  const partitionsByUserEndpoint = draft.partitionsByUserEndpoint ?? null;
  if (partitionsByUserEndpoint === null) {
    writer.nullCount(true);
  } else {
    writer.count(partitionsByUserEndpoint.length, true);
    for (const element of partitionsByUserEndpoint)
      encodeStreamsGroupHeartbeatResponseEndpointToPartitions(writer, element, version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupHeartbeatResponse(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatResponse {
  reader.begin("StreamsGroupHeartbeatResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const memberId = reader.string("memberId", true);
  const memberEpoch = reader.int32("memberEpoch");
  const heartbeatIntervalMs = reader.int32("heartbeatIntervalMs");
  const acceptableRecoveryLag = reader.int32("acceptableRecoveryLag");
  const taskOffsetIntervalMs = reader.int32("taskOffsetIntervalMs");
  const status: StreamsGroupHeartbeatResponseStatus[] | null =
    decodeNullableStreamsGroupHeartbeatResponseStatusArray(
      reader,
      version,
      reader.nullableCount("status", true, 3),
    );
  const activeTasks: StreamsGroupHeartbeatResponseTaskIds[] | null =
    decodeNullableStreamsGroupHeartbeatResponseTaskIdsArray(
      reader,
      version,
      reader.nullableCount("activeTasks", true, 3),
    );
  const standbyTasks: StreamsGroupHeartbeatResponseTaskIds[] | null =
    decodeNullableStreamsGroupHeartbeatResponseTaskIdsArray(
      reader,
      version,
      reader.nullableCount("standbyTasks", true, 3),
    );
  const warmupTasks: StreamsGroupHeartbeatResponseTaskIds[] | null =
    decodeNullableStreamsGroupHeartbeatResponseTaskIdsArray(
      reader,
      version,
      reader.nullableCount("warmupTasks", true, 3),
    );
  const endpointInformationEpoch = reader.int32("endpointInformationEpoch");
  const partitionsByUserEndpoint: StreamsGroupHeartbeatResponseEndpointToPartitions[] | null =
    decodeNullableStreamsGroupHeartbeatResponseEndpointToPartitionsArray(
      reader,
      version,
      reader.nullableCount("partitionsByUserEndpoint", true, 7),
    );
  reader.skipTags();
  return {
    throttleTimeMs,
    errorCode,
    errorMessage,
    memberId,
    memberEpoch,
    heartbeatIntervalMs,
    acceptableRecoveryLag,
    taskOffsetIntervalMs,
    status,
    activeTasks,
    standbyTasks,
    warmupTasks,
    endpointInformationEpoch,
    partitionsByUserEndpoint,
  };
}

function encodeStreamsGroupHeartbeatResponseEndpointToPartitions(
  writer: Writer,
  draft: StreamsGroupHeartbeatResponseEndpointToPartitionsDraft,
  version: number,
): void {
  const userEndpoint = draft.userEndpoint;
  encodeStreamsGroupHeartbeatResponseEndpoint(writer, userEndpoint, version);
  const activePartitions = draft.activePartitions;
  writer.count(activePartitions.length, true);
  for (const element of activePartitions)
    encodeStreamsGroupHeartbeatResponseTopicPartition(writer, element, version);
  const standbyPartitions = draft.standbyPartitions;
  writer.count(standbyPartitions.length, true);
  for (const element of standbyPartitions)
    encodeStreamsGroupHeartbeatResponseTopicPartition(writer, element, version);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatResponseEndpointToPartitions(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatResponseEndpointToPartitions {
  const userEndpoint = decodeStreamsGroupHeartbeatResponseEndpoint(reader, version);
  const activePartitions: StreamsGroupHeartbeatResponseTopicPartition[] =
    decodeStreamsGroupHeartbeatResponseTopicPartitionArray(
      reader,
      version,
      reader.count("EndpointToPartitions.activePartitions", true, 3),
    );
  const standbyPartitions: StreamsGroupHeartbeatResponseTopicPartition[] =
    decodeStreamsGroupHeartbeatResponseTopicPartitionArray(
      reader,
      version,
      reader.count("EndpointToPartitions.standbyPartitions", true, 3),
    );
  reader.skipTags();
  return { userEndpoint, activePartitions, standbyPartitions };
}

function encodeStreamsGroupHeartbeatResponseStatus(
  writer: Writer,
  draft: StreamsGroupHeartbeatResponseStatusDraft,
  _version: number,
): void {
  writer.int8(draft.statusCode);
  writer.string(draft.statusDetail, true);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatResponseStatus(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatResponseStatus {
  const statusCode = reader.int8("Status.statusCode");
  const statusDetail = reader.string("Status.statusDetail", true);
  reader.skipTags();
  return { statusCode, statusDetail };
}

function encodeStreamsGroupHeartbeatResponseTopicPartition(
  writer: Writer,
  draft: StreamsGroupHeartbeatResponseTopicPartitionDraft,
  _version: number,
): void {
  writer.string(draft.topic, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatResponseTopicPartition(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatResponseTopicPartition {
  const topic = reader.string("TopicPartition.topic", true);
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartition.partitions",
    reader.count("TopicPartition.partitions", true, 4),
  );
  reader.skipTags();
  return { topic, partitions };
}

function encodeStreamsGroupHeartbeatResponseTaskIds(
  writer: Writer,
  draft: StreamsGroupHeartbeatResponseTaskIdsDraft,
  _version: number,
): void {
  writer.string(draft.subtopologyId, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatResponseTaskIds(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatResponseTaskIds {
  const subtopologyId = reader.string("TaskIds.subtopologyId", true);
  const partitions: number[] = readInt32Array(
    reader,
    "TaskIds.partitions",
    reader.count("TaskIds.partitions", true, 4),
  );
  reader.skipTags();
  return { subtopologyId, partitions };
}

function encodeStreamsGroupHeartbeatResponseEndpoint(
  writer: Writer,
  draft: StreamsGroupHeartbeatResponseEndpointDraft,
  _version: number,
): void {
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeStreamsGroupHeartbeatResponseEndpoint(
  reader: Reader,
  _version: number,
): StreamsGroupHeartbeatResponseEndpoint {
  const host = reader.string("Endpoint.host", true);
  const port = reader.uint16("Endpoint.port");
  reader.skipTags();
  return { host, port };
}

function decodeNullableStreamsGroupHeartbeatResponseEndpointToPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatResponseEndpointToPartitions[] | null {
  return count < 0
    ? null
    : decodeStreamsGroupHeartbeatResponseEndpointToPartitionsArray(reader, version, count);
}

function decodeNullableStreamsGroupHeartbeatResponseStatusArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatResponseStatus[] | null {
  return count < 0 ? null : decodeStreamsGroupHeartbeatResponseStatusArray(reader, version, count);
}

function decodeStreamsGroupHeartbeatResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatResponseTopicPartition[] {
  const elements: StreamsGroupHeartbeatResponseTopicPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupHeartbeatResponseTopicPartition(reader, version));
  return elements;
}

function decodeNullableStreamsGroupHeartbeatResponseTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatResponseTaskIds[] | null {
  return count < 0 ? null : decodeStreamsGroupHeartbeatResponseTaskIdsArray(reader, version, count);
}

function decodeStreamsGroupHeartbeatResponseEndpointToPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatResponseEndpointToPartitions[] {
  const elements: StreamsGroupHeartbeatResponseEndpointToPartitions[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupHeartbeatResponseEndpointToPartitions(reader, version));
  return elements;
}

function decodeStreamsGroupHeartbeatResponseStatusArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatResponseStatus[] {
  const elements: StreamsGroupHeartbeatResponseStatus[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupHeartbeatResponseStatus(reader, version));
  return elements;
}

function decodeStreamsGroupHeartbeatResponseTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupHeartbeatResponseTaskIds[] {
  const elements: StreamsGroupHeartbeatResponseTaskIds[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupHeartbeatResponseTaskIds(reader, version));
  return elements;
}
