/** `metadata-records.ts`: every record of `__cluster_metadata`, by type. */
import { banner } from "./emit-file.ts";
import { entriesOf, importMessages, linesOf, type Entry } from "./record-entries.ts";
import type { SchemaFile } from "./schema.ts";

export function emitMetadataRecords(files: readonly SchemaFile[]): string {
  const entries = entriesOf(files, "metadata");
  return [banner("schema/metadata"), emitHead(entries), emitDecoder(entries), emitEncoder(entries)]
    .join("\n")
    .replace("\n\n", "\n");
}

function emitHead(entries: readonly Entry[]): string {
  return `import {
  frameMetadataRecord,
  readMetadataRecordFrame,
} from "../metadata-record-frame.ts";
import { Reader } from "../reader.ts";
import { Writer } from "../writer.ts";
${linesOf(entries, ({ file, message }) => importMessages(file, [message]))}

/** A record of \`__cluster_metadata\`, with its type's name to switch on. */
export type MetadataRecord =
${linesOf(entries, ({ message: { name, key } }) => `| { type: "${name}"; apiKey: ${key}; version: number; record: ${name} }`)};

/** What encodeMetadataRecord takes; a decoded record is one. */
export type MetadataRecordDraft =
${linesOf(entries, ({ message: { name } }) => `| { type: "${name}"; version: number; record: ${name}Draft }`)};

/** The name of a type of metadata record. */
export type MetadataRecordType = MetadataRecord["type"];

/** Each type's number, and the versions that we read. */
export const metadataRecordTypes = {
${linesOf(entries, typeRow)}
} as const;
`;
}

function typeRow({ message }: Entry): string {
  const { low, high } = message.versions;
  return `${message.name}: { apiKey: ${message.key}, minVersion: ${low}, maxVersion: ${high} },`;
}

function emitDecoder(entries: readonly Entry[]): string {
  const cases = linesOf(
    entries,
    ({ message: { name, key } }) =>
      `case ${key}:\nreturn { type: "${name}", apiKey, version, record: decode${name}(reader, version) };`,
  );
  return `/** Throws DecodeError on an unknown type or version, too, and on bytes left over. */
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
    ${cases}
    default:
      throw reader.error("type", \`found \${apiKey}, which Kafka 4.3.1 does not have\`);
  }
}
`;
}

function emitEncoder(entries: readonly Entry[]): string {
  const cases = linesOf(
    entries,
    ({ message: { name } }) =>
      `case "${name}":\nencode${name}(writer, draft.record, draft.version);\nbreak;`,
  );
  return `/** The record's value: frame version, type, version, body. */
export function encodeMetadataRecord(
  draft: MetadataRecordDraft,
  writer: Writer = new Writer(512),
): Uint8Array {
  frameMetadataRecord(writer, metadataRecordTypes[draft.type].apiKey, draft.version);
  switch (draft.type) {
    ${cases}
  }
  return writer.toBytes();
}
`;
}
