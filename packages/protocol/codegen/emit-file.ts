/** A whole generated file: the messages of one schema file. */
import { emitDecode, emitDecodeArray, emitDecodeNullableArray } from "./emit-decode.ts";
import { emitEncode } from "./emit-encode.ts";
import {
  emitDefault,
  emitDraft,
  emitInterface,
  emitIsDefault,
  needsDefault,
} from "./emit-types.ts";
import { planMessage, type PlannedStruct } from "./plan.ts";
import { isEmpty, type Message, type SchemaFile } from "./schema.ts";

/** Where each name that generated code uses comes from. */
const sources: readonly (readonly [file: string, names: readonly string[], types: boolean])[] = [
  ["empty-bytes", ["EMPTY_BYTES"], false],
  ["messages-errors", ["checkVersion", "nullField", "unsupportedField"], false],
  ["reader", ["INT64_MAX_SENTINEL"], false],
  ["reader", ["Reader"], true],
  [
    "reader-arrays",
    ["Int8", "Int16", "Int32", "Int64", "Uuid", "String"].flatMap((type) => [
      `read${type}Array`,
      `readNullable${type}Array`,
    ]),
    false,
  ],
  ["tagged-fields", ["NO_UNKNOWN_TAGS", "writeUnknownTags"], false],
  ["tagged-fields", ["UnknownTaggedField"], true],
  ["uuid", ["ZERO_UUID"], false],
  ["writer", ["RecordsDraft", "Writer"], true],
];

/** The first line of every generated file. */
export function banner(from: string): string {
  return `// Generated from ${from} by \`npm run gen\`: change that file, not this one.\n`;
}

/** The messages that have a version at all; removed APIs have none. */
export function livingMessages(file: SchemaFile): Message[] {
  return file.messages.filter((message) => !isEmpty(message.versions));
}

/** The TypeScript of one schema file, not yet formatted. */
export function emitFile(file: SchemaFile): string {
  const body = livingMessages(file).map(emitMessage).join("\n");
  return `${banner(`schema/${file.group}/${file.name}.schema`)}${emitImports(body)}\n${body}`;
}

function emitImports(body: string): string {
  return sources
    .map(([file, names, types]) => {
      const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
      if (used.length === 0) return "";
      return `import ${types ? "type " : ""}{ ${used.join(", ")} } from "../${file}.ts";\n`;
    })
    .join("");
}

function emitMessage(message: Message): string {
  const plans = planMessage(message);
  const parts = [
    ...plans.map(emitInterface),
    ...plans.map(emitDraft),
    ...plans.flatMap((plan) => [emitEncode(plan), emitDecode(plan)]),
  ];
  return withHelpers(parts, plans).join("\n");
}

/** Adds the helpers that the parts, or helpers already added, call. */
function withHelpers(parts: readonly string[], plans: readonly PlannedStruct[]): string[] {
  const defaults = needsDefault(plans);
  const all = [...parts];
  let waiting = plans
    .filter((plan) => !plan.isTop)
    .flatMap((plan): [string, string][] => [
      [`decode${plan.typeName}Array`, emitDecodeArray(plan)],
      [`decodeNullable${plan.typeName}Array`, emitDecodeNullableArray(plan)],
      ...(defaults.has(plan.struct.name)
        ? ([
            [`default${plan.typeName}`, emitDefault(plan)],
            [`isDefault${plan.typeName}`, emitIsDefault(plan)],
          ] as [string, string][])
        : []),
    ]);
  for (let found = true; found;) {
    const text = all.join("\n");
    const called = waiting.filter(([name]) => text.includes(`${name}(`));
    all.push(...called.map(([, helper]) => helper));
    waiting = waiting.filter((helper) => !called.includes(helper));
    found = called.length > 0;
  }
  return all;
}
