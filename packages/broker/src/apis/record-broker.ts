import type { Logger } from "@naru/runtime";
import type { ErrorName } from "@naru/protocol";
import type { Partition } from "../partition/partition.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import type { TopicImage } from "../metadata/topics-image.ts";
import type { EnrolmentBroker } from "./enrol-writes.ts";

export { isInternalTopic } from "../metadata/internal-topics.ts";

/** What the APIs that touch records need of the broker. */
export interface RecordBroker extends EnrolmentBroker {
  readonly nodeId: number;
  readonly logger: Logger;
  readonly replicas: {
    byName(topic: string, index: number): Partition | undefined;
    byId(topicId: string, index: number): Partition | undefined;
  };
  image(): MetadataImage;
  /** `fetch.max.bytes`: what one Fetch response may hold, whatever the client allows. */
  fetchMaxBytes(): number;
  /** The next producer id, from the block that the controller gave this broker. */
  nextProducerId(): Promise<number | ErrorName>;
}

export type Found =
  | { readonly partition: Partition }
  | { readonly partition: undefined; readonly error: ErrorName };

/** A topic as the request names it: by its name or, where its version has them, by its id. */
export type AskedTopic = { readonly name: string } | { readonly topicId: string };

/** The leader's replica of a partition named in a request, or the error that says why not here. */
export function findLeader(broker: RecordBroker, topic: AskedTopic, index: number): Found {
  const { replicas } = broker;
  const partition =
    "name" in topic ? replicas.byName(topic.name, index) : replicas.byId(topic.topicId, index);
  if (partition === undefined) return { partition, error: notHere(broker, topic, index) };
  if (!partition.isLeader) return { partition: undefined, error: "NOT_LEADER_OR_FOLLOWER" };
  return { partition };
}

/** A topic as the metadata knows it. */
export function topicImageOf(broker: RecordBroker, topic: AskedTopic): TopicImage | undefined {
  const { topics } = broker.image();
  return "name" in topic ? topics.byName(topic.name) : topics.byId(topic.topicId);
}

function notHere(broker: RecordBroker, topic: AskedTopic, index: number): ErrorName {
  const known = topicImageOf(broker, topic);
  if (known === undefined)
    return "name" in topic ? "UNKNOWN_TOPIC_OR_PARTITION" : "UNKNOWN_TOPIC_ID";
  return known.partitions.has(index) ? "NOT_LEADER_OR_FOLLOWER" : "UNKNOWN_TOPIC_OR_PARTITION";
}

/**
 * Compares the leader epoch that a client knows with the partition's; -1 asks for no comparison.
 */
export function checkLeaderEpoch(partition: Partition, clientEpoch: number): ErrorName {
  if (clientEpoch === -1 || clientEpoch === partition.leaderEpoch) return "NONE";
  return clientEpoch < partition.leaderEpoch ? "FENCED_LEADER_EPOCH" : "UNKNOWN_LEADER_EPOCH";
}
