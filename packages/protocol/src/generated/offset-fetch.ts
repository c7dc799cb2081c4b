// Generated from schema/api/offset-fetch.schema by `npm run gen`: change that file, not this one.
import { checkVersion, nullField, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** Asks how far groups have read. Api key 9, versions 1-10. */
export interface OffsetFetchRequest {
  /** Versions up to 7. */
  groupId: string;
  /** Versions up to 7. */
  topics: OffsetFetchRequestOffsetFetchRequestTopic[] | null;
  /** Versions 8 and later. */
  groups: OffsetFetchRequestOffsetFetchRequestGroup[];
  /** Versions 7 and later. */
  requireStable: boolean;
}

export interface OffsetFetchRequestOffsetFetchRequestTopic {
  name: string;
  partitionIndexes: number[];
}

export interface OffsetFetchRequestOffsetFetchRequestGroup {
  groupId: string;
  /** Versions 9 and later. */
  memberId: string | null;
  /** Versions 9 and later. */
  memberEpoch: number;
  topics: OffsetFetchRequestOffsetFetchRequestTopics[] | null;
}

export interface OffsetFetchRequestOffsetFetchRequestTopics {
  /** Versions up to 9. */
  name: string;
  /** Version 10. */
  topicId: string;
  partitionIndexes: number[];
}

/** What `encodeOffsetFetchRequest` takes. */
export interface OffsetFetchRequestDraft {
  groupId?: string | undefined;
  topics?: readonly OffsetFetchRequestOffsetFetchRequestTopicDraft[] | null | undefined;
  groups?: readonly OffsetFetchRequestOffsetFetchRequestGroupDraft[] | undefined;
  requireStable?: boolean | undefined;
}

/** What `encodeOffsetFetchRequest` takes, in part. */
export interface OffsetFetchRequestOffsetFetchRequestTopicDraft {
  name: string;
  partitionIndexes: readonly number[];
}

/** What `encodeOffsetFetchRequest` takes, in part. */
export interface OffsetFetchRequestOffsetFetchRequestGroupDraft {
  groupId: string;
  memberId?: string | null | undefined;
  memberEpoch?: number | undefined;
  topics: readonly OffsetFetchRequestOffsetFetchRequestTopicsDraft[] | null;
}

/** What `encodeOffsetFetchRequest` takes, in part. */
export interface OffsetFetchRequestOffsetFetchRequestTopicsDraft {
  name?: string | undefined;
  topicId?: string | undefined;
  partitionIndexes: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeOffsetFetchRequest(
  writer: Writer,
  draft: OffsetFetchRequestDraft,
  version: number,
): void {
  checkVersion("OffsetFetchRequest", version, 1, 10);
  const flexible = version >= 6;
  if (version <= 7) {
    writer.string(draft.groupId ?? "", flexible);
  } else if ((draft.groupId ?? "") !== "") {
    throw unsupportedField("OffsetFetchRequest", "groupId", version);
  }
  const topics = draft.topics === undefined ? [] : draft.topics;
  if (version <= 7) {
    if (topics === null) {
      if (version < 2) throw nullField("OffsetFetchRequest", "topics", version);
      writer.nullCount(flexible);
    } else {
      writer.count(topics.length, flexible);
      for (const element of topics)
        encodeOffsetFetchRequestOffsetFetchRequestTopic(writer, element, version);
    }
  } else if (topics === null || topics.length > 0) {
    throw unsupportedField("OffsetFetchRequest", "topics", version);
  }
  const groups = draft.groups ?? [];
  if (version >= 8) {
    writer.count(groups.length, flexible);
    for (const element of groups)
      encodeOffsetFetchRequestOffsetFetchRequestGroup(writer, element, version);
  } else if (groups.length > 0) {
    throw unsupportedField("OffsetFetchRequest", "groups", version);
  }
  if (version >= 7) {
    writer.bool(draft.requireStable ?? false);
  } else if ((draft.requireStable ?? false) !== false) {
    throw unsupportedField("OffsetFetchRequest", "requireStable", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeOffsetFetchRequest(reader: Reader, version: number): OffsetFetchRequest {
  reader.begin("OffsetFetchRequest", version, 1, 10);
  const flexible = version >= 6;
  const groupId = version <= 7 ? reader.string("groupId", flexible) : "";
  const topics: OffsetFetchRequestOffsetFetchRequestTopic[] | null =
    version <= 7
      ? version >= 2
        ? decodeNullableOffsetFetchRequestOffsetFetchRequestTopicArray(
            reader,
            version,
            reader.nullableCount("topics", flexible, version >= 6 ? 3 : 6),
          )
        : decodeOffsetFetchRequestOffsetFetchRequestTopicArray(
            reader,
            version,
            reader.count("topics", flexible, version >= 6 ? 3 : 6),
          )
      : [];
  const groups: OffsetFetchRequestOffsetFetchRequestGroup[] =
    version >= 8
      ? decodeOffsetFetchRequestOffsetFetchRequestGroupArray(
          reader,
          version,
          reader.count("groups", flexible, version >= 9 ? 8 : 3),
        )
      : [];
  const requireStable = version >= 7 ? reader.bool("requireStable") : false;
  if (flexible) reader.skipTags();
  return { groupId, topics, groups, requireStable };
}

function encodeOffsetFetchRequestOffsetFetchRequestTopic(
  writer: Writer,
  draft: OffsetFetchRequestOffsetFetchRequestTopicDraft,
  version: number,
): void {
  const flexible = version >= 6;
  writer.string(draft.name, flexible);
  const partitionIndexes = draft.partitionIndexes;
  writer.count(partitionIndexes.length, flexible);
  for (const element of partitionIndexes) writer.int32(element);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeOffsetFetchRequestOffsetFetchRequestTopic(
  reader: Reader,
  version: number,
): OffsetFetchRequestOffsetFetchRequestTopic {
  const flexible = version >= 6;
  const name = reader.string("OffsetFetchRequestTopic.name", flexible);
  const partitionIndexes: number[] = readInt32Array(
    reader,
    "OffsetFetchRequestTopic.partitionIndexes",
    reader.count("OffsetFetchRequestTopic.partitionIndexes", flexible, 4),
  );
  if (flexible) reader.skipTags();
  return { name, partitionIndexes };
}

function encodeOffsetFetchRequestOffsetFetchRequestGroup(
  writer: Writer,
  draft: OffsetFetchRequestOffsetFetchRequestGroupDraft,
  version: number,
): void {
  writer.string(draft.groupId, true);
  if (version >= 9) {
    writer.nullableString(draft.memberId ?? null, true);
  }
  if (version >= 9) {
    writer.int32(draft.memberEpoch ?? -1);
  }
  const topics = draft.topics;
  if (topics === null) {
    writer.nullCount(true);
  } else {
    writer.count(topics.length, true);
    for (const element of topics)
      encodeOffsetFetchRequestOffsetFetchRequestTopics(writer, element, version);
  }
  writer.uvarint(0);
}

function decodeOffsetFetchRequestOffsetFetchRequestGroup(
  reader: Reader,
  version: number,
): OffsetFetchRequestOffsetFetchRequestGroup {
  const groupId = reader.string("OffsetFetchRequestGroup.groupId", true);
  const memberId =
    version >= 9 ? reader.nullableString("OffsetFetchRequestGroup.memberId", true) : null;
  const memberEpoch = version >= 9 ? reader.int32("OffsetFetchRequestGroup.memberEpoch") : -1;
  const topics: OffsetFetchRequestOffsetFetchRequestTopics[] | null =
    decodeNullableOffsetFetchRequestOffsetFetchRequestTopicsArray(
      reader,
      version,
      reader.nullableCount("OffsetFetchRequestGroup.topics", true, version >= 10 ? 18 : 3),
    );
  reader.skipTags();
  return { groupId, memberId, memberEpoch, topics };
}

function encodeOffsetFetchRequestOffsetFetchRequestTopics(
  writer: Writer,
  draft: OffsetFetchRequestOffsetFetchRequestTopicsDraft,
  version: number,
): void {
  if (version <= 9) {
    writer.string(draft.name ?? "", true);
  }
  if (version >= 10) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  const partitionIndexes = draft.partitionIndexes;
  writer.count(partitionIndexes.length, true);
  for (const element of partitionIndexes) writer.int32(element);
  writer.uvarint(0);
}

function decodeOffsetFetchRequestOffsetFetchRequestTopics(
  reader: Reader,
  version: number,
): OffsetFetchRequestOffsetFetchRequestTopics {
  const name = version <= 9 ? reader.string("OffsetFetchRequestTopics.name", true) : "";
  const topicId = version >= 10 ? reader.uuid("OffsetFetchRequestTopics.topicId") : ZERO_UUID;
  const partitionIndexes: number[] = readInt32Array(
    reader,
    "OffsetFetchRequestTopics.partitionIndexes",
    reader.count("OffsetFetchRequestTopics.partitionIndexes", true, 4),
  );
  reader.skipTags();
  return { name, topicId, partitionIndexes };
}

function decodeOffsetFetchRequestOffsetFetchRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchRequestOffsetFetchRequestTopic[] {
  const elements: OffsetFetchRequestOffsetFetchRequestTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetFetchRequestOffsetFetchRequestTopic(reader, version));
  return elements;
}

function decodeNullableOffsetFetchRequestOffsetFetchRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchRequestOffsetFetchRequestTopic[] | null {
  return count < 0
    ? null
    : decodeOffsetFetchRequestOffsetFetchRequestTopicArray(reader, version, count);
}

function decodeOffsetFetchRequestOffsetFetchRequestGroupArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchRequestOffsetFetchRequestGroup[] {
  const elements: OffsetFetchRequestOffsetFetchRequestGroup[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetFetchRequestOffsetFetchRequestGroup(reader, version));
  return elements;
}

function decodeNullableOffsetFetchRequestOffsetFetchRequestTopicsArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchRequestOffsetFetchRequestTopics[] | null {
  return count < 0
    ? null
    : decodeOffsetFetchRequestOffsetFetchRequestTopicsArray(reader, version, count);
}

function decodeOffsetFetchRequestOffsetFetchRequestTopicsArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchRequestOffsetFetchRequestTopics[] {
  const elements: OffsetFetchRequestOffsetFetchRequestTopics[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetFetchRequestOffsetFetchRequestTopics(reader, version));
  return elements;
}

/** Api key 9, versions 1-10. */
export interface OffsetFetchResponse {
  /** Versions 3 and later. */
  throttleTimeMs: number;
  /** Versions up to 7. */
  topics: OffsetFetchResponseOffsetFetchResponseTopic[];
  /** Versions 2 to 7. */
  errorCode: number;
  /** Versions 8 and later. */
  groups: OffsetFetchResponseOffsetFetchResponseGroup[];
}

export interface OffsetFetchResponseOffsetFetchResponseTopic {
  name: string;
  partitions: OffsetFetchResponseOffsetFetchResponsePartition[];
}

export interface OffsetFetchResponseOffsetFetchResponsePartition {
  partitionIndex: number;
  committedOffset: number;
  /** Versions 5 and later. */
  committedLeaderEpoch: number;
  metadata: string | null;
  errorCode: number;
}

export interface OffsetFetchResponseOffsetFetchResponseGroup {
  groupId: string;
  topics: OffsetFetchResponseOffsetFetchResponseTopics[];
  errorCode: number;
}

export interface OffsetFetchResponseOffsetFetchResponseTopics {
  /** Versions up to 9. */
  name: string;
  /** Version 10. */
  topicId: string;
  partitions: OffsetFetchResponseOffsetFetchResponsePartitions[];
}

export interface OffsetFetchResponseOffsetFetchResponsePartitions {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch: number;
  metadata: string | null;
  errorCode: number;
}

/** What `encodeOffsetFetchResponse` takes. */
export interface OffsetFetchResponseDraft {
  throttleTimeMs?: number | undefined;
  topics?: readonly OffsetFetchResponseOffsetFetchResponseTopicDraft[] | undefined;
  errorCode?: number | undefined;
  groups?: readonly OffsetFetchResponseOffsetFetchResponseGroupDraft[] | undefined;
}

/** What `encodeOffsetFetchResponse` takes, in part. */
export interface OffsetFetchResponseOffsetFetchResponseTopicDraft {
  name: string;
  partitions: readonly OffsetFetchResponseOffsetFetchResponsePartitionDraft[];
}

/** What `encodeOffsetFetchResponse` takes, in part. */
export interface OffsetFetchResponseOffsetFetchResponsePartitionDraft {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch?: number | undefined;
  metadata: string | null;
  errorCode: number;
}

/** What `encodeOffsetFetchResponse` takes, in part. */
export interface OffsetFetchResponseOffsetFetchResponseGroupDraft {
  groupId: string;
  topics: readonly OffsetFetchResponseOffsetFetchResponseTopicsDraft[];
  errorCode?: number | undefined;
}

/** What `encodeOffsetFetchResponse` takes, in part. */
export interface OffsetFetchResponseOffsetFetchResponseTopicsDraft {
  name?: string | undefined;
  topicId?: string | undefined;
  partitions: readonly OffsetFetchResponseOffsetFetchResponsePartitionsDraft[];
}

/** What `encodeOffsetFetchResponse` takes, in part. */
export interface OffsetFetchResponseOffsetFetchResponsePartitionsDraft {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch?: number | undefined;
  metadata: string | null;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeOffsetFetchResponse(
  writer: Writer,
  draft: OffsetFetchResponseDraft,
  version: number,
): void {
  checkVersion("OffsetFetchResponse", version, 1, 10);
  const flexible = version >= 6;
  if (version >= 3) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  const topics = draft.topics ?? [];
  if (version <= 7) {
    writer.count(topics.length, flexible);
    for (const element of topics)
      encodeOffsetFetchResponseOffsetFetchResponseTopic(writer, element, version);
  } else if (topics.length > 0) {
    throw unsupportedField("OffsetFetchResponse", "topics", version);
  }
  if (version >= 2 && version <= 7) {
    writer.int16(draft.errorCode ?? 0);
  }
  const groups = draft.groups ?? [];
  if (version >= 8) {
    writer.count(groups.length, flexible);
    for (const element of groups)
      encodeOffsetFetchResponseOffsetFetchResponseGroup(writer, element, version);
  } else if (groups.length > 0) {
    throw unsupportedField("OffsetFetchResponse", "groups", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeOffsetFetchResponse(reader: Reader, version: number): OffsetFetchResponse {
  reader.begin("OffsetFetchResponse", version, 1, 10);
  const flexible = version >= 6;
  const throttleTimeMs = version >= 3 ? reader.int32("throttleTimeMs") : 0;
  const topics: OffsetFetchResponseOffsetFetchResponseTopic[] =
    version <= 7
      ? decodeOffsetFetchResponseOffsetFetchResponseTopicArray(
          reader,
          version,
          reader.count("topics", flexible, version >= 6 ? 3 : 6),
        )
      : [];
  const errorCode = version >= 2 && version <= 7 ? reader.int16("errorCode") : 0;
  const groups: OffsetFetchResponseOffsetFetchResponseGroup[] =
    version >= 8
      ? decodeOffsetFetchResponseOffsetFetchResponseGroupArray(
          reader,
          version,
          reader.count("groups", flexible, 5),
        )
      : [];
  if (flexible) reader.skipTags();
  return { throttleTimeMs, topics, errorCode, groups };
}

function encodeOffsetFetchResponseOffsetFetchResponseTopic(
  writer: Writer,
  draft: OffsetFetchResponseOffsetFetchResponseTopicDraft,
  version: number,
): void {
  const flexible = version >= 6;
  writer.string(draft.name, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeOffsetFetchResponseOffsetFetchResponsePartition(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeOffsetFetchResponseOffsetFetchResponseTopic(
  reader: Reader,
  version: number,
): OffsetFetchResponseOffsetFetchResponseTopic {
  const flexible = version >= 6;
  const name = reader.string("OffsetFetchResponseTopic.name", flexible);
  const partitions: OffsetFetchResponseOffsetFetchResponsePartition[] =
    decodeOffsetFetchResponseOffsetFetchResponsePartitionArray(
      reader,
      version,
      reader.count("OffsetFetchResponseTopic.partitions", flexible, version >= 5 ? 20 : 16),
    );
  if (flexible) reader.skipTags();
  return { name, partitions };
}

function encodeOffsetFetchResponseOffsetFetchResponsePartition(
  writer: Writer,
  draft: OffsetFetchResponseOffsetFetchResponsePartitionDraft,
  version: number,
): void {
  const flexible = version >= 6;
  writer.int32(draft.partitionIndex);
  writer.int64(draft.committedOffset);
  if (version >= 5) {
    writer.int32(draft.committedLeaderEpoch ?? -1);
  }
  writer.nullableString(draft.metadata, flexible);
  writer.int16(draft.errorCode);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeOffsetFetchResponseOffsetFetchResponsePartition(
  reader: Reader,
  version: number,
): OffsetFetchResponseOffsetFetchResponsePartition {
  const flexible = version >= 6;
  const partitionIndex = reader.int32("OffsetFetchResponsePartition.partitionIndex");
  const committedOffset = reader.int64("OffsetFetchResponsePartition.committedOffset");
  const committedLeaderEpoch =
    version >= 5 ? reader.int32("OffsetFetchResponsePartition.committedLeaderEpoch") : -1;
  const metadata = reader.nullableString("OffsetFetchResponsePartition.metadata", flexible);
  const errorCode = reader.int16("OffsetFetchResponsePartition.errorCode");
  if (flexible) reader.skipTags();
  return { partitionIndex, committedOffset, committedLeaderEpoch, metadata, errorCode };
}

function encodeOffsetFetchResponseOffsetFetchResponseGroup(
  writer: Writer,
  draft: OffsetFetchResponseOffsetFetchResponseGroupDraft,
  version: number,
): void {
  writer.string(draft.groupId, true);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeOffsetFetchResponseOffsetFetchResponseTopics(writer, element, version);
  writer.int16(draft.errorCode ?? 0);
  writer.uvarint(0);
}

function decodeOffsetFetchResponseOffsetFetchResponseGroup(
  reader: Reader,
  version: number,
): OffsetFetchResponseOffsetFetchResponseGroup {
  const groupId = reader.string("OffsetFetchResponseGroup.groupId", true);
  const topics: OffsetFetchResponseOffsetFetchResponseTopics[] =
    decodeOffsetFetchResponseOffsetFetchResponseTopicsArray(
      reader,
      version,
      reader.count("OffsetFetchResponseGroup.topics", true, version >= 10 ? 18 : 3),
    );
  const errorCode = reader.int16("OffsetFetchResponseGroup.errorCode");
  reader.skipTags();
  return { groupId, topics, errorCode };
}

function encodeOffsetFetchResponseOffsetFetchResponseTopics(
  writer: Writer,
  draft: OffsetFetchResponseOffsetFetchResponseTopicsDraft,
  version: number,
): void {
  if (version <= 9) {
    writer.string(draft.name ?? "", true);
  }
  if (version >= 10) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeOffsetFetchResponseOffsetFetchResponsePartitions(writer, element, version);
  writer.uvarint(0);
}

function decodeOffsetFetchResponseOffsetFetchResponseTopics(
  reader: Reader,
  version: number,
): OffsetFetchResponseOffsetFetchResponseTopics {
  const name = version <= 9 ? reader.string("OffsetFetchResponseTopics.name", true) : "";
  const topicId = version >= 10 ? reader.uuid("OffsetFetchResponseTopics.topicId") : ZERO_UUID;
  const partitions: OffsetFetchResponseOffsetFetchResponsePartitions[] =
    decodeOffsetFetchResponseOffsetFetchResponsePartitionsArray(
      reader,
      version,
      reader.count("OffsetFetchResponseTopics.partitions", true, 20),
    );
  reader.skipTags();
  return { name, topicId, partitions };
}

function encodeOffsetFetchResponseOffsetFetchResponsePartitions(
  writer: Writer,
  draft: OffsetFetchResponseOffsetFetchResponsePartitionsDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int64(draft.committedOffset);
  writer.int32(draft.committedLeaderEpoch ?? -1);
  writer.nullableString(draft.metadata, true);
  writer.int16(draft.errorCode);
  writer.uvarint(0);
}

function decodeOffsetFetchResponseOffsetFetchResponsePartitions(
  reader: Reader,
  _version: number,
): OffsetFetchResponseOffsetFetchResponsePartitions {
  const partitionIndex = reader.int32("OffsetFetchResponsePartitions.partitionIndex");
  const committedOffset = reader.int64("OffsetFetchResponsePartitions.committedOffset");
  const committedLeaderEpoch = reader.int32("OffsetFetchResponsePartitions.committedLeaderEpoch");
  const metadata = reader.nullableString("OffsetFetchResponsePartitions.metadata", true);
  const errorCode = reader.int16("OffsetFetchResponsePartitions.errorCode");
  reader.skipTags();
  return { partitionIndex, committedOffset, committedLeaderEpoch, metadata, errorCode };
}

function decodeOffsetFetchResponseOffsetFetchResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchResponseOffsetFetchResponseTopic[] {
  const elements: OffsetFetchResponseOffsetFetchResponseTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetFetchResponseOffsetFetchResponseTopic(reader, version));
  return elements;
}

function decodeOffsetFetchResponseOffsetFetchResponsePartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchResponseOffsetFetchResponsePartition[] {
  const elements: OffsetFetchResponseOffsetFetchResponsePartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetFetchResponseOffsetFetchResponsePartition(reader, version));
  return elements;
}

function decodeOffsetFetchResponseOffsetFetchResponseGroupArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchResponseOffsetFetchResponseGroup[] {
  const elements: OffsetFetchResponseOffsetFetchResponseGroup[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetFetchResponseOffsetFetchResponseGroup(reader, version));
  return elements;
}

function decodeOffsetFetchResponseOffsetFetchResponseTopicsArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchResponseOffsetFetchResponseTopics[] {
  const elements: OffsetFetchResponseOffsetFetchResponseTopics[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetFetchResponseOffsetFetchResponseTopics(reader, version));
  return elements;
}

function decodeOffsetFetchResponseOffsetFetchResponsePartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetFetchResponseOffsetFetchResponsePartitions[] {
  const elements: OffsetFetchResponseOffsetFetchResponsePartitions[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetFetchResponseOffsetFetchResponsePartitions(reader, version));
  return elements;
}
