/**
 * UpdateFeatures: which levels the cluster runs at. A level is finalized only when this controller
 * and every registered broker can run at it, fenced ones too: they may be back at any time.
 *
 * Going down needs the caller's word (a safe or unsafe downgrade). metadata.version does not go
 * below 30 once it was there: the records that came with it would be lost. kraft.version is no
 * record of the image but of the log itself, and stays as the folder was formatted.
 *
 * A feature that Naru does not run can only be switched off: its folder comes from Apache Kafka.
 * There is no rule for levels that need one another, for none can be missing here: of Kafka's
 * features only eligible.leader.replicas.version needs another, metadata.version 23.
 */
import { codeOf } from "@naru/protocol";
import type {
  UpdateFeaturesRequestDraft,
  UpdateFeaturesRequestFeatureUpdateKeyDraft,
  UpdateFeaturesResponse,
} from "@naru/protocol/messages/update-features";
import { configResourceTypes } from "../metadata/configs-image.ts";
import {
  ELIGIBLE_LEADER_REPLICAS,
  KRAFT_VERSION,
  METADATA_VERSION,
  isMetadataDowngradeLossy,
  kafkaFeatures,
  servedFeatures,
} from "../metadata/feature-levels.ts";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import type { ControllerStep, ControllerView } from "./controller-step.ts";
import { layersOf } from "./controller-step.ts";
import { effectiveText } from "../metadata/config/config-layers.ts";

type FeatureUpdate = UpdateFeaturesRequestFeatureUpdateKeyDraft;

const UPGRADE = 1;
const UNSAFE_DOWNGRADE = 3;

/**
 * Raises or lowers finalized features: all that are asked for, or none. The flag of version 0 that
 * allows a downgrade is not looked at, as in Kafka 4: who lowers a level says how.
 */
export function updateFeatures(
  view: ControllerView,
  request: UpdateFeaturesRequestDraft,
): ControllerStep<UpdateFeaturesResponse> {
  // The last word counts for a feature that is named twice.
  const updates = [
    ...new Map(request.featureUpdates.map((update) => [update.feature, update])).values(),
  ];
  const problem = updates
    .map((update) => problemOf(view, update))
    .find((found) => found !== undefined);
  if (problem !== undefined) {
    const errorMessage =
      "The update failed for all features since the following feature had an error: " + problem;
    const errorCode = codeOf("INVALID_UPDATE_VERSION");
    return { records: [], response: { throttleTimeMs: 0, errorCode, errorMessage, results: [] } };
  }
  const results = request.featureUpdates.map(({ feature }) => ({
    feature,
    errorCode: codeOf("NONE"),
    errorMessage: "NONE",
  }));
  return {
    records:
      request.validateOnly === true ? [] : updates.flatMap((update) => recordsFor(view, update)),
    response: { throttleTimeMs: 0, errorCode: codeOf("NONE"), errorMessage: null, results },
  };
}

/** Why a feature cannot be at a level, in Kafka's words; undefined when it can. */
function problemOf(view: ControllerView, update: FeatureUpdate): string | undefined {
  const { feature, maxVersionLevel: level, upgradeType = UPGRADE } = update;
  const because = (reason: string): string =>
    `Invalid update version ${level} for feature ${feature}. ${reason}`;
  if (upgradeType < UPGRADE || upgradeType > UNSAFE_DOWNGRADE) {
    return because("The controller does not support the given upgrade type.");
  }
  if (level < 0) return because("A feature version cannot be less than 0.");
  const unsupported = notSupported(view, feature, level);
  if (unsupported !== undefined) return because(unsupported);
  const current = currentLevel(view, feature);
  if (level < current && upgradeType === UPGRADE) {
    return because(
      "Can't downgrade the version of this feature without setting the upgrade type to either " +
        "safe or unsafe downgrade.",
    );
  }
  if (level > current && upgradeType !== UPGRADE) {
    return because("Can't downgrade to a newer version.");
  }
  if (!kafkaFeatures.has(feature)) return because(`Feature ${feature} not found.`);
  return stepProblem(update, current, because);
}

/** What only metadata.version and kraft.version forbid. */
function stepProblem(
  update: FeatureUpdate,
  current: number,
  because: (reason: string) => string,
): string | undefined {
  const { feature, maxVersionLevel: level, upgradeType } = update;
  if (feature === METADATA_VERSION && isMetadataDowngradeLossy(current, level)) {
    const reason =
      upgradeType === UNSAFE_DOWNGRADE
        ? "Unsafe metadata downgrade is not supported in this version."
        : "Refusing to perform the requested downgrade because it might delete metadata information.";
    return `Unsupported metadata.version downgrade from ${current} to ${level}. ${reason}`;
  }
  if (feature !== KRAFT_VERSION || level === current) return undefined;
  return level < current
    ? because("Can't downgrade the version of this feature.")
    : because("Naru does not change the format of its quorum.");
}

function currentLevel({ image, config }: ControllerView, feature: string): number {
  if (feature === METADATA_VERSION) return image.features.metadataVersion;
  if (feature === KRAFT_VERSION) return config.kraftVersion;
  return image.features.levels.get(feature) ?? 0;
}

/** By this controller, or by any broker that is registered. */
function notSupported(
  { image, config }: ControllerView,
  feature: string,
  level: number,
): string | undefined {
  const none = { min: 0, max: 0 };
  const local = outside(
    level,
    `Local controller ${config.nodeId}`,
    servedFeatures.get(feature) ?? none,
  );
  if (local !== undefined) return local;
  for (const broker of image.brokers.values()) {
    const range = broker.features.find(({ name }) => name === feature) ?? none;
    const found = outside(level, `Broker ${broker.id}`, range);
    if (found !== undefined) return found;
  }
  return undefined;
}

function outside(
  level: number,
  who: string,
  range: { readonly min: number; readonly max: number },
): string | undefined {
  if (level >= range.min && level <= range.max) return undefined;
  if (range.max === 0) return `${who} does not support this feature.`;
  return `${who} only supports versions ${range.min}-${range.max}`;
}

function recordsFor(view: ControllerView, update: FeatureUpdate): MetadataRecordDraft[] {
  const { feature: name, maxVersionLevel: featureLevel } = update;
  const current = currentLevel(view, name);
  if (name === KRAFT_VERSION || featureLevel === current) return [];
  const records = [draftRecord("FeatureLevelRecord", 0, { name, featureLevel })];
  if (name === ELIGIBLE_LEADER_REPLICAS && featureLevel > 0) records.push(...minIsrRecords(view));
  return records;
}

/**
 * With ELR on there is one min.insync.replicas for the cluster, written down, or eligibility would
 * depend on which controller's settings file is looked at. Values of single brokers go.
 */
function minIsrRecords(view: ControllerView): MetadataRecordDraft[] {
  const { configs } = view.image;
  const key = "min.insync.replicas";
  const resourceType = configResourceTypes.BROKER;
  const record = (resourceName: string, value: string | null): MetadataRecordDraft =>
    draftRecord("ConfigRecord", 0, { resourceType, resourceName, name: key, value });
  const records: MetadataRecordDraft[] = [];
  if (!configs.of(resourceType, "").has(key)) {
    records.push(record("", effectiveText(layersOf(view), key) ?? "1"));
  }
  for (const { type, name } of configs.resources()) {
    if (type === resourceType && name !== "" && configs.of(type, name).has(key)) {
      records.push(record(name, null));
    }
  }
  return records;
}
