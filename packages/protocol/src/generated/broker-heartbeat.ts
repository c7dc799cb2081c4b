// Generated from schema/api/broker-heartbeat.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readUuidArray, readNullableUuidArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/**
 * Keeps a broker alive with the controller, and asks to be fenced, unfenced or let go. Api key
 * 63, versions 0-2.
 */
export interface BrokerHeartbeatRequest {
  brokerId: number;
  brokerEpoch: number;
  currentMetadataOffset: number;
  wantFence: boolean;
  wantShutDown: boolean;
  /** Versions 1 and later. */
  offlineLogDirs: string[];
  /** Version 2. */
  cordonedLogDirs: string[] | null;
}

/** What `encodeBrokerHeartbeatRequest` takes. */
export interface BrokerHeartbeatRequestDraft {
  brokerId: number;
  brokerEpoch?: number | undefined;
  currentMetadataOffset: number;
  wantFence: boolean;
  wantShutDown: boolean;
  offlineLogDirs?: readonly string[] | undefined;
  cordonedLogDirs?: readonly string[] | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeBrokerHeartbeatRequest(
  writer: Writer,
  draft: BrokerHeartbeatRequestDraft,
  version: number,
): void {
  checkVersion("BrokerHeartbeatRequest", version, 0, 2);
  writer.int32(draft.brokerId);
  writer.int64(draft.brokerEpoch ?? -1);
  writer.int64(draft.currentMetadataOffset);
  writer.bool(draft.wantFence);
  writer.bool(draft.wantShutDown);
  const offlineLogDirs = draft.offlineLogDirs ?? [];
  const hasOfflineLogDirs = version >= 1 && offlineLogDirs.length > 0;
  if (version < 1 && offlineLogDirs.length > 0)
    throw unsupportedField("BrokerHeartbeatRequest", "offlineLogDirs", version);
  const cordonedLogDirs = draft.cordonedLogDirs ?? null;
  const hasCordonedLogDirs = version >= 2 && cordonedLogDirs !== null;
  if (version < 2 && cordonedLogDirs !== null)
    throw unsupportedField("BrokerHeartbeatRequest", "cordonedLogDirs", version);
  writer.uvarint((hasOfflineLogDirs ? 1 : 0) + (hasCordonedLogDirs ? 1 : 0));
  if (hasOfflineLogDirs) {
    const mark = writer.beginTag(0);
    writer.count(offlineLogDirs.length, true);
    for (const element of offlineLogDirs) writer.uuid(element);
    writer.endTag(mark);
  }
  if (hasCordonedLogDirs) {
    const mark = writer.beginTag(1);
    if (cordonedLogDirs === null) {
      writer.nullCount(true);
    } else {
      writer.count(cordonedLogDirs.length, true);
      for (const element of cordonedLogDirs) writer.uuid(element);
    }
    writer.endTag(mark);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeBrokerHeartbeatRequest(
  reader: Reader,
  version: number,
): BrokerHeartbeatRequest {
  reader.begin("BrokerHeartbeatRequest", version, 0, 2);
  const brokerId = reader.int32("brokerId");
  const brokerEpoch = reader.int64("brokerEpoch");
  const currentMetadataOffset = reader.int64("currentMetadataOffset");
  const wantFence = reader.bool("wantFence");
  const wantShutDown = reader.bool("wantShutDown");
  let offlineLogDirs: string[] = [];
  let cordonedLogDirs: string[] | null = null;
  for (let tags = reader.tagCount(2); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0 && version >= 1) {
      offlineLogDirs = readUuidArray(
        reader,
        "offlineLogDirs",
        reader.count("offlineLogDirs", true, 16),
      );
      reader.closeTag(tag, end);
    } else if (tag === 1 && version >= 2) {
      cordonedLogDirs = readNullableUuidArray(
        reader,
        "cordonedLogDirs",
        reader.nullableCount("cordonedLogDirs", true, 16),
      );
      reader.closeTag(tag, end);
    } else {
      reader.skipTag(end);
    }
  }
  return {
    brokerId,
    brokerEpoch,
    currentMetadataOffset,
    wantFence,
    wantShutDown,
    offlineLogDirs,
    cordonedLogDirs,
  };
}

/** Api key 63, versions 0-2. */
export interface BrokerHeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
  isCaughtUp: boolean;
  isFenced: boolean;
  shouldShutDown: boolean;
}

/** What `encodeBrokerHeartbeatResponse` takes. */
export interface BrokerHeartbeatResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  isCaughtUp?: boolean | undefined;
  isFenced?: boolean | undefined;
  shouldShutDown: boolean;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeBrokerHeartbeatResponse(
  writer: Writer,
  draft: BrokerHeartbeatResponseDraft,
  version: number,
): void {
  checkVersion("BrokerHeartbeatResponse", version, 0, 2);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.bool(draft.isCaughtUp ?? false);
  writer.bool(draft.isFenced ?? true);
  writer.bool(draft.shouldShutDown);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeBrokerHeartbeatResponse(
  reader: Reader,
  version: number,
): BrokerHeartbeatResponse {
  reader.begin("BrokerHeartbeatResponse", version, 0, 2);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const isCaughtUp = reader.bool("isCaughtUp");
  const isFenced = reader.bool("isFenced");
  const shouldShutDown = reader.bool("shouldShutDown");
  reader.skipTags();
  return { throttleTimeMs, errorCode, isCaughtUp, isFenced, shouldShutDown };
}
