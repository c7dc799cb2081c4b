import { parseConfigValue, type ConfigDefinition, type ConfigType } from "@naru/runtime";
import { brokerConfigs, brokerConfigTable, type BrokerConfigKey } from "./broker-configs.ts";
import {
  brokerSynonyms,
  effectiveText,
  listenerConfigBase,
  type BrokerConfigLayers,
  type ConfigTexts,
} from "./config-layers.ts";
import { effectiveGroupText } from "./group-config.ts";
import { groupConfigs, type GroupConfigDefinition, type GroupConfigKey } from "./group-configs.ts";
import { effectiveTopicText, type TopicConfigKey } from "./topic-config.ts";
import { topicConfigs, type TopicConfigDefinition } from "./topic-configs.ts";
import { internalTopicConfigs } from "./validate-topic-configs.ts";

/** Where a value comes from, as numbers of the wire. */
export const configSources = {
  DYNAMIC_TOPIC_CONFIG: 1,
  DYNAMIC_BROKER_CONFIG: 2,
  DYNAMIC_DEFAULT_BROKER_CONFIG: 3,
  STATIC_BROKER_CONFIG: 4,
  DEFAULT_CONFIG: 5,
  GROUP_CONFIG: 8,
} as const;

const typeCodes: Readonly<Record<ConfigType, number>> = {
  boolean: 1,
  string: 2,
  int: 3,
  short: 4,
  long: 5,
  double: 6,
  list: 7,
  class: 8,
  password: 9,
};
const UNKNOWN_TYPE = 0;

/** One place that gives a value to a described key. */
export interface DescribedSynonym {
  readonly name: string;
  readonly value: string | null;
  readonly source: number;
}

/** One key as DescribeConfigs answers it, with the field names of the message. */
export interface DescribedConfig {
  readonly name: string;
  /** Null for no value, and for every sensitive one. */
  readonly value: string | null;
  readonly readOnly: boolean;
  readonly configSource: number;
  readonly isSensitive: boolean;
  /** Nearest first; the first one is where the value comes from. */
  readonly synonyms: readonly DescribedSynonym[];
  readonly configType: number;
  readonly documentation: string | null;
}

/** The keys of a topic: 33, and what else its overrides hold. */
export function describeTopicConfigs(
  overrides: ConfigTexts,
  layers: BrokerConfigLayers,
): DescribedConfig[] {
  const keys = Object.keys(topicConfigs) as TopicConfigKey[];
  const known = keys.map((key) => describeTopicKey(key, overrides, layers));
  const others = [...overrides].filter(([key]) => !Object.hasOwn(topicConfigs, key));
  return [...known, ...others.map(([key, text]) => describeOtherOverride(key, text))];
}

function describeTopicKey(
  name: TopicConfigKey,
  overrides: ConfigTexts,
  layers: BrokerConfigLayers,
): DescribedConfig {
  const definition: TopicConfigDefinition = topicConfigs[name];
  const { brokerKey } = definition;
  const synonyms = brokerKey === null ? [] : synonymsOf(brokerKey, layers);
  const override = overrides.get(name);
  if (override !== undefined) {
    const text = asWritten(name, definition, override);
    synonyms.unshift({ name, value: text, source: configSources.DYNAMIC_TOPIC_CONFIG });
  }
  const value = effectiveTopicText(overrides, layers, name);
  return described({ name, value, synonyms, definition, readOnly: false });
}

/** The keys of a group, whether there is one of that name or not: 17, and what else was set. */
export function describeGroupConfigs(
  overrides: ConfigTexts,
  layers: BrokerConfigLayers,
): DescribedConfig[] {
  const keys = Object.keys(groupConfigs) as GroupConfigKey[];
  const known = keys.map((name) => {
    const definition: GroupConfigDefinition = groupConfigs[name];
    const synonyms = groupKeyDefaults(name, definition, layers);
    const value = effectiveGroupText(overrides, layers, name);
    if (overrides.has(name)) {
      synonyms.unshift({ name, value, source: configSources.GROUP_CONFIG });
    }
    return described({ name, value, synonyms, definition, readOnly: false });
  });
  const others = [...overrides].filter(([key]) => !Object.hasOwn(groupConfigs, key));
  return [...known, ...others.map(([key, value]) => otherGroupKey(key, value))];
}

function groupKeyDefaults(
  name: string,
  { brokerKey, default: text }: GroupConfigDefinition,
  layers: BrokerConfigLayers,
): DescribedSynonym[] {
  if (brokerKey !== null) return synonymsOf(brokerKey, layers);
  return [{ name, value: text, source: configSources.DEFAULT_CONFIG }];
}

function otherGroupKey(name: string, value: string): DescribedConfig {
  const synonyms = [{ name, value, source: configSources.GROUP_CONFIG }];
  return described({ name, value, synonyms, definition: undefined, readOnly: false });
}

/** Of an override of a newer Kafka the name is shown, but not the value. */
function describeOtherOverride(name: string, value: string): DescribedConfig {
  const synonyms = [{ name, value, source: configSources.DYNAMIC_TOPIC_CONFIG }];
  const definition = internalTopicConfigs.get(name);
  return described({ name, value, synonyms, definition, readOnly: false });
}

/** The keys of one broker: all documented ones, and what else was set. */
export function describeBrokerConfigs(layers: BrokerConfigLayers): DescribedConfig[] {
  const documented = [...brokerConfigTable].filter(
    ([, definition]) => definition.internal !== true && definition.dynamicOnly !== true,
  );
  const set = [layers.fixed, layers.clusterDefault, layers.broker].flatMap((layer) => [
    ...layer.keys(),
  ]);
  const names = new Set([...documented.map(([name]) => name), ...set]);
  return [...names].map((name) => describeBrokerKey(name, layers));
}

/** The keys that are set for all brokers: the answer for a broker without a name. */
export function describeClusterDefaults(layers: BrokerConfigLayers): DescribedConfig[] {
  const source = configSources.DYNAMIC_DEFAULT_BROKER_CONFIG;
  return [...layers.clusterDefault].map(([name, value]) => {
    const synonyms = synonymsOf(name, layers).filter((synonym) => synonym.source === source);
    return described({ name, value, synonyms, ...brokerKeyFacts(name) });
  });
}

function describeBrokerKey(name: string, layers: BrokerConfigLayers): DescribedConfig {
  const value = Object.hasOwn(brokerConfigs, name)
    ? effectiveText(layers, name as BrokerConfigKey)
    : (layers.broker.get(name) ??
      layers.clusterDefault.get(name) ??
      layers.fixed.get(name) ??
      null);
  return described({ name, value, synonyms: synonymsOf(name, layers), ...brokerKeyFacts(name) });
}

interface KeyFacts {
  readonly definition: ConfigDefinition | undefined;
  readonly readOnly: boolean;
}

function brokerKeyFacts(name: string): KeyFacts {
  const exact = brokerConfigTable.get(name);
  const base = listenerConfigBase(name);
  const definition = exact ?? (base === undefined ? undefined : brokerConfigTable.get(base));
  return { definition, readOnly: exact?.dynamic === undefined || exact.dynamic === "read-only" };
}

/**
 * Every place that gives one of a key's synonyms a value, nearest first. What stands before the
 * first mention of the key itself is left out, as Kafka does: log.retention.hours alone says
 * nothing under log.retention.ms.
 */
function synonymsOf(key: string, layers: BrokerConfigLayers): DescribedSynonym[] {
  const names = brokerSynonyms(key);
  const isSensitive = names.some((name) => isSecret(brokerConfigTable.get(name)));
  const places: readonly [number, (name: string) => string | null | undefined][] = [
    [configSources.DYNAMIC_BROKER_CONFIG, (name) => layers.broker.get(name)],
    [configSources.DYNAMIC_DEFAULT_BROKER_CONFIG, (name) => layers.clusterDefault.get(name)],
    [configSources.STATIC_BROKER_CONFIG, (name) => layers.fixed.get(name)],
    [configSources.DEFAULT_CONFIG, (name) => brokerConfigTable.get(name)?.default],
  ];
  const all = places.flatMap(([source, textOf]) =>
    names.flatMap((name) => {
      const value = textOf(name);
      if (value === undefined || value === null) return [];
      return [{ name, value: isSensitive ? null : value, source }];
    }),
  );
  const first = all.findIndex(({ name }) => name === key);
  return first === -1 ? [] : all.slice(first);
}

/** A key that no table knows may hold a secret, too. */
function isSecret(definition: ConfigDefinition | undefined): boolean {
  return definition === undefined || definition.type === "password";
}

function described({
  name,
  value,
  synonyms,
  definition,
  readOnly,
}: KeyFacts & {
  readonly name: string;
  readonly value: string | null;
  readonly synonyms: readonly DescribedSynonym[];
}): DescribedConfig {
  const isSensitive = isSecret(definition);
  return {
    name,
    value: isSensitive ? null : asWritten(name, definition, value),
    readOnly,
    configSource: synonyms[0]?.source ?? configSources.DEFAULT_CONFIG,
    isSensitive,
    synonyms: isSensitive ? synonyms.map((synonym) => ({ ...synonym, value: null })) : synonyms,
    configType: definition === undefined ? UNKNOWN_TYPE : typeCodes[definition.type],
    documentation: definition?.doc ?? null,
  };
}

function asWritten(
  name: string,
  definition: ConfigDefinition | undefined,
  value: string | null,
): string | null {
  if (value === null || definition === undefined) return value;
  const parsed = parseConfigValue(name, definition, value);
  return parsed.problem === undefined ? parsed.text : value;
}
