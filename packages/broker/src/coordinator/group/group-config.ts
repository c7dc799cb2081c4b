import type { MigrationPolicy } from "./conversion/migration-policy.ts";

/** What the group coordinator needs of the broker's configuration; it may change at any time. */
export interface GroupConfig {
  readonly initialRebalanceDelayMs: number;
  readonly groupSizeMax: number;
  readonly offsetMetadataBytesMax: number;
  readonly offsetsRetentionMs: number;
  readonly offsetsRetentionCheckIntervalMs: number;
  readonly consumerGroupSizeMax: number;
  /** Names of assignors; the first is for members that have no wish. */
  readonly consumerAssignors: readonly [string, ...string[]];
  readonly consumerRegexRefreshIntervalMs: number;
  readonly consumerMigrationPolicy: MigrationPolicy;
}

/** What may be set for a single consumer group, and is the broker's where it is not. */
export interface ConsumerGroupConfig {
  readonly sessionTimeoutMs: number;
  readonly heartbeatIntervalMs: number;
  /** Shortest time from one assignment to the next (KIP-1263); 0 for no such limit. */
  readonly assignmentIntervalMs: number;
}
