import type { ConsumerGroupMemberMetadataValueClassicMemberMetadataDraft as ClassicMetadata } from "@naru/protocol/messages/consumer-group-member-metadata-record";
import { noPartitions, type OwnedPartitions } from "./owned-partitions.ts";

/** Kafka's codes of the states of a member, as record type 8 has them. */
export const memberStateCodes = {
  /** Has all that it is to have, at its epoch. */
  STABLE: 0,
  /** Is to give up partitions, and has not said yet that it did. */
  UNREVOKED_PARTITIONS: 1,
  /** Waits for partitions that others hold. */
  UNRELEASED_PARTITIONS: 2,
  /** Written by a version to come. */
  UNKNOWN: 127,
} as const;
export type MemberState = keyof typeof memberStateCodes;

export function memberStateOf(code: number): MemberState {
  const states = Object.keys(memberStateCodes) as MemberState[];
  return states.find((state) => memberStateCodes[state] === code) ?? "UNKNOWN";
}

/** A member that asks to join again from nothing. */
export const JOIN_EPOCH = 0;
/** A member that leaves for good. */
export const LEAVE_EPOCH = -1;
/** A static member that is away and will be back: its partitions wait for it. */
export const STATIC_LEAVE_EPOCH = -2;

/** A member of a consumer group. It never changes: another one takes its place. */
export interface ConsumerMember {
  readonly memberId: string;
  readonly memberEpoch: number;
  readonly previousMemberEpoch: number;
  readonly state: MemberState;
  readonly instanceId: string | null;
  readonly rackId: string | null;
  readonly clientId: string;
  readonly clientHost: string;
  readonly rebalanceTimeoutMs: number;
  /** Sorted, each once. */
  readonly subscribedTopicNames: readonly string[];
  /** "" or null without one. */
  readonly subscribedTopicRegex: string | null;
  readonly serverAssignor: string | null;
  /** Of a member that speaks the classic protocol in a group that was converted. */
  readonly classic: ClassicMetadata | null;
  readonly assigned: OwnedPartitions;
  readonly pendingRevocation: OwnedPartitions;
}

export function newConsumerMember(memberId: string): ConsumerMember {
  return {
    memberId,
    memberEpoch: 0,
    previousMemberEpoch: -1,
    state: "STABLE",
    instanceId: null,
    rackId: null,
    clientId: "",
    clientHost: "",
    rebalanceTimeoutMs: -1,
    subscribedTopicNames: [],
    subscribedTopicRegex: "",
    serverAssignor: null,
    classic: null,
    assigned: noPartitions,
    pendingRevocation: noPartitions,
  };
}

/** Its regular expression; undefined when it has none. */
export function patternOf({ subscribedTopicRegex }: ConsumerMember): string | undefined {
  return subscribedTopicRegex === null || subscribedTopicRegex === ""
    ? undefined
    : subscribedTopicRegex;
}

/** Has all that the assignment of this epoch gives it? */
export function isReconciled(member: ConsumerMember, assignmentEpoch: number): boolean {
  return member.state === "STABLE" && member.memberEpoch === assignmentEpoch;
}
