// Generated from schema/api/offset-for-leader-epoch.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Asks where a leader epoch ended, to find where two logs part. Api key 23, versions 2-4. */
export interface OffsetForLeaderEpochRequest {
  /** Versions 3 and later. */
  replicaId: number;
  topics: OffsetForLeaderEpochRequestOffsetForLeaderTopic[];
}

export interface OffsetForLeaderEpochRequestOffsetForLeaderTopic {
  topic: string;
  partitions: OffsetForLeaderEpochRequestOffsetForLeaderPartition[];
}

export interface OffsetForLeaderEpochRequestOffsetForLeaderPartition {
  partition: number;
  currentLeaderEpoch: number;
  leaderEpoch: number;
}

/** What `encodeOffsetForLeaderEpochRequest` takes. */
export interface OffsetForLeaderEpochRequestDraft {
  replicaId?: number | undefined;
  topics: readonly OffsetForLeaderEpochRequestOffsetForLeaderTopicDraft[];
}

/** What `encodeOffsetForLeaderEpochRequest` takes, in part. */
export interface OffsetForLeaderEpochRequestOffsetForLeaderTopicDraft {
  topic: string;
  partitions: readonly OffsetForLeaderEpochRequestOffsetForLeaderPartitionDraft[];
}

/** What `encodeOffsetForLeaderEpochRequest` takes, in part. */
export interface OffsetForLeaderEpochRequestOffsetForLeaderPartitionDraft {
  partition: number;
  currentLeaderEpoch?: number | undefined;
  leaderEpoch: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeOffsetForLeaderEpochRequest(
  writer: Writer,
  draft: OffsetForLeaderEpochRequestDraft,
  version: number,
): void {
  checkVersion("OffsetForLeaderEpochRequest", version, 2, 4);
  const flexible = version >= 4;
  if (version >= 3) {
    writer.int32(draft.replicaId ?? -2);
  }
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeOffsetForLeaderEpochRequestOffsetForLeaderTopic(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeOffsetForLeaderEpochRequest(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochRequest {
  reader.begin("OffsetForLeaderEpochRequest", version, 2, 4);
  const flexible = version >= 4;
  const replicaId = version >= 3 ? reader.int32("replicaId") : -2;
  const topics: OffsetForLeaderEpochRequestOffsetForLeaderTopic[] =
    decodeOffsetForLeaderEpochRequestOffsetForLeaderTopicArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 4 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { replicaId, topics };
}

function encodeOffsetForLeaderEpochRequestOffsetForLeaderTopic(
  writer: Writer,
  draft: OffsetForLeaderEpochRequestOffsetForLeaderTopicDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(draft.topic, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeOffsetForLeaderEpochRequestOffsetForLeaderPartition(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeOffsetForLeaderEpochRequestOffsetForLeaderTopic(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochRequestOffsetForLeaderTopic {
  const flexible = version >= 4;
  const topic = reader.string("OffsetForLeaderTopic.topic", flexible);
  const partitions: OffsetForLeaderEpochRequestOffsetForLeaderPartition[] =
    decodeOffsetForLeaderEpochRequestOffsetForLeaderPartitionArray(
      reader,
      version,
      reader.count("OffsetForLeaderTopic.partitions", flexible, version >= 4 ? 13 : 12),
    );
  if (flexible) reader.skipTags();
  return { topic, partitions };
}

function encodeOffsetForLeaderEpochRequestOffsetForLeaderPartition(
  writer: Writer,
  draft: OffsetForLeaderEpochRequestOffsetForLeaderPartitionDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.int32(draft.partition);
  writer.int32(draft.currentLeaderEpoch ?? -1);
  writer.int32(draft.leaderEpoch);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeOffsetForLeaderEpochRequestOffsetForLeaderPartition(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochRequestOffsetForLeaderPartition {
  const flexible = version >= 4;
  const partition = reader.int32("OffsetForLeaderPartition.partition");
  const currentLeaderEpoch = reader.int32("OffsetForLeaderPartition.currentLeaderEpoch");
  const leaderEpoch = reader.int32("OffsetForLeaderPartition.leaderEpoch");
  if (flexible) reader.skipTags();
  return { partition, currentLeaderEpoch, leaderEpoch };
}

function decodeOffsetForLeaderEpochRequestOffsetForLeaderTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetForLeaderEpochRequestOffsetForLeaderTopic[] {
  const elements: OffsetForLeaderEpochRequestOffsetForLeaderTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetForLeaderEpochRequestOffsetForLeaderTopic(reader, version));
  return elements;
}

function decodeOffsetForLeaderEpochRequestOffsetForLeaderPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetForLeaderEpochRequestOffsetForLeaderPartition[] {
  const elements: OffsetForLeaderEpochRequestOffsetForLeaderPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetForLeaderEpochRequestOffsetForLeaderPartition(reader, version));
  return elements;
}

/** Api key 23, versions 2-4. */
export interface OffsetForLeaderEpochResponse {
  throttleTimeMs: number;
  topics: OffsetForLeaderEpochResponseOffsetForLeaderTopicResult[];
}

export interface OffsetForLeaderEpochResponseOffsetForLeaderTopicResult {
  topic: string;
  partitions: OffsetForLeaderEpochResponseEpochEndOffset[];
}

export interface OffsetForLeaderEpochResponseEpochEndOffset {
  errorCode: number;
  partition: number;
  leaderEpoch: number;
  endOffset: number;
}

/** What `encodeOffsetForLeaderEpochResponse` takes. */
export interface OffsetForLeaderEpochResponseDraft {
  throttleTimeMs: number;
  topics: readonly OffsetForLeaderEpochResponseOffsetForLeaderTopicResultDraft[];
}

/** What `encodeOffsetForLeaderEpochResponse` takes, in part. */
export interface OffsetForLeaderEpochResponseOffsetForLeaderTopicResultDraft {
  topic: string;
  partitions: readonly OffsetForLeaderEpochResponseEpochEndOffsetDraft[];
}

/** What `encodeOffsetForLeaderEpochResponse` takes, in part. */
export interface OffsetForLeaderEpochResponseEpochEndOffsetDraft {
  errorCode: number;
  partition: number;
  leaderEpoch?: number | undefined;
  endOffset?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeOffsetForLeaderEpochResponse(
  writer: Writer,
  draft: OffsetForLeaderEpochResponseDraft,
  version: number,
): void {
  checkVersion("OffsetForLeaderEpochResponse", version, 2, 4);
  const flexible = version >= 4;
  writer.int32(draft.throttleTimeMs);
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeOffsetForLeaderEpochResponse(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochResponse {
  reader.begin("OffsetForLeaderEpochResponse", version, 2, 4);
  const flexible = version >= 4;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const topics: OffsetForLeaderEpochResponseOffsetForLeaderTopicResult[] =
    decodeOffsetForLeaderEpochResponseOffsetForLeaderTopicResultArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 4 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, topics };
}

function encodeOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(
  writer: Writer,
  draft: OffsetForLeaderEpochResponseOffsetForLeaderTopicResultDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(draft.topic, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeOffsetForLeaderEpochResponseEpochEndOffset(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochResponseOffsetForLeaderTopicResult {
  const flexible = version >= 4;
  const topic = reader.string("OffsetForLeaderTopicResult.topic", flexible);
  const partitions: OffsetForLeaderEpochResponseEpochEndOffset[] =
    decodeOffsetForLeaderEpochResponseEpochEndOffsetArray(
      reader,
      version,
      reader.count("OffsetForLeaderTopicResult.partitions", flexible, version >= 4 ? 19 : 18),
    );
  if (flexible) reader.skipTags();
  return { topic, partitions };
}

function encodeOffsetForLeaderEpochResponseEpochEndOffset(
  writer: Writer,
  draft: OffsetForLeaderEpochResponseEpochEndOffsetDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.int16(draft.errorCode);
  writer.int32(draft.partition);
  writer.int32(draft.leaderEpoch ?? -1);
  writer.int64(draft.endOffset ?? -1);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeOffsetForLeaderEpochResponseEpochEndOffset(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochResponseEpochEndOffset {
  const flexible = version >= 4;
  const errorCode = reader.int16("EpochEndOffset.errorCode");
  const partition = reader.int32("EpochEndOffset.partition");
  const leaderEpoch = reader.int32("EpochEndOffset.leaderEpoch");
  const endOffset = reader.int64("EpochEndOffset.endOffset");
  if (flexible) reader.skipTags();
  return { errorCode, partition, leaderEpoch, endOffset };
}

function decodeOffsetForLeaderEpochResponseOffsetForLeaderTopicResultArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetForLeaderEpochResponseOffsetForLeaderTopicResult[] {
  const elements: OffsetForLeaderEpochResponseOffsetForLeaderTopicResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(reader, version));
  return elements;
}

function decodeOffsetForLeaderEpochResponseEpochEndOffsetArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetForLeaderEpochResponseEpochEndOffset[] {
  const elements: OffsetForLeaderEpochResponseEpochEndOffset[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeOffsetForLeaderEpochResponseEpochEndOffset(reader, version));
  return elements;
}
