// Generated from schema/storage/remote-log-segment-metadata-snapshot-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** Tiered storage: one segment in a snapshot of its metadata. Record type 3, version 0. */
export interface RemoteLogSegmentMetadataSnapshotRecord {
  segmentId: string;
  startOffset: number;
  endOffset: number;
  brokerId: number;
  maxTimestampMs: number;
  eventTimestampMs: number;
  segmentLeaderEpochs: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry[];
  segmentSizeInBytes: number;
  customMetadata: Uint8Array | null;
  remoteLogSegmentState: number;
  txnIndexEmpty: boolean;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry {
  leaderEpoch: number;
  offset: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeRemoteLogSegmentMetadataSnapshotRecord` takes. */
export interface RemoteLogSegmentMetadataSnapshotRecordDraft {
  segmentId: string;
  startOffset: number;
  endOffset: number;
  brokerId: number;
  maxTimestampMs: number;
  eventTimestampMs: number;
  segmentLeaderEpochs: readonly RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryDraft[];
  segmentSizeInBytes: number;
  customMetadata?: Uint8Array | null | undefined;
  remoteLogSegmentState: number;
  txnIndexEmpty?: boolean | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeRemoteLogSegmentMetadataSnapshotRecord` takes, in part. */
export interface RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryDraft {
  leaderEpoch: number;
  offset: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRemoteLogSegmentMetadataSnapshotRecord(
  writer: Writer,
  draft: RemoteLogSegmentMetadataSnapshotRecordDraft,
  version: number,
): void {
  checkVersion("RemoteLogSegmentMetadataSnapshotRecord", version, 0, 0);
  writer.uuid(draft.segmentId);
  writer.int64(draft.startOffset);
  writer.int64(draft.endOffset);
  writer.int32(draft.brokerId);
  writer.int64(draft.maxTimestampMs);
  writer.int64(draft.eventTimestampMs);
  const segmentLeaderEpochs = draft.segmentLeaderEpochs;
  writer.count(segmentLeaderEpochs.length, true);
  for (const element of segmentLeaderEpochs)
    encodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(writer, element, version);
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
export function decodeRemoteLogSegmentMetadataSnapshotRecord(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataSnapshotRecord {
  reader.begin("RemoteLogSegmentMetadataSnapshotRecord", version, 0, 0);
  const segmentId = reader.uuid("segmentId");
  const startOffset = reader.int64("startOffset");
  const endOffset = reader.int64("endOffset");
  const brokerId = reader.int32("brokerId");
  const maxTimestampMs = reader.int64("maxTimestampMs");
  const eventTimestampMs = reader.int64("eventTimestampMs");
  const segmentLeaderEpochs: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry[] =
    decodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryArray(
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
    segmentId,
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

function encodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(
  writer: Writer,
  draft: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryDraft,
  _version: number,
): void {
  writer.int32(draft.leaderEpoch);
  writer.int64(draft.offset);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(
  reader: Reader,
  _version: number,
): RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry {
  const leaderEpoch = reader.int32("SegmentLeaderEpochEntry.leaderEpoch");
  const offset = reader.int64("SegmentLeaderEpochEntry.offset");
  const unknownTaggedFields = reader.keepTags();
  return { leaderEpoch, offset, unknownTaggedFields };
}

function decodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryArray(
  reader: Reader,
  version: number,
  count: number,
): RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry[] {
  const elements: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(reader, version),
    );
  return elements;
}
