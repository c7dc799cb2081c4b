// Generated from schema/api/describe-share-group-offsets.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks where share groups start to read. Api key 90, versions 0-1. */
export interface DescribeShareGroupOffsetsRequest {
  groups: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup[];
}

export interface DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup {
  groupId: string;
  topics: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic[] | null;
}

export interface DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic {
  topicName: string;
  partitions: number[];
}

/** What `encodeDescribeShareGroupOffsetsRequest` takes. */
export interface DescribeShareGroupOffsetsRequestDraft {
  groups: readonly DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroupDraft[];
}

/** What `encodeDescribeShareGroupOffsetsRequest` takes, in part. */
export interface DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroupDraft {
  groupId: string;
  topics:
    | readonly DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopicDraft[]
    | null;
}

/** What `encodeDescribeShareGroupOffsetsRequest` takes, in part. */
export interface DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopicDraft {
  topicName: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeShareGroupOffsetsRequest(
  writer: Writer,
  draft: DescribeShareGroupOffsetsRequestDraft,
  version: number,
): void {
  checkVersion("DescribeShareGroupOffsetsRequest", version, 0, 1);
  const groups = draft.groups;
  writer.count(groups.length, true);
  for (const element of groups)
    encodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup(
      writer,
      element,
      version,
    );
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeShareGroupOffsetsRequest(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsRequest {
  reader.begin("DescribeShareGroupOffsetsRequest", version, 0, 1);
  const groups: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup[] =
    decodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroupArray(
      reader,
      version,
      reader.count("groups", true, 3),
    );
  reader.skipTags();
  return { groups };
}

function encodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup(
  writer: Writer,
  draft: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroupDraft,
  version: number,
): void {
  writer.string(draft.groupId, true);
  const topics = draft.topics;
  if (topics === null) {
    writer.nullCount(true);
  } else {
    writer.count(topics.length, true);
    for (const element of topics)
      encodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic(
        writer,
        element,
        version,
      );
  }
  writer.uvarint(0);
}

function decodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup {
  const groupId = reader.string("DescribeShareGroupOffsetsRequestGroup.groupId", true);
  const topics: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic[] | null =
    decodeNullableDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopicArray(
      reader,
      version,
      reader.nullableCount("DescribeShareGroupOffsetsRequestGroup.topics", true, 3),
    );
  reader.skipTags();
  return { groupId, topics };
}

function encodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic(
  writer: Writer,
  draft: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopicDraft,
  _version: number,
): void {
  writer.string(draft.topicName, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions) writer.int32(element);
  writer.uvarint(0);
}

function decodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic(
  reader: Reader,
  _version: number,
): DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic {
  const topicName = reader.string("DescribeShareGroupOffsetsRequestTopic.topicName", true);
  const partitions: number[] = readInt32Array(
    reader,
    "DescribeShareGroupOffsetsRequestTopic.partitions",
    reader.count("DescribeShareGroupOffsetsRequestTopic.partitions", true, 4),
  );
  reader.skipTags();
  return { topicName, partitions };
}

function decodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroupArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup[] {
  const elements: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestGroup(reader, version),
    );
  return elements;
}

function decodeNullableDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic[] | null {
  return count < 0
    ? null
    : decodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopicArray(
        reader,
        version,
        count,
      );
}

function decodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic[] {
  const elements: DescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDescribeShareGroupOffsetsRequestDescribeShareGroupOffsetsRequestTopic(reader, version),
    );
  return elements;
}

/** Api key 90, versions 0-1. */
export interface DescribeShareGroupOffsetsResponse {
  throttleTimeMs: number;
  groups: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup[];
}

export interface DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup {
  groupId: string;
  topics: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic[];
  errorCode: number;
  errorMessage: string | null;
}

export interface DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic {
  topicName: string;
  topicId: string;
  partitions: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition[];
}

export interface DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition {
  partitionIndex: number;
  startOffset: number;
  leaderEpoch: number;
  /** Version 1. */
  lag: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeDescribeShareGroupOffsetsResponse` takes. */
export interface DescribeShareGroupOffsetsResponseDraft {
  throttleTimeMs: number;
  groups: readonly DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroupDraft[];
}

/** What `encodeDescribeShareGroupOffsetsResponse` takes, in part. */
export interface DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroupDraft {
  groupId: string;
  topics: readonly DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopicDraft[];
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** What `encodeDescribeShareGroupOffsetsResponse` takes, in part. */
export interface DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopicDraft {
  topicName: string;
  topicId: string;
  partitions: readonly DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartitionDraft[];
}

/** What `encodeDescribeShareGroupOffsetsResponse` takes, in part. */
export interface DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartitionDraft {
  partitionIndex: number;
  startOffset: number;
  leaderEpoch: number;
  lag?: number | undefined;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeShareGroupOffsetsResponse(
  writer: Writer,
  draft: DescribeShareGroupOffsetsResponseDraft,
  version: number,
): void {
  checkVersion("DescribeShareGroupOffsetsResponse", version, 0, 1);
  writer.int32(draft.throttleTimeMs);
  const groups = draft.groups;
  writer.count(groups.length, true);
  for (const element of groups)
    encodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup(
      writer,
      element,
      version,
    );
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeShareGroupOffsetsResponse(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponse {
  reader.begin("DescribeShareGroupOffsetsResponse", version, 0, 1);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const groups: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup[] =
    decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroupArray(
      reader,
      version,
      reader.count("groups", true, 6),
    );
  reader.skipTags();
  return { throttleTimeMs, groups };
}

function encodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup(
  writer: Writer,
  draft: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroupDraft,
  version: number,
): void {
  writer.string(draft.groupId, true);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic(
      writer,
      element,
      version,
    );
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.uvarint(0);
}

function decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup {
  const groupId = reader.string("DescribeShareGroupOffsetsResponseGroup.groupId", true);
  const topics: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic[] =
    decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopicArray(
      reader,
      version,
      reader.count("DescribeShareGroupOffsetsResponseGroup.topics", true, 19),
    );
  const errorCode = reader.int16("DescribeShareGroupOffsetsResponseGroup.errorCode");
  const errorMessage = reader.nullableString(
    "DescribeShareGroupOffsetsResponseGroup.errorMessage",
    true,
  );
  reader.skipTags();
  return { groupId, topics, errorCode, errorMessage };
}

function encodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic(
  writer: Writer,
  draft: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopicDraft,
  version: number,
): void {
  writer.string(draft.topicName, true);
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition(
      writer,
      element,
      version,
    );
  writer.uvarint(0);
}

function decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic {
  const topicName = reader.string("DescribeShareGroupOffsetsResponseTopic.topicName", true);
  const topicId = reader.uuid("DescribeShareGroupOffsetsResponseTopic.topicId");
  const partitions: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition[] =
    decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartitionArray(
      reader,
      version,
      reader.count(
        "DescribeShareGroupOffsetsResponseTopic.partitions",
        true,
        version >= 1 ? 28 : 20,
      ),
    );
  reader.skipTags();
  return { topicName, topicId, partitions };
}

function encodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition(
  writer: Writer,
  draft: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartitionDraft,
  version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int64(draft.startOffset);
  writer.int32(draft.leaderEpoch);
  if (version >= 1) {
    writer.int64(draft.lag ?? -1);
  }
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.uvarint(0);
}

function decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition {
  const partitionIndex = reader.int32("DescribeShareGroupOffsetsResponsePartition.partitionIndex");
  const startOffset = reader.int64("DescribeShareGroupOffsetsResponsePartition.startOffset");
  const leaderEpoch = reader.int32("DescribeShareGroupOffsetsResponsePartition.leaderEpoch");
  const lag = version >= 1 ? reader.int64("DescribeShareGroupOffsetsResponsePartition.lag") : -1;
  const errorCode = reader.int16("DescribeShareGroupOffsetsResponsePartition.errorCode");
  const errorMessage = reader.nullableString(
    "DescribeShareGroupOffsetsResponsePartition.errorMessage",
    true,
  );
  reader.skipTags();
  return { partitionIndex, startOffset, leaderEpoch, lag, errorCode, errorMessage };
}

function decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroupArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup[] {
  const elements: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseGroup(
        reader,
        version,
      ),
    );
  return elements;
}

function decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic[] {
  const elements: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponseTopic(
        reader,
        version,
      ),
    );
  return elements;
}

function decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition[] {
  const elements: DescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition[] =
    [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDescribeShareGroupOffsetsResponseDescribeShareGroupOffsetsResponsePartition(
        reader,
        version,
      ),
    );
  return elements;
}
