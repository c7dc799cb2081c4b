import { apis } from "@naru/protocol";
import {
  decodeUpdateFeaturesResponse,
  encodeUpdateFeaturesRequest,
} from "@naru/protocol/messages/update-features";
import type { Cluster } from "../cluster/cluster.ts";
import { apiCall } from "../network/api-call.ts";
import { apiVersionsCall, SOFTWARE } from "../network/negotiate.ts";
import { outcomeOf, throwIfFailed } from "./outcome.ts";

const updateFeaturesCall = apiCall(
  apis.UpdateFeatures,
  encodeUpdateFeaturesRequest,
  decodeUpdateFeaturesResponse,
);

/** A feature of the cluster: the levels that the broker can run at, and the one it runs at. */
export interface FeatureDescription {
  readonly name: string;
  readonly supportedMin: number;
  readonly supportedMax: number;
  /** 0 when it is off. */
  readonly finalizedLevel: number;
}

export interface ClusterFeatures {
  /** By name. */
  readonly features: readonly FeatureDescription[];
  /** Grows with what the cluster decides; -1 when the broker does not know it. */
  readonly epoch: number;
}

/** What one broker says of its features and of the cluster's. */
export async function describeFeatures(cluster: Cluster): Promise<ClusterFeatures> {
  const answer = await cluster.requestAny(apiVersionsCall, SOFTWARE);
  throwIfFailed("features", outcomeOf("features", answer.errorCode, null));
  const finalized = new Map(
    answer.finalizedFeatures.map(({ name, maxVersionLevel }) => [name, maxVersionLevel]),
  );
  const features = answer.supportedFeatures.map(({ name, minVersion, maxVersion }) => ({
    name,
    supportedMin: minVersion,
    supportedMax: maxVersion,
    finalizedLevel: finalized.get(name) ?? 0,
  }));
  return {
    features: features.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    epoch: answer.finalizedFeaturesEpoch,
  };
}

/** How a level may change. An unsafe downgrade may lose metadata. */
const updateTypes = { upgrade: 1, "safe-downgrade": 2, "unsafe-downgrade": 3 } as const;

export interface FeatureUpdate {
  readonly name: string;
  readonly level: number;
  readonly type: keyof typeof updateTypes;
}

/** Changes all these levels, or none; throws in the controller's words what is wrong. */
export async function updateFeatures(
  cluster: Cluster,
  updates: readonly FeatureUpdate[],
  options: { validateOnly?: boolean; timeoutMs?: number } = {},
): Promise<void> {
  const response = await cluster.requestAny(updateFeaturesCall, {
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    featureUpdates: updates.map(({ name, level, type }) => ({
      feature: name,
      maxVersionLevel: level,
      upgradeType: updateTypes[type],
    })),
    validateOnly: options.validateOnly ?? false,
  });
  // The brokers of Kafka 3 answer feature by feature.
  const failed = response.results.find(({ errorCode }) => errorCode !== 0) ?? response;
  const { errorCode, errorMessage } = response.errorCode === 0 ? failed : response;
  throwIfFailed("features", outcomeOf("features", errorCode, errorMessage));
}

const TIMEOUT_MS = 60_000;
