// Generated from schema/api/create-acls.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Adds access rules. Api key 30, versions 1-3. */
export interface CreateAclsRequest {
  creations: CreateAclsRequestAclCreation[];
}

export interface CreateAclsRequestAclCreation {
  resourceType: number;
  resourceName: string;
  resourcePatternType: number;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

/** What `encodeCreateAclsRequest` takes. */
export interface CreateAclsRequestDraft {
  creations: readonly CreateAclsRequestAclCreationDraft[];
}

/** What `encodeCreateAclsRequest` takes, in part. */
export interface CreateAclsRequestAclCreationDraft {
  resourceType: number;
  resourceName: string;
  resourcePatternType?: number | undefined;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeCreateAclsRequest(
  writer: Writer,
  draft: CreateAclsRequestDraft,
  version: number,
): void {
  checkVersion("CreateAclsRequest", version, 1, 3);
  const flexible = version >= 2;
  const creations = draft.creations;
  writer.count(creations.length, flexible);
  for (const element of creations) encodeCreateAclsRequestAclCreation(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeCreateAclsRequest(reader: Reader, version: number): CreateAclsRequest {
  reader.begin("CreateAclsRequest", version, 1, 3);
  const flexible = version >= 2;
  const creations: CreateAclsRequestAclCreation[] = decodeCreateAclsRequestAclCreationArray(
    reader,
    version,
    reader.count("creations", flexible, version >= 2 ? 8 : 10),
  );
  if (flexible) reader.skipTags();
  return { creations };
}

function encodeCreateAclsRequestAclCreation(
  writer: Writer,
  draft: CreateAclsRequestAclCreationDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int8(draft.resourceType);
  writer.string(draft.resourceName, flexible);
  writer.int8(draft.resourcePatternType ?? 3);
  writer.string(draft.principal, flexible);
  writer.string(draft.host, flexible);
  writer.int8(draft.operation);
  writer.int8(draft.permissionType);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeCreateAclsRequestAclCreation(
  reader: Reader,
  version: number,
): CreateAclsRequestAclCreation {
  const flexible = version >= 2;
  const resourceType = reader.int8("AclCreation.resourceType");
  const resourceName = reader.string("AclCreation.resourceName", flexible);
  const resourcePatternType = reader.int8("AclCreation.resourcePatternType");
  const principal = reader.string("AclCreation.principal", flexible);
  const host = reader.string("AclCreation.host", flexible);
  const operation = reader.int8("AclCreation.operation");
  const permissionType = reader.int8("AclCreation.permissionType");
  if (flexible) reader.skipTags();
  return {
    resourceType,
    resourceName,
    resourcePatternType,
    principal,
    host,
    operation,
    permissionType,
  };
}

function decodeCreateAclsRequestAclCreationArray(
  reader: Reader,
  version: number,
  count: number,
): CreateAclsRequestAclCreation[] {
  const elements: CreateAclsRequestAclCreation[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeCreateAclsRequestAclCreation(reader, version));
  return elements;
}

/** Api key 30, versions 1-3. */
export interface CreateAclsResponse {
  throttleTimeMs: number;
  results: CreateAclsResponseAclCreationResult[];
}

export interface CreateAclsResponseAclCreationResult {
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeCreateAclsResponse` takes. */
export interface CreateAclsResponseDraft {
  throttleTimeMs: number;
  results: readonly CreateAclsResponseAclCreationResultDraft[];
}

/** What `encodeCreateAclsResponse` takes, in part. */
export interface CreateAclsResponseAclCreationResultDraft {
  errorCode: number;
  errorMessage: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeCreateAclsResponse(
  writer: Writer,
  draft: CreateAclsResponseDraft,
  version: number,
): void {
  checkVersion("CreateAclsResponse", version, 1, 3);
  const flexible = version >= 2;
  writer.int32(draft.throttleTimeMs);
  const results = draft.results;
  writer.count(results.length, flexible);
  for (const element of results)
    encodeCreateAclsResponseAclCreationResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeCreateAclsResponse(reader: Reader, version: number): CreateAclsResponse {
  reader.begin("CreateAclsResponse", version, 1, 3);
  const flexible = version >= 2;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const results: CreateAclsResponseAclCreationResult[] =
    decodeCreateAclsResponseAclCreationResultArray(
      reader,
      version,
      reader.count("results", flexible, 4),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, results };
}

function encodeCreateAclsResponseAclCreationResult(
  writer: Writer,
  draft: CreateAclsResponseAclCreationResultDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeCreateAclsResponseAclCreationResult(
  reader: Reader,
  version: number,
): CreateAclsResponseAclCreationResult {
  const flexible = version >= 2;
  const errorCode = reader.int16("AclCreationResult.errorCode");
  const errorMessage = reader.nullableString("AclCreationResult.errorMessage", flexible);
  if (flexible) reader.skipTags();
  return { errorCode, errorMessage };
}

function decodeCreateAclsResponseAclCreationResultArray(
  reader: Reader,
  version: number,
  count: number,
): CreateAclsResponseAclCreationResult[] {
  const elements: CreateAclsResponseAclCreationResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeCreateAclsResponseAclCreationResult(reader, version));
  return elements;
}
