import type { SubscribedTopic } from "./consumer/assignor.ts";

/** The topics of the cluster, as the group coordinator needs to know them. */
export interface TopicsView {
  /** Of the metadata that this shows: it grows with every change. */
  readonly version: number;
  /** The version in which a topic was last created. */
  readonly newestTopicVersion: number;
  byName(name: string): SubscribedTopic | undefined;
  byId(id: string): SubscribedTopic | undefined;
  names(): Iterable<string>;
}
