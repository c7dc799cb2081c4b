// Generated from schema/group/streams-group-target-assignment-member-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** What a member of a streams group shall have. Record type 21, version 0. */
export interface StreamsGroupTargetAssignmentMemberKey {
  groupId: string;
  memberId: string;
}

/** What `encodeStreamsGroupTargetAssignmentMemberKey` takes. */
export interface StreamsGroupTargetAssignmentMemberKeyDraft {
  groupId: string;
  memberId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupTargetAssignmentMemberKey(
  writer: Writer,
  draft: StreamsGroupTargetAssignmentMemberKeyDraft,
  version: number,
): void {
  checkVersion("StreamsGroupTargetAssignmentMemberKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.string(draft.memberId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupTargetAssignmentMemberKey(
  reader: Reader,
  version: number,
): StreamsGroupTargetAssignmentMemberKey {
  reader.begin("StreamsGroupTargetAssignmentMemberKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const memberId = reader.string("memberId", false);
  return { groupId, memberId };
}

/** Record type 21, version 0. */
export interface StreamsGroupTargetAssignmentMemberValue {
  activeTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[];
  standbyTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[];
  warmupTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface StreamsGroupTargetAssignmentMemberValueTaskIds {
  subtopologyId: string;
  partitions: number[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeStreamsGroupTargetAssignmentMemberValue` takes. */
export interface StreamsGroupTargetAssignmentMemberValueDraft {
  activeTasks: readonly StreamsGroupTargetAssignmentMemberValueTaskIdsDraft[];
  standbyTasks: readonly StreamsGroupTargetAssignmentMemberValueTaskIdsDraft[];
  warmupTasks: readonly StreamsGroupTargetAssignmentMemberValueTaskIdsDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeStreamsGroupTargetAssignmentMemberValue` takes, in part. */
export interface StreamsGroupTargetAssignmentMemberValueTaskIdsDraft {
  subtopologyId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupTargetAssignmentMemberValue(
  writer: Writer,
  draft: StreamsGroupTargetAssignmentMemberValueDraft,
  version: number,
): void {
  checkVersion("StreamsGroupTargetAssignmentMemberValue", version, 0, 0);
  const activeTasks = draft.activeTasks;
  writer.count(activeTasks.length, true);
  for (const element of activeTasks)
    encodeStreamsGroupTargetAssignmentMemberValueTaskIds(writer, element, version);
  const standbyTasks = draft.standbyTasks;
  writer.count(standbyTasks.length, true);
  for (const element of standbyTasks)
    encodeStreamsGroupTargetAssignmentMemberValueTaskIds(writer, element, version);
  const warmupTasks = draft.warmupTasks;
  writer.count(warmupTasks.length, true);
  for (const element of warmupTasks)
    encodeStreamsGroupTargetAssignmentMemberValueTaskIds(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupTargetAssignmentMemberValue(
  reader: Reader,
  version: number,
): StreamsGroupTargetAssignmentMemberValue {
  reader.begin("StreamsGroupTargetAssignmentMemberValue", version, 0, 0);
  const activeTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[] =
    decodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(
      reader,
      version,
      reader.count("activeTasks", true, 3),
    );
  const standbyTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[] =
    decodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(
      reader,
      version,
      reader.count("standbyTasks", true, 3),
    );
  const warmupTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[] =
    decodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(
      reader,
      version,
      reader.count("warmupTasks", true, 3),
    );
  const unknownTaggedFields = reader.keepTags();
  return { activeTasks, standbyTasks, warmupTasks, unknownTaggedFields };
}

function encodeStreamsGroupTargetAssignmentMemberValueTaskIds(
  writer: Writer,
  draft: StreamsGroupTargetAssignmentMemberValueTaskIdsDraft,
  _version: number,
): void {
  writer.string(draft.subtopologyId, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeStreamsGroupTargetAssignmentMemberValueTaskIds(
  reader: Reader,
  _version: number,
): StreamsGroupTargetAssignmentMemberValueTaskIds {
  const subtopologyId = reader.string("TaskIds.subtopologyId", true);
  const partitions: number[] = readInt32Array(
    reader,
    "TaskIds.partitions",
    reader.count("TaskIds.partitions", true, 4),
  );
  const unknownTaggedFields = reader.keepTags();
  return { subtopologyId, partitions, unknownTaggedFields };
}

function decodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupTargetAssignmentMemberValueTaskIds[] {
  const elements: StreamsGroupTargetAssignmentMemberValueTaskIds[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupTargetAssignmentMemberValueTaskIds(reader, version));
  return elements;
}
