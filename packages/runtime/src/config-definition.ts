/**
 * The kit that defines a configuration key once: types, validation, errors, DescribeConfigs and the
 * reference pages all come from tables of these.
 */

/** Kafka's own names for what a value may be. */
export type ConfigType =
  | "boolean"
  | "string"
  | "int"
  | "short"
  | "long"
  | "double"
  | "list"
  | "class"
  | "password";

/** What Naru does with a key (the third state is refused by name when set to other than its default). */
export type ConfigState = "has-effect" | "does-not-apply" | "not-yet";

export interface ConfigDefinition {
  readonly type: ConfigType;
  /** As Kafka writes it in a properties file; null when there is none. */
  readonly default: string | null;
  readonly importance: "high" | "medium" | "low";
  readonly state: ConfigState;
  /** Our own words: what it does here, or why it does not apply, or what is missing. */
  readonly doc: string;
  /** The values allowed, checked on every way in. */
  readonly valid?: ConfigRule;
  /** May change while the broker runs (Kafka's dynamic broker configurations). */
  readonly dynamic?: "read-only" | "per-broker" | "cluster-wide";
}

export type ConfigRule =
  | { readonly kind: "range"; readonly min?: number; readonly max?: number }
  | { readonly kind: "one-of"; readonly values: readonly string[] }
  | { readonly kind: "list-of"; readonly values: readonly string[] }
  | { readonly kind: "non-empty" };

/** `retention.ms` in files and on the wire is `retentionMs` in code. */
export type CamelCase<Key extends string> = Key extends `${infer Head}.${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Key extends `${infer Head}_${infer Tail}`
    ? `${Head}${Capitalize<CamelCase<Tail>>}`
    : Key;
