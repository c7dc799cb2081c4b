// Generated from schema/api/controller-registration.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Registers a starting controller with the active one. Api key 70, version 0. */
export interface ControllerRegistrationRequest {
  controllerId: number;
  incarnationId: string;
  zkMigrationReady: boolean;
  listeners: ControllerRegistrationRequestListener[];
  features: ControllerRegistrationRequestFeature[];
}

export interface ControllerRegistrationRequestListener {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

export interface ControllerRegistrationRequestFeature {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

/** What `encodeControllerRegistrationRequest` takes. */
export interface ControllerRegistrationRequestDraft {
  controllerId: number;
  incarnationId: string;
  zkMigrationReady: boolean;
  listeners: readonly ControllerRegistrationRequestListenerDraft[];
  features: readonly ControllerRegistrationRequestFeatureDraft[];
}

/** What `encodeControllerRegistrationRequest` takes, in part. */
export interface ControllerRegistrationRequestListenerDraft {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

/** What `encodeControllerRegistrationRequest` takes, in part. */
export interface ControllerRegistrationRequestFeatureDraft {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeControllerRegistrationRequest(
  writer: Writer,
  draft: ControllerRegistrationRequestDraft,
  version: number,
): void {
  checkVersion("ControllerRegistrationRequest", version, 0, 0);
  writer.int32(draft.controllerId);
  writer.uuid(draft.incarnationId);
  writer.bool(draft.zkMigrationReady);
  const listeners = draft.listeners;
  writer.count(listeners.length, true);
  for (const element of listeners)
    encodeControllerRegistrationRequestListener(writer, element, version);
  const features = draft.features;
  writer.count(features.length, true);
  for (const element of features)
    encodeControllerRegistrationRequestFeature(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeControllerRegistrationRequest(
  reader: Reader,
  version: number,
): ControllerRegistrationRequest {
  reader.begin("ControllerRegistrationRequest", version, 0, 0);
  const controllerId = reader.int32("controllerId");
  const incarnationId = reader.uuid("incarnationId");
  const zkMigrationReady = reader.bool("zkMigrationReady");
  const listeners: ControllerRegistrationRequestListener[] =
    decodeControllerRegistrationRequestListenerArray(
      reader,
      version,
      reader.count("listeners", true, 7),
    );
  const features: ControllerRegistrationRequestFeature[] =
    decodeControllerRegistrationRequestFeatureArray(
      reader,
      version,
      reader.count("features", true, 6),
    );
  reader.skipTags();
  return { controllerId, incarnationId, zkMigrationReady, listeners, features };
}

function encodeControllerRegistrationRequestListener(
  writer: Writer,
  draft: ControllerRegistrationRequestListenerDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.int16(draft.securityProtocol);
  writer.uvarint(0);
}

function decodeControllerRegistrationRequestListener(
  reader: Reader,
  _version: number,
): ControllerRegistrationRequestListener {
  const name = reader.string("Listener.name", true);
  const host = reader.string("Listener.host", true);
  const port = reader.uint16("Listener.port");
  const securityProtocol = reader.int16("Listener.securityProtocol");
  reader.skipTags();
  return { name, host, port, securityProtocol };
}

function encodeControllerRegistrationRequestFeature(
  writer: Writer,
  draft: ControllerRegistrationRequestFeatureDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.int16(draft.minSupportedVersion);
  writer.int16(draft.maxSupportedVersion);
  writer.uvarint(0);
}

function decodeControllerRegistrationRequestFeature(
  reader: Reader,
  _version: number,
): ControllerRegistrationRequestFeature {
  const name = reader.string("Feature.name", true);
  const minSupportedVersion = reader.int16("Feature.minSupportedVersion");
  const maxSupportedVersion = reader.int16("Feature.maxSupportedVersion");
  reader.skipTags();
  return { name, minSupportedVersion, maxSupportedVersion };
}

function decodeControllerRegistrationRequestListenerArray(
  reader: Reader,
  version: number,
  count: number,
): ControllerRegistrationRequestListener[] {
  const elements: ControllerRegistrationRequestListener[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeControllerRegistrationRequestListener(reader, version));
  return elements;
}

function decodeControllerRegistrationRequestFeatureArray(
  reader: Reader,
  version: number,
  count: number,
): ControllerRegistrationRequestFeature[] {
  const elements: ControllerRegistrationRequestFeature[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeControllerRegistrationRequestFeature(reader, version));
  return elements;
}

/** Api key 70, version 0. */
export interface ControllerRegistrationResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeControllerRegistrationResponse` takes. */
export interface ControllerRegistrationResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeControllerRegistrationResponse(
  writer: Writer,
  draft: ControllerRegistrationResponseDraft,
  version: number,
): void {
  checkVersion("ControllerRegistrationResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeControllerRegistrationResponse(
  reader: Reader,
  version: number,
): ControllerRegistrationResponse {
  reader.begin("ControllerRegistrationResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage };
}
