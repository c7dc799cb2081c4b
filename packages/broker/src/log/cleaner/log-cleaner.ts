import type { Clock, Logger } from "@naru/runtime";

import type { Log } from "../log.ts";
import type { CleanableLog } from "./cleanable.ts";
import { describeCleaning } from "./cleaning-report.ts";
import { UncleanableError } from "./clean-log.ts";
import { Throttle } from "./throttle.ts";

/** What the cleaner needs of the broker's configuration: the keys `log.cleaner.*`. */
export interface CleanerConfig {
  readonly enable: boolean;
  readonly threads: number;
  /** Shared by all passes. */
  readonly dedupeBufferBytes: number;
  readonly loadFactor: number;
  readonly ioBufferBytes: number;
  readonly ioBytesPerSecond: number;
}

export interface NamedLog {
  readonly name: string;
  readonly log: Log;
}

export interface LogCleanerOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly config: () => CleanerConfig;
  logs(): Iterable<NamedLog>;
  /** Resolves when the recovery points of the logs, as they are now, would outlive a crash. */
  checkpointRecoveryPoints(): Promise<void>;
  checkpointCleanedOffsets(): Promise<void>;
}

/** Compacts the logs that ask for it, the dirtiest first. */
export class LogCleaner {
  readonly #options: LogCleanerOptions;
  readonly #throttle: Throttle;
  /** A batch in them cannot be read; the next start of the broker tries again. */
  readonly #uncleanable = new WeakSet<Log>();
  readonly #inProgress = new Set<Log>();
  readonly #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: LogCleanerOptions) {
    this.#options = options;
    this.#throttle = new Throttle(options.clock, () => options.config().ioBytesPerSecond);
  }

  /** Cleans until no log is due; rejects when the disk fails or is full. */
  async run(): Promise<void> {
    const { enable, threads } = this.#options.config();
    if (!enable) return;
    const done = new Set<Log>();
    const passes = Promise.all(Array.from({ length: threads }, () => this.#cleanDue(done)));
    // Who stops waits for the end, not for success.
    this.#running = passes.catch(() => {});
    await passes;
  }

  /** Resolves when no pass is under way any more: soon. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #cleanDue(done: Set<Log>): Promise<void> {
    for (;;) {
      const next = this.#stop.signal.aborted ? undefined : this.#dirtiest(done);
      if (next === undefined) return;
      this.#inProgress.add(next.log);
      try {
        if (!(await this.#clean(next))) done.add(next.log);
      } finally {
        this.#inProgress.delete(next.log);
      }
    }
  }

  #dirtiest(done: ReadonlySet<Log>): (NamedLog & { cleanable: CleanableLog }) | undefined {
    const nowMs = this.#options.clock.nowMs();
    let dirtiest: (NamedLog & { cleanable: CleanableLog }) | undefined;
    for (const { name, log } of this.#options.logs()) {
      if (!log.config.cleanupCompact || done.has(log)) continue;
      if (this.#inProgress.has(log) || this.#uncleanable.has(log)) continue;
      const cleanable = log.cleanable(nowMs);
      if (!cleanable.isDue) continue;
      if (dirtiest !== undefined && cleanable.dirtyRatio <= dirtiest.cleanable.dirtyRatio) continue;
      dirtiest = { name, log, cleanable };
    }
    return dirtiest;
  }

  /** Whether there may be more to do in the same log at once: the map had no room for all. */
  async #clean({ name, log, cleanable }: NamedLog & { cleanable: CleanableLog }): Promise<boolean> {
    const { logger } = this.#options;
    const { threads, dedupeBufferBytes, loadFactor, ioBufferBytes } = this.#options.config();
    try {
      if (log.recoveryPoint < cleanable.endOffset) await log.sync();
      await this.#options.checkpointRecoveryPoints();
      const report = await log.clean({
        memoryBytes: Math.floor(dedupeBufferBytes / Math.max(1, threads)),
        loadFactor,
        // Half of it reads, half of it writes.
        chunkBytes: Math.max(1, Math.floor(ioBufferBytes / Math.max(1, threads) / 2)),
        throttle: this.#throttle,
        signal: this.#stop.signal,
      });
      if (report === undefined) return false;
      await this.#options.checkpointCleanedOffsets();
      logger.info(describeCleaning(name, report));
      return report.endOffset > report.startOffset;
    } catch (error) {
      if (log.isClosed) return false;
      if (!(error instanceof UncleanableError)) throw error;
      this.#uncleanable.add(log);
      logger.error(
        `${name}: ${error.message} The log is served as it is and not cleaned until the next start.`,
      );
      return false;
    }
  }
}
