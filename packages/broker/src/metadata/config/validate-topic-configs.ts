import { parseConfigValue, type ConfigDefinition } from "@naru/runtime";
import { notServed } from "./served-values.ts";
import { topicConfigs } from "./topic-configs.ts";

/** The topic's keys by name, for those that look a name up which may not exist. */
export const topicConfigTable: ReadonlyMap<string, ConfigDefinition> = new Map(
  Object.entries(topicConfigs),
);

/** Known to Kafka, undocumented, for its own tests; folders may hold it. */
export const internalTopicConfigs: ReadonlyMap<string, ConfigDefinition> = new Map([
  [
    "internal.segment.bytes",
    {
      type: "int",
      default: null,
      importance: "low",
      state: "has-effect",
      doc: "Segments smaller than segment.bytes allows, for tests.",
    } satisfies ConfigDefinition,
  ],
]);

/**
 * What is wrong with the overrides of a topic, in Kafka's words and order: unknown names, then each
 * value in the order of the table, then values that contradict each other. Kafka answers the first.
 *
 * Only `changed` keys may be refused because they are not served yet: a topic that came with such a
 * value keeps it while another key is altered.
 */
export function validateTopicConfigs(
  configs: ReadonlyMap<string, string | null>,
  changed: Iterable<string> = configs.keys(),
): readonly string[] {
  const withoutValue = [...configs].filter(([, text]) => text === null).map(([key]) => key);
  if (withoutValue.length > 0) {
    return [`Null value not supported for topic configs: ${withoutValue.join(",")}`];
  }
  const isChanged = new Set(changed);
  const unknown = [...configs.keys()].filter(
    (key) => !topicConfigTable.has(key) && !internalTopicConfigs.has(key),
  );
  const errors = unknown.map((key) => `Unknown topic config name: ${key}`);
  const numbers = new Map<string, bigint>();
  const notYet: string[] = [];
  for (const [key, definition] of [...topicConfigTable, ...internalTopicConfigs]) {
    const text = configs.get(key);
    if (text === undefined || text === null) continue;
    const parsed = parseConfigValue(key, definition, text);
    if (parsed.problem !== undefined) {
      errors.push(parsed.problem);
      continue;
    }
    if (definition.type === "long") numbers.set(key, BigInt(parsed.text));
    const refusal = isChanged.has(key) ? refused(key, definition, parsed.text) : undefined;
    if (refusal !== undefined) notYet.push(refusal);
  }
  const conflict = compactionLagConflict(numbers);
  return conflict === undefined ? [...errors, ...notYet] : [...errors, conflict, ...notYet];
}

function refused(key: string, definition: ConfigDefinition, text: string): string | undefined {
  if (key === "remote.storage.enable" && text === "true") {
    // The words of a Kafka broker whose remote storage is off, which is what we are.
    return "Tiered Storage functionality is disabled in the broker. Topic cannot be configured with remote log storage.";
  }
  return notServed(key, definition, text);
}

function compactionLagConflict(numbers: ReadonlyMap<string, bigint>): string | undefined {
  const [minKey, maxKey] = ["min.compaction.lag.ms", "max.compaction.lag.ms"] as const;
  const min = numbers.get(minKey) ?? BigInt(topicConfigs[minKey].default);
  const max = numbers.get(maxKey) ?? BigInt(topicConfigs[maxKey].default);
  if (min <= max) return undefined;
  return `conflict topic config setting ${minKey} (${min}) > ${maxKey} (${max})`;
}
