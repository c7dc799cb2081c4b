// Generated from schema/api/offset-commit.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** Stores how far a group has read. Api key 8, versions 2-10. */
export interface OffsetCommitRequest {
  groupId: string;
  generationIdOrMemberEpoch: number;
  memberId: string;
  /** Versions 7 and later. */
  groupInstanceId: string | null;
  /** Versions up to 4. */
  retentionTimeMs: number;
  topics: OffsetCommitRequestOffsetCommitRequestTopic[];
}

export interface OffsetCommitRequestOffsetCommitRequestTopic {
  /** Versions up to 9. */
  name: string;
  /** Version 10. */
  topicId: string;
  partitions: OffsetCommitRequestOffsetCommitRequestPartition[];
}

export interface OffsetCommitRequestOffsetCommitRequestPartition {
  partitionIndex: number;
  committedOffset: number;
  /** Versions 6 and later. */
  committedLeaderEpoch: number;
  committedMetadata: string | null;
}

/** What `encodeOffsetCommitRequest` takes. */
export interface OffsetCommitRequestDraft {
  groupId: string;
  generationIdOrMemberEpoch?: number | undefined;
  memberId: string;
  groupInstanceId?: string | null | undefined;
  retentionTimeMs?: number | undefined;
  topics: readonly OffsetCommitRequestOffsetCommitRequestTopicDraft[];
}

/** What `encodeOffsetCommitRequest` takes, in part. */
export interface OffsetCommitRequestOffsetCommitRequestTopicDraft {
  name?: string | undefined;
  topicId?: string | undefined;
  partitions: readonly OffsetCommitRequestOffsetCommitRequestPartitionDraft[];
}

/** What `encodeOffsetCommitRequest` takes, in part. */
export interface OffsetCommitRequestOffsetCommitRequestPartitionDraft {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch?: number | undefined;
  committedMetadata: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeOffsetCommitRequest(
  writer: Writer,
  draft: OffsetCommitRequestDraft,
  version: number,
): void {
  checkVersion("OffsetCommitRequest", version, 2, 10);
  const flexible = version >= 8;
  writer.string(draft.groupId, flexible);
  writer.int32(draft.generationIdOrMemberEpoch ?? -1);
  writer.string(draft.memberId, flexible);
  if (version >= 7) {
    writer.nullableString(draft.groupInstanceId ?? null, flexible);
  } else if ((draft.groupInstanceId ?? null) !== null) {
    throw unsupportedField("OffsetCommitRequest", "groupInstanceId", version);
  }
  if (version <= 4) {
    writer.int64(draft.retentionTimeMs ?? -1);
  }
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeOffsetCommitRequestOffsetCommitRequestTopic(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeOffsetCommitRequest(reader: Reader, version: number): OffsetCommitRequest {
  reader.begin("OffsetCommitRequest", version, 2, 10);
  const flexible = version >= 8;
  const groupId = reader.string("groupId", flexible);
  const generationIdOrMemberEpoch = reader.int32("generationIdOrMemberEpoch");
  const memberId = reader.string("memberId", flexible);
  const groupInstanceId = version >= 7 ? reader.nullableString("groupInstanceId", flexible) : null;
  const retentionTimeMs = version <= 4 ? reader.int64("retentionTimeMs") : -1;
  const topics: OffsetCommitRequestOffsetCommitRequestTopic[] =
    decodeOffsetCommitRequestOffsetCommitRequestTopicArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 10 ? 18 : version >= 8 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { groupId, generationIdOrMemberEpoch, memberId, groupInstanceId, retentionTimeMs, topics };
}

function encodeOffsetCommitRequestOffsetCommitRequestTopic(
  writer: Writer,
  draft: OffsetCommitRequestOffsetCommitRequestTopicDraft,
  version: number,
): void {
  const flexible = version >= 8;
  if (version <= 9) {
    writer.string(draft.name ?? "", flexible);
  }
  if (version >= 10) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeOffsetCommitRequestOffsetCommitRequestPartition(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeOffsetCommitRequestOffsetCommitRequestTopic(
  reader: Reader,
  version: number,
): OffsetCommitRequestOffsetCommitRequestTopic {
  const flexible = version >= 8;
  const name = version <= 9 ? reader.string("OffsetCommitRequestTopic.name", flexible) : "";
  const topicId = version >= 10 ? reader.uuid("OffsetCommitRequestTopic.topicId") : ZERO_UUID;
  const partitions: OffsetCommitRequestOffsetCommitRequestPartition[] =
    decodeOffsetCommitRequestOffsetCommitRequestPartitionArray(
      reader,
      version,
      reader.count("OffsetCommitRequestTopic.partitions", flexible, version >= 6 ? 18 : 14),
    );
  if (flexible) reader.skipTags();
  return { name, topicId, partitions };
}

function encodeOffsetCommitRequestOffsetCommitRequestPartition(
  writer: Writer,
  draft: OffsetCommitRequestOffsetCommitRequestPartitionDraft,
  version: number,
): void {
  const flexible = version >= 8;
  writer.int32(draft.partitionIndex);
  writer.int64(draft.committedOffset);
  if (version >= 6) {
    writer.int32(draft.committedLeaderEpoch ?? -1);
  }
  writer.nullableString(draft.committedMetadata, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeOffsetCommitRequestOffsetCommitRequestPartition(
  reader: Reader,
  version: number,
): OffsetCommitRequestOffsetCommitRequestPartition {
  const flexible = version >= 8;
  const partitionIndex = reader.int32("OffsetCommitRequestPartition.partitionIndex");
  const committedOffset = reader.int64("OffsetCommitRequestPartition.committedOffset");
  const committedLeaderEpoch =
    version >= 6 ? reader.int32("OffsetCommitRequestPartition.committedLeaderEpoch") : -1;
  const committedMetadata = reader.nullableString(
    "OffsetCommitRequestPartition.committedMetadata",
    flexible,
  );
  if (flexible) reader.skipTags();
  return { partitionIndex, committedOffset, committedLeaderEpoch, committedMetadata };
}

function decodeOffsetCommitRequestOffsetCommitRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetCommitRequestOffsetCommitRequestTopic[] {
  const elements: OffsetCommitRequestOffsetCommitRequestTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetCommitRequestOffsetCommitRequestTopic(reader, version));
  return elements;
}

function decodeOffsetCommitRequestOffsetCommitRequestPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetCommitRequestOffsetCommitRequestPartition[] {
  const elements: OffsetCommitRequestOffsetCommitRequestPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetCommitRequestOffsetCommitRequestPartition(reader, version));
  return elements;
}

/** Api key 8, versions 2-10. */
export interface OffsetCommitResponse {
  /** Versions 3 and later. */
  throttleTimeMs: number;
  topics: OffsetCommitResponseOffsetCommitResponseTopic[];
}

export interface OffsetCommitResponseOffsetCommitResponseTopic {
  /** Versions up to 9. */
  name: string;
  /** Version 10. */
  topicId: string;
  partitions: OffsetCommitResponseOffsetCommitResponsePartition[];
}

export interface OffsetCommitResponseOffsetCommitResponsePartition {
  partitionIndex: number;
  errorCode: number;
}

/** What `encodeOffsetCommitResponse` takes. */
export interface OffsetCommitResponseDraft {
  throttleTimeMs?: number | undefined;
  topics: readonly OffsetCommitResponseOffsetCommitResponseTopicDraft[];
}

/** What `encodeOffsetCommitResponse` takes, in part. */
export interface OffsetCommitResponseOffsetCommitResponseTopicDraft {
  name?: string | undefined;
  topicId?: string | undefined;
  partitions: readonly OffsetCommitResponseOffsetCommitResponsePartitionDraft[];
}

/** What `encodeOffsetCommitResponse` takes, in part. */
export interface OffsetCommitResponseOffsetCommitResponsePartitionDraft {
  partitionIndex: number;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeOffsetCommitResponse(
  writer: Writer,
  draft: OffsetCommitResponseDraft,
  version: number,
): void {
  checkVersion("OffsetCommitResponse", version, 2, 10);
  const flexible = version >= 8;
  if (version >= 3) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeOffsetCommitResponseOffsetCommitResponseTopic(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeOffsetCommitResponse(reader: Reader, version: number): OffsetCommitResponse {
  reader.begin("OffsetCommitResponse", version, 2, 10);
  const flexible = version >= 8;
  const throttleTimeMs = version >= 3 ? reader.int32("throttleTimeMs") : 0;
  const topics: OffsetCommitResponseOffsetCommitResponseTopic[] =
    decodeOffsetCommitResponseOffsetCommitResponseTopicArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 10 ? 18 : version >= 8 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, topics };
}

function encodeOffsetCommitResponseOffsetCommitResponseTopic(
  writer: Writer,
  draft: OffsetCommitResponseOffsetCommitResponseTopicDraft,
  version: number,
): void {
  const flexible = version >= 8;
  if (version <= 9) {
    writer.string(draft.name ?? "", flexible);
  }
  if (version >= 10) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeOffsetCommitResponseOffsetCommitResponsePartition(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeOffsetCommitResponseOffsetCommitResponseTopic(
  reader: Reader,
  version: number,
): OffsetCommitResponseOffsetCommitResponseTopic {
  const flexible = version >= 8;
  const name = version <= 9 ? reader.string("OffsetCommitResponseTopic.name", flexible) : "";
  const topicId = version >= 10 ? reader.uuid("OffsetCommitResponseTopic.topicId") : ZERO_UUID;
  const partitions: OffsetCommitResponseOffsetCommitResponsePartition[] =
    decodeOffsetCommitResponseOffsetCommitResponsePartitionArray(
      reader,
      version,
      reader.count("OffsetCommitResponseTopic.partitions", flexible, version >= 8 ? 7 : 6),
    );
  if (flexible) reader.skipTags();
  return { name, topicId, partitions };
}

function encodeOffsetCommitResponseOffsetCommitResponsePartition(
  writer: Writer,
  draft: OffsetCommitResponseOffsetCommitResponsePartitionDraft,
  version: number,
): void {
  const flexible = version >= 8;
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeOffsetCommitResponseOffsetCommitResponsePartition(
  reader: Reader,
  version: number,
): OffsetCommitResponseOffsetCommitResponsePartition {
  const flexible = version >= 8;
  const partitionIndex = reader.int32("OffsetCommitResponsePartition.partitionIndex");
  const errorCode = reader.int16("OffsetCommitResponsePartition.errorCode");
  if (flexible) reader.skipTags();
  return { partitionIndex, errorCode };
}

function decodeOffsetCommitResponseOffsetCommitResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetCommitResponseOffsetCommitResponseTopic[] {
  const elements: OffsetCommitResponseOffsetCommitResponseTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetCommitResponseOffsetCommitResponseTopic(reader, version));
  return elements;
}

function decodeOffsetCommitResponseOffsetCommitResponsePartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetCommitResponseOffsetCommitResponsePartition[] {
  const elements: OffsetCommitResponseOffsetCommitResponsePartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetCommitResponseOffsetCommitResponsePartition(reader, version));
  return elements;
}
