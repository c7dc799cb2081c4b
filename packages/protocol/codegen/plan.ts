/** What the emitters ask about a message: ranges, names, and conditions on the version. */
import {
  INT64_MAX,
  contains,
  covers,
  intersect,
  isEmpty,
  keepsUnknownTags,
  type Field,
  type Message,
  type Primitive,
  type Struct,
  type Versions,
} from "./schema.ts";

/** A struct (or the message itself) with the versions in which it can occur. */
export interface PlannedStruct {
  readonly message: Message;
  readonly struct: Struct;
  readonly isTop: boolean;
  /** The TypeScript name: the message's own, or the message's and the struct's together. */
  readonly typeName: string;
  readonly range: Versions;
  /** "true", "false", or "flexible" when it depends on the version. */
  readonly flexible: "true" | "false" | "flexible";
  readonly keepsTags: boolean;
  readonly fields: readonly Field[];
  readonly tagged: readonly Field[];
  readonly untagged: readonly Field[];
}

/** The message and its structs, the message last, so that each stands after what it uses. */
export function planMessage(message: Message): PlannedStruct[] {
  const ranges = new Map<string, Versions>();
  const visit = (struct: Struct, range: Versions): void => {
    for (const field of struct.fields) {
      if (!("struct" in field.type)) continue;
      const used = intersect(range, field.versions);
      if (isEmpty(used)) continue;
      const name = field.type.struct;
      const known = ranges.get(name);
      const hull = known === undefined ? used : union(known, used);
      ranges.set(name, hull);
      visit(message.structs.get(name)!, hull);
    }
  };
  visit(message, message.versions);
  const structs = [...message.structs.values()]
    .filter((struct) => ranges.has(struct.name))
    .map((struct) => planStruct(message, struct, ranges.get(struct.name)!));
  return [planStruct(message, message, message.versions), ...structs];
}

function planStruct(message: Message, struct: Struct, range: Versions): PlannedStruct {
  const fields = struct.fields.filter((field) => !isEmpty(intersect(field.versions, range)));
  const flexibleRange = intersect(message.flexible, range);
  let flexible: PlannedStruct["flexible"] = "flexible";
  if (isEmpty(flexibleRange)) flexible = "false";
  else if (covers(message.flexible, range)) flexible = "true";
  return {
    message,
    struct,
    isTop: struct === message,
    typeName: struct === message ? message.name : message.name + struct.name,
    range,
    flexible,
    keepsTags: keepsUnknownTags(message) && flexible !== "false",
    fields,
    tagged: fields.filter((f) => f.tag !== undefined).toSorted((a, b) => a.tag! - b.tag!),
    untagged: fields.filter((field) => field.tag === undefined),
  };
}

function union(a: Versions, b: Versions): Versions {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** How errors name a field: alone in the message, below its struct's name elsewhere. */
export function fieldPath(plan: PlannedStruct, field: Field): string {
  return plan.isTop ? field.name : `${plan.struct.name}.${field.name}`;
}

/** A TypeScript condition that holds when `version` (within `range`) is in `versions`. */
export function versionIn(versions: Versions, range: Versions): string {
  const low = versions.low <= range.low ? undefined : versions.low;
  const high = versions.high >= range.high ? undefined : versions.high;
  if (low === undefined && high === undefined) return "true";
  if (low === undefined) return `version <= ${high}`;
  if (high === undefined) return `version >= ${low}`;
  if (low === high) return `version === ${low}`;
  return `version >= ${low} && version <= ${high}`;
}

/** The opposite of versionIn. */
export function versionNotIn(versions: Versions, range: Versions): string {
  const low = versions.low <= range.low ? undefined : versions.low;
  const high = versions.high >= range.high ? undefined : versions.high;
  if (low === undefined && high === undefined) return "false";
  if (low === undefined) return `version > ${high}`;
  if (high === undefined) return `version < ${low}`;
  if (low === high) return `version !== ${low}`;
  return `(version < ${low} || version > ${high})`;
}

export function both(a: string, b: string): string {
  if (a === "true") return b;
  return b === "true" ? a : `${a} && ${b}`;
}

export function isNullable(field: Field, range: Versions): boolean {
  return !isEmpty(intersect(intersect(field.nullable, field.versions), range));
}

/** Whether a draft may leave the field out. */
export function isOptional(field: Field, plan: PlannedStruct): boolean {
  return (
    field.default !== undefined || field.tag !== undefined || !covers(field.versions, plan.range)
  );
}

/** Names that generated functions use themselves. */
const taken = new Set(["version", "reader", "writer", "draft", "flexible", "tag", "tags", "end"]);

/** The local variable for a field. */
export function localName(field: Field): string {
  return taken.has(field.name) ? `${field.name}Value` : field.name;
}

export function structTypeName(plan: PlannedStruct, field: Field): string {
  if (!("struct" in field.type)) throw new Error(`${field.name} is no struct.`);
  return plan.message.name + field.type.struct;
}

/** The value of a field that is not there, as TypeScript. */
export function defaultExpression(field: Field, plan: PlannedStruct): string {
  if (field.default === null) return "null";
  if (field.array) return "[]";
  if ("struct" in field.type) return `default${structTypeName(plan, field)}()`;
  if (field.default === INT64_MAX) return "INT64_MAX_SENTINEL";
  if (field.opaque) return `${Number(field.default ?? 0)}n`;
  if (field.default !== undefined) return JSON.stringify(field.default);
  const nullable = isNullable(field, plan.range);
  return nullable && field.type.primitive === "records"
    ? "null"
    : (emptyPrimitives[field.type.primitive] ?? "0");
}

const emptyPrimitives: { readonly [type in Primitive]?: string } = {
  bool: "false",
  string: '""',
  uuid: "ZERO_UUID",
  bytes: "EMPTY_BYTES",
  records: "EMPTY_BYTES",
};

/** Whether `value` is the field's default, as a TypeScript condition. */
export function isDefaultExpression(value: string, field: Field, plan: PlannedStruct): string {
  const fallback = defaultExpression(field, plan);
  const notNull = isNullable(field, plan.range) ? `${value} !== null && ` : "";
  if (fallback === "null") return `${value} === null`;
  if (fallback === "[]" || fallback === "EMPTY_BYTES") return `${notNull}${value}.length === 0`;
  if ("struct" in field.type) return `${notNull}isDefault${structTypeName(plan, field)}(${value})`;
  return `${value} === ${fallback}`;
}

export function isNotDefaultExpression(value: string, field: Field, plan: PlannedStruct): string {
  const fallback = defaultExpression(field, plan);
  const orNull = isNullable(field, plan.range) ? `${value} === null || ` : "";
  const wrap = (text: string): string => (orNull === "" ? text : `(${orNull}${text})`);
  if (fallback === "null") return `${value} !== null`;
  if (fallback === "[]" || fallback === "EMPTY_BYTES") return wrap(`${value}.length > 0`);
  if ("struct" in field.type) {
    return wrap(`!isDefault${structTypeName(plan, field)}(${value})`);
  }
  return `${value} !== ${fallback}`;
}

const fixedBytes: Readonly<Record<string, number>> = {
  bool: 1,
  int8: 1,
  int16: 2,
  int32: 4,
  int64: 8,
  uint16: 2,
  uint32: 4,
  float64: 8,
  uuid: 16,
};

/** The fewest bytes that one element of an array takes, as a number or a choice by version. */
export function elementBytesExpression(field: Field, plan: PlannedStruct): string {
  const range = intersect(field.versions, plan.range);
  const steps: { from: number; bytes: number }[] = [];
  for (let version = range.low; version <= range.high; version += 1) {
    const bytes = elementBytes(field, plan.message, version);
    if (steps.at(-1)?.bytes !== bytes) steps.push({ from: version, bytes });
  }
  const [first, ...rest] = steps.toReversed();
  let text = String(first!.bytes);
  let from = first!.from;
  const parts: string[] = [];
  for (const step of rest) {
    parts.push(`version >= ${from} ? ${text} : `);
    text = String(step.bytes);
    from = step.from;
  }
  return parts.join("") + text;
}

function elementBytes(field: Field, message: Message, version: number): number {
  if ("struct" in field.type) {
    return Math.max(1, structBytes(message.structs.get(field.type.struct)!, message, version));
  }
  const fixed = fixedBytes[field.type.primitive];
  return fixed ?? lengthBytes(field.type.primitive, contains(message.flexible, version));
}

function lengthBytes(primitive: string, flexible: boolean): number {
  if (flexible) return 1;
  return primitive === "string" ? 2 : 4;
}

function structBytes(struct: Struct, message: Message, version: number): number {
  const flexible = contains(message.flexible, version);
  let bytes = flexible ? 1 : 0;
  for (const field of struct.fields) {
    if (field.tag !== undefined || !contains(field.versions, version)) continue;
    if (field.array) bytes += flexible ? 1 : 4;
    else if ("struct" in field.type && contains(field.nullable, version)) bytes += 1;
    else if ("struct" in field.type) {
      bytes += structBytes(message.structs.get(field.type.struct)!, message, version);
    } else bytes += elementBytes(field, message, version);
  }
  return bytes;
}
