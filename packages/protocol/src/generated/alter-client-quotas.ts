// Generated from schema/api/alter-client-quotas.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Sets or removes client quotas. Api key 49, versions 0-1. */
export interface AlterClientQuotasRequest {
  entries: AlterClientQuotasRequestEntryData[];
  validateOnly: boolean;
}

export interface AlterClientQuotasRequestEntryData {
  entity: AlterClientQuotasRequestEntityData[];
  ops: AlterClientQuotasRequestOpData[];
}

export interface AlterClientQuotasRequestEntityData {
  entityType: string;
  entityName: string | null;
}

export interface AlterClientQuotasRequestOpData {
  key: string;
  value: number;
  remove: boolean;
}

/** What `encodeAlterClientQuotasRequest` takes. */
export interface AlterClientQuotasRequestDraft {
  entries: readonly AlterClientQuotasRequestEntryDataDraft[];
  validateOnly: boolean;
}

/** What `encodeAlterClientQuotasRequest` takes, in part. */
export interface AlterClientQuotasRequestEntryDataDraft {
  entity: readonly AlterClientQuotasRequestEntityDataDraft[];
  ops: readonly AlterClientQuotasRequestOpDataDraft[];
}

/** What `encodeAlterClientQuotasRequest` takes, in part. */
export interface AlterClientQuotasRequestEntityDataDraft {
  entityType: string;
  entityName: string | null;
}

/** What `encodeAlterClientQuotasRequest` takes, in part. */
export interface AlterClientQuotasRequestOpDataDraft {
  key: string;
  value: number;
  remove: boolean;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterClientQuotasRequest(
  writer: Writer,
  draft: AlterClientQuotasRequestDraft,
  version: number,
): void {
  checkVersion("AlterClientQuotasRequest", version, 0, 1);
  const flexible = version >= 1;
  const entries = draft.entries;
  writer.count(entries.length, flexible);
  for (const element of entries) encodeAlterClientQuotasRequestEntryData(writer, element, version);
  writer.bool(draft.validateOnly);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterClientQuotasRequest(
  reader: Reader,
  version: number,
): AlterClientQuotasRequest {
  reader.begin("AlterClientQuotasRequest", version, 0, 1);
  const flexible = version >= 1;
  const entries: AlterClientQuotasRequestEntryData[] = decodeAlterClientQuotasRequestEntryDataArray(
    reader,
    version,
    reader.count("entries", flexible, version >= 1 ? 3 : 8),
  );
  const validateOnly = reader.bool("validateOnly");
  if (flexible) reader.skipTags();
  return { entries, validateOnly };
}

function encodeAlterClientQuotasRequestEntryData(
  writer: Writer,
  draft: AlterClientQuotasRequestEntryDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  const entity = draft.entity;
  writer.count(entity.length, flexible);
  for (const element of entity) encodeAlterClientQuotasRequestEntityData(writer, element, version);
  const ops = draft.ops;
  writer.count(ops.length, flexible);
  for (const element of ops) encodeAlterClientQuotasRequestOpData(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterClientQuotasRequestEntryData(
  reader: Reader,
  version: number,
): AlterClientQuotasRequestEntryData {
  const flexible = version >= 1;
  const entity: AlterClientQuotasRequestEntityData[] =
    decodeAlterClientQuotasRequestEntityDataArray(
      reader,
      version,
      reader.count("EntryData.entity", flexible, version >= 1 ? 3 : 4),
    );
  const ops: AlterClientQuotasRequestOpData[] = decodeAlterClientQuotasRequestOpDataArray(
    reader,
    version,
    reader.count("EntryData.ops", flexible, 11),
  );
  if (flexible) reader.skipTags();
  return { entity, ops };
}

function encodeAlterClientQuotasRequestEntityData(
  writer: Writer,
  draft: AlterClientQuotasRequestEntityDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.entityType, flexible);
  writer.nullableString(draft.entityName, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterClientQuotasRequestEntityData(
  reader: Reader,
  version: number,
): AlterClientQuotasRequestEntityData {
  const flexible = version >= 1;
  const entityType = reader.string("EntityData.entityType", flexible);
  const entityName = reader.nullableString("EntityData.entityName", flexible);
  if (flexible) reader.skipTags();
  return { entityType, entityName };
}

function encodeAlterClientQuotasRequestOpData(
  writer: Writer,
  draft: AlterClientQuotasRequestOpDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.key, flexible);
  writer.float64(draft.value);
  writer.bool(draft.remove);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterClientQuotasRequestOpData(
  reader: Reader,
  version: number,
): AlterClientQuotasRequestOpData {
  const flexible = version >= 1;
  const key = reader.string("OpData.key", flexible);
  const value = reader.float64("OpData.value");
  const remove = reader.bool("OpData.remove");
  if (flexible) reader.skipTags();
  return { key, value, remove };
}

function decodeAlterClientQuotasRequestEntryDataArray(
  reader: Reader,
  version: number,
  count: number,
): AlterClientQuotasRequestEntryData[] {
  const elements: AlterClientQuotasRequestEntryData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterClientQuotasRequestEntryData(reader, version));
  return elements;
}

function decodeAlterClientQuotasRequestEntityDataArray(
  reader: Reader,
  version: number,
  count: number,
): AlterClientQuotasRequestEntityData[] {
  const elements: AlterClientQuotasRequestEntityData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterClientQuotasRequestEntityData(reader, version));
  return elements;
}

function decodeAlterClientQuotasRequestOpDataArray(
  reader: Reader,
  version: number,
  count: number,
): AlterClientQuotasRequestOpData[] {
  const elements: AlterClientQuotasRequestOpData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterClientQuotasRequestOpData(reader, version));
  return elements;
}

/** Api key 49, versions 0-1. */
export interface AlterClientQuotasResponse {
  throttleTimeMs: number;
  entries: AlterClientQuotasResponseEntryData[];
}

export interface AlterClientQuotasResponseEntryData {
  errorCode: number;
  errorMessage: string | null;
  entity: AlterClientQuotasResponseEntityData[];
}

export interface AlterClientQuotasResponseEntityData {
  entityType: string;
  entityName: string | null;
}

/** What `encodeAlterClientQuotasResponse` takes. */
export interface AlterClientQuotasResponseDraft {
  throttleTimeMs: number;
  entries: readonly AlterClientQuotasResponseEntryDataDraft[];
}

/** What `encodeAlterClientQuotasResponse` takes, in part. */
export interface AlterClientQuotasResponseEntryDataDraft {
  errorCode: number;
  errorMessage: string | null;
  entity: readonly AlterClientQuotasResponseEntityDataDraft[];
}

/** What `encodeAlterClientQuotasResponse` takes, in part. */
export interface AlterClientQuotasResponseEntityDataDraft {
  entityType: string;
  entityName: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterClientQuotasResponse(
  writer: Writer,
  draft: AlterClientQuotasResponseDraft,
  version: number,
): void {
  checkVersion("AlterClientQuotasResponse", version, 0, 1);
  const flexible = version >= 1;
  writer.int32(draft.throttleTimeMs);
  const entries = draft.entries;
  writer.count(entries.length, flexible);
  for (const element of entries) encodeAlterClientQuotasResponseEntryData(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterClientQuotasResponse(
  reader: Reader,
  version: number,
): AlterClientQuotasResponse {
  reader.begin("AlterClientQuotasResponse", version, 0, 1);
  const flexible = version >= 1;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const entries: AlterClientQuotasResponseEntryData[] =
    decodeAlterClientQuotasResponseEntryDataArray(
      reader,
      version,
      reader.count("entries", flexible, version >= 1 ? 5 : 8),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, entries };
}

function encodeAlterClientQuotasResponseEntryData(
  writer: Writer,
  draft: AlterClientQuotasResponseEntryDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  const entity = draft.entity;
  writer.count(entity.length, flexible);
  for (const element of entity) encodeAlterClientQuotasResponseEntityData(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterClientQuotasResponseEntryData(
  reader: Reader,
  version: number,
): AlterClientQuotasResponseEntryData {
  const flexible = version >= 1;
  const errorCode = reader.int16("EntryData.errorCode");
  const errorMessage = reader.nullableString("EntryData.errorMessage", flexible);
  const entity: AlterClientQuotasResponseEntityData[] =
    decodeAlterClientQuotasResponseEntityDataArray(
      reader,
      version,
      reader.count("EntryData.entity", flexible, version >= 1 ? 3 : 4),
    );
  if (flexible) reader.skipTags();
  return { errorCode, errorMessage, entity };
}

function encodeAlterClientQuotasResponseEntityData(
  writer: Writer,
  draft: AlterClientQuotasResponseEntityDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.entityType, flexible);
  writer.nullableString(draft.entityName, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterClientQuotasResponseEntityData(
  reader: Reader,
  version: number,
): AlterClientQuotasResponseEntityData {
  const flexible = version >= 1;
  const entityType = reader.string("EntityData.entityType", flexible);
  const entityName = reader.nullableString("EntityData.entityName", flexible);
  if (flexible) reader.skipTags();
  return { entityType, entityName };
}

function decodeAlterClientQuotasResponseEntryDataArray(
  reader: Reader,
  version: number,
  count: number,
): AlterClientQuotasResponseEntryData[] {
  const elements: AlterClientQuotasResponseEntryData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterClientQuotasResponseEntryData(reader, version));
  return elements;
}

function decodeAlterClientQuotasResponseEntityDataArray(
  reader: Reader,
  version: number,
  count: number,
): AlterClientQuotasResponseEntityData[] {
  const elements: AlterClientQuotasResponseEntityData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterClientQuotasResponseEntityData(reader, version));
  return elements;
}
