import { randomUuid } from "@naru/protocol";
import type { Logger, Runtime } from "@naru/runtime";
import { GroupCoordinator } from "../coordinator/group/group-coordinator.ts";
import { migrationPolicyOf } from "../coordinator/group/conversion/migration-policy.ts";
import type { GroupConfig } from "../coordinator/group/group-config.ts";
import type { BrokerConfig } from "../metadata/config/broker-config.ts";
import { OFFSETS_TOPIC } from "../metadata/internal-topics.ts";
import type { MetadataDelta } from "../metadata/metadata-delta.ts";
import type { Replicas } from "../partition/replicas.ts";
import type { ClusterConfigs } from "./cluster-configs.ts";
import { GroupTopics, changedTopics } from "./group-topics.ts";
import { followLeadership } from "./led-partitions.ts";
import type { MetadataPublisher } from "./metadata-publisher.ts";
import { PartitionCoordinatorLog } from "./partition-coordinator-log.ts";
import { uuidText } from "./uuid-text.ts";

const MS_PER_MINUTE = 60_000;

export interface GroupLeadershipOptions {
  readonly runtime: Pick<Runtime, "clock" | "random">;
  readonly logger: Logger;
  readonly replicas: Replicas;
  readonly publisher: MetadataPublisher;
  readonly configs: ClusterConfigs;
}

/** The group coordinator of a broker, which follows what the broker leads of the offsets topic. */
export function groupCoordinatorOf(options: GroupLeadershipOptions): GroupCoordinator {
  const { logger, publisher, configs } = options;
  const { clock } = options.runtime;
  const random = options.runtime.random.fork("groups");
  const topics = new GroupTopics();
  const coordinator = new GroupCoordinator({
    clock,
    logger,
    newUuid: () => uuidText(random),
    newShortUuid: () => randomUuid(random),
    topics: () => topics.view(publisher.image),
    consumerGroupConfig: (groupId) => configs.consumerGroup(groupId),
    partitionCount: () => publisher.image.topics.byName(OFFSETS_TOPIC)?.partitions.size,
    config: () => groupConfigOf(configs.broker),
  });
  publisher.onPublished((delta) => {
    topics.follow(delta);
    follow(coordinator, delta, options);
  });
  return coordinator;
}

function groupConfigOf(config: BrokerConfig): GroupConfig {
  const [firstAssignor = "uniform", ...otherAssignors] = config.groupConsumerAssignors;
  return {
    initialRebalanceDelayMs: config.groupInitialRebalanceDelayMs,
    groupSizeMax: config.groupMaxSize,
    offsetMetadataBytesMax: config.offsetMetadataMaxBytes,
    offsetsRetentionMs: config.offsetsRetentionMinutes * MS_PER_MINUTE,
    offsetsRetentionCheckIntervalMs: config.offsetsRetentionCheckIntervalMs,
    consumerGroupSizeMax: config.groupConsumerMaxSize,
    consumerAssignors: [firstAssignor, ...otherAssignors],
    consumerRegexRefreshIntervalMs: config.groupConsumerRegexRefreshIntervalMs,
    consumerMigrationPolicy: migrationPolicyOf(config.groupConsumerMigrationPolicy),
  };
}

function follow(
  coordinator: GroupCoordinator,
  delta: MetadataDelta,
  { replicas, runtime, configs }: GroupLeadershipOptions,
): void {
  const { clock } = runtime;
  const loadBytes = (): number => configs.broker.offsetsLoadBufferSize;
  followLeadership(delta, replicas, {
    topic: OFFSETS_TOPIC,
    elected: (partition) => {
      const log = new PartitionCoordinatorLog({ partition, clock, loadBytes });
      coordinator.elected(partition.index, log);
    },
    resigned: (index) => coordinator.resigned(index),
    close: () => coordinator.close(),
  });
  const { deleted } = delta.topics;
  if (deleted.length > 0) coordinator.topicsDeleted(new Set(deleted.map(({ name }) => name)));
  coordinator.topicsChanged(changedTopics(delta));
}
