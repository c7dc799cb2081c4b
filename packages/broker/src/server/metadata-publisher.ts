import { DiskError, type Logger } from "@naru/runtime";
import {
  changedPartitions,
  type MetadataDelta,
  type PartitionDelta,
} from "../metadata/metadata-delta.ts";
import { emptyImage, type MetadataImage } from "../metadata/metadata-image.ts";
import type { TopicImage } from "../metadata/topics-image.ts";
import { Partition, type AcksAllFlush } from "../partition/partition.ts";
import type { Replicas } from "../partition/replicas.ts";
import type { ClusterConfigs } from "./cluster-configs.ts";
import { logConfigOf } from "./log-settings.ts";
import type { Logs } from "./logs.ts";

export interface PublisherOptions {
  readonly nodeId: number;
  readonly replicas: Replicas;
  readonly logs: Logs;
  readonly configs: ClusterConfigs;
  readonly acksAllFlush: AcksAllFlush;
  readonly logger: Logger;
  /** Something that is no client's fault: the broker stops rather than serve half of it. */
  onFailure(error: unknown): void;
}

/**
 * Takes over what the controller has committed, one commit after the other: deletes and opens logs,
 * leads, applies configurations, and only then lets `image` show it, so that what Metadata names
 * can be written to.
 */
export class MetadataPublisher {
  readonly #options: PublisherOptions;
  readonly #queue: MetadataDelta[] = [];
  #waiting: { readonly offset: number; readonly resolve: () => void }[] = [];
  readonly #listeners = new Set<(delta: MetadataDelta) => void>();
  #working: Promise<void> | undefined;
  /** Replicas without a log, because the disk was full when it was to be made. */
  #withoutRoom: PartitionDelta[] = [];
  #isClosed = false;
  image: MetadataImage = emptyImage;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  take(delta: MetadataDelta): void {
    if (this.#isClosed) return;
    this.#queue.push(delta);
    this.#working ??= this.#work();
  }

  /** Resolves once everything up to `offset` is in `image`. */
  whenPublished(offset: number): Promise<void> {
    if (this.image.offset >= offset || this.#isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push({ offset, resolve });
    });
  }

  /** Tries again to make the logs for which there was no room. */
  makeMissingLogs(): void {
    if (this.#withoutRoom.length === 0 || this.#isClosed) return;
    this.#working ??= this.#work();
  }

  /** Called after each change of `image`. */
  onPublished(listener: (delta: MetadataDelta) => void): void {
    this.#listeners.add(listener);
  }

  /**
   * Lets nobody wait for what will not come any more. Resolves when no log is being opened or
   * deleted any longer; what is left undone is done at the next start.
   */
  async close(): Promise<void> {
    this.#stop();
    await this.#working;
  }

  #stop(): void {
    this.#isClosed = true;
    this.#queue.length = 0;
    for (const { resolve } of this.#waiting.splice(0)) resolve();
  }

  async #work(): Promise<void> {
    try {
      for (const { topic, partition } of this.#withoutRoom.splice(0)) {
        await this.#takeAgain(topic, partition);
      }
      for (let delta = this.#queue.shift(); delta !== undefined; delta = this.#queue.shift()) {
        await this.#takeOver(delta);
      }
    } catch (error) {
      this.#options.onFailure(error);
      this.#stop();
    } finally {
      this.#working = undefined;
    }
  }

  async #takeOver(delta: MetadataDelta): Promise<void> {
    this.#options.configs.take(delta.image.configs);
    await this.#deleteLogs(delta);
    for (const change of changedPartitions(delta)) {
      if (this.#isClosed) return;
      await this.#takePartition(change);
    }
    await this.#options.logs.forgetDeleted();
    this.#applyConfigs(delta);
    this.#show(delta);
  }

  async #deleteLogs(delta: MetadataDelta): Promise<void> {
    for (const topic of delta.topics.deleted) {
      for (const index of topic.partitions.keys()) await this.#remove(topic, index);
    }
  }

  async #takePartition(change: PartitionDelta): Promise<void> {
    const { topic, partition, after } = change;
    const { replicas, nodeId, configs, logger } = this.#options;
    if (!after.replicas.includes(nodeId)) return this.#remove(topic, partition);
    try {
      const replica = replicas.byId(topic.id, partition) ?? (await this.#open(topic, partition));
      replica.become(after, configs.topic(topic.name).minInsyncReplicas);
    } catch (error) {
      if (!(error instanceof DiskError) || error.code !== "ENOSPC") throw error;
      logger.error(
        `${topic.name}-${partition}: its log could not be made, the disk is full: ` +
          `${error.message} ` +
          `Clients are told NOT_LEADER_OR_FOLLOWER until there is room.`,
      );
      this.#withoutRoom.push(change);
    }
  }

  /** As the metadata says now, which may be that it is gone. */
  async #takeAgain(topic: TopicImage, partition: number): Promise<void> {
    const after = this.image.topics.byId(topic.id)?.partitions.get(partition);
    if (after !== undefined) await this.#takePartition({ topic, partition, before: after, after });
  }

  async #open(topic: TopicImage, index: number): Promise<Partition> {
    const { logs, configs, replicas, nodeId, acksAllFlush } = this.#options;
    const log = await logs.open(
      { topic: topic.name, partition: index, topicId: topic.id },
      logConfigOf(configs.topic(topic.name)),
    );
    const identity = { topic: topic.name, index, topicId: topic.id };
    const onDiskFailure = (error: unknown): void => this.#options.onFailure(error);
    const partition = new Partition({ ...identity, log, nodeId, acksAllFlush, onDiskFailure });
    replicas.add(partition);
    return partition;
  }

  async #remove(topic: TopicImage, index: number): Promise<void> {
    const { replicas, logs } = this.#options;
    const partition = replicas.byId(topic.id, index);
    if (partition === undefined) return;
    partition.retire();
    replicas.remove(partition);
    await logs.delete({ topic: topic.name, partition: index, topicId: topic.id });
  }

  /** A topic's own change reaches its logs; a broker's may reach all of them. */
  #applyConfigs(delta: MetadataDelta): void {
    const { configs, replicas } = this.#options;
    const touched = configs.topicsTouchedBy(delta.configs);
    const partitions =
      touched === "all" ? replicas.all() : touched.flatMap((name) => [...replicas.ofTopic(name)]);
    for (const partition of partitions) {
      const topic = configs.topic(partition.topic);
      partition.log.updateConfig(logConfigOf(topic));
      partition.setMinInsyncReplicas(topic.minInsyncReplicas);
    }
  }

  #show(delta: MetadataDelta): void {
    this.image = delta.image;
    for (const listener of this.#listeners) listener(delta);
    const isDue = ({ offset }: { offset: number }): boolean => offset <= delta.image.offset;
    const due = this.#waiting.filter(isDue);
    this.#waiting = this.#waiting.filter((waiter) => !isDue(waiter));
    for (const { resolve } of due) resolve();
  }
}
