// Generated from schema/storage/remote-log-segment-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** Tiered storage: a segment is being copied away. Record type 0, version 0. */
export interface RemoteLogSegmentMetadataRecord {
  remoteLogSegmentId: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry;
  startOffset: number;
  endOffset: number;
  brokerId: number;
  maxTimestampMs: number;
  eventTimestampMs: number;
  segmentLeaderEpochs: RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry[];
  segmentSizeInBytes: number;
  customMetadata: Uint8Array | null;
  remoteLogSegmentState: number;
  txnIndexEmpty: boolean;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry {
  topicIdPartition: RemoteLogSegmentMetadataRecordTopicIdPartitionEntry;
  id: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface RemoteLogSegmentMetadataRecordTopicIdPartitionEntry {
  name: string;
  id: string;
  partition: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry {
  leaderEpoch: number;
  offset: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeRemoteLogSegmentMetadataRecord` takes. */
export interface RemoteLogSegmentMetadataRecordDraft {
  remoteLogSegmentId: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntryDraft;
  startOffset: number;
  endOffset: number;
  brokerId: number;
  maxTimestampMs: number;
  eventTimestampMs: number;
  segmentLeaderEpochs: readonly RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryDraft[];
  segmentSizeInBytes: number;
  customMetadata?: Uint8Array | null | undefined;
  remoteLogSegmentState: number;
  txnIndexEmpty?: boolean | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeRemoteLogSegmentMetadataRecord` takes, in part. */
export interface RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntryDraft {
  topicIdPartition: RemoteLogSegmentMetadataRecordTopicIdPartitionEntryDraft;
  id: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeRemoteLogSegmentMetadataRecord` takes, in part. */
export interface RemoteLogSegmentMetadataRecordTopicIdPartitionEntryDraft {
  name: string;
  id: string;
  partition: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeRemoteLogSegmentMetadataRecord` takes, in part. */
export interface RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryDraft {
  leaderEpoch: number;
  offset: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRemoteLogSegmentMetadataRecord(
  writer: Writer,
  draft: RemoteLogSegmentMetadataRecordDraft,
  version: number,
): void {
  checkVersion("RemoteLogSegmentMetadataRecord", version, 0, 0);
  const remoteLogSegmentId = draft.remoteLogSegmentId;
  encodeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(writer, remoteLogSegmentId, version);
  writer.int64(draft.startOffset);
  writer.int64(draft.endOffset);
  writer.int32(draft.brokerId);
  writer.int64(draft.maxTimestampMs);
  writer.int64(draft.eventTimestampMs);
  const segmentLeaderEpochs = draft.segmentLeaderEpochs;
  writer.count(segmentLeaderEpochs.length, true);
  for (const element of segmentLeaderEpochs)
    encodeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(writer, element, version);
  writer.int32(draft.segmentSizeInBytes);
  writer.nullableBytes(draft.customMetadata ?? null, true);
  writer.int8(draft.remoteLogSegmentState);
  const txnIndexEmpty = draft.txnIndexEmpty ?? false;
  const hasTxnIndexEmpty = txnIndexEmpty !== false;
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint((hasTxnIndexEmpty ? 1 : 0) + unknown.length);
  let next = 0;
  if (hasTxnIndexEmpty) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    writer.bool(txnIndexEmpty);
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRemoteLogSegmentMetadataRecord(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataRecord {
  reader.begin("RemoteLogSegmentMetadataRecord", version, 0, 0);
  const remoteLogSegmentId = decodeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(
    reader,
    version,
  );
  const startOffset = reader.int64("startOffset");
  const endOffset = reader.int64("endOffset");
  const brokerId = reader.int32("brokerId");
  const maxTimestampMs = reader.int64("maxTimestampMs");
  const eventTimestampMs = reader.int64("eventTimestampMs");
  const segmentLeaderEpochs: RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry[] =
    decodeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryArray(
      reader,
      version,
      reader.count("segmentLeaderEpochs", true, 13),
    );
  const segmentSizeInBytes = reader.int32("segmentSizeInBytes");
  const customMetadata = reader.nullableBytes("customMetadata", true);
  const remoteLogSegmentState = reader.int8("remoteLogSegmentState");
  let txnIndexEmpty: boolean = false;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      txnIndexEmpty = reader.bool("txnIndexEmpty");
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return {
    remoteLogSegmentId,
    startOffset,
    endOffset,
    brokerId,
    maxTimestampMs,
    eventTimestampMs,
    segmentLeaderEpochs,
    segmentSizeInBytes,
    customMetadata,
    remoteLogSegmentState,
    txnIndexEmpty,
    unknownTaggedFields,
  };
}

function encodeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(
  writer: Writer,
  draft: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntryDraft,
  version: number,
): void {
  const topicIdPartition = draft.topicIdPartition;
  encodeRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(writer, topicIdPartition, version);
  writer.uuid(draft.id);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry {
  const topicIdPartition = decodeRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(
    reader,
    version,
  );
  const id = reader.uuid("RemoteLogSegmentIdEntry.id");
  const unknownTaggedFields = reader.keepTags();
  return { topicIdPartition, id, unknownTaggedFields };
}

function encodeRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(
  writer: Writer,
  draft: RemoteLogSegmentMetadataRecordTopicIdPartitionEntryDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.uuid(draft.id);
  writer.int32(draft.partition);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(
  reader: Reader,
  _version: number,
): RemoteLogSegmentMetadataRecordTopicIdPartitionEntry {
  const name = reader.string("TopicIdPartitionEntry.name", true);
  const id = reader.uuid("TopicIdPartitionEntry.id");
  const partition = reader.int32("TopicIdPartitionEntry.partition");
  const unknownTaggedFields = reader.keepTags();
  return { name, id, partition, unknownTaggedFields };
}

function encodeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(
  writer: Writer,
  draft: RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryDraft,
  _version: number,
): void {
  writer.int32(draft.leaderEpoch);
  writer.int64(draft.offset);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(
  reader: Reader,
  _version: number,
): RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry {
  const leaderEpoch = reader.int32("SegmentLeaderEpochEntry.leaderEpoch");
  const offset = reader.int64("SegmentLeaderEpochEntry.offset");
  const unknownTaggedFields = reader.keepTags();
  return { leaderEpoch, offset, unknownTaggedFields };
}

function decodeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryArray(
  reader: Reader,
  version: number,
  count: number,
): RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry[] {
  const elements: RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(reader, version));
  return elements;
}
