import type { Clock, Logger } from "@naru/runtime";
import type { MarkerWriter } from "../coordinator/transaction/marker-writer.ts";
import { TransactionCoordinator } from "../coordinator/transaction/transaction-coordinator.ts";
import type { BrokerConfig } from "../metadata/config/broker-config.ts";
import { transactionVersionOf } from "../metadata/features-image.ts";
import { TRANSACTION_TOPIC } from "../metadata/internal-topics.ts";
import type { MetadataDelta } from "../metadata/metadata-delta.ts";
import type { Replicas } from "../partition/replicas.ts";
import { followLeadership } from "./led-partitions.ts";
import type { MetadataPublisher } from "./metadata-publisher.ts";
import { PartitionCoordinatorLog } from "./partition-coordinator-log.ts";

export interface TransactionLeadershipOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly replicas: Replicas;
  readonly publisher: MetadataPublisher;
  readonly markers: MarkerWriter;
  readonly config: () => BrokerConfig;
  newProducerId(): number | undefined;
}

/** The transaction coordinator of a broker, which follows what it leads of that topic. */
export function transactionCoordinatorOf(
  options: TransactionLeadershipOptions,
): TransactionCoordinator {
  const { clock, logger, publisher, markers, config } = options;
  const coordinator = new TransactionCoordinator({
    clock,
    logger,
    markers,
    newProducerId: () => options.newProducerId(),
    partitionCount: () => publisher.image.topics.byName(TRANSACTION_TOPIC)?.partitions.size,
    exists: ({ topic, partition }) =>
      publisher.image.topics.byName(topic)?.partitions.has(partition) === true,
    config: () => {
      const now = config();
      return {
        transactionVersion: transactionVersionOf(publisher.image.features),
        idExpirationMs: now.transactionalIdExpirationMs,
        abortTimedOutIntervalMs: now.transactionAbortTimedOutTransactionCleanupIntervalMs,
        removeExpiredIntervalMs: now.transactionRemoveExpiredTransactionCleanupIntervalMs,
      };
    },
  });
  publisher.onPublished((delta) => follow(coordinator, delta, options));
  return coordinator;
}

function follow(
  coordinator: TransactionCoordinator,
  delta: MetadataDelta,
  { replicas, clock, config }: TransactionLeadershipOptions,
): void {
  const loadBytes = (): number => config().transactionStateLogLoadBufferSize;
  followLeadership(delta, replicas, {
    topic: TRANSACTION_TOPIC,
    elected: (partition) => {
      const { index, leaderEpoch } = partition;
      const log = new PartitionCoordinatorLog({ partition, clock, loadBytes });
      coordinator.elected({ partition: index, leaderEpoch }, log);
    },
    resigned: (index) => coordinator.resigned(index),
    close: () => coordinator.close(),
  });
}
