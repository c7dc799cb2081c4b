// Generated from schema/group/offset-commit-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** How far a group has read a partition. Record type 1, version 0. */
export interface OffsetCommitKey {
  group: string;
  topic: string;
  partition: number;
}

/** What `encodeOffsetCommitKey` takes. */
export interface OffsetCommitKeyDraft {
  group: string;
  topic: string;
  partition: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeOffsetCommitKey(
  writer: Writer,
  draft: OffsetCommitKeyDraft,
  version: number,
): void {
  checkVersion("OffsetCommitKey", version, 0, 0);
  writer.string(draft.group, false);
  writer.string(draft.topic, false);
  writer.int32(draft.partition);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeOffsetCommitKey(reader: Reader, version: number): OffsetCommitKey {
  reader.begin("OffsetCommitKey", version, 0, 0);
  const group = reader.string("group", false);
  const topic = reader.string("topic", false);
  const partition = reader.int32("partition");
  return { group, topic, partition };
}

/** Record type 1, versions 0-4. */
export interface OffsetCommitValue {
  offset: number;
  /** Versions 3 and later. */
  leaderEpoch: number;
  metadata: string;
  commitTimestamp: number;
  /** Version 1. */
  expireTimestamp: number;
  /** Version 4. */
  topicId: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeOffsetCommitValue` takes. */
export interface OffsetCommitValueDraft {
  offset: number;
  leaderEpoch?: number | undefined;
  metadata: string;
  commitTimestamp: number;
  expireTimestamp?: number | undefined;
  topicId?: string | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeOffsetCommitValue(
  writer: Writer,
  draft: OffsetCommitValueDraft,
  version: number,
): void {
  checkVersion("OffsetCommitValue", version, 0, 4);
  const flexible = version >= 4;
  writer.int64(draft.offset);
  if (version >= 3) {
    writer.int32(draft.leaderEpoch ?? -1);
  }
  writer.string(draft.metadata, flexible);
  writer.int64(draft.commitTimestamp);
  if (version === 1) {
    writer.int64(draft.expireTimestamp ?? -1);
  }
  const topicId = draft.topicId ?? ZERO_UUID;
  const hasTopicId = version >= 4 && topicId !== ZERO_UUID;
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  if (flexible) {
    writer.uvarint((hasTopicId ? 1 : 0) + unknown.length);
    let next = 0;
    if (hasTopicId) {
      next = writeUnknownTags(writer, unknown, next, 0);
      const mark = writer.beginTag(0);
      writer.uuid(topicId);
      writer.endTag(mark);
    }
    writeUnknownTags(writer, unknown, next, Infinity);
  } else if (unknown.length > 0) {
    throw unsupportedField("OffsetCommitValue", "unknownTaggedFields", version);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeOffsetCommitValue(reader: Reader, version: number): OffsetCommitValue {
  reader.begin("OffsetCommitValue", version, 0, 4);
  const flexible = version >= 4;
  const offset = reader.int64("offset");
  const leaderEpoch = version >= 3 ? reader.int32("leaderEpoch") : -1;
  const metadata = reader.string("metadata", flexible);
  const commitTimestamp = reader.int64("commitTimestamp");
  const expireTimestamp = version === 1 ? reader.int64("expireTimestamp") : -1;
  let topicId: string = ZERO_UUID;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  if (flexible) {
    for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0) {
        topicId = reader.uuid("topicId");
        reader.closeTag(tag, end);
      } else {
        unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
      }
    }
  }
  return {
    offset,
    leaderEpoch,
    metadata,
    commitTimestamp,
    expireTimestamp,
    topicId,
    unknownTaggedFields,
  };
}
