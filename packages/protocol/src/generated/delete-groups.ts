// Generated from schema/api/delete-groups.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Deletes groups that have no members. Api key 42, versions 0-2. */
export interface DeleteGroupsRequest {
  groupsNames: string[];
}

/** What `encodeDeleteGroupsRequest` takes. */
export interface DeleteGroupsRequestDraft {
  groupsNames: readonly string[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteGroupsRequest(
  writer: Writer,
  draft: DeleteGroupsRequestDraft,
  version: number,
): void {
  checkVersion("DeleteGroupsRequest", version, 0, 2);
  const flexible = version >= 2;
  const groupsNames = draft.groupsNames;
  writer.count(groupsNames.length, flexible);
  for (const element of groupsNames) writer.string(element, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteGroupsRequest(reader: Reader, version: number): DeleteGroupsRequest {
  reader.begin("DeleteGroupsRequest", version, 0, 2);
  const flexible = version >= 2;
  const groupsNames: string[] = readStringArray(
    reader,
    "groupsNames",
    reader.count("groupsNames", flexible, version >= 2 ? 1 : 2),
    flexible,
  );
  if (flexible) reader.skipTags();
  return { groupsNames };
}

/** Api key 42, versions 0-2. */
export interface DeleteGroupsResponse {
  throttleTimeMs: number;
  results: DeleteGroupsResponseDeletableGroupResult[];
}

export interface DeleteGroupsResponseDeletableGroupResult {
  groupId: string;
  errorCode: number;
}

/** What `encodeDeleteGroupsResponse` takes. */
export interface DeleteGroupsResponseDraft {
  throttleTimeMs: number;
  results: readonly DeleteGroupsResponseDeletableGroupResultDraft[];
}

/** What `encodeDeleteGroupsResponse` takes, in part. */
export interface DeleteGroupsResponseDeletableGroupResultDraft {
  groupId: string;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteGroupsResponse(
  writer: Writer,
  draft: DeleteGroupsResponseDraft,
  version: number,
): void {
  checkVersion("DeleteGroupsResponse", version, 0, 2);
  const flexible = version >= 2;
  writer.int32(draft.throttleTimeMs);
  const results = draft.results;
  writer.count(results.length, flexible);
  for (const element of results)
    encodeDeleteGroupsResponseDeletableGroupResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteGroupsResponse(reader: Reader, version: number): DeleteGroupsResponse {
  reader.begin("DeleteGroupsResponse", version, 0, 2);
  const flexible = version >= 2;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const results: DeleteGroupsResponseDeletableGroupResult[] =
    decodeDeleteGroupsResponseDeletableGroupResultArray(
      reader,
      version,
      reader.count("results", flexible, 4),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, results };
}

function encodeDeleteGroupsResponseDeletableGroupResult(
  writer: Writer,
  draft: DeleteGroupsResponseDeletableGroupResultDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.groupId, flexible);
  writer.int16(draft.errorCode);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDeleteGroupsResponseDeletableGroupResult(
  reader: Reader,
  version: number,
): DeleteGroupsResponseDeletableGroupResult {
  const flexible = version >= 2;
  const groupId = reader.string("DeletableGroupResult.groupId", flexible);
  const errorCode = reader.int16("DeletableGroupResult.errorCode");
  if (flexible) reader.skipTags();
  return { groupId, errorCode };
}

function decodeDeleteGroupsResponseDeletableGroupResultArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteGroupsResponseDeletableGroupResult[] {
  const elements: DeleteGroupsResponseDeletableGroupResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteGroupsResponseDeletableGroupResult(reader, version));
  return elements;
}
