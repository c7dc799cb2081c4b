/**
 * Topics and their partitions. A topic is its id: a name may come back with another one. Both ways
 * lead to the same object, and every change makes new maps that share what did not change, so that
 * an image costs a few nodes a change and may be held while the next ones are made.
 */
import { CorruptMetadataError } from "./corrupt-metadata-error.ts";
import { PARTITION_RECORD_VERSION } from "./feature-levels.ts";
import type { UnknownTaggedField } from "@naru/protocol";
import type { TopicRecord } from "@naru/protocol/messages/topic-record";
import type { MetadataRecordDraft } from "./metadata-record.ts";
import { draftRecord } from "./metadata-record.ts";
import type { PartitionImage } from "./partition-image.ts";
import { partitionRecordOf } from "./partition-image.ts";
import { SortedMap } from "./sorted-map.ts";

export interface TopicImage {
  readonly name: string;
  readonly id: string;
  readonly partitions: SortedMap<number, PartitionImage>;
  readonly unknownTags: readonly UnknownTaggedField[];
}

/** Every topic, by name and by id: the same objects under both. */
export class TopicsImage {
  static readonly none: TopicsImage = new TopicsImage(SortedMap.empty(), SortedMap.empty());

  readonly #byName: SortedMap<string, TopicImage>;
  readonly #byId: SortedMap<string, TopicImage>;

  private constructor(byName: SortedMap<string, TopicImage>, byId: SortedMap<string, TopicImage>) {
    this.#byName = byName;
    this.#byId = byId;
  }

  get count(): number {
    return this.#byName.size;
  }

  byName(name: string): TopicImage | undefined {
    return this.#byName.get(name);
  }

  byId(id: string): TopicImage | undefined {
    return this.#byId.get(id);
  }

  /** In the order of their names. */
  all(): MapIterator<TopicImage> {
    return this.#byName.values();
  }

  /** In the order of their names, from the first that is not below `name`. */
  *from(name: string): IterableIterator<TopicImage> {
    for (const [, topic] of this.#byName.from(name)) yield topic;
  }

  with(topic: TopicImage): TopicsImage {
    return new TopicsImage(this.#byName.set(topic.name, topic), this.#byId.set(topic.id, topic));
  }

  without(topic: TopicImage): TopicsImage {
    return new TopicsImage(this.#byName.delete(topic.name), this.#byId.delete(topic.id));
  }

  withPartition(topicId: string, partition: number, image: PartitionImage): TopicsImage {
    const topic = this.existing(topicId);
    return this.with({ ...topic, partitions: topic.partitions.set(partition, image) });
  }

  /** The topic that a record names by id, which must be there. */
  existing(id: string): TopicImage {
    const topic = this.#byId.get(id);
    if (topic === undefined) {
      throw new CorruptMetadataError(`a record names topic id ${id}, which does not exist.`);
    }
    return topic;
  }

  /** The partition that a record names, which must be there. */
  existingPartition(topicId: string, partition: number): PartitionImage {
    const topic = this.existing(topicId);
    const image = topic.partitions.get(partition);
    if (image === undefined) {
      throw new CorruptMetadataError(
        `a record names partition ${partition} of topic ${topic.name}, which does not exist.`,
      );
    }
    return image;
  }
}

export function replayTopic(topics: TopicsImage, record: TopicRecord): TopicsImage {
  const { name, topicId, unknownTaggedFields } = record;
  const other = topics.byName(name) ?? topics.byId(topicId);
  if (other !== undefined) {
    throw new CorruptMetadataError(
      `a record creates topic ${name} with id ${topicId}, but topic ${other.name} has id ${other.id}.`,
    );
  }
  return topics.with({
    name,
    id: topicId,
    partitions: SortedMap.empty(),
    unknownTags: unknownTaggedFields,
  });
}

export function* topicRecords(topics: TopicsImage): Generator<MetadataRecordDraft> {
  for (const topic of topics.all()) {
    yield draftRecord("TopicRecord", 0, {
      name: topic.name,
      topicId: topic.id,
      unknownTaggedFields: topic.unknownTags,
    });
    for (const [partitionId, partition] of topic.partitions) {
      yield draftRecord(
        "PartitionRecord",
        PARTITION_RECORD_VERSION,
        partitionRecordOf({ topicId: topic.id, partitionId }, partition),
      );
    }
  }
}
