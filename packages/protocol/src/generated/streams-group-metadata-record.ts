// Generated from schema/group/streams-group-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A streams group (KIP-1071): its epoch. Record type 17, version 0. */
export interface StreamsGroupMetadataKey {
  groupId: string;
}

/** What `encodeStreamsGroupMetadataKey` takes. */
export interface StreamsGroupMetadataKeyDraft {
  groupId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupMetadataKey(
  writer: Writer,
  draft: StreamsGroupMetadataKeyDraft,
  version: number,
): void {
  checkVersion("StreamsGroupMetadataKey", version, 0, 0);
  writer.string(draft.groupId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupMetadataKey(
  reader: Reader,
  version: number,
): StreamsGroupMetadataKey {
  reader.begin("StreamsGroupMetadataKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  return { groupId };
}

/** Record type 17, version 0. */
export interface StreamsGroupMetadataValue {
  epoch: number;
  metadataHash: bigint;
  validatedTopologyEpoch: number;
  /** Null is written: the default is an empty array. */
  lastAssignmentConfigs: StreamsGroupMetadataValueLastAssignmentConfig[] | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface StreamsGroupMetadataValueLastAssignmentConfig {
  key: string;
  value: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeStreamsGroupMetadataValue` takes. */
export interface StreamsGroupMetadataValueDraft {
  epoch: number;
  metadataHash: bigint;
  validatedTopologyEpoch?: number | undefined;
  lastAssignmentConfigs?:
    | readonly StreamsGroupMetadataValueLastAssignmentConfigDraft[]
    | null
    | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeStreamsGroupMetadataValue` takes, in part. */
export interface StreamsGroupMetadataValueLastAssignmentConfigDraft {
  key: string;
  value: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupMetadataValue(
  writer: Writer,
  draft: StreamsGroupMetadataValueDraft,
  version: number,
): void {
  checkVersion("StreamsGroupMetadataValue", version, 0, 0);
  writer.int32(draft.epoch);
  writer.int64Bits(draft.metadataHash);
  const validatedTopologyEpoch = draft.validatedTopologyEpoch ?? -1;
  const hasValidatedTopologyEpoch = validatedTopologyEpoch !== -1;
  const lastAssignmentConfigs =
    draft.lastAssignmentConfigs === undefined ? [] : draft.lastAssignmentConfigs;
  const hasLastAssignmentConfigs =
    lastAssignmentConfigs === null || lastAssignmentConfigs.length > 0;
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(
    (hasValidatedTopologyEpoch ? 1 : 0) + (hasLastAssignmentConfigs ? 1 : 0) + unknown.length,
  );
  let next = 0;
  if (hasValidatedTopologyEpoch) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    writer.int32(validatedTopologyEpoch);
    writer.endTag(mark);
  }
  if (hasLastAssignmentConfigs) {
    next = writeUnknownTags(writer, unknown, next, 1);
    const mark = writer.beginTag(1);
    if (lastAssignmentConfigs === null) {
      writer.nullCount(true);
    } else {
      writer.count(lastAssignmentConfigs.length, true);
      for (const element of lastAssignmentConfigs)
        encodeStreamsGroupMetadataValueLastAssignmentConfig(writer, element, version);
    }
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupMetadataValue(
  reader: Reader,
  version: number,
): StreamsGroupMetadataValue {
  reader.begin("StreamsGroupMetadataValue", version, 0, 0);
  const epoch = reader.int32("epoch");
  const metadataHash = reader.int64Bits("metadataHash");
  let validatedTopologyEpoch: number = -1;
  let lastAssignmentConfigs: StreamsGroupMetadataValueLastAssignmentConfig[] | null = [];
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(2); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      validatedTopologyEpoch = reader.int32("validatedTopologyEpoch");
      reader.closeTag(tag, end);
    } else if (tag === 1) {
      lastAssignmentConfigs = decodeNullableStreamsGroupMetadataValueLastAssignmentConfigArray(
        reader,
        version,
        reader.nullableCount("lastAssignmentConfigs", true, 3),
      );
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return {
    epoch,
    metadataHash,
    validatedTopologyEpoch,
    lastAssignmentConfigs,
    unknownTaggedFields,
  };
}

function encodeStreamsGroupMetadataValueLastAssignmentConfig(
  writer: Writer,
  draft: StreamsGroupMetadataValueLastAssignmentConfigDraft,
  _version: number,
): void {
  writer.string(draft.key, true);
  writer.string(draft.value, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeStreamsGroupMetadataValueLastAssignmentConfig(
  reader: Reader,
  _version: number,
): StreamsGroupMetadataValueLastAssignmentConfig {
  const key = reader.string("LastAssignmentConfig.key", true);
  const value = reader.string("LastAssignmentConfig.value", true);
  const unknownTaggedFields = reader.keepTags();
  return { key, value, unknownTaggedFields };
}

function decodeNullableStreamsGroupMetadataValueLastAssignmentConfigArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupMetadataValueLastAssignmentConfig[] | null {
  return count < 0
    ? null
    : decodeStreamsGroupMetadataValueLastAssignmentConfigArray(reader, version, count);
}

function decodeStreamsGroupMetadataValueLastAssignmentConfigArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupMetadataValueLastAssignmentConfig[] {
  const elements: StreamsGroupMetadataValueLastAssignmentConfig[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupMetadataValueLastAssignmentConfig(reader, version));
  return elements;
}
