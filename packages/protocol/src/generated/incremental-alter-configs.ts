// Generated from schema/api/incremental-alter-configs.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/**
 * Sets, removes, appends to or subtracts from single configuration values (KIP-339). Api key
 * 44, versions 0-1.
 */
export interface IncrementalAlterConfigsRequest {
  resources: IncrementalAlterConfigsRequestAlterConfigsResource[];
  validateOnly: boolean;
}

export interface IncrementalAlterConfigsRequestAlterConfigsResource {
  resourceType: number;
  resourceName: string;
  configs: IncrementalAlterConfigsRequestAlterableConfig[];
}

export interface IncrementalAlterConfigsRequestAlterableConfig {
  name: string;
  configOperation: number;
  value: string | null;
}

/** What `encodeIncrementalAlterConfigsRequest` takes. */
export interface IncrementalAlterConfigsRequestDraft {
  resources: readonly IncrementalAlterConfigsRequestAlterConfigsResourceDraft[];
  validateOnly: boolean;
}

/** What `encodeIncrementalAlterConfigsRequest` takes, in part. */
export interface IncrementalAlterConfigsRequestAlterConfigsResourceDraft {
  resourceType: number;
  resourceName: string;
  configs: readonly IncrementalAlterConfigsRequestAlterableConfigDraft[];
}

/** What `encodeIncrementalAlterConfigsRequest` takes, in part. */
export interface IncrementalAlterConfigsRequestAlterableConfigDraft {
  name: string;
  configOperation: number;
  value: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeIncrementalAlterConfigsRequest(
  writer: Writer,
  draft: IncrementalAlterConfigsRequestDraft,
  version: number,
): void {
  checkVersion("IncrementalAlterConfigsRequest", version, 0, 1);
  const flexible = version >= 1;
  const resources = draft.resources;
  writer.count(resources.length, flexible);
  for (const element of resources)
    encodeIncrementalAlterConfigsRequestAlterConfigsResource(writer, element, version);
  writer.bool(draft.validateOnly);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeIncrementalAlterConfigsRequest(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsRequest {
  reader.begin("IncrementalAlterConfigsRequest", version, 0, 1);
  const flexible = version >= 1;
  const resources: IncrementalAlterConfigsRequestAlterConfigsResource[] =
    decodeIncrementalAlterConfigsRequestAlterConfigsResourceArray(
      reader,
      version,
      reader.count("resources", flexible, version >= 1 ? 4 : 7),
    );
  const validateOnly = reader.bool("validateOnly");
  if (flexible) reader.skipTags();
  return { resources, validateOnly };
}

function encodeIncrementalAlterConfigsRequestAlterConfigsResource(
  writer: Writer,
  draft: IncrementalAlterConfigsRequestAlterConfigsResourceDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.int8(draft.resourceType);
  writer.string(draft.resourceName, flexible);
  const configs = draft.configs;
  writer.count(configs.length, flexible);
  for (const element of configs)
    encodeIncrementalAlterConfigsRequestAlterableConfig(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeIncrementalAlterConfigsRequestAlterConfigsResource(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsRequestAlterConfigsResource {
  const flexible = version >= 1;
  const resourceType = reader.int8("AlterConfigsResource.resourceType");
  const resourceName = reader.string("AlterConfigsResource.resourceName", flexible);
  const configs: IncrementalAlterConfigsRequestAlterableConfig[] =
    decodeIncrementalAlterConfigsRequestAlterableConfigArray(
      reader,
      version,
      reader.count("AlterConfigsResource.configs", flexible, version >= 1 ? 4 : 5),
    );
  if (flexible) reader.skipTags();
  return { resourceType, resourceName, configs };
}

function encodeIncrementalAlterConfigsRequestAlterableConfig(
  writer: Writer,
  draft: IncrementalAlterConfigsRequestAlterableConfigDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.name, flexible);
  writer.int8(draft.configOperation);
  writer.nullableString(draft.value, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeIncrementalAlterConfigsRequestAlterableConfig(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsRequestAlterableConfig {
  const flexible = version >= 1;
  const name = reader.string("AlterableConfig.name", flexible);
  const configOperation = reader.int8("AlterableConfig.configOperation");
  const value = reader.nullableString("AlterableConfig.value", flexible);
  if (flexible) reader.skipTags();
  return { name, configOperation, value };
}

function decodeIncrementalAlterConfigsRequestAlterConfigsResourceArray(
  reader: Reader,
  version: number,
  count: number,
): IncrementalAlterConfigsRequestAlterConfigsResource[] {
  const elements: IncrementalAlterConfigsRequestAlterConfigsResource[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeIncrementalAlterConfigsRequestAlterConfigsResource(reader, version));
  return elements;
}

function decodeIncrementalAlterConfigsRequestAlterableConfigArray(
  reader: Reader,
  version: number,
  count: number,
): IncrementalAlterConfigsRequestAlterableConfig[] {
  const elements: IncrementalAlterConfigsRequestAlterableConfig[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeIncrementalAlterConfigsRequestAlterableConfig(reader, version));
  return elements;
}

/** Api key 44, versions 0-1. */
export interface IncrementalAlterConfigsResponse {
  throttleTimeMs: number;
  responses: IncrementalAlterConfigsResponseAlterConfigsResourceResponse[];
}

export interface IncrementalAlterConfigsResponseAlterConfigsResourceResponse {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
}

/** What `encodeIncrementalAlterConfigsResponse` takes. */
export interface IncrementalAlterConfigsResponseDraft {
  throttleTimeMs: number;
  responses: readonly IncrementalAlterConfigsResponseAlterConfigsResourceResponseDraft[];
}

/** What `encodeIncrementalAlterConfigsResponse` takes, in part. */
export interface IncrementalAlterConfigsResponseAlterConfigsResourceResponseDraft {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeIncrementalAlterConfigsResponse(
  writer: Writer,
  draft: IncrementalAlterConfigsResponseDraft,
  version: number,
): void {
  checkVersion("IncrementalAlterConfigsResponse", version, 0, 1);
  const flexible = version >= 1;
  writer.int32(draft.throttleTimeMs);
  const responses = draft.responses;
  writer.count(responses.length, flexible);
  for (const element of responses)
    encodeIncrementalAlterConfigsResponseAlterConfigsResourceResponse(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeIncrementalAlterConfigsResponse(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsResponse {
  reader.begin("IncrementalAlterConfigsResponse", version, 0, 1);
  const flexible = version >= 1;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const responses: IncrementalAlterConfigsResponseAlterConfigsResourceResponse[] =
    decodeIncrementalAlterConfigsResponseAlterConfigsResourceResponseArray(
      reader,
      version,
      reader.count("responses", flexible, version >= 1 ? 6 : 7),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, responses };
}

function encodeIncrementalAlterConfigsResponseAlterConfigsResourceResponse(
  writer: Writer,
  draft: IncrementalAlterConfigsResponseAlterConfigsResourceResponseDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  writer.int8(draft.resourceType);
  writer.string(draft.resourceName, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeIncrementalAlterConfigsResponseAlterConfigsResourceResponse(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsResponseAlterConfigsResourceResponse {
  const flexible = version >= 1;
  const errorCode = reader.int16("AlterConfigsResourceResponse.errorCode");
  const errorMessage = reader.nullableString("AlterConfigsResourceResponse.errorMessage", flexible);
  const resourceType = reader.int8("AlterConfigsResourceResponse.resourceType");
  const resourceName = reader.string("AlterConfigsResourceResponse.resourceName", flexible);
  if (flexible) reader.skipTags();
  return { errorCode, errorMessage, resourceType, resourceName };
}

function decodeIncrementalAlterConfigsResponseAlterConfigsResourceResponseArray(
  reader: Reader,
  version: number,
  count: number,
): IncrementalAlterConfigsResponseAlterConfigsResourceResponse[] {
  const elements: IncrementalAlterConfigsResponseAlterConfigsResourceResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeIncrementalAlterConfigsResponseAlterConfigsResourceResponse(reader, version),
    );
  return elements;
}
