// Generated from schema/api/streams-group-describe.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array, readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks for state, topology and members of streams groups. Api key 89, version 0. */
export interface StreamsGroupDescribeRequest {
  groupIds: string[];
  includeAuthorizedOperations: boolean;
}

/** What `encodeStreamsGroupDescribeRequest` takes. */
export interface StreamsGroupDescribeRequestDraft {
  groupIds: readonly string[];
  includeAuthorizedOperations: boolean;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupDescribeRequest(
  writer: Writer,
  draft: StreamsGroupDescribeRequestDraft,
  version: number,
): void {
  checkVersion("StreamsGroupDescribeRequest", version, 0, 0);
  const groupIds = draft.groupIds;
  writer.count(groupIds.length, true);
  for (const element of groupIds) writer.string(element, true);
  writer.bool(draft.includeAuthorizedOperations);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupDescribeRequest(
  reader: Reader,
  version: number,
): StreamsGroupDescribeRequest {
  reader.begin("StreamsGroupDescribeRequest", version, 0, 0);
  const groupIds: string[] = readStringArray(
    reader,
    "groupIds",
    reader.count("groupIds", true, 1),
    true,
  );
  const includeAuthorizedOperations = reader.bool("includeAuthorizedOperations");
  reader.skipTags();
  return { groupIds, includeAuthorizedOperations };
}

/** Api key 89, version 0. */
export interface StreamsGroupDescribeResponse {
  throttleTimeMs: number;
  groups: StreamsGroupDescribeResponseDescribedGroup[];
}

export interface StreamsGroupDescribeResponseDescribedGroup {
  errorCode: number;
  errorMessage: string | null;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  topology: StreamsGroupDescribeResponseTopology | null;
  members: StreamsGroupDescribeResponseMember[];
  authorizedOperations: number;
}

export interface StreamsGroupDescribeResponseTopology {
  epoch: number;
  subtopologies: StreamsGroupDescribeResponseSubtopology[] | null;
}

export interface StreamsGroupDescribeResponseSubtopology {
  subtopologyId: string;
  sourceTopics: string[];
  repartitionSinkTopics: string[];
  stateChangelogTopics: StreamsGroupDescribeResponseTopicInfo[];
  repartitionSourceTopics: StreamsGroupDescribeResponseTopicInfo[];
}

export interface StreamsGroupDescribeResponseMember {
  memberId: string;
  memberEpoch: number;
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  topologyEpoch: number;
  processId: string;
  userEndpoint: StreamsGroupDescribeResponseEndpoint | null;
  clientTags: StreamsGroupDescribeResponseKeyValue[];
  taskOffsets: StreamsGroupDescribeResponseTaskOffset[];
  taskEndOffsets: StreamsGroupDescribeResponseTaskOffset[];
  assignment: StreamsGroupDescribeResponseAssignment;
  targetAssignment: StreamsGroupDescribeResponseAssignment;
  isClassic: boolean;
}

export interface StreamsGroupDescribeResponseEndpoint {
  host: string;
  port: number;
}

export interface StreamsGroupDescribeResponseTaskOffset {
  subtopologyId: string;
  partition: number;
  offset: number;
}

export interface StreamsGroupDescribeResponseAssignment {
  activeTasks: StreamsGroupDescribeResponseTaskIds[];
  standbyTasks: StreamsGroupDescribeResponseTaskIds[];
  warmupTasks: StreamsGroupDescribeResponseTaskIds[];
}

export interface StreamsGroupDescribeResponseTaskIds {
  subtopologyId: string;
  partitions: number[];
}

export interface StreamsGroupDescribeResponseKeyValue {
  key: string;
  value: string;
}

export interface StreamsGroupDescribeResponseTopicInfo {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: StreamsGroupDescribeResponseKeyValue[];
}

/** What `encodeStreamsGroupDescribeResponse` takes. */
export interface StreamsGroupDescribeResponseDraft {
  throttleTimeMs: number;
  groups: readonly StreamsGroupDescribeResponseDescribedGroupDraft[];
}

/** What `encodeStreamsGroupDescribeResponse` takes, in part. */
export interface StreamsGroupDescribeResponseDescribedGroupDraft {
  errorCode: number;
  errorMessage?: string | null | undefined;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  topology?: StreamsGroupDescribeResponseTopologyDraft | null | undefined;
  members: readonly StreamsGroupDescribeResponseMemberDraft[];
  authorizedOperations?: number | undefined;
}

/** What `encodeStreamsGroupDescribeResponse` takes, in part. */
export interface StreamsGroupDescribeResponseTopologyDraft {
  epoch: number;
  subtopologies?: readonly StreamsGroupDescribeResponseSubtopologyDraft[] | null | undefined;
}

/** What `encodeStreamsGroupDescribeResponse` takes, in part. */
export interface StreamsGroupDescribeResponseSubtopologyDraft {
  subtopologyId: string;
  sourceTopics: readonly string[];
  repartitionSinkTopics: readonly string[];
  stateChangelogTopics: readonly StreamsGroupDescribeResponseTopicInfoDraft[];
  repartitionSourceTopics: readonly StreamsGroupDescribeResponseTopicInfoDraft[];
}

/** What `encodeStreamsGroupDescribeResponse` takes, in part. */
export interface StreamsGroupDescribeResponseMemberDraft {
  memberId: string;
  memberEpoch: number;
  instanceId?: string | null | undefined;
  rackId?: string | null | undefined;
  clientId: string;
  clientHost: string;
  topologyEpoch: number;
  processId: string;
  userEndpoint?: StreamsGroupDescribeResponseEndpointDraft | null | undefined;
  clientTags: readonly StreamsGroupDescribeResponseKeyValueDraft[];
  taskOffsets: readonly StreamsGroupDescribeResponseTaskOffsetDraft[];
  taskEndOffsets: readonly StreamsGroupDescribeResponseTaskOffsetDraft[];
  assignment: StreamsGroupDescribeResponseAssignmentDraft;
  targetAssignment: StreamsGroupDescribeResponseAssignmentDraft;
  isClassic: boolean;
}

/** What `encodeStreamsGroupDescribeResponse` takes, in part. */
export interface StreamsGroupDescribeResponseEndpointDraft {
  host: string;
  port: number;
}

/** What `encodeStreamsGroupDescribeResponse` takes, in part. */
export interface StreamsGroupDescribeResponseTaskOffsetDraft {
  subtopologyId: string;
  partition: number;
  offset: number;
}

/** What `encodeStreamsGroupDescribeResponse` takes, in part. */
export interface StreamsGroupDescribeResponseAssignmentDraft {
  activeTasks: readonly StreamsGroupDescribeResponseTaskIdsDraft[];
  standbyTasks: readonly StreamsGroupDescribeResponseTaskIdsDraft[];
  warmupTasks: readonly StreamsGroupDescribeResponseTaskIdsDraft[];
}

/** What `encodeStreamsGroupDescribeResponse` takes, in part. */
export interface StreamsGroupDescribeResponseTaskIdsDraft {
  subtopologyId: string;
  partitions: readonly number[];
}

/** What `encodeStreamsGroupDescribeResponse` takes, in part. */
export interface StreamsGroupDescribeResponseKeyValueDraft {
  key: string;
  value: string;
}

/** What `encodeStreamsGroupDescribeResponse` takes, in part. */
export interface StreamsGroupDescribeResponseTopicInfoDraft {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: readonly StreamsGroupDescribeResponseKeyValueDraft[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupDescribeResponse(
  writer: Writer,
  draft: StreamsGroupDescribeResponseDraft,
  version: number,
): void {
  checkVersion("StreamsGroupDescribeResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  const groups = draft.groups;
  writer.count(groups.length, true);
  for (const element of groups)
    encodeStreamsGroupDescribeResponseDescribedGroup(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupDescribeResponse(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponse {
  reader.begin("StreamsGroupDescribeResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const groups: StreamsGroupDescribeResponseDescribedGroup[] =
    decodeStreamsGroupDescribeResponseDescribedGroupArray(
      reader,
      version,
      reader.count("groups", true, 20),
    );
  reader.skipTags();
  return { throttleTimeMs, groups };
}

function encodeStreamsGroupDescribeResponseDescribedGroup(
  writer: Writer,
  draft: StreamsGroupDescribeResponseDescribedGroupDraft,
  version: number,
): void {
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.string(draft.groupId, true);
  writer.string(draft.groupState, true);
  writer.int32(draft.groupEpoch);
  writer.int32(draft.assignmentEpoch);
  const topology = draft.topology ?? null;
  if (topology === null) {
    writer.int8(-1);
  } else {
    writer.int8(1);
    encodeStreamsGroupDescribeResponseTopology(writer, topology, version);
  }
  const members = draft.members;
  writer.count(members.length, true);
  for (const element of members) encodeStreamsGroupDescribeResponseMember(writer, element, version);
  writer.int32(draft.authorizedOperations ?? -2147483648);
  writer.uvarint(0);
}

function decodeStreamsGroupDescribeResponseDescribedGroup(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseDescribedGroup {
  const errorCode = reader.int16("DescribedGroup.errorCode");
  const errorMessage = reader.nullableString("DescribedGroup.errorMessage", true);
  const groupId = reader.string("DescribedGroup.groupId", true);
  const groupState = reader.string("DescribedGroup.groupState", true);
  const groupEpoch = reader.int32("DescribedGroup.groupEpoch");
  const assignmentEpoch = reader.int32("DescribedGroup.assignmentEpoch");
  const topology = reader.isPresent("DescribedGroup.topology")
    ? decodeStreamsGroupDescribeResponseTopology(reader, version)
    : null;
  const members: StreamsGroupDescribeResponseMember[] =
    decodeStreamsGroupDescribeResponseMemberArray(
      reader,
      version,
      reader.count("DescribedGroup.members", true, 28),
    );
  const authorizedOperations = reader.int32("DescribedGroup.authorizedOperations");
  reader.skipTags();
  return {
    errorCode,
    errorMessage,
    groupId,
    groupState,
    groupEpoch,
    assignmentEpoch,
    topology,
    members,
    authorizedOperations,
  };
}

function encodeStreamsGroupDescribeResponseTopology(
  writer: Writer,
  draft: StreamsGroupDescribeResponseTopologyDraft,
  version: number,
): void {
  writer.int32(draft.epoch);
  const subtopologies = draft.subtopologies ?? null;
  if (subtopologies === null) {
    writer.nullCount(true);
  } else {
    writer.count(subtopologies.length, true);
    for (const element of subtopologies)
      encodeStreamsGroupDescribeResponseSubtopology(writer, element, version);
  }
  writer.uvarint(0);
}

function decodeStreamsGroupDescribeResponseTopology(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseTopology {
  const epoch = reader.int32("Topology.epoch");
  const subtopologies: StreamsGroupDescribeResponseSubtopology[] | null =
    decodeNullableStreamsGroupDescribeResponseSubtopologyArray(
      reader,
      version,
      reader.nullableCount("Topology.subtopologies", true, 6),
    );
  reader.skipTags();
  return { epoch, subtopologies };
}

function encodeStreamsGroupDescribeResponseSubtopology(
  writer: Writer,
  draft: StreamsGroupDescribeResponseSubtopologyDraft,
  version: number,
): void {
  writer.string(draft.subtopologyId, true);
  const sourceTopics = draft.sourceTopics;
  writer.count(sourceTopics.length, true);
  for (const element of sourceTopics) writer.string(element, true);
  const repartitionSinkTopics = draft.repartitionSinkTopics;
  writer.count(repartitionSinkTopics.length, true);
  for (const element of repartitionSinkTopics) writer.string(element, true);
  const stateChangelogTopics = draft.stateChangelogTopics;
  writer.count(stateChangelogTopics.length, true);
  for (const element of stateChangelogTopics)
    encodeStreamsGroupDescribeResponseTopicInfo(writer, element, version);
  const repartitionSourceTopics = draft.repartitionSourceTopics;
  writer.count(repartitionSourceTopics.length, true);
  for (const element of repartitionSourceTopics)
    encodeStreamsGroupDescribeResponseTopicInfo(writer, element, version);
  writer.uvarint(0);
}

function decodeStreamsGroupDescribeResponseSubtopology(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseSubtopology {
  const subtopologyId = reader.string("Subtopology.subtopologyId", true);
  const sourceTopics: string[] = readStringArray(
    reader,
    "Subtopology.sourceTopics",
    reader.count("Subtopology.sourceTopics", true, 1),
    true,
  );
  const repartitionSinkTopics: string[] = readStringArray(
    reader,
    "Subtopology.repartitionSinkTopics",
    reader.count("Subtopology.repartitionSinkTopics", true, 1),
    true,
  );
  const stateChangelogTopics: StreamsGroupDescribeResponseTopicInfo[] =
    decodeStreamsGroupDescribeResponseTopicInfoArray(
      reader,
      version,
      reader.count("Subtopology.stateChangelogTopics", true, 9),
    );
  const repartitionSourceTopics: StreamsGroupDescribeResponseTopicInfo[] =
    decodeStreamsGroupDescribeResponseTopicInfoArray(
      reader,
      version,
      reader.count("Subtopology.repartitionSourceTopics", true, 9),
    );
  reader.skipTags();
  return {
    subtopologyId,
    sourceTopics,
    repartitionSinkTopics,
    stateChangelogTopics,
    repartitionSourceTopics,
  };
}

function encodeStreamsGroupDescribeResponseMember(
  writer: Writer,
  draft: StreamsGroupDescribeResponseMemberDraft,
  version: number,
): void {
  writer.string(draft.memberId, true);
  writer.int32(draft.memberEpoch);
  writer.nullableString(draft.instanceId ?? null, true);
  writer.nullableString(draft.rackId ?? null, true);
  writer.string(draft.clientId, true);
  writer.string(draft.clientHost, true);
  writer.int32(draft.topologyEpoch);
  writer.string(draft.processId, true);
  const userEndpoint = draft.userEndpoint ?? null;
  if (userEndpoint === null) {
    writer.int8(-1);
  } else {
    writer.int8(1);
    encodeStreamsGroupDescribeResponseEndpoint(writer, userEndpoint, version);
  }
  const clientTags = draft.clientTags;
  writer.count(clientTags.length, true);
  for (const element of clientTags)
    encodeStreamsGroupDescribeResponseKeyValue(writer, element, version);
  const taskOffsets = draft.taskOffsets;
  writer.count(taskOffsets.length, true);
  for (const element of taskOffsets)
    encodeStreamsGroupDescribeResponseTaskOffset(writer, element, version);
  const taskEndOffsets = draft.taskEndOffsets;
  writer.count(taskEndOffsets.length, true);
  for (const element of taskEndOffsets)
    encodeStreamsGroupDescribeResponseTaskOffset(writer, element, version);
  const assignment = draft.assignment;
  encodeStreamsGroupDescribeResponseAssignment(writer, assignment, version);
  const targetAssignment = draft.targetAssignment;
  encodeStreamsGroupDescribeResponseAssignment(writer, targetAssignment, version);
  writer.bool(draft.isClassic);
  writer.uvarint(0);
}

function decodeStreamsGroupDescribeResponseMember(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseMember {
  const memberId = reader.string("Member.memberId", true);
  const memberEpoch = reader.int32("Member.memberEpoch");
  const instanceId = reader.nullableString("Member.instanceId", true);
  const rackId = reader.nullableString("Member.rackId", true);
  const clientId = reader.string("Member.clientId", true);
  const clientHost = reader.string("Member.clientHost", true);
  const topologyEpoch = reader.int32("Member.topologyEpoch");
  const processId = reader.string("Member.processId", true);
  const userEndpoint = reader.isPresent("Member.userEndpoint")
    ? decodeStreamsGroupDescribeResponseEndpoint(reader, version)
    : null;
  const clientTags: StreamsGroupDescribeResponseKeyValue[] =
    decodeStreamsGroupDescribeResponseKeyValueArray(
      reader,
      version,
      reader.count("Member.clientTags", true, 3),
    );
  const taskOffsets: StreamsGroupDescribeResponseTaskOffset[] =
    decodeStreamsGroupDescribeResponseTaskOffsetArray(
      reader,
      version,
      reader.count("Member.taskOffsets", true, 14),
    );
  const taskEndOffsets: StreamsGroupDescribeResponseTaskOffset[] =
    decodeStreamsGroupDescribeResponseTaskOffsetArray(
      reader,
      version,
      reader.count("Member.taskEndOffsets", true, 14),
    );
  const assignment = decodeStreamsGroupDescribeResponseAssignment(reader, version);
  const targetAssignment = decodeStreamsGroupDescribeResponseAssignment(reader, version);
  const isClassic = reader.bool("Member.isClassic");
  reader.skipTags();
  return {
    memberId,
    memberEpoch,
    instanceId,
    rackId,
    clientId,
    clientHost,
    topologyEpoch,
    processId,
    userEndpoint,
    clientTags,
    taskOffsets,
    taskEndOffsets,
    assignment,
    targetAssignment,
    isClassic,
  };
}

function encodeStreamsGroupDescribeResponseEndpoint(
  writer: Writer,
  draft: StreamsGroupDescribeResponseEndpointDraft,
  _version: number,
): void {
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeStreamsGroupDescribeResponseEndpoint(
  reader: Reader,
  _version: number,
): StreamsGroupDescribeResponseEndpoint {
  const host = reader.string("Endpoint.host", true);
  const port = reader.uint16("Endpoint.port");
  reader.skipTags();
  return { host, port };
}

function encodeStreamsGroupDescribeResponseTaskOffset(
  writer: Writer,
  draft: StreamsGroupDescribeResponseTaskOffsetDraft,
  _version: number,
): void {
  writer.string(draft.subtopologyId, true);
  writer.int32(draft.partition);
  writer.int64(draft.offset);
  writer.uvarint(0);
}

function decodeStreamsGroupDescribeResponseTaskOffset(
  reader: Reader,
  _version: number,
): StreamsGroupDescribeResponseTaskOffset {
  const subtopologyId = reader.string("TaskOffset.subtopologyId", true);
  const partition = reader.int32("TaskOffset.partition");
  const offset = reader.int64("TaskOffset.offset");
  reader.skipTags();
  return { subtopologyId, partition, offset };
}

function encodeStreamsGroupDescribeResponseAssignment(
  writer: Writer,
  draft: StreamsGroupDescribeResponseAssignmentDraft,
  version: number,
): void {
  const activeTasks = draft.activeTasks;
  writer.count(activeTasks.length, true);
  for (const element of activeTasks)
    encodeStreamsGroupDescribeResponseTaskIds(writer, element, version);
  const standbyTasks = draft.standbyTasks;
  writer.count(standbyTasks.length, true);
  for (const element of standbyTasks)
    encodeStreamsGroupDescribeResponseTaskIds(writer, element, version);
  const warmupTasks = draft.warmupTasks;
  writer.count(warmupTasks.length, true);
  for (const element of warmupTasks)
    encodeStreamsGroupDescribeResponseTaskIds(writer, element, version);
  writer.uvarint(0);
}

function decodeStreamsGroupDescribeResponseAssignment(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseAssignment {
  const activeTasks: StreamsGroupDescribeResponseTaskIds[] =
    decodeStreamsGroupDescribeResponseTaskIdsArray(
      reader,
      version,
      reader.count("Assignment.activeTasks", true, 3),
    );
  const standbyTasks: StreamsGroupDescribeResponseTaskIds[] =
    decodeStreamsGroupDescribeResponseTaskIdsArray(
      reader,
      version,
      reader.count("Assignment.standbyTasks", true, 3),
    );
  const warmupTasks: StreamsGroupDescribeResponseTaskIds[] =
    decodeStreamsGroupDescribeResponseTaskIdsArray(
      reader,
      version,
      reader.count("Assignment.warmupTasks", true, 3),
    );
  reader.skipTags();
  return { activeTasks, standbyTasks, warmupTasks };
}

function encodeStreamsGroupDescribeResponseTaskIds(
  writer: Writer,
  draft: StreamsGroupDescribeResponseTaskIdsDraft,
  _version: number,
): void {
  writer.string(draft.subtopologyId, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeStreamsGroupDescribeResponseTaskIds(
  reader: Reader,
  _version: number,
): StreamsGroupDescribeResponseTaskIds {
  const subtopologyId = reader.string("TaskIds.subtopologyId", true);
  const partitions: number[] = readInt32Array(
    reader,
    "TaskIds.partitions",
    reader.count("TaskIds.partitions", true, 4),
  );
  reader.skipTags();
  return { subtopologyId, partitions };
}

function encodeStreamsGroupDescribeResponseKeyValue(
  writer: Writer,
  draft: StreamsGroupDescribeResponseKeyValueDraft,
  _version: number,
): void {
  writer.string(draft.key, true);
  writer.string(draft.value, true);
  writer.uvarint(0);
}

function decodeStreamsGroupDescribeResponseKeyValue(
  reader: Reader,
  _version: number,
): StreamsGroupDescribeResponseKeyValue {
  const key = reader.string("KeyValue.key", true);
  const value = reader.string("KeyValue.value", true);
  reader.skipTags();
  return { key, value };
}

function encodeStreamsGroupDescribeResponseTopicInfo(
  writer: Writer,
  draft: StreamsGroupDescribeResponseTopicInfoDraft,
  version: number,
): void {
  writer.string(draft.name, true);
  writer.int32(draft.partitions);
  writer.int16(draft.replicationFactor);
  const topicConfigs = draft.topicConfigs;
  writer.count(topicConfigs.length, true);
  for (const element of topicConfigs)
    encodeStreamsGroupDescribeResponseKeyValue(writer, element, version);
  writer.uvarint(0);
}

function decodeStreamsGroupDescribeResponseTopicInfo(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponseTopicInfo {
  const name = reader.string("TopicInfo.name", true);
  const partitions = reader.int32("TopicInfo.partitions");
  const replicationFactor = reader.int16("TopicInfo.replicationFactor");
  const topicConfigs: StreamsGroupDescribeResponseKeyValue[] =
    decodeStreamsGroupDescribeResponseKeyValueArray(
      reader,
      version,
      reader.count("TopicInfo.topicConfigs", true, 3),
    );
  reader.skipTags();
  return { name, partitions, replicationFactor, topicConfigs };
}

function decodeStreamsGroupDescribeResponseDescribedGroupArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseDescribedGroup[] {
  const elements: StreamsGroupDescribeResponseDescribedGroup[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupDescribeResponseDescribedGroup(reader, version));
  return elements;
}

function decodeNullableStreamsGroupDescribeResponseSubtopologyArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseSubtopology[] | null {
  return count < 0
    ? null
    : decodeStreamsGroupDescribeResponseSubtopologyArray(reader, version, count);
}

function decodeStreamsGroupDescribeResponseMemberArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseMember[] {
  const elements: StreamsGroupDescribeResponseMember[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupDescribeResponseMember(reader, version));
  return elements;
}

function decodeStreamsGroupDescribeResponseTaskOffsetArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseTaskOffset[] {
  const elements: StreamsGroupDescribeResponseTaskOffset[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupDescribeResponseTaskOffset(reader, version));
  return elements;
}

function decodeStreamsGroupDescribeResponseTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseTaskIds[] {
  const elements: StreamsGroupDescribeResponseTaskIds[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupDescribeResponseTaskIds(reader, version));
  return elements;
}

function decodeStreamsGroupDescribeResponseKeyValueArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseKeyValue[] {
  const elements: StreamsGroupDescribeResponseKeyValue[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupDescribeResponseKeyValue(reader, version));
  return elements;
}

function decodeStreamsGroupDescribeResponseTopicInfoArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseTopicInfo[] {
  const elements: StreamsGroupDescribeResponseTopicInfo[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupDescribeResponseTopicInfo(reader, version));
  return elements;
}

function decodeStreamsGroupDescribeResponseSubtopologyArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupDescribeResponseSubtopology[] {
  const elements: StreamsGroupDescribeResponseSubtopology[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupDescribeResponseSubtopology(reader, version));
  return elements;
}
