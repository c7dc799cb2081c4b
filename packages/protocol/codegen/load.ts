import * as fs from "node:fs";
import * as path from "node:path";

import { parseSchema } from "./parse.ts";
import type { SchemaFile } from "./schema.ts";

const schemaFolder = path.join(import.meta.dirname, "../src/schema");

/** All schema files, in the order of their folders and names. */
export function loadSchemas(folder: string = schemaFolder): SchemaFile[] {
  const files: SchemaFile[] = [];
  for (const group of fs.readdirSync(folder).toSorted()) {
    if (group.endsWith(".md")) continue;
    for (const file of fs.readdirSync(path.join(folder, group)).toSorted()) {
      const where = path.join(folder, group, file);
      const messages = parseSchema(fs.readFileSync(where, "utf8"), `${group}/${file}`);
      files.push({ group, name: file.replace(/\.schema$/, ""), messages });
    }
  }
  return files;
}
