// Generated from schema/api/describe-configs.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readNullableStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks for configuration values, and where each comes from. Api key 32, versions 1-4. */
export interface DescribeConfigsRequest {
  resources: DescribeConfigsRequestDescribeConfigsResource[];
  includeSynonyms: boolean;
  /** Versions 3 and later. */
  includeDocumentation: boolean;
}

export interface DescribeConfigsRequestDescribeConfigsResource {
  resourceType: number;
  resourceName: string;
  configurationKeys: string[] | null;
}

/** What `encodeDescribeConfigsRequest` takes. */
export interface DescribeConfigsRequestDraft {
  resources: readonly DescribeConfigsRequestDescribeConfigsResourceDraft[];
  includeSynonyms?: boolean | undefined;
  includeDocumentation?: boolean | undefined;
}

/** What `encodeDescribeConfigsRequest` takes, in part. */
export interface DescribeConfigsRequestDescribeConfigsResourceDraft {
  resourceType: number;
  resourceName: string;
  configurationKeys: readonly string[] | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeConfigsRequest(
  writer: Writer,
  draft: DescribeConfigsRequestDraft,
  version: number,
): void {
  checkVersion("DescribeConfigsRequest", version, 1, 4);
  const flexible = version >= 4;
  const resources = draft.resources;
  writer.count(resources.length, flexible);
  for (const element of resources)
    encodeDescribeConfigsRequestDescribeConfigsResource(writer, element, version);
  writer.bool(draft.includeSynonyms ?? false);
  if (version >= 3) {
    writer.bool(draft.includeDocumentation ?? false);
  } else if ((draft.includeDocumentation ?? false) !== false) {
    throw unsupportedField("DescribeConfigsRequest", "includeDocumentation", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeConfigsRequest(
  reader: Reader,
  version: number,
): DescribeConfigsRequest {
  reader.begin("DescribeConfigsRequest", version, 1, 4);
  const flexible = version >= 4;
  const resources: DescribeConfigsRequestDescribeConfigsResource[] =
    decodeDescribeConfigsRequestDescribeConfigsResourceArray(
      reader,
      version,
      reader.count("resources", flexible, version >= 4 ? 4 : 7),
    );
  const includeSynonyms = reader.bool("includeSynonyms");
  const includeDocumentation = version >= 3 ? reader.bool("includeDocumentation") : false;
  if (flexible) reader.skipTags();
  return { resources, includeSynonyms, includeDocumentation };
}

function encodeDescribeConfigsRequestDescribeConfigsResource(
  writer: Writer,
  draft: DescribeConfigsRequestDescribeConfigsResourceDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.int8(draft.resourceType);
  writer.string(draft.resourceName, flexible);
  const configurationKeys = draft.configurationKeys;
  if (configurationKeys === null) {
    writer.nullCount(flexible);
  } else {
    writer.count(configurationKeys.length, flexible);
    for (const element of configurationKeys) writer.string(element, flexible);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeConfigsRequestDescribeConfigsResource(
  reader: Reader,
  version: number,
): DescribeConfigsRequestDescribeConfigsResource {
  const flexible = version >= 4;
  const resourceType = reader.int8("DescribeConfigsResource.resourceType");
  const resourceName = reader.string("DescribeConfigsResource.resourceName", flexible);
  const configurationKeys: string[] | null = readNullableStringArray(
    reader,
    "DescribeConfigsResource.configurationKeys",
    reader.nullableCount(
      "DescribeConfigsResource.configurationKeys",
      flexible,
      version >= 4 ? 1 : 2,
    ),
    flexible,
  );
  if (flexible) reader.skipTags();
  return { resourceType, resourceName, configurationKeys };
}

function decodeDescribeConfigsRequestDescribeConfigsResourceArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeConfigsRequestDescribeConfigsResource[] {
  const elements: DescribeConfigsRequestDescribeConfigsResource[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeConfigsRequestDescribeConfigsResource(reader, version));
  return elements;
}

/** Api key 32, versions 1-4. */
export interface DescribeConfigsResponse {
  throttleTimeMs: number;
  results: DescribeConfigsResponseDescribeConfigsResult[];
}

export interface DescribeConfigsResponseDescribeConfigsResult {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
  configs: DescribeConfigsResponseDescribeConfigsResourceResult[];
}

export interface DescribeConfigsResponseDescribeConfigsResourceResult {
  name: string;
  value: string | null;
  readOnly: boolean;
  configSource: number;
  isSensitive: boolean;
  synonyms: DescribeConfigsResponseDescribeConfigsSynonym[];
  /** Versions 3 and later. */
  configType: number;
  /** Versions 3 and later. */
  documentation: string | null;
}

export interface DescribeConfigsResponseDescribeConfigsSynonym {
  name: string;
  value: string | null;
  source: number;
}

/** What `encodeDescribeConfigsResponse` takes. */
export interface DescribeConfigsResponseDraft {
  throttleTimeMs: number;
  results: readonly DescribeConfigsResponseDescribeConfigsResultDraft[];
}

/** What `encodeDescribeConfigsResponse` takes, in part. */
export interface DescribeConfigsResponseDescribeConfigsResultDraft {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
  configs: readonly DescribeConfigsResponseDescribeConfigsResourceResultDraft[];
}

/** What `encodeDescribeConfigsResponse` takes, in part. */
export interface DescribeConfigsResponseDescribeConfigsResourceResultDraft {
  name: string;
  value: string | null;
  readOnly: boolean;
  configSource?: number | undefined;
  isSensitive: boolean;
  synonyms: readonly DescribeConfigsResponseDescribeConfigsSynonymDraft[];
  configType?: number | undefined;
  documentation?: string | null | undefined;
}

/** What `encodeDescribeConfigsResponse` takes, in part. */
export interface DescribeConfigsResponseDescribeConfigsSynonymDraft {
  name: string;
  value: string | null;
  source: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeConfigsResponse(
  writer: Writer,
  draft: DescribeConfigsResponseDraft,
  version: number,
): void {
  checkVersion("DescribeConfigsResponse", version, 1, 4);
  const flexible = version >= 4;
  writer.int32(draft.throttleTimeMs);
  const results = draft.results;
  writer.count(results.length, flexible);
  for (const element of results)
    encodeDescribeConfigsResponseDescribeConfigsResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeConfigsResponse(
  reader: Reader,
  version: number,
): DescribeConfigsResponse {
  reader.begin("DescribeConfigsResponse", version, 1, 4);
  const flexible = version >= 4;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const results: DescribeConfigsResponseDescribeConfigsResult[] =
    decodeDescribeConfigsResponseDescribeConfigsResultArray(
      reader,
      version,
      reader.count("results", flexible, version >= 4 ? 7 : 11),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, results };
}

function encodeDescribeConfigsResponseDescribeConfigsResult(
  writer: Writer,
  draft: DescribeConfigsResponseDescribeConfigsResultDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, flexible);
  writer.int8(draft.resourceType);
  writer.string(draft.resourceName, flexible);
  const configs = draft.configs;
  writer.count(configs.length, flexible);
  for (const element of configs)
    encodeDescribeConfigsResponseDescribeConfigsResourceResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeConfigsResponseDescribeConfigsResult(
  reader: Reader,
  version: number,
): DescribeConfigsResponseDescribeConfigsResult {
  const flexible = version >= 4;
  const errorCode = reader.int16("DescribeConfigsResult.errorCode");
  const errorMessage = reader.nullableString("DescribeConfigsResult.errorMessage", flexible);
  const resourceType = reader.int8("DescribeConfigsResult.resourceType");
  const resourceName = reader.string("DescribeConfigsResult.resourceName", flexible);
  const configs: DescribeConfigsResponseDescribeConfigsResourceResult[] =
    decodeDescribeConfigsResponseDescribeConfigsResourceResultArray(
      reader,
      version,
      reader.count(
        "DescribeConfigsResult.configs",
        flexible,
        version >= 4 ? 9 : version >= 3 ? 14 : 11,
      ),
    );
  if (flexible) reader.skipTags();
  return { errorCode, errorMessage, resourceType, resourceName, configs };
}

function encodeDescribeConfigsResponseDescribeConfigsResourceResult(
  writer: Writer,
  draft: DescribeConfigsResponseDescribeConfigsResourceResultDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(draft.name, flexible);
  writer.nullableString(draft.value, flexible);
  writer.bool(draft.readOnly);
  writer.int8(draft.configSource ?? -1);
  writer.bool(draft.isSensitive);
  const synonyms = draft.synonyms;
  writer.count(synonyms.length, flexible);
  for (const element of synonyms)
    encodeDescribeConfigsResponseDescribeConfigsSynonym(writer, element, version);
  if (version >= 3) {
    writer.int8(draft.configType ?? 0);
  }
  if (version >= 3) {
    writer.nullableString(draft.documentation === undefined ? "" : draft.documentation, flexible);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeConfigsResponseDescribeConfigsResourceResult(
  reader: Reader,
  version: number,
): DescribeConfigsResponseDescribeConfigsResourceResult {
  const flexible = version >= 4;
  const name = reader.string("DescribeConfigsResourceResult.name", flexible);
  const value = reader.nullableString("DescribeConfigsResourceResult.value", flexible);
  const readOnly = reader.bool("DescribeConfigsResourceResult.readOnly");
  const configSource = reader.int8("DescribeConfigsResourceResult.configSource");
  const isSensitive = reader.bool("DescribeConfigsResourceResult.isSensitive");
  const synonyms: DescribeConfigsResponseDescribeConfigsSynonym[] =
    decodeDescribeConfigsResponseDescribeConfigsSynonymArray(
      reader,
      version,
      reader.count("DescribeConfigsResourceResult.synonyms", flexible, version >= 4 ? 4 : 5),
    );
  const configType = version >= 3 ? reader.int8("DescribeConfigsResourceResult.configType") : 0;
  const documentation =
    version >= 3
      ? reader.nullableString("DescribeConfigsResourceResult.documentation", flexible)
      : "";
  if (flexible) reader.skipTags();
  return { name, value, readOnly, configSource, isSensitive, synonyms, configType, documentation };
}

function encodeDescribeConfigsResponseDescribeConfigsSynonym(
  writer: Writer,
  draft: DescribeConfigsResponseDescribeConfigsSynonymDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(draft.name, flexible);
  writer.nullableString(draft.value, flexible);
  writer.int8(draft.source);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeConfigsResponseDescribeConfigsSynonym(
  reader: Reader,
  version: number,
): DescribeConfigsResponseDescribeConfigsSynonym {
  const flexible = version >= 4;
  const name = reader.string("DescribeConfigsSynonym.name", flexible);
  const value = reader.nullableString("DescribeConfigsSynonym.value", flexible);
  const source = reader.int8("DescribeConfigsSynonym.source");
  if (flexible) reader.skipTags();
  return { name, value, source };
}

function decodeDescribeConfigsResponseDescribeConfigsResultArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeConfigsResponseDescribeConfigsResult[] {
  const elements: DescribeConfigsResponseDescribeConfigsResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeConfigsResponseDescribeConfigsResult(reader, version));
  return elements;
}

function decodeDescribeConfigsResponseDescribeConfigsResourceResultArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeConfigsResponseDescribeConfigsResourceResult[] {
  const elements: DescribeConfigsResponseDescribeConfigsResourceResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeConfigsResponseDescribeConfigsResourceResult(reader, version));
  return elements;
}

function decodeDescribeConfigsResponseDescribeConfigsSynonymArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeConfigsResponseDescribeConfigsSynonym[] {
  const elements: DescribeConfigsResponseDescribeConfigsSynonym[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeConfigsResponseDescribeConfigsSynonym(reader, version));
  return elements;
}
