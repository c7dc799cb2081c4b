// Generated from schema/consumer/consumer-protocol-subscription.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array, readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** What a member of a classic consumer group says of itself, inside JoinGroup. Versions 0-3. */
export interface ConsumerProtocolSubscription {
  topics: string[];
  userData: Uint8Array | null;
  /** Versions 1 and later. */
  ownedPartitions: ConsumerProtocolSubscriptionTopicPartition[];
  /** Versions 2 and later. */
  generationId: number;
  /** Version 3. */
  rackId: string | null;
}

export interface ConsumerProtocolSubscriptionTopicPartition {
  topic: string;
  partitions: number[];
}

/** What `encodeConsumerProtocolSubscription` takes. */
export interface ConsumerProtocolSubscriptionDraft {
  topics: readonly string[];
  userData?: Uint8Array | null | undefined;
  ownedPartitions?: readonly ConsumerProtocolSubscriptionTopicPartitionDraft[] | undefined;
  generationId?: number | undefined;
  rackId?: string | null | undefined;
}

/** What `encodeConsumerProtocolSubscription` takes, in part. */
export interface ConsumerProtocolSubscriptionTopicPartitionDraft {
  topic: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerProtocolSubscription(
  writer: Writer,
  draft: ConsumerProtocolSubscriptionDraft,
  version: number,
): void {
  checkVersion("ConsumerProtocolSubscription", version, 0, 3);
  const topics = draft.topics;
  writer.count(topics.length, false);
  for (const element of topics) writer.string(element, false);
  writer.nullableBytes(draft.userData ?? null, false);
  const ownedPartitions = draft.ownedPartitions ?? [];
  if (version >= 1) {
    writer.count(ownedPartitions.length, false);
    for (const element of ownedPartitions)
      encodeConsumerProtocolSubscriptionTopicPartition(writer, element, version);
  }
  if (version >= 2) {
    writer.int32(draft.generationId ?? -1);
  }
  if (version >= 3) {
    writer.nullableString(draft.rackId ?? null, false);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerProtocolSubscription(
  reader: Reader,
  version: number,
): ConsumerProtocolSubscription {
  reader.begin("ConsumerProtocolSubscription", version, 0, 3);
  const topics: string[] = readStringArray(
    reader,
    "topics",
    reader.count("topics", false, 2),
    false,
  );
  const userData = reader.nullableBytes("userData", false);
  const ownedPartitions: ConsumerProtocolSubscriptionTopicPartition[] =
    version >= 1
      ? decodeConsumerProtocolSubscriptionTopicPartitionArray(
          reader,
          version,
          reader.count("ownedPartitions", false, 6),
        )
      : [];
  const generationId = version >= 2 ? reader.int32("generationId") : -1;
  const rackId = version >= 3 ? reader.nullableString("rackId", false) : null;
  return { topics, userData, ownedPartitions, generationId, rackId };
}

function encodeConsumerProtocolSubscriptionTopicPartition(
  writer: Writer,
  draft: ConsumerProtocolSubscriptionTopicPartitionDraft,
  _version: number,
): void {
  writer.string(draft.topic, false);
  const partitions = draft.partitions;
  writer.count(partitions.length, false);
  for (const element of partitions) writer.int32(element);
}

function decodeConsumerProtocolSubscriptionTopicPartition(
  reader: Reader,
  _version: number,
): ConsumerProtocolSubscriptionTopicPartition {
  const topic = reader.string("TopicPartition.topic", false);
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartition.partitions",
    reader.count("TopicPartition.partitions", false, 4),
  );
  return { topic, partitions };
}

function decodeConsumerProtocolSubscriptionTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerProtocolSubscriptionTopicPartition[] {
  const elements: ConsumerProtocolSubscriptionTopicPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerProtocolSubscriptionTopicPartition(reader, version));
  return elements;
}
