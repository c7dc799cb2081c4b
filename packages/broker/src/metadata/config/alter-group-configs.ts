import { parseConfigValue } from "@naru/runtime";
import {
  applyChanges,
  replaceAll,
  updatesBetween,
  type AlterResult,
  type ChangedConfigs,
  type ConfigChange,
  type ConfigUpdate,
} from "./alter-configs.ts";
import type { BrokerConfigLayers, ConfigTexts } from "./config-layers.ts";
import { boundedGroupKeys, boundsOf, effectiveGroupText } from "./group-config.ts";
import { groupConfigTable } from "./group-configs.ts";

/** A group, which need not exist, and what counts where it sets nothing. */
export interface ConfiguredGroup {
  readonly groupId: string;
  readonly current: ConfigTexts;
  readonly layers: BrokerConfigLayers;
}

/** IncrementalAlterConfigs on a group. */
export function alterGroupConfigs(
  group: ConfiguredGroup,
  changes: readonly ConfigChange[],
): AlterResult {
  const changed = applyChanges(group.current, changes, {
    definitionOf: (name) => groupConfigTable.get(name),
    notAList: (name, operation) =>
      `Can't ${operation} to key ${name} because its type is not LIST.`,
  });
  return checked(group, changed);
}

/** AlterConfigs on a group: what is not named goes back to the broker's value. */
export function replaceGroupConfigs(
  group: ConfiguredGroup,
  entries: readonly ConfigUpdate[],
): AlterResult {
  return checked(group, replaceAll(entries));
}

function checked(
  { groupId, current, layers }: ConfiguredGroup,
  changed: ChangedConfigs,
): AlterResult {
  if (changed.error !== undefined) return changed;
  if (groupId === "") {
    return { error: "INVALID_REQUEST", message: "Default group resources are not allowed." };
  }
  const updates = updatesBetween(current, changed.configs);
  const message = wrongConfigs(changed.configs, layers) ?? refusedKey(updates);
  return message === undefined ? { updates, notes: [] } : { error: "INVALID_CONFIG", message };
}

/** In Kafka's words and order: names, values, bounds, then how values stand to each other. */
function wrongConfigs(configs: ConfigTexts, layers: BrokerConfigLayers): string | undefined {
  const unknown = [...configs.keys()].find((name) => !groupConfigTable.has(name));
  if (unknown !== undefined) return `Unknown group config name: ${unknown}`;
  for (const [name, definition] of groupConfigTable) {
    const text = configs.get(name);
    const parsed = text === undefined ? undefined : parseConfigValue(name, definition, text);
    if (parsed?.problem !== undefined) return parsed.problem;
  }
  for (const key of boundedGroupKeys) {
    const value = Number(effectiveGroupText(configs, layers, key));
    const { min, max, minKey, maxKey } = boundsOf(layers, key);
    if (value < min) return `${key} must be greater than or equal to ${minKey}`;
    if (value > max) return `${key} must be less than or equal to ${maxKey}`;
  }
  const [sessionKey, heartbeatKey] = [
    "consumer.session.timeout.ms",
    "consumer.heartbeat.interval.ms",
  ] as const;
  const sessionMs = Number(effectiveGroupText(configs, layers, sessionKey));
  const heartbeatMs = Number(effectiveGroupText(configs, layers, heartbeatKey));
  return sessionMs > heartbeatMs ? undefined : `${sessionKey} must be greater than ${heartbeatKey}`;
}

/** Keys of groups that are not served: a folder may hold them, nobody may set them here. */
function refusedKey(updates: readonly ConfigUpdate[]): string | undefined {
  for (const { name, value } of updates) {
    const definition = groupConfigTable.get(name);
    if (value !== null && definition?.state === "not-yet") {
      return `Configuration ${name} is not served yet. ${definition.doc}`;
    }
  }
  return undefined;
}
