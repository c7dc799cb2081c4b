// Generated from schema/api/broker-registration.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readUuidArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Registers a starting broker with the controller. Api key 62, versions 0-4. */
export interface BrokerRegistrationRequest {
  brokerId: number;
  clusterId: string;
  incarnationId: string;
  listeners: BrokerRegistrationRequestListener[];
  features: BrokerRegistrationRequestFeature[];
  rack: string | null;
  /** Versions 1 and later. */
  isMigratingZkBroker: boolean;
  /** Versions 2 and later. */
  logDirs: string[];
  /** Versions 3 and later. */
  previousBrokerEpoch: number;
}

export interface BrokerRegistrationRequestListener {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

export interface BrokerRegistrationRequestFeature {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

/** What `encodeBrokerRegistrationRequest` takes. */
export interface BrokerRegistrationRequestDraft {
  brokerId: number;
  clusterId: string;
  incarnationId: string;
  listeners: readonly BrokerRegistrationRequestListenerDraft[];
  features: readonly BrokerRegistrationRequestFeatureDraft[];
  rack: string | null;
  isMigratingZkBroker?: boolean | undefined;
  logDirs?: readonly string[] | undefined;
  previousBrokerEpoch?: number | undefined;
}

/** What `encodeBrokerRegistrationRequest` takes, in part. */
export interface BrokerRegistrationRequestListenerDraft {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

/** What `encodeBrokerRegistrationRequest` takes, in part. */
export interface BrokerRegistrationRequestFeatureDraft {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeBrokerRegistrationRequest(
  writer: Writer,
  draft: BrokerRegistrationRequestDraft,
  version: number,
): void {
  checkVersion("BrokerRegistrationRequest", version, 0, 4);
  writer.int32(draft.brokerId);
  writer.string(draft.clusterId, true);
  writer.uuid(draft.incarnationId);
  const listeners = draft.listeners;
  writer.count(listeners.length, true);
  for (const element of listeners)
    encodeBrokerRegistrationRequestListener(writer, element, version);
  const features = draft.features;
  writer.count(features.length, true);
  for (const element of features) encodeBrokerRegistrationRequestFeature(writer, element, version);
  writer.nullableString(draft.rack, true);
  if (version >= 1) {
    writer.bool(draft.isMigratingZkBroker ?? false);
  } else if ((draft.isMigratingZkBroker ?? false) !== false) {
    throw unsupportedField("BrokerRegistrationRequest", "isMigratingZkBroker", version);
  }
  const logDirs = draft.logDirs ?? [];
  if (version >= 2) {
    writer.count(logDirs.length, true);
    for (const element of logDirs) writer.uuid(element);
  }
  if (version >= 3) {
    writer.int64(draft.previousBrokerEpoch ?? -1);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeBrokerRegistrationRequest(
  reader: Reader,
  version: number,
): BrokerRegistrationRequest {
  reader.begin("BrokerRegistrationRequest", version, 0, 4);
  const brokerId = reader.int32("brokerId");
  const clusterId = reader.string("clusterId", true);
  const incarnationId = reader.uuid("incarnationId");
  const listeners: BrokerRegistrationRequestListener[] =
    decodeBrokerRegistrationRequestListenerArray(
      reader,
      version,
      reader.count("listeners", true, 7),
    );
  const features: BrokerRegistrationRequestFeature[] = decodeBrokerRegistrationRequestFeatureArray(
    reader,
    version,
    reader.count("features", true, 6),
  );
  const rack = reader.nullableString("rack", true);
  const isMigratingZkBroker = version >= 1 ? reader.bool("isMigratingZkBroker") : false;
  const logDirs: string[] =
    version >= 2 ? readUuidArray(reader, "logDirs", reader.count("logDirs", true, 16)) : [];
  const previousBrokerEpoch = version >= 3 ? reader.int64("previousBrokerEpoch") : -1;
  reader.skipTags();
  return {
    brokerId,
    clusterId,
    incarnationId,
    listeners,
    features,
    rack,
    isMigratingZkBroker,
    logDirs,
    previousBrokerEpoch,
  };
}

function encodeBrokerRegistrationRequestListener(
  writer: Writer,
  draft: BrokerRegistrationRequestListenerDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.int16(draft.securityProtocol);
  writer.uvarint(0);
}

function decodeBrokerRegistrationRequestListener(
  reader: Reader,
  _version: number,
): BrokerRegistrationRequestListener {
  const name = reader.string("Listener.name", true);
  const host = reader.string("Listener.host", true);
  const port = reader.uint16("Listener.port");
  const securityProtocol = reader.int16("Listener.securityProtocol");
  reader.skipTags();
  return { name, host, port, securityProtocol };
}

function encodeBrokerRegistrationRequestFeature(
  writer: Writer,
  draft: BrokerRegistrationRequestFeatureDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.int16(draft.minSupportedVersion);
  writer.int16(draft.maxSupportedVersion);
  writer.uvarint(0);
}

function decodeBrokerRegistrationRequestFeature(
  reader: Reader,
  _version: number,
): BrokerRegistrationRequestFeature {
  const name = reader.string("Feature.name", true);
  const minSupportedVersion = reader.int16("Feature.minSupportedVersion");
  const maxSupportedVersion = reader.int16("Feature.maxSupportedVersion");
  reader.skipTags();
  return { name, minSupportedVersion, maxSupportedVersion };
}

function decodeBrokerRegistrationRequestListenerArray(
  reader: Reader,
  version: number,
  count: number,
): BrokerRegistrationRequestListener[] {
  const elements: BrokerRegistrationRequestListener[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeBrokerRegistrationRequestListener(reader, version));
  return elements;
}

function decodeBrokerRegistrationRequestFeatureArray(
  reader: Reader,
  version: number,
  count: number,
): BrokerRegistrationRequestFeature[] {
  const elements: BrokerRegistrationRequestFeature[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeBrokerRegistrationRequestFeature(reader, version));
  return elements;
}

/** Api key 62, versions 0-4. */
export interface BrokerRegistrationResponse {
  throttleTimeMs: number;
  errorCode: number;
  brokerEpoch: number;
}

/** What `encodeBrokerRegistrationResponse` takes. */
export interface BrokerRegistrationResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  brokerEpoch?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeBrokerRegistrationResponse(
  writer: Writer,
  draft: BrokerRegistrationResponseDraft,
  version: number,
): void {
  checkVersion("BrokerRegistrationResponse", version, 0, 4);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.int64(draft.brokerEpoch ?? -1);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeBrokerRegistrationResponse(
  reader: Reader,
  version: number,
): BrokerRegistrationResponse {
  reader.begin("BrokerRegistrationResponse", version, 0, 4);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const brokerEpoch = reader.int64("brokerEpoch");
  reader.skipTags();
  return { throttleTimeMs, errorCode, brokerEpoch };
}
