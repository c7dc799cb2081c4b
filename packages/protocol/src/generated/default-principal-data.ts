// Generated from schema/principal/default-principal-data.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** Who sent a request that a broker forwards, inside Envelope. Version 0. */
export interface DefaultPrincipalData {
  type: string;
  name: string;
  tokenAuthenticated: boolean;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeDefaultPrincipalData` takes. */
export interface DefaultPrincipalDataDraft {
  type: string;
  name: string;
  tokenAuthenticated: boolean;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDefaultPrincipalData(
  writer: Writer,
  draft: DefaultPrincipalDataDraft,
  version: number,
): void {
  checkVersion("DefaultPrincipalData", version, 0, 0);
  writer.string(draft.type, true);
  writer.string(draft.name, true);
  writer.bool(draft.tokenAuthenticated);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDefaultPrincipalData(reader: Reader, version: number): DefaultPrincipalData {
  reader.begin("DefaultPrincipalData", version, 0, 0);
  const type = reader.string("type", true);
  const name = reader.string("name", true);
  const tokenAuthenticated = reader.bool("tokenAuthenticated");
  const unknownTaggedFields = reader.keepTags();
  return { type, name, tokenAuthenticated, unknownTaggedFields };
}
