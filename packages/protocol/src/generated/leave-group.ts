// Generated from schema/api/leave-group.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Takes members out of a classic group. Api key 13, versions 0-5. */
export interface LeaveGroupRequest {
  groupId: string;
  /** Versions up to 2. */
  memberId: string;
  /** Versions 3 and later. */
  members: LeaveGroupRequestMemberIdentity[];
}

export interface LeaveGroupRequestMemberIdentity {
  memberId: string;
  groupInstanceId: string | null;
  /** Version 5. */
  reason: string | null;
}

/** What `encodeLeaveGroupRequest` takes. */
export interface LeaveGroupRequestDraft {
  groupId: string;
  memberId?: string | undefined;
  members?: readonly LeaveGroupRequestMemberIdentityDraft[] | undefined;
}

/** What `encodeLeaveGroupRequest` takes, in part. */
export interface LeaveGroupRequestMemberIdentityDraft {
  memberId: string;
  groupInstanceId?: string | null | undefined;
  reason?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeLeaveGroupRequest(
  writer: Writer,
  draft: LeaveGroupRequestDraft,
  version: number,
): void {
  checkVersion("LeaveGroupRequest", version, 0, 5);
  const flexible = version >= 4;
  writer.string(draft.groupId, flexible);
  if (version <= 2) {
    writer.string(draft.memberId ?? "", flexible);
  } else if ((draft.memberId ?? "") !== "") {
    throw unsupportedField("LeaveGroupRequest", "memberId", version);
  }
  const members = draft.members ?? [];
  if (version >= 3) {
    writer.count(members.length, flexible);
    for (const element of members) encodeLeaveGroupRequestMemberIdentity(writer, element, version);
  } else if (members.length > 0) {
    throw unsupportedField("LeaveGroupRequest", "members", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeLeaveGroupRequest(reader: Reader, version: number): LeaveGroupRequest {
  reader.begin("LeaveGroupRequest", version, 0, 5);
  const flexible = version >= 4;
  const groupId = reader.string("groupId", flexible);
  const memberId = version <= 2 ? reader.string("memberId", flexible) : "";
  const members: LeaveGroupRequestMemberIdentity[] =
    version >= 3
      ? decodeLeaveGroupRequestMemberIdentityArray(
          reader,
          version,
          reader.count("members", flexible, version >= 5 ? 4 : version >= 4 ? 3 : 4),
        )
      : [];
  if (flexible) reader.skipTags();
  return { groupId, memberId, members };
}

function encodeLeaveGroupRequestMemberIdentity(
  writer: Writer,
  draft: LeaveGroupRequestMemberIdentityDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(draft.memberId, flexible);
  writer.nullableString(draft.groupInstanceId ?? null, flexible);
  if (version >= 5) {
    writer.nullableString(draft.reason ?? null, flexible);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeLeaveGroupRequestMemberIdentity(
  reader: Reader,
  version: number,
): LeaveGroupRequestMemberIdentity {
  const flexible = version >= 4;
  const memberId = reader.string("MemberIdentity.memberId", flexible);
  const groupInstanceId = reader.nullableString("MemberIdentity.groupInstanceId", flexible);
  const reason = version >= 5 ? reader.nullableString("MemberIdentity.reason", flexible) : null;
  if (flexible) reader.skipTags();
  return { memberId, groupInstanceId, reason };
}

function decodeLeaveGroupRequestMemberIdentityArray(
  reader: Reader,
  version: number,
  count: number,
): LeaveGroupRequestMemberIdentity[] {
  const elements: LeaveGroupRequestMemberIdentity[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeLeaveGroupRequestMemberIdentity(reader, version));
  return elements;
}

/** Api key 13, versions 0-5. */
export interface LeaveGroupResponse {
  /** Versions 1 and later. */
  throttleTimeMs: number;
  errorCode: number;
  /** Versions 3 and later. */
  members: LeaveGroupResponseMemberResponse[];
}

export interface LeaveGroupResponseMemberResponse {
  memberId: string;
  groupInstanceId: string | null;
  errorCode: number;
}

/** What `encodeLeaveGroupResponse` takes. */
export interface LeaveGroupResponseDraft {
  throttleTimeMs?: number | undefined;
  errorCode: number;
  members?: readonly LeaveGroupResponseMemberResponseDraft[] | undefined;
}

/** What `encodeLeaveGroupResponse` takes, in part. */
export interface LeaveGroupResponseMemberResponseDraft {
  memberId: string;
  groupInstanceId: string | null;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeLeaveGroupResponse(
  writer: Writer,
  draft: LeaveGroupResponseDraft,
  version: number,
): void {
  checkVersion("LeaveGroupResponse", version, 0, 5);
  const flexible = version >= 4;
  if (version >= 1) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  writer.int16(draft.errorCode);
  const members = draft.members ?? [];
  if (version >= 3) {
    writer.count(members.length, flexible);
    for (const element of members) encodeLeaveGroupResponseMemberResponse(writer, element, version);
  } else if (members.length > 0) {
    throw unsupportedField("LeaveGroupResponse", "members", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeLeaveGroupResponse(reader: Reader, version: number): LeaveGroupResponse {
  reader.begin("LeaveGroupResponse", version, 0, 5);
  const flexible = version >= 4;
  const throttleTimeMs = version >= 1 ? reader.int32("throttleTimeMs") : 0;
  const errorCode = reader.int16("errorCode");
  const members: LeaveGroupResponseMemberResponse[] =
    version >= 3
      ? decodeLeaveGroupResponseMemberResponseArray(
          reader,
          version,
          reader.count("members", flexible, version >= 4 ? 5 : 6),
        )
      : [];
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode, members };
}

function encodeLeaveGroupResponseMemberResponse(
  writer: Writer,
  draft: LeaveGroupResponseMemberResponseDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(draft.memberId, flexible);
  writer.nullableString(draft.groupInstanceId, flexible);
  writer.int16(draft.errorCode);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeLeaveGroupResponseMemberResponse(
  reader: Reader,
  version: number,
): LeaveGroupResponseMemberResponse {
  const flexible = version >= 4;
  const memberId = reader.string("MemberResponse.memberId", flexible);
  const groupInstanceId = reader.nullableString("MemberResponse.groupInstanceId", flexible);
  const errorCode = reader.int16("MemberResponse.errorCode");
  if (flexible) reader.skipTags();
  return { memberId, groupInstanceId, errorCode };
}

function decodeLeaveGroupResponseMemberResponseArray(
  reader: Reader,
  version: number,
  count: number,
): LeaveGroupResponseMemberResponse[] {
  const elements: LeaveGroupResponseMemberResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeLeaveGroupResponseMemberResponse(reader, version));
  return elements;
}
