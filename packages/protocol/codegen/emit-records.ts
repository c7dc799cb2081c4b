/** Tables of the records that are replayed: metadata records, and coordinators' keys and values. */
import { banner, livingMessages } from "./emit-file.ts";
import type { Message, SchemaFile } from "./schema.ts";

interface Entry {
  readonly file: string;
  readonly message: Message;
}

function entries(files: readonly SchemaFile[], group: string): Entry[] {
  return files
    .filter((file) => file.group === group)
    .flatMap((file) => livingMessages(file).map((message) => ({ file: file.name, message })))
    .toSorted((a, b) => a.message.key! - b.message.key!);
}

function importOf(file: string, messages: readonly Message[]): string {
  const names = messages.flatMap(({ name }) => [
    `decode${name}`,
    `encode${name}`,
    `type ${name}`,
    `type ${name}Draft`,
  ]);
  return `import { ${names.join(", ")} } from "./${file}.ts";`;
}

/** `metadata-records.ts`. */
export function emitMetadataRecords(files: readonly SchemaFile[]): string {
  const all = entries(files, "metadata");
  const names = all.map(({ message }) => message.name);
  return `${banner("schema/metadata")}import { frameMetadataRecord, readMetadataRecordFrame } from "../metadata-record-frame.ts";
import { Reader } from "../reader.ts";
import { Writer } from "../writer.ts";
${all.map(({ file, message }) => importOf(file, [message])).join("\n")}

/** A record of \`__cluster_metadata\`, with its type's name to switch on. */
export type MetadataRecord =
${all.map(({ message }) => `| { type: "${message.name}"; apiKey: ${message.key}; version: number; record: ${message.name} }`).join("\n")};

/** What encodeMetadataRecord takes; a decoded record is one. */
export type MetadataRecordDraft =
${names.map((name) => `| { type: "${name}"; version: number; record: ${name}Draft }`).join("\n")};

/** The name of a type of metadata record. */
export type MetadataRecordType = MetadataRecord["type"];

/** Each type's number, and the versions that we read. */
export const metadataRecordTypes = {
${all.map(({ message }) => `${message.name}: { apiKey: ${message.key}, minVersion: ${message.versions.low}, maxVersion: ${message.versions.high} },`).join("\n")}
} as const;

/** Throws DecodeError, too, on a type or version that we do not know and on bytes left over. */
export function decodeMetadataRecord(bytes: Uint8Array): MetadataRecord {
  const reader = new Reader(bytes);
  const { apiKey, version } = readMetadataRecordFrame(reader);
  const decoded = decodeBody(reader, apiKey, version);
  if (reader.remaining > 0) {
    throw reader.error("end", \`found \${reader.remaining} bytes after the record, expected none\`);
  }
  return decoded;
}

function decodeBody(reader: Reader, apiKey: number, version: number): MetadataRecord {
  switch (apiKey) {
${all.map(({ message }) => `case ${message.key}:\nreturn { type: "${message.name}", apiKey, version, record: decode${message.name}(reader, version) };`).join("\n")}
default:
throw reader.error("type", \`found \${apiKey}, which Kafka 4.3.1 does not have\`);
  }
}

/** The record's value: frame version, type, version, body. */
export function encodeMetadataRecord(draft: MetadataRecordDraft, writer: Writer = new Writer(512)): Uint8Array {
  frameMetadataRecord(writer, metadataRecordTypes[draft.type].apiKey, draft.version);
  switch (draft.type) {
${names.map((name) => `case "${name}":\nencode${name}(writer, draft.record, draft.version);\nbreak;`).join("\n")}
  }
  return writer.toBytes();
}
`;
}

/** \`group-records.ts\` and its like: pairs of key and value, by the type that the key begins with. */
export function emitCoordinatorRecords(files: readonly SchemaFile[], group: string): string {
  const Group = group[0]!.toUpperCase() + group.slice(1);
  const all = entries(files, group);
  const pairs = [...new Set(all.map(({ file }) => file))].map((file) => {
    const messages = all.filter((entry) => entry.file === file).map(({ message }) => message);
    const key = messages.find((message) => message.kind === "coordinator-key")!;
    const value = messages.find((message) => message.kind === "coordinator-value")!;
    return { file, key, value, name: key.name.replace(/Key$/, "") };
  });
  return `${banner(`schema/${group}`)}import { Reader } from "../reader.ts";
import { Writer } from "../writer.ts";
${pairs.map(({ file, key, value }) => importOf(file, [key, value])).join("\n")}

/** A record of the ${group} coordinator's log; the value is null in a tombstone, and so is its version. */
export type ${Group}Record =
${pairs.map(({ key, name }) => `| { type: "${name}"; typeId: ${key.key}; key: ${name}Key; version: number | null; value: ${name}Value | null }`).join("\n")};

/** What encode${Group}Record takes; a decoded record is one. */
export type ${Group}RecordDraft =
${pairs.map(({ name }) => `| { type: "${name}"; key: ${name}KeyDraft; version: number; value: ${name}ValueDraft } | { type: "${name}"; key: ${name}KeyDraft; version?: number | null; value: null }`).join("\n")};

/** The name of a type of ${group} record. */
export type ${Group}RecordType = ${Group}Record["type"];

/** Each type's number, and the versions of its value that we read. */
export const ${group}RecordTypes = {
${pairs.map(({ name, key, value }) => `${name}: { typeId: ${key.key}, minVersion: ${value.versions.low}, maxVersion: ${value.versions.high} },`).join("\n")}
} as const;

/** The type's number that a key begins with. */
export function ${group}RecordTypeId(key: Uint8Array): number {
  return new Reader(key).int16("type");
}

/** Throws DecodeError, too, on a type or version that we do not know: see ${group}RecordTypeId. */
export function decode${Group}Record(key: Uint8Array, value: Uint8Array | null): ${Group}Record {
  const keys = new Reader(key);
  const typeId = keys.int16("type");
  const values = value === null ? null : new Reader(value);
  const version = values === null ? null : values.int16("version");
  switch (typeId) {
${pairs.map(({ name, key }) => `case ${key.key}:\nreturn { type: "${name}", typeId, key: decode${name}Key(keys, ${key.versions.low}), version, value: values === null ? null : decode${name}Value(values, version!) };`).join("\n")}
default:
throw keys.error("type", \`found \${typeId}, which Kafka 4.3.1 does not have\`);
  }
}

/** The record's key and value. */
export function encode${Group}Record(draft: ${Group}RecordDraft, writer: Writer = new Writer(512)): { key: Uint8Array; value: Uint8Array | null } {
  writer.int16(${group}RecordTypes[draft.type].typeId);
  encodeKey(writer, draft);
  const key = writer.toBytes();
  if (draft.value === null) return { key, value: null };
  writer.int16(draft.version);
  encodeValue(writer, draft);
  return { key, value: writer.toBytes() };
}

function encodeKey(writer: Writer, draft: ${Group}RecordDraft): void {
  switch (draft.type) {
${pairs.map(({ name, key }) => `case "${name}":\nencode${name}Key(writer, draft.key, ${key.versions.low});\nbreak;`).join("\n")}
  }
}

function encodeValue(writer: Writer, draft: ${Group}RecordDraft): void {
  if (draft.value === null) return;
  switch (draft.type) {
${pairs.map(({ name }) => `case "${name}":\nencode${name}Value(writer, draft.value, draft.version);\nbreak;`).join("\n")}
  }
}
`;
}

/** \`all-messages.ts\`: for tests and tools; it loads everything. */
export function emitAllMessages(files: readonly SchemaFile[]): string {
  const living = files.map((file) => ({ file: file.name, messages: livingMessages(file) }));
  const used = living.filter(({ messages }) => messages.length > 0);
  return `${banner("schema")}import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";
${used.map(({ file, messages }) => `import { ${messages.flatMap(({ name }) => [`decode${name}`, `encode${name}`]).join(", ")} } from "./${file}.ts";`).join("\n")}

/** One message's functions, for those who choose it at run time. */
export interface MessageCodec {
  readonly name: string;
  readonly minVersion: number;
  readonly maxVersion: number;
  encode(writer: Writer, draft: never, version: number): void;
  decode(reader: Reader, version: number): object;
}

/** Every message. It loads them all: for tests and tools only. */
export const allMessages: readonly MessageCodec[] = [
${used.flatMap(({ messages }) => messages.map((m) => `{ name: "${m.name}", minVersion: ${m.versions.low}, maxVersion: ${m.versions.high}, encode: encode${m.name}, decode: decode${m.name} },`)).join("\n")}
];
`;
}
