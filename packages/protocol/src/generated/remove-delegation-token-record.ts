// Generated from schema/metadata/remove-delegation-token-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A delegation token is removed. Record type 26, version 0. */
export interface RemoveDelegationTokenRecord {
  tokenId: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeRemoveDelegationTokenRecord` takes. */
export interface RemoveDelegationTokenRecordDraft {
  tokenId: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRemoveDelegationTokenRecord(
  writer: Writer,
  draft: RemoveDelegationTokenRecordDraft,
  version: number,
): void {
  checkVersion("RemoveDelegationTokenRecord", version, 0, 0);
  writer.string(draft.tokenId, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRemoveDelegationTokenRecord(
  reader: Reader,
  version: number,
): RemoveDelegationTokenRecord {
  reader.begin("RemoveDelegationTokenRecord", version, 0, 0);
  const tokenId = reader.string("tokenId", true);
  const unknownTaggedFields = reader.keepTags();
  return { tokenId, unknownTaggedFields };
}
