/** Compares our schemas with Kafka's JSON definitions, field by field. */
import {
  INT64_MAX,
  parseVersions,
  type DefaultValue,
  type Field,
  type Message,
  type Struct,
  type Versions,
} from "./schema.ts";

interface KafkaField {
  readonly name: string;
  readonly type: string;
  readonly versions?: string;
  readonly nullableVersions?: string;
  readonly taggedVersions?: string;
  readonly tag?: number;
  readonly default?: string | number | boolean | null;
  readonly ignorable?: boolean;
  readonly mapKey?: boolean;
  readonly entityType?: string;
  readonly flexibleVersions?: string;
  readonly fields?: readonly KafkaField[];
}

interface KafkaStruct {
  readonly name: string;
  readonly versions?: string;
  readonly fields?: readonly KafkaField[];
}

interface KafkaMessage extends KafkaStruct {
  readonly type: string;
  readonly apiKey?: number;
  readonly validVersions: string;
  readonly flexibleVersions?: string;
  readonly latestVersionUnstable?: boolean;
  readonly listeners?: readonly string[];
  readonly commonStructs?: readonly KafkaStruct[];
}

/** Kafka's JSON with `//` comments on lines of their own, as its build reads it. */
export function parseKafkaJson(text: string): KafkaMessage {
  return JSON.parse(text.replace(/^\s*\/\/.*$/gm, "")) as KafkaMessage;
}

/**
 * Every difference between `ours` and Kafka's definitions (file name to text), one sentence each;
 * none when they say the same. Documentation is not compared.
 */
export function compareMessages(
  ours: readonly Message[],
  jsonTexts: ReadonlyMap<string, string>,
): string[] {
  const differences: string[] = [];
  const left = new Map(ours.map((message) => [message.name, message]));
  for (const [file, text] of jsonTexts) {
    const theirs = parseKafkaJson(text);
    const our = left.get(theirs.name);
    left.delete(theirs.name);
    if (our === undefined) differences.push(`${theirs.name}: ours lacks it (${file}).`);
    else compareMessage(our, theirs, differences);
  }
  for (const name of left.keys()) differences.push(`${name}: Kafka lacks it.`);
  return differences;
}

function compareMessage(our: Message, theirs: KafkaMessage, differences: string[]): void {
  const compare = comparer(theirs.name, differences);
  compare("kind", our.kind, theirs.type);
  compare("key", our.key, theirs.apiKey);
  compare("versions", show(our.versions), show(parseVersions(theirs.validVersions)));
  compare("flexible", show(our.flexible), show(parseVersions(theirs.flexibleVersions ?? "none")));
  compare("unstable", our.latestVersionUnstable, theirs.latestVersionUnstable ?? false);
  compare("listeners", our.listeners.join(), (theirs.listeners ?? []).join());
  const shared = theirs.commonStructs ?? [];
  compare("shared structs", [...our.shared].join(), shared.map(({ name }) => name).join());
  compareFields(our, our, theirs, differences);
  for (const struct of shared) {
    const ourStruct = our.structs.get(struct.name);
    if (ourStruct === undefined) continue;
    const versions = show(parseVersions(struct.versions ?? "0+"));
    compare(`${struct.name} versions`, show(ourStruct.versions), versions);
    compareFields(our, ourStruct, struct, differences);
  }
}

function compareFields(
  message: Message,
  our: Struct,
  theirs: KafkaStruct,
  differences: string[],
): void {
  const where = our === message ? message.name : `${message.name}.${our.name}`;
  const fields = theirs.fields ?? [];
  const names = our.fields.map(({ name }) => name).join();
  comparer(where, differences)("fields", names, fields.map((field) => lower(field.name)).join());
  for (const field of fields) {
    const ourField = our.fields.find(({ name }) => name === lower(field.name));
    if (ourField === undefined) continue;
    compareField(ourField, field, comparer(`${where}.${ourField.name}`, differences));
    if (field.fields === undefined || !("struct" in ourField.type)) continue;
    const struct = message.structs.get(ourField.type.struct);
    if (struct === undefined) differences.push(`${where}.${ourField.name}: its struct is missing.`);
    else compareFields(message, struct, { name: struct.name, fields: field.fields }, differences);
  }
}

type Compare = (what: string, ours: unknown, theirs: unknown) => void;

function compareField(our: Field, theirs: KafkaField, compare: Compare): void {
  const type = "struct" in our.type ? our.type.struct : our.type.primitive;
  const versions = theirs.versions ?? theirs.taggedVersions ?? "none";
  compare("type", `${our.array ? "[]" : ""}${type}`, theirs.type);
  compare("versions", show(our.versions), show(parseVersions(versions)));
  const nullable = parseVersions(theirs.nullableVersions ?? "none");
  compare("nullable", show(our.nullable), show(nullable));
  compare("tag", our.tag, theirs.tag);
  // Our notation has no tagged versions apart: a field is tagged wherever it is.
  if (our.tag !== undefined) {
    const tagged = parseVersions(theirs.taggedVersions ?? "none");
    compare("tagged versions", show(our.versions), show(tagged));
  }
  compare("default", showDefault(our.default), kafkaDefault(theirs));
  compare("ignorable", our.ignorable, theirs.ignorable ?? false);
  compare("mapKey", our.mapKey, theirs.mapKey ?? false);
  compare("classic", our.classic, theirs.flexibleVersions === "none");
  compare("entity", our.entity, theirs.entityType);
}

function comparer(where: string, differences: string[]): Compare {
  return (what, ours, theirs) => {
    if (ours === theirs) return;
    differences.push(`${where}: ${what}: ours is ${String(ours)}, Kafka's is ${String(theirs)}.`);
  };
}

function show(versions: Versions): string {
  return versions.high < versions.low ? "none" : `${versions.low}-${versions.high}`;
}

function showDefault(value: DefaultValue | undefined): string {
  if (value === undefined) return "the type's";
  return value === INT64_MAX ? "9223372036854775807" : JSON.stringify(value);
}

function kafkaDefault(field: KafkaField): string {
  const value = field.default;
  // JSON's null is no default to Kafka's generator: only the string "null" is.
  if (value === undefined || value === null) return "the type's";
  if (value === "null") return "null";
  if (field.type === "string") return JSON.stringify(value);
  // Hexadecimal is written out, but digits that no double holds stay as they are.
  const text = String(value);
  return text.startsWith("0x") ? String(Number(text)) : text;
}

function lower(name: string): string {
  return name[0]!.toLowerCase() + name.slice(1);
}
