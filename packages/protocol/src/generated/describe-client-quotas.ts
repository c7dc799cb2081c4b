// Generated from schema/api/describe-client-quotas.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Lists the client quotas that match a filter. Api key 48, versions 0-1. */
export interface DescribeClientQuotasRequest {
  components: DescribeClientQuotasRequestComponentData[];
  strict: boolean;
}

export interface DescribeClientQuotasRequestComponentData {
  entityType: string;
  matchType: number;
  match: string | null;
}

/** What `encodeDescribeClientQuotasRequest` takes. */
export interface DescribeClientQuotasRequestDraft {
  components: readonly DescribeClientQuotasRequestComponentDataDraft[];
  strict: boolean;
}

/** What `encodeDescribeClientQuotasRequest` takes, in part. */
export interface DescribeClientQuotasRequestComponentDataDraft {
  entityType: string;
  matchType: number;
  match: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeClientQuotasRequest(
  writer: Writer,
  draft: DescribeClientQuotasRequestDraft,
  version: number,
): void {
  checkVersion("DescribeClientQuotasRequest", version, 0, 1);
  const flexible = version >= 1;
  const components = draft.components;
  writer.count(components.length, flexible);
  for (const element of components)
    encodeDescribeClientQuotasRequestComponentData(writer, element, version);
  writer.bool(draft.strict);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeClientQuotasRequest(
  reader: Reader,
  version: number,
): DescribeClientQuotasRequest {
  reader.begin("DescribeClientQuotasRequest", version, 0, 1);
  const flexible = version >= 1;
  const components: DescribeClientQuotasRequestComponentData[] =
    decodeDescribeClientQuotasRequestComponentDataArray(
      reader,
      version,
      reader.count("components", flexible, version >= 1 ? 4 : 5),
    );
  const strict = reader.bool("strict");
  if (flexible) reader.skipTags();
  return { components, strict };
}

function encodeDescribeClientQuotasRequestComponentData(
  writer: Writer,
  draft: DescribeClientQuotasRequestComponentDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.entityType, flexible);
  writer.int8(draft.matchType);
  writer.nullableString(draft.match, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeClientQuotasRequestComponentData(
  reader: Reader,
  version: number,
): DescribeClientQuotasRequestComponentData {
  const flexible = version >= 1;
  const entityType = reader.string("ComponentData.entityType", flexible);
  const matchType = reader.int8("ComponentData.matchType");
  const match = reader.nullableString("ComponentData.match", flexible);
  if (flexible) reader.skipTags();
  return { entityType, matchType, match };
}

function decodeDescribeClientQuotasRequestComponentDataArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeClientQuotasRequestComponentData[] {
  const elements: DescribeClientQuotasRequestComponentData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeClientQuotasRequestComponentData(reader, version));
  return elements;
}

/** Api key 48, versions 0-1. */
export interface DescribeClientQuotasResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  entries: DescribeClientQuotasResponseEntryData[] | null;
}

export interface DescribeClientQuotasResponseEntryData {
  entity: DescribeClientQuotasResponseEntityData[];
  values: DescribeClientQuotasResponseValueData[];
}

export interface DescribeClientQuotasResponseEntityData {
  entityType: string;
  entityName: string | null;
}

export interface DescribeClientQuotasResponseValueData {
  key: string;
  value: number;
}

/** What `encodeDescribeClientQuotasResponse` takes. */
export interface DescribeClientQuotasResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  entries: readonly DescribeClientQuotasResponseEntryDataDraft[] | null;
}

/** What `encodeDescribeClientQuotasResponse` takes, in part. */
export interface DescribeClientQuotasResponseEntryDataDraft {
  entity: readonly DescribeClientQuotasResponseEntityDataDraft[];
  values: readonly DescribeClientQuotasResponseValueDataDraft[];
}

/** What `encodeDescribeClientQuotasResponse` takes, in part. */
export interface DescribeClientQuotasResponseEntityDataDraft {
  entityType: string;
  entityName: string | null;
}

/** What `encodeDescribeClientQuotasResponse` takes, in part. */
export interface DescribeClientQuotasResponseValueDataDraft {
  key: string;
  value: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeClientQuotasResponse(
  writer: Writer,
  draft: DescribeClientQuotasResponseDraft,
  version: number,
): void {
  checkVersion("DescribeClientQuotasResponse", version, 0, 1);
  const flexible = version >= 1;
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  const entries = draft.entries;
  if (entries === null) {
    writer.nullCount(flexible);
  } else {
    writer.count(entries.length, flexible);
    for (const element of entries)
      encodeDescribeClientQuotasResponseEntryData(writer, element, version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeClientQuotasResponse(
  reader: Reader,
  version: number,
): DescribeClientQuotasResponse {
  reader.begin("DescribeClientQuotasResponse", version, 0, 1);
  const flexible = version >= 1;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", flexible);
  const entries: DescribeClientQuotasResponseEntryData[] | null =
    decodeNullableDescribeClientQuotasResponseEntryDataArray(
      reader,
      version,
      reader.nullableCount("entries", flexible, version >= 1 ? 3 : 8),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage, entries };
}

function encodeDescribeClientQuotasResponseEntryData(
  writer: Writer,
  draft: DescribeClientQuotasResponseEntryDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  const entity = draft.entity;
  writer.count(entity.length, flexible);
  for (const element of entity)
    encodeDescribeClientQuotasResponseEntityData(writer, element, version);
  const values = draft.values;
  writer.count(values.length, flexible);
  for (const element of values)
    encodeDescribeClientQuotasResponseValueData(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeClientQuotasResponseEntryData(
  reader: Reader,
  version: number,
): DescribeClientQuotasResponseEntryData {
  const flexible = version >= 1;
  const entity: DescribeClientQuotasResponseEntityData[] =
    decodeDescribeClientQuotasResponseEntityDataArray(
      reader,
      version,
      reader.count("EntryData.entity", flexible, version >= 1 ? 3 : 4),
    );
  const values: DescribeClientQuotasResponseValueData[] =
    decodeDescribeClientQuotasResponseValueDataArray(
      reader,
      version,
      reader.count("EntryData.values", flexible, 10),
    );
  if (flexible) reader.skipTags();
  return { entity, values };
}

function encodeDescribeClientQuotasResponseEntityData(
  writer: Writer,
  draft: DescribeClientQuotasResponseEntityDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.entityType, flexible);
  writer.nullableString(draft.entityName, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeClientQuotasResponseEntityData(
  reader: Reader,
  version: number,
): DescribeClientQuotasResponseEntityData {
  const flexible = version >= 1;
  const entityType = reader.string("EntityData.entityType", flexible);
  const entityName = reader.nullableString("EntityData.entityName", flexible);
  if (flexible) reader.skipTags();
  return { entityType, entityName };
}

function encodeDescribeClientQuotasResponseValueData(
  writer: Writer,
  draft: DescribeClientQuotasResponseValueDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.key, flexible);
  writer.float64(draft.value);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeClientQuotasResponseValueData(
  reader: Reader,
  version: number,
): DescribeClientQuotasResponseValueData {
  const flexible = version >= 1;
  const key = reader.string("ValueData.key", flexible);
  const value = reader.float64("ValueData.value");
  if (flexible) reader.skipTags();
  return { key, value };
}

function decodeNullableDescribeClientQuotasResponseEntryDataArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeClientQuotasResponseEntryData[] | null {
  return count < 0
    ? null
    : decodeDescribeClientQuotasResponseEntryDataArray(reader, version, count);
}

function decodeDescribeClientQuotasResponseEntityDataArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeClientQuotasResponseEntityData[] {
  const elements: DescribeClientQuotasResponseEntityData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeClientQuotasResponseEntityData(reader, version));
  return elements;
}

function decodeDescribeClientQuotasResponseValueDataArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeClientQuotasResponseValueData[] {
  const elements: DescribeClientQuotasResponseValueData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeClientQuotasResponseValueData(reader, version));
  return elements;
}

function decodeDescribeClientQuotasResponseEntryDataArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeClientQuotasResponseEntryData[] {
  const elements: DescribeClientQuotasResponseEntryData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeClientQuotasResponseEntryData(reader, version));
  return elements;
}
