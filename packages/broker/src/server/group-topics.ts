import type { SubscribedTopic } from "../coordinator/group/consumer/assignor.ts";
import type { TopicsView } from "../coordinator/group/topics-view.ts";
import type { MetadataDelta } from "../metadata/metadata-delta.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import type { TopicImage } from "../metadata/topics-image.ts";

/** Shows the group coordinator the topics of an image. */
export class GroupTopics {
  #newestTopicVersion = 0;

  follow({ image, topics }: MetadataDelta): void {
    if (topics.created.length > 0) this.#newestTopicVersion = image.offset;
  }

  view(image: MetadataImage): TopicsView {
    const { topics, offset } = image;
    const shown = (topic: TopicImage | undefined): SubscribedTopic | undefined =>
      topic === undefined ? undefined : subscribedTopic(image, topic);
    return {
      version: offset,
      newestTopicVersion: this.#newestTopicVersion,
      byName: (name) => shown(topics.byName(name)),
      byId: (id) => shown(topics.byId(id)),
      names: () => Array.from(topics.all(), ({ name }) => name),
    };
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
