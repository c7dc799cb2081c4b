/**
 * What one commit changed, collected while its records are replayed, so that nobody compares images
 * of a hundred thousand partitions to learn that one has a new leader.
 */
import type { ConfigResource } from "./configs-image.ts";
import type { MetadataImage } from "./metadata-image.ts";
import { emptyImage } from "./metadata-image.ts";
import type { PartitionImage } from "./partition-image.ts";
import type { TouchedMetadata } from "./replay-record.ts";
import type { TopicImage } from "./topics-image.ts";

/** What one commit changed. What was made and unmade inside it is not mentioned. */
export interface MetadataDelta {
  readonly previous: MetadataImage;
  /** After it. */
  readonly image: MetadataImage;
  readonly topics: TopicsDelta;
  /** The resources with other values than before. */
  readonly configs: readonly ConfigResource[];
  /** Registered, changed, or gone. */
  readonly brokers: readonly number[];
  readonly featuresChanged: boolean;
}

export interface TopicsDelta {
  /** As they are now. */
  readonly created: readonly TopicImage[];
  /** As they were. */
  readonly deleted: readonly TopicImage[];
  /** Those that were there and still are, with the partitions that are new or other than before. */
  readonly changed: readonly TopicChange[];
}

export interface TopicChange {
  readonly topic: TopicImage;
  readonly partitions: readonly number[];
}

/** One partition of a delta. */
export interface PartitionDelta {
  readonly topic: TopicImage;
  readonly partition: number;
  /** undefined when it is new. */
  readonly before: PartitionImage | undefined;
  readonly after: PartitionImage;
}

/** The partitions that a delta made or changed; those of deleted topics are not among them. */
export function* changedPartitions(delta: MetadataDelta): Generator<PartitionDelta> {
  for (const topic of delta.topics.created) {
    for (const [partition, after] of topic.partitions) {
      yield { topic, partition, before: undefined, after };
    }
  }
  for (const { topic, partitions } of delta.topics.changed) {
    const previous = delta.previous.topics.byId(topic.id);
    for (const partition of partitions) {
      const after = topic.partitions.get(partition);
      if (after === undefined) continue;
      yield { topic, partition, before: previous?.partitions.get(partition), after };
    }
  }
}

/** Collects what records touch, and names the difference in the end. */
export class MetadataChanges implements TouchedMetadata {
  #features = false;
  readonly #brokers = new Set<number>();
  readonly #topics = new Map<string, Set<number>>();
  readonly #configs = new Map<string, ConfigResource>();

  copy(): MetadataChanges {
    const copy = new MetadataChanges();
    copy.#features = this.#features;
    for (const id of this.#brokers) copy.#brokers.add(id);
    for (const [id, partitions] of this.#topics) copy.#topics.set(id, new Set(partitions));
    for (const [id, resource] of this.#configs) copy.#configs.set(id, resource);
    return copy;
  }

  features(): void {
    this.#features = true;
  }

  broker(id: number): void {
    this.#brokers.add(id);
  }

  topic(id: string): Set<number> {
    let partitions = this.#topics.get(id);
    if (partitions === undefined) this.#topics.set(id, (partitions = new Set()));
    return partitions;
  }

  partition(topicId: string, partition: number): void {
    this.topic(topicId).add(partition);
  }

  config(resource: ConfigResource): void {
    this.#configs.set(`${resource.type}:${resource.name}`, resource);
  }

  /** The difference between two images, all of it among what was touched. */
  between(previous: MetadataImage, image: MetadataImage): MetadataDelta {
    const created: TopicImage[] = [];
    const deleted: TopicImage[] = [];
    const changed: TopicChange[] = [];
    for (const [id, partitions] of this.#topics) {
      const before = previous.topics.byId(id);
      const topic = image.topics.byId(id);
      if (topic === undefined) {
        if (before !== undefined) deleted.push(before);
      } else if (before === undefined) created.push(topic);
      else changed.push({ topic, partitions: [...partitions] });
    }
    const configs = [...this.#configs.values()].filter(
      ({ type, name }) => previous.configs.of(type, name) !== image.configs.of(type, name),
    );
    return {
      previous,
      image,
      topics: { created, deleted, changed },
      configs,
      brokers: [...this.#brokers],
      featuresChanged: this.#features,
    };
  }
}

/** Everything in an image, as a change from nothing: what a new listener is told first. */
export function deltaFromNothing(image: MetadataImage): MetadataDelta {
  return {
    previous: emptyImage,
    image,
    topics: { created: [...image.topics.all()], deleted: [], changed: [] },
    configs: [...image.configs.resources()],
    brokers: [...image.brokers.keys()],
    featuresChanged: true,
  };
}
