// Generated from schema/api/update-features.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Raises or lowers finalized feature levels. Api key 57, versions 0-2. */
export interface UpdateFeaturesRequest {
  timeoutMs: number;
  featureUpdates: UpdateFeaturesRequestFeatureUpdateKey[];
  /** Versions 1 and later. */
  validateOnly: boolean;
}

export interface UpdateFeaturesRequestFeatureUpdateKey {
  feature: string;
  maxVersionLevel: number;
  /** Version 0. */
  allowDowngrade: boolean;
  /** Versions 1 and later. */
  upgradeType: number;
}

/** What `encodeUpdateFeaturesRequest` takes. */
export interface UpdateFeaturesRequestDraft {
  timeoutMs?: number | undefined;
  featureUpdates: readonly UpdateFeaturesRequestFeatureUpdateKeyDraft[];
  validateOnly?: boolean | undefined;
}

/** What `encodeUpdateFeaturesRequest` takes, in part. */
export interface UpdateFeaturesRequestFeatureUpdateKeyDraft {
  feature: string;
  maxVersionLevel: number;
  allowDowngrade?: boolean | undefined;
  upgradeType?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeUpdateFeaturesRequest(
  writer: Writer,
  draft: UpdateFeaturesRequestDraft,
  version: number,
): void {
  checkVersion("UpdateFeaturesRequest", version, 0, 2);
  writer.int32(draft.timeoutMs ?? 60000);
  const featureUpdates = draft.featureUpdates;
  writer.count(featureUpdates.length, true);
  for (const element of featureUpdates)
    encodeUpdateFeaturesRequestFeatureUpdateKey(writer, element, version);
  if (version >= 1) {
    writer.bool(draft.validateOnly ?? false);
  } else if ((draft.validateOnly ?? false) !== false) {
    throw unsupportedField("UpdateFeaturesRequest", "validateOnly", version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeUpdateFeaturesRequest(
  reader: Reader,
  version: number,
): UpdateFeaturesRequest {
  reader.begin("UpdateFeaturesRequest", version, 0, 2);
  const timeoutMs = reader.int32("timeoutMs");
  const featureUpdates: UpdateFeaturesRequestFeatureUpdateKey[] =
    decodeUpdateFeaturesRequestFeatureUpdateKeyArray(
      reader,
      version,
      reader.count("featureUpdates", true, 5),
    );
  const validateOnly = version >= 1 ? reader.bool("validateOnly") : false;
  reader.skipTags();
  return { timeoutMs, featureUpdates, validateOnly };
}

function encodeUpdateFeaturesRequestFeatureUpdateKey(
  writer: Writer,
  draft: UpdateFeaturesRequestFeatureUpdateKeyDraft,
  version: number,
): void {
  writer.string(draft.feature, true);
  writer.int16(draft.maxVersionLevel);
  if (version <= 0) {
    writer.bool(draft.allowDowngrade ?? false);
  } else if ((draft.allowDowngrade ?? false) !== false) {
    throw unsupportedField("UpdateFeaturesRequest", "FeatureUpdateKey.allowDowngrade", version);
  }
  if (version >= 1) {
    writer.int8(draft.upgradeType ?? 1);
  } else if ((draft.upgradeType ?? 1) !== 1) {
    throw unsupportedField("UpdateFeaturesRequest", "FeatureUpdateKey.upgradeType", version);
  }
  writer.uvarint(0);
}

function decodeUpdateFeaturesRequestFeatureUpdateKey(
  reader: Reader,
  version: number,
): UpdateFeaturesRequestFeatureUpdateKey {
  const feature = reader.string("FeatureUpdateKey.feature", true);
  const maxVersionLevel = reader.int16("FeatureUpdateKey.maxVersionLevel");
  const allowDowngrade = version <= 0 ? reader.bool("FeatureUpdateKey.allowDowngrade") : false;
  const upgradeType = version >= 1 ? reader.int8("FeatureUpdateKey.upgradeType") : 1;
  reader.skipTags();
  return { feature, maxVersionLevel, allowDowngrade, upgradeType };
}

function decodeUpdateFeaturesRequestFeatureUpdateKeyArray(
  reader: Reader,
  version: number,
  count: number,
): UpdateFeaturesRequestFeatureUpdateKey[] {
  const elements: UpdateFeaturesRequestFeatureUpdateKey[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeUpdateFeaturesRequestFeatureUpdateKey(reader, version));
  return elements;
}

/** Api key 57, versions 0-2. */
export interface UpdateFeaturesResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  /** Versions up to 1. */
  results: UpdateFeaturesResponseUpdatableFeatureResult[];
}

export interface UpdateFeaturesResponseUpdatableFeatureResult {
  feature: string;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeUpdateFeaturesResponse` takes. */
export interface UpdateFeaturesResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  results?: readonly UpdateFeaturesResponseUpdatableFeatureResultDraft[] | undefined;
}

/** What `encodeUpdateFeaturesResponse` takes, in part. */
export interface UpdateFeaturesResponseUpdatableFeatureResultDraft {
  feature: string;
  errorCode: number;
  errorMessage: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeUpdateFeaturesResponse(
  writer: Writer,
  draft: UpdateFeaturesResponseDraft,
  version: number,
): void {
  checkVersion("UpdateFeaturesResponse", version, 0, 2);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  const results = draft.results ?? [];
  if (version <= 1) {
    writer.count(results.length, true);
    for (const element of results)
      encodeUpdateFeaturesResponseUpdatableFeatureResult(writer, element, version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeUpdateFeaturesResponse(
  reader: Reader,
  version: number,
): UpdateFeaturesResponse {
  reader.begin("UpdateFeaturesResponse", version, 0, 2);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const results: UpdateFeaturesResponseUpdatableFeatureResult[] =
    version <= 1
      ? decodeUpdateFeaturesResponseUpdatableFeatureResultArray(
          reader,
          version,
          reader.count("results", true, 5),
        )
      : [];
  reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage, results };
}

function encodeUpdateFeaturesResponseUpdatableFeatureResult(
  writer: Writer,
  draft: UpdateFeaturesResponseUpdatableFeatureResultDraft,
  _version: number,
): void {
  writer.string(draft.feature, true);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  writer.uvarint(0);
}

function decodeUpdateFeaturesResponseUpdatableFeatureResult(
  reader: Reader,
  _version: number,
): UpdateFeaturesResponseUpdatableFeatureResult {
  const feature = reader.string("UpdatableFeatureResult.feature", true);
  const errorCode = reader.int16("UpdatableFeatureResult.errorCode");
  const errorMessage = reader.nullableString("UpdatableFeatureResult.errorMessage", true);
  reader.skipTags();
  return { feature, errorCode, errorMessage };
}

function decodeUpdateFeaturesResponseUpdatableFeatureResultArray(
  reader: Reader,
  version: number,
  count: number,
): UpdateFeaturesResponseUpdatableFeatureResult[] {
  const elements: UpdateFeaturesResponseUpdatableFeatureResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeUpdateFeaturesResponseUpdatableFeatureResult(reader, version));
  return elements;
}
