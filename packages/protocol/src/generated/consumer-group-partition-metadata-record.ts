// Generated from schema/group/consumer-group-partition-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readStringArray } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * The topics that a consumer group subscribes to. Kafka 4 only deletes these. Record type 4,
 * version 0.
 */
export interface ConsumerGroupPartitionMetadataKey {
  groupId: string;
}

/** What `encodeConsumerGroupPartitionMetadataKey` takes. */
export interface ConsumerGroupPartitionMetadataKeyDraft {
  groupId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupPartitionMetadataKey(
  writer: Writer,
  draft: ConsumerGroupPartitionMetadataKeyDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupPartitionMetadataKey", version, 0, 0);
  writer.string(draft.groupId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupPartitionMetadataKey(
  reader: Reader,
  version: number,
): ConsumerGroupPartitionMetadataKey {
  reader.begin("ConsumerGroupPartitionMetadataKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  return { groupId };
}

/** Record type 4, version 0. */
export interface ConsumerGroupPartitionMetadataValue {
  topics: ConsumerGroupPartitionMetadataValueTopicMetadata[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ConsumerGroupPartitionMetadataValueTopicMetadata {
  topicId: string;
  topicName: string;
  numPartitions: number;
  partitionMetadata: ConsumerGroupPartitionMetadataValuePartitionMetadata[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ConsumerGroupPartitionMetadataValuePartitionMetadata {
  partition: number;
  racks: string[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeConsumerGroupPartitionMetadataValue` takes. */
export interface ConsumerGroupPartitionMetadataValueDraft {
  topics: readonly ConsumerGroupPartitionMetadataValueTopicMetadataDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeConsumerGroupPartitionMetadataValue` takes, in part. */
export interface ConsumerGroupPartitionMetadataValueTopicMetadataDraft {
  topicId: string;
  topicName: string;
  numPartitions: number;
  partitionMetadata: readonly ConsumerGroupPartitionMetadataValuePartitionMetadataDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeConsumerGroupPartitionMetadataValue` takes, in part. */
export interface ConsumerGroupPartitionMetadataValuePartitionMetadataDraft {
  partition: number;
  racks: readonly string[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupPartitionMetadataValue(
  writer: Writer,
  draft: ConsumerGroupPartitionMetadataValueDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupPartitionMetadataValue", version, 0, 0);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeConsumerGroupPartitionMetadataValueTopicMetadata(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupPartitionMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupPartitionMetadataValue {
  reader.begin("ConsumerGroupPartitionMetadataValue", version, 0, 0);
  const topics: ConsumerGroupPartitionMetadataValueTopicMetadata[] =
    decodeConsumerGroupPartitionMetadataValueTopicMetadataArray(
      reader,
      version,
      reader.count("topics", true, 23),
    );
  const unknownTaggedFields = reader.keepTags();
  return { topics, unknownTaggedFields };
}

function encodeConsumerGroupPartitionMetadataValueTopicMetadata(
  writer: Writer,
  draft: ConsumerGroupPartitionMetadataValueTopicMetadataDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  writer.string(draft.topicName, true);
  writer.int32(draft.numPartitions);
  const partitionMetadata = draft.partitionMetadata;
  writer.count(partitionMetadata.length, true);
  for (const element of partitionMetadata)
    encodeConsumerGroupPartitionMetadataValuePartitionMetadata(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeConsumerGroupPartitionMetadataValueTopicMetadata(
  reader: Reader,
  version: number,
): ConsumerGroupPartitionMetadataValueTopicMetadata {
  const topicId = reader.uuid("TopicMetadata.topicId");
  const topicName = reader.string("TopicMetadata.topicName", true);
  const numPartitions = reader.int32("TopicMetadata.numPartitions");
  const partitionMetadata: ConsumerGroupPartitionMetadataValuePartitionMetadata[] =
    decodeConsumerGroupPartitionMetadataValuePartitionMetadataArray(
      reader,
      version,
      reader.count("TopicMetadata.partitionMetadata", true, 6),
    );
  const unknownTaggedFields = reader.keepTags();
  return { topicId, topicName, numPartitions, partitionMetadata, unknownTaggedFields };
}

function encodeConsumerGroupPartitionMetadataValuePartitionMetadata(
  writer: Writer,
  draft: ConsumerGroupPartitionMetadataValuePartitionMetadataDraft,
  _version: number,
): void {
  writer.int32(draft.partition);
  const racks = draft.racks;
  writer.count(racks.length, true);
  for (const element of racks) writer.string(element, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeConsumerGroupPartitionMetadataValuePartitionMetadata(
  reader: Reader,
  _version: number,
): ConsumerGroupPartitionMetadataValuePartitionMetadata {
  const partition = reader.int32("PartitionMetadata.partition");
  const racks: string[] = readStringArray(
    reader,
    "PartitionMetadata.racks",
    reader.count("PartitionMetadata.racks", true, 1),
    true,
  );
  const unknownTaggedFields = reader.keepTags();
  return { partition, racks, unknownTaggedFields };
}

function decodeConsumerGroupPartitionMetadataValueTopicMetadataArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupPartitionMetadataValueTopicMetadata[] {
  const elements: ConsumerGroupPartitionMetadataValueTopicMetadata[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerGroupPartitionMetadataValueTopicMetadata(reader, version));
  return elements;
}

function decodeConsumerGroupPartitionMetadataValuePartitionMetadataArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupPartitionMetadataValuePartitionMetadata[] {
  const elements: ConsumerGroupPartitionMetadataValuePartitionMetadata[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerGroupPartitionMetadataValuePartitionMetadata(reader, version));
  return elements;
}
