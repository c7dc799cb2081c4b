// Generated from schema/api/share-group-heartbeat.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array, readNullableStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** All that a member of a share group says: join, stay, leave (KIP-932). Api key 76, version 1. */
export interface ShareGroupHeartbeatRequest {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  rackId: string | null;
  subscribedTopicNames: string[] | null;
}

/** What `encodeShareGroupHeartbeatRequest` takes. */
export interface ShareGroupHeartbeatRequestDraft {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  rackId?: string | null | undefined;
  subscribedTopicNames?: readonly string[] | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupHeartbeatRequest(
  writer: Writer,
  draft: ShareGroupHeartbeatRequestDraft,
  version: number,
): void {
  checkVersion("ShareGroupHeartbeatRequest", version, 1, 1);
  writer.string(draft.groupId, true);
  writer.string(draft.memberId, true);
  writer.int32(draft.memberEpoch);
  writer.nullableString(draft.rackId ?? null, true);
  const subscribedTopicNames = draft.subscribedTopicNames ?? null;
  if (subscribedTopicNames === null) {
    writer.nullCount(true);
  } else {
    writer.count(subscribedTopicNames.length, true);
    for (const element of subscribedTopicNames) writer.string(element, true);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupHeartbeatRequest(
  reader: Reader,
  version: number,
): ShareGroupHeartbeatRequest {
  reader.begin("ShareGroupHeartbeatRequest", version, 1, 1);
  const groupId = reader.string("groupId", true);
  const memberId = reader.string("memberId", true);
  const memberEpoch = reader.int32("memberEpoch");
  const rackId = reader.nullableString("rackId", true);
  const subscribedTopicNames: string[] | null = readNullableStringArray(
    reader,
    "subscribedTopicNames",
    reader.nullableCount("subscribedTopicNames", true, 1),
    true,
  );
  reader.skipTags();
  return { groupId, memberId, memberEpoch, rackId, subscribedTopicNames };
}

/** Api key 76, version 1. */
export interface ShareGroupHeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  memberId: string | null;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  assignment: ShareGroupHeartbeatResponseAssignment | null;
}

export interface ShareGroupHeartbeatResponseAssignment {
  topicPartitions: ShareGroupHeartbeatResponseTopicPartitions[];
}

export interface ShareGroupHeartbeatResponseTopicPartitions {
  topicId: string;
  partitions: number[];
}

/** What `encodeShareGroupHeartbeatResponse` takes. */
export interface ShareGroupHeartbeatResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  memberId?: string | null | undefined;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  assignment?: ShareGroupHeartbeatResponseAssignmentDraft | null | undefined;
}

/** What `encodeShareGroupHeartbeatResponse` takes, in part. */
export interface ShareGroupHeartbeatResponseAssignmentDraft {
  topicPartitions: readonly ShareGroupHeartbeatResponseTopicPartitionsDraft[];
}

/** What `encodeShareGroupHeartbeatResponse` takes, in part. */
export interface ShareGroupHeartbeatResponseTopicPartitionsDraft {
  topicId: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupHeartbeatResponse(
  writer: Writer,
  draft: ShareGroupHeartbeatResponseDraft,
  version: number,
): void {
  checkVersion("ShareGroupHeartbeatResponse", version, 1, 1);
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
    encodeShareGroupHeartbeatResponseAssignment(writer, assignment, version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupHeartbeatResponse(
  reader: Reader,
  version: number,
): ShareGroupHeartbeatResponse {
  reader.begin("ShareGroupHeartbeatResponse", version, 1, 1);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const memberId = reader.nullableString("memberId", true);
  const memberEpoch = reader.int32("memberEpoch");
  const heartbeatIntervalMs = reader.int32("heartbeatIntervalMs");
  const assignment = reader.isPresent("assignment")
    ? decodeShareGroupHeartbeatResponseAssignment(reader, version)
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

function encodeShareGroupHeartbeatResponseAssignment(
  writer: Writer,
  draft: ShareGroupHeartbeatResponseAssignmentDraft,
  version: number,
): void {
  const topicPartitions = draft.topicPartitions;
  writer.count(topicPartitions.length, true);
  for (const element of topicPartitions)
    encodeShareGroupHeartbeatResponseTopicPartitions(writer, element, version);
  writer.uvarint(0);
}

function decodeShareGroupHeartbeatResponseAssignment(
  reader: Reader,
  version: number,
): ShareGroupHeartbeatResponseAssignment {
  const topicPartitions: ShareGroupHeartbeatResponseTopicPartitions[] =
    decodeShareGroupHeartbeatResponseTopicPartitionsArray(
      reader,
      version,
      reader.count("Assignment.topicPartitions", true, 18),
    );
  reader.skipTags();
  return { topicPartitions };
}

function encodeShareGroupHeartbeatResponseTopicPartitions(
  writer: Writer,
  draft: ShareGroupHeartbeatResponseTopicPartitionsDraft,
  _version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeShareGroupHeartbeatResponseTopicPartitions(
  reader: Reader,
  _version: number,
): ShareGroupHeartbeatResponseTopicPartitions {
  const topicId = reader.uuid("TopicPartitions.topicId");
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartitions.partitions",
    reader.count("TopicPartitions.partitions", true, 4),
  );
  reader.skipTags();
  return { topicId, partitions };
}

function decodeShareGroupHeartbeatResponseTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupHeartbeatResponseTopicPartitions[] {
  const elements: ShareGroupHeartbeatResponseTopicPartitions[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareGroupHeartbeatResponseTopicPartitions(reader, version));
  return elements;
}
