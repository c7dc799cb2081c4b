// Generated from schema/api/heartbeat.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/**
 * Keeps a member alive in a classic group, and learns of a rebalance. Api key 12, versions
 * 0-4.
 */
export interface HeartbeatRequest {
  groupId: string;
  generationId: number;
  memberId: string;
  /** Versions 3 and later. */
  groupInstanceId: string | null;
}

/** What `encodeHeartbeatRequest` takes. */
export interface HeartbeatRequestDraft {
  groupId: string;
  generationId: number;
  memberId: string;
  groupInstanceId?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeHeartbeatRequest(
  writer: Writer,
  draft: HeartbeatRequestDraft,
  version: number,
): void {
  checkVersion("HeartbeatRequest", version, 0, 4);
  const flexible = version >= 4;
  writer.string(draft.groupId, flexible);
  writer.int32(draft.generationId);
  writer.string(draft.memberId, flexible);
  if (version >= 3) {
    writer.nullableString(draft.groupInstanceId ?? null, flexible);
  } else if ((draft.groupInstanceId ?? null) !== null) {
    throw unsupportedField("HeartbeatRequest", "groupInstanceId", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeHeartbeatRequest(reader: Reader, version: number): HeartbeatRequest {
  reader.begin("HeartbeatRequest", version, 0, 4);
  const flexible = version >= 4;
  const groupId = reader.string("groupId", flexible);
  const generationId = reader.int32("generationId");
  const memberId = reader.string("memberId", flexible);
  const groupInstanceId = version >= 3 ? reader.nullableString("groupInstanceId", flexible) : null;
  if (flexible) reader.skipTags();
  return { groupId, generationId, memberId, groupInstanceId };
}

/** Api key 12, versions 0-4. */
export interface HeartbeatResponse {
  /** Versions 1 and later. */
  throttleTimeMs: number;
  errorCode: number;
}

/** What `encodeHeartbeatResponse` takes. */
export interface HeartbeatResponseDraft {
  throttleTimeMs?: number | undefined;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeHeartbeatResponse(
  writer: Writer,
  draft: HeartbeatResponseDraft,
  version: number,
): void {
  checkVersion("HeartbeatResponse", version, 0, 4);
  const flexible = version >= 4;
  if (version >= 1) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  writer.int16(draft.errorCode);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeHeartbeatResponse(reader: Reader, version: number): HeartbeatResponse {
  reader.begin("HeartbeatResponse", version, 0, 4);
  const flexible = version >= 4;
  const throttleTimeMs = version >= 1 ? reader.int32("throttleTimeMs") : 0;
  const errorCode = reader.int16("errorCode");
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode };
}
