// Generated from schema/group/streams-group-current-member-assignment-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array, readNullableInt32Array } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** What a member of a streams group has now. Record type 22, version 0. */
export interface StreamsGroupCurrentMemberAssignmentKey {
  groupId: string;
  memberId: string;
}

/** What `encodeStreamsGroupCurrentMemberAssignmentKey` takes. */
export interface StreamsGroupCurrentMemberAssignmentKeyDraft {
  groupId: string;
  memberId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupCurrentMemberAssignmentKey(
  writer: Writer,
  draft: StreamsGroupCurrentMemberAssignmentKeyDraft,
  version: number,
): void {
  checkVersion("StreamsGroupCurrentMemberAssignmentKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.string(draft.memberId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupCurrentMemberAssignmentKey(
  reader: Reader,
  version: number,
): StreamsGroupCurrentMemberAssignmentKey {
  reader.begin("StreamsGroupCurrentMemberAssignmentKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const memberId = reader.string("memberId", false);
  return { groupId, memberId };
}

/** Record type 22, version 0. */
export interface StreamsGroupCurrentMemberAssignmentValue {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  activeTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  standbyTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  warmupTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  activeTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  standbyTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  warmupTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface StreamsGroupCurrentMemberAssignmentValueTaskIds {
  subtopologyId: string;
  partitions: number[];
  /** Null is written: the default is an empty array. */
  assignmentEpochs: number[] | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeStreamsGroupCurrentMemberAssignmentValue` takes. */
export interface StreamsGroupCurrentMemberAssignmentValueDraft {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  activeTasks: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsDraft[];
  standbyTasks: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsDraft[];
  warmupTasks: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsDraft[];
  activeTasksPendingRevocation: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsDraft[];
  standbyTasksPendingRevocation: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsDraft[];
  warmupTasksPendingRevocation: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeStreamsGroupCurrentMemberAssignmentValue` takes, in part. */
export interface StreamsGroupCurrentMemberAssignmentValueTaskIdsDraft {
  subtopologyId: string;
  partitions: readonly number[];
  assignmentEpochs?: readonly number[] | null | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupCurrentMemberAssignmentValue(
  writer: Writer,
  draft: StreamsGroupCurrentMemberAssignmentValueDraft,
  version: number,
): void {
  checkVersion("StreamsGroupCurrentMemberAssignmentValue", version, 0, 0);
  writer.int32(draft.memberEpoch);
  writer.int32(draft.previousMemberEpoch);
  writer.int8(draft.state);
  const activeTasks = draft.activeTasks;
  writer.count(activeTasks.length, true);
  for (const element of activeTasks)
    encodeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, element, version);
  const standbyTasks = draft.standbyTasks;
  writer.count(standbyTasks.length, true);
  for (const element of standbyTasks)
    encodeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, element, version);
  const warmupTasks = draft.warmupTasks;
  writer.count(warmupTasks.length, true);
  for (const element of warmupTasks)
    encodeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, element, version);
  const activeTasksPendingRevocation = draft.activeTasksPendingRevocation;
  writer.count(activeTasksPendingRevocation.length, true);
  for (const element of activeTasksPendingRevocation)
    encodeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, element, version);
  const standbyTasksPendingRevocation = draft.standbyTasksPendingRevocation;
  writer.count(standbyTasksPendingRevocation.length, true);
  for (const element of standbyTasksPendingRevocation)
    encodeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, element, version);
  const warmupTasksPendingRevocation = draft.warmupTasksPendingRevocation;
  writer.count(warmupTasksPendingRevocation.length, true);
  for (const element of warmupTasksPendingRevocation)
    encodeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupCurrentMemberAssignmentValue(
  reader: Reader,
  version: number,
): StreamsGroupCurrentMemberAssignmentValue {
  reader.begin("StreamsGroupCurrentMemberAssignmentValue", version, 0, 0);
  const memberEpoch = reader.int32("memberEpoch");
  const previousMemberEpoch = reader.int32("previousMemberEpoch");
  const state = reader.int8("state");
  const activeTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[] =
    decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
      reader,
      version,
      reader.count("activeTasks", true, 3),
    );
  const standbyTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[] =
    decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
      reader,
      version,
      reader.count("standbyTasks", true, 3),
    );
  const warmupTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[] =
    decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
      reader,
      version,
      reader.count("warmupTasks", true, 3),
    );
  const activeTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[] =
    decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
      reader,
      version,
      reader.count("activeTasksPendingRevocation", true, 3),
    );
  const standbyTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[] =
    decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
      reader,
      version,
      reader.count("standbyTasksPendingRevocation", true, 3),
    );
  const warmupTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[] =
    decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
      reader,
      version,
      reader.count("warmupTasksPendingRevocation", true, 3),
    );
  const unknownTaggedFields = reader.keepTags();
  return {
    memberEpoch,
    previousMemberEpoch,
    state,
    activeTasks,
    standbyTasks,
    warmupTasks,
    activeTasksPendingRevocation,
    standbyTasksPendingRevocation,
    warmupTasksPendingRevocation,
    unknownTaggedFields,
  };
}

function encodeStreamsGroupCurrentMemberAssignmentValueTaskIds(
  writer: Writer,
  draft: StreamsGroupCurrentMemberAssignmentValueTaskIdsDraft,
  _version: number,
): void {
  writer.string(draft.subtopologyId, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  const assignmentEpochs = draft.assignmentEpochs === undefined ? [] : draft.assignmentEpochs;
  const hasAssignmentEpochs = assignmentEpochs === null || assignmentEpochs.length > 0;
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint((hasAssignmentEpochs ? 1 : 0) + unknown.length);
  let next = 0;
  if (hasAssignmentEpochs) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    if (assignmentEpochs === null) {
      writer.nullCount(true);
    } else {
      writer.count(assignmentEpochs.length, true);
      for (const element of assignmentEpochs) writer.int32(element);
    }
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

function decodeStreamsGroupCurrentMemberAssignmentValueTaskIds(
  reader: Reader,
  _version: number,
): StreamsGroupCurrentMemberAssignmentValueTaskIds {
  const subtopologyId = reader.string("TaskIds.subtopologyId", true);
  const partitions: number[] = readInt32Array(
    reader,
    "TaskIds.partitions",
    reader.count("TaskIds.partitions", true, 4),
  );
  let assignmentEpochs: number[] | null = [];
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      assignmentEpochs = readNullableInt32Array(
        reader,
        "TaskIds.assignmentEpochs",
        reader.nullableCount("TaskIds.assignmentEpochs", true, 4),
      );
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return { subtopologyId, partitions, assignmentEpochs, unknownTaggedFields };
}

function decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupCurrentMemberAssignmentValueTaskIds[] {
  const elements: StreamsGroupCurrentMemberAssignmentValueTaskIds[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupCurrentMemberAssignmentValueTaskIds(reader, version));
  return elements;
}
