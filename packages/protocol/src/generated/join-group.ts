// Generated from schema/api/join-group.schema by `npm run gen`: change that file, not this one.
import { checkVersion, nullField, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Enters a classic group, and waits for its next generation. Api key 11, versions 0-9. */
export interface JoinGroupRequest {
  groupId: string;
  sessionTimeoutMs: number;
  /** Versions 1 and later. */
  rebalanceTimeoutMs: number;
  memberId: string;
  /** Versions 5 and later. */
  groupInstanceId: string | null;
  protocolType: string;
  protocols: JoinGroupRequestJoinGroupRequestProtocol[];
  /** Versions 8 and later. */
  reason: string | null;
}

export interface JoinGroupRequestJoinGroupRequestProtocol {
  name: string;
  metadata: Uint8Array;
}

/** What `encodeJoinGroupRequest` takes. */
export interface JoinGroupRequestDraft {
  groupId: string;
  sessionTimeoutMs: number;
  rebalanceTimeoutMs?: number | undefined;
  memberId: string;
  groupInstanceId?: string | null | undefined;
  protocolType: string;
  protocols: readonly JoinGroupRequestJoinGroupRequestProtocolDraft[];
  reason?: string | null | undefined;
}

/** What `encodeJoinGroupRequest` takes, in part. */
export interface JoinGroupRequestJoinGroupRequestProtocolDraft {
  name: string;
  metadata: Uint8Array;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeJoinGroupRequest(
  writer: Writer,
  draft: JoinGroupRequestDraft,
  version: number,
): void {
  checkVersion("JoinGroupRequest", version, 0, 9);
  const flexible = version >= 6;
  writer.string(draft.groupId, flexible);
  writer.int32(draft.sessionTimeoutMs);
  if (version >= 1) {
    writer.int32(draft.rebalanceTimeoutMs ?? -1);
  }
  writer.string(draft.memberId, flexible);
  if (version >= 5) {
    writer.nullableString(draft.groupInstanceId ?? null, flexible);
  } else if ((draft.groupInstanceId ?? null) !== null) {
    throw unsupportedField("JoinGroupRequest", "groupInstanceId", version);
  }
  writer.string(draft.protocolType, flexible);
  const protocols = draft.protocols;
  writer.count(protocols.length, flexible);
  for (const element of protocols)
    encodeJoinGroupRequestJoinGroupRequestProtocol(writer, element, version);
  if (version >= 8) {
    writer.nullableString(draft.reason ?? null, flexible);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeJoinGroupRequest(reader: Reader, version: number): JoinGroupRequest {
  reader.begin("JoinGroupRequest", version, 0, 9);
  const flexible = version >= 6;
  const groupId = reader.string("groupId", flexible);
  const sessionTimeoutMs = reader.int32("sessionTimeoutMs");
  const rebalanceTimeoutMs = version >= 1 ? reader.int32("rebalanceTimeoutMs") : -1;
  const memberId = reader.string("memberId", flexible);
  const groupInstanceId = version >= 5 ? reader.nullableString("groupInstanceId", flexible) : null;
  const protocolType = reader.string("protocolType", flexible);
  const protocols: JoinGroupRequestJoinGroupRequestProtocol[] =
    decodeJoinGroupRequestJoinGroupRequestProtocolArray(
      reader,
      version,
      reader.count("protocols", flexible, version >= 6 ? 3 : 6),
    );
  const reason = version >= 8 ? reader.nullableString("reason", flexible) : null;
  if (flexible) reader.skipTags();
  return {
    groupId,
    sessionTimeoutMs,
    rebalanceTimeoutMs,
    memberId,
    groupInstanceId,
    protocolType,
    protocols,
    reason,
  };
}

function encodeJoinGroupRequestJoinGroupRequestProtocol(
  writer: Writer,
  draft: JoinGroupRequestJoinGroupRequestProtocolDraft,
  version: number,
): void {
  const flexible = version >= 6;
  writer.string(draft.name, flexible);
  writer.bytes(draft.metadata, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeJoinGroupRequestJoinGroupRequestProtocol(
  reader: Reader,
  version: number,
): JoinGroupRequestJoinGroupRequestProtocol {
  const flexible = version >= 6;
  const name = reader.string("JoinGroupRequestProtocol.name", flexible);
  const metadata = reader.bytes("JoinGroupRequestProtocol.metadata", flexible);
  if (flexible) reader.skipTags();
  return { name, metadata };
}

function decodeJoinGroupRequestJoinGroupRequestProtocolArray(
  reader: Reader,
  version: number,
  count: number,
): JoinGroupRequestJoinGroupRequestProtocol[] {
  const elements: JoinGroupRequestJoinGroupRequestProtocol[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeJoinGroupRequestJoinGroupRequestProtocol(reader, version));
  return elements;
}

/** Api key 11, versions 0-9. */
export interface JoinGroupResponse {
  /** Versions 2 and later. */
  throttleTimeMs: number;
  errorCode: number;
  generationId: number;
  /** Versions 7 and later. */
  protocolType: string | null;
  protocolName: string | null;
  leader: string;
  /** Version 9. */
  skipAssignment: boolean;
  memberId: string;
  members: JoinGroupResponseJoinGroupResponseMember[];
}

export interface JoinGroupResponseJoinGroupResponseMember {
  memberId: string;
  /** Versions 5 and later. */
  groupInstanceId: string | null;
  metadata: Uint8Array;
}

/** What `encodeJoinGroupResponse` takes. */
export interface JoinGroupResponseDraft {
  throttleTimeMs?: number | undefined;
  errorCode: number;
  generationId?: number | undefined;
  protocolType?: string | null | undefined;
  protocolName: string | null;
  leader: string;
  skipAssignment?: boolean | undefined;
  memberId: string;
  members: readonly JoinGroupResponseJoinGroupResponseMemberDraft[];
}

/** What `encodeJoinGroupResponse` takes, in part. */
export interface JoinGroupResponseJoinGroupResponseMemberDraft {
  memberId: string;
  groupInstanceId?: string | null | undefined;
  metadata: Uint8Array;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeJoinGroupResponse(
  writer: Writer,
  draft: JoinGroupResponseDraft,
  version: number,
): void {
  checkVersion("JoinGroupResponse", version, 0, 9);
  const flexible = version >= 6;
  if (version >= 2) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  writer.int16(draft.errorCode);
  writer.int32(draft.generationId ?? -1);
  if (version >= 7) {
    writer.nullableString(draft.protocolType ?? null, flexible);
  }
  const protocolName = draft.protocolName;
  if (version >= 7) writer.nullableString(protocolName, flexible);
  else if (protocolName !== null) writer.string(protocolName, flexible);
  else throw nullField("JoinGroupResponse", "protocolName", version);
  writer.string(draft.leader, flexible);
  if (version >= 9) {
    writer.bool(draft.skipAssignment ?? false);
  } else if ((draft.skipAssignment ?? false) !== false) {
    throw unsupportedField("JoinGroupResponse", "skipAssignment", version);
  }
  writer.string(draft.memberId, flexible);
  const members = draft.members;
  writer.count(members.length, flexible);
  for (const element of members)
    encodeJoinGroupResponseJoinGroupResponseMember(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeJoinGroupResponse(reader: Reader, version: number): JoinGroupResponse {
  reader.begin("JoinGroupResponse", version, 0, 9);
  const flexible = version >= 6;
  const throttleTimeMs = version >= 2 ? reader.int32("throttleTimeMs") : 0;
  const errorCode = reader.int16("errorCode");
  const generationId = reader.int32("generationId");
  const protocolType = version >= 7 ? reader.nullableString("protocolType", flexible) : null;
  const protocolName =
    version >= 7
      ? reader.nullableString("protocolName", flexible)
      : reader.string("protocolName", flexible);
  const leader = reader.string("leader", flexible);
  const skipAssignment = version >= 9 ? reader.bool("skipAssignment") : false;
  const memberId = reader.string("memberId", flexible);
  const members: JoinGroupResponseJoinGroupResponseMember[] =
    decodeJoinGroupResponseJoinGroupResponseMemberArray(
      reader,
      version,
      reader.count("members", flexible, version >= 6 ? 4 : version >= 5 ? 8 : 6),
    );
  if (flexible) reader.skipTags();
  return {
    throttleTimeMs,
    errorCode,
    generationId,
    protocolType,
    protocolName,
    leader,
    skipAssignment,
    memberId,
    members,
  };
}

function encodeJoinGroupResponseJoinGroupResponseMember(
  writer: Writer,
  draft: JoinGroupResponseJoinGroupResponseMemberDraft,
  version: number,
): void {
  const flexible = version >= 6;
  writer.string(draft.memberId, flexible);
  if (version >= 5) {
    writer.nullableString(draft.groupInstanceId ?? null, flexible);
  }
  writer.bytes(draft.metadata, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeJoinGroupResponseJoinGroupResponseMember(
  reader: Reader,
  version: number,
): JoinGroupResponseJoinGroupResponseMember {
  const flexible = version >= 6;
  const memberId = reader.string("JoinGroupResponseMember.memberId", flexible);
  const groupInstanceId =
    version >= 5
      ? reader.nullableString("JoinGroupResponseMember.groupInstanceId", flexible)
      : null;
  const metadata = reader.bytes("JoinGroupResponseMember.metadata", flexible);
  if (flexible) reader.skipTags();
  return { memberId, groupInstanceId, metadata };
}

function decodeJoinGroupResponseJoinGroupResponseMemberArray(
  reader: Reader,
  version: number,
  count: number,
): JoinGroupResponseJoinGroupResponseMember[] {
  const elements: JoinGroupResponseJoinGroupResponseMember[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeJoinGroupResponseJoinGroupResponseMember(reader, version));
  return elements;
}
