import { assert } from "@naru/runtime";
import type { ClassicMember, ClassicProtocol } from "./classic-member.ts";
import { subscribedTopicsOf } from "./subscribed-topics.ts";

/** The states of a classic group, each with the states it may be entered from. */
export const classicStatesEnteredFrom = {
  Empty: ["Empty", "PreparingRebalance", "Stable"],
  PreparingRebalance: ["Empty", "CompletingRebalance", "Stable"],
  CompletingRebalance: ["PreparingRebalance"],
  Stable: ["Empty", "CompletingRebalance", "Stable"],
} as const satisfies Record<string, readonly string[]>;
export type ClassicGroupState = keyof typeof classicStatesEnteredFrom;

/**
 * A group of the classic protocol.
 *
 *   Empty ──join──► PreparingRebalance ──all joined──► CompletingRebalance ──assigned──► Stable
 *     ▲                │       ▲                              │                            │
 *     └──nobody left───┘       └────── join, leave, expiry ───┴────────────────────────────┘
 *
 * Durable, and changed by replay alone: generation, protocol, leader, members and assignments,
 * whenever the group becomes Stable or Empty. The rest (who is joining, who waits) is of the moment
 * and is lost with the shard: then members find a Stable group, or join again.
 *
 * Invariants:
 *   generationId only grows
 *   in CompletingRebalance and Stable: members is not empty, leaderId is one of them
 *   staticMembers holds exactly the members with a groupInstanceId
 */
export class ClassicGroup {
  readonly type = "classic";
  readonly groupId: string;
  generationId = 0;
  /** null until the first member joins: "" in records. */
  protocolType: string | null = null;
  protocolName: string | null = null;
  leaderId: string | null = null;
  stateSinceMs: number | undefined;
  members = new Map<string, ClassicMember>();
  /** Member ids by groupInstanceId. */
  staticMembers = new Map<string, string>();
  /** Ids that were given out and have not come back yet. */
  readonly pendingMembers = new Set<string>();
  /** Members that have not asked for their assignment in this generation. */
  readonly pendingSyncs = new Set<string>();
  /** The first rebalance of an empty group, which waits for more members. */
  isInitialRebalance = false;
  /** Somebody joined since that wait was last prolonged. */
  newMemberAdded = false;
  #state: ClassicGroupState = "Empty";
  #subscribedTopics: ReadonlySet<string> | undefined;

  constructor(groupId: string) {
    this.groupId = groupId;
  }

  get state(): ClassicGroupState {
    return this.#state;
  }

  enter(state: ClassicGroupState, sinceMs: number | undefined): void {
    const allowed: readonly string[] = classicStatesEnteredFrom[state];
    const { groupId } = this;
    assert(allowed.includes(this.#state), `${groupId} cannot go from ${this.#state} to ${state}`);
    this.#state = state;
    this.stateSinceMs = sinceMs;
    if (state !== "PreparingRebalance") this.isInitialRebalance = false;
    this.#subscribedTopics = this.usesConsumerProtocol
      ? subscribedTopicsOf(this.members.values(), this.protocolName)
      : undefined;
  }

  get usesConsumerProtocol(): boolean {
    return this.protocolType === "consumer";
  }

  /** undefined when it cannot be known: another protocol, or subscriptions that cannot be read. */
  get subscribedTopics(): ReadonlySet<string> | undefined {
    return this.#subscribedTopics;
  }

  isSubscribedTo(topic: string): boolean {
    if (this.members.size === 0 || !this.usesConsumerProtocol) return false;
    return this.#subscribedTopics?.has(topic) ?? true;
  }

  get rebalanceTimeoutMs(): number {
    let longest = 0;
    for (const { rebalanceTimeoutMs } of this.members.values()) {
      longest = Math.max(longest, rebalanceTimeoutMs);
    }
    return longest;
  }

  get joiningCount(): number {
    let count = 0;
    for (const { awaitingJoin } of this.members.values())
      if (awaitingJoin !== undefined) count += 1;
    return count;
  }

  get allHaveJoined(): boolean {
    return this.pendingMembers.size === 0 && this.joiningCount === this.members.size;
  }

  /** May members of this kind, who know these protocols, be in the group with the others? */
  supports(protocolType: string, protocols: readonly ClassicProtocol[]): boolean {
    if (this.#state === "Empty") return protocolType !== "" && protocols.length > 0;
    return (
      protocolType === this.protocolType && protocols.some(({ name }) => this.allSupport(name))
    );
  }

  allSupport(protocol: string): boolean {
    for (const { protocols } of this.members.values()) {
      if (!protocols.some(({ name }) => name === protocol)) return false;
    }
    return true;
  }

  add(member: ClassicMember): void {
    const { memberId, groupInstanceId } = member;
    this.members.set(memberId, member);
    if (groupInstanceId !== null) this.staticMembers.set(groupInstanceId, memberId);
    this.pendingMembers.delete(memberId);
    this.leaderId ??= memberId;
  }

  /** Also of an id that is only pending. Who leads next is the oldest that is left. */
  remove(memberId: string): void {
    const member = this.members.get(memberId);
    if (member !== undefined && member.groupInstanceId !== null) {
      this.staticMembers.delete(member.groupInstanceId);
    }
    this.members.delete(memberId);
    this.pendingMembers.delete(memberId);
    this.pendingSyncs.delete(memberId);
    if (this.leaderId === memberId) this.leaderId = this.members.keys().next().value ?? null;
  }
}
