import type { PartitionsByTopic } from "./assignor.ts";
import { isReconciled, patternOf, type ConsumerMember } from "./consumer-member.ts";
import { Counts } from "./counts.ts";
import type { PatternSearch } from "./pattern-search.ts";
import { PartitionEpochs } from "./partition-epochs.ts";

export type ConsumerGroupState = "Empty" | "Assigning" | "Reconciling" | "Stable";

/** A regular expression with the topics that it was found to match. */
export interface ResolvedPattern {
  /** Sorted. */
  readonly topics: readonly string[];
  /** Of the metadata that was looked through. */
  readonly version: number;
  readonly timestampMs: number;
}

/** Nobody has anything in it. The first change makes it 2. */
export const FIRST_EPOCH = 1;
const noTarget: PartitionsByTopic = new Map();

/**
 * A group of the consumer protocol (KIP-848). Three things follow one another, each with an epoch:
 *
 *   group epoch        who is in the group, what they subscribe to, what the topics are like
 *     └─ assignor ──►  target assignment: what each member is to have
 *          └─ heartbeats ──►  current assignment: what each has, and what it still must give up
 *
 *   Empty        nobody is in it
 *   Assigning    the group is newer than its target
 *   Reconciling  some member has not reached the target
 *   Stable       all have
 *
 * Everything here is durable and changes by replay alone, but for `isMetadataStale`,
 * `askedToJoin`, `isResolving` and `search`, which are of the moment.
 *
 * Invariants:
 *   memberEpoch <= assignmentEpoch <= groupEpoch
 *   groupEpoch and assignmentEpoch only grow
 *   a partition is held by one member at a time, also while it is being given up
 */
export class ConsumerGroup {
  readonly type = "consumer";
  readonly protocolType = "consumer";
  readonly groupId: string;
  readonly members = new Map<string, ConsumerMember>();
  /** Member ids by instance id. */
  readonly staticMembers = new Map<string, string>();
  readonly targets = new Map<string, PartitionsByTopic>();
  readonly resolvedPatterns = new Map<string, ResolvedPattern>();
  /** Patterns that members subscribe to, resolved or not. */
  readonly patterns = new Counts();
  readonly assignors = new Counts();
  readonly held = new PartitionEpochs();
  groupEpoch = FIRST_EPOCH;
  metadataHash = 0n;
  assignmentEpoch = FIRST_EPOCH;
  /** 0 when nothing was assigned yet, or by an older broker. */
  assignmentTimestampMs = 0;
  /** Kafka before 4.1 wrote a record that is to be removed. */
  hasPartitionMetadata = false;
  /** A topic of the group may have changed since the hash was computed. */
  isMetadataStale = true;
  /** Members of the classic protocol that were told to join again, and have not yet. */
  readonly askedToJoin = new Set<string>();
  /** The patterns are about to be looked up. */
  isResolving = false;
  /** And this is how far that has come. */
  search: PatternSearch | undefined;
  readonly #topicNames = new Counts();
  #subscribedTopics: ReadonlySet<string> | undefined;

  constructor(groupId: string) {
    this.groupId = groupId;
  }

  get state(): ConsumerGroupState {
    if (this.members.size === 0) return "Empty";
    if (this.groupEpoch > this.assignmentEpoch) return "Assigning";
    for (const member of this.members.values()) {
      if (!isReconciled(member, this.assignmentEpoch)) return "Reconciling";
    }
    return "Stable";
  }

  /** All topics that some member reads, named or found by its pattern. */
  get subscribedTopics(): ReadonlySet<string> {
    this.#subscribedTopics ??= new Set([
      ...this.#topicNames.names(),
      ...[...this.resolvedPatterns.values()].flatMap(({ topics }) => topics),
    ]);
    return this.#subscribedTopics;
  }

  isSubscribedTo(topic: string): boolean {
    return this.subscribedTopics.has(topic);
  }

  /** All members read the same topics. */
  get isHomogeneous(): boolean {
    const size = this.members.size;
    const isOfAll = (counts: Counts): boolean =>
      [...counts.values()].every((count) => count === size);
    if (this.patterns.size === 0) return isOfAll(this.#topicNames);
    return this.#topicNames.size === 0 && isOfAll(this.patterns);
  }

  staticMember(instanceId: string): ConsumerMember | undefined {
    const memberId = this.staticMembers.get(instanceId);
    return memberId === undefined ? undefined : this.members.get(memberId);
  }

  /** What a member is to have. */
  targetOf(memberId: string): PartitionsByTopic {
    return this.targets.get(memberId) ?? noTarget;
  }

  /** The topics that a member reads. */
  topicsOf(member: ConsumerMember): ReadonlySet<string> {
    const pattern = patternOf(member);
    const found = pattern === undefined ? [] : (this.resolvedPatterns.get(pattern)?.topics ?? []);
    return new Set([...member.subscribedTopicNames, ...found]);
  }

  /** Of the patterns that are resolved any one: all are at the same time. */
  get lastResolved(): ResolvedPattern | undefined {
    return this.resolvedPatterns.values().next().value;
  }

  isReadBy(member: ConsumerMember, topic: string): boolean {
    const pattern = patternOf(member);
    const found = pattern === undefined ? undefined : this.resolvedPatterns.get(pattern)?.topics;
    return isAmong(member.subscribedTopicNames, topic) || isAmong(found ?? [], topic);
  }

  /** In place of the member with its id, or as a new one. */
  put(member: ConsumerMember): void {
    this.#forget(member.memberId);
    const { memberId, instanceId, serverAssignor } = member;
    this.members.set(memberId, member);
    for (const topic of member.subscribedTopicNames) this.#topicNames.add(topic);
    const pattern = patternOf(member);
    if (pattern !== undefined) this.patterns.add(pattern);
    if (serverAssignor !== null) this.assignors.add(serverAssignor);
    this.held.add(member.assigned, member.memberEpoch);
    this.held.add(member.pendingRevocation, member.memberEpoch);
    if (instanceId !== null) this.staticMembers.set(instanceId, memberId);
    this.#subscribedTopics = undefined;
  }

  remove(memberId: string): void {
    this.#forget(memberId);
    this.members.delete(memberId);
  }

  resolve(pattern: string, resolved: ResolvedPattern): void {
    this.resolvedPatterns.set(pattern, resolved);
    this.#subscribedTopics = undefined;
  }

  unresolve(pattern: string): void {
    this.resolvedPatterns.delete(pattern);
    this.#subscribedTopics = undefined;
  }

  /** Takes a member out of all that is counted. */
  #forget(memberId: string): void {
    const member = this.members.get(memberId);
    if (member === undefined) return;
    const { instanceId } = member;
    // Another member may have taken its place meanwhile; and it may have another one itself.
    if (instanceId !== null && this.staticMembers.get(instanceId) === memberId) {
      this.staticMembers.delete(instanceId);
    }
    for (const topic of member.subscribedTopicNames) this.#topicNames.remove(topic);
    const pattern = patternOf(member);
    if (pattern !== undefined) this.patterns.remove(pattern);
    if (member.serverAssignor !== null) this.assignors.remove(member.serverAssignor);
    this.held.remove(member.assigned, member.memberEpoch);
    this.held.remove(member.pendingRevocation, member.memberEpoch);
    this.#subscribedTopics = undefined;
  }
}

function isAmong(sorted: readonly string[], name: string): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < name) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === name;
}
