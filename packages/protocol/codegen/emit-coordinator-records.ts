/** `group-records.ts` and its like: pairs of key and value, by the type that begins the key. */
import { banner } from "./emit-file.ts";
import { entriesOf, importMessages, linesOf } from "./record-entries.ts";
import type { Message, SchemaFile } from "./schema.ts";

interface Pair {
  readonly file: string;
  readonly name: string;
  readonly key: Message;
  readonly value: Message;
}

export function emitCoordinatorRecords(files: readonly SchemaFile[], group: string): string {
  const pairs = pairsOf(files, group);
  const name = group[0]!.toUpperCase() + group.slice(1);
  const head = `${banner(`schema/${group}`)}import { Reader } from "../reader.ts";
import { Writer } from "../writer.ts";
${linesOf(pairs, ({ file, key, value }) => importMessages(file, [key, value]))}
`;
  return [head, emitTypes(pairs, group, name), emitDecoder(pairs, group, name)]
    .concat(emitEncoder(pairs, group, name))
    .join("\n");
}

function pairsOf(files: readonly SchemaFile[], group: string): Pair[] {
  const entries = entriesOf(files, group);
  return [...new Set(entries.map(({ file }) => file))].map((file) => {
    const messages = entries.filter((entry) => entry.file === file).map(({ message }) => message);
    const key = messages.find((message) => message.kind === "coordinator-key")!;
    const value = messages.find((message) => message.kind === "coordinator-value")!;
    return { file, key, value, name: key.name.replace(/Key$/, "") };
  });
}

function emitTypes(pairs: readonly Pair[], group: string, name: string): string {
  return `/** A record of the ${group} coordinator. A tombstone's value and version are null. */
export type ${name}Record =
${linesOf(
  pairs,
  (pair) =>
    `| { type: "${pair.name}"; typeId: ${pair.key.key}; key: ${pair.name}Key; version: number | null; value: ${pair.name}Value | null }`,
)};

/** What encode${name}Record takes; a decoded record is one. Without a value it is a tombstone. */
export type ${name}RecordDraft =
${linesOf(
  pairs,
  (pair) =>
    `| { type: "${pair.name}"; key: ${pair.name}KeyDraft; version: number | null; value: ${pair.name}ValueDraft | null }`,
)};

/** The name of a type of ${group} record. */
export type ${name}RecordType = ${name}Record["type"];

/** Each type's number, and the versions of its value that we read. */
export const ${group}RecordTypes = {
${linesOf(pairs, typeRow)}
} as const;
`;
}

function typeRow({ name, key, value }: Pair): string {
  const { low, high } = value.versions;
  return `${name}: { typeId: ${key.key}, minVersion: ${low}, maxVersion: ${high} },`;
}

function emitDecoder(pairs: readonly Pair[], group: string, name: string): string {
  const cases = linesOf(
    pairs,
    (pair) => `case ${pair.key.key}:
      return {
        type: "${pair.name}",
        typeId,
        key: decode${pair.name}Key(keys, ${pair.key.versions.low}),
        version,
        value: values === null ? null : decode${pair.name}Value(values, version!),
      };`,
  );
  return `/** The type's number that a key begins with. */
export function ${group}RecordTypeId(key: Uint8Array): number {
  return new Reader(key).int16("type");
}

/** Throws DecodeError, too, on a type or version that we do not know: see ${group}RecordTypeId. */
export function decode${name}Record(key: Uint8Array, value: Uint8Array | null): ${name}Record {
  const keys = new Reader(key);
  const typeId = keys.int16("type");
  const values = value === null ? null : new Reader(value);
  const version = values === null ? null : values.int16("version");
  switch (typeId) {
    ${cases}
    default:
      throw keys.error("type", \`found \${typeId}, which Kafka 4.3.1 does not have\`);
  }
}
`;
}

function emitEncoder(pairs: readonly Pair[], group: string, name: string): string {
  const keyCases = linesOf(
    pairs,
    (pair) =>
      `case "${pair.name}":\nencode${pair.name}Key(writer, draft.key, ${pair.key.versions.low});\nbreak;`,
  );
  const valueCases = linesOf(
    pairs,
    (pair) =>
      `case "${pair.name}":\nencode${pair.name}Value(writer, draft.value, version);\nbreak;`,
  );
  return `/** The record's key and value; the value begins with its version. */
export function encode${name}Record(
  draft: ${name}RecordDraft,
  writer: Writer = new Writer(512),
): { key: Uint8Array; value: Uint8Array | null } {
  writer.int16(${group}RecordTypes[draft.type].typeId);
  encodeKey(writer, draft);
  const key = writer.toBytes();
  if (draft.value === null) return { key, value: null };
  encodeValue(writer, draft);
  return { key, value: writer.toBytes() };
}

function encodeKey(writer: Writer, draft: ${name}RecordDraft): void {
  switch (draft.type) {
    ${keyCases}
  }
}

function encodeValue(writer: Writer, draft: ${name}RecordDraft): void {
  const { version } = draft;
  if (draft.value === null) return;
  if (version === null) throw new TypeError(\`\${draft.type}: found a value without a version.\`);
  writer.int16(version);
  switch (draft.type) {
    ${valueCases}
  }
}
`;
}
