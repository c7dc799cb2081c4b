// Generated from schema/group/share-group-current-member-assignment-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** What a member of a share group has now. Record type 14, version 0. */
export interface ShareGroupCurrentMemberAssignmentKey {
  groupId: string;
  memberId: string;
}

/** What `encodeShareGroupCurrentMemberAssignmentKey` takes. */
export interface ShareGroupCurrentMemberAssignmentKeyDraft {
  groupId: string;
  memberId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupCurrentMemberAssignmentKey(
  writer: Writer,
  draft: ShareGroupCurrentMemberAssignmentKeyDraft,
  version: number,
): void {
  checkVersion("ShareGroupCurrentMemberAssignmentKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.string(draft.memberId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupCurrentMemberAssignmentKey(
  reader: Reader,
  version: number,
): ShareGroupCurrentMemberAssignmentKey {
  reader.begin("ShareGroupCurrentMemberAssignmentKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const memberId = reader.string("memberId", false);
  return { groupId, memberId };
}

/** Record type 14, version 0. */
export interface ShareGroupCurrentMemberAssignmentValue {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  assignedPartitions: ShareGroupCurrentMemberAssignmentValueTopicPartitions[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ShareGroupCurrentMemberAssignmentValueTopicPartitions {
  topicId: string;
  partitions: number[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeShareGroupCurrentMemberAssignmentValue` takes. */
export interface ShareGroupCurrentMemberAssignmentValueDraft {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  assignedPartitions: readonly ShareGroupCurrentMemberAssignmentValueTopicPartitionsDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeShareGroupCurrentMemberAssignmentValue` takes, in part. */
export interface ShareGroupCurrentMemberAssignmentValueTopicPartitionsDraft {
  topicId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupCurrentMemberAssignmentValue(
  writer: Writer,
  draft: ShareGroupCurrentMemberAssignmentValueDraft,
  version: number,
): void {
  checkVersion("ShareGroupCurrentMemberAssignmentValue", version, 0, 0);
  writer.int32(draft.memberEpoch);
  writer.int32(draft.previousMemberEpoch);
  writer.int8(draft.state);
  const assignedPartitions = draft.assignedPartitions;
  writer.count(assignedPartitions.length, true);
  for (const element of assignedPartitions)
    encodeShareGroupCurrentMemberAssignmentValueTopicPartitions(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupCurrentMemberAssignmentValue(
  reader: Reader,
  version: number,
): ShareGroupCurrentMemberAssignmentValue {
  reader.begin("ShareGroupCurrentMemberAssignmentValue", version, 0, 0);
  const memberEpoch = reader.int32("memberEpoch");
  const previousMemberEpoch = reader.int32("previousMemberEpoch");
  const state = reader.int8("state");
  const assignedPartitions: ShareGroupCurrentMemberAssignmentValueTopicPartitions[] =
    decodeShareGroupCurrentMemberAssignmentValueTopicPartitionsArray(
      reader,
      version,
      reader.count("assignedPartitions", true, 18),
    );
  const unknownTaggedFields = reader.keepTags();
  return { memberEpoch, previousMemberEpoch, state, assignedPartitions, unknownTaggedFields };
}

function encodeShareGroupCurrentMemberAssignmentValueTopicPartitions(
  writer: Writer,
  draft: ShareGroupCurrentMemberAssignmentValueTopicPartitionsDraft,
  _version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeShareGroupCurrentMemberAssignmentValueTopicPartitions(
  reader: Reader,
  _version: number,
): ShareGroupCurrentMemberAssignmentValueTopicPartitions {
  const topicId = reader.uuid("TopicPartitions.topicId");
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartitions.partitions",
    reader.count("TopicPartitions.partitions", true, 4),
  );
  const unknownTaggedFields = reader.keepTags();
  return { topicId, partitions, unknownTaggedFields };
}

function decodeShareGroupCurrentMemberAssignmentValueTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupCurrentMemberAssignmentValueTopicPartitions[] {
  const elements: ShareGroupCurrentMemberAssignmentValueTopicPartitions[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareGroupCurrentMemberAssignmentValueTopicPartitions(reader, version));
  return elements;
}
