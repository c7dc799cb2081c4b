/** Kafka's keys in camel case, with Kafka 4.3's defaults. */
export interface PartitionReaderOptions {
  /** `read_committed` passes over what was aborted, and waits for open transactions. */
  readonly isolationLevel?: "read_uncommitted" | "read_committed";
  /** Where to go when a position is not in the log; "none" throws OFFSET_OUT_OF_RANGE. */
  readonly autoOffsetReset?: "none" | "earliest" | "latest";
  readonly fetchMinBytes?: number;
  readonly fetchMaxWaitMs?: number;
  readonly fetchMaxBytes?: number;
  readonly maxPartitionFetchBytes?: number;
  /** Records that one `poll` returns at most. */
  readonly maxPollRecords?: number;
  readonly checkCrcs?: boolean;
}

export type ReaderSettings = Required<PartitionReaderOptions>;

const defaults: ReaderSettings = {
  isolationLevel: "read_uncommitted",
  autoOffsetReset: "none",
  fetchMinBytes: 1,
  fetchMaxWaitMs: 500,
  fetchMaxBytes: 52_428_800,
  maxPartitionFetchBytes: 1_048_576,
  maxPollRecords: 500,
  checkCrcs: true,
};

/** Fills in the defaults. */
export function readerSettings(options: PartitionReaderOptions): ReaderSettings {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}
