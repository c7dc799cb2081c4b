import { ConfigError, type ConfigProblem } from "@naru/protocol";
import { parseConfigValue } from "@naru/runtime";
import { resolveBrokerConfig, type BrokerConfig } from "./broker-config.ts";
import { brokerConfigTable } from "./broker-configs.ts";
import { brokenChecks } from "./config-checks.ts";
import { emptyLayers, listenerConfigBase, type BrokerConfigLayers } from "./config-layers.ts";
import { resolveListeners, type BrokerListeners, type ListenerProblem } from "./listeners.ts";
import { nearestKey } from "./nearest-key.ts";
import { notServed } from "./served-values.ts";

/** One setting as a user gave it. */
export interface ConfigEntry {
  readonly key: string;
  readonly value: string;
  /** The place to look at when it is wrong: `server.properties line 12`, `--set`. */
  readonly source: string;
}

/** A broker's settings, read and checked. */
export interface ParsedBrokerConfig {
  readonly config: BrokerConfig;
  readonly listeners: BrokerListeners;
  /** What was set, as text: the lowest layer under the dynamic configurations. */
  readonly layers: BrokerConfigLayers;
  /** Lines for the log: what was set without effect, and what is unknown. */
  readonly notes: readonly string[];
}

/** Reads settings, of which a later one replaces an earlier of the same key. Throws ConfigError. */
export function parseBrokerConfig(entries: readonly ConfigEntry[]): ParsedBrokerConfig {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const findings = [...byKey.values()].map(judge);
  const problems = findings.flatMap(({ problem }) => problem ?? []);
  const notes = findings.flatMap(({ note }) => note ?? []);

  const fixed = new Map([...byKey.values()].map(({ key, value }) => [key, value.trim()]));
  const layers = { ...emptyLayers, fixed };
  const config = resolveBrokerConfig(layers);
  const sourceOf = (keys: readonly string[]): string =>
    keys.map((key) => byKey.get(key)?.source).find((source) => source !== undefined) ?? "default";
  const blame = (keys: readonly string[], problem: string): void => {
    const [key = ""] = keys;
    problems.push({ key, source: sourceOf(keys), problem });
  };

  for (const { keys, problem } of [
    ...clashes(fixed),
    ...brokenChecks(config, { dynamic: false }),
  ]) {
    blame(keys, problem);
  }
  const listenerProblems: ListenerProblem[] = [];
  const mapIsSet = fixed.has("listener.security.protocol.map");
  const listeners = resolveListeners(config, { mapIsSet, problems: listenerProblems });
  for (const { key, problem } of listenerProblems) blame([key], problem);
  if (problems.length > 0) throw new ConfigError(problems);
  return { config, listeners, layers, notes: [...notes, ...combinedNotes(config, listeners)] };
}

interface Finding {
  readonly problem?: ConfigProblem;
  readonly note?: string;
}

/** What there is to say of one setting alone. */
function judge({ key, value, source }: ConfigEntry): Finding {
  const definition = brokerConfigTable.get(key);
  if (definition === undefined || definition.dynamicOnly) return judgeOther({ key, value, source });
  const parsed = parseConfigValue(key, definition, value);
  const problem = parsed.problem ?? notServed(key, definition, parsed.text);
  if (problem !== undefined) return { problem: { key, source, problem } };
  if (definition.state !== "does-not-apply") return {};
  return { note: `${source}: ${key} does not apply here. ${definition.doc}` };
}

/** A key that no table has: of one listener, or unknown. */
function judgeOther({ key, source }: ConfigEntry): Finding {
  const base = listenerConfigBase(key);
  const definition = base === undefined ? undefined : brokerConfigTable.get(base);
  if (definition === undefined) {
    const nearest = nearestKey(key, brokerConfigTable.keys());
    const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
    return { note: `${source}: ${key} is not a configuration of a broker and is ignored.${hint}` };
  }
  if (definition.state === "does-not-apply") {
    return { note: `${source}: ${key} does not apply here. ${definition.doc}` };
  }
  const problem = `Configuration ${key} is not served yet: settings of one listener alone are not.`;
  return { problem: { key, source, problem } };
}

/** Keys that may not both be set, or not with different values. */
function clashes(fixed: ReadonlyMap<string, string>): { keys: string[]; problem: string }[] {
  const found: { keys: string[]; problem: string }[] = [];
  const [nodeId, brokerId] = [fixed.get("node.id"), fixed.get("broker.id")];
  if (nodeId !== undefined && brokerId !== undefined && nodeId !== brokerId) {
    const problem = "You must set `node.id` to the same value as `broker.id`.";
    found.push({ keys: ["node.id"], problem });
  }
  const inter = ["inter.broker.listener.name", "security.inter.broker.protocol"];
  if (inter.every((key) => fixed.has(key))) {
    found.push({ keys: inter, problem: `Only one of ${inter.join(" and ")} should be set.` });
  }
  return found;
}

function combinedNotes(config: BrokerConfig, listeners: BrokerListeners): string[] {
  const notes = listeners.controllerListeners.map(
    ({ listenerName, port }) =>
      `listener ${listenerName} (port ${port}) is not opened: broker and controller share one process.`,
  );
  const { brokerHeartbeatIntervalMs: heartbeatMs, brokerSessionTimeoutMs: sessionMs } = config;
  if (heartbeatMs > sessionMs / 2) {
    notes.push(
      `broker.heartbeat.interval.ms (${heartbeatMs} ms) is more than half of ` +
        `broker.session.timeout.ms (${sessionMs} ms): one late heartbeat fences the broker.`,
    );
  }
  return notes;
}
