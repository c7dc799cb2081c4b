import { toConfigValues } from "@naru/runtime";
import { brokerConfigs, type BrokerConfigKey, type BrokerConfigValues } from "./broker-configs.ts";
import { resolvedText, type BrokerConfigLayers } from "./config-layers.ts";

type ResolvedMs = "logRollMs" | "logRollJitterMs" | "logRetentionMs" | "logFlushIntervalMs";

/**
 * Every value of a broker after its layers and its synonyms have been resolved. `logDirs` and the
 * keys in milliseconds above are never null; a `logRetentionMs` of -1 is for ever.
 */
export type BrokerConfig = Omit<BrokerConfigValues, ResolvedMs | "logDirs"> & {
  readonly [Key in ResolvedMs]: number;
} & { readonly logDirs: readonly string[] };

/** What holds now; ask again when a dynamic configuration has changed. */
export function resolveBrokerConfig(layers: BrokerConfigLayers): BrokerConfig {
  const textOf = (key: BrokerConfigKey): string | null => resolvedText(layers, key);
  // The keys of ResolvedMs and logDirs all end in a key that has a default.
  return toConfigValues(brokerConfigs, textOf) as BrokerConfig;
}

/** Reads `max.connections.per.ip.overrides`; undefined when it is not `address:count,...`. */
export function parseConnectionOverrides(text: string): ReadonlyMap<string, number> | undefined {
  const overrides = new Map<string, number>();
  for (const item of text.split(",").map((part) => part.trim())) {
    if (item === "") continue;
    // The last colon, because an IPv6 address has its own.
    const match = /^(.+):\s*(\d{1,10})$/.exec(item);
    if (match?.[1] === undefined) return undefined;
    overrides.set(match[1].trim(), Number(match[2]));
  }
  return overrides;
}
