import type { Clock, Disk, Logger } from "@naru/runtime";
import type { ErrorName } from "@naru/protocol";
import type { ApiBroker, LogDirView, ReplicaSizeView } from "../apis/api-broker.ts";
import type { GroupBroker } from "../apis/group-broker.ts";
import type { RecordBroker } from "../apis/record-broker.ts";
import type { GroupCoordinator } from "../coordinator/group/group-coordinator.ts";
import type { ControllerChannel } from "../controller/controller-channel.ts";
import type { BrokerConfig } from "../metadata/config/broker-config.ts";
import type { BrokerConfigLayers } from "../metadata/config/config-layers.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import type { Replicas } from "../partition/replicas.ts";
import type { ClusterConfigs } from "./cluster-configs.ts";
import type { MetadataPublisher } from "./metadata-publisher.ts";
import type { ProducerIds } from "./producer-ids.ts";

export interface BrokerServicesOptions {
  readonly nodeId: number;
  readonly clusterId: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly controller: ControllerChannel;
  readonly publisher: MetadataPublisher;
  readonly configs: ClusterConfigs;
  readonly replicas: Replicas;
  readonly producerIds: ProducerIds;
  readonly groups: GroupCoordinator;
  readonly kraftVersion: number;
  readonly disk: Disk;
  readonly logDir: string;
}

/** The broker as its APIs see it. */
export class BrokerServices implements ApiBroker, RecordBroker, GroupBroker {
  readonly nodeId: number;
  readonly clusterId: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly controller: ControllerChannel;
  readonly replicas: Replicas;
  readonly groups: GroupCoordinator;
  readonly #options: BrokerServicesOptions;

  constructor(options: BrokerServicesOptions) {
    this.#options = options;
    this.nodeId = options.nodeId;
    this.clusterId = options.clusterId;
    this.clock = options.clock;
    this.logger = options.logger;
    this.controller = options.controller;
    this.replicas = options.replicas;
    this.groups = options.groups;
  }

  image(): MetadataImage {
    return this.#options.publisher.image;
  }

  kraftVersion(): number {
    return this.#options.kraftVersion;
  }

  config(): BrokerConfig {
    return this.#options.configs.broker;
  }

  configLayers(): BrokerConfigLayers {
    return this.#options.configs.layers;
  }

  fetchMaxBytes(): number {
    return this.#options.configs.broker.fetchMaxBytes;
  }

  nextProducerId(): Promise<number | ErrorName> {
    return this.#options.producerIds.next();
  }

  logDirs(): Iterable<LogDirView> {
    return [
      {
        path: this.#options.logDir,
        error: "NONE",
        ...this.#options.disk.space(this.#options.logDir),
        replicas: replicaSizes(this.replicas),
      },
    ];
  }
}

function* replicaSizes(replicas: Replicas): Iterable<ReplicaSizeView> {
  for (const { topic, index, log } of replicas.all()) {
    yield {
      topic,
      partition: index,
      sizeBytes: log.sizeBytes,
      logEndOffset: log.logEndOffset,
      highWatermark: log.highWatermark,
    };
  }
}
