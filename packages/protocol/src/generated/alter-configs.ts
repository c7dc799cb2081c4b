// Generated from schema/api/alter-configs.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/**
 * Replaces the whole configuration of resources; see IncrementalAlterConfigs. Api key 33,
 * versions 0-2.
 */
export interface AlterConfigsRequest {
  resources: AlterConfigsRequestAlterConfigsResource[];
  validateOnly: boolean;
}

export interface AlterConfigsRequestAlterConfigsResource {
  resourceType: number;
  resourceName: string;
  configs: AlterConfigsRequestAlterableConfig[];
}

export interface AlterConfigsRequestAlterableConfig {
  name: string;
  value: string | null;
}

/** What `encodeAlterConfigsRequest` takes. */
export interface AlterConfigsRequestDraft {
  resources: readonly AlterConfigsRequestAlterConfigsResourceDraft[];
  validateOnly: boolean;
}

/** What `encodeAlterConfigsRequest` takes, in part. */
export interface AlterConfigsRequestAlterConfigsResourceDraft {
  resourceType: number;
  resourceName: string;
  configs: readonly AlterConfigsRequestAlterableConfigDraft[];
}

/** What `encodeAlterConfigsRequest` takes, in part. */
export interface AlterConfigsRequestAlterableConfigDraft {
  name: string;
  value: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterConfigsRequest(
  writer: Writer,
  draft: AlterConfigsRequestDraft,
  version: number,
): void {
  checkVersion("AlterConfigsRequest", version, 0, 2);
  const flexible = version >= 2;
  const resources = draft.resources;
  writer.count(resources.length, flexible);
  for (const element of resources)
    encodeAlterConfigsRequestAlterConfigsResource(writer, element, version);
  writer.bool(draft.validateOnly);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterConfigsRequest(reader: Reader, version: number): AlterConfigsRequest {
  reader.begin("AlterConfigsRequest", version, 0, 2);
  const flexible = version >= 2;
  const resources: AlterConfigsRequestAlterConfigsResource[] =
    decodeAlterConfigsRequestAlterConfigsResourceArray(
      reader,
      version,
      reader.count("resources", flexible, version >= 2 ? 4 : 7),
    );
  const validateOnly = reader.bool("validateOnly");
  if (flexible) reader.skipTags();
  return { resources, validateOnly };
}

function encodeAlterConfigsRequestAlterConfigsResource(
  writer: Writer,
  draft: AlterConfigsRequestAlterConfigsResourceDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int8(draft.resourceType);
  writer.string(draft.resourceName, flexible);
  const configs = draft.configs;
  writer.count(configs.length, flexible);
  for (const element of configs) encodeAlterConfigsRequestAlterableConfig(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterConfigsRequestAlterConfigsResource(
  reader: Reader,
  version: number,
): AlterConfigsRequestAlterConfigsResource {
  const flexible = version >= 2;
  const resourceType = reader.int8("AlterConfigsResource.resourceType");
  const resourceName = reader.string("AlterConfigsResource.resourceName", flexible);
  const configs: AlterConfigsRequestAlterableConfig[] =
    decodeAlterConfigsRequestAlterableConfigArray(
      reader,
      version,
      reader.count("AlterConfigsResource.configs", flexible, version >= 2 ? 3 : 4),
    );
  if (flexible) reader.skipTags();
  return { resourceType, resourceName, configs };
}

function encodeAlterConfigsRequestAlterableConfig(
  writer: Writer,
  draft: AlterConfigsRequestAlterableConfigDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.name, flexible);
  writer.nullableString(draft.value, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterConfigsRequestAlterableConfig(
  reader: Reader,
  version: number,
): AlterConfigsRequestAlterableConfig {
  const flexible = version >= 2;
  const name = reader.string("AlterableConfig.name", flexible);
  const value = reader.nullableString("AlterableConfig.value", flexible);
  if (flexible) reader.skipTags();
  return { name, value };
}

function decodeAlterConfigsRequestAlterConfigsResourceArray(
  reader: Reader,
  version: number,
  count: number,
): AlterConfigsRequestAlterConfigsResource[] {
  const elements: AlterConfigsRequestAlterConfigsResource[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterConfigsRequestAlterConfigsResource(reader, version));
  return elements;
}

function decodeAlterConfigsRequestAlterableConfigArray(
  reader: Reader,
  version: number,
  count: number,
): AlterConfigsRequestAlterableConfig[] {
  const elements: AlterConfigsRequestAlterableConfig[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterConfigsRequestAlterableConfig(reader, version));
  return elements;
}

/** Api key 33, versions 0-2. */
export interface AlterConfigsResponse {
  throttleTimeMs: number;
  responses: AlterConfigsResponseAlterConfigsResourceResponse[];
}

export interface AlterConfigsResponseAlterConfigsResourceResponse {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
}

/** What `encodeAlterConfigsResponse` takes. */
export interface AlterConfigsResponseDraft {
  throttleTimeMs: number;
  responses: readonly AlterConfigsResponseAlterConfigsResourceResponseDraft[];
}

/** What `encodeAlterConfigsResponse` takes, in part. */
export interface AlterConfigsResponseAlterConfigsResourceResponseDraft {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterConfigsResponse(
  writer: Writer,
  draft: AlterConfigsResponseDraft,
  version: number,
): void {
  checkVersion("AlterConfigsResponse", version, 0, 2);
  const flexible = version >= 2;
  writer.int32(draft.throttleTimeMs);
  const responses = draft.responses;
  writer.count(responses.length, flexible);
  for (const element of responses)
    encodeAlterConfigsResponseAlterConfigsResourceResponse(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterConfigsResponse(reader: Reader, version: number): AlterConfigsResponse {
  reader.begin("AlterConfigsResponse", version, 0, 2);
  const flexible = version >= 2;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const responses: AlterConfigsResponseAlterConfigsResourceResponse[] =
    decodeAlterConfigsResponseAlterConfigsResourceResponseArray(
      reader,
      version,
      reader.count("responses", flexible, version >= 2 ? 6 : 7),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, responses };
}

function encodeAlterConfigsResponseAlterConfigsResourceResponse(
  writer: Writer,
  draft: AlterConfigsResponseAlterConfigsResourceResponseDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  writer.int8(draft.resourceType);
  writer.string(draft.resourceName, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAlterConfigsResponseAlterConfigsResourceResponse(
  reader: Reader,
  version: number,
): AlterConfigsResponseAlterConfigsResourceResponse {
  const flexible = version >= 2;
  const errorCode = reader.int16("AlterConfigsResourceResponse.errorCode");
  const errorMessage = reader.nullableString("AlterConfigsResourceResponse.errorMessage", flexible);
  const resourceType = reader.int8("AlterConfigsResourceResponse.resourceType");
  const resourceName = reader.string("AlterConfigsResourceResponse.resourceName", flexible);
  if (flexible) reader.skipTags();
  return { errorCode, errorMessage, resourceType, resourceName };
}

function decodeAlterConfigsResponseAlterConfigsResourceResponseArray(
  reader: Reader,
  version: number,
  count: number,
): AlterConfigsResponseAlterConfigsResourceResponse[] {
  const elements: AlterConfigsResponseAlterConfigsResourceResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterConfigsResponseAlterConfigsResourceResponse(reader, version));
  return elements;
}
