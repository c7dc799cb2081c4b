// Generated from schema/api/find-coordinator.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks which broker coordinates a group or a transactional id. Api key 10, versions 0-6. */
export interface FindCoordinatorRequest {
  /** Versions up to 3. */
  key: string;
  /** Versions 1 and later. */
  keyType: number;
  /** Versions 4 and later. */
  coordinatorKeys: string[];
}

/** What `encodeFindCoordinatorRequest` takes. */
export interface FindCoordinatorRequestDraft {
  key?: string | undefined;
  keyType?: number | undefined;
  coordinatorKeys?: readonly string[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeFindCoordinatorRequest(
  writer: Writer,
  draft: FindCoordinatorRequestDraft,
  version: number,
): void {
  checkVersion("FindCoordinatorRequest", version, 0, 6);
  const flexible = version >= 3;
  if (version <= 3) {
    writer.string(draft.key ?? "", flexible);
  } else if ((draft.key ?? "") !== "") {
    throw unsupportedField("FindCoordinatorRequest", "key", version);
  }
  if (version >= 1) {
    writer.int8(draft.keyType ?? 0);
  } else if ((draft.keyType ?? 0) !== 0) {
    throw unsupportedField("FindCoordinatorRequest", "keyType", version);
  }
  const coordinatorKeys = draft.coordinatorKeys ?? [];
  if (version >= 4) {
    writer.count(coordinatorKeys.length, flexible);
    for (const element of coordinatorKeys) writer.string(element, flexible);
  } else if (coordinatorKeys.length > 0) {
    throw unsupportedField("FindCoordinatorRequest", "coordinatorKeys", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeFindCoordinatorRequest(
  reader: Reader,
  version: number,
): FindCoordinatorRequest {
  reader.begin("FindCoordinatorRequest", version, 0, 6);
  const flexible = version >= 3;
  const key = version <= 3 ? reader.string("key", flexible) : "";
  const keyType = version >= 1 ? reader.int8("keyType") : 0;
  const coordinatorKeys: string[] =
    version >= 4
      ? readStringArray(
          reader,
          "coordinatorKeys",
          reader.count("coordinatorKeys", flexible, 1),
          flexible,
        )
      : [];
  if (flexible) reader.skipTags();
  return { key, keyType, coordinatorKeys };
}

/** Api key 10, versions 0-6. */
export interface FindCoordinatorResponse {
  /** Versions 1 and later. */
  throttleTimeMs: number;
  /** Versions up to 3. */
  errorCode: number;
  /** Versions 1 to 3. */
  errorMessage: string | null;
  /** Versions up to 3. */
  nodeId: number;
  /** Versions up to 3. */
  host: string;
  /** Versions up to 3. */
  port: number;
  /** Versions 4 and later. */
  coordinators: FindCoordinatorResponseCoordinator[];
}

export interface FindCoordinatorResponseCoordinator {
  key: string;
  nodeId: number;
  host: string;
  port: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeFindCoordinatorResponse` takes. */
export interface FindCoordinatorResponseDraft {
  throttleTimeMs?: number | undefined;
  errorCode?: number | undefined;
  errorMessage?: string | null | undefined;
  nodeId?: number | undefined;
  host?: string | undefined;
  port?: number | undefined;
  coordinators?: readonly FindCoordinatorResponseCoordinatorDraft[] | undefined;
}

/** What `encodeFindCoordinatorResponse` takes, in part. */
export interface FindCoordinatorResponseCoordinatorDraft {
  key: string;
  nodeId: number;
  host: string;
  port: number;
  errorCode: number;
  errorMessage: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeFindCoordinatorResponse(
  writer: Writer,
  draft: FindCoordinatorResponseDraft,
  version: number,
): void {
  checkVersion("FindCoordinatorResponse", version, 0, 6);
  const flexible = version >= 3;
  if (version >= 1) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  if (version <= 3) {
    writer.int16(draft.errorCode ?? 0);
  } else if ((draft.errorCode ?? 0) !== 0) {
    throw unsupportedField("FindCoordinatorResponse", "errorCode", version);
  }
  if (version >= 1 && version <= 3) {
    writer.nullableString(draft.errorMessage === undefined ? "" : draft.errorMessage, flexible);
  }
  if (version <= 3) {
    writer.int32(draft.nodeId ?? 0);
  } else if ((draft.nodeId ?? 0) !== 0) {
    throw unsupportedField("FindCoordinatorResponse", "nodeId", version);
  }
  if (version <= 3) {
    writer.string(draft.host ?? "", flexible);
  } else if ((draft.host ?? "") !== "") {
    throw unsupportedField("FindCoordinatorResponse", "host", version);
  }
  if (version <= 3) {
    writer.int32(draft.port ?? 0);
  } else if ((draft.port ?? 0) !== 0) {
    throw unsupportedField("FindCoordinatorResponse", "port", version);
  }
  const coordinators = draft.coordinators ?? [];
  if (version >= 4) {
    writer.count(coordinators.length, flexible);
    for (const element of coordinators)
      encodeFindCoordinatorResponseCoordinator(writer, element, version);
  } else if (coordinators.length > 0) {
    throw unsupportedField("FindCoordinatorResponse", "coordinators", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeFindCoordinatorResponse(
  reader: Reader,
  version: number,
): FindCoordinatorResponse {
  reader.begin("FindCoordinatorResponse", version, 0, 6);
  const flexible = version >= 3;
  const throttleTimeMs = version >= 1 ? reader.int32("throttleTimeMs") : 0;
  const errorCode = version <= 3 ? reader.int16("errorCode") : 0;
  const errorMessage =
    version >= 1 && version <= 3 ? reader.nullableString("errorMessage", flexible) : "";
  const nodeId = version <= 3 ? reader.int32("nodeId") : 0;
  const host = version <= 3 ? reader.string("host", flexible) : "";
  const port = version <= 3 ? reader.int32("port") : 0;
  const coordinators: FindCoordinatorResponseCoordinator[] =
    version >= 4
      ? decodeFindCoordinatorResponseCoordinatorArray(
          reader,
          version,
          reader.count("coordinators", flexible, 14),
        )
      : [];
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage, nodeId, host, port, coordinators };
}

function encodeFindCoordinatorResponseCoordinator(
  writer: Writer,
  draft: FindCoordinatorResponseCoordinatorDraft,
  _version: number,
): void {
  writer.string(draft.key, true);
  writer.int32(draft.nodeId);
  writer.string(draft.host, true);
  writer.int32(draft.port);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  writer.uvarint(0);
}

function decodeFindCoordinatorResponseCoordinator(
  reader: Reader,
  _version: number,
): FindCoordinatorResponseCoordinator {
  const key = reader.string("Coordinator.key", true);
  const nodeId = reader.int32("Coordinator.nodeId");
  const host = reader.string("Coordinator.host", true);
  const port = reader.int32("Coordinator.port");
  const errorCode = reader.int16("Coordinator.errorCode");
  const errorMessage = reader.nullableString("Coordinator.errorMessage", true);
  reader.skipTags();
  return { key, nodeId, host, port, errorCode, errorMessage };
}

function decodeFindCoordinatorResponseCoordinatorArray(
  reader: Reader,
  version: number,
  count: number,
): FindCoordinatorResponseCoordinator[] {
  const elements: FindCoordinatorResponseCoordinator[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFindCoordinatorResponseCoordinator(reader, version));
  return elements;
}
