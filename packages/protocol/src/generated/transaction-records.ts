// Generated from schema/transaction by `npm run gen`: change that file, not this one.
import { Reader } from "../reader.ts";
import { Writer } from "../writer.ts";
import {
  decodeTransactionLogKey,
  encodeTransactionLogKey,
  type TransactionLogKey,
  type TransactionLogKeyDraft,
  decodeTransactionLogValue,
  encodeTransactionLogValue,
  type TransactionLogValue,
  type TransactionLogValueDraft,
} from "./transaction-log-record.ts";

/** A record of the transaction coordinator. A tombstone's value and version are null. */
export type TransactionRecord = {
  type: "TransactionLog";
  typeId: 0;
  key: TransactionLogKey;
  version: number | null;
  value: TransactionLogValue | null;
};

/** What encodeTransactionRecord takes; a decoded record is one. Without a value it is a tombstone. */
export type TransactionRecordDraft = {
  type: "TransactionLog";
  key: TransactionLogKeyDraft;
  version: number | null;
  value: TransactionLogValueDraft | null;
};

/** The name of a type of transaction record. */
export type TransactionRecordType = TransactionRecord["type"];

/** Each type's number, and the versions of its value that we read. */
export const transactionRecordTypes = {
  TransactionLog: { typeId: 0, minVersion: 0, maxVersion: 1 },
} as const;

/** The type's number that a key begins with. */
export function transactionRecordTypeId(key: Uint8Array): number {
  return new Reader(key).int16("type");
}

/** Throws DecodeError, too, on a type or version that we do not know: see transactionRecordTypeId. */
export function decodeTransactionRecord(
  key: Uint8Array,
  value: Uint8Array | null,
): TransactionRecord {
  const keys = new Reader(key);
  const typeId = keys.int16("type");
  const values = value === null ? null : new Reader(value);
  const version = values === null ? null : values.int16("version");
  switch (typeId) {
    case 0:
      return {
        type: "TransactionLog",
        typeId,
        key: decodeTransactionLogKey(keys, 0),
        version,
        value: values === null ? null : decodeTransactionLogValue(values, version!),
      };
    default:
      throw keys.error("type", `found ${typeId}, which Kafka 4.3.1 does not have`);
  }
}

/** The record's key and value; the value begins with its version. */
export function encodeTransactionRecord(
  draft: TransactionRecordDraft,
  writer: Writer = new Writer(512),
): { key: Uint8Array; value: Uint8Array | null } {
  writer.int16(transactionRecordTypes[draft.type].typeId);
  encodeKey(writer, draft);
  const key = writer.toBytes();
  if (draft.value === null) return { key, value: null };
  encodeValue(writer, draft);
  return { key, value: writer.toBytes() };
}

function encodeKey(writer: Writer, draft: TransactionRecordDraft): void {
  switch (draft.type) {
    case "TransactionLog":
      encodeTransactionLogKey(writer, draft.key, 0);
      break;
  }
}

function encodeValue(writer: Writer, draft: TransactionRecordDraft): void {
  const { version } = draft;
  if (draft.value === null) return;
  if (version === null) throw new TypeError(`${draft.type}: found a value without a version.`);
  writer.int16(version);
  switch (draft.type) {
    case "TransactionLog":
      encodeTransactionLogValue(writer, draft.value, version);
      break;
  }
}
