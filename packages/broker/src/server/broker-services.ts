import type { Clock, Disk, Logger } from "@naru/runtime";
import type { ErrorName } from "@naru/protocol";
import type { ApiBroker, LogDirView, ReplicaSizeView } from "../apis/api-broker.ts";
import type { RecordBroker } from "../apis/record-broker.ts";
import type { TransactionBroker } from "../apis/transaction-broker.ts";
import type { EnrolmentSettings } from "../apis/enrol-writes.ts";
import type { GroupCoordinator } from "../coordinator/group/group-coordinator.ts";
import type { MarkerWriter } from "../coordinator/transaction/marker-writer.ts";
import type { TransactionCoordinator } from "../coordinator/transaction/transaction-coordinator.ts";
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
  readonly transactions: TransactionCoordinator;
  readonly markers: MarkerWriter;
  readonly kraftVersion: number;
  readonly disk: Disk;
  readonly logDir: string;
}

/** The broker as its APIs see it. */
export class BrokerServices implements ApiBroker, RecordBroker, TransactionBroker {
  readonly nodeId: number;
  readonly clusterId: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly controller: ControllerChannel;
  readonly replicas: Replicas;
  readonly groups: GroupCoordinator;
  readonly transactions: TransactionCoordinator;
  readonly enrolment: TransactionCoordinator;
  readonly markers: MarkerWriter;
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
    this.transactions = options.transactions;
    this.enrolment = options.transactions;
    this.markers = options.markers;
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

  enrolmentSettings(): EnrolmentSettings {
    const config = this.config();
    return {
      verifies: config.transactionPartitionVerificationEnable,
      retryBackoffMs: config.addPartitionsToTxnRetryBackoffMs,
      retryMaxMs: config.addPartitionsToTxnRetryBackoffMaxMs,
    };
  }

  fetchMaxBytes(): number {
    return this.#options.configs.broker.fetchMaxBytes;
  }

  nextProducerId(): Promise<number | ErrorName> {
    return this.#options.producerIds.next();
  }

  producerIdAtHand(): Promise<void> {
    return this.#options.producerIds.atHand();
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
