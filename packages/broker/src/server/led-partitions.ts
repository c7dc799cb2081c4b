import { changedPartitions, type MetadataDelta } from "../metadata/metadata-delta.ts";
import type { Partition } from "../partition/partition.ts";
import type { Replicas } from "../partition/replicas.ts";

/** A coordinator, as far as it is told what this broker leads of its topic. */
export interface LeadershipFollower {
  readonly topic: string;
  elected(partition: Partition): void;
  resigned(index: number): void;
  /** The topic was deleted. */
  close(): void;
}

/** Tells a coordinator what has changed in who leads the partitions of its topic. */
export function followLeadership(
  delta: MetadataDelta,
  replicas: Replicas,
  follower: LeadershipFollower,
): void {
  if (delta.topics.deleted.some(({ name }) => name === follower.topic)) follower.close();
  for (const { topic, partition: index } of changedPartitions(delta)) {
    if (topic.name !== follower.topic) continue;
    const partition = replicas.byId(topic.id, index);
    if (partition?.isLeader === true) follower.elected(partition);
    else follower.resigned(index);
  }
}
