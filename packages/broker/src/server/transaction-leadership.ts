import type { Clock, Logger } from "@naru/runtime";
import type { MarkerWriter } from "../coordinator/transaction/marker-writer.ts";
import { TransactionCoordinator } from "../coordinator/transaction/transaction-coordinator.ts";
import type { BrokerConfig } from "../metadata/config/broker-config.ts";
import { transactionVersionOf } from "../metadata/features-image.ts";
import { TRANSACTION_TOPIC } from "../metadata/internal-topics.ts";
import { changedPartitions, type MetadataDelta } from "../metadata/metadata-delta.ts";
import type { Replicas } from "../partition/replicas.ts";
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
  if (delta.topics.deleted.some(({ name }) => name === TRANSACTION_TOPIC)) coordinator.close();
  for (const { topic, partition: index } of changedPartitions(delta)) {
    if (topic.name !== TRANSACTION_TOPIC) continue;
    const partition = replicas.byId(topic.id, index);
    if (partition?.isLeader === true) {
      const loadBytes = (): number => config().transactionStateLogLoadBufferSize;
      const log = new PartitionCoordinatorLog({ partition, clock, loadBytes });
      coordinator.elected({ partition: index, leaderEpoch: partition.leaderEpoch }, log);
    } else {
      coordinator.resigned(index);
    }
  }
}
