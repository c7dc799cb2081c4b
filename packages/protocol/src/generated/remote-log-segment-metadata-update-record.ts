// Generated from schema/storage/remote-log-segment-metadata-update-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** Tiered storage: the state of a copied segment has changed. Record type 1, version 0. */
export interface RemoteLogSegmentMetadataUpdateRecord {
  remoteLogSegmentId: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry;
  brokerId: number;
  eventTimestampMs: number;
  customMetadata: Uint8Array | null;
  remoteLogSegmentState: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry {
  topicIdPartition: RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry;
  id: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry {
  name: string;
  id: string;
  partition: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeRemoteLogSegmentMetadataUpdateRecord` takes. */
export interface RemoteLogSegmentMetadataUpdateRecordDraft {
  remoteLogSegmentId: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntryDraft;
  brokerId: number;
  eventTimestampMs: number;
  customMetadata?: Uint8Array | null | undefined;
  remoteLogSegmentState: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeRemoteLogSegmentMetadataUpdateRecord` takes, in part. */
export interface RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntryDraft {
  topicIdPartition: RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntryDraft;
  id: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeRemoteLogSegmentMetadataUpdateRecord` takes, in part. */
export interface RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntryDraft {
  name: string;
  id: string;
  partition: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRemoteLogSegmentMetadataUpdateRecord(
  writer: Writer,
  draft: RemoteLogSegmentMetadataUpdateRecordDraft,
  version: number,
): void {
  checkVersion("RemoteLogSegmentMetadataUpdateRecord", version, 0, 0);
  const remoteLogSegmentId = draft.remoteLogSegmentId;
  encodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(
    writer,
    remoteLogSegmentId,
    version,
  );
  writer.int32(draft.brokerId);
  writer.int64(draft.eventTimestampMs);
  writer.nullableBytes(draft.customMetadata ?? null, true);
  writer.int8(draft.remoteLogSegmentState);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRemoteLogSegmentMetadataUpdateRecord(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataUpdateRecord {
  reader.begin("RemoteLogSegmentMetadataUpdateRecord", version, 0, 0);
  const remoteLogSegmentId = decodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(
    reader,
    version,
  );
  const brokerId = reader.int32("brokerId");
  const eventTimestampMs = reader.int64("eventTimestampMs");
  const customMetadata = reader.nullableBytes("customMetadata", true);
  const remoteLogSegmentState = reader.int8("remoteLogSegmentState");
  const unknownTaggedFields = reader.keepTags();
  return {
    remoteLogSegmentId,
    brokerId,
    eventTimestampMs,
    customMetadata,
    remoteLogSegmentState,
    unknownTaggedFields,
  };
}

function encodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(
  writer: Writer,
  draft: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntryDraft,
  version: number,
): void {
  const topicIdPartition = draft.topicIdPartition;
  encodeRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(
    writer,
    topicIdPartition,
    version,
  );
  writer.uuid(draft.id);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry {
  const topicIdPartition = decodeRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(
    reader,
    version,
  );
  const id = reader.uuid("RemoteLogSegmentIdEntry.id");
  const unknownTaggedFields = reader.keepTags();
  return { topicIdPartition, id, unknownTaggedFields };
}

function encodeRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(
  writer: Writer,
  draft: RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntryDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.uuid(draft.id);
  writer.int32(draft.partition);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(
  reader: Reader,
  _version: number,
): RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry {
  const name = reader.string("TopicIdPartitionEntry.name", true);
  const id = reader.uuid("TopicIdPartitionEntry.id");
  const partition = reader.int32("TopicIdPartitionEntry.partition");
  const unknownTaggedFields = reader.keepTags();
  return { name, id, partition, unknownTaggedFields };
}
