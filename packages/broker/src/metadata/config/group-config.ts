import { parseConfigValue } from "@naru/runtime";
import { effectiveText, type BrokerConfigLayers, type ConfigTexts } from "./config-layers.ts";
import { groupConfigs, type GroupConfigKey } from "./group-configs.ts";

/** The text that holds for one key of a group, as Kafka writes it. Reading never fails. */
export function effectiveGroupText(
  overrides: ConfigTexts,
  layers: BrokerConfigLayers,
  key: GroupConfigKey,
): string {
  const definition = groupConfigs[key];
  const override = overrides.get(key);
  if (override !== undefined) {
    const parsed = parseConfigValue(key, definition, override);
    if (parsed.problem === undefined) return parsed.text;
  }
  const { brokerKey } = definition;
  return (brokerKey === null ? null : effectiveText(layers, brokerKey)) ?? definition.default;
}

/** What the members of one consumer group are told. */
export interface EffectiveGroupConfig {
  readonly consumerSessionTimeoutMs: number;
  readonly consumerHeartbeatIntervalMs: number;
  readonly consumerAssignmentIntervalMs: number;
}

/**
 * The configuration a consumer group has now. A value that was set for it when the broker's bounds
 * were others is brought inside those of today; the broker's own value is not.
 */
export function effectiveGroupConfig(
  overrides: ConfigTexts,
  layers: BrokerConfigLayers,
): EffectiveGroupConfig {
  const value = (key: ConsumerKey): number => {
    const number = Number(effectiveGroupText(overrides, layers, key));
    if (!overrides.has(key)) return number;
    const { min, max } = boundsOf(layers, key);
    return number < min ? min : Math.min(number, max);
  };
  return {
    consumerSessionTimeoutMs: value("consumer.session.timeout.ms"),
    consumerHeartbeatIntervalMs: value("consumer.heartbeat.interval.ms"),
    consumerAssignmentIntervalMs: value("consumer.assignment.interval.ms"),
  };
}

const boundKeys = {
  "consumer.heartbeat.interval.ms": [
    "group.consumer.min.heartbeat.interval.ms",
    "group.consumer.max.heartbeat.interval.ms",
  ],
  "consumer.session.timeout.ms": [
    "group.consumer.min.session.timeout.ms",
    "group.consumer.max.session.timeout.ms",
  ],
  "consumer.assignment.interval.ms": [
    "group.consumer.min.assignment.interval.ms",
    "group.consumer.max.assignment.interval.ms",
  ],
} as const;

type ConsumerKey = keyof typeof boundKeys;

/** The keys of a consumer group, in the order in which Kafka judges them. */
export const boundedGroupKeys = Object.keys(boundKeys) as readonly ConsumerKey[];

/** The broker's bounds for a group's value, and the keys that set them. */
export function boundsOf(
  layers: BrokerConfigLayers,
  key: ConsumerKey,
): { min: number; max: number; minKey: string; maxKey: string } {
  const [minKey, maxKey] = boundKeys[key];
  return {
    min: Number(effectiveText(layers, minKey)),
    max: Number(effectiveText(layers, maxKey)),
    minKey,
    maxKey,
  };
}
