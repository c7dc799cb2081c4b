// Generated from schema/api/get-telemetry-subscriptions.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt8Array, readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks which client metrics the broker wants (KIP-714). Api key 71, version 0. */
export interface GetTelemetrySubscriptionsRequest {
  clientInstanceId: string;
}

/** What `encodeGetTelemetrySubscriptionsRequest` takes. */
export interface GetTelemetrySubscriptionsRequestDraft {
  clientInstanceId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeGetTelemetrySubscriptionsRequest(
  writer: Writer,
  draft: GetTelemetrySubscriptionsRequestDraft,
  version: number,
): void {
  checkVersion("GetTelemetrySubscriptionsRequest", version, 0, 0);
  writer.uuid(draft.clientInstanceId);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeGetTelemetrySubscriptionsRequest(
  reader: Reader,
  version: number,
): GetTelemetrySubscriptionsRequest {
  reader.begin("GetTelemetrySubscriptionsRequest", version, 0, 0);
  const clientInstanceId = reader.uuid("clientInstanceId");
  reader.skipTags();
  return { clientInstanceId };
}

/** Api key 71, version 0. */
export interface GetTelemetrySubscriptionsResponse {
  throttleTimeMs: number;
  errorCode: number;
  clientInstanceId: string;
  subscriptionId: number;
  acceptedCompressionTypes: number[];
  pushIntervalMs: number;
  telemetryMaxBytes: number;
  deltaTemporality: boolean;
  requestedMetrics: string[];
}

/** What `encodeGetTelemetrySubscriptionsResponse` takes. */
export interface GetTelemetrySubscriptionsResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  clientInstanceId: string;
  subscriptionId: number;
  acceptedCompressionTypes: readonly number[];
  pushIntervalMs: number;
  telemetryMaxBytes: number;
  deltaTemporality: boolean;
  requestedMetrics: readonly string[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeGetTelemetrySubscriptionsResponse(
  writer: Writer,
  draft: GetTelemetrySubscriptionsResponseDraft,
  version: number,
): void {
  checkVersion("GetTelemetrySubscriptionsResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.uuid(draft.clientInstanceId);
  writer.int32(draft.subscriptionId);
  const acceptedCompressionTypes = draft.acceptedCompressionTypes;
  writer.count(acceptedCompressionTypes.length, true);
  for (const element of acceptedCompressionTypes) writer.int8(element);
  writer.int32(draft.pushIntervalMs);
  writer.int32(draft.telemetryMaxBytes);
  writer.bool(draft.deltaTemporality);
  const requestedMetrics = draft.requestedMetrics;
  writer.count(requestedMetrics.length, true);
  for (const element of requestedMetrics) writer.string(element, true);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeGetTelemetrySubscriptionsResponse(
  reader: Reader,
  version: number,
): GetTelemetrySubscriptionsResponse {
  reader.begin("GetTelemetrySubscriptionsResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const clientInstanceId = reader.uuid("clientInstanceId");
  const subscriptionId = reader.int32("subscriptionId");
  const acceptedCompressionTypes: number[] = readInt8Array(
    reader,
    "acceptedCompressionTypes",
    reader.count("acceptedCompressionTypes", true, 1),
  );
  const pushIntervalMs = reader.int32("pushIntervalMs");
  const telemetryMaxBytes = reader.int32("telemetryMaxBytes");
  const deltaTemporality = reader.bool("deltaTemporality");
  const requestedMetrics: string[] = readStringArray(
    reader,
    "requestedMetrics",
    reader.count("requestedMetrics", true, 1),
    true,
  );
  reader.skipTags();
  return {
    throttleTimeMs,
    errorCode,
    clientInstanceId,
    subscriptionId,
    acceptedCompressionTypes,
    pushIntervalMs,
    telemetryMaxBytes,
    deltaTemporality,
    requestedMetrics,
  };
}
