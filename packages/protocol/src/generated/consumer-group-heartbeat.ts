// Generated from schema/api/consumer-group-heartbeat.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array, readNullableStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/**
 * All that a member of a consumer group says: join, stay, change, leave (KIP-848). Api key 68,
 * versions 0-1.
 */
export interface ConsumerGroupHeartbeatRequest {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  instanceId: string | null;
  rackId: string | null;
  rebalanceTimeoutMs: number;
  subscribedTopicNames: string[] | null;
  /** Version 1. */
  subscribedTopicRegex: string | null;
  serverAssignor: string | null;
  topicPartitions: ConsumerGroupHeartbeatRequestTopicPartitions[] | null;
}

export interface ConsumerGroupHeartbeatRequestTopicPartitions {
  topicId: string;
  partitions: number[];
}

/** What `encodeConsumerGroupHeartbeatRequest` takes. */
export interface ConsumerGroupHeartbeatRequestDraft {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  instanceId?: string | null | undefined;
  rackId?: string | null | undefined;
  rebalanceTimeoutMs?: number | undefined;
  subscribedTopicNames?: readonly string[] | null | undefined;
  subscribedTopicRegex?: string | null | undefined;
  serverAssignor?: string | null | undefined;
  topicPartitions?: readonly ConsumerGroupHeartbeatRequestTopicPartitionsDraft[] | null | undefined;
}

/** What `encodeConsumerGroupHeartbeatRequest` takes, in part. */
export interface ConsumerGroupHeartbeatRequestTopicPartitionsDraft {
  topicId: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupHeartbeatRequest(
  writer: Writer,
  draft: ConsumerGroupHeartbeatRequestDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupHeartbeatRequest", version, 0, 1);
  writer.string(draft.groupId, true);
  writer.string(draft.memberId, true);
  writer.int32(draft.memberEpoch);
  writer.nullableString(draft.instanceId ?? null, true);
  writer.nullableString(draft.rackId ?? null, true);
  writer.int32(draft.rebalanceTimeoutMs ?? -1);
  const subscribedTopicNames = draft.subscribedTopicNames ?? null;
  if (subscribedTopicNames === null) {
    writer.nullCount(true);
  } else {
    writer.count(subscribedTopicNames.length, true);
    for (const element of subscribedTopicNames) writer.string(element, true);
  }
  if (version >= 1) {
    writer.nullableString(draft.subscribedTopicRegex ?? null, true);
  } else if ((draft.subscribedTopicRegex ?? null) !== null) {
    throw unsupportedField("ConsumerGroupHeartbeatRequest", "subscribedTopicRegex", version);
  }
  writer.nullableString(draft.serverAssignor ?? null, true);
  const topicPartitions = draft.topicPartitions ?? null;
  if (topicPartitions === null) {
    writer.nullCount(true);
  } else {
    writer.count(topicPartitions.length, true);
    for (const element of topicPartitions)
      encodeConsumerGroupHeartbeatRequestTopicPartitions(writer, element, version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupHeartbeatRequest(
  reader: Reader,
  version: number,
): ConsumerGroupHeartbeatRequest {
  reader.begin("ConsumerGroupHeartbeatRequest", version, 0, 1);
  const groupId = reader.string("groupId", true);
  const memberId = reader.string("memberId", true);
  const memberEpoch = reader.int32("memberEpoch");
  const instanceId = reader.nullableString("instanceId", true);
  const rackId = reader.nullableString("rackId", true);
  const rebalanceTimeoutMs = reader.int32("rebalanceTimeoutMs");
  const subscribedTopicNames: string[] | null = readNullableStringArray(
    reader,
    "subscribedTopicNames",
    reader.nullableCount("subscribedTopicNames", true, 1),
    true,
  );
  const subscribedTopicRegex =
    version >= 1 ? reader.nullableString("subscribedTopicRegex", true) : null;
  const serverAssignor = reader.nullableString("serverAssignor", true);
  const topicPartitions: ConsumerGroupHeartbeatRequestTopicPartitions[] | null =
    decodeNullableConsumerGroupHeartbeatRequestTopicPartitionsArray(
      reader,
      version,
      reader.nullableCount("topicPartitions", true, 18),
    );
  reader.skipTags();
  return {
    groupId,
    memberId,
    memberEpoch,
    instanceId,
    rackId,
    rebalanceTimeoutMs,
    subscribedTopicNames,
    subscribedTopicRegex,
    serverAssignor,
    topicPartitions,
  };
}

function encodeConsumerGroupHeartbeatRequestTopicPartitions(
  writer: Writer,
  draft: ConsumerGroupHeartbeatRequestTopicPartitionsDraft,
  _version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeConsumerGroupHeartbeatRequestTopicPartitions(
  reader: Reader,
  _version: number,
): ConsumerGroupHeartbeatRequestTopicPartitions {
  const topicId = reader.uuid("TopicPartitions.topicId");
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartitions.partitions",
    reader.count("TopicPartitions.partitions", true, 4),
  );
  reader.skipTags();
  return { topicId, partitions };
}

function decodeNullableConsumerGroupHeartbeatRequestTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupHeartbeatRequestTopicPartitions[] | null {
  return count < 0
    ? null
    : decodeConsumerGroupHeartbeatRequestTopicPartitionsArray(reader, version, count);
}

function decodeConsumerGroupHeartbeatRequestTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupHeartbeatRequestTopicPartitions[] {
  const elements: ConsumerGroupHeartbeatRequestTopicPartitions[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerGroupHeartbeatRequestTopicPartitions(reader, version));
  return elements;
}

/** Api key 68, versions 0-1. */
export interface ConsumerGroupHeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  memberId: string | null;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  assignment: ConsumerGroupHeartbeatResponseAssignment | null;
}

export interface ConsumerGroupHeartbeatResponseAssignment {
  topicPartitions: ConsumerGroupHeartbeatResponseTopicPartitions[];
}

export interface ConsumerGroupHeartbeatResponseTopicPartitions {
  topicId: string;
  partitions: number[];
}

/** What `encodeConsumerGroupHeartbeatResponse` takes. */
export interface ConsumerGroupHeartbeatResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  memberId?: string | null | undefined;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  assignment?: ConsumerGroupHeartbeatResponseAssignmentDraft | null | undefined;
}

/** What `encodeConsumerGroupHeartbeatResponse` takes, in part. */
export interface ConsumerGroupHeartbeatResponseAssignmentDraft {
  topicPartitions: readonly ConsumerGroupHeartbeatResponseTopicPartitionsDraft[];
}

/** What `encodeConsumerGroupHeartbeatResponse` takes, in part. */
export interface ConsumerGroupHeartbeatResponseTopicPartitionsDraft {
  topicId: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupHeartbeatResponse(
  writer: Writer,
  draft: ConsumerGroupHeartbeatResponseDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupHeartbeatResponse", version, 0, 1);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.nullableString(draft.memberId ?? null, true);
  writer.int32(draft.memberEpoch);
  writer.int32(draft.heartbeatIntervalMs);
  const assignment = draft.assignment ?? null;
  if (assignment === null) {
    writer.int8(-1);
  } else {
    writer.int8(1);
    encodeConsumerGroupHeartbeatResponseAssignment(writer, assignment, version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupHeartbeatResponse(
  reader: Reader,
  version: number,
): ConsumerGroupHeartbeatResponse {
  reader.begin("ConsumerGroupHeartbeatResponse", version, 0, 1);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const memberId = reader.nullableString("memberId", true);
  const memberEpoch = reader.int32("memberEpoch");
  const heartbeatIntervalMs = reader.int32("heartbeatIntervalMs");
  const assignment = reader.isPresent("assignment")
    ? decodeConsumerGroupHeartbeatResponseAssignment(reader, version)
    : null;
  reader.skipTags();
  return {
    throttleTimeMs,
    errorCode,
    errorMessage,
    memberId,
    memberEpoch,
    heartbeatIntervalMs,
    assignment,
  };
}

function encodeConsumerGroupHeartbeatResponseAssignment(
  writer: Writer,
  draft: ConsumerGroupHeartbeatResponseAssignmentDraft,
  version: number,
): void {
  const topicPartitions = draft.topicPartitions;
  writer.count(topicPartitions.length, true);
  for (const element of topicPartitions)
    encodeConsumerGroupHeartbeatResponseTopicPartitions(writer, element, version);
  writer.uvarint(0);
}

function decodeConsumerGroupHeartbeatResponseAssignment(
  reader: Reader,
  version: number,
): ConsumerGroupHeartbeatResponseAssignment {
  const topicPartitions: ConsumerGroupHeartbeatResponseTopicPartitions[] =
    decodeConsumerGroupHeartbeatResponseTopicPartitionsArray(
      reader,
      version,
      reader.count("Assignment.topicPartitions", true, 18),
    );
  reader.skipTags();
  return { topicPartitions };
}

function encodeConsumerGroupHeartbeatResponseTopicPartitions(
  writer: Writer,
  draft: ConsumerGroupHeartbeatResponseTopicPartitionsDraft,
  _version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeConsumerGroupHeartbeatResponseTopicPartitions(
  reader: Reader,
  _version: number,
): ConsumerGroupHeartbeatResponseTopicPartitions {
  const topicId = reader.uuid("TopicPartitions.topicId");
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartitions.partitions",
    reader.count("TopicPartitions.partitions", true, 4),
  );
  reader.skipTags();
  return { topicId, partitions };
}

function decodeConsumerGroupHeartbeatResponseTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupHeartbeatResponseTopicPartitions[] {
  const elements: ConsumerGroupHeartbeatResponseTopicPartitions[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerGroupHeartbeatResponseTopicPartitions(reader, version));
  return elements;
}
