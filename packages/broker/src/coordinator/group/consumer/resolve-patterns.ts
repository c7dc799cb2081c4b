import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { timerKeys } from "../group-timer.ts";
import type { TopicsView } from "../topics-view.ts";
import { patternRecord } from "./consumer-group-records.ts";
import type { ConsumerGroup, ResolvedPattern } from "./consumer-group.ts";
import { refreshGroupEpoch } from "./group-epoch.ts";
import { compilePattern } from "./subscribed-pattern.ts";

/** Members that join together are looked up together. (Kafka's constant.) */
const RESOLVE_INTERVAL_MS = 10_000;

/**
 * Patterns are not looked up while a heartbeat waits: soon after it, all of a group at once. They
 * are when one is new, when there are topics that they have not seen, and now and then.
 */
export function resolvePatternsSoon(
  { config, topics }: GroupMachine,
  group: ConsumerGroup,
  { isNew, step }: { isNew: boolean; step: GroupStep },
): void {
  const { groupId, patterns, resolvedPatterns } = group;
  if (patterns.size === 0 || group.isResolving) return;
  const last = resolvedPatterns.values().next().value;
  const sinceMs = step.nowMs - (last?.timestampMs ?? -Infinity);
  if (sinceMs <= RESOLVE_INTERVAL_MS) return;
  const isDue =
    isNew ||
    patterns.size !== resolvedPatterns.size ||
    (last?.version ?? 0) < topics.newestTopicVersion ||
    sinceMs > config.consumerRegexRefreshIntervalMs;
  if (!isDue) return;
  group.isResolving = true;
  step.arm(timerKeys.resolvePatterns(groupId), 0, { kind: "resolve-patterns", groupId });
}

/** Writes down what the patterns of a group match now. Other topics are another group epoch. */
export function resolvePatterns(
  machine: GroupMachine,
  group: ConsumerGroup,
  step: GroupStep,
): void {
  const { groupId, resolvedPatterns } = group;
  group.isResolving = false;
  let hasChanged = false;
  for (const pattern of group.patterns.names()) {
    const before = resolvedPatterns.get(pattern)?.topics ?? [];
    const resolved = matchingTopics(machine.topics, pattern, step.nowMs);
    if (before.join() !== resolved.topics.join()) hasChanged = true;
    step.write(patternRecord(groupId, pattern, resolved));
  }
  refreshGroupEpoch(machine, group, { hasChanged, step });
}

function matchingTopics(topics: TopicsView, pattern: string, timestampMs: number): ResolvedPattern {
  const compiled = compilePattern(pattern);
  const names =
    "problem" in compiled ? [] : [...topics.names()].filter((name) => compiled.matches(name));
  return { topics: names.toSorted(), version: topics.version, timestampMs };
}
