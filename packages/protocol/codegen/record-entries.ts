import { livingMessages } from "./emit-file.ts";
import type { Message, SchemaFile } from "./schema.ts";

/** A message and the generated file that holds its code. */
export interface Entry {
  readonly file: string;
  readonly message: Message;
}

/** The messages of one folder of schemas, by key. */
export function entriesOf(files: readonly SchemaFile[], group: string): Entry[] {
  return files
    .filter((file) => file.group === group)
    .flatMap((file) => livingMessages(file).map((message) => ({ file: file.name, message })))
    .toSorted((a, b) => a.message.key! - b.message.key!);
}

/** Imports functions and types of these messages. */
export function importMessages(file: string, messages: readonly Message[]): string {
  const names = messages.flatMap(({ name }) => [
    `decode${name}`,
    `encode${name}`,
    `type ${name}`,
    `type ${name}Draft`,
  ]);
  return `import { ${names.join(", ")} } from "./${file}.ts";`;
}

/** One line for each item. */
export function linesOf<T>(items: readonly T[], line: (item: T) => string): string {
  return items.map(line).join("\n");
}
