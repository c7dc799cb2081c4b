import type { ConfigDefinition } from "@naru/runtime";
import type { ConfigTexts } from "./config-layers.ts";

/** What IncrementalAlterConfigs does to one key; the wire has these as 0 to 3. */
export const alterOperations = ["SET", "DELETE", "APPEND", "SUBTRACT"] as const;

/** One of `alterOperations`. */
export type AlterOperation = (typeof alterOperations)[number];

/** One change that a request asks for. */
export interface ConfigChange {
  readonly name: string;
  readonly operation: AlterOperation;
  readonly value: string | null;
}

/** One change to write down as a ConfigRecord; null removes the key. */
export interface ConfigUpdate {
  readonly name: string;
  readonly value: string | null;
}

/** A refusal with the name of the wire's error and Kafka's words. */
export interface AlterRefusal {
  readonly error: "INVALID_CONFIG" | "INVALID_REQUEST" | "INVALID_TOPIC_EXCEPTION";
  readonly message: string;
}

/** What a request leads to: the updates that make a difference, or why there are none. */
export type AlterResult =
  | AlterRefusal
  | {
      readonly error?: undefined;
      readonly updates: readonly ConfigUpdate[];
      /** Lines for the log, on keys that have no effect here. */
      readonly notes: readonly string[];
    };

/** The configuration after the changes, or why they cannot be made. */
export type ChangedConfigs =
  | AlterRefusal
  | { readonly error?: undefined; readonly configs: ReadonlyMap<string, string> };

/** Applies changes to what is set now, without a look at what the values mean. */
export function applyChanges(
  current: ConfigTexts,
  changes: readonly ConfigChange[],
  {
    definitionOf,
    notAList,
  }: {
    readonly definitionOf: (name: string) => ConfigDefinition | undefined;
    /** Kafka's sentence differs between topics and brokers. */
    readonly notAList: (name: string, operation: "APPEND" | "SUBTRACT") => string;
  },
): ChangedConfigs {
  const refusal = wrongRequest(changes);
  if (refusal !== undefined) return refusal;
  const configs = new Map(current);
  for (const { name, operation, value } of changes) {
    if (operation === "DELETE") {
      configs.delete(name);
    } else if (operation === "SET") {
      configs.set(name, value ?? "");
    } else {
      const definition = definitionOf(name);
      if (definition?.type !== "list") {
        return { error: "INVALID_CONFIG", message: notAList(name, operation) };
      }
      const before = configs.get(name) ?? definition.default ?? "";
      configs.set(name, changeList(before, operation, value ?? ""));
    }
  }
  return { configs };
}

/** The same answer for the older AlterConfigs, whose entries replace everything that was set. */
export function replaceAll(entries: readonly ConfigUpdate[]): ChangedConfigs {
  const changes = entries.map(({ name, value }) => ({ name, value, operation: "SET" as const }));
  const refusal = wrongRequest(changes);
  if (refusal !== undefined) return refusal;
  return { configs: new Map(entries.map(({ name, value }) => [name, value ?? ""])) };
}

/** What differs between two configurations, as records to write. */
export function updatesBetween(before: ConfigTexts, after: ConfigTexts): ConfigUpdate[] {
  const set = [...after].filter(([name, value]) => before.get(name) !== value);
  const removed = [...before.keys()].filter((name) => !after.has(name));
  return [
    ...set.map(([name, value]) => ({ name, value })),
    ...removed.map((name) => ({ name, value: null })),
  ];
}

function wrongRequest(changes: readonly ConfigChange[]): AlterRefusal | undefined {
  if (new Set(changes.map(({ name }) => name)).size < changes.length) {
    return { error: "INVALID_REQUEST", message: "Error due to duplicate config keys" };
  }
  const withoutValue = changes.filter(
    ({ operation, value }) => operation !== "DELETE" && value === null,
  );
  if (withoutValue.length === 0) return undefined;
  const names = withoutValue.map(({ name }) => name).join(",");
  return { error: "INVALID_REQUEST", message: `Null value not supported for : ${names}` };
}

/** Appends what is not there yet, or takes away what is. */
export function changeList(
  before: string,
  operation: "APPEND" | "SUBTRACT",
  value: string,
): string {
  const items = splitList(before);
  for (const item of splitList(value)) {
    const index = items.indexOf(item);
    if (operation === "APPEND" && index === -1) items.push(item);
    if (operation === "SUBTRACT" && index !== -1) items.splice(index, 1);
  }
  return items.join(",");
}

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
