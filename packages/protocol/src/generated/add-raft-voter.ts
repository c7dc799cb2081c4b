// Generated from schema/api/add-raft-voter.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Adds a voter to the metadata quorum (KIP-853). Api key 80, versions 0-1. */
export interface AddRaftVoterRequest {
  clusterId: string | null;
  timeoutMs: number;
  voterId: number;
  voterDirectoryId: string;
  listeners: AddRaftVoterRequestListener[];
  /** Version 1. */
  ackWhenCommitted: boolean;
}

export interface AddRaftVoterRequestListener {
  name: string;
  host: string;
  port: number;
}

/** What `encodeAddRaftVoterRequest` takes. */
export interface AddRaftVoterRequestDraft {
  clusterId: string | null;
  timeoutMs: number;
  voterId: number;
  voterDirectoryId: string;
  listeners: readonly AddRaftVoterRequestListenerDraft[];
  ackWhenCommitted?: boolean | undefined;
}

/** What `encodeAddRaftVoterRequest` takes, in part. */
export interface AddRaftVoterRequestListenerDraft {
  name: string;
  host: string;
  port: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAddRaftVoterRequest(
  writer: Writer,
  draft: AddRaftVoterRequestDraft,
  version: number,
): void {
  checkVersion("AddRaftVoterRequest", version, 0, 1);
  writer.nullableString(draft.clusterId, true);
  writer.int32(draft.timeoutMs);
  writer.int32(draft.voterId);
  writer.uuid(draft.voterDirectoryId);
  const listeners = draft.listeners;
  writer.count(listeners.length, true);
  for (const element of listeners) encodeAddRaftVoterRequestListener(writer, element, version);
  if (version >= 1) {
    writer.bool(draft.ackWhenCommitted ?? true);
  } else if ((draft.ackWhenCommitted ?? true) !== true) {
    throw unsupportedField("AddRaftVoterRequest", "ackWhenCommitted", version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAddRaftVoterRequest(reader: Reader, version: number): AddRaftVoterRequest {
  reader.begin("AddRaftVoterRequest", version, 0, 1);
  const clusterId = reader.nullableString("clusterId", true);
  const timeoutMs = reader.int32("timeoutMs");
  const voterId = reader.int32("voterId");
  const voterDirectoryId = reader.uuid("voterDirectoryId");
  const listeners: AddRaftVoterRequestListener[] = decodeAddRaftVoterRequestListenerArray(
    reader,
    version,
    reader.count("listeners", true, 5),
  );
  const ackWhenCommitted = version >= 1 ? reader.bool("ackWhenCommitted") : true;
  reader.skipTags();
  return { clusterId, timeoutMs, voterId, voterDirectoryId, listeners, ackWhenCommitted };
}

function encodeAddRaftVoterRequestListener(
  writer: Writer,
  draft: AddRaftVoterRequestListenerDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeAddRaftVoterRequestListener(
  reader: Reader,
  _version: number,
): AddRaftVoterRequestListener {
  const name = reader.string("Listener.name", true);
  const host = reader.string("Listener.host", true);
  const port = reader.uint16("Listener.port");
  reader.skipTags();
  return { name, host, port };
}

function decodeAddRaftVoterRequestListenerArray(
  reader: Reader,
  version: number,
  count: number,
): AddRaftVoterRequestListener[] {
  const elements: AddRaftVoterRequestListener[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAddRaftVoterRequestListener(reader, version));
  return elements;
}

/** Api key 80, versions 0-1. */
export interface AddRaftVoterResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeAddRaftVoterResponse` takes. */
export interface AddRaftVoterResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAddRaftVoterResponse(
  writer: Writer,
  draft: AddRaftVoterResponseDraft,
  version: number,
): void {
  checkVersion("AddRaftVoterResponse", version, 0, 1);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAddRaftVoterResponse(reader: Reader, version: number): AddRaftVoterResponse {
  reader.begin("AddRaftVoterResponse", version, 0, 1);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage };
}
