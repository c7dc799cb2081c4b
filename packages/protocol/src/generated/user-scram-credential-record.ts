// Generated from schema/metadata/user-scram-credential-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A user's SCRAM credential is set. Record type 11, version 0. */
export interface UserScramCredentialRecord {
  name: string;
  mechanism: number;
  salt: Uint8Array;
  storedKey: Uint8Array;
  serverKey: Uint8Array;
  iterations: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeUserScramCredentialRecord` takes. */
export interface UserScramCredentialRecordDraft {
  name: string;
  mechanism: number;
  salt: Uint8Array;
  storedKey: Uint8Array;
  serverKey: Uint8Array;
  iterations: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeUserScramCredentialRecord(
  writer: Writer,
  draft: UserScramCredentialRecordDraft,
  version: number,
): void {
  checkVersion("UserScramCredentialRecord", version, 0, 0);
  writer.string(draft.name, true);
  writer.int8(draft.mechanism);
  writer.bytes(draft.salt, true);
  writer.bytes(draft.storedKey, true);
  writer.bytes(draft.serverKey, true);
  writer.int32(draft.iterations);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeUserScramCredentialRecord(
  reader: Reader,
  version: number,
): UserScramCredentialRecord {
  reader.begin("UserScramCredentialRecord", version, 0, 0);
  const name = reader.string("name", true);
  const mechanism = reader.int8("mechanism");
  const salt = reader.bytes("salt", true);
  const storedKey = reader.bytes("storedKey", true);
  const serverKey = reader.bytes("serverKey", true);
  const iterations = reader.int32("iterations");
  const unknownTaggedFields = reader.keepTags();
  return { name, mechanism, salt, storedKey, serverKey, iterations, unknownTaggedFields };
}
