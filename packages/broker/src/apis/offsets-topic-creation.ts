import { OFFSETS_TOPIC } from "../metadata/internal-topics.ts";
import type { CoordinatorTopic } from "./coordinator-topic-creation.ts";

/** `offsets.topic.compression.codec` is a number; a topic's configuration has a name. */
const PRODUCER = "producer";

/** `__consumer_offsets`, made for the first group. */
export const offsetsTopic: CoordinatorTopic = {
  name: OFFSETS_TOPIC,
  uses: "groups",
  numPartitions: (config) => config.offsetsTopicNumPartitions,
  replicationFactor: (config) => config.offsetsTopicReplicationFactor,
  configs: (config) => ({
    "compression.type": PRODUCER,
    "cleanup.policy": "compact",
    "segment.bytes": String(config.offsetsTopicSegmentBytes),
  }),
};
