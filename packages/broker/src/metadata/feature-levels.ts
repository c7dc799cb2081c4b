/**
 * The levels of metadata.version that Naru reads and writes, with the name that Kafka gives each.
 */
export const metadataVersions = {
  25: "4.0-IV3",
  26: "4.1-IV0",
  27: "4.1-IV1",
  28: "4.2-IV0",
  29: "4.2-IV1",
  30: "4.3-IV0",
} as const satisfies Record<number, string>;

export const METADATA_VERSION = "metadata.version";
export const KRAFT_VERSION = "kraft.version";
/** Which protocols groups may speak: the consumer protocol from 1 on. */
export const GROUP_VERSION = "group.version";
export const ELIGIBLE_LEADER_REPLICAS = "eligible.leader.replicas.version";
export const TRANSACTION_VERSION = "transaction.version";

export const METADATA_VERSION_MIN = 25;
export const METADATA_VERSION_MAX = 30;

/**
 * The levels of new folders: those that every Apache Kafka 4.x opens. With transaction.version 2
 * every transaction ends in a new epoch (KIP-890): nothing delayed can decide a later one.
 */
export const featuresOfNewFolders: readonly { readonly name: string; readonly level: number }[] = [
  { name: METADATA_VERSION, level: 25 },
  { name: GROUP_VERSION, level: 1 },
  { name: TRANSACTION_VERSION, level: 2 },
];

export interface FeatureRange {
  readonly min: number;
  readonly max: number;
}

/**
 * The features that Naru serves, with the levels it can run at. A feature that is finalized in a
 * folder and not here is kept there untouched and reported to nobody as ours.
 */
export const servedFeatures: ReadonlyMap<string, FeatureRange> = new Map([
  [ELIGIBLE_LEADER_REPLICAS, { min: 0, max: 1 }],
  [GROUP_VERSION, { min: 0, max: 1 }],
  [KRAFT_VERSION, { min: 0, max: 1 }],
  [METADATA_VERSION, { min: METADATA_VERSION_MIN, max: METADATA_VERSION_MAX }],
  [TRANSACTION_VERSION, { min: 0, max: 2 }],
]);

/** All features of Apache Kafka 4.3. */
export const kafkaFeatures: ReadonlySet<string> = new Set([
  ELIGIBLE_LEADER_REPLICAS,
  GROUP_VERSION,
  KRAFT_VERSION,
  METADATA_VERSION,
  "share.version",
  "streams.version",
  TRANSACTION_VERSION,
]);

/** Kafka's name of a metadata.version, such as "4.0-IV3"; the bare number of one we do not know. */
export function metadataVersionName(level: number): string {
  return (metadataVersions as Record<number, string>)[level] ?? String(level);
}

/**
 * RegisterBrokerRecord 4 adds cordoned directories (KIP-1066), which 4.3 reads and 4.2 does not.
 */
export function registerBrokerRecordVersion(metadataVersion: number): number {
  return metadataVersion >= 30 ? 4 : 3;
}

/** Of PartitionRecord and PartitionChangeRecord, with directories and eligible leader replicas. */
export const PARTITION_RECORD_VERSION = 2;

/** metadata.version 30 writes what 29 cannot read; the steps before it changed no record. */
export function isMetadataDowngradeLossy(from: number, to: number): boolean {
  return to < 30 && from >= 30;
}
