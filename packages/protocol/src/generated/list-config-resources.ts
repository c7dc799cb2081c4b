// Generated from schema/api/list-config-resources.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt8Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Lists the resources that have a configuration of their own. Api key 74, versions 0-1. */
export interface ListConfigResourcesRequest {
  /** Version 1. */
  resourceTypes: number[];
}

/** What `encodeListConfigResourcesRequest` takes. */
export interface ListConfigResourcesRequestDraft {
  resourceTypes?: readonly number[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeListConfigResourcesRequest(
  writer: Writer,
  draft: ListConfigResourcesRequestDraft,
  version: number,
): void {
  checkVersion("ListConfigResourcesRequest", version, 0, 1);
  const resourceTypes = draft.resourceTypes ?? [];
  if (version >= 1) {
    writer.count(resourceTypes.length, true);
    for (const element of resourceTypes) writer.int8(element);
  } else if (resourceTypes.length > 0) {
    throw unsupportedField("ListConfigResourcesRequest", "resourceTypes", version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeListConfigResourcesRequest(
  reader: Reader,
  version: number,
): ListConfigResourcesRequest {
  reader.begin("ListConfigResourcesRequest", version, 0, 1);
  const resourceTypes: number[] =
    version >= 1
      ? readInt8Array(reader, "resourceTypes", reader.count("resourceTypes", true, 1))
      : [];
  reader.skipTags();
  return { resourceTypes };
}

/** Api key 74, versions 0-1. */
export interface ListConfigResourcesResponse {
  throttleTimeMs: number;
  errorCode: number;
  configResources: ListConfigResourcesResponseConfigResource[];
}

export interface ListConfigResourcesResponseConfigResource {
  resourceName: string;
  /** Version 1. */
  resourceType: number;
}

/** What `encodeListConfigResourcesResponse` takes. */
export interface ListConfigResourcesResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  configResources: readonly ListConfigResourcesResponseConfigResourceDraft[];
}

/** What `encodeListConfigResourcesResponse` takes, in part. */
export interface ListConfigResourcesResponseConfigResourceDraft {
  resourceName: string;
  resourceType?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeListConfigResourcesResponse(
  writer: Writer,
  draft: ListConfigResourcesResponseDraft,
  version: number,
): void {
  checkVersion("ListConfigResourcesResponse", version, 0, 1);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  const configResources = draft.configResources;
  writer.count(configResources.length, true);
  for (const element of configResources)
    encodeListConfigResourcesResponseConfigResource(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeListConfigResourcesResponse(
  reader: Reader,
  version: number,
): ListConfigResourcesResponse {
  reader.begin("ListConfigResourcesResponse", version, 0, 1);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const configResources: ListConfigResourcesResponseConfigResource[] =
    decodeListConfigResourcesResponseConfigResourceArray(
      reader,
      version,
      reader.count("configResources", true, version >= 1 ? 3 : 2),
    );
  reader.skipTags();
  return { throttleTimeMs, errorCode, configResources };
}

function encodeListConfigResourcesResponseConfigResource(
  writer: Writer,
  draft: ListConfigResourcesResponseConfigResourceDraft,
  version: number,
): void {
  writer.string(draft.resourceName, true);
  if (version >= 1) {
    writer.int8(draft.resourceType ?? 16);
  }
  writer.uvarint(0);
}

function decodeListConfigResourcesResponseConfigResource(
  reader: Reader,
  version: number,
): ListConfigResourcesResponseConfigResource {
  const resourceName = reader.string("ConfigResource.resourceName", true);
  const resourceType = version >= 1 ? reader.int8("ConfigResource.resourceType") : 16;
  reader.skipTags();
  return { resourceName, resourceType };
}

function decodeListConfigResourcesResponseConfigResourceArray(
  reader: Reader,
  version: number,
  count: number,
): ListConfigResourcesResponseConfigResource[] {
  const elements: ListConfigResourcesResponseConfigResource[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeListConfigResourcesResponseConfigResource(reader, version));
  return elements;
}
