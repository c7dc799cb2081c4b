import { DiskError } from "@naru/runtime";
import type { Disk, Logger, Runtime, Timer } from "@naru/runtime";
import { readOffsetCheckpoint, writeOffsetCheckpoint } from "../log/checkpoint-file.ts";
import type { PartitionOffset } from "../log/checkpoint-file.ts";
import type { HotTail } from "../log/hot-tail.ts";
import type { LogConfig } from "../log/log-config.ts";
import { Log } from "../log/log.ts";
import { describeRecoveries } from "../log/recovery-report.ts";
import type { WriteTurn } from "../log/write-turn.ts";
import type { TopicsImage } from "../metadata/topics-image.ts";
import type { DataFolder } from "./data-folder/data-folder.ts";
import { strayReason } from "./data-folder/partition-folders.ts";

const RECOVERY_POINTS = "recovery-point-offset-checkpoint";
const LOG_STARTS = "log-start-offset-checkpoint";
const HIGH_WATERMARKS = "replication-offset-checkpoint";
const CLEANED_OFFSETS = "cleaner-offset-checkpoint";
type CheckpointName =
  | typeof RECOVERY_POINTS
  | typeof LOG_STARTS
  | typeof HIGH_WATERMARKS
  | typeof CLEANED_OFFSETS;

export interface LogsOptions {
  readonly runtime: Runtime;
  readonly logger: Logger;
  readonly folder: DataFolder;
  readonly tail: HotTail;
  readonly turn: WriteTurn;
  readonly decompressedBatchBytesMax: number;
  onDiskFailure(error: DiskError): void;
}

export interface LogIdentity {
  readonly topic: string;
  readonly partition: number;
  readonly topicId: string;
}

/** The logs of a data folder, and the four checkpoints that speak of all of them. */
export class Logs {
  readonly #options: LogsOptions;
  readonly #open = new Map<string, OpenLog>();
  #writing: Promise<void> = Promise.resolve();
  /** What each checkpoint file says, by partition. */
  readonly #checkpoints: Readonly<Record<CheckpointName, Map<string, PartitionOffset>>>;
  /** Deleted, and perhaps still in a checkpoint file. */
  readonly #deleted = new Set<string>();
  /** Of deleted logs: the files go a while later. */
  readonly #removals = new Set<Timer>();
  readonly #written = new Map<CheckpointName, string>();

  constructor(options: LogsOptions) {
    this.#options = options;
    this.#checkpoints = {
      [RECOVERY_POINTS]: this.#readCheckpoint(RECOVERY_POINTS),
      [LOG_STARTS]: this.#readCheckpoint(LOG_STARTS),
      [HIGH_WATERMARKS]: this.#readCheckpoint(HIGH_WATERMARKS),
      [CLEANED_OFFSETS]: this.#readCheckpoint(CLEANED_OFFSETS),
    };
  }

  /**
   * Before the first log is opened: ends the deletions that a stop interrupted, and sets aside what
   * the metadata does not know, as Kafka does, without losing a byte.
   */
  async tidy(topics: TopicsImage): Promise<void> {
    const { runtime, logger, folder } = this.#options;
    const { disk } = runtime;
    const kept = new Set<string>();
    for (const found of folder.partitions()) {
      if (found.kind === "delete") {
        await disk.removeFolder(found.path);
        logger.info(`${found.path}: a deletion that was interrupted is complete now.`);
      }
      if (found.kind !== "log") continue;
      const reason = strayReason(found, topics, folder.nodeId);
      if (reason === undefined) {
        kept.add(keyOf(found.topic, found.partition));
      } else if (found.topicId === undefined && holdsNoRecords(disk, found.path)) {
        // A crash while the log was being made: set aside, such folders would only pile up.
        await disk.removeFolder(found.path);
        logger.info(`${found.path}: ${reason} and no records, and is removed.`);
      } else {
        const path = folder.strayPath(found);
        disk.rename(found.path, path);
        logger.warn(`${found.path}: ${reason}. It is kept as ${path} and not served.`);
      }
    }
    await disk.syncFolder(folder.path);
    await this.#forget((key) => !kept.has(key));
  }

  /**
   * After a start: what the last stop, if it was not clean, has cost. One line for the operator.
   */
  describeRecovery(): string | undefined {
    const { folder } = this.#options;
    if (folder.isNew || folder.cleanShutdown !== undefined) return undefined;
    const reports = Array.from(this.#open.values(), ({ log }) => log.recovery);
    return describeRecoveries(reports);
  }

  async open(identity: LogIdentity, config: LogConfig): Promise<Log> {
    const { runtime, logger, folder, tail, turn, decompressedBatchBytesMax } = this.#options;
    const key = keyOf(identity.topic, identity.partition);
    const log = await Log.open({
      runtime,
      logger,
      folder: `${folder.path}/${identity.topic}-${identity.partition}`,
      topic: identity.topic,
      partition: identity.partition,
      topicId: identity.topicId,
      config,
      recoveryPoint: this.#checkpoints[RECOVERY_POINTS].get(key)?.offset ?? 0,
      logStartOffset: this.#checkpoints[LOG_STARTS].get(key)?.offset ?? 0,
      cleanedOffset: this.#checkpoints[CLEANED_OFFSETS].get(key)?.offset,
      cleanShutdown: folder.cleanShutdown !== undefined,
      tail,
      turn,
      decompressedBatchBytesMax,
      onDiskFailure: (error) => this.#options.onDiskFailure(error),
    });
    const highWatermark = this.#checkpoints[HIGH_WATERMARKS].get(key)?.offset ?? 0;
    log.updateHighWatermark(Math.min(highWatermark, log.logEndOffset));
    this.#open.set(key, { ...identity, log });
    return log;
  }

  async delete(identity: LogIdentity): Promise<void> {
    const key = keyOf(identity.topic, identity.partition);
    const open = this.#open.get(key);
    this.#open.delete(key);
    this.#deleted.add(key);
    await open?.log.delete(this.#removals);
  }

  /**
   * After deletions: a log of the same name that comes later begins at 0 again, also after a crash
   * before the next checkpoint. (A log start offset of the old one would empty it.)
   */
  async forgetDeleted(): Promise<void> {
    if (this.#deleted.size > 0) await this.#forget((key) => this.#deleted.has(key));
  }

  /**
   * Writes the checkpoints: how far logs are safe, where they begin, how far they are committed.
   */
  async checkpoint(): Promise<void> {
    await this.checkpointRecoveryPoints();
    await this.checkpointLogStarts();
    await this.checkpointHighWatermarks();
    await this.checkpointCleanedOffsets();
    this.#deleted.clear();
  }

  checkpointRecoveryPoints(): Promise<void> {
    return this.#writeCheckpoint(RECOVERY_POINTS, (log) => log.recoveryPoint);
  }

  checkpointLogStarts(): Promise<void> {
    return this.#writeCheckpoint(LOG_STARTS, (log) => log.logStartOffset);
  }

  checkpointHighWatermarks(): Promise<void> {
    return this.#writeCheckpoint(HIGH_WATERMARKS, (log) => log.highWatermark);
  }

  checkpointCleanedOffsets(): Promise<void> {
    return this.#writeCheckpoint(CLEANED_OFFSETS, (log) => log.cleanedOffset);
  }

  /** The logs that are open, for the cleaner. */
  *named(): Generator<{ name: string; log: Log }> {
    for (const [name, { log }] of this.#open) yield { name, log };
  }

  /** Deletes what retention says, log by log; returns how many segments went. */
  async retain(): Promise<number> {
    let removed = 0;
    for (const { log } of Array.from(this.#open.values())) {
      removed += await log.retain(this.#options.runtime.clock.nowMs());
    }
    return removed;
  }

  /** What is due by time: `flush.ms`. */
  maintain(): void {
    for (const { log } of this.#open.values()) log.maintain();
  }

  expireProducers(expirationMs: number): void {
    const nowMs = this.#options.runtime.clock.nowMs();
    for (const { log } of this.#open.values()) log.expireProducers(nowMs, expirationMs);
  }

  /**
   * Closes every log; clean: synced, with snapshots, so that the next start need not look at them.
   */
  async close(options: { clean: boolean }): Promise<void> {
    for (const { log } of this.#open.values()) await log.close(options);
    for (const timer of this.#removals) timer.cancel();
    this.#removals.clear();
    if (options.clean) await this.checkpoint();
    this.#open.clear();
  }

  async #forget(isGone: (key: string) => boolean): Promise<void> {
    const { logger } = this.#options;
    const files = Object.values(this.#checkpoints);
    if (!files.some((offsets) => [...offsets.keys()].some(isGone))) return;
    for (const offsets of files) {
      for (const key of offsets.keys()) if (isGone(key)) offsets.delete(key);
    }
    try {
      await this.checkpoint();
    } catch (error) {
      if (!(error instanceof DiskError) || error.code !== "ENOSPC") throw error;
      logger.warn(`${error.message} The checkpoints name deleted logs until there is room.`);
    }
  }

  #readCheckpoint(name: CheckpointName): Map<string, PartitionOffset> {
    const { runtime, logger, folder } = this.#options;
    const path = `${folder.path}/${name}`;
    const { offsets, damage } = readOffsetCheckpoint(runtime.disk, path);
    if (damage !== undefined) {
      logger.warn(`${path}: it ${damage}. It is passed over: offsets are found from the logs.`);
    }
    return new Map(offsets.map((entry) => [keyOf(entry.topic, entry.partition), entry]));
  }

  /** Writes are one after the other, and one that would say nothing new is left out. */
  #writeCheckpoint(
    name: CheckpointName,
    offsetOf: (log: Log) => number | undefined,
  ): Promise<void> {
    const { runtime, folder } = this.#options;
    const writing = this.#writing.then(async () => {
      // Of logs that are not open yet, the file goes on to say what it said.
      const offsets = this.#checkpoints[name];
      for (const [key, { topic, partition, log }] of this.#open) {
        const offset = offsetOf(log);
        if (offset === undefined) offsets.delete(key);
        else offsets.set(key, { topic, partition, offset });
      }
      // Without a compacted log Kafka has no such file either until there is one.
      if (offsets.size === 0 && !this.#written.has(name) && name === CLEANED_OFFSETS) return;
      const text = JSON.stringify([...offsets.values()]);
      if (this.#written.get(name) === text) return;
      await writeOffsetCheckpoint(runtime.disk, `${folder.path}/${name}`, offsets.values());
      this.#written.set(name, text);
    });
    // Whoever comes next waits for the end, not for success.
    this.#writing = writing.catch(() => {});
    return writing;
  }
}

/** Whether a folder has no segment with anything in it. */
function holdsNoRecords(disk: Disk, path: string): boolean {
  return disk.list(path).every(({ name, bytes }) => !name.endsWith(".log") || bytes === 0);
}

interface OpenLog extends LogIdentity {
  readonly log: Log;
}

function keyOf(topic: string, partition: number): string {
  return `${topic}-${partition}`;
}
