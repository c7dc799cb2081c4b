// Generated from schema/group/share-group-target-assignment-member-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** What a member of a share group shall have. Record type 13, version 0. */
export interface ShareGroupTargetAssignmentMemberKey {
  groupId: string;
  memberId: string;
}

/** What `encodeShareGroupTargetAssignmentMemberKey` takes. */
export interface ShareGroupTargetAssignmentMemberKeyDraft {
  groupId: string;
  memberId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupTargetAssignmentMemberKey(
  writer: Writer,
  draft: ShareGroupTargetAssignmentMemberKeyDraft,
  version: number,
): void {
  checkVersion("ShareGroupTargetAssignmentMemberKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.string(draft.memberId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupTargetAssignmentMemberKey(
  reader: Reader,
  version: number,
): ShareGroupTargetAssignmentMemberKey {
  reader.begin("ShareGroupTargetAssignmentMemberKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const memberId = reader.string("memberId", false);
  return { groupId, memberId };
}

/** Record type 13, version 0. */
export interface ShareGroupTargetAssignmentMemberValue {
  topicPartitions: ShareGroupTargetAssignmentMemberValueTopicPartition[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ShareGroupTargetAssignmentMemberValueTopicPartition {
  topicId: string;
  partitions: number[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeShareGroupTargetAssignmentMemberValue` takes. */
export interface ShareGroupTargetAssignmentMemberValueDraft {
  topicPartitions: readonly ShareGroupTargetAssignmentMemberValueTopicPartitionDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeShareGroupTargetAssignmentMemberValue` takes, in part. */
export interface ShareGroupTargetAssignmentMemberValueTopicPartitionDraft {
  topicId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupTargetAssignmentMemberValue(
  writer: Writer,
  draft: ShareGroupTargetAssignmentMemberValueDraft,
  version: number,
): void {
  checkVersion("ShareGroupTargetAssignmentMemberValue", version, 0, 0);
  const topicPartitions = draft.topicPartitions;
  writer.count(topicPartitions.length, true);
  for (const element of topicPartitions)
    encodeShareGroupTargetAssignmentMemberValueTopicPartition(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupTargetAssignmentMemberValue(
  reader: Reader,
  version: number,
): ShareGroupTargetAssignmentMemberValue {
  reader.begin("ShareGroupTargetAssignmentMemberValue", version, 0, 0);
  const topicPartitions: ShareGroupTargetAssignmentMemberValueTopicPartition[] =
    decodeShareGroupTargetAssignmentMemberValueTopicPartitionArray(
      reader,
      version,
      reader.count("topicPartitions", true, 18),
    );
  const unknownTaggedFields = reader.keepTags();
  return { topicPartitions, unknownTaggedFields };
}

function encodeShareGroupTargetAssignmentMemberValueTopicPartition(
  writer: Writer,
  draft: ShareGroupTargetAssignmentMemberValueTopicPartitionDraft,
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

function decodeShareGroupTargetAssignmentMemberValueTopicPartition(
  reader: Reader,
  _version: number,
): ShareGroupTargetAssignmentMemberValueTopicPartition {
  const topicId = reader.uuid("TopicPartition.topicId");
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartition.partitions",
    reader.count("TopicPartition.partitions", true, 4),
  );
  const unknownTaggedFields = reader.keepTags();
  return { topicId, partitions, unknownTaggedFields };
}

function decodeShareGroupTargetAssignmentMemberValueTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupTargetAssignmentMemberValueTopicPartition[] {
  const elements: ShareGroupTargetAssignmentMemberValueTopicPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareGroupTargetAssignmentMemberValueTopicPartition(reader, version));
  return elements;
}
