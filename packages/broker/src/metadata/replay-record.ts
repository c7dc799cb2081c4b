/**
 * Record by record, what each does to the image. A table, and exhaustive: a record type without a
 * row does not compile. Some rows only keep the record for the way back to Apache Kafka.
 *
 * A record that contradicts the image (a partition of a topic that does not exist) is damage or a
 * bug: it throws `CorruptMetadataError`, and nothing goes on from a state that nobody decided.
 */
import {
  replayFencing,
  replayRegisterBroker,
  replayRegistrationChange,
  replayUnregisterBroker,
} from "./brokers-image.ts";
import { configResourceTypes, replayConfig } from "./configs-image.ts";
import { replayFeatureLevel } from "./features-image.ts";
import * as kept from "./kept-records.ts";
import type { MetadataImage } from "./metadata-image.ts";
import type { MetadataRecord, MetadataRecordOf, MetadataRecordType } from "./metadata-record.ts";
import type { PartitionImage } from "./partition-image.ts";
import { partitionAfter, partitionImageOf } from "./partition-image.ts";
import { SortedMap } from "./sorted-map.ts";
import type { TopicImage, TopicsImage } from "./topics-image.ts";
import { replayTopic } from "./topics-image.ts";

/** Told what a record touches, so that a delta can be made without comparing whole images. */
export interface TouchedMetadata {
  features(): void;
  broker(id: number): void;
  topic(id: string): void;
  partition(topicId: string, partition: number): void;
  config(resource: { readonly type: number; readonly name: string }): void;
}

/**
 * The records that mark a transaction (KIP-868) are its reader's business: see `MetadataReplay`.
 */
type TransactionMarker =
  | "BeginTransactionRecord"
  | "EndTransactionRecord"
  | "AbortTransactionRecord";

type Replayed = Exclude<MetadataRecordType, TransactionMarker>;

type ReplayTable = {
  readonly [Type in Replayed]: (
    image: MetadataImage,
    record: MetadataRecordOf<Type>,
    touched: TouchedMetadata,
  ) => MetadataImage;
};

/** The only place where the state of the cluster changes, live and at start-up alike. */
export function replayRecord(
  image: MetadataImage,
  record: MetadataRecordOf<Replayed>,
  touched: TouchedMetadata,
): MetadataImage {
  // The table's key and the record's type are the same; TypeScript cannot tie them together.
  const step = replayTable[record.type] as (
    image: MetadataImage,
    record: MetadataRecord,
    touched: TouchedMetadata,
  ) => MetadataImage;
  return step(image, record, touched);
}

const replayTable: ReplayTable = {
  FeatureLevelRecord(image, { record }, touched) {
    touched.features();
    const owner = { of: "feature", name: record.name } as const;
    return {
      ...image,
      features: replayFeatureLevel(image.features, record),
      kept: kept.keepTags(image.kept, owner, record.unknownTaggedFields),
    };
  },
  RegisterBrokerRecord(image, { record }, touched) {
    touched.broker(record.brokerId);
    return { ...image, brokers: replayRegisterBroker(image.brokers, record) };
  },
  UnregisterBrokerRecord(image, { record }, touched) {
    touched.broker(record.brokerId);
    const named = { id: record.brokerId, epoch: record.brokerEpoch };
    return { ...image, brokers: replayUnregisterBroker(image.brokers, named) };
  },
  FenceBrokerRecord(image, { record }, touched) {
    touched.broker(record.id);
    return { ...image, brokers: replayFencing(image.brokers, record, { fenced: true }) };
  },
  UnfenceBrokerRecord(image, { record }, touched) {
    touched.broker(record.id);
    return { ...image, brokers: replayFencing(image.brokers, record, { fenced: false }) };
  },
  BrokerRegistrationChangeRecord(image, { record }, touched) {
    touched.broker(record.brokerId);
    return { ...image, brokers: replayRegistrationChange(image.brokers, record) };
  },
  TopicRecord(image, { record }, touched) {
    touched.topic(record.topicId);
    return { ...image, topics: replayTopic(image.topics, record) };
  },
  RemoveTopicRecord(image, { record }, touched) {
    const topic = image.topics.existing(record.topicId);
    const resource = { type: configResourceTypes.TOPIC, name: topic.name };
    touched.topic(topic.id);
    touched.config(resource);
    return {
      ...image,
      topics: image.topics.without(topic),
      // A topic of the same name that comes later must not find them.
      configs: image.configs.with(resource, SortedMap.empty()),
      kept: kept.forgetConfigTags(image.kept, resource),
    };
  },
  PartitionRecord(image, { record }, touched) {
    touched.partition(record.topicId, record.partitionId);
    return withPartition(image, record, partitionImageOf(record));
  },
  PartitionChangeRecord(image, { record }, touched) {
    touched.partition(record.topicId, record.partitionId);
    const before = image.topics.existingPartition(record.topicId, record.partitionId);
    return withPartition(image, record, partitionAfter(before, record));
  },
  ClearElrRecord(image, { record }, touched) {
    return { ...image, topics: clearElr(image.topics, record.topicName, touched) };
  },
  ConfigRecord(image, { record }, touched) {
    const resource = { type: record.resourceType, name: record.resourceName };
    const tags = record.value === null ? [] : record.unknownTaggedFields;
    touched.config(resource);
    return {
      ...image,
      configs: replayConfig(image.configs, record),
      kept: kept.keepTags(image.kept, { of: "config", ...resource, key: record.name }, tags),
    };
  },
  ProducerIdsRecord(image, { record }) {
    return {
      ...image,
      nextProducerId: record.nextProducerId,
      kept: kept.keepTags(image.kept, { of: "producer ids" }, record.unknownTaggedFields),
    };
  },

  // Says that the controller lives.
  NoOpRecord: (image) => image,
  // Left behind by a cluster that came from ZooKeeper; Kafka 4 does not read it either.
  ZkMigrationStateRecord: (image) => image,

  RegisterControllerRecord: (image, record) => ({
    ...image,
    kept: kept.keepController(image.kept, record),
  }),
  ClientQuotaRecord: (image, record) => ({
    ...image,
    kept: kept.keepClientQuota(image.kept, record),
  }),
  AccessControlEntryRecord: (image, record) => ({
    ...image,
    kept: kept.keepAcl(image.kept, record),
  }),
  RemoveAccessControlEntryRecord: (image, { record }) => ({
    ...image,
    kept: kept.forgetAcl(image.kept, record.id),
  }),
  UserScramCredentialRecord: (image, record) => ({
    ...image,
    kept: kept.keepScramCredential(image.kept, record),
  }),
  RemoveUserScramCredentialRecord: (image, { record }) => ({
    ...image,
    kept: kept.forgetScramCredential(image.kept, record),
  }),
  DelegationTokenRecord: (image, record) => ({
    ...image,
    kept: kept.keepDelegationToken(image.kept, record),
  }),
  RemoveDelegationTokenRecord: (image, { record }) => ({
    ...image,
    kept: kept.forgetDelegationToken(image.kept, record.tokenId),
  }),
};

function withPartition(
  image: MetadataImage,
  at: { readonly topicId: string; readonly partitionId: number },
  partition: PartitionImage,
): MetadataImage {
  return { ...image, topics: image.topics.withPartition(at.topicId, at.partitionId, partition) };
}

/** Of one topic, or of all when no name is given: min.insync.replicas changed under them. */
function clearElr(topics: TopicsImage, name: string, touched: TouchedMetadata): TopicsImage {
  const named = topics.byName(name);
  const cleared: Iterable<TopicImage> =
    name === "" ? topics.all() : named === undefined ? [] : [named];
  let after = topics;
  for (const topic of cleared) {
    for (const [number, partition] of topic.partitions) {
      if (partition.elr.length === 0 && partition.lastKnownElr.length === 0) continue;
      touched.partition(topic.id, number);
      after = after.withPartition(topic.id, number, { ...partition, elr: [], lastKnownElr: [] });
    }
  }
  return after;
}
