// Generated from schema/api/consumer-group-describe.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array, readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks for state, members and assignments of consumer groups. Api key 69, versions 0-1. */
export interface ConsumerGroupDescribeRequest {
  groupIds: string[];
  includeAuthorizedOperations: boolean;
}

/** What `encodeConsumerGroupDescribeRequest` takes. */
export interface ConsumerGroupDescribeRequestDraft {
  groupIds: readonly string[];
  includeAuthorizedOperations: boolean;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupDescribeRequest(
  writer: Writer,
  draft: ConsumerGroupDescribeRequestDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupDescribeRequest", version, 0, 1);
  const groupIds = draft.groupIds;
  writer.count(groupIds.length, true);
  for (const element of groupIds) writer.string(element, true);
  writer.bool(draft.includeAuthorizedOperations);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupDescribeRequest(
  reader: Reader,
  version: number,
): ConsumerGroupDescribeRequest {
  reader.begin("ConsumerGroupDescribeRequest", version, 0, 1);
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

/** Api key 69, versions 0-1. */
export interface ConsumerGroupDescribeResponse {
  throttleTimeMs: number;
  groups: ConsumerGroupDescribeResponseDescribedGroup[];
}

export interface ConsumerGroupDescribeResponseDescribedGroup {
  errorCode: number;
  errorMessage: string | null;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  assignorName: string;
  members: ConsumerGroupDescribeResponseMember[];
  authorizedOperations: number;
}

export interface ConsumerGroupDescribeResponseMember {
  memberId: string;
  instanceId: string | null;
  rackId: string | null;
  memberEpoch: number;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: string[];
  subscribedTopicRegex: string | null;
  assignment: ConsumerGroupDescribeResponseAssignment;
  targetAssignment: ConsumerGroupDescribeResponseAssignment;
  /** Version 1. */
  memberType: number;
}

export interface ConsumerGroupDescribeResponseTopicPartitions {
  topicId: string;
  topicName: string;
  partitions: number[];
}

export interface ConsumerGroupDescribeResponseAssignment {
  topicPartitions: ConsumerGroupDescribeResponseTopicPartitions[];
}

/** What `encodeConsumerGroupDescribeResponse` takes. */
export interface ConsumerGroupDescribeResponseDraft {
  throttleTimeMs: number;
  groups: readonly ConsumerGroupDescribeResponseDescribedGroupDraft[];
}

/** What `encodeConsumerGroupDescribeResponse` takes, in part. */
export interface ConsumerGroupDescribeResponseDescribedGroupDraft {
  errorCode: number;
  errorMessage?: string | null | undefined;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  assignorName: string;
  members: readonly ConsumerGroupDescribeResponseMemberDraft[];
  authorizedOperations?: number | undefined;
}

/** What `encodeConsumerGroupDescribeResponse` takes, in part. */
export interface ConsumerGroupDescribeResponseMemberDraft {
  memberId: string;
  instanceId?: string | null | undefined;
  rackId?: string | null | undefined;
  memberEpoch: number;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: readonly string[];
  subscribedTopicRegex?: string | null | undefined;
  assignment: ConsumerGroupDescribeResponseAssignmentDraft;
  targetAssignment: ConsumerGroupDescribeResponseAssignmentDraft;
  memberType?: number | undefined;
}

/** What `encodeConsumerGroupDescribeResponse` takes, in part. */
export interface ConsumerGroupDescribeResponseTopicPartitionsDraft {
  topicId: string;
  topicName: string;
  partitions: readonly number[];
}

/** What `encodeConsumerGroupDescribeResponse` takes, in part. */
export interface ConsumerGroupDescribeResponseAssignmentDraft {
  topicPartitions: readonly ConsumerGroupDescribeResponseTopicPartitionsDraft[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupDescribeResponse(
  writer: Writer,
  draft: ConsumerGroupDescribeResponseDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupDescribeResponse", version, 0, 1);
  writer.int32(draft.throttleTimeMs);
  const groups = draft.groups;
  writer.count(groups.length, true);
  for (const element of groups)
    encodeConsumerGroupDescribeResponseDescribedGroup(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupDescribeResponse(
  reader: Reader,
  version: number,
): ConsumerGroupDescribeResponse {
  reader.begin("ConsumerGroupDescribeResponse", version, 0, 1);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const groups: ConsumerGroupDescribeResponseDescribedGroup[] =
    decodeConsumerGroupDescribeResponseDescribedGroupArray(
      reader,
      version,
      reader.count("groups", true, 20),
    );
  reader.skipTags();
  return { throttleTimeMs, groups };
}

function encodeConsumerGroupDescribeResponseDescribedGroup(
  writer: Writer,
  draft: ConsumerGroupDescribeResponseDescribedGroupDraft,
  version: number,
): void {
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.string(draft.groupId, true);
  writer.string(draft.groupState, true);
  writer.int32(draft.groupEpoch);
  writer.int32(draft.assignmentEpoch);
  writer.string(draft.assignorName, true);
  const members = draft.members;
  writer.count(members.length, true);
  for (const element of members)
    encodeConsumerGroupDescribeResponseMember(writer, element, version);
  writer.int32(draft.authorizedOperations ?? -2147483648);
  writer.uvarint(0);
}

function decodeConsumerGroupDescribeResponseDescribedGroup(
  reader: Reader,
  version: number,
): ConsumerGroupDescribeResponseDescribedGroup {
  const errorCode = reader.int16("DescribedGroup.errorCode");
  const errorMessage = reader.nullableString("DescribedGroup.errorMessage", true);
  const groupId = reader.string("DescribedGroup.groupId", true);
  const groupState = reader.string("DescribedGroup.groupState", true);
  const groupEpoch = reader.int32("DescribedGroup.groupEpoch");
  const assignmentEpoch = reader.int32("DescribedGroup.assignmentEpoch");
  const assignorName = reader.string("DescribedGroup.assignorName", true);
  const members: ConsumerGroupDescribeResponseMember[] =
    decodeConsumerGroupDescribeResponseMemberArray(
      reader,
      version,
      reader.count("DescribedGroup.members", true, version >= 1 ? 17 : 16),
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
    assignorName,
    members,
    authorizedOperations,
  };
}

function encodeConsumerGroupDescribeResponseMember(
  writer: Writer,
  draft: ConsumerGroupDescribeResponseMemberDraft,
  version: number,
): void {
  writer.string(draft.memberId, true);
  writer.nullableString(draft.instanceId ?? null, true);
  writer.nullableString(draft.rackId ?? null, true);
  writer.int32(draft.memberEpoch);
  writer.string(draft.clientId, true);
  writer.string(draft.clientHost, true);
  const subscribedTopicNames = draft.subscribedTopicNames;
  writer.count(subscribedTopicNames.length, true);
  for (const element of subscribedTopicNames) writer.string(element, true);
  writer.nullableString(draft.subscribedTopicRegex ?? null, true);
  const assignment = draft.assignment;
  encodeConsumerGroupDescribeResponseAssignment(writer, assignment, version);
  const targetAssignment = draft.targetAssignment;
  encodeConsumerGroupDescribeResponseAssignment(writer, targetAssignment, version);
  if (version >= 1) {
    writer.int8(draft.memberType ?? -1);
  }
  writer.uvarint(0);
}

function decodeConsumerGroupDescribeResponseMember(
  reader: Reader,
  version: number,
): ConsumerGroupDescribeResponseMember {
  const memberId = reader.string("Member.memberId", true);
  const instanceId = reader.nullableString("Member.instanceId", true);
  const rackId = reader.nullableString("Member.rackId", true);
  const memberEpoch = reader.int32("Member.memberEpoch");
  const clientId = reader.string("Member.clientId", true);
  const clientHost = reader.string("Member.clientHost", true);
  const subscribedTopicNames: string[] = readStringArray(
    reader,
    "Member.subscribedTopicNames",
    reader.count("Member.subscribedTopicNames", true, 1),
    true,
  );
  const subscribedTopicRegex = reader.nullableString("Member.subscribedTopicRegex", true);
  const assignment = decodeConsumerGroupDescribeResponseAssignment(reader, version);
  const targetAssignment = decodeConsumerGroupDescribeResponseAssignment(reader, version);
  const memberType = version >= 1 ? reader.int8("Member.memberType") : -1;
  reader.skipTags();
  return {
    memberId,
    instanceId,
    rackId,
    memberEpoch,
    clientId,
    clientHost,
    subscribedTopicNames,
    subscribedTopicRegex,
    assignment,
    targetAssignment,
    memberType,
  };
}

function encodeConsumerGroupDescribeResponseTopicPartitions(
  writer: Writer,
  draft: ConsumerGroupDescribeResponseTopicPartitionsDraft,
  _version: number,
): void {
  writer.uuid(draft.topicId);
  writer.string(draft.topicName, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeConsumerGroupDescribeResponseTopicPartitions(
  reader: Reader,
  _version: number,
): ConsumerGroupDescribeResponseTopicPartitions {
  const topicId = reader.uuid("TopicPartitions.topicId");
  const topicName = reader.string("TopicPartitions.topicName", true);
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartitions.partitions",
    reader.count("TopicPartitions.partitions", true, 4),
  );
  reader.skipTags();
  return { topicId, topicName, partitions };
}

function encodeConsumerGroupDescribeResponseAssignment(
  writer: Writer,
  draft: ConsumerGroupDescribeResponseAssignmentDraft,
  version: number,
): void {
  const topicPartitions = draft.topicPartitions;
  writer.count(topicPartitions.length, true);
  for (const element of topicPartitions)
    encodeConsumerGroupDescribeResponseTopicPartitions(writer, element, version);
  writer.uvarint(0);
}

function decodeConsumerGroupDescribeResponseAssignment(
  reader: Reader,
  version: number,
): ConsumerGroupDescribeResponseAssignment {
  const topicPartitions: ConsumerGroupDescribeResponseTopicPartitions[] =
    decodeConsumerGroupDescribeResponseTopicPartitionsArray(
      reader,
      version,
      reader.count("Assignment.topicPartitions", true, 19),
    );
  reader.skipTags();
  return { topicPartitions };
}

function decodeConsumerGroupDescribeResponseDescribedGroupArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupDescribeResponseDescribedGroup[] {
  const elements: ConsumerGroupDescribeResponseDescribedGroup[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerGroupDescribeResponseDescribedGroup(reader, version));
  return elements;
}

function decodeConsumerGroupDescribeResponseMemberArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupDescribeResponseMember[] {
  const elements: ConsumerGroupDescribeResponseMember[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerGroupDescribeResponseMember(reader, version));
  return elements;
}

function decodeConsumerGroupDescribeResponseTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupDescribeResponseTopicPartitions[] {
  const elements: ConsumerGroupDescribeResponseTopicPartitions[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerGroupDescribeResponseTopicPartitions(reader, version));
  return elements;
}
