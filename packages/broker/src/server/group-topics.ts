import type { SubscribedTopic } from "../coordinator/group/consumer/assignor.ts";
import type { TopicsView } from "../coordinator/group/topics-view.ts";
import type { MetadataDelta } from "../metadata/metadata-delta.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import type { TopicImage } from "../metadata/topics-image.ts";

/** Shows the group coordinator the topics of an image. */
export class GroupTopics {
  #newestTopicVersion = 0;
  /** What was shown before is the same object again, so that its hash need not be made anew. */
  #shown = new WeakMap<TopicImage, SubscribedTopic>();
  /** Racks are theirs. */
  #brokers: MetadataImage["brokers"] | undefined;

  follow({ image, topics }: MetadataDelta): void {
    if (topics.created.length > 0) this.#newestTopicVersion = image.offset;
  }

  view(image: MetadataImage): TopicsView {
    const { topics, offset, brokers } = image;
    if (brokers !== this.#brokers) {
      this.#brokers = brokers;
      this.#shown = new WeakMap();
    }
    const shown = (topic: TopicImage | undefined): SubscribedTopic | undefined =>
      topic === undefined ? undefined : this.#subscribedTopic(image, topic);
    return {
      version: offset,
      newestTopicVersion: this.#newestTopicVersion,
      byName: (name) => shown(topics.byName(name)),
      byId: (id) => shown(topics.byId(id)),
      names: () => Array.from(topics.all(), ({ name }) => name),
    };
  }

  #subscribedTopic(image: MetadataImage, topic: TopicImage): SubscribedTopic {
    let shown = this.#shown.get(topic);
    if (shown === undefined) {
      shown = subscribedTopic(image, topic);
      this.#shown.set(topic, shown);
    }
    return shown;
  }
}

/** The names of all topics that a commit has touched. */
export function changedTopics({ topics }: MetadataDelta): ReadonlySet<string> {
  const touched = [...topics.created, ...topics.deleted, ...topics.changed.map((one) => one.topic)];
  return new Set(touched.map(({ name }) => name));
}

function subscribedTopic({ brokers }: MetadataImage, topic: TopicImage): SubscribedTopic {
  const { id, name, partitions } = topic;
  return {
    id,
    name,
    partitionCount: partitions.size,
    racksOf: (partition) =>
      (partitions.get(partition)?.replicas ?? []).flatMap(
        (brokerId) => brokers.get(brokerId)?.rack ?? [],
      ),
  };
}
