// Generated from schema/group/consumer-group-target-assignment-member-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** What a member of a consumer group shall have. Record type 7, version 0. */
export interface ConsumerGroupTargetAssignmentMemberKey {
  groupId: string;
  memberId: string;
}

/** What `encodeConsumerGroupTargetAssignmentMemberKey` takes. */
export interface ConsumerGroupTargetAssignmentMemberKeyDraft {
  groupId: string;
  memberId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupTargetAssignmentMemberKey(
  writer: Writer,
  draft: ConsumerGroupTargetAssignmentMemberKeyDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupTargetAssignmentMemberKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.string(draft.memberId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupTargetAssignmentMemberKey(
  reader: Reader,
  version: number,
): ConsumerGroupTargetAssignmentMemberKey {
  reader.begin("ConsumerGroupTargetAssignmentMemberKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const memberId = reader.string("memberId", false);
  return { groupId, memberId };
}

/** Record type 7, version 0. */
export interface ConsumerGroupTargetAssignmentMemberValue {
  topicPartitions: ConsumerGroupTargetAssignmentMemberValueTopicPartition[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ConsumerGroupTargetAssignmentMemberValueTopicPartition {
  topicId: string;
  partitions: number[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeConsumerGroupTargetAssignmentMemberValue` takes. */
export interface ConsumerGroupTargetAssignmentMemberValueDraft {
  topicPartitions: readonly ConsumerGroupTargetAssignmentMemberValueTopicPartitionDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeConsumerGroupTargetAssignmentMemberValue` takes, in part. */
export interface ConsumerGroupTargetAssignmentMemberValueTopicPartitionDraft {
  topicId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupTargetAssignmentMemberValue(
  writer: Writer,
  draft: ConsumerGroupTargetAssignmentMemberValueDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupTargetAssignmentMemberValue", version, 0, 0);
  const topicPartitions = draft.topicPartitions;
  writer.count(topicPartitions.length, true);
  for (const element of topicPartitions)
    encodeConsumerGroupTargetAssignmentMemberValueTopicPartition(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupTargetAssignmentMemberValue(
  reader: Reader,
  version: number,
): ConsumerGroupTargetAssignmentMemberValue {
  reader.begin("ConsumerGroupTargetAssignmentMemberValue", version, 0, 0);
  const topicPartitions: ConsumerGroupTargetAssignmentMemberValueTopicPartition[] =
    decodeConsumerGroupTargetAssignmentMemberValueTopicPartitionArray(
      reader,
      version,
      reader.count("topicPartitions", true, 18),
    );
  const unknownTaggedFields = reader.keepTags();
  return { topicPartitions, unknownTaggedFields };
}

function encodeConsumerGroupTargetAssignmentMemberValueTopicPartition(
  writer: Writer,
  draft: ConsumerGroupTargetAssignmentMemberValueTopicPartitionDraft,
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

function decodeConsumerGroupTargetAssignmentMemberValueTopicPartition(
  reader: Reader,
  _version: number,
): ConsumerGroupTargetAssignmentMemberValueTopicPartition {
  const topicId = reader.uuid("TopicPartition.topicId");
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartition.partitions",
    reader.count("TopicPartition.partitions", true, 4),
  );
  const unknownTaggedFields = reader.keepTags();
  return { topicId, partitions, unknownTaggedFields };
}

function decodeConsumerGroupTargetAssignmentMemberValueTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupTargetAssignmentMemberValueTopicPartition[] {
  const elements: ConsumerGroupTargetAssignmentMemberValueTopicPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerGroupTargetAssignmentMemberValueTopicPartition(reader, version));
  return elements;
}
