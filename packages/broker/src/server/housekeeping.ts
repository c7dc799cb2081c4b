import { DiskError } from "@naru/runtime";
import type { Clock, Logger, Timer } from "@naru/runtime";
import { LogCleaner } from "../log/cleaner/log-cleaner.ts";
import type { BrokerConfig } from "../metadata/config/broker-config.ts";
import { cleanerConfigOf } from "./log-settings.ts";
import type { Logs } from "./logs.ts";
import type { MetadataPublisher } from "./metadata-publisher.ts";

/**
 * How often logs are asked for what is due by time; Kafka's own default never looks at flush.ms.
 */
const MAINTAIN_MS_MAX = 1_000;

/** What the broker does by the clock: retention, cleaning, time-based flushes, checkpoints. */
export class Housekeeping {
  readonly #clock: Clock;
  readonly #timers = new Set<Timer>();
  readonly #cleaner: LogCleaner;
  #isStopped = false;

  constructor(options: {
    clock: Clock;
    logger: Logger;
    logs: Logs;
    publisher: MetadataPublisher;
    config: () => BrokerConfig;
    onFailure(error: unknown): void;
  }) {
    this.#clock = options.clock;
    const { logs, publisher, config, logger } = options;
    this.#cleaner = new LogCleaner({
      clock: this.#clock,
      logger,
      config: () => cleanerConfigOf(config()),
      logs: () => logs.named(),
      checkpointRecoveryPoints: () => logs.checkpointRecoveryPoints(),
      checkpointCleanedOffsets: () => logs.checkpointCleanedOffsets(),
    });
    const failed = (error: unknown): "go on" | "stop" => {
      if (!(error instanceof DiskError) || error.code !== "ENOSPC") {
        options.onFailure(error);
        return "stop";
      }
      logger.warn(`${error.message} It is tried again when it is due next.`);
      return "go on";
    };
    const every = (
      intervalMs: () => number,
      work: () => void | Promise<unknown>,
      firstMs?: number,
    ): void => this.#arm(firstMs ?? intervalMs(), { intervalMs, work, failed });
    every(
      () => Math.min(config().logFlushSchedulerIntervalMs, MAINTAIN_MS_MAX),
      () => {
        logs.maintain();
        publisher.makeMissingLogs();
      },
    );
    every(
      () => config().producerIdExpirationCheckIntervalMs,
      () => logs.expireProducers(config().producerIdExpirationMs),
    );
    every(
      () => config().logRetentionCheckIntervalMs,
      async () => {
        const removed = await logs.retain();
        if (removed > 0) logger.info(`Retention removed ${removed} segments.`);
      },
      Math.min(config().logInitialTaskDelayMs, config().logRetentionCheckIntervalMs),
    );
    every(
      () => Math.max(1, config().logCleanerBackoffMs),
      () => this.#cleaner.run(),
    );
    every(
      () => config().logFlushOffsetCheckpointIntervalMs,
      () => logs.checkpointRecoveryPoints(),
    );
    every(
      () => config().logFlushStartOffsetCheckpointIntervalMs,
      () => logs.checkpointLogStarts(),
    );
    every(
      () => config().replicaHighWatermarkCheckpointIntervalMs,
      () => logs.checkpointHighWatermarks(),
    );
  }

  /** Nothing begins any more; resolves when no log is being cleaned. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const timer of this.#timers) timer.cancel();
    await this.#cleaner.stop();
  }

  /** Each run begins an interval after the last one ended, whatever it took. */
  #arm(
    delayMs: number,
    task: {
      intervalMs: () => number;
      work: () => void | Promise<unknown>;
      /** A full disk has room again some day; after anything else the broker stops. */
      failed(error: unknown): "go on" | "stop";
    },
  ): void {
    const timer = this.#clock.schedule(delayMs, () => {
      this.#timers.delete(timer);
      const again = (): void => {
        if (!this.#isStopped) this.#arm(task.intervalMs(), task);
      };
      Promise.resolve()
        .then(() => task.work())
        .then(again, (error: unknown) => {
          if (!this.#isStopped && task.failed(error) === "go on") again();
        });
    });
    this.#timers.add(timer);
  }
}
