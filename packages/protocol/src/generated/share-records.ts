// Generated from schema/share by `npm run gen`: change that file, not this one.
import { Reader } from "../reader.ts";
import { Writer } from "../writer.ts";
import {
  decodeShareSnapshotKey,
  encodeShareSnapshotKey,
  type ShareSnapshotKey,
  type ShareSnapshotKeyDraft,
  decodeShareSnapshotValue,
  encodeShareSnapshotValue,
  type ShareSnapshotValue,
  type ShareSnapshotValueDraft,
} from "./share-snapshot-record.ts";
import {
  decodeShareUpdateKey,
  encodeShareUpdateKey,
  type ShareUpdateKey,
  type ShareUpdateKeyDraft,
  decodeShareUpdateValue,
  encodeShareUpdateValue,
  type ShareUpdateValue,
  type ShareUpdateValueDraft,
} from "./share-update-record.ts";

/** A record of the share coordinator. A tombstone's value and version are null. */
export type ShareRecord =
  | {
      type: "ShareSnapshot";
      typeId: 0;
      key: ShareSnapshotKey;
      version: number | null;
      value: ShareSnapshotValue | null;
    }
  | {
      type: "ShareUpdate";
      typeId: 1;
      key: ShareUpdateKey;
      version: number | null;
      value: ShareUpdateValue | null;
    };

/** What encodeShareRecord takes; a decoded record is one. Without a value it is a tombstone. */
export type ShareRecordDraft =
  | {
      type: "ShareSnapshot";
      key: ShareSnapshotKeyDraft;
      version: number | null;
      value: ShareSnapshotValueDraft | null;
    }
  | {
      type: "ShareUpdate";
      key: ShareUpdateKeyDraft;
      version: number | null;
      value: ShareUpdateValueDraft | null;
    };

/** The name of a type of share record. */
export type ShareRecordType = ShareRecord["type"];

/** Each type's number, and the versions of its value that we read. */
export const shareRecordTypes = {
  ShareSnapshot: { typeId: 0, minVersion: 0, maxVersion: 0 },
  ShareUpdate: { typeId: 1, minVersion: 0, maxVersion: 0 },
} as const;

/** The type's number that a key begins with. */
export function shareRecordTypeId(key: Uint8Array): number {
  return new Reader(key).int16("type");
}

/** Throws DecodeError, too, on a type or version that we do not know: see shareRecordTypeId. */
export function decodeShareRecord(key: Uint8Array, value: Uint8Array | null): ShareRecord {
  const keys = new Reader(key);
  const typeId = keys.int16("type");
  const values = value === null ? null : new Reader(value);
  const version = values === null ? null : values.int16("version");
  switch (typeId) {
    case 0:
      return {
        type: "ShareSnapshot",
        typeId,
        key: decodeShareSnapshotKey(keys, 0),
        version,
        value: values === null ? null : decodeShareSnapshotValue(values, version!),
      };
    case 1:
      return {
        type: "ShareUpdate",
        typeId,
        key: decodeShareUpdateKey(keys, 0),
        version,
        value: values === null ? null : decodeShareUpdateValue(values, version!),
      };
    default:
      throw keys.error("type", `found ${typeId}, which Kafka 4.3.1 does not have`);
  }
}

/** The record's key and value; the value begins with its version. */
export function encodeShareRecord(
  draft: ShareRecordDraft,
  writer: Writer = new Writer(512),
): { key: Uint8Array; value: Uint8Array | null } {
  writer.int16(shareRecordTypes[draft.type].typeId);
  encodeKey(writer, draft);
  const key = writer.toBytes();
  if (draft.value === null) return { key, value: null };
  encodeValue(writer, draft);
  return { key, value: writer.toBytes() };
}

function encodeKey(writer: Writer, draft: ShareRecordDraft): void {
  switch (draft.type) {
    case "ShareSnapshot":
      encodeShareSnapshotKey(writer, draft.key, 0);
      break;
    case "ShareUpdate":
      encodeShareUpdateKey(writer, draft.key, 0);
      break;
  }
}

function encodeValue(writer: Writer, draft: ShareRecordDraft): void {
  const { version } = draft;
  if (draft.value === null) return;
  if (version === null) throw new TypeError(`${draft.type}: found a value without a version.`);
  writer.int16(version);
  switch (draft.type) {
    case "ShareSnapshot":
      encodeShareSnapshotValue(writer, draft.value, version);
      break;
    case "ShareUpdate":
      encodeShareUpdateValue(writer, draft.value, version);
      break;
  }
}
