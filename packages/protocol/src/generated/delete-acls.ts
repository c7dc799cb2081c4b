// Generated from schema/api/delete-acls.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Removes the access rules that match filters. Api key 31, versions 1-3. */
export interface DeleteAclsRequest {
  filters: DeleteAclsRequestDeleteAclsFilter[];
}

export interface DeleteAclsRequestDeleteAclsFilter {
  resourceTypeFilter: number;
  resourceNameFilter: string | null;
  patternTypeFilter: number;
  principalFilter: string | null;
  hostFilter: string | null;
  operation: number;
  permissionType: number;
}

/** What `encodeDeleteAclsRequest` takes. */
export interface DeleteAclsRequestDraft {
  filters: readonly DeleteAclsRequestDeleteAclsFilterDraft[];
}

/** What `encodeDeleteAclsRequest` takes, in part. */
export interface DeleteAclsRequestDeleteAclsFilterDraft {
  resourceTypeFilter: number;
  resourceNameFilter: string | null;
  patternTypeFilter?: number | undefined;
  principalFilter: string | null;
  hostFilter: string | null;
  operation: number;
  permissionType: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteAclsRequest(
  writer: Writer,
  draft: DeleteAclsRequestDraft,
  version: number,
): void {
  checkVersion("DeleteAclsRequest", version, 1, 3);
  const flexible = version >= 2;
  const filters = draft.filters;
  writer.count(filters.length, flexible);
  for (const element of filters) encodeDeleteAclsRequestDeleteAclsFilter(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteAclsRequest(reader: Reader, version: number): DeleteAclsRequest {
  reader.begin("DeleteAclsRequest", version, 1, 3);
  const flexible = version >= 2;
  const filters: DeleteAclsRequestDeleteAclsFilter[] = decodeDeleteAclsRequestDeleteAclsFilterArray(
    reader,
    version,
    reader.count("filters", flexible, version >= 2 ? 8 : 10),
  );
  if (flexible) reader.skipTags();
  return { filters };
}

function encodeDeleteAclsRequestDeleteAclsFilter(
  writer: Writer,
  draft: DeleteAclsRequestDeleteAclsFilterDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int8(draft.resourceTypeFilter);
  writer.nullableString(draft.resourceNameFilter, flexible);
  writer.int8(draft.patternTypeFilter ?? 3);
  writer.nullableString(draft.principalFilter, flexible);
  writer.nullableString(draft.hostFilter, flexible);
  writer.int8(draft.operation);
  writer.int8(draft.permissionType);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDeleteAclsRequestDeleteAclsFilter(
  reader: Reader,
  version: number,
): DeleteAclsRequestDeleteAclsFilter {
  const flexible = version >= 2;
  const resourceTypeFilter = reader.int8("DeleteAclsFilter.resourceTypeFilter");
  const resourceNameFilter = reader.nullableString("DeleteAclsFilter.resourceNameFilter", flexible);
  const patternTypeFilter = reader.int8("DeleteAclsFilter.patternTypeFilter");
  const principalFilter = reader.nullableString("DeleteAclsFilter.principalFilter", flexible);
  const hostFilter = reader.nullableString("DeleteAclsFilter.hostFilter", flexible);
  const operation = reader.int8("DeleteAclsFilter.operation");
  const permissionType = reader.int8("DeleteAclsFilter.permissionType");
  if (flexible) reader.skipTags();
  return {
    resourceTypeFilter,
    resourceNameFilter,
    patternTypeFilter,
    principalFilter,
    hostFilter,
    operation,
    permissionType,
  };
}

function decodeDeleteAclsRequestDeleteAclsFilterArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteAclsRequestDeleteAclsFilter[] {
  const elements: DeleteAclsRequestDeleteAclsFilter[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteAclsRequestDeleteAclsFilter(reader, version));
  return elements;
}

/** Api key 31, versions 1-3. */
export interface DeleteAclsResponse {
  throttleTimeMs: number;
  filterResults: DeleteAclsResponseDeleteAclsFilterResult[];
}

export interface DeleteAclsResponseDeleteAclsFilterResult {
  errorCode: number;
  errorMessage: string | null;
  matchingAcls: DeleteAclsResponseDeleteAclsMatchingAcl[];
}

export interface DeleteAclsResponseDeleteAclsMatchingAcl {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
  patternType: number;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

/** What `encodeDeleteAclsResponse` takes. */
export interface DeleteAclsResponseDraft {
  throttleTimeMs: number;
  filterResults: readonly DeleteAclsResponseDeleteAclsFilterResultDraft[];
}

/** What `encodeDeleteAclsResponse` takes, in part. */
export interface DeleteAclsResponseDeleteAclsFilterResultDraft {
  errorCode: number;
  errorMessage: string | null;
  matchingAcls: readonly DeleteAclsResponseDeleteAclsMatchingAclDraft[];
}

/** What `encodeDeleteAclsResponse` takes, in part. */
export interface DeleteAclsResponseDeleteAclsMatchingAclDraft {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
  patternType?: number | undefined;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteAclsResponse(
  writer: Writer,
  draft: DeleteAclsResponseDraft,
  version: number,
): void {
  checkVersion("DeleteAclsResponse", version, 1, 3);
  const flexible = version >= 2;
  writer.int32(draft.throttleTimeMs);
  const filterResults = draft.filterResults;
  writer.count(filterResults.length, flexible);
  for (const element of filterResults)
    encodeDeleteAclsResponseDeleteAclsFilterResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteAclsResponse(reader: Reader, version: number): DeleteAclsResponse {
  reader.begin("DeleteAclsResponse", version, 1, 3);
  const flexible = version >= 2;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const filterResults: DeleteAclsResponseDeleteAclsFilterResult[] =
    decodeDeleteAclsResponseDeleteAclsFilterResultArray(
      reader,
      version,
      reader.count("filterResults", flexible, version >= 2 ? 5 : 8),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, filterResults };
}

function encodeDeleteAclsResponseDeleteAclsFilterResult(
  writer: Writer,
  draft: DeleteAclsResponseDeleteAclsFilterResultDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  const matchingAcls = draft.matchingAcls;
  writer.count(matchingAcls.length, flexible);
  for (const element of matchingAcls)
    encodeDeleteAclsResponseDeleteAclsMatchingAcl(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDeleteAclsResponseDeleteAclsFilterResult(
  reader: Reader,
  version: number,
): DeleteAclsResponseDeleteAclsFilterResult {
  const flexible = version >= 2;
  const errorCode = reader.int16("DeleteAclsFilterResult.errorCode");
  const errorMessage = reader.nullableString("DeleteAclsFilterResult.errorMessage", flexible);
  const matchingAcls: DeleteAclsResponseDeleteAclsMatchingAcl[] =
    decodeDeleteAclsResponseDeleteAclsMatchingAclArray(
      reader,
      version,
      reader.count("DeleteAclsFilterResult.matchingAcls", flexible, version >= 2 ? 11 : 14),
    );
  if (flexible) reader.skipTags();
  return { errorCode, errorMessage, matchingAcls };
}

function encodeDeleteAclsResponseDeleteAclsMatchingAcl(
  writer: Writer,
  draft: DeleteAclsResponseDeleteAclsMatchingAclDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  writer.int8(draft.resourceType);
  writer.string(draft.resourceName, flexible);
  writer.int8(draft.patternType ?? 3);
  writer.string(draft.principal, flexible);
  writer.string(draft.host, flexible);
  writer.int8(draft.operation);
  writer.int8(draft.permissionType);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDeleteAclsResponseDeleteAclsMatchingAcl(
  reader: Reader,
  version: number,
): DeleteAclsResponseDeleteAclsMatchingAcl {
  const flexible = version >= 2;
  const errorCode = reader.int16("DeleteAclsMatchingAcl.errorCode");
  const errorMessage = reader.nullableString("DeleteAclsMatchingAcl.errorMessage", flexible);
  const resourceType = reader.int8("DeleteAclsMatchingAcl.resourceType");
  const resourceName = reader.string("DeleteAclsMatchingAcl.resourceName", flexible);
  const patternType = reader.int8("DeleteAclsMatchingAcl.patternType");
  const principal = reader.string("DeleteAclsMatchingAcl.principal", flexible);
  const host = reader.string("DeleteAclsMatchingAcl.host", flexible);
  const operation = reader.int8("DeleteAclsMatchingAcl.operation");
  const permissionType = reader.int8("DeleteAclsMatchingAcl.permissionType");
  if (flexible) reader.skipTags();
  return {
    errorCode,
    errorMessage,
    resourceType,
    resourceName,
    patternType,
    principal,
    host,
    operation,
    permissionType,
  };
}

function decodeDeleteAclsResponseDeleteAclsFilterResultArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteAclsResponseDeleteAclsFilterResult[] {
  const elements: DeleteAclsResponseDeleteAclsFilterResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteAclsResponseDeleteAclsFilterResult(reader, version));
  return elements;
}

function decodeDeleteAclsResponseDeleteAclsMatchingAclArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteAclsResponseDeleteAclsMatchingAcl[] {
  const elements: DeleteAclsResponseDeleteAclsMatchingAcl[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteAclsResponseDeleteAclsMatchingAcl(reader, version));
  return elements;
}
