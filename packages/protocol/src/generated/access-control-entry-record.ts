// Generated from schema/metadata/access-control-entry-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** An access rule exists. Record type 18, version 0. */
export interface AccessControlEntryRecord {
  id: string;
  resourceType: number;
  resourceName: string;
  patternType: number;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeAccessControlEntryRecord` takes. */
export interface AccessControlEntryRecordDraft {
  id: string;
  resourceType: number;
  resourceName: string;
  patternType: number;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAccessControlEntryRecord(
  writer: Writer,
  draft: AccessControlEntryRecordDraft,
  version: number,
): void {
  checkVersion("AccessControlEntryRecord", version, 0, 0);
  writer.uuid(draft.id);
  writer.int8(draft.resourceType);
  writer.string(draft.resourceName, true);
  writer.int8(draft.patternType);
  writer.string(draft.principal, true);
  writer.string(draft.host, true);
  writer.int8(draft.operation);
  writer.int8(draft.permissionType);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAccessControlEntryRecord(
  reader: Reader,
  version: number,
): AccessControlEntryRecord {
  reader.begin("AccessControlEntryRecord", version, 0, 0);
  const id = reader.uuid("id");
  const resourceType = reader.int8("resourceType");
  const resourceName = reader.string("resourceName", true);
  const patternType = reader.int8("patternType");
  const principal = reader.string("principal", true);
  const host = reader.string("host", true);
  const operation = reader.int8("operation");
  const permissionType = reader.int8("permissionType");
  const unknownTaggedFields = reader.keepTags();
  return {
    id,
    resourceType,
    resourceName,
    patternType,
    principal,
    host,
    operation,
    permissionType,
    unknownTaggedFields,
  };
}
