// Generated from schema/api/describe-acls.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Lists the access rules that match a filter. Api key 29, versions 1-3. */
export interface DescribeAclsRequest {
  resourceTypeFilter: number;
  resourceNameFilter: string | null;
  patternTypeFilter: number;
  principalFilter: string | null;
  hostFilter: string | null;
  operation: number;
  permissionType: number;
}

/** What `encodeDescribeAclsRequest` takes. */
export interface DescribeAclsRequestDraft {
  resourceTypeFilter: number;
  resourceNameFilter: string | null;
  patternTypeFilter?: number | undefined;
  principalFilter: string | null;
  hostFilter: string | null;
  operation: number;
  permissionType: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeAclsRequest(
  writer: Writer,
  draft: DescribeAclsRequestDraft,
  version: number,
): void {
  checkVersion("DescribeAclsRequest", version, 1, 3);
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

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeAclsRequest(reader: Reader, version: number): DescribeAclsRequest {
  reader.begin("DescribeAclsRequest", version, 1, 3);
  const flexible = version >= 2;
  const resourceTypeFilter = reader.int8("resourceTypeFilter");
  const resourceNameFilter = reader.nullableString("resourceNameFilter", flexible);
  const patternTypeFilter = reader.int8("patternTypeFilter");
  const principalFilter = reader.nullableString("principalFilter", flexible);
  const hostFilter = reader.nullableString("hostFilter", flexible);
  const operation = reader.int8("operation");
  const permissionType = reader.int8("permissionType");
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

/** Api key 29, versions 1-3. */
export interface DescribeAclsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  resources: DescribeAclsResponseDescribeAclsResource[];
}

export interface DescribeAclsResponseDescribeAclsResource {
  resourceType: number;
  resourceName: string;
  patternType: number;
  acls: DescribeAclsResponseAclDescription[];
}

export interface DescribeAclsResponseAclDescription {
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

/** What `encodeDescribeAclsResponse` takes. */
export interface DescribeAclsResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  resources: readonly DescribeAclsResponseDescribeAclsResourceDraft[];
}

/** What `encodeDescribeAclsResponse` takes, in part. */
export interface DescribeAclsResponseDescribeAclsResourceDraft {
  resourceType: number;
  resourceName: string;
  patternType?: number | undefined;
  acls: readonly DescribeAclsResponseAclDescriptionDraft[];
}

/** What `encodeDescribeAclsResponse` takes, in part. */
export interface DescribeAclsResponseAclDescriptionDraft {
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeAclsResponse(
  writer: Writer,
  draft: DescribeAclsResponseDraft,
  version: number,
): void {
  checkVersion("DescribeAclsResponse", version, 1, 3);
  const flexible = version >= 2;
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  const resources = draft.resources;
  writer.count(resources.length, flexible);
  for (const element of resources)
    encodeDescribeAclsResponseDescribeAclsResource(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeAclsResponse(reader: Reader, version: number): DescribeAclsResponse {
  reader.begin("DescribeAclsResponse", version, 1, 3);
  const flexible = version >= 2;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", flexible);
  const resources: DescribeAclsResponseDescribeAclsResource[] =
    decodeDescribeAclsResponseDescribeAclsResourceArray(
      reader,
      version,
      reader.count("resources", flexible, version >= 2 ? 5 : 8),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage, resources };
}

function encodeDescribeAclsResponseDescribeAclsResource(
  writer: Writer,
  draft: DescribeAclsResponseDescribeAclsResourceDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int8(draft.resourceType);
  writer.string(draft.resourceName, flexible);
  writer.int8(draft.patternType ?? 3);
  const acls = draft.acls;
  writer.count(acls.length, flexible);
  for (const element of acls) encodeDescribeAclsResponseAclDescription(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeAclsResponseDescribeAclsResource(
  reader: Reader,
  version: number,
): DescribeAclsResponseDescribeAclsResource {
  const flexible = version >= 2;
  const resourceType = reader.int8("DescribeAclsResource.resourceType");
  const resourceName = reader.string("DescribeAclsResource.resourceName", flexible);
  const patternType = reader.int8("DescribeAclsResource.patternType");
  const acls: DescribeAclsResponseAclDescription[] = decodeDescribeAclsResponseAclDescriptionArray(
    reader,
    version,
    reader.count("DescribeAclsResource.acls", flexible, version >= 2 ? 5 : 6),
  );
  if (flexible) reader.skipTags();
  return { resourceType, resourceName, patternType, acls };
}

function encodeDescribeAclsResponseAclDescription(
  writer: Writer,
  draft: DescribeAclsResponseAclDescriptionDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.principal, flexible);
  writer.string(draft.host, flexible);
  writer.int8(draft.operation);
  writer.int8(draft.permissionType);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeAclsResponseAclDescription(
  reader: Reader,
  version: number,
): DescribeAclsResponseAclDescription {
  const flexible = version >= 2;
  const principal = reader.string("AclDescription.principal", flexible);
  const host = reader.string("AclDescription.host", flexible);
  const operation = reader.int8("AclDescription.operation");
  const permissionType = reader.int8("AclDescription.permissionType");
  if (flexible) reader.skipTags();
  return { principal, host, operation, permissionType };
}

function decodeDescribeAclsResponseDescribeAclsResourceArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeAclsResponseDescribeAclsResource[] {
  const elements: DescribeAclsResponseDescribeAclsResource[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeAclsResponseDescribeAclsResource(reader, version));
  return elements;
}

function decodeDescribeAclsResponseAclDescriptionArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeAclsResponseAclDescription[] {
  const elements: DescribeAclsResponseAclDescription[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeAclsResponseAclDescription(reader, version));
  return elements;
}
