// Generated from schema/transaction/transaction-log-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * A transactional id and the state of its transaction, in `__transaction_state`. Record type
 * 0, version 0.
 */
export interface TransactionLogKey {
  transactionalId: string;
}

/** What `encodeTransactionLogKey` takes. */
export interface TransactionLogKeyDraft {
  transactionalId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeTransactionLogKey(
  writer: Writer,
  draft: TransactionLogKeyDraft,
  version: number,
): void {
  checkVersion("TransactionLogKey", version, 0, 0);
  writer.string(draft.transactionalId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeTransactionLogKey(reader: Reader, version: number): TransactionLogKey {
  reader.begin("TransactionLogKey", version, 0, 0);
  const transactionalId = reader.string("transactionalId", false);
  return { transactionalId };
}

/** Record type 0, versions 0-1. */
export interface TransactionLogValue {
  producerId: number;
  /** Version 1. */
  previousProducerId: number;
  /** Version 1. */
  nextProducerId: number;
  producerEpoch: number;
  /** Version 1. */
  nextProducerEpoch: number;
  transactionTimeoutMs: number;
  transactionStatus: number;
  transactionPartitions: TransactionLogValuePartitionsSchema[] | null;
  transactionLastUpdateTimestampMs: number;
  transactionStartTimestampMs: number;
  /** Version 1. */
  clientTransactionVersion: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface TransactionLogValuePartitionsSchema {
  topic: string;
  partitionIds: number[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeTransactionLogValue` takes. */
export interface TransactionLogValueDraft {
  producerId: number;
  previousProducerId?: number | undefined;
  nextProducerId?: number | undefined;
  producerEpoch: number;
  nextProducerEpoch?: number | undefined;
  transactionTimeoutMs: number;
  transactionStatus: number;
  transactionPartitions: readonly TransactionLogValuePartitionsSchemaDraft[] | null;
  transactionLastUpdateTimestampMs: number;
  transactionStartTimestampMs: number;
  clientTransactionVersion?: number | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeTransactionLogValue` takes, in part. */
export interface TransactionLogValuePartitionsSchemaDraft {
  topic: string;
  partitionIds: readonly number[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeTransactionLogValue(
  writer: Writer,
  draft: TransactionLogValueDraft,
  version: number,
): void {
  checkVersion("TransactionLogValue", version, 0, 1);
  const flexible = version >= 1;
  writer.int64(draft.producerId);
  writer.int16(draft.producerEpoch);
  writer.int32(draft.transactionTimeoutMs);
  writer.int8(draft.transactionStatus);
  const transactionPartitions = draft.transactionPartitions;
  if (transactionPartitions === null) {
    writer.nullCount(flexible);
  } else {
    writer.count(transactionPartitions.length, flexible);
    for (const element of transactionPartitions)
      encodeTransactionLogValuePartitionsSchema(writer, element, version);
  }
  writer.int64(draft.transactionLastUpdateTimestampMs);
  writer.int64(draft.transactionStartTimestampMs);
  const previousProducerId = draft.previousProducerId ?? -1;
  const hasPreviousProducerId = version >= 1 && previousProducerId !== -1;
  if (version < 1 && previousProducerId !== -1)
    throw unsupportedField("TransactionLogValue", "previousProducerId", version);
  const nextProducerId = draft.nextProducerId ?? -1;
  const hasNextProducerId = version >= 1 && nextProducerId !== -1;
  if (version < 1 && nextProducerId !== -1)
    throw unsupportedField("TransactionLogValue", "nextProducerId", version);
  const clientTransactionVersion = draft.clientTransactionVersion ?? 0;
  const hasClientTransactionVersion = version >= 1 && clientTransactionVersion !== 0;
  if (version < 1 && clientTransactionVersion !== 0)
    throw unsupportedField("TransactionLogValue", "clientTransactionVersion", version);
  const nextProducerEpoch = draft.nextProducerEpoch ?? -1;
  const hasNextProducerEpoch = version >= 1 && nextProducerEpoch !== -1;
  if (version < 1 && nextProducerEpoch !== -1)
    throw unsupportedField("TransactionLogValue", "nextProducerEpoch", version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  if (flexible) {
    writer.uvarint(
      (hasPreviousProducerId ? 1 : 0) +
        (hasNextProducerId ? 1 : 0) +
        (hasClientTransactionVersion ? 1 : 0) +
        (hasNextProducerEpoch ? 1 : 0) +
        unknown.length,
    );
    let next = 0;
    if (hasPreviousProducerId) {
      next = writeUnknownTags(writer, unknown, next, 0);
      const mark = writer.beginTag(0);
      writer.int64(previousProducerId);
      writer.endTag(mark);
    }
    if (hasNextProducerId) {
      next = writeUnknownTags(writer, unknown, next, 1);
      const mark = writer.beginTag(1);
      writer.int64(nextProducerId);
      writer.endTag(mark);
    }
    if (hasClientTransactionVersion) {
      next = writeUnknownTags(writer, unknown, next, 2);
      const mark = writer.beginTag(2);
      writer.int16(clientTransactionVersion);
      writer.endTag(mark);
    }
    if (hasNextProducerEpoch) {
      next = writeUnknownTags(writer, unknown, next, 3);
      const mark = writer.beginTag(3);
      writer.int16(nextProducerEpoch);
      writer.endTag(mark);
    }
    writeUnknownTags(writer, unknown, next, Infinity);
  } else if (unknown.length > 0) {
    throw unsupportedField("TransactionLogValue", "unknownTaggedFields", version);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeTransactionLogValue(reader: Reader, version: number): TransactionLogValue {
  reader.begin("TransactionLogValue", version, 0, 1);
  const flexible = version >= 1;
  const producerId = reader.int64("producerId");
  const producerEpoch = reader.int16("producerEpoch");
  const transactionTimeoutMs = reader.int32("transactionTimeoutMs");
  const transactionStatus = reader.int8("transactionStatus");
  const transactionPartitions: TransactionLogValuePartitionsSchema[] | null =
    decodeNullableTransactionLogValuePartitionsSchemaArray(
      reader,
      version,
      reader.nullableCount("transactionPartitions", flexible, version >= 1 ? 3 : 6),
    );
  const transactionLastUpdateTimestampMs = reader.int64("transactionLastUpdateTimestampMs");
  const transactionStartTimestampMs = reader.int64("transactionStartTimestampMs");
  let previousProducerId: number = -1;
  let nextProducerId: number = -1;
  let clientTransactionVersion: number = 0;
  let nextProducerEpoch: number = -1;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  if (flexible) {
    for (let tags = reader.tagCount(4); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0) {
        previousProducerId = reader.int64("previousProducerId");
        reader.closeTag(tag, end);
      } else if (tag === 1) {
        nextProducerId = reader.int64("nextProducerId");
        reader.closeTag(tag, end);
      } else if (tag === 2) {
        clientTransactionVersion = reader.int16("clientTransactionVersion");
        reader.closeTag(tag, end);
      } else if (tag === 3) {
        nextProducerEpoch = reader.int16("nextProducerEpoch");
        reader.closeTag(tag, end);
      } else {
        unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
      }
    }
  }
  return {
    producerId,
    previousProducerId,
    nextProducerId,
    producerEpoch,
    nextProducerEpoch,
    transactionTimeoutMs,
    transactionStatus,
    transactionPartitions,
    transactionLastUpdateTimestampMs,
    transactionStartTimestampMs,
    clientTransactionVersion,
    unknownTaggedFields,
  };
}

function encodeTransactionLogValuePartitionsSchema(
  writer: Writer,
  draft: TransactionLogValuePartitionsSchemaDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.topic, flexible);
  const partitionIds = draft.partitionIds;
  writer.count(partitionIds.length, flexible);
  for (const element of partitionIds) writer.int32(element);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  if (flexible) {
    writer.uvarint(unknown.length);
    writeUnknownTags(writer, unknown, 0, Infinity);
  } else if (unknown.length > 0) {
    throw unsupportedField("TransactionLogValue", "unknownTaggedFields", version);
  }
}

function decodeTransactionLogValuePartitionsSchema(
  reader: Reader,
  version: number,
): TransactionLogValuePartitionsSchema {
  const flexible = version >= 1;
  const topic = reader.string("PartitionsSchema.topic", flexible);
  const partitionIds: number[] = readInt32Array(
    reader,
    "PartitionsSchema.partitionIds",
    reader.count("PartitionsSchema.partitionIds", flexible, 4),
  );
  const unknownTaggedFields = flexible ? reader.keepTags() : NO_UNKNOWN_TAGS;
  return { topic, partitionIds, unknownTaggedFields };
}

function decodeNullableTransactionLogValuePartitionsSchemaArray(
  reader: Reader,
  version: number,
  count: number,
): TransactionLogValuePartitionsSchema[] | null {
  return count < 0 ? null : decodeTransactionLogValuePartitionsSchemaArray(reader, version, count);
}

function decodeTransactionLogValuePartitionsSchemaArray(
  reader: Reader,
  version: number,
  count: number,
): TransactionLogValuePartitionsSchema[] {
  const elements: TransactionLogValuePartitionsSchema[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeTransactionLogValuePartitionsSchema(reader, version));
  return elements;
}
