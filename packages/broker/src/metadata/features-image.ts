import {
  ELIGIBLE_LEADER_REPLICAS,
  METADATA_VERSION,
  servedFeatures,
  TRANSACTION_VERSION,
} from "./feature-levels.ts";
import type { FeatureLevelRecord } from "@naru/protocol/messages/feature-level-record";
import type { KeptRecords } from "./kept-records.ts";
import { tagsOf } from "./kept-records.ts";
import type { MetadataRecordDraft } from "./metadata-record.ts";
import { draftRecord } from "./metadata-record.ts";
import { SortedMap } from "./sorted-map.ts";

/** Which features the cluster has finalized. kraft.version is not among them: see `Voters`. */
export interface FeaturesImage {
  /** 0 until the log has one. */
  readonly metadataVersion: number;
  /** All others above 0, those that Naru does not serve among them. */
  readonly levels: SortedMap<string, number>;
}

export const noFeatures: FeaturesImage = { metadataVersion: 0, levels: SortedMap.empty() };

export function replayFeatureLevel(
  features: FeaturesImage,
  { name, featureLevel }: FeatureLevelRecord,
): FeaturesImage {
  if (name === METADATA_VERSION) return { ...features, metadataVersion: featureLevel };
  const levels =
    featureLevel === 0 ? features.levels.delete(name) : features.levels.set(name, featureLevel);
  return { ...features, levels };
}

/**
 * The records that make this part of the image. metadata.version says how to read all the others.
 */
export function* featureRecords(
  features: FeaturesImage,
  kept: KeptRecords,
): Generator<MetadataRecordDraft> {
  const record = (name: string, featureLevel: number): MetadataRecordDraft => {
    const unknownTaggedFields = tagsOf(kept, { of: "feature", name });
    return draftRecord("FeatureLevelRecord", 0, { name, featureLevel, unknownTaggedFields });
  };
  if (features.metadataVersion !== 0) {
    yield record(METADATA_VERSION, features.metadataVersion);
  }
  for (const [name, level] of features.levels) yield record(name, level);
}

/**
 * Eligible leader replicas (KIP-966): the controller remembers who left the ISR below its minimum.
 */
export function elrEnabled(features: FeaturesImage): boolean {
  return (features.levels.get(ELIGIBLE_LEADER_REPLICAS) ?? 0) >= 1;
}

/** By whose rules transactions run: 0 before it was finalized, 2 with an epoch a transaction. */
export function transactionVersionOf(features: FeaturesImage): number {
  return features.levels.get(TRANSACTION_VERSION) ?? 0;
}

/** The finalized features that clients may be told of: those that this broker serves. */
export function servedFinalizedFeatures(features: FeaturesImage): Map<string, number> {
  const served = new Map<string, number>();
  if (features.metadataVersion !== 0) served.set(METADATA_VERSION, features.metadataVersion);
  for (const [name, level] of features.levels) {
    if (servedFeatures.has(name)) served.set(name, level);
  }
  return served;
}

/** The finalized features that belong to the folder and not to us, named once at start-up. */
export function unservedFinalizedFeatures(features: FeaturesImage): Map<string, number> {
  return new Map([...features.levels].filter(([name]) => !servedFeatures.has(name)));
}
