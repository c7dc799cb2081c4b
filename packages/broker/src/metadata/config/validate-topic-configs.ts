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

const definitions: ReadonlyMap<string, ConfigDefinition> = new Map([
  ...topicConfigTable,
  ...internalTopicConfigs,
]);

/** In the order in which Kafka defines the keys: of several wrong values it names the first. */
export const validationOrder: readonly string[] = [
  "segment.bytes",
  "segment.ms",
  "segment.jitter.ms",
  "segment.index.bytes",
  "flush.messages",
  "flush.ms",
  "retention.bytes",
  "retention.ms",
  "max.message.bytes",
  "index.interval.bytes",
  "delete.retention.ms",
  "min.compaction.lag.ms",
  "max.compaction.lag.ms",
  "file.delete.delay.ms",
  "min.cleanable.dirty.ratio",
  "cleanup.policy",
  "unclean.leader.election.enable",
  "min.insync.replicas",
  "compression.type",
  "compression.gzip.level",
  "compression.lz4.level",
  "compression.zstd.level",
  "preallocate",
  "message.timestamp.type",
  "message.timestamp.before.max.ms",
  "message.timestamp.after.max.ms",
  "leader.replication.throttled.replicas",
  "follower.replication.throttled.replicas",
  "remote.storage.enable",
  "local.retention.ms",
  "local.retention.bytes",
  "remote.log.copy.disable",
  "remote.log.delete.on.disable",
  "internal.segment.bytes",
];

/**
 * What is wrong with the overrides of a topic, in Kafka's words and order: unknown names, then each
 * value in `validationOrder`, then values that contradict each other. Kafka answers the first.
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
  const unknown = [...configs.keys()].filter((key) => !definitions.has(key));
  const errors = unknown.map((key) => `Unknown topic config name: ${key}`);
  const numbers = new Map<string, bigint>();
  const notYet: string[] = [];
  for (const key of validationOrder) {
    const definition = definitions.get(key);
    const text = configs.get(key);
    if (definition === undefined || text === undefined || text === null) continue;
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
