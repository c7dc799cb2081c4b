// Generated from schema/api/share-group-describe.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array, readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks for state, members and assignments of share groups. Api key 77, version 1. */
export interface ShareGroupDescribeRequest {
  groupIds: string[];
  includeAuthorizedOperations: boolean;
}

/** What `encodeShareGroupDescribeRequest` takes. */
export interface ShareGroupDescribeRequestDraft {
  groupIds: readonly string[];
  includeAuthorizedOperations: boolean;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupDescribeRequest(
  writer: Writer,
  draft: ShareGroupDescribeRequestDraft,
  version: number,
): void {
  checkVersion("ShareGroupDescribeRequest", version, 1, 1);
  const groupIds = draft.groupIds;
  writer.count(groupIds.length, true);
  for (const element of groupIds) writer.string(element, true);
  writer.bool(draft.includeAuthorizedOperations);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupDescribeRequest(
  reader: Reader,
  version: number,
): ShareGroupDescribeRequest {
  reader.begin("ShareGroupDescribeRequest", version, 1, 1);
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

/** Api key 77, version 1. */
export interface ShareGroupDescribeResponse {
  throttleTimeMs: number;
  groups: ShareGroupDescribeResponseDescribedGroup[];
}

export interface ShareGroupDescribeResponseDescribedGroup {
  errorCode: number;
  errorMessage: string | null;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  assignorName: string;
  members: ShareGroupDescribeResponseMember[];
  authorizedOperations: number;
}

export interface ShareGroupDescribeResponseMember {
  memberId: string;
  rackId: string | null;
  memberEpoch: number;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: string[];
  assignment: ShareGroupDescribeResponseAssignment;
}

export interface ShareGroupDescribeResponseTopicPartitions {
  topicId: string;
  topicName: string;
  partitions: number[];
}

export interface ShareGroupDescribeResponseAssignment {
  topicPartitions: ShareGroupDescribeResponseTopicPartitions[];
}

/** What `encodeShareGroupDescribeResponse` takes. */
export interface ShareGroupDescribeResponseDraft {
  throttleTimeMs: number;
  groups: readonly ShareGroupDescribeResponseDescribedGroupDraft[];
}

/** What `encodeShareGroupDescribeResponse` takes, in part. */
export interface ShareGroupDescribeResponseDescribedGroupDraft {
  errorCode: number;
  errorMessage?: string | null | undefined;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  assignorName: string;
  members: readonly ShareGroupDescribeResponseMemberDraft[];
  authorizedOperations?: number | undefined;
}

/** What `encodeShareGroupDescribeResponse` takes, in part. */
export interface ShareGroupDescribeResponseMemberDraft {
  memberId: string;
  rackId?: string | null | undefined;
  memberEpoch: number;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: readonly string[];
  assignment: ShareGroupDescribeResponseAssignmentDraft;
}

/** What `encodeShareGroupDescribeResponse` takes, in part. */
export interface ShareGroupDescribeResponseTopicPartitionsDraft {
  topicId: string;
  topicName: string;
  partitions: readonly number[];
}

/** What `encodeShareGroupDescribeResponse` takes, in part. */
export interface ShareGroupDescribeResponseAssignmentDraft {
  topicPartitions: readonly ShareGroupDescribeResponseTopicPartitionsDraft[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupDescribeResponse(
  writer: Writer,
  draft: ShareGroupDescribeResponseDraft,
  version: number,
): void {
  checkVersion("ShareGroupDescribeResponse", version, 1, 1);
  writer.int32(draft.throttleTimeMs);
  const groups = draft.groups;
  writer.count(groups.length, true);
  for (const element of groups)
    encodeShareGroupDescribeResponseDescribedGroup(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupDescribeResponse(
  reader: Reader,
  version: number,
): ShareGroupDescribeResponse {
  reader.begin("ShareGroupDescribeResponse", version, 1, 1);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const groups: ShareGroupDescribeResponseDescribedGroup[] =
    decodeShareGroupDescribeResponseDescribedGroupArray(
      reader,
      version,
      reader.count("groups", true, 20),
    );
  reader.skipTags();
  return { throttleTimeMs, groups };
}

function encodeShareGroupDescribeResponseDescribedGroup(
  writer: Writer,
  draft: ShareGroupDescribeResponseDescribedGroupDraft,
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
  for (const element of members) encodeShareGroupDescribeResponseMember(writer, element, version);
  writer.int32(draft.authorizedOperations ?? -2147483648);
  writer.uvarint(0);
}

function decodeShareGroupDescribeResponseDescribedGroup(
  reader: Reader,
  version: number,
): ShareGroupDescribeResponseDescribedGroup {
  const errorCode = reader.int16("DescribedGroup.errorCode");
  const errorMessage = reader.nullableString("DescribedGroup.errorMessage", true);
  const groupId = reader.string("DescribedGroup.groupId", true);
  const groupState = reader.string("DescribedGroup.groupState", true);
  const groupEpoch = reader.int32("DescribedGroup.groupEpoch");
  const assignmentEpoch = reader.int32("DescribedGroup.assignmentEpoch");
  const assignorName = reader.string("DescribedGroup.assignorName", true);
  const members: ShareGroupDescribeResponseMember[] = decodeShareGroupDescribeResponseMemberArray(
    reader,
    version,
    reader.count("DescribedGroup.members", true, 12),
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

function encodeShareGroupDescribeResponseMember(
  writer: Writer,
  draft: ShareGroupDescribeResponseMemberDraft,
  version: number,
): void {
  writer.string(draft.memberId, true);
  writer.nullableString(draft.rackId ?? null, true);
  writer.int32(draft.memberEpoch);
  writer.string(draft.clientId, true);
  writer.string(draft.clientHost, true);
  const subscribedTopicNames = draft.subscribedTopicNames;
  writer.count(subscribedTopicNames.length, true);
  for (const element of subscribedTopicNames) writer.string(element, true);
  const assignment = draft.assignment;
  encodeShareGroupDescribeResponseAssignment(writer, assignment, version);
  writer.uvarint(0);
}

function decodeShareGroupDescribeResponseMember(
  reader: Reader,
  version: number,
): ShareGroupDescribeResponseMember {
  const memberId = reader.string("Member.memberId", true);
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
  const assignment = decodeShareGroupDescribeResponseAssignment(reader, version);
  reader.skipTags();
  return { memberId, rackId, memberEpoch, clientId, clientHost, subscribedTopicNames, assignment };
}

function encodeShareGroupDescribeResponseTopicPartitions(
  writer: Writer,
  draft: ShareGroupDescribeResponseTopicPartitionsDraft,
  _version: number,
): void {
  writer.uuid(draft.topicId);
  writer.string(draft.topicName, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeShareGroupDescribeResponseTopicPartitions(
  reader: Reader,
  _version: number,
): ShareGroupDescribeResponseTopicPartitions {
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

function encodeShareGroupDescribeResponseAssignment(
  writer: Writer,
  draft: ShareGroupDescribeResponseAssignmentDraft,
  version: number,
): void {
  const topicPartitions = draft.topicPartitions;
  writer.count(topicPartitions.length, true);
  for (const element of topicPartitions)
    encodeShareGroupDescribeResponseTopicPartitions(writer, element, version);
  writer.uvarint(0);
}

function decodeShareGroupDescribeResponseAssignment(
  reader: Reader,
  version: number,
): ShareGroupDescribeResponseAssignment {
  const topicPartitions: ShareGroupDescribeResponseTopicPartitions[] =
    decodeShareGroupDescribeResponseTopicPartitionsArray(
      reader,
      version,
      reader.count("Assignment.topicPartitions", true, 19),
    );
  reader.skipTags();
  return { topicPartitions };
}

function decodeShareGroupDescribeResponseDescribedGroupArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupDescribeResponseDescribedGroup[] {
  const elements: ShareGroupDescribeResponseDescribedGroup[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareGroupDescribeResponseDescribedGroup(reader, version));
  return elements;
}

function decodeShareGroupDescribeResponseMemberArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupDescribeResponseMember[] {
  const elements: ShareGroupDescribeResponseMember[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareGroupDescribeResponseMember(reader, version));
  return elements;
}

function decodeShareGroupDescribeResponseTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupDescribeResponseTopicPartitions[] {
  const elements: ShareGroupDescribeResponseTopicPartitions[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareGroupDescribeResponseTopicPartitions(reader, version));
  return elements;
}
