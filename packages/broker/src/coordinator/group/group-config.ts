/** What the group coordinator needs of the broker's configuration; it may change at any time. */
export interface GroupConfig {
  readonly initialRebalanceDelayMs: number;
  readonly groupSizeMax: number;
  readonly offsetMetadataBytesMax: number;
  readonly offsetsRetentionMs: number;
  readonly offsetsRetentionCheckIntervalMs: number;
}
