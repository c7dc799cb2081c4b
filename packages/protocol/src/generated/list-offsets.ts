// Generated from schema/api/list-offsets.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Finds offsets by timestamp, or the first and last of a partition. Api key 2, versions 1-11. */
export interface ListOffsetsRequest {
  replicaId: number;
  /** Versions 2 and later. */
  isolationLevel: number;
  topics: ListOffsetsRequestListOffsetsTopic[];
  /** Versions 10 and later. */
  timeoutMs: number;
}

export interface ListOffsetsRequestListOffsetsTopic {
  name: string;
  partitions: ListOffsetsRequestListOffsetsPartition[];
}

export interface ListOffsetsRequestListOffsetsPartition {
  partitionIndex: number;
  /** Versions 4 and later. */
  currentLeaderEpoch: number;
  timestamp: number;
}

/** What `encodeListOffsetsRequest` takes. */
export interface ListOffsetsRequestDraft {
  replicaId: number;
  isolationLevel?: number | undefined;
  topics: readonly ListOffsetsRequestListOffsetsTopicDraft[];
  timeoutMs?: number | undefined;
}

/** What `encodeListOffsetsRequest` takes, in part. */
export interface ListOffsetsRequestListOffsetsTopicDraft {
  name: string;
  partitions: readonly ListOffsetsRequestListOffsetsPartitionDraft[];
}

/** What `encodeListOffsetsRequest` takes, in part. */
export interface ListOffsetsRequestListOffsetsPartitionDraft {
  partitionIndex: number;
  currentLeaderEpoch?: number | undefined;
  timestamp: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeListOffsetsRequest(
  writer: Writer,
  draft: ListOffsetsRequestDraft,
  version: number,
): void {
  checkVersion("ListOffsetsRequest", version, 1, 11);
  const flexible = version >= 6;
  writer.int32(draft.replicaId);
  if (version >= 2) {
    writer.int8(draft.isolationLevel ?? 0);
  } else if ((draft.isolationLevel ?? 0) !== 0) {
    throw unsupportedField("ListOffsetsRequest", "isolationLevel", version);
  }
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics) encodeListOffsetsRequestListOffsetsTopic(writer, element, version);
  if (version >= 10) {
    writer.int32(draft.timeoutMs ?? 0);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeListOffsetsRequest(reader: Reader, version: number): ListOffsetsRequest {
  reader.begin("ListOffsetsRequest", version, 1, 11);
  const flexible = version >= 6;
  const replicaId = reader.int32("replicaId");
  const isolationLevel = version >= 2 ? reader.int8("isolationLevel") : 0;
  const topics: ListOffsetsRequestListOffsetsTopic[] =
    decodeListOffsetsRequestListOffsetsTopicArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 6 ? 3 : 6),
    );
  const timeoutMs = version >= 10 ? reader.int32("timeoutMs") : 0;
  if (flexible) reader.skipTags();
  return { replicaId, isolationLevel, topics, timeoutMs };
}

function encodeListOffsetsRequestListOffsetsTopic(
  writer: Writer,
  draft: ListOffsetsRequestListOffsetsTopicDraft,
  version: number,
): void {
  const flexible = version >= 6;
  writer.string(draft.name, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeListOffsetsRequestListOffsetsPartition(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeListOffsetsRequestListOffsetsTopic(
  reader: Reader,
  version: number,
): ListOffsetsRequestListOffsetsTopic {
  const flexible = version >= 6;
  const name = reader.string("ListOffsetsTopic.name", flexible);
  const partitions: ListOffsetsRequestListOffsetsPartition[] =
    decodeListOffsetsRequestListOffsetsPartitionArray(
      reader,
      version,
      reader.count(
        "ListOffsetsTopic.partitions",
        flexible,
        version >= 6 ? 17 : version >= 4 ? 16 : 12,
      ),
    );
  if (flexible) reader.skipTags();
  return { name, partitions };
}

function encodeListOffsetsRequestListOffsetsPartition(
  writer: Writer,
  draft: ListOffsetsRequestListOffsetsPartitionDraft,
  version: number,
): void {
  const flexible = version >= 6;
  writer.int32(draft.partitionIndex);
  if (version >= 4) {
    writer.int32(draft.currentLeaderEpoch ?? -1);
  }
  writer.int64(draft.timestamp);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeListOffsetsRequestListOffsetsPartition(
  reader: Reader,
  version: number,
): ListOffsetsRequestListOffsetsPartition {
  const flexible = version >= 6;
  const partitionIndex = reader.int32("ListOffsetsPartition.partitionIndex");
  const currentLeaderEpoch =
    version >= 4 ? reader.int32("ListOffsetsPartition.currentLeaderEpoch") : -1;
  const timestamp = reader.int64("ListOffsetsPartition.timestamp");
  if (flexible) reader.skipTags();
  return { partitionIndex, currentLeaderEpoch, timestamp };
}

function decodeListOffsetsRequestListOffsetsTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ListOffsetsRequestListOffsetsTopic[] {
  const elements: ListOffsetsRequestListOffsetsTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeListOffsetsRequestListOffsetsTopic(reader, version));
  return elements;
}

function decodeListOffsetsRequestListOffsetsPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ListOffsetsRequestListOffsetsPartition[] {
  const elements: ListOffsetsRequestListOffsetsPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeListOffsetsRequestListOffsetsPartition(reader, version));
  return elements;
}

/** Api key 2, versions 1-11. */
export interface ListOffsetsResponse {
  /** Versions 2 and later. */
  throttleTimeMs: number;
  topics: ListOffsetsResponseListOffsetsTopicResponse[];
}

export interface ListOffsetsResponseListOffsetsTopicResponse {
  name: string;
  partitions: ListOffsetsResponseListOffsetsPartitionResponse[];
}

export interface ListOffsetsResponseListOffsetsPartitionResponse {
  partitionIndex: number;
  errorCode: number;
  timestamp: number;
  offset: number;
  /** Versions 4 and later. */
  leaderEpoch: number;
}

/** What `encodeListOffsetsResponse` takes. */
export interface ListOffsetsResponseDraft {
  throttleTimeMs?: number | undefined;
  topics: readonly ListOffsetsResponseListOffsetsTopicResponseDraft[];
}

/** What `encodeListOffsetsResponse` takes, in part. */
export interface ListOffsetsResponseListOffsetsTopicResponseDraft {
  name: string;
  partitions: readonly ListOffsetsResponseListOffsetsPartitionResponseDraft[];
}

/** What `encodeListOffsetsResponse` takes, in part. */
export interface ListOffsetsResponseListOffsetsPartitionResponseDraft {
  partitionIndex: number;
  errorCode: number;
  timestamp?: number | undefined;
  offset?: number | undefined;
  leaderEpoch?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeListOffsetsResponse(
  writer: Writer,
  draft: ListOffsetsResponseDraft,
  version: number,
): void {
  checkVersion("ListOffsetsResponse", version, 1, 11);
  const flexible = version >= 6;
  if (version >= 2) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeListOffsetsResponseListOffsetsTopicResponse(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeListOffsetsResponse(reader: Reader, version: number): ListOffsetsResponse {
  reader.begin("ListOffsetsResponse", version, 1, 11);
  const flexible = version >= 6;
  const throttleTimeMs = version >= 2 ? reader.int32("throttleTimeMs") : 0;
  const topics: ListOffsetsResponseListOffsetsTopicResponse[] =
    decodeListOffsetsResponseListOffsetsTopicResponseArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 6 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, topics };
}

function encodeListOffsetsResponseListOffsetsTopicResponse(
  writer: Writer,
  draft: ListOffsetsResponseListOffsetsTopicResponseDraft,
  version: number,
): void {
  const flexible = version >= 6;
  writer.string(draft.name, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeListOffsetsResponseListOffsetsPartitionResponse(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeListOffsetsResponseListOffsetsTopicResponse(
  reader: Reader,
  version: number,
): ListOffsetsResponseListOffsetsTopicResponse {
  const flexible = version >= 6;
  const name = reader.string("ListOffsetsTopicResponse.name", flexible);
  const partitions: ListOffsetsResponseListOffsetsPartitionResponse[] =
    decodeListOffsetsResponseListOffsetsPartitionResponseArray(
      reader,
      version,
      reader.count(
        "ListOffsetsTopicResponse.partitions",
        flexible,
        version >= 6 ? 27 : version >= 4 ? 26 : 22,
      ),
    );
  if (flexible) reader.skipTags();
  return { name, partitions };
}

function encodeListOffsetsResponseListOffsetsPartitionResponse(
  writer: Writer,
  draft: ListOffsetsResponseListOffsetsPartitionResponseDraft,
  version: number,
): void {
  const flexible = version >= 6;
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.int64(draft.timestamp ?? -1);
  writer.int64(draft.offset ?? -1);
  if (version >= 4) {
    writer.int32(draft.leaderEpoch ?? -1);
  } else if ((draft.leaderEpoch ?? -1) !== -1) {
    throw unsupportedField(
      "ListOffsetsResponse",
      "ListOffsetsPartitionResponse.leaderEpoch",
      version,
    );
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeListOffsetsResponseListOffsetsPartitionResponse(
  reader: Reader,
  version: number,
): ListOffsetsResponseListOffsetsPartitionResponse {
  const flexible = version >= 6;
  const partitionIndex = reader.int32("ListOffsetsPartitionResponse.partitionIndex");
  const errorCode = reader.int16("ListOffsetsPartitionResponse.errorCode");
  const timestamp = reader.int64("ListOffsetsPartitionResponse.timestamp");
  const offset = reader.int64("ListOffsetsPartitionResponse.offset");
  const leaderEpoch = version >= 4 ? reader.int32("ListOffsetsPartitionResponse.leaderEpoch") : -1;
  if (flexible) reader.skipTags();
  return { partitionIndex, errorCode, timestamp, offset, leaderEpoch };
}

function decodeListOffsetsResponseListOffsetsTopicResponseArray(
  reader: Reader,
  version: number,
  count: number,
): ListOffsetsResponseListOffsetsTopicResponse[] {
  const elements: ListOffsetsResponseListOffsetsTopicResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeListOffsetsResponseListOffsetsTopicResponse(reader, version));
  return elements;
}

function decodeListOffsetsResponseListOffsetsPartitionResponseArray(
  reader: Reader,
  version: number,
  count: number,
): ListOffsetsResponseListOffsetsPartitionResponse[] {
  const elements: ListOffsetsResponseListOffsetsPartitionResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeListOffsetsResponseListOffsetsPartitionResponse(reader, version));
  return elements;
}
