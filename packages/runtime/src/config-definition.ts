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

/**
 * What Naru does with a key (the third state is refused by name when set to other than its
 * default).
 */
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
  /** Values that Kafka allows and Naru does not serve yet: refused by name on every way in. */
  readonly notYetValues?: readonly string[];
  /** May change while the broker runs (Kafka's dynamic broker configurations). */
  readonly dynamic?: "read-only" | "per-broker" | "cluster-wide";
  /** Can be set while the broker runs only; in a properties file it is an unknown key. */
  readonly dynamicOnly?: true;
  /** One of the keys that Kafka keeps out of its documentation and of what it describes unasked. */
  readonly internal?: true;
}

export type ConfigRule =
  /** `or` is one more value that is allowed outside the range. */
  | { readonly kind: "range"; readonly min?: number; readonly max?: number; readonly or?: number }
  | { readonly kind: "one-of"; readonly values: readonly string[]; readonly ignoreCase?: true }
  | { readonly kind: "list-of"; readonly values: readonly string[]; readonly nonEmpty?: true }
  | { readonly kind: "non-empty" }
  /** `*`, or `partition:broker` pairs. */
  | { readonly kind: "replica-list" };

/** `retention.ms` in files and on the wire is `retentionMs` in code. */
export type CamelCase<Key extends string> = Key extends `${infer Head}.${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Key extends `${infer Head}_${infer Tail}`
    ? `${Head}${Capitalize<CamelCase<Tail>>}`
    : Key;

type SetValue<Definition extends ConfigDefinition> = Definition["type"] extends "boolean"
  ? boolean
  : Definition["type"] extends "int" | "short" | "long" | "double"
    ? number
    : Definition["type"] extends "list"
      ? readonly string[]
      : Definition["valid"] extends { kind: "one-of"; values: readonly (infer Value)[] }
        ? Value
        : string;

/** The type of one key's value in code: a key without a default may be null. */
export type ConfigValue<Definition extends ConfigDefinition> =
  | SetValue<Definition>
  | (Definition["default"] extends null ? null : never);

/** The option type of a whole table, with the keys in camel case. */
export type ConfigValues<Table extends Readonly<Record<string, ConfigDefinition>>> = {
  readonly [Key in keyof Table & string as CamelCase<Key>]: ConfigValue<Table[Key]>;
};
