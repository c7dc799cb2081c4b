import type { DiskError, Logger, Runtime } from "@naru/runtime";
import { readOffsetCheckpoint, writeOffsetCheckpoint } from "../log/checkpoint-file.ts";
import type { PartitionOffset } from "../log/checkpoint-file.ts";
import type { HotTail } from "../log/hot-tail.ts";
import type { LogConfig } from "../log/log-config.ts";
import { Log } from "../log/log.ts";
import type { WriteTurn } from "../log/write-turn.ts";
import type { TopicsImage } from "../metadata/topics-image.ts";
import type { DataFolder } from "./data-folder/data-folder.ts";
import { strayReason } from "./data-folder/partition-folders.ts";

const RECOVERY_POINTS = "recovery-point-offset-checkpoint";
const LOG_STARTS = "log-start-offset-checkpoint";
const HIGH_WATERMARKS = "replication-offset-checkpoint";

export interface LogsOptions {
  readonly runtime: Runtime;
  readonly logger: Logger;
  readonly folder: DataFolder;
  readonly tail: HotTail;
  readonly turn: WriteTurn;
  readonly producerIdExpirationMs: number;
  onDiskFailure(error: DiskError): void;
}

export interface LogIdentity {
  readonly topic: string;
  readonly partition: number;
  readonly topicId: string;
}

/** The logs of a data folder, and the three checkpoints that speak of all of them. */
export class Logs {
  readonly #options: LogsOptions;
  readonly #open = new Map<string, OpenLog>();
  #writing: Promise<void> = Promise.resolve();
  readonly #written = new Map<string, string>();
  readonly #recoveryPoints: Map<string, number>;
  readonly #logStarts: Map<string, number>;
  readonly #highWatermarks: Map<string, number>;

  constructor(options: LogsOptions) {
    this.#options = options;
    this.#recoveryPoints = this.#readCheckpoint(RECOVERY_POINTS);
    this.#logStarts = this.#readCheckpoint(LOG_STARTS);
    this.#highWatermarks = this.#readCheckpoint(HIGH_WATERMARKS);
  }

  /**
   * Before the first log is opened: ends the deletions that a stop interrupted, and sets aside what
   * the metadata does not know, as Kafka does, without losing a byte.
   */
  async tidy(topics: TopicsImage): Promise<void> {
    const { runtime, logger, folder } = this.#options;
    for (const found of folder.partitions()) {
      if (found.kind === "delete") {
        await runtime.disk.removeFolder(found.path);
        logger.info(`${found.path}: a deletion that was interrupted is complete now.`);
      }
      if (found.kind !== "log") continue;
      const reason = strayReason(found, topics, folder.nodeId);
      if (reason === undefined) continue;
      const path = folder.strayPath(found);
      runtime.disk.rename(found.path, path);
      logger.warn(`${found.path}: ${reason}. It is kept as ${path} and not served.`);
    }
    await runtime.disk.syncFolder(folder.path);
  }

  async open(identity: LogIdentity, config: LogConfig): Promise<Log> {
    const { runtime, logger, folder, tail, turn, producerIdExpirationMs } = this.#options;
    const key = keyOf(identity.topic, identity.partition);
    const log = await Log.open({
      runtime,
      logger,
      folder: `${folder.path}/${identity.topic}-${identity.partition}`,
      topic: identity.topic,
      partition: identity.partition,
      topicId: identity.topicId,
      config,
      recoveryPoint: this.#recoveryPoints.get(key) ?? 0,
      logStartOffset: this.#logStarts.get(key) ?? 0,
      cleanShutdown: folder.cleanShutdown !== undefined,
      tail,
      turn,
      producerIdExpirationMs,
      onDiskFailure: (error) => this.#options.onDiskFailure(error),
    });
    log.updateHighWatermark(Math.min(this.#highWatermarks.get(key) ?? 0, log.logEndOffset));
    this.#open.set(key, { ...identity, log });
    return log;
  }

  async delete(identity: LogIdentity): Promise<void> {
    const key = keyOf(identity.topic, identity.partition);
    const open = this.#open.get(key);
    this.#open.delete(key);
    // A topic of the same name that comes later begins at 0 again.
    for (const offsets of [this.#recoveryPoints, this.#logStarts, this.#highWatermarks]) {
      offsets.delete(key);
    }
    await open?.log.delete();
  }

  /** Writes the checkpoints: how far logs are safe, where they begin, how far they are committed. */
  async checkpoint(): Promise<void> {
    await this.#writeCheckpoint(RECOVERY_POINTS, (log) => log.recoveryPoint);
    await this.#writeCheckpoint(LOG_STARTS, (log) => log.logStartOffset);
    await this.#writeCheckpoint(HIGH_WATERMARKS, (log) => log.highWatermark);
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

  /** Deletes what retention says, log by log; returns how many segments went. */
  async retain(): Promise<number> {
    let removed = 0;
    for (const { log } of [...this.#open.values()]) {
      removed += await log.retain(this.#options.runtime.clock.nowMs());
    }
    return removed;
  }

  maintain(): void {
    for (const { log } of this.#open.values()) log.maintain(this.#options.runtime.clock.nowMs());
  }

  /** Closes every log; clean: synced, with snapshots, so that the next start need not look at them. */
  async close(options: { clean: boolean }): Promise<void> {
    for (const { log } of this.#open.values()) await log.close(options);
    if (options.clean) await this.checkpoint();
    this.#open.clear();
  }

  #readCheckpoint(name: string): Map<string, number> {
    const { runtime, logger, folder } = this.#options;
    const path = `${folder.path}/${name}`;
    const { offsets, damage } = readOffsetCheckpoint(runtime.disk, path);
    if (damage !== undefined) {
      logger.warn(`${path}: it ${damage}. It is passed over: offsets are found from the logs.`);
    }
    return new Map(
      offsets.map(({ topic, partition, offset }) => [keyOf(topic, partition), offset]),
    );
  }

  /** Writes are one after the other, and one that would say nothing new is left out. */
  #writeCheckpoint(name: string, offsetOf: (log: Log) => number): Promise<void> {
    const { runtime, folder } = this.#options;
    this.#writing = this.#writing.then(async () => {
      const offsets: PartitionOffset[] = [];
      for (const { topic, partition, log } of this.#open.values()) {
        offsets.push({ topic, partition, offset: offsetOf(log) });
      }
      const text = JSON.stringify(offsets);
      if (this.#written.get(name) === text) return;
      await writeOffsetCheckpoint(runtime.disk, `${folder.path}/${name}`, offsets);
      this.#written.set(name, text);
    });
    return this.#writing;
  }
}

interface OpenLog extends LogIdentity {
  readonly log: Log;
}

function keyOf(topic: string, partition: number): string {
  return `${topic}-${partition}`;
}
