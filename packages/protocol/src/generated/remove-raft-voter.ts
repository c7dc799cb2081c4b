// Generated from schema/api/remove-raft-voter.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Removes a voter from the metadata quorum. Api key 81, version 0. */
export interface RemoveRaftVoterRequest {
  clusterId: string | null;
  voterId: number;
  voterDirectoryId: string;
}

/** What `encodeRemoveRaftVoterRequest` takes. */
export interface RemoveRaftVoterRequestDraft {
  clusterId: string | null;
  voterId: number;
  voterDirectoryId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRemoveRaftVoterRequest(
  writer: Writer,
  draft: RemoveRaftVoterRequestDraft,
  version: number,
): void {
  checkVersion("RemoveRaftVoterRequest", version, 0, 0);
  writer.nullableString(draft.clusterId, true);
  writer.int32(draft.voterId);
  writer.uuid(draft.voterDirectoryId);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRemoveRaftVoterRequest(
  reader: Reader,
  version: number,
): RemoveRaftVoterRequest {
  reader.begin("RemoveRaftVoterRequest", version, 0, 0);
  const clusterId = reader.nullableString("clusterId", true);
  const voterId = reader.int32("voterId");
  const voterDirectoryId = reader.uuid("voterDirectoryId");
  reader.skipTags();
  return { clusterId, voterId, voterDirectoryId };
}

/** Api key 81, version 0. */
export interface RemoveRaftVoterResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeRemoveRaftVoterResponse` takes. */
export interface RemoveRaftVoterResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRemoveRaftVoterResponse(
  writer: Writer,
  draft: RemoveRaftVoterResponseDraft,
  version: number,
): void {
  checkVersion("RemoveRaftVoterResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRemoveRaftVoterResponse(
  reader: Reader,
  version: number,
): RemoveRaftVoterResponse {
  reader.begin("RemoveRaftVoterResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage };
}
