/** Encoders: one function for each struct, straight through its fields. */
import {
  both,
  defaultExpression,
  fieldPath,
  isNotDefaultExpression,
  isNullable,
  isOptional,
  localName,
  structTypeName,
  versionIn,
  versionNotIn,
  type PlannedStruct,
} from "./plan.ts";
import { covers, intersect, type Field, type Versions } from "./schema.ts";

export function emitEncode(plan: PlannedStruct): string {
  const { message, range } = plan;
  const body: string[] = [];
  if (plan.isTop) {
    body.push(`checkVersion("${message.name}", version, ${range.low}, ${range.high});`);
  }
  const fields = [
    ...plan.untagged.map((field) => encodeUntagged(field, plan)),
    encodeTags(plan),
  ].join("\n");
  if (plan.flexible === "flexible" && /\bflexible\b/.test(fields)) {
    body.push(`const flexible = ${versionIn(message.flexible, range)};`);
  }
  body.push(fields);
  const text = body.join("\n");
  const parameters = [
    /\bwriter\b/.test(text) ? "writer: Writer" : "_writer: Writer",
    `${/\bdraft\b/.test(text) ? "draft" : "_draft"}: ${plan.typeName}Draft`,
    /\bversion\b/.test(text) ? "version: number" : "_version: number",
  ];
  const doc = plan.isTop
    ? `/** A field that \`version\` lacks is left out; one that is set and may not be ignored is an error. */\nexport `
    : "";
  return `${doc}function encode${plan.typeName}(${parameters.join(", ")}): void {\n${text}\n}\n`;
}

/** The field's value: what the draft says, or the default. */
function valueOf(field: Field, plan: PlannedStruct): string {
  const value = `draft.${field.name}`;
  if (!isOptional(field, plan)) return value;
  const fallback = defaultExpression(field, plan);
  if (isNullable(field, plan.range) && fallback !== "null") {
    return `(${value} === undefined ? ${fallback} : ${value})`;
  }
  return `(${value} ?? ${fallback})`;
}

function unsupported(path: string, plan: PlannedStruct): string {
  return `throw unsupportedField("${plan.message.name}", "${path}", version);`;
}

function encodeUntagged(field: Field, plan: PlannedStruct): string {
  const range = intersect(field.versions, plan.range);
  const condition = versionIn(field.versions, plan.range);
  const simple = isSimple(field);
  const value = simple ? unwrap(valueOf(field, plan)) : localName(field);
  const declaration = simple
    ? ""
    : `const ${localName(field)} = ${unwrap(valueOf(field, plan))};\n`;
  const write = encodeValue(field, plan, range, value);
  if (condition === "true") return declaration + write;
  let text = `${declaration}if (${condition}) {\n${write}\n}`;
  if (!field.ignorable) {
    const set = isNotDefaultExpression(simple ? valueOf(field, plan) : value, field, plan);
    text += ` else if (${set}) {\n${unsupported(fieldPath(plan, field), plan)}\n}`;
  }
  return text;
}

function unwrap(text: string): string {
  return text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1) : text;
}

/** Whether the value is used once only, by one call of the writer. */
function isSimple(field: Field): boolean {
  return !field.array && "primitive" in field.type;
}

/** Statements that write `value` in the versions of `range`. */
function encodeValue(field: Field, plan: PlannedStruct, range: Versions, value: string): string {
  const nullIn = versionIn(field.nullable, range);
  if (!isNullable(field, range)) return encodePresent(field, plan, value);
  if (isSimple(field)) {
    const write = writeCall(field, plan, value, true);
    if (covers(field.nullable, range)) return write;
    const name = localName(field);
    return [
      `const ${name} = ${value};`,
      `if (${nullIn}) ${writeCall(field, plan, name, true)}`,
      `else if (${name} !== null) ${writeCall(field, plan, name, false)}`,
      `else ${nullError(field, plan)}`,
    ].join("\n");
  }
  const writeNull = field.array ? `writer.nullCount(${plan.flexible});` : presence(field, false);
  const check = covers(field.nullable, range)
    ? ""
    : `if (${versionNotIn(field.nullable, range)}) ${nullError(field, plan)}\n`;
  const marker = field.array
    ? ""
    : `${presence(field, true)}
`;
  return `if (${value} === null) {\n${check}${writeNull}\n} else {\n${marker}${encodePresent(field, plan, value)}\n}`;
}

/**
 * What stands before a struct that may be null: a byte, 1 or -1, among the fields; but an unsigned
 * varint, 1 or 0, in a tagged field.
 */
function presence(field: Field, present: boolean): string {
  if (field.tag !== undefined) return `writer.uvarint(${present ? 1 : 0});`;
  return `writer.int8(${present ? 1 : -1});`;
}

function nullError(field: Field, plan: PlannedStruct): string {
  return `throw nullField("${plan.message.name}", "${fieldPath(plan, field)}", version);`;
}

function encodePresent(field: Field, plan: PlannedStruct, value: string): string {
  if (!field.array) {
    if ("primitive" in field.type) return writeCall(field, plan, value, false);
    return `encode${structTypeName(plan, field)}(writer, ${value}, version);`;
  }
  const write =
    "struct" in field.type
      ? `encode${structTypeName(plan, field)}(writer, element, version);`
      : writeCall({ ...field, array: false }, plan, "element", false);
  return `writer.count(${value}.length, ${plan.flexible});\nfor (const element of ${value}) ${write}`;
}

function writeCall(field: Field, plan: PlannedStruct, value: string, nullable: boolean): string {
  if (!("primitive" in field.type)) throw new Error(`${field.name} is no primitive.`);
  const flexible = field.classic ? "false" : plan.flexible;
  const primitive = field.type.primitive;
  switch (primitive) {
    case "string":
      return `writer.${nullable ? "nullableString" : "string"}(${value}, ${flexible});`;
    case "bytes":
      return `writer.${nullable ? "nullableBytes" : "bytes"}(${value}, ${flexible});`;
    case "records":
      return `writer.${nullable ? "nullableRecords" : "records"}(${value}, ${flexible});`;
    case "int64":
      return `writer.${int64Method(field)}(${value});`;
    default:
      return `writer.${primitive}(${value});`;
  }
}

/** The method for an int64, of Reader and Writer alike. */
export function int64Method(field: Field): "int64" | "int64Bits" | "int64OrMax" {
  if (field.opaque) return "int64Bits";
  return typeof field.default === "symbol" ? "int64OrMax" : "int64";
}

function encodeTags(plan: PlannedStruct): string {
  if (plan.flexible === "false") return "";
  const before = plan.tagged.flatMap((field) => declareTag(field, plan));
  const counts = plan.tagged.map((field) => `(${flagName(field)} ? 1 : 0)`);
  const writes = plan.tagged.map(
    (field) => `if (${flagName(field)}) {\n${encodeTag(field, plan)}\n}`,
  );
  if (plan.keepsTags) {
    before.push("const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;");
    counts.push("unknown.length");
    if (writes.length > 0) writes.unshift("let next = 0;");
    const from = writes.length > 0 ? "next" : "0";
    writes.push(`writeUnknownTags(writer, unknown, ${from}, Infinity);`);
  }
  const count = counts.length === 1 ? unwrap(counts[0]!) : counts.join(" + ");
  const section = [`writer.uvarint(${count === "" ? "0" : count});`, ...writes].join("\n");
  if (covers(plan.message.flexible, plan.range)) return [...before, section].join("\n");
  const otherwise = plan.keepsTags
    ? ` else if (unknown.length > 0) {\n${unsupported("unknownTaggedFields", plan)}\n}`
    : "";
  return [...before, `if (flexible) {\n${section}\n}${otherwise}`].join("\n");
}

/** The variable that says whether a tagged field is written. */
function flagName(field: Field): string {
  return `has${field.name[0]!.toUpperCase()}${field.name.slice(1)}`;
}

/** The value of a tagged field, and whether it is written: when it is not the default. */
function declareTag(field: Field, plan: PlannedStruct): string[] {
  const name = localName(field);
  const mayBeUndefined = !field.array && "struct" in field.type && field.default !== null;
  const notDefault = isNotDefaultExpression(name, field, plan);
  // A struct's default is not made only to find that it is not written.
  const set = mayBeUndefined ? `${name} !== undefined && ${notDefault}` : notDefault;
  const value = mayBeUndefined ? `draft.${field.name}` : unwrap(valueOf(field, plan));
  const lines = [
    `const ${name} = ${value};`,
    `const ${flagName(field)} = ${both(versionIn(field.versions, plan.range), set)};`,
  ];
  if (!field.ignorable && !covers(field.versions, plan.range)) {
    const lacks = versionNotIn(field.versions, plan.range);
    lines.push(`if (${lacks} && ${set}) ${unsupported(fieldPath(plan, field), plan)}`);
  }
  return lines;
}

function encodeTag(field: Field, plan: PlannedStruct): string {
  const range = intersect(field.versions, plan.range);
  const inner = { ...plan, flexible: "true" as const };
  const lines = [];
  if (plan.keepsTags) lines.push(`next = writeUnknownTags(writer, unknown, next, ${field.tag});`);
  lines.push(`const mark = writer.beginTag(${field.tag});`);
  lines.push(encodeValue(field, inner, range, localName(field)));
  lines.push("writer.endTag(mark);");
  return lines.join("\n");
}
