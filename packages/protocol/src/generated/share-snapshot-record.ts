// Generated from schema/share/share-snapshot-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * The whole delivery state of a share partition, in `__share_group_state`. Record type 0,
 * version 0.
 */
export interface ShareSnapshotKey {
  groupId: string;
  topicId: string;
  partition: number;
}

/** What `encodeShareSnapshotKey` takes. */
export interface ShareSnapshotKeyDraft {
  groupId: string;
  topicId: string;
  partition: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareSnapshotKey(
  writer: Writer,
  draft: ShareSnapshotKeyDraft,
  version: number,
): void {
  checkVersion("ShareSnapshotKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.uuid(draft.topicId);
  writer.int32(draft.partition);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareSnapshotKey(reader: Reader, version: number): ShareSnapshotKey {
  reader.begin("ShareSnapshotKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const topicId = reader.uuid("topicId");
  const partition = reader.int32("partition");
  return { groupId, topicId, partition };
}

/** Record type 0, version 0. */
export interface ShareSnapshotValue {
  snapshotEpoch: number;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount: number;
  createTimestamp: number;
  writeTimestamp: number;
  stateBatches: ShareSnapshotValueStateBatch[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ShareSnapshotValueStateBatch {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeShareSnapshotValue` takes. */
export interface ShareSnapshotValueDraft {
  snapshotEpoch: number;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount?: number | undefined;
  createTimestamp: number;
  writeTimestamp: number;
  stateBatches: readonly ShareSnapshotValueStateBatchDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeShareSnapshotValue` takes, in part. */
export interface ShareSnapshotValueStateBatchDraft {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareSnapshotValue(
  writer: Writer,
  draft: ShareSnapshotValueDraft,
  version: number,
): void {
  checkVersion("ShareSnapshotValue", version, 0, 0);
  writer.int32(draft.snapshotEpoch);
  writer.int32(draft.stateEpoch);
  writer.int32(draft.leaderEpoch);
  writer.int64(draft.startOffset);
  writer.int64(draft.createTimestamp);
  writer.int64(draft.writeTimestamp);
  const stateBatches = draft.stateBatches;
  writer.count(stateBatches.length, true);
  for (const element of stateBatches) encodeShareSnapshotValueStateBatch(writer, element, version);
  const deliveryCompleteCount = draft.deliveryCompleteCount ?? -1;
  const hasDeliveryCompleteCount = deliveryCompleteCount !== -1;
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint((hasDeliveryCompleteCount ? 1 : 0) + unknown.length);
  let next = 0;
  if (hasDeliveryCompleteCount) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    writer.int32(deliveryCompleteCount);
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareSnapshotValue(reader: Reader, version: number): ShareSnapshotValue {
  reader.begin("ShareSnapshotValue", version, 0, 0);
  const snapshotEpoch = reader.int32("snapshotEpoch");
  const stateEpoch = reader.int32("stateEpoch");
  const leaderEpoch = reader.int32("leaderEpoch");
  const startOffset = reader.int64("startOffset");
  const createTimestamp = reader.int64("createTimestamp");
  const writeTimestamp = reader.int64("writeTimestamp");
  const stateBatches: ShareSnapshotValueStateBatch[] = decodeShareSnapshotValueStateBatchArray(
    reader,
    version,
    reader.count("stateBatches", true, 20),
  );
  let deliveryCompleteCount: number = -1;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      deliveryCompleteCount = reader.int32("deliveryCompleteCount");
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return {
    snapshotEpoch,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount,
    createTimestamp,
    writeTimestamp,
    stateBatches,
    unknownTaggedFields,
  };
}

function encodeShareSnapshotValueStateBatch(
  writer: Writer,
  draft: ShareSnapshotValueStateBatchDraft,
  _version: number,
): void {
  writer.int64(draft.firstOffset);
  writer.int64(draft.lastOffset);
  writer.int8(draft.deliveryState);
  writer.int16(draft.deliveryCount);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeShareSnapshotValueStateBatch(
  reader: Reader,
  _version: number,
): ShareSnapshotValueStateBatch {
  const firstOffset = reader.int64("StateBatch.firstOffset");
  const lastOffset = reader.int64("StateBatch.lastOffset");
  const deliveryState = reader.int8("StateBatch.deliveryState");
  const deliveryCount = reader.int16("StateBatch.deliveryCount");
  const unknownTaggedFields = reader.keepTags();
  return { firstOffset, lastOffset, deliveryState, deliveryCount, unknownTaggedFields };
}

function decodeShareSnapshotValueStateBatchArray(
  reader: Reader,
  version: number,
  count: number,
): ShareSnapshotValueStateBatch[] {
  const elements: ShareSnapshotValueStateBatch[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareSnapshotValueStateBatch(reader, version));
  return elements;
}
