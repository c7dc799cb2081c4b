// Generated from schema/group/consumer-group-current-member-assignment-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array, readNullableInt32Array } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** What a member of a consumer group has now. Record type 8, version 0. */
export interface ConsumerGroupCurrentMemberAssignmentKey {
  groupId: string;
  memberId: string;
}

/** What `encodeConsumerGroupCurrentMemberAssignmentKey` takes. */
export interface ConsumerGroupCurrentMemberAssignmentKeyDraft {
  groupId: string;
  memberId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupCurrentMemberAssignmentKey(
  writer: Writer,
  draft: ConsumerGroupCurrentMemberAssignmentKeyDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupCurrentMemberAssignmentKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.string(draft.memberId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupCurrentMemberAssignmentKey(
  reader: Reader,
  version: number,
): ConsumerGroupCurrentMemberAssignmentKey {
  reader.begin("ConsumerGroupCurrentMemberAssignmentKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const memberId = reader.string("memberId", false);
  return { groupId, memberId };
}

/** Record type 8, version 0. */
export interface ConsumerGroupCurrentMemberAssignmentValue {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  assignedPartitions: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[];
  partitionsPendingRevocation: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ConsumerGroupCurrentMemberAssignmentValueTopicPartitions {
  topicId: string;
  partitions: number[];
  /** Null is written: the default is an empty array. */
  assignmentEpochs: number[] | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeConsumerGroupCurrentMemberAssignmentValue` takes. */
export interface ConsumerGroupCurrentMemberAssignmentValueDraft {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  assignedPartitions: readonly ConsumerGroupCurrentMemberAssignmentValueTopicPartitionsDraft[];
  partitionsPendingRevocation: readonly ConsumerGroupCurrentMemberAssignmentValueTopicPartitionsDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeConsumerGroupCurrentMemberAssignmentValue` takes, in part. */
export interface ConsumerGroupCurrentMemberAssignmentValueTopicPartitionsDraft {
  topicId: string;
  partitions: readonly number[];
  assignmentEpochs?: readonly number[] | null | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupCurrentMemberAssignmentValue(
  writer: Writer,
  draft: ConsumerGroupCurrentMemberAssignmentValueDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupCurrentMemberAssignmentValue", version, 0, 0);
  writer.int32(draft.memberEpoch);
  writer.int32(draft.previousMemberEpoch);
  writer.int8(draft.state);
  const assignedPartitions = draft.assignedPartitions;
  writer.count(assignedPartitions.length, true);
  for (const element of assignedPartitions)
    encodeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(writer, element, version);
  const partitionsPendingRevocation = draft.partitionsPendingRevocation;
  writer.count(partitionsPendingRevocation.length, true);
  for (const element of partitionsPendingRevocation)
    encodeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupCurrentMemberAssignmentValue(
  reader: Reader,
  version: number,
): ConsumerGroupCurrentMemberAssignmentValue {
  reader.begin("ConsumerGroupCurrentMemberAssignmentValue", version, 0, 0);
  const memberEpoch = reader.int32("memberEpoch");
  const previousMemberEpoch = reader.int32("previousMemberEpoch");
  const state = reader.int8("state");
  const assignedPartitions: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[] =
    decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(
      reader,
      version,
      reader.count("assignedPartitions", true, 18),
    );
  const partitionsPendingRevocation: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[] =
    decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(
      reader,
      version,
      reader.count("partitionsPendingRevocation", true, 18),
    );
  const unknownTaggedFields = reader.keepTags();
  return {
    memberEpoch,
    previousMemberEpoch,
    state,
    assignedPartitions,
    partitionsPendingRevocation,
    unknownTaggedFields,
  };
}

function encodeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(
  writer: Writer,
  draft: ConsumerGroupCurrentMemberAssignmentValueTopicPartitionsDraft,
  _version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  const assignmentEpochs = draft.assignmentEpochs === undefined ? [] : draft.assignmentEpochs;
  const hasAssignmentEpochs = assignmentEpochs === null || assignmentEpochs.length > 0;
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint((hasAssignmentEpochs ? 1 : 0) + unknown.length);
  let next = 0;
  if (hasAssignmentEpochs) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    if (assignmentEpochs === null) {
      writer.nullCount(true);
    } else {
      writer.count(assignmentEpochs.length, true);
      for (const element of assignmentEpochs) writer.int32(element);
    }
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

function decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(
  reader: Reader,
  _version: number,
): ConsumerGroupCurrentMemberAssignmentValueTopicPartitions {
  const topicId = reader.uuid("TopicPartitions.topicId");
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartitions.partitions",
    reader.count("TopicPartitions.partitions", true, 4),
  );
  let assignmentEpochs: number[] | null = [];
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      assignmentEpochs = readNullableInt32Array(
        reader,
        "TopicPartitions.assignmentEpochs",
        reader.nullableCount("TopicPartitions.assignmentEpochs", true, 4),
      );
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return { topicId, partitions, assignmentEpochs, unknownTaggedFields };
}

function decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[] {
  const elements: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(reader, version));
  return elements;
}
