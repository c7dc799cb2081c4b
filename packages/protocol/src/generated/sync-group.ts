// Generated from schema/api/sync-group.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Brings the leader's assignment, and fetches one's own part of it. Api key 14, versions 0-5. */
export interface SyncGroupRequest {
  groupId: string;
  generationId: number;
  memberId: string;
  /** Versions 3 and later. */
  groupInstanceId: string | null;
  /** Version 5. */
  protocolType: string | null;
  /** Version 5. */
  protocolName: string | null;
  assignments: SyncGroupRequestSyncGroupRequestAssignment[];
}

export interface SyncGroupRequestSyncGroupRequestAssignment {
  memberId: string;
  assignment: Uint8Array;
}

/** What `encodeSyncGroupRequest` takes. */
export interface SyncGroupRequestDraft {
  groupId: string;
  generationId: number;
  memberId: string;
  groupInstanceId?: string | null | undefined;
  protocolType?: string | null | undefined;
  protocolName?: string | null | undefined;
  assignments: readonly SyncGroupRequestSyncGroupRequestAssignmentDraft[];
}

/** What `encodeSyncGroupRequest` takes, in part. */
export interface SyncGroupRequestSyncGroupRequestAssignmentDraft {
  memberId: string;
  assignment: Uint8Array;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeSyncGroupRequest(
  writer: Writer,
  draft: SyncGroupRequestDraft,
  version: number,
): void {
  checkVersion("SyncGroupRequest", version, 0, 5);
  const flexible = version >= 4;
  writer.string(draft.groupId, flexible);
  writer.int32(draft.generationId);
  writer.string(draft.memberId, flexible);
  if (version >= 3) {
    writer.nullableString(draft.groupInstanceId ?? null, flexible);
  } else if ((draft.groupInstanceId ?? null) !== null) {
    throw unsupportedField("SyncGroupRequest", "groupInstanceId", version);
  }
  if (version >= 5) {
    writer.nullableString(draft.protocolType ?? null, flexible);
  }
  if (version >= 5) {
    writer.nullableString(draft.protocolName ?? null, flexible);
  }
  const assignments = draft.assignments;
  writer.count(assignments.length, flexible);
  for (const element of assignments)
    encodeSyncGroupRequestSyncGroupRequestAssignment(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeSyncGroupRequest(reader: Reader, version: number): SyncGroupRequest {
  reader.begin("SyncGroupRequest", version, 0, 5);
  const flexible = version >= 4;
  const groupId = reader.string("groupId", flexible);
  const generationId = reader.int32("generationId");
  const memberId = reader.string("memberId", flexible);
  const groupInstanceId = version >= 3 ? reader.nullableString("groupInstanceId", flexible) : null;
  const protocolType = version >= 5 ? reader.nullableString("protocolType", flexible) : null;
  const protocolName = version >= 5 ? reader.nullableString("protocolName", flexible) : null;
  const assignments: SyncGroupRequestSyncGroupRequestAssignment[] =
    decodeSyncGroupRequestSyncGroupRequestAssignmentArray(
      reader,
      version,
      reader.count("assignments", flexible, version >= 4 ? 3 : 6),
    );
  if (flexible) reader.skipTags();
  return {
    groupId,
    generationId,
    memberId,
    groupInstanceId,
    protocolType,
    protocolName,
    assignments,
  };
}

function encodeSyncGroupRequestSyncGroupRequestAssignment(
  writer: Writer,
  draft: SyncGroupRequestSyncGroupRequestAssignmentDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(draft.memberId, flexible);
  writer.bytes(draft.assignment, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeSyncGroupRequestSyncGroupRequestAssignment(
  reader: Reader,
  version: number,
): SyncGroupRequestSyncGroupRequestAssignment {
  const flexible = version >= 4;
  const memberId = reader.string("SyncGroupRequestAssignment.memberId", flexible);
  const assignment = reader.bytes("SyncGroupRequestAssignment.assignment", flexible);
  if (flexible) reader.skipTags();
  return { memberId, assignment };
}

function decodeSyncGroupRequestSyncGroupRequestAssignmentArray(
  reader: Reader,
  version: number,
  count: number,
): SyncGroupRequestSyncGroupRequestAssignment[] {
  const elements: SyncGroupRequestSyncGroupRequestAssignment[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeSyncGroupRequestSyncGroupRequestAssignment(reader, version));
  return elements;
}

/** Api key 14, versions 0-5. */
export interface SyncGroupResponse {
  /** Versions 1 and later. */
  throttleTimeMs: number;
  errorCode: number;
  /** Version 5. */
  protocolType: string | null;
  /** Version 5. */
  protocolName: string | null;
  assignment: Uint8Array;
}

/** What `encodeSyncGroupResponse` takes. */
export interface SyncGroupResponseDraft {
  throttleTimeMs?: number | undefined;
  errorCode: number;
  protocolType?: string | null | undefined;
  protocolName?: string | null | undefined;
  assignment: Uint8Array;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeSyncGroupResponse(
  writer: Writer,
  draft: SyncGroupResponseDraft,
  version: number,
): void {
  checkVersion("SyncGroupResponse", version, 0, 5);
  const flexible = version >= 4;
  if (version >= 1) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  writer.int16(draft.errorCode);
  if (version >= 5) {
    writer.nullableString(draft.protocolType ?? null, flexible);
  }
  if (version >= 5) {
    writer.nullableString(draft.protocolName ?? null, flexible);
  }
  writer.bytes(draft.assignment, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeSyncGroupResponse(reader: Reader, version: number): SyncGroupResponse {
  reader.begin("SyncGroupResponse", version, 0, 5);
  const flexible = version >= 4;
  const throttleTimeMs = version >= 1 ? reader.int32("throttleTimeMs") : 0;
  const errorCode = reader.int16("errorCode");
  const protocolType = version >= 5 ? reader.nullableString("protocolType", flexible) : null;
  const protocolName = version >= 5 ? reader.nullableString("protocolName", flexible) : null;
  const assignment = reader.bytes("assignment", flexible);
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode, protocolType, protocolName, assignment };
}
