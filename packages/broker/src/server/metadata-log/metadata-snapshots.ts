import type { Logger, Runtime } from "@naru/runtime";
import { recordsOf } from "../../metadata/image-records.ts";
import type { MetadataImage } from "../../metadata/metadata-image.ts";
import type { LogEnd, MetadataSegment } from "./metadata-segments.ts";
import { removeSegment } from "./metadata-segments.ts";
import type { Quorum, SnapshotId } from "./snapshot-file.ts";
import { encodeSnapshot, snapshotName } from "./snapshot-file.ts";
import type { StoredMetadata } from "./stored-metadata.ts";

/** Kafka's settings of the metadata log, by the names of its keys. */
export interface MetadataLogConfig {
  /** `metadata.log.segment.bytes` */
  readonly segmentBytes: number;
  /** `metadata.log.segment.ms` */
  readonly segmentMs: number;
  /** `metadata.log.max.record.bytes.between.snapshots` */
  readonly maxRecordBytesBetweenSnapshots: number;
  /** `metadata.log.max.snapshot.interval.ms`; 0 for never. */
  readonly maxSnapshotIntervalMs: number;
  /** `metadata.max.retention.bytes`, of snapshots and log together; -1 keeps all. */
  readonly retentionBytes: number;
  /** `metadata.max.retention.ms`; -1 keeps all. */
  readonly retentionMs: number;
}

export const defaultMetadataLogConfig: MetadataLogConfig = {
  segmentBytes: 1_073_741_824,
  segmentMs: 604_800_000,
  maxRecordBytesBetweenSnapshots: 20_971_520,
  maxSnapshotIntervalMs: 3_600_000,
  retentionBytes: 104_857_600,
  retentionMs: 604_800_000,
};

interface SnapshotsOptions {
  readonly runtime: Runtime;
  readonly logger: Logger;
  readonly folder: string;
  readonly config: MetadataLogConfig;
}

/** When a snapshot is due, how it comes to be, and which of the old go. */
export class MetadataSnapshots {
  readonly #options: SnapshotsOptions;
  /** Oldest first. */
  readonly segments: MetadataSegment[];
  #snapshots: SnapshotId[];
  #bytesSince: number;
  #lastMs: number;
  #isWriting = false;

  constructor(options: SnapshotsOptions, stored: StoredMetadata) {
    this.#options = options;
    this.segments = [...stored.segments];
    this.#snapshots = [...stored.snapshots];
    this.#bytesSince = stored.bytesSinceSnapshot;
    this.#lastMs = options.runtime.clock.monotonicMs();
  }

  /** A batch went to the log. */
  wrote(bytes: number): void {
    this.#bytesSince += bytes;
  }

  isDue(image: MetadataImage): boolean {
    const newest = this.#snapshots.at(-1)?.endOffset ?? 0;
    if (this.#isWriting || image.offset < newest) return false;
    const { config, runtime } = this.#options;
    if (this.#bytesSince >= config.maxRecordBytesBetweenSnapshots) return true;
    const { maxSnapshotIntervalMs: intervalMs } = config;
    return intervalMs > 0 && runtime.clock.monotonicMs() - this.#lastMs >= intervalMs;
  }

  /** Resolves to whether the log should roll; false when the disk was too full for a snapshot. */
  async write(image: MetadataImage, quorum: Quorum, end: LogEnd): Promise<boolean> {
    this.#isWriting = true;
    try {
      return await this.#writeAndClean(image, quorum, end);
    } finally {
      this.#isWriting = false;
    }
  }

  async #writeAndClean(image: MetadataImage, quorum: Quorum, end: LogEnd): Promise<boolean> {
    const { runtime, logger, folder } = this.#options;
    const id = { endOffset: image.offset + 1, epoch: image.epoch };
    const bytesBefore = this.#bytesSince;
    this.#lastMs = runtime.clock.monotonicMs();
    const path = `${folder}/${snapshotName(id)}`;
    const file = runtime.disk.open(`${path}.part`, { mode: "any" });
    try {
      file.truncate(0);
      const batches = encodeSnapshot({
        epoch: id.epoch,
        timestampMs: runtime.clock.nowMs(),
        lastContainedLogTimestamp: end.timestampMs,
        quorum,
        records: recordsOf(image),
      });
      for (const batch of batches) {
        file.append([batch]);
        // The image never changes, so heartbeats and requests may go first.
        await runtime.clock.after(0);
      }
      await file.sync();
    } finally {
      file.close();
    }
    runtime.disk.rename(`${path}.part`, path);
    await runtime.disk.syncFolder(folder);
    this.#bytesSince -= bytesBefore;
    this.#snapshots.push(id);
    logger.info(`${path}: the metadata up to offset ${image.offset} is in this snapshot.`);
    await this.#clean();
    return true;
  }

  /** Snapshots beyond the retention go, but never the newest; then the segments before the rest. */
  async #clean(): Promise<void> {
    const { disk } = this.#options.runtime;
    const { folder } = this.#options;
    while (this.#snapshots.length > 1 && this.#isBeyondRetention(this.#snapshots[0]!)) {
      const oldest = this.#snapshots.shift()!;
      await disk.unlink(`${folder}/${snapshotName(oldest)}`);
    }
    const startOffset = this.#snapshots[0]?.endOffset ?? 0;
    // A segment ends where the next begins; the last one stays.
    while (this.segments.length > 1 && this.segments[1]!.baseOffset <= startOffset) {
      await removeSegment(disk, this.segments.shift()!);
    }
    await disk.syncFolder(folder);
  }

  #isBeyondRetention(snapshot: SnapshotId): boolean {
    const { runtime, folder, config } = this.#options;
    const { disk, clock } = runtime;
    const entry = disk.stat(`${folder}/${snapshotName(snapshot)}`);
    if (entry === undefined) return true;
    if (config.retentionMs >= 0 && clock.nowMs() - entry.modifiedMs > config.retentionMs)
      return true;
    if (config.retentionBytes < 0) return false;
    const bytes = [
      ...this.#snapshots.map((id) => `${folder}/${snapshotName(id)}`),
      ...this.segments.map((segment) => segment.path),
    ].reduce((sum, path) => sum + (disk.stat(path)?.bytes ?? 0), 0);
    return bytes > config.retentionBytes;
  }
}
