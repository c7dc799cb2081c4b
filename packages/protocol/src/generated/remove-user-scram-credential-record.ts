// Generated from schema/metadata/remove-user-scram-credential-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A user's SCRAM credential is removed. Record type 22, version 0. */
export interface RemoveUserScramCredentialRecord {
  name: string;
  mechanism: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeRemoveUserScramCredentialRecord` takes. */
export interface RemoveUserScramCredentialRecordDraft {
  name: string;
  mechanism: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRemoveUserScramCredentialRecord(
  writer: Writer,
  draft: RemoveUserScramCredentialRecordDraft,
  version: number,
): void {
  checkVersion("RemoveUserScramCredentialRecord", version, 0, 0);
  writer.string(draft.name, true);
  writer.int8(draft.mechanism);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRemoveUserScramCredentialRecord(
  reader: Reader,
  version: number,
): RemoveUserScramCredentialRecord {
  reader.begin("RemoveUserScramCredentialRecord", version, 0, 0);
  const name = reader.string("name", true);
  const mechanism = reader.int8("mechanism");
  const unknownTaggedFields = reader.keepTags();
  return { name, mechanism, unknownTaggedFields };
}
