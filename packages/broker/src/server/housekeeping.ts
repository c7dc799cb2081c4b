import type { Clock, Logger, Timer } from "@naru/runtime";
import type { BrokerConfig } from "../metadata/config/broker-config.ts";
import type { Logs } from "./logs.ts";

/** How often logs are asked for what is due by time; Kafka's own default never looks at flush.ms. */
const MAINTAIN_MS_MAX = 1_000;

/** What the broker does by the clock: retention, time-based flushes, checkpoints. */
export class Housekeeping {
  readonly #clock: Clock;
  readonly #timers = new Set<Timer>();
  #isStopped = false;

  constructor(options: {
    clock: Clock;
    logger: Logger;
    logs: Logs;
    config: () => BrokerConfig;
    onFailure(error: unknown): void;
  }) {
    this.#clock = options.clock;
    const { logs, config, logger, onFailure } = options;
    const every = (
      intervalMs: () => number,
      work: () => void | Promise<unknown>,
      firstMs?: number,
    ): void => this.#arm(firstMs ?? intervalMs(), { intervalMs, work, onFailure });
    every(
      () => Math.min(config().logFlushSchedulerIntervalMs, MAINTAIN_MS_MAX),
      () => logs.maintain(),
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

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers) timer.cancel();
  }

  /** Each run begins an interval after the last one ended, whatever it took. */
  #arm(
    delayMs: number,
    task: {
      intervalMs: () => number;
      work: () => void | Promise<unknown>;
      onFailure(error: unknown): void;
    },
  ): void {
    const timer = this.#clock.schedule(delayMs, () => {
      this.#timers.delete(timer);
      Promise.resolve()
        .then(() => task.work())
        .then(
          () => {
            if (!this.#isStopped) this.#arm(task.intervalMs(), task);
          },
          (error: unknown) => task.onFailure(error),
        );
    });
    this.#timers.add(timer);
  }
}
