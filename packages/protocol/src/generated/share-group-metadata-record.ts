// Generated from schema/group/share-group-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A share group (KIP-932): its epoch. Record type 11, version 0. */
export interface ShareGroupMetadataKey {
  groupId: string;
}

/** What `encodeShareGroupMetadataKey` takes. */
export interface ShareGroupMetadataKeyDraft {
  groupId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupMetadataKey(
  writer: Writer,
  draft: ShareGroupMetadataKeyDraft,
  version: number,
): void {
  checkVersion("ShareGroupMetadataKey", version, 0, 0);
  writer.string(draft.groupId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupMetadataKey(
  reader: Reader,
  version: number,
): ShareGroupMetadataKey {
  reader.begin("ShareGroupMetadataKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  return { groupId };
}

/** Record type 11, version 0. */
export interface ShareGroupMetadataValue {
  epoch: number;
  metadataHash: bigint;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeShareGroupMetadataValue` takes. */
export interface ShareGroupMetadataValueDraft {
  epoch: number;
  metadataHash: bigint;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupMetadataValue(
  writer: Writer,
  draft: ShareGroupMetadataValueDraft,
  version: number,
): void {
  checkVersion("ShareGroupMetadataValue", version, 0, 0);
  writer.int32(draft.epoch);
  writer.int64Bits(draft.metadataHash);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupMetadataValue(
  reader: Reader,
  version: number,
): ShareGroupMetadataValue {
  reader.begin("ShareGroupMetadataValue", version, 0, 0);
  const epoch = reader.int32("epoch");
  const metadataHash = reader.int64Bits("metadataHash");
  const unknownTaggedFields = reader.keepTags();
  return { epoch, metadataHash, unknownTaggedFields };
}
