// Generated from schema/share/share-update-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A change to the delivery state of a share partition. Record type 1, version 0. */
export interface ShareUpdateKey {
  groupId: string;
  topicId: string;
  partition: number;
}

/** What `encodeShareUpdateKey` takes. */
export interface ShareUpdateKeyDraft {
  groupId: string;
  topicId: string;
  partition: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareUpdateKey(
  writer: Writer,
  draft: ShareUpdateKeyDraft,
  version: number,
): void {
  checkVersion("ShareUpdateKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.uuid(draft.topicId);
  writer.int32(draft.partition);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareUpdateKey(reader: Reader, version: number): ShareUpdateKey {
  reader.begin("ShareUpdateKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const topicId = reader.uuid("topicId");
  const partition = reader.int32("partition");
  return { groupId, topicId, partition };
}

/** Record type 1, version 0. */
export interface ShareUpdateValue {
  snapshotEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount: number;
  stateBatches: ShareUpdateValueStateBatch[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ShareUpdateValueStateBatch {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeShareUpdateValue` takes. */
export interface ShareUpdateValueDraft {
  snapshotEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount?: number | undefined;
  stateBatches: readonly ShareUpdateValueStateBatchDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeShareUpdateValue` takes, in part. */
export interface ShareUpdateValueStateBatchDraft {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareUpdateValue(
  writer: Writer,
  draft: ShareUpdateValueDraft,
  version: number,
): void {
  checkVersion("ShareUpdateValue", version, 0, 0);
  writer.int32(draft.snapshotEpoch);
  writer.int32(draft.leaderEpoch);
  writer.int64(draft.startOffset);
  const stateBatches = draft.stateBatches;
  writer.count(stateBatches.length, true);
  for (const element of stateBatches) encodeShareUpdateValueStateBatch(writer, element, version);
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
export function decodeShareUpdateValue(reader: Reader, version: number): ShareUpdateValue {
  reader.begin("ShareUpdateValue", version, 0, 0);
  const snapshotEpoch = reader.int32("snapshotEpoch");
  const leaderEpoch = reader.int32("leaderEpoch");
  const startOffset = reader.int64("startOffset");
  const stateBatches: ShareUpdateValueStateBatch[] = decodeShareUpdateValueStateBatchArray(
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
    leaderEpoch,
    startOffset,
    deliveryCompleteCount,
    stateBatches,
    unknownTaggedFields,
  };
}

function encodeShareUpdateValueStateBatch(
  writer: Writer,
  draft: ShareUpdateValueStateBatchDraft,
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

function decodeShareUpdateValueStateBatch(
  reader: Reader,
  _version: number,
): ShareUpdateValueStateBatch {
  const firstOffset = reader.int64("StateBatch.firstOffset");
  const lastOffset = reader.int64("StateBatch.lastOffset");
  const deliveryState = reader.int8("StateBatch.deliveryState");
  const deliveryCount = reader.int16("StateBatch.deliveryCount");
  const unknownTaggedFields = reader.keepTags();
  return { firstOffset, lastOffset, deliveryState, deliveryCount, unknownTaggedFields };
}

function decodeShareUpdateValueStateBatchArray(
  reader: Reader,
  version: number,
  count: number,
): ShareUpdateValueStateBatch[] {
  const elements: ShareUpdateValueStateBatch[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeShareUpdateValueStateBatch(reader, version));
  return elements;
}
