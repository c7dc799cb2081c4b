import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { timerKeys } from "../group-timer.ts";
import { patternRecord } from "./consumer-group-records.ts";
import type { ConsumerGroup, ResolvedPattern } from "./consumer-group.ts";
import { refreshGroupEpoch } from "./group-epoch.ts";
import { PatternSearch } from "./pattern-search.ts";

/** Members that join together are looked up together. (Kafka's constant.) */
const RESOLVE_INTERVAL_MS = 10_000;

/**
 * Patterns are not looked up while a heartbeat waits: soon after it, all of a group at once. They
 * are when one is new, when there are topics that they have not seen, and now and then. `last` is
 * from before the heartbeat: a member that changes its only pattern each time is held back, too.
 */
export function resolvePatternsSoon(
  { config, topics }: GroupMachine,
  group: ConsumerGroup,
  { isNew, last, step }: { isNew: boolean; last: ResolvedPattern | undefined; step: GroupStep },
): void {
  const { groupId, patterns, resolvedPatterns } = group;
  if (patterns.size === 0 || group.isResolving) return;
  const sinceMs = step.nowMs - (last?.timestampMs ?? -Infinity);
  if (sinceMs <= RESOLVE_INTERVAL_MS) return;
  const isDue =
    isNew ||
    patterns.size !== resolvedPatterns.size ||
    (last?.version ?? 0) < topics.newestTopicVersion ||
    sinceMs > config.consumerRegexRefreshIntervalMs;
  if (!isDue) return;
  group.isResolving = true;
  armSearch(groupId, step);
}

/**
 * Goes on looking, and writes down what the patterns of a group match once all topics were looked
 * at. Other topics than before are another group epoch.
 */
export function resolvePatterns(
  machine: GroupMachine,
  group: ConsumerGroup,
  step: GroupStep,
): void {
  const { groupId, resolvedPatterns } = group;
  const search =
    group.search ?? new PatternSearch(group.patterns.names(), machine.topics, step.nowMs);
  if (!search.goOn()) {
    group.search = search;
    return armSearch(groupId, step);
  }
  group.search = undefined;
  group.isResolving = false;
  let hasChanged = false;
  for (const [pattern, resolved] of search.results) {
    // The last member that wanted it may have gone meanwhile.
    if (group.patterns.of(pattern) === 0) continue;
    const before = resolvedPatterns.get(pattern)?.topics ?? [];
    if (before.join() !== resolved.topics.join()) hasChanged = true;
    step.write(patternRecord(groupId, pattern, resolved));
  }
  refreshGroupEpoch(machine, group, { hasChanged, step });
}

function armSearch(groupId: string, step: GroupStep): void {
  step.arm(timerKeys.resolvePatterns(groupId), 0, { kind: "resolve-patterns", groupId });
}
