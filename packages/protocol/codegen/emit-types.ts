/** Interfaces: what a decoder returns, and the draft that an encoder takes. */
import {
  defaultExpression,
  isDefaultExpression,
  isNullable,
  isOptional,
  structTypeName,
  type PlannedStruct,
} from "./plan.ts";
import { covers, intersect, type Field, type Versions } from "./schema.ts";

/** The interface that the decoder returns. */
export function emitInterface(plan: PlannedStruct): string {
  const lines = plan.fields.map((field) => {
    const doc = fieldDoc(field, plan);
    return `${doc}${field.name}: ${fieldType(field, plan, "")};`;
  });
  if (plan.keepsTags) lines.push("unknownTaggedFields: readonly UnknownTaggedField[];");
  return declare(plan, plan.typeName, messageDoc(plan), lines);
}

/** The interface that the encoder takes: what has a default may be left out. */
export function emitDraft(plan: PlannedStruct): string {
  const lines = plan.fields.map((field) => {
    const type = fieldType(field, plan, "Draft");
    if (!isOptional(field, plan)) return `${field.name}: ${type};`;
    return `${field.name}?: ${type} | undefined;`;
  });
  if (plan.keepsTags) {
    lines.push("unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;");
  }
  const doc = `What \`encode${plan.message.name}\` takes${plan.isTop ? "" : ", in part"}.`;
  return declare(plan, `${plan.typeName}Draft`, doc, lines);
}

function declare(plan: PlannedStruct, name: string, doc: string, lines: string[]): string {
  const comment = doc === "" ? "" : `/** ${doc} */\n`;
  if (lines.length === 0) return `${comment}export type ${name} = Record<string, never>;\n`;
  return `${comment}export interface ${name} {\n${lines.join("\n")}\n}\n`;
}

function messageDoc(plan: PlannedStruct): string {
  const { message } = plan;
  if (!plan.isTop) return "";
  const { low, high } = message.versions;
  const versions = low === high ? `version ${low}` : `versions ${low}-${high}`;
  const key = message.key === undefined ? "" : `${keyName(message.kind)} ${message.key}, `;
  const facts = `${key}${versions}.`;
  return wrapDoc([...message.doc, facts[0]!.toUpperCase() + facts.slice(1)].join(" "), 92);
}

function keyName(kind: string): string {
  if (kind === "metadata") return "record type";
  return kind.startsWith("coordinator") ? "record type" : "api key";
}

function wrapDoc(text: string, width: number): string {
  if (text.length <= width) return text;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return `\n * ${[...lines, line].join("\n * ")}\n`;
}

function fieldDoc(field: Field, plan: PlannedStruct): string {
  const parts = field.doc === undefined ? [] : [field.doc];
  const used = intersect(field.versions, plan.range);
  if (!covers(field.versions, plan.range)) parts.push(versionsDoc(used, plan.range));
  return parts.length === 0 ? "" : `/** ${wrapDoc(parts.join(" "), 90)} */\n`;
}

function versionsDoc(versions: Versions, range: Versions): string {
  if (versions.high >= range.high) {
    return versions.low === range.high
      ? `Version ${versions.low}.`
      : `Versions ${versions.low} and later.`;
  }
  if (versions.low === versions.high) return `Version ${versions.low}.`;
  if (versions.low <= range.low) return `Versions up to ${versions.high}.`;
  return `Versions ${versions.low} to ${versions.high}.`;
}

/** The TypeScript type of a field; structs take `suffix`, and a draft's arrays are readonly. */
export function fieldType(field: Field, plan: PlannedStruct, suffix: "" | "Draft"): string {
  let type = elementType(field, plan, suffix);
  if (field.array) type = suffix === "" ? `${type}[]` : `readonly ${type}[]`;
  return isNullable(field, plan.range) ? `${type} | null` : type;
}

function elementType(field: Field, plan: PlannedStruct, suffix: "" | "Draft"): string {
  if ("struct" in field.type) return structTypeName(plan, field) + suffix;
  if (field.opaque) return "bigint";
  switch (field.type.primitive) {
    case "bool":
      return "boolean";
    case "string":
    case "uuid":
      return "string";
    case "records":
      return suffix === "" ? "Uint8Array" : "RecordsDraft";
    case "bytes":
      return "Uint8Array";
    default:
      return "number";
  }
}

/** A struct in which every field has its default. */
export function emitDefault(plan: PlannedStruct): string {
  const lines = plan.fields.map((field) => `${field.name}: ${defaultExpression(field, plan)},`);
  if (plan.keepsTags) lines.push("unknownTaggedFields: NO_UNKNOWN_TAGS,");
  return `function default${plan.typeName}(): ${plan.typeName} {\nreturn {\n${lines.join("\n")}\n};\n}\n`;
}

/** Whether every field of a struct has its default: then a tagged one is not written. */
export function emitIsDefault(plan: PlannedStruct): string {
  const conditions = plan.fields.map((field) => {
    const value = `draft.${field.name}`;
    const test = isDefaultExpression(value, field, plan);
    return isOptional(field, plan) ? `(${value} === undefined || (${test}))` : `(${test})`;
  });
  if (plan.keepsTags)
    conditions.push("(draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS).length === 0");
  return `function isDefault${plan.typeName}(draft: ${plan.typeName}Draft): boolean {\nreturn ${conditions.join(" && ")};\n}\n`;
}

/** Structs that stand alone in a field, so that they may be missing: they need a default. */
export function needsDefault(plans: readonly PlannedStruct[]): Set<string> {
  const names = new Set<string>();
  const visit = (plan: PlannedStruct, all: boolean): void => {
    for (const field of plan.fields) {
      if (field.array || !("struct" in field.type) || field.default === null) continue;
      const { struct } = field.type;
      if (names.has(struct) || (!all && !isOptional(field, plan))) continue;
      names.add(struct);
      visit(
        plans.find((other) => other.struct.name === struct)!,
        true,
      );
    }
  };
  for (const plan of plans) visit(plan, false);
  return names;
}
