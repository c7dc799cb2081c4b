import type { Logger, Runtime } from "@naru/runtime";
import type { GroupCoordinator } from "../coordinator/group/group-coordinator.ts";
import type { MarkerWriter } from "../coordinator/transaction/marker-writer.ts";
import type { TransactionCoordinator } from "../coordinator/transaction/transaction-coordinator.ts";
import type { Replicas } from "../partition/replicas.ts";
import type { ClusterConfigs } from "./cluster-configs.ts";
import { groupCoordinatorOf } from "./group-leadership.ts";
import { PartitionMarkers } from "./marker-writer.ts";
import type { MetadataPublisher } from "./metadata-publisher.ts";
import type { ProducerIds } from "./producer-ids.ts";
import { transactionCoordinatorOf } from "./transaction-leadership.ts";

export interface CoordinatorsOptions {
  readonly runtime: Pick<Runtime, "clock" | "random">;
  readonly logger: Logger;
  readonly replicas: Replicas;
  readonly publisher: MetadataPublisher;
  readonly producerIds: ProducerIds;
  readonly configs: ClusterConfigs;
}

/** What of groups and transactions this broker decides, and how decisions reach its partitions. */
export interface Coordinators {
  readonly groups: GroupCoordinator;
  readonly transactions: TransactionCoordinator;
  readonly markers: MarkerWriter;
}

export function coordinatorsOf(options: CoordinatorsOptions): Coordinators {
  const { replicas, producerIds, configs } = options;
  const { clock } = options.runtime;
  const groups = groupCoordinatorOf(options);
  const markers = new PartitionMarkers({ replicas, groups, clock });
  const newProducerId = (): number | undefined => producerIds.take();
  const transactions = transactionCoordinatorOf({
    ...options,
    clock,
    config: () => configs.broker,
    markers,
    newProducerId,
  });
  return { groups, transactions, markers };
}

/** Requests that wait are answered; no timer runs any more. */
export function closeCoordinators({ groups, transactions }: Coordinators): void {
  groups.close();
  transactions.close();
}
