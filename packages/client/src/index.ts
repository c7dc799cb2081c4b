export { Admin } from "./admin/admin.ts";
export type { QuotaDescription, QuotaEntity, QuotaFilter } from "./admin/client-quotas.ts";
export type { ConfigChange, ConfigResource, ResourceConfigs } from "./admin/configs.ts";
export type { PartitionDescription, TopicDescription } from "./admin/describe-topic-partitions.ts";
export type { ClusterFeatures, FeatureDescription, FeatureUpdate } from "./admin/features.ts";
export type { Coordinator } from "./admin/groups/coordinator.ts";
export type { GroupDescription, GroupMember } from "./admin/groups/describe-groups.ts";
export type { GroupOffset, PartitionOutcome } from "./admin/groups/group-offsets.ts";
export type { ListedGroup, ListGroupsOptions } from "./admin/groups/list-groups.ts";
export type { Reassignment } from "./admin/reassignments.ts";
export type { ListOffsetsOptions, OffsetSpec } from "./admin/offsets.ts";
export type { Outcome } from "./admin/outcome.ts";
export { scramMechanisms } from "./admin/scram-credentials.ts";
export type {
  ScramCredential,
  ScramDescription,
  ScramMechanism,
} from "./admin/scram-credentials.ts";
export type { MorePartitions, NewTopic } from "./admin/topics.ts";
export type { AbortTransactionSpec } from "./admin/transactions/abort-transaction.ts";
export type { PartitionProducers, ProducerState } from "./admin/transactions/describe-producers.ts";
export type { OpenTransaction } from "./admin/transactions/find-hanging.ts";
export type { TransactionDescription } from "./admin/transactions/describe-transaction.ts";
export type { ListedTransaction } from "./admin/transactions/list-transactions.ts";
export { Cluster } from "./cluster/cluster.ts";
export type { ClusterOptions } from "./cluster/cluster.ts";
export type { BrokerView, ClusterView, PartitionView, TopicView } from "./cluster/cluster-view.ts";
export type { FetchedRecord, TopicPartition } from "./consumer/fetched-record.ts";
export { GroupMembership } from "./consumer/group-membership.ts";
export { PartitionReader } from "./consumer/partition-reader.ts";
export type { StartingPoint } from "./consumer/partition-reader.ts";
export type { PartitionReaderOptions } from "./consumer/reader-options.ts";
export { Producer } from "./producer/producer.ts";
export type { ProducerOptions } from "./producer/producer-options.ts";
export type {
  Payload,
  ProducerHeader,
  ProducerRecord,
  RecordMetadata,
} from "./producer/producer-record.ts";
