// Generated from schema/api/list-groups.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Lists the groups that this broker coordinates. Api key 16, versions 0-5. */
export interface ListGroupsRequest {
  /** Versions 4 and later. */
  statesFilter: string[];
  /** Version 5. */
  typesFilter: string[];
}

/** What `encodeListGroupsRequest` takes. */
export interface ListGroupsRequestDraft {
  statesFilter?: readonly string[] | undefined;
  typesFilter?: readonly string[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeListGroupsRequest(
  writer: Writer,
  draft: ListGroupsRequestDraft,
  version: number,
): void {
  checkVersion("ListGroupsRequest", version, 0, 5);
  const flexible = version >= 3;
  const statesFilter = draft.statesFilter ?? [];
  if (version >= 4) {
    writer.count(statesFilter.length, flexible);
    for (const element of statesFilter) writer.string(element, flexible);
  } else if (statesFilter.length > 0) {
    throw unsupportedField("ListGroupsRequest", "statesFilter", version);
  }
  const typesFilter = draft.typesFilter ?? [];
  if (version >= 5) {
    writer.count(typesFilter.length, flexible);
    for (const element of typesFilter) writer.string(element, flexible);
  } else if (typesFilter.length > 0) {
    throw unsupportedField("ListGroupsRequest", "typesFilter", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeListGroupsRequest(reader: Reader, version: number): ListGroupsRequest {
  reader.begin("ListGroupsRequest", version, 0, 5);
  const flexible = version >= 3;
  const statesFilter: string[] =
    version >= 4
      ? readStringArray(reader, "statesFilter", reader.count("statesFilter", flexible, 1), flexible)
      : [];
  const typesFilter: string[] =
    version >= 5
      ? readStringArray(reader, "typesFilter", reader.count("typesFilter", flexible, 1), flexible)
      : [];
  if (flexible) reader.skipTags();
  return { statesFilter, typesFilter };
}

/** Api key 16, versions 0-5. */
export interface ListGroupsResponse {
  /** Versions 1 and later. */
  throttleTimeMs: number;
  errorCode: number;
  groups: ListGroupsResponseListedGroup[];
}

export interface ListGroupsResponseListedGroup {
  groupId: string;
  protocolType: string;
  /** Versions 4 and later. */
  groupState: string;
  /** Version 5. */
  groupType: string;
}

/** What `encodeListGroupsResponse` takes. */
export interface ListGroupsResponseDraft {
  throttleTimeMs?: number | undefined;
  errorCode: number;
  groups: readonly ListGroupsResponseListedGroupDraft[];
}

/** What `encodeListGroupsResponse` takes, in part. */
export interface ListGroupsResponseListedGroupDraft {
  groupId: string;
  protocolType: string;
  groupState?: string | undefined;
  groupType?: string | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeListGroupsResponse(
  writer: Writer,
  draft: ListGroupsResponseDraft,
  version: number,
): void {
  checkVersion("ListGroupsResponse", version, 0, 5);
  const flexible = version >= 3;
  if (version >= 1) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  writer.int16(draft.errorCode);
  const groups = draft.groups;
  writer.count(groups.length, flexible);
  for (const element of groups) encodeListGroupsResponseListedGroup(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeListGroupsResponse(reader: Reader, version: number): ListGroupsResponse {
  reader.begin("ListGroupsResponse", version, 0, 5);
  const flexible = version >= 3;
  const throttleTimeMs = version >= 1 ? reader.int32("throttleTimeMs") : 0;
  const errorCode = reader.int16("errorCode");
  const groups: ListGroupsResponseListedGroup[] = decodeListGroupsResponseListedGroupArray(
    reader,
    version,
    reader.count("groups", flexible, version >= 5 ? 5 : version >= 4 ? 4 : version >= 3 ? 3 : 4),
  );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode, groups };
}

function encodeListGroupsResponseListedGroup(
  writer: Writer,
  draft: ListGroupsResponseListedGroupDraft,
  version: number,
): void {
  const flexible = version >= 3;
  writer.string(draft.groupId, flexible);
  writer.string(draft.protocolType, flexible);
  if (version >= 4) {
    writer.string(draft.groupState ?? "", flexible);
  }
  if (version >= 5) {
    writer.string(draft.groupType ?? "", flexible);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeListGroupsResponseListedGroup(
  reader: Reader,
  version: number,
): ListGroupsResponseListedGroup {
  const flexible = version >= 3;
  const groupId = reader.string("ListedGroup.groupId", flexible);
  const protocolType = reader.string("ListedGroup.protocolType", flexible);
  const groupState = version >= 4 ? reader.string("ListedGroup.groupState", flexible) : "";
  const groupType = version >= 5 ? reader.string("ListedGroup.groupType", flexible) : "";
  if (flexible) reader.skipTags();
  return { groupId, protocolType, groupState, groupType };
}

function decodeListGroupsResponseListedGroupArray(
  reader: Reader,
  version: number,
  count: number,
): ListGroupsResponseListedGroup[] {
  const elements: ListGroupsResponseListedGroup[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeListGroupsResponseListedGroup(reader, version));
  return elements;
}
