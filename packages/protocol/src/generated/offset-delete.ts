// Generated from schema/api/offset-delete.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Forgets how far a group has read some partitions. Api key 47, version 0. */
export interface OffsetDeleteRequest {
  groupId: string;
  topics: OffsetDeleteRequestOffsetDeleteRequestTopic[];
}

export interface OffsetDeleteRequestOffsetDeleteRequestTopic {
  name: string;
  partitions: OffsetDeleteRequestOffsetDeleteRequestPartition[];
}

export interface OffsetDeleteRequestOffsetDeleteRequestPartition {
  partitionIndex: number;
}

/** What `encodeOffsetDeleteRequest` takes. */
export interface OffsetDeleteRequestDraft {
  groupId: string;
  topics: readonly OffsetDeleteRequestOffsetDeleteRequestTopicDraft[];
}

/** What `encodeOffsetDeleteRequest` takes, in part. */
export interface OffsetDeleteRequestOffsetDeleteRequestTopicDraft {
  name: string;
  partitions: readonly OffsetDeleteRequestOffsetDeleteRequestPartitionDraft[];
}

/** What `encodeOffsetDeleteRequest` takes, in part. */
export interface OffsetDeleteRequestOffsetDeleteRequestPartitionDraft {
  partitionIndex: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeOffsetDeleteRequest(
  writer: Writer,
  draft: OffsetDeleteRequestDraft,
  version: number,
): void {
  checkVersion("OffsetDeleteRequest", version, 0, 0);
  writer.string(draft.groupId, false);
  const topics = draft.topics;
  writer.count(topics.length, false);
  for (const element of topics)
    encodeOffsetDeleteRequestOffsetDeleteRequestTopic(writer, element, version);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeOffsetDeleteRequest(reader: Reader, version: number): OffsetDeleteRequest {
  reader.begin("OffsetDeleteRequest", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const topics: OffsetDeleteRequestOffsetDeleteRequestTopic[] =
    decodeOffsetDeleteRequestOffsetDeleteRequestTopicArray(
      reader,
      version,
      reader.count("topics", false, 6),
    );
  return { groupId, topics };
}

function encodeOffsetDeleteRequestOffsetDeleteRequestTopic(
  writer: Writer,
  draft: OffsetDeleteRequestOffsetDeleteRequestTopicDraft,
  version: number,
): void {
  writer.string(draft.name, false);
  const partitions = draft.partitions;
  writer.count(partitions.length, false);
  for (const element of partitions)
    encodeOffsetDeleteRequestOffsetDeleteRequestPartition(writer, element, version);
}

function decodeOffsetDeleteRequestOffsetDeleteRequestTopic(
  reader: Reader,
  version: number,
): OffsetDeleteRequestOffsetDeleteRequestTopic {
  const name = reader.string("OffsetDeleteRequestTopic.name", false);
  const partitions: OffsetDeleteRequestOffsetDeleteRequestPartition[] =
    decodeOffsetDeleteRequestOffsetDeleteRequestPartitionArray(
      reader,
      version,
      reader.count("OffsetDeleteRequestTopic.partitions", false, 4),
    );
  return { name, partitions };
}

function encodeOffsetDeleteRequestOffsetDeleteRequestPartition(
  writer: Writer,
  draft: OffsetDeleteRequestOffsetDeleteRequestPartitionDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
}

function decodeOffsetDeleteRequestOffsetDeleteRequestPartition(
  reader: Reader,
  _version: number,
): OffsetDeleteRequestOffsetDeleteRequestPartition {
  const partitionIndex = reader.int32("OffsetDeleteRequestPartition.partitionIndex");
  return { partitionIndex };
}

function decodeOffsetDeleteRequestOffsetDeleteRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetDeleteRequestOffsetDeleteRequestTopic[] {
  const elements: OffsetDeleteRequestOffsetDeleteRequestTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetDeleteRequestOffsetDeleteRequestTopic(reader, version));
  return elements;
}

function decodeOffsetDeleteRequestOffsetDeleteRequestPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetDeleteRequestOffsetDeleteRequestPartition[] {
  const elements: OffsetDeleteRequestOffsetDeleteRequestPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetDeleteRequestOffsetDeleteRequestPartition(reader, version));
  return elements;
}

/** Api key 47, version 0. */
export interface OffsetDeleteResponse {
  errorCode: number;
  throttleTimeMs: number;
  topics: OffsetDeleteResponseOffsetDeleteResponseTopic[];
}

export interface OffsetDeleteResponseOffsetDeleteResponseTopic {
  name: string;
  partitions: OffsetDeleteResponseOffsetDeleteResponsePartition[];
}

export interface OffsetDeleteResponseOffsetDeleteResponsePartition {
  partitionIndex: number;
  errorCode: number;
}

/** What `encodeOffsetDeleteResponse` takes. */
export interface OffsetDeleteResponseDraft {
  errorCode: number;
  throttleTimeMs: number;
  topics: readonly OffsetDeleteResponseOffsetDeleteResponseTopicDraft[];
}

/** What `encodeOffsetDeleteResponse` takes, in part. */
export interface OffsetDeleteResponseOffsetDeleteResponseTopicDraft {
  name: string;
  partitions: readonly OffsetDeleteResponseOffsetDeleteResponsePartitionDraft[];
}

/** What `encodeOffsetDeleteResponse` takes, in part. */
export interface OffsetDeleteResponseOffsetDeleteResponsePartitionDraft {
  partitionIndex: number;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeOffsetDeleteResponse(
  writer: Writer,
  draft: OffsetDeleteResponseDraft,
  version: number,
): void {
  checkVersion("OffsetDeleteResponse", version, 0, 0);
  writer.int16(draft.errorCode);
  writer.int32(draft.throttleTimeMs);
  const topics = draft.topics;
  writer.count(topics.length, false);
  for (const element of topics)
    encodeOffsetDeleteResponseOffsetDeleteResponseTopic(writer, element, version);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeOffsetDeleteResponse(reader: Reader, version: number): OffsetDeleteResponse {
  reader.begin("OffsetDeleteResponse", version, 0, 0);
  const errorCode = reader.int16("errorCode");
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const topics: OffsetDeleteResponseOffsetDeleteResponseTopic[] =
    decodeOffsetDeleteResponseOffsetDeleteResponseTopicArray(
      reader,
      version,
      reader.count("topics", false, 6),
    );
  return { errorCode, throttleTimeMs, topics };
}

function encodeOffsetDeleteResponseOffsetDeleteResponseTopic(
  writer: Writer,
  draft: OffsetDeleteResponseOffsetDeleteResponseTopicDraft,
  version: number,
): void {
  writer.string(draft.name, false);
  const partitions = draft.partitions;
  writer.count(partitions.length, false);
  for (const element of partitions)
    encodeOffsetDeleteResponseOffsetDeleteResponsePartition(writer, element, version);
}

function decodeOffsetDeleteResponseOffsetDeleteResponseTopic(
  reader: Reader,
  version: number,
): OffsetDeleteResponseOffsetDeleteResponseTopic {
  const name = reader.string("OffsetDeleteResponseTopic.name", false);
  const partitions: OffsetDeleteResponseOffsetDeleteResponsePartition[] =
    decodeOffsetDeleteResponseOffsetDeleteResponsePartitionArray(
      reader,
      version,
      reader.count("OffsetDeleteResponseTopic.partitions", false, 6),
    );
  return { name, partitions };
}

function encodeOffsetDeleteResponseOffsetDeleteResponsePartition(
  writer: Writer,
  draft: OffsetDeleteResponseOffsetDeleteResponsePartitionDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
}

function decodeOffsetDeleteResponseOffsetDeleteResponsePartition(
  reader: Reader,
  _version: number,
): OffsetDeleteResponseOffsetDeleteResponsePartition {
  const partitionIndex = reader.int32("OffsetDeleteResponsePartition.partitionIndex");
  const errorCode = reader.int16("OffsetDeleteResponsePartition.errorCode");
  return { partitionIndex, errorCode };
}

function decodeOffsetDeleteResponseOffsetDeleteResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetDeleteResponseOffsetDeleteResponseTopic[] {
  const elements: OffsetDeleteResponseOffsetDeleteResponseTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetDeleteResponseOffsetDeleteResponseTopic(reader, version));
  return elements;
}

function decodeOffsetDeleteResponseOffsetDeleteResponsePartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetDeleteResponseOffsetDeleteResponsePartition[] {
  const elements: OffsetDeleteResponseOffsetDeleteResponsePartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetDeleteResponseOffsetDeleteResponsePartition(reader, version));
  return elements;
}
