// Generated from schema/api/push-telemetry.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Brings client metrics to the broker (KIP-714). Api key 72, version 0. */
export interface PushTelemetryRequest {
  clientInstanceId: string;
  subscriptionId: number;
  terminating: boolean;
  compressionType: number;
  metrics: Uint8Array;
}

/** What `encodePushTelemetryRequest` takes. */
export interface PushTelemetryRequestDraft {
  clientInstanceId: string;
  subscriptionId: number;
  terminating: boolean;
  compressionType: number;
  metrics: Uint8Array;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodePushTelemetryRequest(
  writer: Writer,
  draft: PushTelemetryRequestDraft,
  version: number,
): void {
  checkVersion("PushTelemetryRequest", version, 0, 0);
  writer.uuid(draft.clientInstanceId);
  writer.int32(draft.subscriptionId);
  writer.bool(draft.terminating);
  writer.int8(draft.compressionType);
  writer.bytes(draft.metrics, true);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodePushTelemetryRequest(reader: Reader, version: number): PushTelemetryRequest {
  reader.begin("PushTelemetryRequest", version, 0, 0);
  const clientInstanceId = reader.uuid("clientInstanceId");
  const subscriptionId = reader.int32("subscriptionId");
  const terminating = reader.bool("terminating");
  const compressionType = reader.int8("compressionType");
  const metrics = reader.bytes("metrics", true);
  reader.skipTags();
  return { clientInstanceId, subscriptionId, terminating, compressionType, metrics };
}

/** Api key 72, version 0. */
export interface PushTelemetryResponse {
  throttleTimeMs: number;
  errorCode: number;
}

/** What `encodePushTelemetryResponse` takes. */
export interface PushTelemetryResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodePushTelemetryResponse(
  writer: Writer,
  draft: PushTelemetryResponseDraft,
  version: number,
): void {
  checkVersion("PushTelemetryResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodePushTelemetryResponse(
  reader: Reader,
  version: number,
): PushTelemetryResponse {
  reader.begin("PushTelemetryResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  reader.skipTags();
  return { throttleTimeMs, errorCode };
}
