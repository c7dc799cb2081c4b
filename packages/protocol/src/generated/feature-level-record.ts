// Generated from schema/metadata/feature-level-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A feature is finalized at a level; level 0 removes it. Record type 12, version 0. */
export interface FeatureLevelRecord {
  name: string;
  featureLevel: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeFeatureLevelRecord` takes. */
export interface FeatureLevelRecordDraft {
  name: string;
  featureLevel: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeFeatureLevelRecord(
  writer: Writer,
  draft: FeatureLevelRecordDraft,
  version: number,
): void {
  checkVersion("FeatureLevelRecord", version, 0, 0);
  writer.string(draft.name, true);
  writer.int16(draft.featureLevel);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeFeatureLevelRecord(reader: Reader, version: number): FeatureLevelRecord {
  reader.begin("FeatureLevelRecord", version, 0, 0);
  const name = reader.string("name", true);
  const featureLevel = reader.int16("featureLevel");
  const unknownTaggedFields = reader.keepTags();
  return { name, featureLevel, unknownTaggedFields };
}
