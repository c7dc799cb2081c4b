// Generated from schema/api/describe-cluster.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Asks for cluster id, controller and brokers. Api key 60, versions 0-2. */
export interface DescribeClusterRequest {
  includeClusterAuthorizedOperations: boolean;
  /** Versions 1 and later. */
  endpointType: number;
  /** Version 2. */
  includeFencedBrokers: boolean;
}

/** What `encodeDescribeClusterRequest` takes. */
export interface DescribeClusterRequestDraft {
  includeClusterAuthorizedOperations: boolean;
  endpointType?: number | undefined;
  includeFencedBrokers?: boolean | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeClusterRequest(
  writer: Writer,
  draft: DescribeClusterRequestDraft,
  version: number,
): void {
  checkVersion("DescribeClusterRequest", version, 0, 2);
  writer.bool(draft.includeClusterAuthorizedOperations);
  if (version >= 1) {
    writer.int8(draft.endpointType ?? 1);
  } else if ((draft.endpointType ?? 1) !== 1) {
    throw unsupportedField("DescribeClusterRequest", "endpointType", version);
  }
  if (version >= 2) {
    writer.bool(draft.includeFencedBrokers ?? false);
  } else if ((draft.includeFencedBrokers ?? false) !== false) {
    throw unsupportedField("DescribeClusterRequest", "includeFencedBrokers", version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeClusterRequest(
  reader: Reader,
  version: number,
): DescribeClusterRequest {
  reader.begin("DescribeClusterRequest", version, 0, 2);
  const includeClusterAuthorizedOperations = reader.bool("includeClusterAuthorizedOperations");
  const endpointType = version >= 1 ? reader.int8("endpointType") : 1;
  const includeFencedBrokers = version >= 2 ? reader.bool("includeFencedBrokers") : false;
  reader.skipTags();
  return { includeClusterAuthorizedOperations, endpointType, includeFencedBrokers };
}

/** Api key 60, versions 0-2. */
export interface DescribeClusterResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  /** Versions 1 and later. */
  endpointType: number;
  clusterId: string;
  controllerId: number;
  brokers: DescribeClusterResponseDescribeClusterBroker[];
  clusterAuthorizedOperations: number;
}

export interface DescribeClusterResponseDescribeClusterBroker {
  brokerId: number;
  host: string;
  port: number;
  rack: string | null;
  /** Version 2. */
  isFenced: boolean;
}

/** What `encodeDescribeClusterResponse` takes. */
export interface DescribeClusterResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  endpointType?: number | undefined;
  clusterId: string;
  controllerId?: number | undefined;
  brokers: readonly DescribeClusterResponseDescribeClusterBrokerDraft[];
  clusterAuthorizedOperations?: number | undefined;
}

/** What `encodeDescribeClusterResponse` takes, in part. */
export interface DescribeClusterResponseDescribeClusterBrokerDraft {
  brokerId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
  isFenced?: boolean | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeClusterResponse(
  writer: Writer,
  draft: DescribeClusterResponseDraft,
  version: number,
): void {
  checkVersion("DescribeClusterResponse", version, 0, 2);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  if (version >= 1) {
    writer.int8(draft.endpointType ?? 1);
  } else if ((draft.endpointType ?? 1) !== 1) {
    throw unsupportedField("DescribeClusterResponse", "endpointType", version);
  }
  writer.string(draft.clusterId, true);
  writer.int32(draft.controllerId ?? -1);
  const brokers = draft.brokers;
  writer.count(brokers.length, true);
  for (const element of brokers)
    encodeDescribeClusterResponseDescribeClusterBroker(writer, element, version);
  writer.int32(draft.clusterAuthorizedOperations ?? -2147483648);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeClusterResponse(
  reader: Reader,
  version: number,
): DescribeClusterResponse {
  reader.begin("DescribeClusterResponse", version, 0, 2);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const endpointType = version >= 1 ? reader.int8("endpointType") : 1;
  const clusterId = reader.string("clusterId", true);
  const controllerId = reader.int32("controllerId");
  const brokers: DescribeClusterResponseDescribeClusterBroker[] =
    decodeDescribeClusterResponseDescribeClusterBrokerArray(
      reader,
      version,
      reader.count("brokers", true, version >= 2 ? 12 : 11),
    );
  const clusterAuthorizedOperations = reader.int32("clusterAuthorizedOperations");
  reader.skipTags();
  return {
    throttleTimeMs,
    errorCode,
    errorMessage,
    endpointType,
    clusterId,
    controllerId,
    brokers,
    clusterAuthorizedOperations,
  };
}

function encodeDescribeClusterResponseDescribeClusterBroker(
  writer: Writer,
  draft: DescribeClusterResponseDescribeClusterBrokerDraft,
  version: number,
): void {
  writer.int32(draft.brokerId);
  writer.string(draft.host, true);
  writer.int32(draft.port);
  writer.nullableString(draft.rack ?? null, true);
  if (version >= 2) {
    writer.bool(draft.isFenced ?? false);
  } else if ((draft.isFenced ?? false) !== false) {
    throw unsupportedField("DescribeClusterResponse", "DescribeClusterBroker.isFenced", version);
  }
  writer.uvarint(0);
}

function decodeDescribeClusterResponseDescribeClusterBroker(
  reader: Reader,
  version: number,
): DescribeClusterResponseDescribeClusterBroker {
  const brokerId = reader.int32("DescribeClusterBroker.brokerId");
  const host = reader.string("DescribeClusterBroker.host", true);
  const port = reader.int32("DescribeClusterBroker.port");
  const rack = reader.nullableString("DescribeClusterBroker.rack", true);
  const isFenced = version >= 2 ? reader.bool("DescribeClusterBroker.isFenced") : false;
  reader.skipTags();
  return { brokerId, host, port, rack, isFenced };
}

function decodeDescribeClusterResponseDescribeClusterBrokerArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeClusterResponseDescribeClusterBroker[] {
  const elements: DescribeClusterResponseDescribeClusterBroker[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeClusterResponseDescribeClusterBroker(reader, version));
  return elements;
}
