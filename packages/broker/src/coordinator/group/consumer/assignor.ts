/** Partitions by topic id. */
export type PartitionsByTopic = ReadonlyMap<string, ReadonlySet<number>>;

/** What an assignor knows of a member. */
export interface MemberToAssign {
  readonly instanceId: string | null;
  readonly rackId: string | null;
  /** Ids of the topics that it reads and that exist. */
  readonly topicIds: ReadonlySet<string>;
  /** What it was to have until now: an assignor moves as little as it can. */
  readonly target: PartitionsByTopic;
}

/** A topic that a group reads. It never changes: a topic that does is another object. */
export interface SubscribedTopic {
  readonly id: string;
  readonly name: string;
  readonly partitionCount: number;
  /** The racks of a partition's replicas, as far as they are known; in no order. */
  racksOf(partition: number): readonly string[];
}

/** A consumer group as an assignor sees it. */
export interface GroupToAssign {
  /** By member id. */
  readonly members: ReadonlyMap<string, MemberToAssign>;
  /** By topic id: every topic that some member reads. */
  readonly topics: ReadonlyMap<string, SubscribedTopic>;
  /** All members read the same topics. */
  readonly isHomogeneous: boolean;
}

/**
 * Divides the partitions of a group among its members on the broker's side (KIP-848). Pure: the
 * same group gives the same answer.
 */
export interface Assignor {
  /** As members and `group.consumer.assignors` call it. */
  readonly name: string;
  /** What each member is to have; a member that is left out is to have nothing. */
  assign(group: GroupToAssign): ReadonlyMap<string, PartitionsByTopic>;
}
