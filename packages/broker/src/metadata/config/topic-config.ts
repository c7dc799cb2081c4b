import { parseConfigValue, toConfigValues, type ConfigValues } from "@naru/runtime";
import { brokerConfigTable, type BrokerConfigKey } from "./broker-configs.ts";
import { resolvedText, type BrokerConfigLayers, type ConfigTexts } from "./config-layers.ts";
import { topicConfigs } from "./topic-configs.ts";

/** A key of `topicConfigs`. */
export type TopicConfigKey = keyof typeof topicConfigs;

/** Every value of one topic after its overrides, the broker's layers and the defaults. */
export type TopicConfig = ConfigValues<typeof topicConfigs>;

/** The text that holds for one key of a topic, as Kafka writes it. Reading never fails. */
export function effectiveTopicText(
  overrides: ConfigTexts,
  layers: BrokerConfigLayers,
  key: TopicConfigKey,
): string | null {
  const definition = topicConfigs[key];
  const override = overrides.get(key);
  if (override !== undefined) {
    const parsed = parseConfigValue(key, definition, override);
    if (parsed.problem === undefined) return parsed.text;
  }
  const { brokerKey } = definition;
  if (brokerKey === null) return definition.default;
  return resolvedText(layers, brokerKey satisfies BrokerConfigKey) ?? definition.default;
}

/** The configuration a topic has now: its overrides over the broker's values for all topics. */
export function effectiveTopicConfig(
  overrides: ConfigTexts,
  layers: BrokerConfigLayers,
): TopicConfig {
  const values = toConfigValues(topicConfigs, (key) => effectiveTopicText(overrides, layers, key));
  // Kafka's own tests cut segments smaller than segment.bytes allows with this undocumented key.
  const internalBytes = Number(overrides.get("internal.segment.bytes"));
  return Number.isSafeInteger(internalBytes) && internalBytes > 0
    ? { ...values, segmentBytes: internalBytes }
    : values;
}

/** Topic keys whose value follows from a broker key, so that a change of it reaches open logs. */
export function topicKeysOf(brokerKey: string): readonly TopicConfigKey[] {
  if (!brokerConfigTable.has(brokerKey)) return [];
  const keys = Object.keys(topicConfigs) as TopicConfigKey[];
  return keys.filter((key) => topicConfigs[key].brokerKey === brokerKey);
}
