/** `all-messages.ts`: for tests and tools; it loads everything. */
import { banner, livingMessages } from "./emit-file.ts";
import { linesOf } from "./record-entries.ts";
import type { Message, SchemaFile } from "./schema.ts";

export function emitAllMessages(files: readonly SchemaFile[]): string {
  const living = files
    .map((file) => ({ file: file.name, messages: livingMessages(file) }))
    .filter(({ messages }) => messages.length > 0);
  const all = living.flatMap(({ messages }) => messages);
  return `${banner("schema")}import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";
${linesOf(living, ({ file, messages }) => importFunctions(file, messages))}

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
${linesOf(all, codecRow)}
];
`;
}

function importFunctions(file: string, messages: readonly Message[]): string {
  const names = messages.flatMap(({ name }) => [`decode${name}`, `encode${name}`]);
  return `import { ${names.join(", ")} } from "./${file}.ts";`;
}

function codecRow({ name, versions }: Message): string {
  return `{
  name: "${name}",
  minVersion: ${versions.low},
  maxVersion: ${versions.high},
  encode: encode${name},
  decode: decode${name},
},`;
}
