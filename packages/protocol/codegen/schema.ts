/** An inclusive range of versions. `high` is Infinity for "3+"; an empty range has high < low. */
export interface Versions {
  readonly low: number;
  readonly high: number;
}

/** Versions of something that no version has. */
export const NO_VERSIONS: Versions = { low: 0, high: -1 };

/** Reads "none", "3", "3+" or "3-5". */
export function parseVersions(text: string): Versions {
  if (text === "none") return NO_VERSIONS;
  const match = /^(\d+)(\+|-(\d+))?$/.exec(text);
  if (match === null) throw new Error(`versions "${text}": expected none, 3, 3+ or 3-5.`);
  const low = Number(match[1]);
  if (match[2] === "+") return { low, high: Infinity };
  return { low, high: match[3] === undefined ? low : Number(match[3]) };
}

export function intersect(a: Versions, b: Versions): Versions {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}

export function isEmpty(versions: Versions): boolean {
  return versions.high < versions.low;
}

export function contains(versions: Versions, version: number): boolean {
  return version >= versions.low && version <= versions.high;
}

/** Whether `outer` has every version of `inner`. */
export function covers(outer: Versions, inner: Versions): boolean {
  return isEmpty(inner) || (outer.low <= inner.low && outer.high >= inner.high);
}

export const primitives = [
  "bool",
  "int8",
  "int16",
  "int32",
  "int64",
  "uint16",
  "uint32",
  "float64",
  "string",
  "bytes",
  "records",
  "uuid",
] as const;

export type Primitive = (typeof primitives)[number];

/** The type of a field, or of an array's elements: a primitive, or a struct by name. */
export type ElementType = { readonly primitive: Primitive } | { readonly struct: string };

export interface Field {
  readonly name: string;
  readonly type: ElementType;
  readonly array: boolean;
  readonly versions: Versions;
  readonly nullable: Versions;
  /** Undefined when the schema names none: the type's own default applies. */
  readonly default: DefaultValue | undefined;
  readonly tag: number | undefined;
  /** A version that lacks the field drops it silently when it is set; else that is an error. */
  readonly ignorable: boolean;
  /** Kafka keeps the array that holds this field's struct in a map under it; no effect on bytes. */
  readonly mapKey: boolean;
  /** Written without compact lengths even in flexible versions. */
  readonly classic: boolean;
  /** What the value names, such as topicName; no effect on bytes. */
  readonly entity: string | undefined;
  /** 64 bits that are no number: kept as bigint. */
  readonly opaque: boolean;
  readonly doc: string | undefined;
}

/** The default of a field. "max" is Long.MAX_VALUE used as a sentinel. */
export type DefaultValue = null | boolean | number | string | typeof INT64_MAX;
export const INT64_MAX: unique symbol = Symbol("max");

export interface Struct {
  readonly name: string;
  readonly versions: Versions;
  readonly fields: readonly Field[];
}

export const messageKinds = [
  "request",
  "response",
  "header",
  "data",
  "metadata",
  "coordinator-key",
  "coordinator-value",
] as const;

export type MessageKind = (typeof messageKinds)[number];

/** One message: its own fields, and its structs by name. */
export interface Message extends Struct {
  readonly kind: MessageKind;
  readonly key: number | undefined;
  readonly flexible: Versions;
  readonly latestVersionUnstable: boolean;
  readonly listeners: readonly string[];
  readonly structs: ReadonlyMap<string, Struct>;
  /** Structs used in more than one place. They stand apart in the schema file. */
  readonly shared: ReadonlySet<string>;
  readonly doc: readonly string[];
}

/** One schema file: an API's request and response, a record's key and value, or one message. */
export interface SchemaFile {
  /** The folder: api, metadata, group, ... */
  readonly group: string;
  /** The file name without its ending, such as "fetch". */
  readonly name: string;
  readonly messages: readonly Message[];
}

/** Whether tagged fields that we do not know are kept, to be written again byte for byte. */
export function keepsUnknownTags(message: Message): boolean {
  return !["request", "response", "header"].includes(message.kind);
}
