import type { Cluster } from "../cluster/cluster.ts";
import type { TopicView } from "../cluster/cluster-view.ts";
import type { TopicPartition } from "../consumer/fetched-record.ts";
import {
  alterClientQuotas,
  describeClientQuotas,
  type QuotaDescription,
  type QuotaEntity,
  type QuotaFilter,
} from "./client-quotas.ts";
import { listConfigResources } from "./config-resources.ts";
import {
  alterConfigs,
  describeConfigs,
  type ConfigChange,
  type ConfigResource,
  type ResourceConfigs,
} from "./configs.ts";
import { describeTopicPartitions, type TopicDescription } from "./describe-topic-partitions.ts";
import {
  describeFeatures,
  updateFeatures,
  type ClusterFeatures,
  type FeatureUpdate,
} from "./features.ts";
import { findCoordinator, type Coordinator } from "./groups/coordinator.ts";
import { deleteGroups } from "./groups/delete-groups.ts";
import { describeGroups, type GroupDescription } from "./groups/describe-groups.ts";
import {
  alterGroupOffsets,
  deleteGroupOffsets,
  listGroupOffsets,
  type GroupOffset,
  type PartitionOutcome,
} from "./groups/group-offsets.ts";
import { listGroups, type ListedGroup, type ListGroupsOptions } from "./groups/list-groups.ts";
import { listOffsets, type ListOffsetsOptions, type OffsetSpec } from "./offsets.ts";
import { throwIfFailed, type Outcome } from "./outcome.ts";
import { listReassignments, type Reassignment } from "./reassignments.ts";
import {
  alterScramCredentials,
  describeScramCredentials,
  type ScramDescription,
} from "./scram-credentials.ts";
import { abortTransaction, type AbortTransactionSpec } from "./transactions/abort-transaction.ts";
import { describeProducers, type PartitionProducers } from "./transactions/describe-producers.ts";
import {
  describeTransaction,
  type TransactionDescription,
} from "./transactions/describe-transaction.ts";
import {
  findHangingTransactions,
  type HangingSearch,
  type OpenTransaction,
} from "./transactions/find-hanging.ts";
import { fenceProducer } from "./transactions/fence-producer.ts";
import {
  listTransactions,
  type ListedTransaction,
  type ListTransactionsOptions,
} from "./transactions/list-transactions.ts";
import {
  createPartitions,
  createTopics,
  deleteTopics,
  type MorePartitions,
  type NewTopic,
} from "./topics.ts";

/**
 * Topics, configurations, features, offsets, groups. What is asked of a single one throws when it
 * fails.
 */
export class Admin {
  readonly #cluster: Cluster;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** All topics by name; Kafka's own are marked internal. */
  async listTopics(): Promise<TopicView[]> {
    const view = await this.#cluster.refresh(null);
    return [...view.topics.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Topics as they are now; one that does not exist has the error UNKNOWN_TOPIC_OR_PARTITION. */
  async describeTopics(names: readonly string[]): Promise<TopicView[]> {
    const view = await this.#cluster.refresh(names);
    return names.flatMap((name) => view.topics.get(name) ?? []);
  }

  /** The same with eligible leaders, in pages of so many partitions. */
  describeTopicPartitions(
    names: readonly string[],
    options: { partitionCountMax?: number } = {},
  ): Promise<TopicDescription[]> {
    return describeTopicPartitions(this.#cluster, names, options.partitionCountMax);
  }

  listReassignments(): Promise<Reassignment[]> {
    return listReassignments(this.#cluster);
  }

  async createTopic(topic: NewTopic): Promise<void> {
    const [outcome] = await createTopics(this.#cluster, [topic]);
    throwIfFailed(`topic ${topic.name}`, outcome ?? missing(topic.name));
  }

  createTopics(
    topics: readonly NewTopic[],
    options: { validateOnly?: boolean; timeoutMs?: number } = {},
  ): Promise<Outcome[]> {
    return createTopics(this.#cluster, topics, options);
  }

  async deleteTopic(name: string): Promise<void> {
    const [outcome] = await deleteTopics(this.#cluster, [name]);
    throwIfFailed(`topic ${name}`, outcome ?? missing(name));
  }

  deleteTopics(names: readonly string[], options: { timeoutMs?: number } = {}): Promise<Outcome[]> {
    return deleteTopics(this.#cluster, names, options);
  }

  async createPartitions(more: MorePartitions): Promise<void> {
    const [outcome] = await createPartitions(this.#cluster, [more]);
    throwIfFailed(`topic ${more.name}`, outcome ?? missing(more.name));
  }

  createPartitionsOf(topics: readonly MorePartitions[]): Promise<Outcome[]> {
    return createPartitions(this.#cluster, topics);
  }

  describeConfigs(resources: readonly ConfigResource[]): Promise<ResourceConfigs[]> {
    return describeConfigs(this.#cluster, resources);
  }

  async alterConfigs(resource: ConfigResource, changes: readonly ConfigChange[]): Promise<void> {
    const outcome = await alterConfigs(this.#cluster, resource, changes);
    throwIfFailed(`${resource.type} ${resource.name}`, outcome);
  }

  /** As `alterConfigs`, and says what became of it. */
  alterConfigsOf(resource: ConfigResource, changes: readonly ConfigChange[]): Promise<Outcome> {
    return alterConfigs(this.#cluster, resource, changes);
  }

  listConfigResources(type: ConfigResource["type"]): Promise<string[]> {
    return listConfigResources(this.#cluster, type);
  }

  describeClientQuotas(filters: readonly QuotaFilter[]): Promise<QuotaDescription[]> {
    return describeClientQuotas(this.#cluster, filters);
  }

  alterClientQuotas(
    entity: QuotaEntity,
    changes: ReadonlyMap<string, number | null>,
  ): Promise<void> {
    return alterClientQuotas(this.#cluster, entity, changes);
  }

  describeScramCredentials(users: readonly string[] | null): Promise<ScramDescription[]> {
    return describeScramCredentials(this.#cluster, users);
  }

  alterScramCredentials(
    user: string,
    changes: Parameters<typeof alterScramCredentials>[2],
  ): Promise<void> {
    return alterScramCredentials(this.#cluster, user, changes);
  }

  describeFeatures(): Promise<ClusterFeatures> {
    return describeFeatures(this.#cluster);
  }

  /** All of them or none; throws in the controller's words. */
  updateFeatures(
    updates: readonly FeatureUpdate[],
    options: { validateOnly?: boolean; timeoutMs?: number } = {},
  ): Promise<void> {
    return updateFeatures(this.#cluster, updates, options);
  }

  /** By partition. */
  listOffsets(
    topic: string,
    spec: OffsetSpec,
    options: ListOffsetsOptions = {},
  ): Promise<Map<number, number>> {
    return listOffsets(this.#cluster, topic, spec, options);
  }

  findCoordinator(groupId: string): Promise<Coordinator> {
    return findCoordinator(this.#cluster, groupId);
  }

  listGroups(options: ListGroupsOptions = {}): Promise<ListedGroup[]> {
    return listGroups(this.#cluster, options);
  }

  /** Classic groups; throws GROUP_ID_NOT_FOUND for one that is none or does not exist. */
  describeGroups(groupIds: readonly string[]): Promise<GroupDescription[]> {
    return describeGroups(this.#cluster, groupIds);
  }

  listGroupOffsets(groupId: string): Promise<GroupOffset[]> {
    return listGroupOffsets(this.#cluster, groupId);
  }

  alterGroupOffsets(
    groupId: string,
    offsets: readonly (TopicPartition & { readonly offset: number })[],
  ): Promise<PartitionOutcome[]> {
    return alterGroupOffsets(this.#cluster, groupId, offsets);
  }

  deleteGroupOffsets(
    groupId: string,
    partitions: readonly TopicPartition[],
  ): Promise<PartitionOutcome[]> {
    return deleteGroupOffsets(this.#cluster, groupId, partitions);
  }

  deleteGroups(groupIds: readonly string[]): Promise<Outcome[]> {
    return deleteGroups(this.#cluster, groupIds);
  }

  listTransactions(options: ListTransactionsOptions = {}): Promise<ListedTransaction[]> {
    return listTransactions(this.#cluster, options);
  }

  /** Throws TRANSACTIONAL_ID_NOT_FOUND for an id that its coordinator does not know. */
  describeTransaction(transactionalId: string): Promise<TransactionDescription> {
    return describeTransaction(this.#cluster, transactionalId);
  }

  /** As their leaders know them, or the replicas of one broker. */
  describeProducers(
    partitions: readonly TopicPartition[],
    options: { readonly brokerId?: number | undefined } = {},
  ): Promise<PartitionProducers[]> {
    return describeProducers(this.#cluster, partitions, options.brokerId);
  }

  /** Open transactions that no coordinator will end. */
  findHangingTransactions(search: HangingSearch): Promise<OpenTransaction[]> {
    return findHangingTransactions(this.#cluster, search);
  }

  /** Ends a transaction that hangs in one partition, past its coordinator. */
  abortTransaction(spec: AbortTransactionSpec): Promise<void> {
    return abortTransaction(this.#cluster, spec);
  }

  /** Shuts out the producer of a transactional id, and aborts what it has open. */
  fenceProducer(transactionalId: string): Promise<void> {
    return fenceProducer(this.#cluster, transactionalId);
  }
}

function missing(name: string): Outcome {
  return {
    name,
    error: "UNKNOWN_SERVER_ERROR",
    message: `the broker's answer leaves out ${name}.`,
  };
}
