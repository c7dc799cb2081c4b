// ApiVersions, api key 18, versions 0-4.
//   v1  throttleTimeMs in the response
//   v3  flexible versions (but the response's header stays classic); name and version of the
//       client's software (KIP-511); features (KIP-584)
//   v4  features whose lowest level is 0
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeApiVersionsRequest,
  encodeApiVersionsResponse,
  type ApiVersionsRequest,
  type ApiVersionsResponseDraft,
} from "@naru/protocol/messages/api-versions";

import { KRAFT_VERSION, servedFeatures } from "../metadata/feature-levels.ts";
import { servedFinalizedFeatures } from "../metadata/features-image.ts";
import type { ApiBroker } from "./api-broker.ts";
import type { AnyApi, Api, RequestContext } from "./api.ts";

const KEY = 18;
const MIN_VERSION = 0;
const MAX_VERSION = 4;
const SOFTWARE_SINCE_VERSION = 3;
const LEVEL_ZERO_SINCE_VERSION = 4;

/** Letters and digits, with `-` and `.` inside: what may stand in logs and names of metrics. */
const softwarePattern = /^[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?$/;

/**
 * Tells which APIs, in which versions, and which features this broker serves: what `apis` lists.
 */
export function apiVersionsApi(
  broker: ApiBroker,
  apis: () => Iterable<AnyApi>,
): Api<ApiVersionsRequest, ApiVersionsResponseDraft> {
  return {
    key: KEY,
    name: "ApiVersions",
    minVersion: MIN_VERSION,
    maxVersion: MAX_VERSION,
    decode: decodeApiVersionsRequest,
    handle: (request, context) => handleApiVersions(request, context, { broker, apis }),
    encode: encodeApiVersionsResponse,
    failed,
    // One row, so that the client knows what to ask with.
    unsupportedVersion: () => ({
      errorCode: codeOf("UNSUPPORTED_VERSION"),
      apiKeys: [{ apiKey: KEY, minVersion: MIN_VERSION, maxVersion: MAX_VERSION }],
    }),
  };
}

function handleApiVersions(
  request: ApiVersionsRequest,
  context: RequestContext,
  { broker, apis }: { broker: ApiBroker; apis: () => Iterable<AnyApi> },
): ApiVersionsResponseDraft {
  if (context.apiVersion >= SOFTWARE_SINCE_VERSION) {
    const { clientSoftwareName: name, clientSoftwareVersion: version } = request;
    if (!softwarePattern.test(name) || !softwarePattern.test(version)) {
      return failed(request, "INVALID_REQUEST");
    }
    context.clientSoftware.name = name;
    context.clientSoftware.version = version;
  }
  const { features, offset } = broker.image();
  const finalized = servedFinalizedFeatures(features);
  const kraftVersion = broker.kraftVersion();
  if (kraftVersion > 0) finalized.set(KRAFT_VERSION, kraftVersion);
  return {
    errorCode: 0,
    apiKeys: rowsOf(apis()),
    throttleTimeMs: 0,
    supportedFeatures: supportedFeatures(context.apiVersion),
    finalizedFeaturesEpoch: offset,
    finalizedFeatures: [...finalized].map(([name, level]) => ({
      name,
      maxVersionLevel: level,
      minVersionLevel: level,
    })),
  };
}

function rowsOf(apis: Iterable<AnyApi>): ApiVersionsResponseDraft["apiKeys"] {
  return [...apis]
    .toSorted((a, b) => a.key - b.key)
    .map((api) => ({
      apiKey: api.key,
      minVersion: api.advertisedMinVersion ?? api.minVersion,
      maxVersion: api.maxVersion,
    }));
}

function supportedFeatures(
  version: number,
): NonNullable<ApiVersionsResponseDraft["supportedFeatures"]> {
  return (
    [...servedFeatures]
      // Clients of version 3 fail on a lowest level of 0, so they are not told of such features.
      .filter(([, { min }]) => min > 0 || version >= LEVEL_ZERO_SINCE_VERSION)
      .map(([name, { min, max }]) => ({ name, minVersion: min, maxVersion: max }))
  );
}

function failed(_request: ApiVersionsRequest, error: ErrorName): ApiVersionsResponseDraft {
  return { errorCode: codeOf(error), apiKeys: [] };
}
