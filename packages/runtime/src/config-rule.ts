import type { ConfigRule } from "./config-definition.ts";

/** A configuration value in code, before its key gives it a narrower type. */
export type AnyConfigValue = boolean | number | string | readonly string[];

/** A value, and the text that Kafka would write for it. */
interface ReadValue {
  readonly value: AnyConfigValue;
  readonly text: string;
}

const replicaListFormat = "[partitionId]:[brokerId],[partitionId]:[brokerId],...";

/** What a value breaks its key's rule by, in Kafka's words; undefined when it keeps it. */
export function brokenRule(key: string, rule: ConfigRule, read: ReadValue): string | undefined {
  switch (rule.kind) {
    case "range":
      return notInRange(key, rule, read);
    case "one-of":
      return notOneOf(key, rule, read.text);
    case "list-of":
      return notListOf(key, rule, read.text);
    case "non-empty":
      return empty(key, read);
    case "replica-list":
      return notReplicaList(key, read.text);
  }
}

type RuleOf<Kind extends ConfigRule["kind"]> = ConfigRule & { readonly kind: Kind };

function invalid(key: string, value: string, rule: string): string {
  return `Invalid value ${value} for configuration ${key}: ${rule}`;
}

function mustNotBeEmpty(key: string, allowed: string): string {
  return `Configuration '${key}' must not be empty. Valid values include: ${allowed}`;
}

function notInRange(key: string, rule: RuleOf<"range">, read: ReadValue): string | undefined {
  const { value, text } = read;
  if (typeof value !== "number" || value === rule.or) return undefined;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, or } = rule;
  // Kafka lets NaN pass: it is neither below nor above.
  if (!(value < min || value > max)) return undefined;
  if (or !== undefined) {
    return invalid(key, text, `Value must be between ${min} and ${max} or equal to ${or}`);
  }
  const bound = value < min ? `at least ${min}` : `no more than ${max}`;
  return invalid(key, text, `Value must be ${bound}`);
}

function notOneOf(key: string, rule: RuleOf<"one-of">, text: string): string | undefined {
  const asListed = rule.ignoreCase ? text.toUpperCase() : text;
  if (rule.values.includes(asListed)) return undefined;
  const note = rule.ignoreCase ? " (case insensitive)" : "";
  return invalid(key, text, `String must be one of${note}: ${rule.values.join(", ")}`);
}

function notListOf(key: string, rule: RuleOf<"list-of">, text: string): string | undefined {
  if (text === "") {
    return rule.nonEmpty ? mustNotBeEmpty(key, `[${rule.values.join(", ")}]`) : undefined;
  }
  const other = text.split(",").find((item) => !rule.values.includes(item));
  if (other === undefined) return undefined;
  return invalid(key, other, `String must be one of: ${rule.values.join(", ")}`);
}

function empty(key: string, { value, text }: ReadValue): string | undefined {
  if (text !== "") return undefined;
  return typeof value === "string"
    ? invalid(key, text, "String must be non-empty")
    : mustNotBeEmpty(key, "any non-empty value");
}

function notReplicaList(key: string, text: string): string | undefined {
  const items = text === "" ? [] : text.split(",");
  if (text === "*" || items.every((item) => /^\d+:\d+$/.test(item))) return undefined;
  const must = `${key} must be the literal '*' or a list of replicas in the following format: `;
  return invalid(key, `[${items.join(", ")}]`, must + replicaListFormat);
}
