// Generated from schema/metadata/config-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A configuration value of a resource is set, or with null removed. Record type 4, version 0. */
export interface ConfigRecord {
  resourceType: number;
  resourceName: string;
  name: string;
  value: string | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeConfigRecord` takes. */
export interface ConfigRecordDraft {
  resourceType: number;
  resourceName: string;
  name: string;
  value: string | null;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConfigRecord(
  writer: Writer,
  draft: ConfigRecordDraft,
  version: number,
): void {
  checkVersion("ConfigRecord", version, 0, 0);
  writer.int8(draft.resourceType);
  writer.string(draft.resourceName, true);
  writer.string(draft.name, true);
  writer.nullableString(draft.value, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConfigRecord(reader: Reader, version: number): ConfigRecord {
  reader.begin("ConfigRecord", version, 0, 0);
  const resourceType = reader.int8("resourceType");
  const resourceName = reader.string("resourceName", true);
  const name = reader.string("name", true);
  const value = reader.nullableString("value", true);
  const unknownTaggedFields = reader.keepTags();
  return { resourceType, resourceName, name, value, unknownTaggedFields };
}
