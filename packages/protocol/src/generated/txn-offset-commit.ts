// Generated from schema/api/txn-offset-commit.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Stores how far a group has read, once the transaction commits. Api key 28, versions 0-5. */
export interface TxnOffsetCommitRequest {
  transactionalId: string;
  groupId: string;
  producerId: number;
  producerEpoch: number;
  /** Versions 3 and later. */
  generationId: number;
  /** Versions 3 and later. */
  memberId: string;
  /** Versions 3 and later. */
  groupInstanceId: string | null;
  topics: TxnOffsetCommitRequestTxnOffsetCommitRequestTopic[];
}

export interface TxnOffsetCommitRequestTxnOffsetCommitRequestTopic {
  name: string;
  partitions: TxnOffsetCommitRequestTxnOffsetCommitRequestPartition[];
}

export interface TxnOffsetCommitRequestTxnOffsetCommitRequestPartition {
  partitionIndex: number;
  committedOffset: number;
  /** Versions 2 and later. */
  committedLeaderEpoch: number;
  committedMetadata: string | null;
}

/** What `encodeTxnOffsetCommitRequest` takes. */
export interface TxnOffsetCommitRequestDraft {
  transactionalId: string;
  groupId: string;
  producerId: number;
  producerEpoch: number;
  generationId?: number | undefined;
  memberId?: string | undefined;
  groupInstanceId?: string | null | undefined;
  topics: readonly TxnOffsetCommitRequestTxnOffsetCommitRequestTopicDraft[];
}

/** What `encodeTxnOffsetCommitRequest` takes, in part. */
export interface TxnOffsetCommitRequestTxnOffsetCommitRequestTopicDraft {
  name: string;
  partitions: readonly TxnOffsetCommitRequestTxnOffsetCommitRequestPartitionDraft[];
}

/** What `encodeTxnOffsetCommitRequest` takes, in part. */
export interface TxnOffsetCommitRequestTxnOffsetCommitRequestPartitionDraft {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch?: number | undefined;
  committedMetadata: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeTxnOffsetCommitRequest(
  writer: Writer,
  draft: TxnOffsetCommitRequestDraft,
  version: number,
): void {
  checkVersion("TxnOffsetCommitRequest", version, 0, 5);
  const flexible = version >= 3;
  writer.string(draft.transactionalId, flexible);
  writer.string(draft.groupId, flexible);
  writer.int64(draft.producerId);
  writer.int16(draft.producerEpoch);
  if (version >= 3) {
    writer.int32(draft.generationId ?? -1);
  } else if ((draft.generationId ?? -1) !== -1) {
    throw unsupportedField("TxnOffsetCommitRequest", "generationId", version);
  }
  if (version >= 3) {
    writer.string(draft.memberId ?? "", flexible);
  } else if ((draft.memberId ?? "") !== "") {
    throw unsupportedField("TxnOffsetCommitRequest", "memberId", version);
  }
  if (version >= 3) {
    writer.nullableString(draft.groupInstanceId ?? null, flexible);
  } else if ((draft.groupInstanceId ?? null) !== null) {
    throw unsupportedField("TxnOffsetCommitRequest", "groupInstanceId", version);
  }
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeTxnOffsetCommitRequestTxnOffsetCommitRequestTopic(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeTxnOffsetCommitRequest(
  reader: Reader,
  version: number,
): TxnOffsetCommitRequest {
  reader.begin("TxnOffsetCommitRequest", version, 0, 5);
  const flexible = version >= 3;
  const transactionalId = reader.string("transactionalId", flexible);
  const groupId = reader.string("groupId", flexible);
  const producerId = reader.int64("producerId");
  const producerEpoch = reader.int16("producerEpoch");
  const generationId = version >= 3 ? reader.int32("generationId") : -1;
  const memberId = version >= 3 ? reader.string("memberId", flexible) : "";
  const groupInstanceId = version >= 3 ? reader.nullableString("groupInstanceId", flexible) : null;
  const topics: TxnOffsetCommitRequestTxnOffsetCommitRequestTopic[] =
    decodeTxnOffsetCommitRequestTxnOffsetCommitRequestTopicArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 3 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return {
    transactionalId,
    groupId,
    producerId,
    producerEpoch,
    generationId,
    memberId,
    groupInstanceId,
    topics,
  };
}

function encodeTxnOffsetCommitRequestTxnOffsetCommitRequestTopic(
  writer: Writer,
  draft: TxnOffsetCommitRequestTxnOffsetCommitRequestTopicDraft,
  version: number,
): void {
  const flexible = version >= 3;
  writer.string(draft.name, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeTxnOffsetCommitRequestTxnOffsetCommitRequestPartition(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeTxnOffsetCommitRequestTxnOffsetCommitRequestTopic(
  reader: Reader,
  version: number,
): TxnOffsetCommitRequestTxnOffsetCommitRequestTopic {
  const flexible = version >= 3;
  const name = reader.string("TxnOffsetCommitRequestTopic.name", flexible);
  const partitions: TxnOffsetCommitRequestTxnOffsetCommitRequestPartition[] =
    decodeTxnOffsetCommitRequestTxnOffsetCommitRequestPartitionArray(
      reader,
      version,
      reader.count("TxnOffsetCommitRequestTopic.partitions", flexible, version >= 2 ? 18 : 14),
    );
  if (flexible) reader.skipTags();
  return { name, partitions };
}

function encodeTxnOffsetCommitRequestTxnOffsetCommitRequestPartition(
  writer: Writer,
  draft: TxnOffsetCommitRequestTxnOffsetCommitRequestPartitionDraft,
  version: number,
): void {
  const flexible = version >= 3;
  writer.int32(draft.partitionIndex);
  writer.int64(draft.committedOffset);
  if (version >= 2) {
    writer.int32(draft.committedLeaderEpoch ?? -1);
  }
  writer.nullableString(draft.committedMetadata, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeTxnOffsetCommitRequestTxnOffsetCommitRequestPartition(
  reader: Reader,
  version: number,
): TxnOffsetCommitRequestTxnOffsetCommitRequestPartition {
  const flexible = version >= 3;
  const partitionIndex = reader.int32("TxnOffsetCommitRequestPartition.partitionIndex");
  const committedOffset = reader.int64("TxnOffsetCommitRequestPartition.committedOffset");
  const committedLeaderEpoch =
    version >= 2 ? reader.int32("TxnOffsetCommitRequestPartition.committedLeaderEpoch") : -1;
  const committedMetadata = reader.nullableString(
    "TxnOffsetCommitRequestPartition.committedMetadata",
    flexible,
  );
  if (flexible) reader.skipTags();
  return { partitionIndex, committedOffset, committedLeaderEpoch, committedMetadata };
}

function decodeTxnOffsetCommitRequestTxnOffsetCommitRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): TxnOffsetCommitRequestTxnOffsetCommitRequestTopic[] {
  const elements: TxnOffsetCommitRequestTxnOffsetCommitRequestTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeTxnOffsetCommitRequestTxnOffsetCommitRequestTopic(reader, version));
  return elements;
}

function decodeTxnOffsetCommitRequestTxnOffsetCommitRequestPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): TxnOffsetCommitRequestTxnOffsetCommitRequestPartition[] {
  const elements: TxnOffsetCommitRequestTxnOffsetCommitRequestPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeTxnOffsetCommitRequestTxnOffsetCommitRequestPartition(reader, version));
  return elements;
}

/** Api key 28, versions 0-5. */
export interface TxnOffsetCommitResponse {
  throttleTimeMs: number;
  topics: TxnOffsetCommitResponseTxnOffsetCommitResponseTopic[];
}

export interface TxnOffsetCommitResponseTxnOffsetCommitResponseTopic {
  name: string;
  partitions: TxnOffsetCommitResponseTxnOffsetCommitResponsePartition[];
}

export interface TxnOffsetCommitResponseTxnOffsetCommitResponsePartition {
  partitionIndex: number;
  errorCode: number;
}

/** What `encodeTxnOffsetCommitResponse` takes. */
export interface TxnOffsetCommitResponseDraft {
  throttleTimeMs: number;
  topics: readonly TxnOffsetCommitResponseTxnOffsetCommitResponseTopicDraft[];
}

/** What `encodeTxnOffsetCommitResponse` takes, in part. */
export interface TxnOffsetCommitResponseTxnOffsetCommitResponseTopicDraft {
  name: string;
  partitions: readonly TxnOffsetCommitResponseTxnOffsetCommitResponsePartitionDraft[];
}

/** What `encodeTxnOffsetCommitResponse` takes, in part. */
export interface TxnOffsetCommitResponseTxnOffsetCommitResponsePartitionDraft {
  partitionIndex: number;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeTxnOffsetCommitResponse(
  writer: Writer,
  draft: TxnOffsetCommitResponseDraft,
  version: number,
): void {
  checkVersion("TxnOffsetCommitResponse", version, 0, 5);
  const flexible = version >= 3;
  writer.int32(draft.throttleTimeMs);
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeTxnOffsetCommitResponseTxnOffsetCommitResponseTopic(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeTxnOffsetCommitResponse(
  reader: Reader,
  version: number,
): TxnOffsetCommitResponse {
  reader.begin("TxnOffsetCommitResponse", version, 0, 5);
  const flexible = version >= 3;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const topics: TxnOffsetCommitResponseTxnOffsetCommitResponseTopic[] =
    decodeTxnOffsetCommitResponseTxnOffsetCommitResponseTopicArray(
      reader,
      version,
      reader.count("topics", flexible, version >= 3 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, topics };
}

function encodeTxnOffsetCommitResponseTxnOffsetCommitResponseTopic(
  writer: Writer,
  draft: TxnOffsetCommitResponseTxnOffsetCommitResponseTopicDraft,
  version: number,
): void {
  const flexible = version >= 3;
  writer.string(draft.name, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeTxnOffsetCommitResponseTxnOffsetCommitResponsePartition(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeTxnOffsetCommitResponseTxnOffsetCommitResponseTopic(
  reader: Reader,
  version: number,
): TxnOffsetCommitResponseTxnOffsetCommitResponseTopic {
  const flexible = version >= 3;
  const name = reader.string("TxnOffsetCommitResponseTopic.name", flexible);
  const partitions: TxnOffsetCommitResponseTxnOffsetCommitResponsePartition[] =
    decodeTxnOffsetCommitResponseTxnOffsetCommitResponsePartitionArray(
      reader,
      version,
      reader.count("TxnOffsetCommitResponseTopic.partitions", flexible, version >= 3 ? 7 : 6),
    );
  if (flexible) reader.skipTags();
  return { name, partitions };
}

function encodeTxnOffsetCommitResponseTxnOffsetCommitResponsePartition(
  writer: Writer,
  draft: TxnOffsetCommitResponseTxnOffsetCommitResponsePartitionDraft,
  version: number,
): void {
  const flexible = version >= 3;
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeTxnOffsetCommitResponseTxnOffsetCommitResponsePartition(
  reader: Reader,
  version: number,
): TxnOffsetCommitResponseTxnOffsetCommitResponsePartition {
  const flexible = version >= 3;
  const partitionIndex = reader.int32("TxnOffsetCommitResponsePartition.partitionIndex");
  const errorCode = reader.int16("TxnOffsetCommitResponsePartition.errorCode");
  if (flexible) reader.skipTags();
  return { partitionIndex, errorCode };
}

function decodeTxnOffsetCommitResponseTxnOffsetCommitResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): TxnOffsetCommitResponseTxnOffsetCommitResponseTopic[] {
  const elements: TxnOffsetCommitResponseTxnOffsetCommitResponseTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeTxnOffsetCommitResponseTxnOffsetCommitResponseTopic(reader, version));
  return elements;
}

function decodeTxnOffsetCommitResponseTxnOffsetCommitResponsePartitionArray(
  reader: Reader,
  version: number,
  count: number,
): TxnOffsetCommitResponseTxnOffsetCommitResponsePartition[] {
  const elements: TxnOffsetCommitResponseTxnOffsetCommitResponsePartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeTxnOffsetCommitResponseTxnOffsetCommitResponsePartition(reader, version));
  return elements;
}
