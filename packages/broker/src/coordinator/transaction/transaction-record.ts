import { Writer } from "@naru/protocol";
import {
  decodeTransactionRecord,
  encodeTransactionRecord,
  transactionRecordTypeId,
  transactionRecordTypes,
} from "@naru/protocol/messages/transaction-records";
import type {
  TransactionLogValue,
  TransactionLogValueDraft,
} from "@naru/protocol/messages/transaction-log-record";
import { noPartitions, type PartitionSet } from "./partition-set.ts";
import { NO_EPOCH, type TransactionMetadata } from "./transaction-metadata.ts";
import { transactionStateById, transactionStates } from "./transaction-state.ts";

/** A record of `__transaction_state`: all that is known of an id; null: it is forgotten. */
export interface TransactionRecord {
  readonly transactionalId: string;
  readonly metadata: TransactionMetadata | null;
}

const { typeId, maxVersion } = transactionRecordTypes.TransactionLog;
const FLEXIBLE_VERSION = 1;

/** What it hands over is copied into a batch, so a slab lasts for many records. */
const writer = new Writer(8_192);

/** undefined for a type, a version or a state that a later Kafka may have written. */
export function decodeTransaction(
  key: Uint8Array,
  value: Uint8Array | null,
): TransactionRecord | undefined {
  if (transactionRecordTypeId(key) !== typeId) return undefined;
  if (value !== null && valueVersion(value) > maxVersion) return undefined;
  const record = decodeTransactionRecord(key, value);
  const { transactionalId } = record.key;
  if (record.value === null) return { transactionalId, metadata: null };
  const metadata = metadataOf(record.value);
  return metadata === undefined ? undefined : { transactionalId, metadata };
}

/** transaction.version 0 has values that older brokers read; they know one producer id alone. */
export function encodeTransaction(
  { transactionalId, metadata }: TransactionRecord,
  transactionVersion: number,
): { key: Uint8Array; value: Uint8Array | null } {
  const type = "TransactionLog";
  const key = { transactionalId };
  writer.reset();
  if (metadata === null) {
    return encodeTransactionRecord({ type, key, version: null, value: null }, writer);
  }
  const version = transactionVersion >= FLEXIBLE_VERSION ? FLEXIBLE_VERSION : 0;
  return encodeTransactionRecord({ type, key, version, value: valueOf(metadata, version) }, writer);
}

function metadataOf(value: TransactionLogValue): TransactionMetadata | undefined {
  const state = transactionStateById(value.transactionStatus);
  if (state === undefined) return undefined;
  return {
    producerId: value.producerId,
    previousProducerId: value.previousProducerId,
    nextProducerId: value.nextProducerId,
    producerEpoch: value.producerEpoch,
    lastProducerEpoch: NO_EPOCH,
    timeoutMs: value.transactionTimeoutMs,
    state,
    partitions: partitionsOfValue(value),
    startMs: value.transactionStartTimestampMs,
    lastUpdateMs: value.transactionLastUpdateTimestampMs,
    clientTransactionVersion: value.clientTransactionVersion,
  };
}

function partitionsOfValue({ transactionPartitions }: TransactionLogValue): PartitionSet {
  if (transactionPartitions === null || transactionPartitions.length === 0) return noPartitions;
  return new Map(transactionPartitions.map(({ topic, partitionIds }) => [topic, partitionIds]));
}

function valueOf(metadata: TransactionMetadata, version: number): TransactionLogValueDraft {
  const value: TransactionLogValueDraft = {
    producerId: metadata.producerId,
    producerEpoch: metadata.producerEpoch,
    transactionTimeoutMs: metadata.timeoutMs,
    transactionStatus: transactionStates[metadata.state].id,
    transactionPartitions:
      metadata.state === "Empty"
        ? null
        : Array.from(metadata.partitions, ([topic, partitionIds]) => ({ topic, partitionIds })),
    transactionLastUpdateTimestampMs: metadata.lastUpdateMs,
    transactionStartTimestampMs: metadata.startMs,
  };
  if (version < FLEXIBLE_VERSION) return value;
  const { previousProducerId, nextProducerId, clientTransactionVersion } = metadata;
  return { ...value, previousProducerId, nextProducerId, clientTransactionVersion };
}

/** The value begins with its version, two bytes. */
function valueVersion(value: Uint8Array): number {
  return value.length < 2 ? 0 : new DataView(value.buffer, value.byteOffset).getInt16(0);
}
