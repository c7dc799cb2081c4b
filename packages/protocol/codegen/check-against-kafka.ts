/**
 * Compares our schemas with Kafka's own definitions.
 *
 *   node check-against-kafka.ts DIR...
 *
 * DIR holds Kafka's JSON definitions, at any depth, or the jars that contain them. Ends with 1 when
 * anything differs.
 */
import * as fs from "node:fs";
import * as path from "node:path";

import { compareMessages } from "./compare-with-kafka.ts";
import { loadSchemas } from "./load.ts";
import { readZipTexts } from "./zip.ts";

/** Every difference between our schemas and these definitions (file name to text). */
export function compareWithKafka(jsonTexts: ReadonlyMap<string, string>): string[] {
  return compareMessages(
    loadSchemas().flatMap((file) => file.messages),
    jsonTexts,
  );
}

/** The definitions below a folder: JSON files, and those inside jars. */
export function readKafkaDefinitions(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const entry of fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    const file = path.join(folder, entry);
    if (file.endsWith(".json")) texts.set(entry, fs.readFileSync(file, "utf8"));
    // Kafka Streams' own schema stays inside its clients' opaque bytes; no broker reads it.
    if (!file.endsWith(".jar") || path.basename(file).startsWith("kafka-streams")) continue;
    const inside = readZipTexts(fs.readFileSync(file), (name) => name.endsWith(".json"));
    for (const [name, text] of inside) {
      // Jars hold other JSON, too; a definition names its valid versions.
      if (text.includes('"validVersions"')) texts.set(`${entry}!${name}`, text);
    }
  }
  return texts;
}

function main(folders: readonly string[]): number {
  const texts = new Map(folders.flatMap((folder) => [...readKafkaDefinitions(folder)]));
  const differences = compareWithKafka(texts);
  for (const difference of differences) console.log(difference);
  console.log(`${texts.size} definitions of Kafka compared: ${differences.length} differences.`);
  return differences.length === 0 && texts.size > 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
