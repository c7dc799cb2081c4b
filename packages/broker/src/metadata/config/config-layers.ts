import { parseConfigValue } from "@naru/runtime";
import { brokerConfigs, brokerConfigTable, type BrokerConfigKey } from "./broker-configs.ts";

/** Configuration as keys and texts, the way records and files hold it. */
export type ConfigTexts = ReadonlyMap<string, string>;

/**
 * Where a broker's values come from. The first layer that has a key wins: broker (dynamic, for this
 * one), clusterDefault (dynamic, for all), fixed (file and flags), then the default of the table.
 */
export interface BrokerConfigLayers {
  readonly broker: ConfigTexts;
  readonly clusterDefault: ConfigTexts;
  readonly fixed: ConfigTexts;
}

/** The layers of a broker of which nothing is set. */
export const emptyLayers: BrokerConfigLayers = {
  broker: new Map(),
  clusterDefault: new Map(),
  fixed: new Map(),
};

interface Synonym {
  readonly key: BrokerConfigKey;
  readonly unitMs: number;
}

const inMs = (key: BrokerConfigKey): Synonym => ({ key, unitMs: 1 });
const inMinutes = (key: BrokerConfigKey): Synonym => ({ key, unitMs: 60_000 });
const inHours = (key: BrokerConfigKey): Synonym => ({ key, unitMs: 3_600_000 });

/** Keys that say the same thing, perhaps in another unit: the first one that is set counts. */
const synonymGroups: readonly (readonly Synonym[])[] = [
  [inMs("log.roll.ms"), inHours("log.roll.hours")],
  [inMs("log.roll.jitter.ms"), inHours("log.roll.jitter.hours")],
  [inMs("log.retention.ms"), inMinutes("log.retention.minutes"), inHours("log.retention.hours")],
  [inMs("log.flush.interval.ms"), inMs("log.flush.scheduler.interval.ms")],
];

/** The keys that DescribeConfigs looks at for one key, as Kafka does: its whole group, in order. */
export function brokerSynonyms(name: string): readonly string[] {
  const group = synonymGroups.find((synonyms) => synonyms.some(({ key }) => key === name));
  if (group !== undefined) return group.map(({ key }) => key);
  const base = listenerConfigBase(name);
  return base === undefined ? [name] : [name, base];
}

/** `max.connections` of `listener.name.external.max.connections`; undefined without that prefix. */
export function listenerConfigBase(name: string): string | undefined {
  const base = /^listener\.name\.[^.]*\.(.*)$/.exec(name)?.[1];
  if (base === undefined || brokerConfigTable.has(base)) return base;
  // SASL keys carry the mechanism, too: `listener.name.internal.plain.sasl.jaas.config`.
  const afterMechanism = base.slice(base.indexOf(".") + 1);
  return brokerConfigTable.has(afterMechanism) ? afterMechanism : base;
}

/**
 * The value that holds for one key, as Kafka writes it. A text that does not read as a value is
 * passed over: records may hold what an older or newer broker wrote, and reading never fails.
 */
export function effectiveText(layers: BrokerConfigLayers, key: BrokerConfigKey): string | null {
  const definition = brokerConfigs[key];
  for (const layer of [layers.broker, layers.clusterDefault, layers.fixed]) {
    const text = layer.get(key);
    if (text === undefined) continue;
    const parsed = parseConfigValue(key, definition, text);
    if (parsed.problem === undefined) return parsed.text;
  }
  return definition.default;
}

/** The same, after the keys of a group have been asked in order; a negative retention is -1. */
export function resolvedText(layers: BrokerConfigLayers, key: BrokerConfigKey): string | null {
  if (key === "log.dirs") return effectiveText(layers, key) ?? effectiveText(layers, "log.dir");
  if (key === "node.id" || key === "broker.id") return nodeIdText(layers);
  const group = synonymGroups.find((synonyms) => synonyms[0]?.key === key);
  if (group === undefined) return effectiveText(layers, key);
  for (const { key: synonym, unitMs } of group) {
    const text = effectiveText(layers, synonym);
    if (text === null) continue;
    if (key === "log.retention.ms" && text.startsWith("-")) return "-1";
    return unitMs === 1 ? text : String(Number(text) * unitMs);
  }
  return null;
}

function nodeIdText(layers: BrokerConfigLayers): string | null {
  const onlyBrokerId = layers.fixed.has("broker.id") && !layers.fixed.has("node.id");
  return effectiveText(layers, onlyBrokerId ? "broker.id" : "node.id");
}
