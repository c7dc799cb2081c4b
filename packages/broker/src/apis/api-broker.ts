import type { ErrorName } from "@naru/protocol";
import type { Logger } from "@naru/runtime";

import type { ControllerChannel } from "../controller/controller-channel.ts";
import type { BrokerConfig } from "../metadata/config/broker-config.ts";
import type { BrokerConfigLayers } from "../metadata/config/config-layers.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";

/** What the APIs about the cluster, its topics and its configuration need of the broker. */
export interface ApiBroker {
  readonly nodeId: number;
  readonly clusterId: string;
  readonly logger: Logger;
  readonly controller: ControllerChannel;
  /** What this broker has taken over of the committed metadata. */
  image(): MetadataImage;
  /** The level of kraft.version, which is no part of the image; 0: none is finalized. */
  kraftVersion(): number;
  config(): BrokerConfig;
  /** Where the values of `config` come from. */
  configLayers(): BrokerConfigLayers;
  logDirs(): Iterable<LogDirView>;
}

/** One folder of `log.dirs` and the replicas in it. */
export interface LogDirView {
  readonly path: string;
  /** KAFKA_STORAGE_ERROR for a folder that has failed. */
  readonly error: ErrorName;
  /** Of the volume; -1 when it cannot be known. */
  readonly totalBytes: number;
  readonly usableBytes: number;
  readonly replicas: Iterable<ReplicaSizeView>;
}

export interface ReplicaSizeView {
  readonly topic: string;
  readonly partition: number;
  readonly sizeBytes: number;
  readonly logEndOffset: number;
  readonly highWatermark: number;
}
