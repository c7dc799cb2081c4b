// Generated from schema/api/update-raft-voter.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Tells the leader a voter's endpoints and kraft versions. Api key 82, version 0. */
export interface UpdateRaftVoterRequest {
  clusterId: string | null;
  currentLeaderEpoch: number;
  voterId: number;
  voterDirectoryId: string;
  listeners: UpdateRaftVoterRequestListener[];
  kRaftVersionFeature: UpdateRaftVoterRequestKRaftVersionFeature;
}

export interface UpdateRaftVoterRequestListener {
  name: string;
  host: string;
  port: number;
}

export interface UpdateRaftVoterRequestKRaftVersionFeature {
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

/** What `encodeUpdateRaftVoterRequest` takes. */
export interface UpdateRaftVoterRequestDraft {
  clusterId: string | null;
  currentLeaderEpoch: number;
  voterId: number;
  voterDirectoryId: string;
  listeners: readonly UpdateRaftVoterRequestListenerDraft[];
  kRaftVersionFeature: UpdateRaftVoterRequestKRaftVersionFeatureDraft;
}

/** What `encodeUpdateRaftVoterRequest` takes, in part. */
export interface UpdateRaftVoterRequestListenerDraft {
  name: string;
  host: string;
  port: number;
}

/** What `encodeUpdateRaftVoterRequest` takes, in part. */
export interface UpdateRaftVoterRequestKRaftVersionFeatureDraft {
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeUpdateRaftVoterRequest(
  writer: Writer,
  draft: UpdateRaftVoterRequestDraft,
  version: number,
): void {
  checkVersion("UpdateRaftVoterRequest", version, 0, 0);
  writer.nullableString(draft.clusterId, true);
  writer.int32(draft.currentLeaderEpoch);
  writer.int32(draft.voterId);
  writer.uuid(draft.voterDirectoryId);
  const listeners = draft.listeners;
  writer.count(listeners.length, true);
  for (const element of listeners) encodeUpdateRaftVoterRequestListener(writer, element, version);
  const kRaftVersionFeature = draft.kRaftVersionFeature;
  encodeUpdateRaftVoterRequestKRaftVersionFeature(writer, kRaftVersionFeature, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeUpdateRaftVoterRequest(
  reader: Reader,
  version: number,
): UpdateRaftVoterRequest {
  reader.begin("UpdateRaftVoterRequest", version, 0, 0);
  const clusterId = reader.nullableString("clusterId", true);
  const currentLeaderEpoch = reader.int32("currentLeaderEpoch");
  const voterId = reader.int32("voterId");
  const voterDirectoryId = reader.uuid("voterDirectoryId");
  const listeners: UpdateRaftVoterRequestListener[] = decodeUpdateRaftVoterRequestListenerArray(
    reader,
    version,
    reader.count("listeners", true, 5),
  );
  const kRaftVersionFeature = decodeUpdateRaftVoterRequestKRaftVersionFeature(reader, version);
  reader.skipTags();
  return {
    clusterId,
    currentLeaderEpoch,
    voterId,
    voterDirectoryId,
    listeners,
    kRaftVersionFeature,
  };
}

function encodeUpdateRaftVoterRequestListener(
  writer: Writer,
  draft: UpdateRaftVoterRequestListenerDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeUpdateRaftVoterRequestListener(
  reader: Reader,
  _version: number,
): UpdateRaftVoterRequestListener {
  const name = reader.string("Listener.name", true);
  const host = reader.string("Listener.host", true);
  const port = reader.uint16("Listener.port");
  reader.skipTags();
  return { name, host, port };
}

function encodeUpdateRaftVoterRequestKRaftVersionFeature(
  writer: Writer,
  draft: UpdateRaftVoterRequestKRaftVersionFeatureDraft,
  _version: number,
): void {
  writer.int16(draft.minSupportedVersion);
  writer.int16(draft.maxSupportedVersion);
  writer.uvarint(0);
}

function decodeUpdateRaftVoterRequestKRaftVersionFeature(
  reader: Reader,
  _version: number,
): UpdateRaftVoterRequestKRaftVersionFeature {
  const minSupportedVersion = reader.int16("KRaftVersionFeature.minSupportedVersion");
  const maxSupportedVersion = reader.int16("KRaftVersionFeature.maxSupportedVersion");
  reader.skipTags();
  return { minSupportedVersion, maxSupportedVersion };
}

function decodeUpdateRaftVoterRequestListenerArray(
  reader: Reader,
  version: number,
  count: number,
): UpdateRaftVoterRequestListener[] {
  const elements: UpdateRaftVoterRequestListener[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeUpdateRaftVoterRequestListener(reader, version));
  return elements;
}

/** Api key 82, version 0. */
export interface UpdateRaftVoterResponse {
  throttleTimeMs: number;
  errorCode: number;
  currentLeader: UpdateRaftVoterResponseCurrentLeader;
}

export interface UpdateRaftVoterResponseCurrentLeader {
  leaderId: number;
  leaderEpoch: number;
  host: string;
  port: number;
}

/** What `encodeUpdateRaftVoterResponse` takes. */
export interface UpdateRaftVoterResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  currentLeader?: UpdateRaftVoterResponseCurrentLeaderDraft | undefined;
}

/** What `encodeUpdateRaftVoterResponse` takes, in part. */
export interface UpdateRaftVoterResponseCurrentLeaderDraft {
  leaderId?: number | undefined;
  leaderEpoch?: number | undefined;
  host: string;
  port: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeUpdateRaftVoterResponse(
  writer: Writer,
  draft: UpdateRaftVoterResponseDraft,
  version: number,
): void {
  checkVersion("UpdateRaftVoterResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  const currentLeader = draft.currentLeader;
  const hasCurrentLeader =
    currentLeader !== undefined && !isDefaultUpdateRaftVoterResponseCurrentLeader(currentLeader);
  writer.uvarint(hasCurrentLeader ? 1 : 0);
  if (hasCurrentLeader) {
    const mark = writer.beginTag(0);
    encodeUpdateRaftVoterResponseCurrentLeader(writer, currentLeader, version);
    writer.endTag(mark);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeUpdateRaftVoterResponse(
  reader: Reader,
  version: number,
): UpdateRaftVoterResponse {
  reader.begin("UpdateRaftVoterResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  let currentLeader: UpdateRaftVoterResponseCurrentLeader =
    defaultUpdateRaftVoterResponseCurrentLeader();
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      currentLeader = decodeUpdateRaftVoterResponseCurrentLeader(reader, version);
      reader.closeTag(tag, end);
    } else {
      reader.skipTag(end);
    }
  }
  return { throttleTimeMs, errorCode, currentLeader };
}

function encodeUpdateRaftVoterResponseCurrentLeader(
  writer: Writer,
  draft: UpdateRaftVoterResponseCurrentLeaderDraft,
  _version: number,
): void {
  writer.int32(draft.leaderId ?? -1);
  writer.int32(draft.leaderEpoch ?? -1);
  writer.string(draft.host, true);
  writer.int32(draft.port);
  writer.uvarint(0);
}

function decodeUpdateRaftVoterResponseCurrentLeader(
  reader: Reader,
  _version: number,
): UpdateRaftVoterResponseCurrentLeader {
  const leaderId = reader.int32("CurrentLeader.leaderId");
  const leaderEpoch = reader.int32("CurrentLeader.leaderEpoch");
  const host = reader.string("CurrentLeader.host", true);
  const port = reader.int32("CurrentLeader.port");
  reader.skipTags();
  return { leaderId, leaderEpoch, host, port };
}

function defaultUpdateRaftVoterResponseCurrentLeader(): UpdateRaftVoterResponseCurrentLeader {
  return {
    leaderId: -1,
    leaderEpoch: -1,
    host: "",
    port: 0,
  };
}

function isDefaultUpdateRaftVoterResponseCurrentLeader(
  draft: UpdateRaftVoterResponseCurrentLeaderDraft,
): boolean {
  return (
    (draft.leaderId === undefined || draft.leaderId === -1) &&
    (draft.leaderEpoch === undefined || draft.leaderEpoch === -1) &&
    draft.host === "" &&
    draft.port === 0
  );
}
