// Generated from schema/group/consumer-group-target-assignment-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** The epoch of a consumer group's target assignment. Record type 6, version 0. */
export interface ConsumerGroupTargetAssignmentMetadataKey {
  groupId: string;
}

/** What `encodeConsumerGroupTargetAssignmentMetadataKey` takes. */
export interface ConsumerGroupTargetAssignmentMetadataKeyDraft {
  groupId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupTargetAssignmentMetadataKey(
  writer: Writer,
  draft: ConsumerGroupTargetAssignmentMetadataKeyDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupTargetAssignmentMetadataKey", version, 0, 0);
  writer.string(draft.groupId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupTargetAssignmentMetadataKey(
  reader: Reader,
  version: number,
): ConsumerGroupTargetAssignmentMetadataKey {
  reader.begin("ConsumerGroupTargetAssignmentMetadataKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  return { groupId };
}

/** Record type 6, version 0. */
export interface ConsumerGroupTargetAssignmentMetadataValue {
  assignmentEpoch: number;
  assignmentTimestamp: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeConsumerGroupTargetAssignmentMetadataValue` takes. */
export interface ConsumerGroupTargetAssignmentMetadataValueDraft {
  assignmentEpoch: number;
  assignmentTimestamp?: number | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupTargetAssignmentMetadataValue(
  writer: Writer,
  draft: ConsumerGroupTargetAssignmentMetadataValueDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupTargetAssignmentMetadataValue", version, 0, 0);
  writer.int32(draft.assignmentEpoch);
  const assignmentTimestamp = draft.assignmentTimestamp ?? 0;
  const hasAssignmentTimestamp = assignmentTimestamp !== 0;
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint((hasAssignmentTimestamp ? 1 : 0) + unknown.length);
  let next = 0;
  if (hasAssignmentTimestamp) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    writer.int64(assignmentTimestamp);
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupTargetAssignmentMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupTargetAssignmentMetadataValue {
  reader.begin("ConsumerGroupTargetAssignmentMetadataValue", version, 0, 0);
  const assignmentEpoch = reader.int32("assignmentEpoch");
  let assignmentTimestamp: number = 0;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      assignmentTimestamp = reader.int64("assignmentTimestamp");
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return { assignmentEpoch, assignmentTimestamp, unknownTaggedFields };
}
