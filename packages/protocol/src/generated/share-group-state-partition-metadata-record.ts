// Generated from schema/group/share-group-state-partition-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * The partitions whose delivery state is begun, there or being deleted. Record type 15,
 * version 0.
 */
export interface ShareGroupStatePartitionMetadataKey {
  groupId: string;
}

/** What `encodeShareGroupStatePartitionMetadataKey` takes. */
export interface ShareGroupStatePartitionMetadataKeyDraft {
  groupId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupStatePartitionMetadataKey(
  writer: Writer,
  draft: ShareGroupStatePartitionMetadataKeyDraft,
  version: number,
): void {
  checkVersion("ShareGroupStatePartitionMetadataKey", version, 0, 0);
  writer.string(draft.groupId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupStatePartitionMetadataKey(
  reader: Reader,
  version: number,
): ShareGroupStatePartitionMetadataKey {
  reader.begin("ShareGroupStatePartitionMetadataKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  return { groupId };
}

/** Record type 15, version 0. */
export interface ShareGroupStatePartitionMetadataValue {
  initializingTopics: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[];
  initializedTopics: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[];
  deletingTopics: ShareGroupStatePartitionMetadataValueTopicInfo[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ShareGroupStatePartitionMetadataValueTopicPartitionsInfo {
  topicId: string;
  topicName: string;
  partitions: number[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ShareGroupStatePartitionMetadataValueTopicInfo {
  topicId: string;
  topicName: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeShareGroupStatePartitionMetadataValue` takes. */
export interface ShareGroupStatePartitionMetadataValueDraft {
  initializingTopics: readonly ShareGroupStatePartitionMetadataValueTopicPartitionsInfoDraft[];
  initializedTopics: readonly ShareGroupStatePartitionMetadataValueTopicPartitionsInfoDraft[];
  deletingTopics: readonly ShareGroupStatePartitionMetadataValueTopicInfoDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeShareGroupStatePartitionMetadataValue` takes, in part. */
export interface ShareGroupStatePartitionMetadataValueTopicPartitionsInfoDraft {
  topicId: string;
  topicName: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeShareGroupStatePartitionMetadataValue` takes, in part. */
export interface ShareGroupStatePartitionMetadataValueTopicInfoDraft {
  topicId: string;
  topicName: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupStatePartitionMetadataValue(
  writer: Writer,
  draft: ShareGroupStatePartitionMetadataValueDraft,
  version: number,
): void {
  checkVersion("ShareGroupStatePartitionMetadataValue", version, 0, 0);
  const initializingTopics = draft.initializingTopics;
  writer.count(initializingTopics.length, true);
  for (const element of initializingTopics)
    encodeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(writer, element, version);
  const initializedTopics = draft.initializedTopics;
  writer.count(initializedTopics.length, true);
  for (const element of initializedTopics)
    encodeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(writer, element, version);
  const deletingTopics = draft.deletingTopics;
  writer.count(deletingTopics.length, true);
  for (const element of deletingTopics)
    encodeShareGroupStatePartitionMetadataValueTopicInfo(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupStatePartitionMetadataValue(
  reader: Reader,
  version: number,
): ShareGroupStatePartitionMetadataValue {
  reader.begin("ShareGroupStatePartitionMetadataValue", version, 0, 0);
  const initializingTopics: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[] =
    decodeShareGroupStatePartitionMetadataValueTopicPartitionsInfoArray(
      reader,
      version,
      reader.count("initializingTopics", true, 19),
    );
  const initializedTopics: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[] =
    decodeShareGroupStatePartitionMetadataValueTopicPartitionsInfoArray(
      reader,
      version,
      reader.count("initializedTopics", true, 19),
    );
  const deletingTopics: ShareGroupStatePartitionMetadataValueTopicInfo[] =
    decodeShareGroupStatePartitionMetadataValueTopicInfoArray(
      reader,
      version,
      reader.count("deletingTopics", true, 18),
    );
  const unknownTaggedFields = reader.keepTags();
  return { initializingTopics, initializedTopics, deletingTopics, unknownTaggedFields };
}

function encodeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(
  writer: Writer,
  draft: ShareGroupStatePartitionMetadataValueTopicPartitionsInfoDraft,
  _version: number,
): void {
  writer.uuid(draft.topicId);
  writer.string(draft.topicName, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(
  reader: Reader,
  _version: number,
): ShareGroupStatePartitionMetadataValueTopicPartitionsInfo {
  const topicId = reader.uuid("TopicPartitionsInfo.topicId");
  const topicName = reader.string("TopicPartitionsInfo.topicName", true);
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartitionsInfo.partitions",
    reader.count("TopicPartitionsInfo.partitions", true, 4),
  );
  const unknownTaggedFields = reader.keepTags();
  return { topicId, topicName, partitions, unknownTaggedFields };
}

function encodeShareGroupStatePartitionMetadataValueTopicInfo(
  writer: Writer,
  draft: ShareGroupStatePartitionMetadataValueTopicInfoDraft,
  _version: number,
): void {
  writer.uuid(draft.topicId);
  writer.string(draft.topicName, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeShareGroupStatePartitionMetadataValueTopicInfo(
  reader: Reader,
  _version: number,
): ShareGroupStatePartitionMetadataValueTopicInfo {
  const topicId = reader.uuid("TopicInfo.topicId");
  const topicName = reader.string("TopicInfo.topicName", true);
  const unknownTaggedFields = reader.keepTags();
  return { topicId, topicName, unknownTaggedFields };
}

function decodeShareGroupStatePartitionMetadataValueTopicPartitionsInfoArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[] {
  const elements: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(reader, version));
  return elements;
}

function decodeShareGroupStatePartitionMetadataValueTopicInfoArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupStatePartitionMetadataValueTopicInfo[] {
  const elements: ShareGroupStatePartitionMetadataValueTopicInfo[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareGroupStatePartitionMetadataValueTopicInfo(reader, version));
  return elements;
}
