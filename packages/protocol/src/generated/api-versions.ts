// Generated from schema/api/api-versions.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/**
 * Asks which APIs and versions the broker speaks: a client's first question. Api key 18,
 * versions 0-4.
 */
export interface ApiVersionsRequest {
  /** Versions 3 and later. */
  clientSoftwareName: string;
  /** Versions 3 and later. */
  clientSoftwareVersion: string;
}

/** What `encodeApiVersionsRequest` takes. */
export interface ApiVersionsRequestDraft {
  clientSoftwareName?: string | undefined;
  clientSoftwareVersion?: string | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeApiVersionsRequest(
  writer: Writer,
  draft: ApiVersionsRequestDraft,
  version: number,
): void {
  checkVersion("ApiVersionsRequest", version, 0, 4);
  const flexible = version >= 3;
  if (version >= 3) {
    writer.string(draft.clientSoftwareName ?? "", flexible);
  }
  if (version >= 3) {
    writer.string(draft.clientSoftwareVersion ?? "", flexible);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeApiVersionsRequest(reader: Reader, version: number): ApiVersionsRequest {
  reader.begin("ApiVersionsRequest", version, 0, 4);
  const flexible = version >= 3;
  const clientSoftwareName = version >= 3 ? reader.string("clientSoftwareName", flexible) : "";
  const clientSoftwareVersion =
    version >= 3 ? reader.string("clientSoftwareVersion", flexible) : "";
  if (flexible) reader.skipTags();
  return { clientSoftwareName, clientSoftwareVersion };
}

/** Api key 18, versions 0-4. */
export interface ApiVersionsResponse {
  errorCode: number;
  apiKeys: ApiVersionsResponseApiVersion[];
  /** Versions 1 and later. */
  throttleTimeMs: number;
  /** Versions 3 and later. */
  supportedFeatures: ApiVersionsResponseSupportedFeatureKey[];
  /** The metadata offset at which the features were read; -1 for unknown. Versions 3 and later. */
  finalizedFeaturesEpoch: number;
  /** Versions 3 and later. */
  finalizedFeatures: ApiVersionsResponseFinalizedFeatureKey[];
  /** Versions 3 and later. */
  zkMigrationReady: boolean;
}

export interface ApiVersionsResponseApiVersion {
  apiKey: number;
  minVersion: number;
  maxVersion: number;
}

export interface ApiVersionsResponseSupportedFeatureKey {
  name: string;
  minVersion: number;
  maxVersion: number;
}

export interface ApiVersionsResponseFinalizedFeatureKey {
  name: string;
  maxVersionLevel: number;
  minVersionLevel: number;
}

/** What `encodeApiVersionsResponse` takes. */
export interface ApiVersionsResponseDraft {
  errorCode: number;
  apiKeys: readonly ApiVersionsResponseApiVersionDraft[];
  throttleTimeMs?: number | undefined;
  supportedFeatures?: readonly ApiVersionsResponseSupportedFeatureKeyDraft[] | undefined;
  finalizedFeaturesEpoch?: number | undefined;
  finalizedFeatures?: readonly ApiVersionsResponseFinalizedFeatureKeyDraft[] | undefined;
  zkMigrationReady?: boolean | undefined;
}

/** What `encodeApiVersionsResponse` takes, in part. */
export interface ApiVersionsResponseApiVersionDraft {
  apiKey: number;
  minVersion: number;
  maxVersion: number;
}

/** What `encodeApiVersionsResponse` takes, in part. */
export interface ApiVersionsResponseSupportedFeatureKeyDraft {
  name: string;
  minVersion: number;
  maxVersion: number;
}

/** What `encodeApiVersionsResponse` takes, in part. */
export interface ApiVersionsResponseFinalizedFeatureKeyDraft {
  name: string;
  maxVersionLevel: number;
  minVersionLevel: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeApiVersionsResponse(
  writer: Writer,
  draft: ApiVersionsResponseDraft,
  version: number,
): void {
  checkVersion("ApiVersionsResponse", version, 0, 4);
  const flexible = version >= 3;
  writer.int16(draft.errorCode);
  const apiKeys = draft.apiKeys;
  writer.count(apiKeys.length, flexible);
  for (const element of apiKeys) encodeApiVersionsResponseApiVersion(writer, element, version);
  if (version >= 1) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  const supportedFeatures = draft.supportedFeatures ?? [];
  const hasSupportedFeatures = version >= 3 && supportedFeatures.length > 0;
  const finalizedFeaturesEpoch = draft.finalizedFeaturesEpoch ?? -1;
  const hasFinalizedFeaturesEpoch = version >= 3 && finalizedFeaturesEpoch !== -1;
  const finalizedFeatures = draft.finalizedFeatures ?? [];
  const hasFinalizedFeatures = version >= 3 && finalizedFeatures.length > 0;
  const zkMigrationReady = draft.zkMigrationReady ?? false;
  const hasZkMigrationReady = version >= 3 && zkMigrationReady !== false;
  if (flexible) {
    writer.uvarint(
      (hasSupportedFeatures ? 1 : 0) +
        (hasFinalizedFeaturesEpoch ? 1 : 0) +
        (hasFinalizedFeatures ? 1 : 0) +
        (hasZkMigrationReady ? 1 : 0),
    );
    if (hasSupportedFeatures) {
      const mark = writer.beginTag(0);
      writer.count(supportedFeatures.length, true);
      for (const element of supportedFeatures)
        encodeApiVersionsResponseSupportedFeatureKey(writer, element, version);
      writer.endTag(mark);
    }
    if (hasFinalizedFeaturesEpoch) {
      const mark = writer.beginTag(1);
      writer.int64(finalizedFeaturesEpoch);
      writer.endTag(mark);
    }
    if (hasFinalizedFeatures) {
      const mark = writer.beginTag(2);
      writer.count(finalizedFeatures.length, true);
      for (const element of finalizedFeatures)
        encodeApiVersionsResponseFinalizedFeatureKey(writer, element, version);
      writer.endTag(mark);
    }
    if (hasZkMigrationReady) {
      const mark = writer.beginTag(3);
      writer.bool(zkMigrationReady);
      writer.endTag(mark);
    }
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeApiVersionsResponse(reader: Reader, version: number): ApiVersionsResponse {
  reader.begin("ApiVersionsResponse", version, 0, 4);
  const flexible = version >= 3;
  const errorCode = reader.int16("errorCode");
  const apiKeys: ApiVersionsResponseApiVersion[] = decodeApiVersionsResponseApiVersionArray(
    reader,
    version,
    reader.count("apiKeys", flexible, version >= 3 ? 7 : 6),
  );
  const throttleTimeMs = version >= 1 ? reader.int32("throttleTimeMs") : 0;
  let supportedFeatures: ApiVersionsResponseSupportedFeatureKey[] = [];
  let finalizedFeaturesEpoch: number = -1;
  let finalizedFeatures: ApiVersionsResponseFinalizedFeatureKey[] = [];
  let zkMigrationReady: boolean = false;
  if (flexible) {
    for (let tags = reader.tagCount(4); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0) {
        supportedFeatures = decodeApiVersionsResponseSupportedFeatureKeyArray(
          reader,
          version,
          reader.count("supportedFeatures", true, 6),
        );
        reader.closeTag(tag, end);
      } else if (tag === 1) {
        finalizedFeaturesEpoch = reader.int64("finalizedFeaturesEpoch");
        reader.closeTag(tag, end);
      } else if (tag === 2) {
        finalizedFeatures = decodeApiVersionsResponseFinalizedFeatureKeyArray(
          reader,
          version,
          reader.count("finalizedFeatures", true, 6),
        );
        reader.closeTag(tag, end);
      } else if (tag === 3) {
        zkMigrationReady = reader.bool("zkMigrationReady");
        reader.closeTag(tag, end);
      } else {
        reader.skipTag(end);
      }
    }
  }
  return {
    errorCode,
    apiKeys,
    throttleTimeMs,
    supportedFeatures,
    finalizedFeaturesEpoch,
    finalizedFeatures,
    zkMigrationReady,
  };
}

function encodeApiVersionsResponseApiVersion(
  writer: Writer,
  draft: ApiVersionsResponseApiVersionDraft,
  version: number,
): void {
  const flexible = version >= 3;
  writer.int16(draft.apiKey);
  writer.int16(draft.minVersion);
  writer.int16(draft.maxVersion);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeApiVersionsResponseApiVersion(
  reader: Reader,
  version: number,
): ApiVersionsResponseApiVersion {
  const flexible = version >= 3;
  const apiKey = reader.int16("ApiVersion.apiKey");
  const minVersion = reader.int16("ApiVersion.minVersion");
  const maxVersion = reader.int16("ApiVersion.maxVersion");
  if (flexible) reader.skipTags();
  return { apiKey, minVersion, maxVersion };
}

function encodeApiVersionsResponseSupportedFeatureKey(
  writer: Writer,
  draft: ApiVersionsResponseSupportedFeatureKeyDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.int16(draft.minVersion);
  writer.int16(draft.maxVersion);
  writer.uvarint(0);
}

function decodeApiVersionsResponseSupportedFeatureKey(
  reader: Reader,
  _version: number,
): ApiVersionsResponseSupportedFeatureKey {
  const name = reader.string("SupportedFeatureKey.name", true);
  const minVersion = reader.int16("SupportedFeatureKey.minVersion");
  const maxVersion = reader.int16("SupportedFeatureKey.maxVersion");
  reader.skipTags();
  return { name, minVersion, maxVersion };
}

function encodeApiVersionsResponseFinalizedFeatureKey(
  writer: Writer,
  draft: ApiVersionsResponseFinalizedFeatureKeyDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.int16(draft.maxVersionLevel);
  writer.int16(draft.minVersionLevel);
  writer.uvarint(0);
}

function decodeApiVersionsResponseFinalizedFeatureKey(
  reader: Reader,
  _version: number,
): ApiVersionsResponseFinalizedFeatureKey {
  const name = reader.string("FinalizedFeatureKey.name", true);
  const maxVersionLevel = reader.int16("FinalizedFeatureKey.maxVersionLevel");
  const minVersionLevel = reader.int16("FinalizedFeatureKey.minVersionLevel");
  reader.skipTags();
  return { name, maxVersionLevel, minVersionLevel };
}

function decodeApiVersionsResponseApiVersionArray(
  reader: Reader,
  version: number,
  count: number,
): ApiVersionsResponseApiVersion[] {
  const elements: ApiVersionsResponseApiVersion[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeApiVersionsResponseApiVersion(reader, version));
  return elements;
}

function decodeApiVersionsResponseSupportedFeatureKeyArray(
  reader: Reader,
  version: number,
  count: number,
): ApiVersionsResponseSupportedFeatureKey[] {
  const elements: ApiVersionsResponseSupportedFeatureKey[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeApiVersionsResponseSupportedFeatureKey(reader, version));
  return elements;
}

function decodeApiVersionsResponseFinalizedFeatureKeyArray(
  reader: Reader,
  version: number,
  count: number,
): ApiVersionsResponseFinalizedFeatureKey[] {
  const elements: ApiVersionsResponseFinalizedFeatureKey[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeApiVersionsResponseFinalizedFeatureKey(reader, version));
  return elements;
}
