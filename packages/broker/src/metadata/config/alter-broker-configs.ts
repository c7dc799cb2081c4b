import { parseConfigValue, type ConfigDefinition } from "@naru/runtime";
import {
  applyChanges,
  replaceAll,
  updatesBetween,
  type AlterRefusal,
  type AlterResult,
  type ChangedConfigs,
  type ConfigChange,
  type ConfigUpdate,
} from "./alter-configs.ts";
import { resolveBrokerConfig } from "./broker-config.ts";
import { brokerConfigTable } from "./broker-configs.ts";
import { brokenChecks } from "./config-checks.ts";
import { listenerConfigBase, type BrokerConfigLayers, type ConfigTexts } from "./config-layers.ts";
import { notServed } from "./served-values.ts";

/** Which dynamic layer a request alters: that of one broker, or the default of all. */
export type BrokerConfigScope = "broker" | "clusterDefault";

/** Key stores and trust stores change for one listener at a time. */
const securityKey = /^ssl\.(?:(?:keystore|truststore)\.|key\.password$)/;

/** Keys of one listener that may have one value for all brokers. */
const clusterWideListenerKeys: readonly string[] = [
  "max.connections",
  "max.connection.creation.rate",
  "num.network.threads",
];

/**
 * Why a resource name is not this broker; undefined for its id and for the empty name of all.
 * Kafka's sentences differ between the requests that alter and the one that describes.
 */
export function wrongBrokerName(
  name: string,
  nodeId: number,
  request: "alter" | "describe",
): AlterRefusal | undefined {
  if (name === "" || name === String(nodeId)) return undefined;
  const [who, expected] =
    request === "alter" ? ["Node", nodeId] : ["Broker", `${nodeId} or empty string`];
  const message = /^[+-]?\d+$/.test(name)
    ? `Unexpected broker id, expected ${expected}, but received ${name}`
    : `${who} id must be an integer, but it is: ${name}`;
  return { error: "INVALID_REQUEST", message };
}

/** IncrementalAlterConfigs on a broker, or on all of them. */
export function alterBrokerConfigs(
  layers: BrokerConfigLayers,
  scope: BrokerConfigScope,
  changes: readonly ConfigChange[],
): AlterResult {
  const changed = applyChanges(layers[scope], changes, {
    definitionOf: (name) => brokerConfigTable.get(name),
    notAList: (name, operation) =>
      brokerConfigTable.has(name)
        ? `Config value ${operation.toLowerCase()} is not allowed for config key: ${name}`
        : `Unknown config name: ${name}`,
  });
  return checked(layers, scope, changed);
}

/** AlterConfigs on a broker, or on all of them: what is not named is no longer set dynamically. */
export function replaceBrokerConfigs(
  layers: BrokerConfigLayers,
  scope: BrokerConfigScope,
  entries: readonly ConfigUpdate[],
): AlterResult {
  return checked(layers, scope, replaceAll(entries));
}

function checked(
  layers: BrokerConfigLayers,
  scope: BrokerConfigScope,
  changed: ChangedConfigs,
): AlterResult {
  if (changed.error !== undefined) return changed;
  const updates = updatesBetween(layers[scope], changed.configs);
  const names = [...changed.configs.keys()];
  const message =
    notAllowed(names, scope) ??
    firstWrongValue(changed.configs) ??
    firstNewlyBroken(layers, scope, changed.configs);
  if (message !== undefined) return { error: "INVALID_REQUEST", message };
  const refusal = updates.map(refused).find((found) => found !== undefined);
  if (refusal !== undefined) return { error: "INVALID_CONFIG", message: refusal };
  return { updates, notes: updates.flatMap(notesOn) };
}

/** Kafka's three rules on which key may be altered where, in its order. */
function notAllowed(names: readonly string[], scope: BrokerConfigScope): string | undefined {
  const fixed = names.filter((name) => brokerConfigTable.has(name) && !isDynamic(name));
  if (fixed.length > 0) return `Cannot update these configs dynamically: [${fixed.join(", ")}]`;
  const security = names.filter((name) => securityKey.test(name));
  if (security.length > 0) {
    return (
      "These security configs can be dynamically updated only per-listener using the listener " +
      `prefix: [${security.join(", ")}]`
    );
  }
  const perBroker = names.filter(isPerBroker);
  if (scope === "broker" || perBroker.length === 0) return undefined;
  return (
    "Cannot update these configs at default cluster level, broker id must be specified: " +
    `[${perBroker.join(", ")}]`
  );
}

function isDynamic(name: string): boolean {
  const dynamic = brokerConfigTable.get(name)?.dynamic;
  return dynamic === "cluster-wide" || dynamic === "per-broker";
}

function isPerBroker(name: string): boolean {
  if (brokerConfigTable.has(name)) return brokerConfigTable.get(name)?.dynamic === "per-broker";
  const base = listenerConfigBase(name);
  return base !== undefined && !clusterWideListenerKeys.includes(base);
}

function definitionOf(name: string): ConfigDefinition | undefined {
  return brokerConfigTable.get(name) ?? brokerConfigTable.get(listenerConfigBase(name) ?? "");
}

function firstWrongValue(configs: ConfigTexts): string | undefined {
  for (const [name, text] of configs) {
    const definition = definitionOf(name);
    const problem = definition && parseConfigValue(name, definition, text).problem;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** A rule over several values that held before this change. */
function firstNewlyBroken(
  layers: BrokerConfigLayers,
  scope: BrokerConfigScope,
  configs: ConfigTexts,
): string | undefined {
  const after = resolveBrokerConfig({ ...layers, [scope]: configs });
  const before = brokenChecks(resolveBrokerConfig(layers), { dynamic: true });
  const known = new Set(before.map(({ problem }) => problem));
  return brokenChecks(after, { dynamic: true }).find(({ problem }) => !known.has(problem))?.problem;
}

function refused({ name, value }: ConfigUpdate): string | undefined {
  const definition = definitionOf(name);
  if (value === null || definition === undefined) return undefined;
  if (!brokerConfigTable.has(name) && definition.state !== "does-not-apply") {
    return `Configuration ${name} is not served yet: settings of one listener alone are not.`;
  }
  if (name === "listeners" || name === "listener.security.protocol.map") {
    return `Configuration ${name} cannot be changed while the broker runs yet. Set it in the file and start again.`;
  }
  const parsed = parseConfigValue(name, definition, value);
  return parsed.problem === undefined ? notServed(name, definition, parsed.text) : undefined;
}

function notesOn({ name, value }: ConfigUpdate): string[] {
  if (value === null) return [];
  const definition = definitionOf(name);
  if (definition === undefined)
    return [`${name} is not a configuration of a broker: kept, unused.`];
  if (definition.state !== "does-not-apply") return [];
  return [`${name} does not apply here. ${definition.doc}`];
}
