// Generated from schema/control/control-record-type-schema.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The key of a control record. Version 0. */
export interface ControlRecordTypeSchema {
  type: number;
}

/** What `encodeControlRecordTypeSchema` takes. */
export interface ControlRecordTypeSchemaDraft {
  type: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeControlRecordTypeSchema(
  writer: Writer,
  draft: ControlRecordTypeSchemaDraft,
  version: number,
): void {
  checkVersion("ControlRecordTypeSchema", version, 0, 0);
  writer.int16(draft.type);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeControlRecordTypeSchema(
  reader: Reader,
  version: number,
): ControlRecordTypeSchema {
  reader.begin("ControlRecordTypeSchema", version, 0, 0);
  const type = reader.int16("type");
  return { type };
}
