/** Makes `src/generated` from `src/schema`. */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { emitAllMessages } from "./emit-all-messages.ts";
import { emitApis } from "./emit-apis.ts";
import { emitCoordinatorRecords } from "./emit-coordinator-records.ts";
import { emitFile, livingMessages } from "./emit-file.ts";
import { emitMetadataRecords } from "./emit-metadata-records.ts";
import { loadSchemas } from "./load.ts";
import type { SchemaFile } from "./schema.ts";

export const generatedFolder = path.join(import.meta.dirname, "../src/generated");

/** Every generated file by name, not yet formatted. */
export function generateSources(files: readonly SchemaFile[]): Map<string, string> {
  const sources = new Map<string, string>();
  for (const file of files) {
    if (livingMessages(file).length === 0) continue;
    const name = `${file.name}.ts`;
    if (sources.has(name)) throw new Error(`${file.group}/${name}: a second file of that name.`);
    sources.set(name, emitFile(file));
  }
  sources.set("apis.ts", emitApis(files));
  sources.set("metadata-records.ts", emitMetadataRecords(files));
  for (const group of ["group", "transaction", "share"]) {
    sources.set(`${group}-records.ts`, emitCoordinatorRecords(files, group));
  }
  sources.set("all-messages.ts", emitAllMessages(files));
  return sources;
}

/** The generated files as they are to be checked in. */
export function formattedSources(): Map<string, string> {
  const sources = generateSources(loadSchemas());
  // oxfmt passes over folders named "generated" (their owner is the generator), so format apart.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "naru-gen-"));
  try {
    for (const [file, text] of sources) fs.writeFileSync(path.join(folder, file), text);
    const root = path.join(import.meta.dirname, "../../..");
    const oxfmt = path.join(root, "node_modules/.bin/oxfmt");
    const words = ["-c", path.join(root, ".oxfmtrc.json"), folder];
    const result = spawnSync(oxfmt, words, { encoding: "utf8" });
    if (result.status !== 0)
      throw new Error(`oxfmt: ended with ${result.status}. ${result.stderr}`);
    for (const file of sources.keys()) {
      sources.set(file, fs.readFileSync(path.join(folder, file), "utf8"));
    }
    return sources;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Writes the generated files and removes those that are no longer generated. */
export function generateProtocol(): void {
  const sources = formattedSources();
  fs.mkdirSync(generatedFolder, { recursive: true });
  for (const file of fs.readdirSync(generatedFolder)) {
    if (!sources.has(file)) fs.rmSync(path.join(generatedFolder, file));
  }
  for (const [file, text] of sources) {
    const target = path.join(generatedFolder, file);
    const old = fs.existsSync(target) ? fs.readFileSync(target, "utf8") : undefined;
    if (old !== text) fs.writeFileSync(target, text);
  }
}
