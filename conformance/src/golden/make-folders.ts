import * as fs from "node:fs";
import * as path from "node:path";
import { apacheKafkaMissing, javaWords, transactionsFile } from "../kafka/installation.ts";
import { startKafka } from "../kafka/server.ts";
import { newFolder } from "../runner/folders.ts";
import { output } from "../runner/processes.ts";
import { WireConnection } from "../wire/connection.ts";
import { fill } from "../wire/filling.ts";
import { batchOf, createTopic, produce, textRecord } from "../wire/topic.ts";
import { contentsOf } from "./contents.ts";
import { expectedFileOf, goldenFolders, type GoldenFolder, pathOf } from "./folders.ts";

/** Zeros left at the end of an index that Kafka had made for more entries: some, not 10 MiB. */
const ZEROS_KEPT = 1_200;

/** Makes the committed folders anew, with the Apache Kafka of the pom. */
export async function makeFolders(): Promise<void> {
  const missing = await apacheKafkaMissing();
  if (missing !== undefined) throw new Error(`golden folders: ${missing}.`);
  for (const folder of goldenFolders) {
    const lines = await make(folder);
    console.log(`${pathOf(folder)}: ${lines} lines`);
  }
}

async function make(folder: GoldenFolder): Promise<number> {
  const data = newFolder("golden");
  await using broker = await startKafka({ folder: data, format: folder.format });
  using connection = await WireConnection.open(broker);
  await fill(connection, { deletesRecords: folder.end === "stop" });
  await createTopic(connection, "compacted", { configs: { "cleanup.policy": "compact" } });
  for (let i = 0; i < 4; i += 1) {
    const records = [0, 1, 2].map((j) =>
      textRecord(`item-${j}`, i === 3 && j === 2 ? null : `${i}.${j}`),
    );
    const batch = batchOf(records, { compression: i % 2 === 0 ? "none" : "zstd" });
    await produce(connection, { topic: "compacted", partition: 0 }, batch);
  }
  // Its records are from 2023: kept by time, they would be gone soon.
  await createTopic(connection, "paid", { configs: { "retention.ms": "-1" } });
  const words = [transactionsFile, broker.bootstrap, "paid", ...folder.transactions];
  await output("java", javaWords(words));
  const lines = await contentsOf(connection);
  await broker[folder.end]();
  fs.rmSync(pathOf(folder), { recursive: true, force: true });
  fs.cpSync(data, pathOf(folder), { recursive: true });
  for (const name of fs.readdirSync(pathOf(folder), { recursive: true, encoding: "utf8" })) {
    if (/\.(time|txn)?index$/.test(name)) cutZeros(path.join(pathOf(folder), name));
  }
  fs.writeFileSync(expectedFileOf(folder), `${lines.join("\n")}\n`);
  return lines.length;
}

function cutZeros(file: string): void {
  const bytes = fs.readFileSync(file);
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  // Entries of an index have 8 bytes, of a time index 12: a number of both.
  const kept = Math.ceil((end + ZEROS_KEPT) / 24) * 24;
  if (kept < bytes.length) fs.writeFileSync(file, bytes.subarray(0, kept));
}
