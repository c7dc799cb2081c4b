// Generated from schema/metadata/client-quota-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A client quota is set or removed. Record type 14, version 0. */
export interface ClientQuotaRecord {
  entity: ClientQuotaRecordEntityData[];
  key: string;
  value: number;
  remove: boolean;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ClientQuotaRecordEntityData {
  entityType: string;
  entityName: string | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeClientQuotaRecord` takes. */
export interface ClientQuotaRecordDraft {
  entity: readonly ClientQuotaRecordEntityDataDraft[];
  key: string;
  value: number;
  remove: boolean;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeClientQuotaRecord` takes, in part. */
export interface ClientQuotaRecordEntityDataDraft {
  entityType: string;
  entityName: string | null;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeClientQuotaRecord(
  writer: Writer,
  draft: ClientQuotaRecordDraft,
  version: number,
): void {
  checkVersion("ClientQuotaRecord", version, 0, 0);
  const entity = draft.entity;
  writer.count(entity.length, true);
  for (const element of entity) encodeClientQuotaRecordEntityData(writer, element, version);
  writer.string(draft.key, true);
  writer.float64(draft.value);
  writer.bool(draft.remove);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeClientQuotaRecord(reader: Reader, version: number): ClientQuotaRecord {
  reader.begin("ClientQuotaRecord", version, 0, 0);
  const entity: ClientQuotaRecordEntityData[] = decodeClientQuotaRecordEntityDataArray(
    reader,
    version,
    reader.count("entity", true, 3),
  );
  const key = reader.string("key", true);
  const value = reader.float64("value");
  const remove = reader.bool("remove");
  const unknownTaggedFields = reader.keepTags();
  return { entity, key, value, remove, unknownTaggedFields };
}

function encodeClientQuotaRecordEntityData(
  writer: Writer,
  draft: ClientQuotaRecordEntityDataDraft,
  _version: number,
): void {
  writer.string(draft.entityType, true);
  writer.nullableString(draft.entityName, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeClientQuotaRecordEntityData(
  reader: Reader,
  _version: number,
): ClientQuotaRecordEntityData {
  const entityType = reader.string("EntityData.entityType", true);
  const entityName = reader.nullableString("EntityData.entityName", true);
  const unknownTaggedFields = reader.keepTags();
  return { entityType, entityName, unknownTaggedFields };
}

function decodeClientQuotaRecordEntityDataArray(
  reader: Reader,
  version: number,
  count: number,
): ClientQuotaRecordEntityData[] {
  const elements: ClientQuotaRecordEntityData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeClientQuotaRecordEntityData(reader, version));
  return elements;
}
