/** Decoders: one function for each struct, and one for each struct that stands in arrays. */
import { fieldType } from "./emit-types.ts";
import { int64Method } from "./emit-encode.ts";
import {
  both,
  defaultExpression,
  elementBytesExpression,
  fieldPath,
  isNullable,
  localName,
  structTypeName,
  versionIn,
  type PlannedStruct,
} from "./plan.ts";
import { covers, intersect, type Field, type Versions } from "./schema.ts";

const DECODE_DOC = "/** Throws DecodeError on bytes that are no such message. */";

export function emitDecode(plan: PlannedStruct): string {
  const { message, range } = plan;
  const body: string[] = [];
  if (plan.isTop) {
    body.push(`reader.begin("${message.name}", version, ${range.low}, ${range.high});`);
  }
  const fields = [...plan.untagged.map((field) => decodeUntagged(field, plan)), decodeTags(plan)];
  const text = fields.filter((line) => line !== "").join("\n");
  if (plan.flexible === "flexible" && /\bflexible\b/.test(text)) {
    body.push(`const flexible = ${versionIn(message.flexible, range)};`);
  }
  body.push(text);
  const names = plan.fields.map((field) => {
    const local = localName(field);
    return local === field.name ? field.name : `${field.name}: ${local}`;
  });
  if (plan.keepsTags) names.push("unknownTaggedFields");
  body.push(`return { ${names.join(", ")} };`);
  const all = body.join("\n");
  const version = /\bversion\b/.test(all) ? "version" : "_version";
  const reader = /\breader\b/.test(all) ? "reader" : "_reader";
  const exported = plan.isTop ? `${DECODE_DOC}\nexport ` : "";
  const signature = `decode${plan.typeName}(${reader}: Reader, ${version}: number)`;
  return `${exported}function ${signature}: ${plan.typeName} {\n${all}\n}\n`;
}

/** The loop over an array of structs. */
export function emitDecodeArray(plan: PlannedStruct): string {
  const type = plan.typeName;
  return `function decode${type}Array(reader: Reader, version: number, count: number): ${type}[] {
    const elements: ${type}[] = [];
    for (let left = count; left > 0; left -= 1) elements.push(decode${type}(reader, version));
    return elements;
  }\n`;
}

export function emitDecodeNullableArray(plan: PlannedStruct): string {
  const type = plan.typeName;
  const parameters = "reader: Reader, version: number, count: number";
  return `function decodeNullable${type}Array(${parameters}): ${type}[] | null {
    return count < 0 ? null : decode${type}Array(reader, version, count);
  }\n`;
}

function decodeUntagged(field: Field, plan: PlannedStruct): string {
  const range = intersect(field.versions, plan.range);
  const condition = versionIn(field.versions, plan.range);
  const read = readValue(field, plan, range);
  const type = needsType(field) ? `: ${fieldType(field, plan, "")}` : "";
  if (condition === "true") return `const ${localName(field)}${type} = ${read};`;
  const fallback = defaultExpression(field, plan);
  return `const ${localName(field)}${type} = ${condition} ? ${group(read)} : ${fallback};`;
}

/** Where inference from the default alone could be wrong. */
function needsType(field: Field): boolean {
  return field.array;
}

function group(text: string): string {
  return text.includes(" ? ") ? `(${text})` : text;
}

/** An expression that reads the field in the versions of `range`. */
function readValue(field: Field, plan: PlannedStruct, range: Versions): string {
  if (!isNullable(field, range)) return readCall(field, plan, false);
  const nullable = readCall(field, plan, true);
  if (covers(field.nullable, range)) return nullable;
  const condition = versionIn(field.nullable, range);
  return `${condition} ? ${group(nullable)} : ${group(readCall(field, plan, false))}`;
}

function readCall(field: Field, plan: PlannedStruct, nullable: boolean): string {
  const name = `"${fieldPath(plan, field)}"`;
  const flexible = field.classic ? "false" : plan.flexible;
  if (field.array) {
    const count = nullable ? "nullableCount" : "count";
    const bytes = elementBytesExpression(field, plan);
    const countCall = `reader.${count}(${name}, ${flexible}, ${bytes})`;
    if ("struct" in field.type) {
      const prefix = nullable ? "decodeNullable" : "decode";
      return `${prefix}${structTypeName(plan, field)}Array(reader, version, ${countCall})`;
    }
    const { primitive } = field.type;
    const read = `${nullable ? "readNullable" : "read"}${capital(primitive)}Array`;
    const last = primitive === "string" ? `, ${flexible}` : "";
    return `${read}(reader, ${name}, ${countCall}${last})`;
  }
  if ("struct" in field.type) {
    const decode = `decode${structTypeName(plan, field)}(reader, version)`;
    const present = field.tag === undefined ? `isPresent(${name})` : `uvarint(${name}) > 0`;
    return nullable ? `reader.${present} ? ${decode} : null` : decode;
  }
  return primitiveCall(field, name, flexible, nullable);
}

function primitiveCall(field: Field, name: string, flexible: string, nullable: boolean): string {
  if (!("primitive" in field.type)) throw new Error(`${field.name} is no primitive.`);
  const primitive = field.type.primitive;
  switch (primitive) {
    case "string":
      return `reader.${nullable ? "nullableString" : "string"}(${name}, ${flexible})`;
    case "bytes":
    case "records":
      return `reader.${nullable ? "nullableBytes" : "bytes"}(${name}, ${flexible})`;
    case "int64":
      return `reader.${int64Method(field)}(${name})`;
    default:
      return `reader.${primitive}(${name})`;
  }
}

function decodeTags(plan: PlannedStruct): string {
  const always = plan.flexible === "true";
  if (plan.flexible === "false") return "";
  if (plan.tagged.length === 0) {
    if (!plan.keepsTags) return always ? "reader.skipTags();" : "if (flexible) reader.skipTags();";
    const keep = always ? "reader.keepTags()" : "flexible ? reader.keepTags() : NO_UNKNOWN_TAGS";
    return `const unknownTaggedFields = ${keep};`;
  }
  const declarations = plan.tagged.map((field) => {
    const type = fieldType(field, plan, "");
    return `let ${localName(field)}: ${type} = ${defaultExpression(field, plan)};`;
  });
  if (plan.keepsTags) declarations.push("let unknownTaggedFields = NO_UNKNOWN_TAGS;");
  const range = intersect(plan.message.flexible, plan.range);
  const branches = plan.tagged.map((field) => {
    const condition = both(`tag === ${field.tag}`, versionIn(field.versions, range));
    const inner = { ...plan, flexible: "true" as const };
    const read = readValue(field, inner, intersect(field.versions, range));
    return `if (${condition}) {\n${localName(field)} = ${read};\nreader.closeTag(tag, end);\n}`;
  });
  const unknown = plan.keepsTags
    ? "unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);"
    : "reader.skipTag(end);";
  const loop = `for (let tags = reader.tagCount(${plan.tagged.length}); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    ${branches.join(" else ")} else {\n${unknown}\n}
  }`;
  return [...declarations, always ? loop : `if (flexible) {\n${loop}\n}`].join("\n");
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
