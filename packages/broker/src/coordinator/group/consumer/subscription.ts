import type { ConsumerGroupHeartbeatRequest } from "@naru/protocol/messages/consumer-group-heartbeat";
import type { GroupStep } from "../group-step.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { memberRecord, patternTombstone } from "./consumer-group-records.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import { patternOf, type ConsumerMember } from "./consumer-member.ts";
import { compilePattern } from "../../name-pattern.ts";

/** The member with what it says of itself now; what it leaves out is as before. */
export function subscribed(
  member: ConsumerMember,
  call: {
    readonly request: ConsumerGroupHeartbeatRequest;
    readonly clientId: string;
    readonly clientHost: string;
  },
): ConsumerMember {
  const { request, clientId, clientHost } = call;
  const { rebalanceTimeoutMs, subscribedTopicNames: names } = request;
  return {
    ...member,
    instanceId: request.instanceId ?? member.instanceId,
    rackId: request.rackId ?? member.rackId,
    rebalanceTimeoutMs: rebalanceTimeoutMs === -1 ? member.rebalanceTimeoutMs : rebalanceTimeoutMs,
    serverAssignor: request.serverAssignor ?? member.serverAssignor,
    subscribedTopicNames:
      names === null ? member.subscribedTopicNames : [...new Set(names)].toSorted(),
    subscribedTopicRegex: request.subscribedTopicRegex ?? member.subscribedTopicRegex,
    clientId,
    clientHost,
    // With this request it speaks the consumer protocol.
    classic: null,
  };
}

/** A pattern that nobody in the group has yet must be one. */
export function patternRefusal(
  { patterns }: ConsumerGroup,
  member: ConsumerMember,
): Refusal | undefined {
  const pattern = patternOf(member);
  if (pattern === undefined || patterns.of(pattern) > 0) return undefined;
  const compiled = compilePattern(pattern);
  if (!("problem" in compiled)) return undefined;
  return refusal(
    "INVALID_REGULAR_EXPRESSION",
    `SubscribedTopicRegex \`${pattern}\` is not a valid regular expression: ${compiled.problem}.`,
  );
}

/** What a member says of itself must fit in a batch; nobody else is to suffer from it. */
export function sizeRefusal(
  { groupId }: ConsumerGroup,
  what: {
    readonly before: ConsumerMember;
    readonly updated: ConsumerMember;
    readonly step: GroupStep;
  },
): Refusal | undefined {
  const { before, updated, step } = what;
  if (isSameMember(before, updated) || step.fits(memberRecord(groupId, updated))) return undefined;
  const message = `What member ${updated.memberId} says of itself is too large to be written down.`;
  return refusal("UNKNOWN_SERVER_ERROR", message);
}

/** What a member reads other than before. */
export interface SubscriptionChange {
  readonly hasChanged: boolean;
  /** And it is known which topics that means; those of a new pattern are looked up later. */
  readonly isResolved: boolean;
  readonly isNewPattern: boolean;
}

/** Writes down what a member says of itself, if it is anything new. */
export function writeSubscription(
  group: ConsumerGroup,
  what: {
    readonly before: ConsumerMember;
    readonly updated: ConsumerMember;
    readonly step: GroupStep;
  },
): SubscriptionChange {
  const { before, updated, step } = what;
  const { groupId, patterns, resolvedPatterns } = group;
  const pattern = patternOf(updated);
  const isShared = pattern !== undefined && patterns.of(pattern) > 0;
  const namesChanged = !sameTexts(before.subscribedTopicNames, updated.subscribedTopicNames);
  if (!isSameMember(before, updated)) step.write(memberRecord(groupId, updated));
  const last = patternOf(before);
  if (last === pattern) {
    return { hasChanged: namesChanged, isResolved: namesChanged, isNewPattern: false };
  }
  if (last !== undefined && patterns.of(last) === 0) step.write(patternTombstone(groupId, last));
  const isKnown = pattern === undefined || (isShared && resolvedPatterns.has(pattern));
  return {
    hasChanged: true,
    isResolved: namesChanged || isKnown,
    isNewPattern: pattern !== undefined && !isShared,
  };
}

function isSameMember(a: ConsumerMember, b: ConsumerMember): boolean {
  return (
    a.instanceId === b.instanceId &&
    a.rackId === b.rackId &&
    a.rebalanceTimeoutMs === b.rebalanceTimeoutMs &&
    a.serverAssignor === b.serverAssignor &&
    a.subscribedTopicRegex === b.subscribedTopicRegex &&
    a.clientId === b.clientId &&
    a.clientHost === b.clientHost &&
    a.classic === b.classic &&
    sameTexts(a.subscribedTopicNames, b.subscribedTopicNames)
  );
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
