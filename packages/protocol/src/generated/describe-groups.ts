// Generated from schema/api/describe-groups.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks for state and members of classic groups. Api key 15, versions 0-6. */
export interface DescribeGroupsRequest {
  groups: string[];
  /** Versions 3 and later. */
  includeAuthorizedOperations: boolean;
}

/** What `encodeDescribeGroupsRequest` takes. */
export interface DescribeGroupsRequestDraft {
  groups: readonly string[];
  includeAuthorizedOperations?: boolean | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeGroupsRequest(
  writer: Writer,
  draft: DescribeGroupsRequestDraft,
  version: number,
): void {
  checkVersion("DescribeGroupsRequest", version, 0, 6);
  const flexible = version >= 5;
  const groups = draft.groups;
  writer.count(groups.length, flexible);
  for (const element of groups) writer.string(element, flexible);
  if (version >= 3) {
    writer.bool(draft.includeAuthorizedOperations ?? false);
  } else if ((draft.includeAuthorizedOperations ?? false) !== false) {
    throw unsupportedField("DescribeGroupsRequest", "includeAuthorizedOperations", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeGroupsRequest(
  reader: Reader,
  version: number,
): DescribeGroupsRequest {
  reader.begin("DescribeGroupsRequest", version, 0, 6);
  const flexible = version >= 5;
  const groups: string[] = readStringArray(
    reader,
    "groups",
    reader.count("groups", flexible, version >= 5 ? 1 : 2),
    flexible,
  );
  const includeAuthorizedOperations =
    version >= 3 ? reader.bool("includeAuthorizedOperations") : false;
  if (flexible) reader.skipTags();
  return { groups, includeAuthorizedOperations };
}

/** Api key 15, versions 0-6. */
export interface DescribeGroupsResponse {
  /** Versions 1 and later. */
  throttleTimeMs: number;
  groups: DescribeGroupsResponseDescribedGroup[];
}

export interface DescribeGroupsResponseDescribedGroup {
  errorCode: number;
  /** Version 6. */
  errorMessage: string | null;
  groupId: string;
  groupState: string;
  protocolType: string;
  protocolData: string;
  members: DescribeGroupsResponseDescribedGroupMember[];
  /** Versions 3 and later. */
  authorizedOperations: number;
}

export interface DescribeGroupsResponseDescribedGroupMember {
  memberId: string;
  /** Versions 4 and later. */
  groupInstanceId: string | null;
  clientId: string;
  clientHost: string;
  memberMetadata: Uint8Array;
  memberAssignment: Uint8Array;
}

/** What `encodeDescribeGroupsResponse` takes. */
export interface DescribeGroupsResponseDraft {
  throttleTimeMs?: number | undefined;
  groups: readonly DescribeGroupsResponseDescribedGroupDraft[];
}

/** What `encodeDescribeGroupsResponse` takes, in part. */
export interface DescribeGroupsResponseDescribedGroupDraft {
  errorCode: number;
  errorMessage?: string | null | undefined;
  groupId: string;
  groupState: string;
  protocolType: string;
  protocolData: string;
  members: readonly DescribeGroupsResponseDescribedGroupMemberDraft[];
  authorizedOperations?: number | undefined;
}

/** What `encodeDescribeGroupsResponse` takes, in part. */
export interface DescribeGroupsResponseDescribedGroupMemberDraft {
  memberId: string;
  groupInstanceId?: string | null | undefined;
  clientId: string;
  clientHost: string;
  memberMetadata: Uint8Array;
  memberAssignment: Uint8Array;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeGroupsResponse(
  writer: Writer,
  draft: DescribeGroupsResponseDraft,
  version: number,
): void {
  checkVersion("DescribeGroupsResponse", version, 0, 6);
  const flexible = version >= 5;
  if (version >= 1) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  const groups = draft.groups;
  writer.count(groups.length, flexible);
  for (const element of groups)
    encodeDescribeGroupsResponseDescribedGroup(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeGroupsResponse(
  reader: Reader,
  version: number,
): DescribeGroupsResponse {
  reader.begin("DescribeGroupsResponse", version, 0, 6);
  const flexible = version >= 5;
  const throttleTimeMs = version >= 1 ? reader.int32("throttleTimeMs") : 0;
  const groups: DescribeGroupsResponseDescribedGroup[] =
    decodeDescribeGroupsResponseDescribedGroupArray(
      reader,
      version,
      reader.count(
        "groups",
        flexible,
        version >= 6 ? 13 : version >= 5 ? 12 : version >= 3 ? 18 : 14,
      ),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, groups };
}

function encodeDescribeGroupsResponseDescribedGroup(
  writer: Writer,
  draft: DescribeGroupsResponseDescribedGroupDraft,
  version: number,
): void {
  const flexible = version >= 5;
  writer.int16(draft.errorCode);
  if (version >= 6) {
    writer.nullableString(draft.errorMessage ?? null, flexible);
  } else if ((draft.errorMessage ?? null) !== null) {
    throw unsupportedField("DescribeGroupsResponse", "DescribedGroup.errorMessage", version);
  }
  writer.string(draft.groupId, flexible);
  writer.string(draft.groupState, flexible);
  writer.string(draft.protocolType, flexible);
  writer.string(draft.protocolData, flexible);
  const members = draft.members;
  writer.count(members.length, flexible);
  for (const element of members)
    encodeDescribeGroupsResponseDescribedGroupMember(writer, element, version);
  if (version >= 3) {
    writer.int32(draft.authorizedOperations ?? -2147483648);
  } else if ((draft.authorizedOperations ?? -2147483648) !== -2147483648) {
    throw unsupportedField(
      "DescribeGroupsResponse",
      "DescribedGroup.authorizedOperations",
      version,
    );
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeGroupsResponseDescribedGroup(
  reader: Reader,
  version: number,
): DescribeGroupsResponseDescribedGroup {
  const flexible = version >= 5;
  const errorCode = reader.int16("DescribedGroup.errorCode");
  const errorMessage =
    version >= 6 ? reader.nullableString("DescribedGroup.errorMessage", flexible) : null;
  const groupId = reader.string("DescribedGroup.groupId", flexible);
  const groupState = reader.string("DescribedGroup.groupState", flexible);
  const protocolType = reader.string("DescribedGroup.protocolType", flexible);
  const protocolData = reader.string("DescribedGroup.protocolData", flexible);
  const members: DescribeGroupsResponseDescribedGroupMember[] =
    decodeDescribeGroupsResponseDescribedGroupMemberArray(
      reader,
      version,
      reader.count("DescribedGroup.members", flexible, version >= 5 ? 7 : version >= 4 ? 16 : 14),
    );
  const authorizedOperations =
    version >= 3 ? reader.int32("DescribedGroup.authorizedOperations") : -2147483648;
  if (flexible) reader.skipTags();
  return {
    errorCode,
    errorMessage,
    groupId,
    groupState,
    protocolType,
    protocolData,
    members,
    authorizedOperations,
  };
}

function encodeDescribeGroupsResponseDescribedGroupMember(
  writer: Writer,
  draft: DescribeGroupsResponseDescribedGroupMemberDraft,
  version: number,
): void {
  const flexible = version >= 5;
  writer.string(draft.memberId, flexible);
  if (version >= 4) {
    writer.nullableString(draft.groupInstanceId ?? null, flexible);
  }
  writer.string(draft.clientId, flexible);
  writer.string(draft.clientHost, flexible);
  writer.bytes(draft.memberMetadata, flexible);
  writer.bytes(draft.memberAssignment, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeGroupsResponseDescribedGroupMember(
  reader: Reader,
  version: number,
): DescribeGroupsResponseDescribedGroupMember {
  const flexible = version >= 5;
  const memberId = reader.string("DescribedGroupMember.memberId", flexible);
  const groupInstanceId =
    version >= 4 ? reader.nullableString("DescribedGroupMember.groupInstanceId", flexible) : null;
  const clientId = reader.string("DescribedGroupMember.clientId", flexible);
  const clientHost = reader.string("DescribedGroupMember.clientHost", flexible);
  const memberMetadata = reader.bytes("DescribedGroupMember.memberMetadata", flexible);
  const memberAssignment = reader.bytes("DescribedGroupMember.memberAssignment", flexible);
  if (flexible) reader.skipTags();
  return { memberId, groupInstanceId, clientId, clientHost, memberMetadata, memberAssignment };
}

function decodeDescribeGroupsResponseDescribedGroupArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeGroupsResponseDescribedGroup[] {
  const elements: DescribeGroupsResponseDescribedGroup[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeGroupsResponseDescribedGroup(reader, version));
  return elements;
}

function decodeDescribeGroupsResponseDescribedGroupMemberArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeGroupsResponseDescribedGroupMember[] {
  const elements: DescribeGroupsResponseDescribedGroupMember[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeGroupsResponseDescribedGroupMember(reader, version));
  return elements;
}
