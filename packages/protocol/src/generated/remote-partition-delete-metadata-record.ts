// Generated from schema/storage/remote-partition-delete-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** Tiered storage: a partition's copies are being deleted. Record type 2, version 0. */
export interface RemotePartitionDeleteMetadataRecord {
  topicIdPartition: RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry;
  brokerId: number;
  eventTimestampMs: number;
  remotePartitionDeleteState: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry {
  name: string;
  id: string;
  partition: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeRemotePartitionDeleteMetadataRecord` takes. */
export interface RemotePartitionDeleteMetadataRecordDraft {
  topicIdPartition: RemotePartitionDeleteMetadataRecordTopicIdPartitionEntryDraft;
  brokerId: number;
  eventTimestampMs: number;
  remotePartitionDeleteState: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeRemotePartitionDeleteMetadataRecord` takes, in part. */
export interface RemotePartitionDeleteMetadataRecordTopicIdPartitionEntryDraft {
  name: string;
  id: string;
  partition: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRemotePartitionDeleteMetadataRecord(
  writer: Writer,
  draft: RemotePartitionDeleteMetadataRecordDraft,
  version: number,
): void {
  checkVersion("RemotePartitionDeleteMetadataRecord", version, 0, 0);
  const topicIdPartition = draft.topicIdPartition;
  encodeRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(writer, topicIdPartition, version);
  writer.int32(draft.brokerId);
  writer.int64(draft.eventTimestampMs);
  writer.int8(draft.remotePartitionDeleteState);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRemotePartitionDeleteMetadataRecord(
  reader: Reader,
  version: number,
): RemotePartitionDeleteMetadataRecord {
  reader.begin("RemotePartitionDeleteMetadataRecord", version, 0, 0);
  const topicIdPartition = decodeRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(
    reader,
    version,
  );
  const brokerId = reader.int32("brokerId");
  const eventTimestampMs = reader.int64("eventTimestampMs");
  const remotePartitionDeleteState = reader.int8("remotePartitionDeleteState");
  const unknownTaggedFields = reader.keepTags();
  return {
    topicIdPartition,
    brokerId,
    eventTimestampMs,
    remotePartitionDeleteState,
    unknownTaggedFields,
  };
}

function encodeRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(
  writer: Writer,
  draft: RemotePartitionDeleteMetadataRecordTopicIdPartitionEntryDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.uuid(draft.id);
  writer.int32(draft.partition);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(
  reader: Reader,
  _version: number,
): RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry {
  const name = reader.string("TopicIdPartitionEntry.name", true);
  const id = reader.uuid("TopicIdPartitionEntry.id");
  const partition = reader.int32("TopicIdPartitionEntry.partition");
  const unknownTaggedFields = reader.keepTags();
  return { name, id, partition, unknownTaggedFields };
}
